"""Whether a sentence names another thing of a kind than a fact: tanks for missiles, a university for a startup."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.roots import root
from eujdef_tui.verify.word_kinds import kind_of
from eujdef_tui.verify.word_lists import THINGS

__all__ = ["THING", "things_differ"]


def _forms(word: str) -> tuple[str, str]:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word, f"{word[:-1]}ies"
    return word, f"{word}es" if word.endswith(("s", "ch", "o")) else f"{word}s"


# Word for a thing → the numbers of its kinds, and what it is: the first word for it.
_THINGS: dict[str, tuple[frozenset[int], str]] = {}
for _kind, _things in enumerate(THINGS):
    for _some in _things:
        for _word in (form for word in _some for form in _forms(word)):
            _THINGS[_word] = _THINGS.get(_word, (frozenset(), ""))[0] | {_kind}, _some[0]
THING = kind_of(_THINGS.__contains__)


def things_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A thing of which a fact has no word, where it has another thing of the kind that the sentence has not."""
    mine = heard.pieces
    told = {_THINGS[mine.folded[at]][1] for at in mine.places_of(THING)}
    for at in mine.places_of(THING):
        one = root(mine.folded[at])
        if at in heard.covered or one in fact.roots or not heard.thesaurus.others(one).isdisjoint(fact.roots):
            continue
        kinds, _ = _THINGS[mine.folded[at]]
        for reading in fact.near:
            if _THINGS.keys().isdisjoint(reading.vocabulary):
                continue
            for place in reading.places_of(THING):
                others, thing = _THINGS[reading.folded[place]]
                if kinds & others and thing not in told:
                    (start, end, _), there = mine.words[at], reading.words[place]
                    yield Difference("name", start, end, mine.text[start:end], reading.text[there.start : there.end])
                    return
