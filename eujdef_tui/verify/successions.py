"""Who held an office before whom: predecessors, successors, and who took over from someone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.facts import Facts, read_once
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.pieces import Pieces

__all__ = ["SUCCEEDING", "successions_differ"]

_BEFORE, _AFTER = frozenset(("predecessor", "predecessors")), frozenset(("successor", "successors"))
_VERBS = frozenset("succeeded succeeds succeeding followed follows following replaced replaces replacing".split())
_PRECEDING = frozenset("preceded precedes preceding".split())
_OVER = (("took", "over"), ("takes", "over"), ("taken", "over"), ("inherited",))
SUCCEEDING = _BEFORE | _AFTER | _VERBS | _PRECEDING | {"took", "takes", "taken", "inherited"}
_HIS = frozenset("his her whose their".split())
_IS = frozenset("is was are were the a".split())
_BESIDE = 6  # words between a person and what relates them to another


def successions_differ(heard: Heard, fact: Evidenced) -> Iterator[Difference]:
    """Someone is told to have held an office before another who held it before them."""
    facts = fact.facts
    for earlier, later in _pairs(heard.pieces, heard.named, heard.names.kinds):
        if earlier is None or later is None:
            continue
        known = {pair for one in (*earlier.ids, *later.ids) for pair in earlier_of(facts, one)} | _told(fact)
        turned = {(two, one) for one in earlier.ids for two in later.ids}
        if known & turned and known.isdisjoint((two, one) for one, two in turned):
            first = min(earlier, later, key=lambda one: one.start)
            other = later if first is earlier else earlier
            yield Difference("name", first.start, first.end, _written(heard, first), _written(heard, other))


def _told(fact: Evidenced) -> frozenset[tuple[str, str]]:
    """The pairs of persons (earlier, later in office) that a fact and its quotes tell of."""
    told = (one for one in fact.near if not SUCCEEDING.isdisjoint(one.vocabulary))
    pairs = (pair for one in told for pair in _pairs(one, fact.facts.named(one), fact.facts.names.kinds))
    return frozenset((one, two) for first, then in pairs if first and then for one in first.ids for two in then.ids)


@read_once
def earlier_of(facts: Facts, record: str) -> frozenset[tuple[str, str]]:
    """The pairs of persons (earlier, later in office) that the base tells of where it says who someone is."""
    return frozenset(_earlier_of(facts, record))


def _earlier_of(facts: Facts, record: str) -> Iterator[tuple[str, str]]:
    if facts.names.kinds.get(record) != "person":
        return
    for told, is_of_it in facts.descriptions(record):
        for earlier, later in _pairs(told, facts.named(told), facts.names.kinds):
            if not is_of_it and (earlier is None or later is None):
                continue
            yield from (
                (one, two)
                for one in (earlier.ids if earlier else (record,))
                for two in (later.ids if later else (record,))
                if one != two
            )


def _pairs(
    told: Pieces, named: Sequence[Named], kinds: Mapping[str, str]
) -> Iterator[tuple[Named | None, Named | None]]:
    """Who was earlier, and who later; None for whom the words do not name."""
    persons = [one for one in named if any(kinds.get(name) == "person" for name in one.ids)]
    for at, word in enumerate(told.folded):
        if word in _BEFORE or word in _AFTER:
            whose, who = _related(told, persons, at)
            if whose or who:
                yield (who, whose) if word in _BEFORE else (whose, who)
        elif word in _VERBS | _PRECEDING or told.folded[at : at + 2] in _OVER or told.folded[at : at + 1] in _OVER:
            one, other = _last_before(persons, at), _first_behind(persons, at)
            if one and other:
                is_by = "by" in told.folded[at : other.first]
                yield (one, other) if is_by != (word in _PRECEDING) else (other, one)


def _related(told: Pieces, persons: Sequence[Named], at: int) -> tuple[Named | None, Named | None]:
    """Whose predecessor or successor a word stands for, and who that is."""
    before, behind = _last_before(persons, at), _first_behind(persons, at)
    if told.folded[at + 1 : at + 2] == ("of",) and behind:
        return behind, before
    if before is None:
        return None, None
    between = told.folded[before.last : at]
    if not between:  # B's predecessor
        other = _last_before(persons, before.first)
        beside = other is not None and _IS.issuperset(told.folded[other.last : before.first])
        return before, other if beside or behind is None else behind
    if _HIS.isdisjoint(between[-2:]):
        return None, None
    if between[0] in _IS:  # A was his predecessor
        return _last_before(persons, before.first), before
    return before, behind


def _last_before(persons: Sequence[Named], at: int) -> Named | None:
    return next((one for one in reversed(persons) if one.last <= at and at - one.last <= _BESIDE), None)


def _first_behind(persons: Sequence[Named], at: int) -> Named | None:
    return next((one for one in persons if one.first > at and one.first - at <= _BESIDE), None)


def _written(heard: Heard, named: Named) -> str:
    return heard.pieces.text[named.start : named.end]
