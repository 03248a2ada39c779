"""Whether a sentence has another speaker than a fact, or confines it to what it names."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import OUTLETS, Named
from eujdef_tui.verify.roots import root
from eujdef_tui.verify.word_lists import NATIONALITIES

__all__ = ["EXCLUDING", "limits_differ", "speaker_differs"]

_LIMITED = frozenset(map(root, "limited confined restricted".split()))
_SOMEBODY = frozenset((one,) for one in (*NATIONALITIES, "european"))
EXCLUDING = frozenset("confined limited restricted solely exclusively alone only".split())


def speaker_differs(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Who says it in the draft is not who says it in the base."""
    if not heard.speaker or not fact.speaker:
        return
    names = heard.names
    said = set(heard.speaker)
    if heard.reporters and not said.isdisjoint(fact.sources):
        return  # a newspaper tells what others say
    if any(names.kinds.get(one) in OUTLETS and _is_reported_by(heard, one, fact) for one in said):
        return
    if names.any_alike(said, {fact.speaker}) or said & {
        one for named in fact.facts.named(fact.fact.own) for one in named.ids
    }:
        return
    who = sorted(said)[0]
    place = next((one for one in heard.named if who in one.ids), None)
    if place is not None and _is_somebody_of(heard, place):
        return
    start, end = (place.start, place.end) if place else (0, 0)
    title = names.titles.get(fact.speaker, fact.speaker)
    yield Difference("speaker", start, end, names.titles.get(who, who), f"{title} says it")


def _is_reported_by(heard: Heard, outlet: str, fact: Evidenced) -> bool:
    """Whether an article on which a fact rests is of an outlet, or retells it: the Nikkei, of the Nikkei report."""
    name = next((heard.pieces.text[one.start : one.end] for one in heard.named if outlet in one.ids), "").lower()
    articles = map(fact.facts.base.source, sorted(fact.sources))
    told = (f"{one.container_title} {one.container_title_short} {one.derived_from}" for one in articles)
    return bool(name) and any(name in one.lower() for one in told)


def _is_somebody_of(heard: Heard, named: Named) -> bool:
    """Whether a name stands for somebody of a place, who has no name: the European, the Japanese."""
    before, words = heard.pieces.folded[max(0, named.first - 1) : named.first], heard.pieces.folded
    return before == ("the",) and words[named.first : named.last] in _SOMEBODY


def limits_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """A sentence confines something to what it names, and the fact says that it is not limited to that."""
    mine = heard.pieces
    if not any(_LIMITED & reading.denied.keys() for reading in fact.near):
        return
    at = next((at for at in range(len(mine.folded)) if _excludes(heard, at)), -1)
    if at >= 0:
        start, end, _ = mine.words[at]
        yield Difference("negation", start, end, mine.text[start:end], f"not {mine.text[start:end]}")


def _excludes(heard: Heard, at: int) -> bool:
    """Whether a word confines something to what is named: confined to Japan, Japan only."""
    mine, word = heard.pieces, heard.pieces.folded[at]
    if word == "only":
        is_denied = mine.folded[max(0, at - 1) : at] == ("not",)
        return not is_denied and not heard.covered.isdisjoint((at - 1, at + 1))
    return word in EXCLUDING and root(word) not in mine.denied
