"""Whether something happened where a sentence says: in Tokyo, at the Brussels summit."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.word_lists import CITIES, HAPPENING, NOUNS_OF_MEETINGS

__all__ = ["place_differs"]

# before a city that stands for its government, with no more words between than this
_BETWEEN, _FAR = frozenset(("between", "and", "with", "both")), 3
_IN = frozenset(("in", "at", "near", "outside"))


def place_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A city in which a sentence has happen what the fact has happen in another."""
    mine = _cities(heard.pieces)
    if not mine:
        return
    told = {city: at for reading in fact.near for city, at in _cities(reading).items()}
    written = fact.vocabulary
    happens = not (HAPPENING | {"took"}).isdisjoint(heard.pieces.vocabulary)
    for city, at in mine.items():
        nowhere = happens and not told and city in written and not any(city in _wheres(one) for one in fact.readings)
        if nowhere or (told and city not in told and city not in written):
            word = heard.pieces.words[at]
            instead = ", ".join(sorted(one.capitalize() for one in told))
            yield Difference("name", word.start, word.end, heard.pieces.text[word.start : word.end], instead)


def _wheres(pieces: Pieces) -> set[str]:
    """The cities of a text, but for those that stand for their governments: "between Brussels and Tokyo"."""
    folded = pieces.folded
    return {
        word
        for at, word in enumerate(folded)
        if word in CITIES
        and _BETWEEN.isdisjoint(folded[max(0, at - _FAR) : at])
        and folded[at + 1 : at + 2] != ("and",)
    }


def _cities(pieces: Pieces) -> dict[str, int]:
    """City → the number of its word, where it is one in which something happens."""
    found = dict[str, int]()
    for at, word in enumerate(pieces.folded):
        if word not in CITIES:
            continue
        before, after = pieces.folded[max(0, at - 1) : at], pieces.folded[at + 1 : at + 2]
        if (before and before[0] in _IN) or (after and after[0] in NOUNS_OF_MEETINGS):
            found[word] = at
    return found
