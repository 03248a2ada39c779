"""Whether a sentence tells of one of two what the base tells of the other: "while A is bold, B is careful"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import is_content, root

__all__ = ["roles_differ", "sets_apart"]

AGAINST = frozenset(("while", "whereas", "but"))  # what sets two clauses against each other


def roles_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Of two who are set against each other, a sentence tells of one what the fact tells of the other."""
    mine, names = _sides_of(heard.pieces, heard.named), heard.names
    if len(mine) != 2:
        return
    for reading in fact.near:
        there = _sides_of(reading, fact.facts.named(reading))
        if len(there) != 2 or there[0].ids & there[1].ids:
            continue
        same = [[len(one.roots & other.roots) for other in there] for one in mine]
        alike = [[names.any_alike(one.ids, other.ids) for other in there] for one in mine]
        # by their words they stand the other way round than by their names
        straight, crossed = same[0][0] + same[1][1], same[0][1] + same[1][0]
        if alike == [[True, False], [False, True]] and crossed > straight:
            other = there[1].named
        elif alike == [[False, True], [True, False]] and straight > crossed:
            other = there[0].named
        else:
            continue
        start, end = mine[0].named.start, mine[0].named.end
        instead = reading.text[other.start : other.end]
        yield Difference("name", start, end, heard.pieces.text[start:end], instead)
        return


def sets_apart(pieces: Pieces, named: Sequence[Named]) -> bool:
    """Whether a sentence may set two whom it names against each other."""
    return not AGAINST.isdisjoint(pieces.vocabulary) or bool(_parted(pieces, named))


def _parted(pieces: Pieces, named: Sequence[Named]) -> int:
    """Where the second part begins, of a sentence of two parts that name one each: A is bold, B careful; else 0."""
    if len(named) != 2:
        return 0
    one, other = named
    marks = [at for at in range(one.last, other.first + 1) if pieces.breaks[at] != pieces.breaks[at - 1]]
    return marks[0] if len(marks) == 1 and len(set(pieces.breaks)) == len(marks) + 1 else 0


class _Side(NamedTuple):
    named: Named
    ids: frozenset[str]
    roots: frozenset[str]


def _sides_of(pieces: Pieces, named: Sequence[Named]) -> list[_Side]:
    """The two parts of a sentence that "while" or "whereas" sets against each other, if each names one."""
    at = next((at for at, word in enumerate(pieces.folded) if at and word in AGAINST), 0)
    begin = at + 1 if at else _parted(pieces, named)
    if not begin:
        return []
    found = list[_Side]()
    for first, last in ((0, at or begin), (begin, len(pieces.folded))):
        inside = [one for one in named if first <= one.first and one.last <= last]
        if len(inside) != 1:
            return []
        covered = range(inside[0].first, inside[0].last)
        words = (pieces.folded[place] for place in range(first, last) if place not in covered)
        found.append(
            _Side(inside[0], frozenset(inside[0].ids), frozenset(root(word) for word in words if is_content(word)))
        )
    return found
