"""Whether a sentence has somebody pay whom a fact has get the money: who funds, finances, subsidises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import is_content, root
from eujdef_tui.verify.word_kinds import kind_of
from eujdef_tui.verify.word_lists import PAYING

__all__ = ["PAID", "payers_differ"]

PAID = kind_of(PAYING.__contains__)
_BY = frozenset(("by", "from", "through"))  # before who pays, if the words that are paid for stand first
_GIVING = frozenset(map(root, "provide offer give grant supply help put".split()))  # provides funding
_BESIDE = frozenset((("and",), ("or",), (), ("and", "the")))
_NEXT = 3  # words behind a verb of paying among which a "by" stands


def payers_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """One whom a sentence has pay, where in the fact and its quotes others do."""
    mine = _payers(heard.pieces, heard.named)
    if not mine:
        return
    there = [(reading, one) for reading in fact.near for one in _payers(reading, fact.facts.named(reading))]
    for payer in mine if there else ():
        if not any(heard.names.any_alike(payer.ids, one.ids) for _, one in there):
            reading, one = there[0]
            said, instead = heard.pieces.text[payer.start : payer.end], reading.text[one.start : one.end]
            yield Difference("name", payer.start, payer.end, said, instead)
            return


def _payers(pieces: Pieces, named: Sequence[Named]) -> list[Named]:
    """Who pays in a text, as far as it names them."""
    return [one for at in pieces.places_of(PAID) for one in _payers_at(pieces, named, at)]


def _payers_at(pieces: Pieces, named: Sequence[Named], at: int) -> list[Named]:
    """Who pays by a verb: before it, or behind its "by"; those who stand with an "and" beside that one too."""
    clause = [one for one in named if pieces.breaks[one.first] == pieces.breaks[at]]
    by = next((place for place in range(at + 1, min(at + 1 + _NEXT, len(pieces.folded))) if _is_by(pieces, place)), -1)
    if by >= 0:
        return [one for one in clause if one.first > by][:1]
    before = [one for one in clause if one.last <= at]
    if not before or not _is_near(pieces, before[-1].last, at):
        return []
    found = [before.pop()]
    while before and pieces.folded[before[-1].last : found[-1].first] in _BESIDE:
        found.append(before.pop())
    return found


def _is_by(pieces: Pieces, at: int) -> bool:
    return pieces.folded[at] in _BY


def _is_near(pieces: Pieces, first: int, at: int) -> bool:
    """Whether between somebody and a verb only stand what gives and whose they are: companies may provide."""
    between = [root(word) for word in pieces.folded[first:at] if is_content(word)]
    return len([one for one in between if one not in _GIVING]) <= 1
