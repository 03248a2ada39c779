"""Whether a sentence allows what a fact has as banned, or rules out for ever what no fact rules out."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import is_content, root
from eujdef_tui.verify.word_lists import BANNING, DENIALS, DENYING_VERBS

__all__ = ["PERMITTING", "never_differs", "permission_differs"]

PERMITTING = frozenset(
    "allow allows allowed permit permits permitted permissible legal lawful free freely unrestricted unlimited can may"
    " authorised authorized".split()
)
_MODAL, _BEHIND_MODAL = frozenset(("can", "may")), 4  # words among which a "be" makes "can" a permission
_MOST = 3  # of four words of a clause that bans, those that the sentence has

_BEFORE = frozenset("before until previously yet again been had has have".split())
_RULED_OUT = DENIALS | DENYING_VERBS | BANNING | {"first", "only"}


def permission_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A sentence allows what a fact says is banned: compared by the clause in which the fact bans it."""
    mine = heard.pieces
    if not BANNING.isdisjoint(mine.vocabulary):
        return
    at = next((at for at, word in enumerate(mine.folded) if word in PERMITTING and _permits(mine, at)), -1)
    if at < 0:
        return
    meant = heard.in_other_words
    for reading in fact.near:
        for place, word in enumerate(reading.folded):
            if word not in BANNING or root(word) in reading.denied:
                continue
            banned = _beside(reading, place)
            if len(banned) > 1 and 4 * sum(one in meant for one in banned) >= _MOST * len(banned):
                start, end, _ = mine.words[at]
                yield Difference("negation", start, end, mine.text[start:end], word)
                return


def _permits(mine: Pieces, at: int) -> bool:
    """Whether a word allows something: it is allowed, it can be shipped."""
    if root(mine.folded[at]) in mine.denied:
        return False
    if mine.folded[at] not in _MODAL:
        return True
    behind = mine.folded[at + 1 : at + _BEHIND_MODAL]
    return mine.text[mine.words[at].start].islower() and "be" in behind and DENIALS.isdisjoint(behind)


def _beside(reading: Pieces, place: int) -> frozenset[str]:
    """The roots of the words of content in the clause of a word that bans, without those that only say how far."""
    return frozenset(
        root(word)
        for at, word in enumerate(reading.folded)
        if reading.breaks[at] == reading.breaks[place] and is_content(word) and not word.endswith("ly")
        if at != place and word not in ("remain", "remains", "remained")
    )


def never_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A sentence says "never" of what is ahead, which neither the fact nor its quotes deny or rule out."""
    mine = heard.pieces
    at = mine.folded.index("never")
    if not _BEFORE.isdisjoint(mine.folded[at + 1 :]) or not {"had", "has", "have"}.isdisjoint(mine.folded[:at]):
        return
    if any("never" in one.vocabulary for one in fact.near):
        return
    verb = next((root(word) for word in mine.folded[at + 1 :] if is_content(word)), "")
    if any(verb in one.denied for one in fact.near) or not _RULED_OUT.isdisjoint(fact.fact.own.vocabulary - {"not"}):
        return
    start, end, _ = mine.words[at]
    yield Difference("negation", start, end, mine.text[start:end], "")
