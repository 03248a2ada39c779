"""Whether a sentence has who does something and to whom the other way round than a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import is_content, root

__all__ = ["directions_differ"]

_BOTH = frozenset("with and between among together or".split())  # what is done by both, with one another
_FROM = frozenset(("by", "from"))
_REACH = 8  # words between the two


class _Deed(NamedTuple):
    """Words in which something is done by one named to another."""

    doer: Named
    other: Named
    roots: frozenset[str]


def directions_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """One whom a sentence has do something to another, where the fact has the other do it to this one."""
    for mine in _deeds(heard.pieces, heard.named):
        done, there = set(mine.doer.ids), set(mine.other.ids)
        for reading in (fact.fact.own, *fact.quotes):
            deeds = [one for one in _deeds(reading, fact.facts.named(reading)) if one.roots & mine.roots]
            if any(done & set(one.doer.ids) and there & set(one.other.ids) for one in deeds):
                return
            for one in deeds:
                if done & set(one.other.ids) and there & set(one.doer.ids):
                    start, end = mine.doer.start, mine.doer.end
                    instead = reading.text[one.doer.start : one.doer.end]
                    yield Difference("name", start, end, heard.pieces.text[start:end], instead)
                    return


def _deeds(pieces: Pieces, named: Sequence[Named]) -> Iterator[_Deed]:
    """What stands between one name and the next in a clause."""
    for one, other in pairwise(named):
        between = pieces.folded[one.last : other.first]
        if not 0 < len(between) <= _REACH or not _BOTH.isdisjoint(between):
            continue
        if not set(one.ids).isdisjoint(other.ids) or pieces.breaks[one.first] != pieces.breaks[other.first]:
            continue
        owns = pieces.text[one.end : one.end + 2] in ("'s", "’s")
        if "of" in between and not owns:
            continue  # of whom it is, and not to whom it is done
        roots = frozenset(root(word) for word in between if is_content(word))
        if roots:
            yield _Deed(other, one, roots) if between[-1] in _FROM else _Deed(one, other, roots)
