"""Whether a fact has what a sentence says was done: a verb of clear meaning is never supported by its nouns alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from eujdef_tui.text.english_words import FUNCTION_WORDS
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import is_content, is_past, root
from eujdef_tui.verify.successions import SUCCEEDING
from eujdef_tui.verify.word_kinds import kind_of
from eujdef_tui.verify.word_lists import ACTS, MOVING, NATIONALITIES, SPEAKING

__all__ = ["ACT", "acts_differ", "deed_differs", "hedges_differ", "roles_turned"]

ACT = kind_of(ACTS.__contains__)
_BARE = frozenset(one for one in ACTS if {f"{one}s", f"{one}es", f"{one[:-1]}ies"} & ACTS.keys())
_PAST = frozenset(one for one in ACTS.keys() - _BARE if not one.endswith(("s", "ing")))
_HELD = {verb: frozenset(map(root, words)) for verb, words in ACTS.items()}
_BEFORE_VERB = frozenset(
    "to will would shall should may might could can must not did do does they we who which".split()
)
_BEFORE_NOUN = frozenset("a the its his her their our this that these those no any some every of".split())
_IDLE = frozenset(
    (one,)
    for one in "open out for room behind it no unsaid unclear aside alone intact untouched unchanged undecided"
    " unanswered vulnerable exposed dependent".split()
)
_UNCHANGED = frozenset(("quit", "cut", "shut", "beat"))  # their past is as they are
_HE = frozenset(("he", "she", "it"))
_COMPARED = SPEAKING | ACTS.keys() | SUCCEEDING | MOVING  # by other comparisons
_BE = frozenset("is are was were be been being".split())
_OF_A_COUNTRY = frozenset(one for one in NATIONALITIES if not one.endswith("s"))  # Australian, before a noun
_GENITIVE = ("'s", "’s", "' ", "’ ")
_NOUN_ENDS = (
    "tion",
    "ions",
    "ment",
    "ments",
    "ence",
    "ance",
    "ship",
    "ships",
    "ity",
    "ism",
    "ness",
    "ing",
    "ies",
    "ist",
)
_LEFT = 6  # words behind "left" among which stands how something is left
_MAY = frozenset("may might could".split())
_NO_HEDGED = (("be",), ("not",), ("never",))  # what is compared otherwise behind "will"
_WILL_REACH, _MAY_REACH = 3, 4  # words behind "will", and behind "may", among which the verb stands


def acts_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """What a sentence says was done, where neither the fact nor its quotes have a word for it: won, cancelled, left."""
    mine = heard.pieces
    for at in mine.places_of(ACT):
        one = root(mine.folded[at])
        if at in heard.covered or one in mine.denied or not _is_verb(heard, at):
            continue
        held = _HELD[mine.folded[at]] | {one}
        if fact.near_roots.isdisjoint(held) and fact.near_vocabulary.isdisjoint(ACTS[mine.folded[at]]):
            start, end, _ = mine.words[at]
            yield Difference("opposite", start, end, mine.text[start:end], "")


def deed_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """What one of those named does to the next, where a fact has no word for it: Biden snubbed Kishida."""
    mine = heard.pieces
    for named, other in pairwise(heard.named):
        at, between = named.last, mine.folded[named.last : other.first]
        if len(between) - (between[-1:] == ("the",)) != 1 or not is_content(between[0]):
            continue
        if mine.text[named.end : named.end + 2] in _GENITIVE:
            continue  # in Beijing's eyes Taiwan …
        one, word = root(between[0]), between[0]
        if word in _COMPARED or one in mine.denied or not (is_past(word) or word.endswith("s")):
            continue
        if fact.roots.isdisjoint({one} | heard.thesaurus.others(one)):
            start, end, _ = mine.words[at]
            yield Difference("opposite", start, end, mine.text[start:end], "")


def _is_verb(heard: Heard, at: int) -> bool:
    """Whether a word that may be a noun, too, is a verb where it stands: claims, of "Beijing claims"."""
    mine, word = heard.pieces, heard.pieces.folded[at]
    before = mine.folded[at - 1] if at else ""
    if mine.folded[at + 1 : at + 2] in _IDLE or _leaves_so(mine, at):
        return False  # leaves open
    if before in _BEFORE_NOUN:
        return before == "that" and word in _PAST
    after = mine.folded[at + 1] if at + 1 < len(mine.folded) else ""
    if word in _PAST:
        # "the cancelled summit", "a region left behind": it belongs to a noun
        return at > 0 and (before in _BE or at - 1 in heard.covered or not (after and _is_adjective(mine, at, after)))
    if word.endswith("ing"):
        return before in _BE
    if word.endswith("s"):
        told = at - 1 in heard.covered or before in _BEFORE_VERB or before in _HE or before.endswith("ly")
        return told or after in _BEFORE_NOUN or after == "to" or at + 1 in heard.covered
    return before in _BEFORE_VERB or (word in _UNCHANGED and at - 1 in heard.covered)


def _leaves_so(mine: Pieces, at: int) -> bool:
    """Whether a "left" tells how something is left: left Beijing unmentioned, leaves the door open."""
    if not mine.folded[at].startswith(("leave", "left")):
        return False
    behind = range(at + 2, min(at + _LEFT, len(mine.folded)))
    same = [mine.folded[place] for place in behind if mine.breaks[place] == mine.breaks[at]]
    return any((word,) in _IDLE or (word.startswith("un") and word.endswith("ed")) for word in same)


def _is_adjective(mine: Pieces, at: int, after: str) -> bool:
    """Whether a verb in the past stands between a small word and its noun: in the disputed sea, of reduced costs."""
    return is_content(after) and mine.folded[at - 1] in FUNCTION_WORDS and mine.folded[at - 1] not in _BEFORE_VERB


def hedges_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """What a fact says may be, a sentence says will be: by the verb behind the one and the other."""
    mine = heard.pieces
    at = mine.folded.index("will")
    if not _MAY.isdisjoint(mine.folded) or mine.folded[at + 1 : at + 2] in _NO_HEDGED:
        return
    near = fact.near
    if any("will" in one.vocabulary for one in near):
        return
    verb = next((root(word) for word in mine.folded[at + 1 : at + 1 + _WILL_REACH] if is_content(word)), "")
    for reading in near:
        for place, word in enumerate(reading.folded):
            if word in _MAY and verb in map(root, reading.folded[place + 1 : place + 1 + _MAY_REACH]):
                start, end, _ = mine.words[at]
                yield Difference("status", start, end, mine.text[start:end], word)
                return


def roles_turned(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """One whom a sentence has do what a fact has done to that one: Taiwan claims …, for China claims Taiwan."""
    mine = heard.pieces
    if heard.doers is None:
        heard.doers = list(_doers(heard))
    for named, verb in heard.doers:
        if root(verb) not in fact.near_roots:
            continue
        found = [_roles(heard, fact, reading, named, root(verb)) for reading in fact.near]
        doer = next((one for one, _ in found if one is not None), None)
        if doer is None and not any(does for _, does in found) and (other := _other_doer(heard, fact, named, verb)):
            yield Difference("name", named.start, named.end, mine.text[named.start : named.end], other)
            return
        if doer is not None and not any(does for _, does in found):
            reading = next(one for one, pair in zip(fact.near, found, strict=True) if pair[0] is doer)
            said, instead = mine.text[named.start : named.end], reading.text[doer.start : doer.end]
            yield Difference("name", named.start, named.end, said, instead)
            return


def _doers(heard: Heard) -> Iterator[tuple[Named, str]]:
    """Whom a sentence has do something, and what, as far as can be told: worked out once for all facts."""
    mine = heard.pieces
    for named in heard.named:
        verb = mine.folded[named.last] if named.last < len(mine.folded) else ""
        if not is_content(verb) or verb.endswith(_NOUN_ENDS) or named.last in heard.covered:
            continue
        if mine.folded[named.last - 1] in _OF_A_COUNTRY or mine.folded[named.last + 1 : named.last + 2] == ("by",):
            continue
        yield named, verb


def _roles(heard: Heard, fact: Evidenced, reading: Pieces, named: Named, verb: str) -> tuple[Named | None, bool]:
    """Who does something to someone in a text, where another does it; and whether someone does it there, too."""
    there = fact.facts.named(reading)
    does = [one for one in there if _does(reading, one, verb) and _may_act(heard, one)]
    if any(_is_one(heard, named, one) for one in does):
        return None, True
    turned = (one for one in does for other in there if _is_next(reading, one, other) and _is_one(heard, named, other))
    return next(turned, None), False


def _other_doer(heard: Heard, fact: Evidenced, named: Named, verb: str) -> str:
    """Who does something in all texts of a fact that tell who does it, and is not the one of a sentence; "" for none.

    The US threat, for Brussels threatened; but not Japan, of "Japan and the EU agree".
    """
    if verb not in ACTS or heard.speaker & set(named.ids):
        return ""
    found = ""
    for reading in fact.near:
        there = fact.facts.named(reading)
        for one in there:
            if not (_does(reading, one, root(verb)) and _may_act(heard, one)):
                continue
            together = (other for other in there if other.first <= one.first)
            if any(_is_one(heard, named, other) for other in together):
                return ""
            found = found or reading.text[one.start : one.end]
    return found


def _does(reading: Pieces, named: Named, verb: str) -> bool:
    """Whether a verb stands behind a name, and is no part of what follows: Japan's ageing jets."""
    word = reading.folded[named.last] if named.last < len(reading.folded) else ""
    return bool(word) and not word.endswith("ing") and root(word) == verb


def _may_act(heard: Heard, named: Named) -> bool:
    return any(heard.names.kinds.get(one) not in ("agreement", "source", None) for one in named.ids)


def _is_next(reading: Pieces, doer: Named, other: Named) -> bool:
    """Whether a name follows the verb behind another one, with nothing but spaces between."""
    if other.first != doer.last + 1:
        return False
    return reading.text[reading.words[doer.last].end : other.start].isspace()


def _is_one(heard: Heard, named: Named, other: Named) -> bool:
    return heard.names.any_alike(named.ids, other.ids)
