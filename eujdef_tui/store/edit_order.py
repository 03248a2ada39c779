"""Where records stand after an edit: numbers for those that are new or moved, between those of their neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from eujdef_tui.model.records import Statement
from eujdef_tui.store.edit_states import States, TooMuchError
from eujdef_tui.store.fragment import Entry
from eujdef_tui.store.screen_order import FIGURES, UNSPOKEN, Group, place_of, speaker_group
from eujdef_tui.store.sql_schema import VIEWS, view_of

__all__ = ["NewOrder"]


class _Item(NamedTuple):
    """A record to be placed: its view, the key that sorts it there, its id, and the number that it had, 0 for none."""

    view: int
    key: tuple[Any, ...]
    id: str
    old: int


class NewOrder:
    """The numbers of records after an edit.

    Attributes:
        numbers: id → number of each record that is new or gets another number.
        renamed: old numbers of records that may stand under another heading though they keep their number.
    """

    def __init__(self, states: States, most: int) -> None:
        """Place what an edit moved. Raises TooMuchError for more than `most`, or where there is no room."""
        self._states = states
        self._places = states.old.places
        self._group = lru_cache(maxsize=None)(self._read_group)
        self._key = lru_cache(maxsize=None)(self._read_key)
        self._at = lru_cache(maxsize=None)(self._read_at)
        self.renamed: set[int] = set()
        self.numbers: dict[str, int] = {}
        self._more = self._said()
        loose = {*states.fresh, *self._out_of_place()}
        loose |= self._groups_out_of_place(loose)
        if len(loose) > most:
            raise TooMuchError
        if loose:
            self._excluded = {states.number(id_) for id_ in (*states.gone, *(loose - set(states.fresh)))}
            self._place(loose)

    # --- groups of statements ---

    def _said(self) -> Counter[str]:
        """How many more statements than before each actor says."""
        more: Counter[str] = Counter()
        for known, sign in ((self._states.now, 1), (self._states.before, -1)):
            for entry, _ in known.values():
                if entry.record == "statement" and entry.kind != "figure" and entry.speaker:
                    more[entry.speaker] += sign
        return more

    def _read_group(self, speaker: str) -> Group:
        label = self._states.label(speaker) if speaker else ""
        if not label:
            return UNSPOKEN
        return speaker_group(len(self._statements(speaker)) + self._more[speaker], label)

    def _statements(self, speaker: str) -> list[tuple[int, str]]:
        """(number, id) of what an actor says in the old base, figures left out."""
        if speaker in self._states.fresh:
            return []
        sql = "SELECT n, id FROM link JOIN record ON n = src WHERE dst = ? AND role = 'speaker' AND kind <> 'figure'"
        return self._states.select(f"{sql} ORDER BY src", self._states.number(speaker))

    def heading(self, record: Statement | Entry) -> str:
        """The heading of a statement."""
        return self._group_of(record)[1]

    def _group_of(self, record: Statement | Entry) -> Group:
        return FIGURES if record.kind == "figure" else self._group(record.speaker)

    def _groups_out_of_place(self, loose: set[str]) -> set[str]:
        """The statements of actors who say more or less than before, or have another name, where that moves them."""
        before, now = self._states.before, self._states.now
        named = {id_ for id_ in self._states.both if before[id_].entry.label != now[id_].entry.label}
        touched: list[list[tuple[int, str]]] = []
        moves = False
        for speaker in {*(one for one, more in self._more.items() if more), *named} - {*self._states.gone}:
            all_of = self._statements(speaker)
            stay = [one for one in all_of if one[1] not in loose and one[1] in self._states.holder]
            if speaker in named:
                self.renamed |= {n for n, _ in all_of}
            if stay:
                touched.append(stay)
                moves = moves or not self._stays(all_of, self._group(speaker), {*loose, *self._states.gone})
        return {id_ for stay in touched for _, id_ in stay} if moves else set()

    def _stays(self, all_of: Sequence[tuple[int, str]], group: Group, leave: set[str]) -> bool:
        """Whether a group still belongs between those around it, once the records that `leave` are away."""
        first, last = self._places.place(all_of[0][0]), self._places.place(all_of[-1][0])
        if last - first + 1 != len(all_of):
            return False  # another's are among them, who has the same name
        before, after = self._group_beside(first - 1, -1, leave), self._group_beside(last + 1, 1, leave)
        return (before is None or before[0] < group[0]) and (after is None or group[0] < after[0])

    def _group_beside(self, place: int, step: int, leave: set[str]) -> Group | None:
        while place in self._states.old.span("statements"):
            record = self._states.record(self._places.number(place))
            if isinstance(record, Statement) and record.id not in leave:
                return self._group_of(record)
            place += step
        return None

    # --- what has to be placed ---

    def _out_of_place(self) -> Iterator[str]:
        """Yield what has another key than before, is in another file, or stands among others there."""
        before, now, files = self._states.before, self._states.now, self._states.files
        was = {id_: (nth, at) for nth in self._states.changed for at, id_ in enumerate(self._states.old_ids(nth))}
        for nth in self._states.changed:
            stayed = [id_ for id_ in files[nth].header.kinds if was.get(id_, (-1, 0))[0] == nth]
            order = _longest_rise([was[id_][1] for id_ in stayed])
            keeps = {stayed[at] for at in order}
            for id_ in files[nth].header.kinds:
                if id_ in before and (id_ not in keeps or _sorts(before[id_].entry) != _sorts(now[id_].entry)):
                    yield id_

    def _read_at(self, nth: int) -> dict[str, int]:
        return {id_: at for at, id_ in enumerate(self._states.files[nth].header.kinds)}

    def _tied(self, key: Any, record_id: str) -> tuple[Any, ...]:
        """A key, and what decides among equal ones: the order of files, and that in a file."""
        nth = self._states.holder[record_id]
        return key, nth, self._at(nth)[record_id]

    def _read_key(self, place: int) -> tuple[Any, ...]:
        """The key of a record that stays, by its old place."""
        record = self._states.record(self._places.number(place))
        key = place_of(record)
        return self._tied((self._group_of(record)[0], key) if isinstance(record, Statement) else key, record.id)

    def _item(self, record_id: str) -> _Item:
        entry = self._states.after(record_id).entry
        key = (self._group_of(entry)[0], entry.place) if entry.record == "statement" else entry.place
        old = 0 if record_id in self._states.fresh else self._states.number(record_id)
        return _Item(list(VIEWS).index(view_of(entry.record)), self._tied(key, record_id), record_id, old)

    # --- numbers ---

    def _place(self, loose: Iterable[str]) -> None:
        items = sorted(map(self._item, loose))
        for (before, after), some in groupby(items, lambda item: self._gap(item)):
            self._fill(before, after, list(some))

    def _gap(self, item: _Item) -> tuple[int, int]:
        """The numbers of the records that stay, before and after a place in a view."""
        span = self._states.old.span(list(VIEWS)[item.view])
        low, high = span.start, span.stop
        while low < high:
            middle = probe = (low + high) // 2
            while probe < high and self._places.number(probe) in self._excluded:
                probe += 1
            if probe < high and self._key(probe) < item.key:
                low = probe + 1
            else:
                high = middle
        return self._staying(low - 1, -1), self._staying(low, 1)

    def _staying(self, place: int, step: int) -> int:
        while 0 < place <= self._states.old.count():
            if (number := self._places.number(place)) not in self._excluded:
                return number
            place += step
        return 0 if step < 0 else self._places.end

    def _fill(self, before: int, after: int, items: Sequence[_Item]) -> None:
        """Number the records of a gap: some keep what they had, the others are spread evenly between these."""
        inside = [(nth, item.old) for nth, item in enumerate(items) if before < item.old < after]
        keep = [inside[at] for at in _longest_rise([old for _, old in inside])]
        for (start, low), (stop, high) in pairwise([(-1, before), *keep, (len(items), after)]):
            room = stop - start
            if high - low < room:
                raise TooMuchError
            for nth in range(start + 1, stop):
                self.numbers[items[nth].id] = low + (high - low) * (nth - start) // room


def _sorts(entry: Entry) -> tuple[Any, ...]:
    return entry.place, entry.record == "statement" and (entry.kind == "figure", entry.speaker)


def _longest_rise(values: Sequence[int]) -> list[int]:
    """The places of the longest series of rising values, in order."""
    ends: list[int] = []
    tails: list[int] = []
    before: list[int] = []
    for nth, value in enumerate(values):
        length = bisect_left(tails, value)
        before.append(ends[length - 1] if length else -1)
        ends[length:] = [nth, *ends[length + 1 :]]
        tails[length:] = [value, *tails[length + 1 :]]
    found: list[int] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]
