"""Which rows of a base an edit changes: worked out over the old base and the fragments of the files that changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

from eujdef_tui.store.edit_order import NewOrder
from eujdef_tui.store.edit_states import Known, States, TooMuchError
from eujdef_tui.store.index_writer import WrittenDocument, document_of
from eujdef_tui.store.numbering import all_tags, document_number
from eujdef_tui.store.search_part import linked_names, search_part

__all__ = ["Change", "Plan", "Side"]


class Side(NamedTuple):
    """A record before or after an edit, as the base has it.

    Attributes:
        n: the number that it is kept under.
        d: that of its document.
        known: its entry and row.
        plain: its row in the table `record`.
        links: its rows in `link`.
        rests: its rows in `rests`.
        document: what search has of it.
    """

    n: int
    d: int
    known: Known
    plain: tuple[Any, ...]
    links: frozenset[tuple[Any, ...]]
    rests: frozenset[tuple[Any, ...]]
    document: WrittenDocument


class Change(NamedTuple):
    """A record that an edit changed, made (`old` is None) or took out (`new` is None)."""

    old: Side | None
    new: Side | None


class Plan:
    """What an edit changes. Raises TooMuchError where the whole is to be compiled."""

    def __init__(self, states: States, most: int) -> None:
        """Work it out, for at most so many records."""
        self.states, self._most = states, most
        self._check()
        self.order = NewOrder(states, most)
        self._mentions, self._differing = self._delta(None), self._delta("differs")
        self._differs = lru_cache(maxsize=None)(self._count_differing)
        changed = self._changed()
        self.changes = [self._change(id_) for id_ in (*states.gone, *changed, *states.fresh)]

    def _check(self) -> None:
        states = self.states
        if len(states.gone) + len(states.fresh) > self._most:
            raise TooMuchError
        if any(states.before[id_].entry.record != states.now[id_].entry.record for id_ in states.both):
            raise TooMuchError
        states.check_origins()

    def _delta(self, role: str | None) -> Counter[str]:
        """How many more records than before point at each: in one role, or in any."""
        more: Counter[str] = Counter()
        for some, sign in ((self.states.now, 1), (self.states.before, -1)):
            for entry, _ in some.values():
                for target in {target for one, target in entry.links if role in (None, one)}:
                    more[target] += sign
        return Counter({target: count for target, count in more.items() if count})

    def _changed(self) -> list[str]:
        """The ids of records, there before and after, of which some row changes. Raises TooMuchError."""
        states, before, now = self.states, self.states.before, self.states.now
        moved = [id_ for id_ in self.order.numbers if id_ not in states.fresh]
        if any(states.after(id_).entry.record == "source" for id_ in moved):
            raise TooMuchError  # all records with evidence in it tell its number
        told = [id_ for id_ in states.both if states.lines(before[id_]) != states.lines(now[id_])]
        found = dict.fromkeys(id_ for id_ in states.both if before[id_] != now[id_])
        found |= dict.fromkeys([*moved, *self._mentions, *self._differing])
        for id_ in dict.fromkeys((*moved, *told)):
            found |= dict.fromkeys(states.ids_that_link_to(id_, self._most))
        there = [id_ for id_ in found if id_ in states.holder and id_ not in states.fresh]
        if len(there) + len(states.gone) + len(states.fresh) > self._most:
            raise TooMuchError
        return there

    def _count_differing(self, record_id: str) -> int:
        if record_id in self.states.fresh:
            return 0
        sql = "SELECT count(*) FROM link WHERE dst = ? AND role = 'differs'"
        return int(self.states.select(sql, self.states.number(record_id))[0][0])

    def number(self, record_id: str) -> int:
        """Return the number that a record is kept under after the edit."""
        return self.order.numbers.get(record_id) or self.states.number(record_id)

    def _change(self, record_id: str) -> Change:
        states = self.states
        old = new = None
        if record_id not in states.fresh:
            counts = states.counts(record_id)
            old = self._side(states.then, states.number, record_id, counts, self._differs(record_id))
        if record_id not in states.gone:
            mentions = (states.counts(record_id)[1] if old else 0) + self._mentions[record_id]
            counts = states.support(record_id), mentions
            differing = self._differs(record_id) + self._differing[record_id]
            new = self._side(states.after, self.number, record_id, counts, differing)
        return Change(old, new)

    def _side(
        self,
        known_of: Callable[[str], Known],
        number: Callable[[str], int],
        record_id: str,
        counts: tuple[int, int],
        differing: int,
    ) -> Side:
        known = entry, row = known_of(record_id)
        n = number(record_id)
        targets = dict.fromkeys(entry.targets)
        named = [(number(target), lines) for target in targets if (lines := self.states.lines(known_of(target)))]
        linked = [(target, linked_names(lines)) for target, lines in named]
        part = search_part(row)
        tags = all_tags(entry, part.tags, number, supported=counts[0] > 1, differing=differing > 0)
        document = document_of((n, entry.record, entry.kind, *part.bounds, sum(counts)), part, linked, tags)
        title, *dated, body = row.plain
        plain = (n, entry.id, entry.record, entry.kind, title, *dated, *counts, body)
        links = frozenset((n, role, number(target)) for role, target in entry.links)
        rests = frozenset((number(s), at, n) for s, first, last in row.rests for at in range(first, last + 1))
        return Side(n, document_number(sum(counts), n), known, plain, links, rests, document)
