"""What changed in a base since it was looked at last, told from the digests that were kept of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from eujdef_tui.compare.change import HOLDING, Change, Edit, FallenQuote, change_of, counted, counted_words, in_order
from eujdef_tui.compare.digests import ASPECTS, BYTES, Seen, seen
from eujdef_tui.compare.last_look import LastLook, read_through
from eujdef_tui.model.labels import record_type
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Event, Record, Source
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["News", "news_of"]

MOST_PASSED = 1000  # plans whose day passed that are looked for
_PASSES = 20  # in which wrong guesses of renames are taken back, each reading all that are left


class News(NamedTuple):
    """What changed since a day.

    Of a base with too many records it is only known how many `files` changed, and how many records there are `more`.
    """

    since: int
    changes: tuple[Change, ...]
    files: int = 0
    more: int = 0

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.changes or self.files or self.more)

    def words(self, today: int | None = None) -> str:
        """Say it in a few words: "12 new, 3 changed, 1 planned date passed since 21 Nov"; see `day`."""
        told = [f"{self.files:,} file{'s' * (self.files != 1)} changed"] if self.files else []
        told += [f"{abs(self.more):,} records {'more' if self.more > 0 else 'fewer'}"] if self.more else []
        told += [counted_words(counted(self.changes))] if self.changes else []
        return f"{', '.join(told)} since {self.day(today)}"

    def day(self, today: int | None = None) -> str:
        """Return the day since when, without its year where that is the one of `today`."""
        year, said = self.since // 10_000, edtf.in_english(edtf.iso_day(self.since))
        return said.removesuffix(f" {year}") if today and year == today // 10_000 else said


def news_of(base: Base, before: LastLook, now: LastLook) -> News:
    """Return what changed in a base, looked at `now`, since the look `before`."""
    passed = list(_passed(base, before, now.day))
    if before.records is None or now.records is None:
        names = before.files.keys() | now.files.keys() if before.key != now.key else ()
        files = sum(before.files.get(name) != now.files.get(name) for name in names)
        return News(before.day, tuple(passed), files, now.size - before.size)
    return News(before.day, in_order((*_Comparing(base, before.records, now.records).changes(), *passed)))


def _passed(base: Base, before: LastLook, today: int) -> Iterator[Change]:
    """The plans whose day passed since the look before, as far as they were plans then."""
    for n in base.coming(before.day, MOST_PASSED):  # the soonest first
        record = base.record(n).record
        if not isinstance(record, Event) or edtf.bounds(record.date)[1] >= today:
            break
        if record.status != "planned":
            continue
        known = before.records.get(record.id) if before.records is not None else None
        if before.records is None or (known and known.status == "planned"):
            yield change_of("passed", record)


def _without_rest(one: Seen) -> Seen:
    """A record without what it points at."""
    at = ASPECTS.index("rest") * BYTES
    return one._replace(digests=one.digests[:at] + one.digests[at + BYTES :])


class _Comparing:
    """Holds what was kept of the records of a base against what they are."""

    def __init__(self, base: Base, before: Mapping[str, Seen], now: Mapping[str, Seen]) -> None:
        self._base = base
        self._before = before
        self._now = now
        self._gone = {id_: one for id_, one in before.items() if id_ not in now or now[id_].record != one.record}
        self._new = {id_: one for id_, one in now.items() if id_ not in before or before[id_].record != one.record}
        self._was = self._renamed() if self._gone and self._new else {}

    def changes(self) -> Iterator[Change]:
        """Yield all that changed, but for the days of plans."""
        former = set(self._was.values())
        left = ((id_, one) for id_, one in self._gone.items() if id_ not in former)
        yield from (Change("gone", one.record, id_, one.title, one.date) for id_, one in left)
        for id_ in self._new:
            was = self._was.get(id_, "")
            yield change_of("renamed" if was else "new", self._record(id_))._replace(was=was)
        for id_, one in self._now.items():
            if id_ not in self._new and one != self._before[id_]:
                yield from self._changed(id_, self._before[id_])

    def _number(self, record_id: str) -> int:
        number = self._base.number(record_id)
        assert number is not None, "only ids of the look at this base are asked for"
        return number

    def _record(self, record_id: str) -> Record:
        return self._base.record(self._number(record_id)).record

    def _looked_at(self, record_id: str) -> Seen:
        """What is kept of a record, with the former ids of those that it points at."""
        ((record, plain),) = self._base.plain((self._number(record_id),))
        return seen(record_type(record), plain, self._article(record), lambda id_: self._was.get(id_, id_))

    def _article(self, record: Record) -> str:
        return self._base.article(record.id).text if isinstance(record, Source) else ""

    def _renamed(self) -> dict[str, str]:
        """New id → former id. Those that point at none that is renamed come first, then those that point at them."""
        self._was = dict[str, str]()
        gone: dict[Seen, list[str]] = defaultdict(list)
        for id_ in sorted(self._gone, reverse=True):
            gone[self._gone[id_]].append(id_)
        while True:
            found = False
            for id_ in sorted(self._new.keys() - self._was.keys()):
                one = self._looked_at(id_)
                if gone.get(one):
                    self._was[id_] = gone[one].pop()
                    found = True
            if not found:
                self._add_circles()
                return self._was

    def _add_circles(self) -> None:
        """Add those that point at each other: they are alike but for what they point at, and the same once all are."""
        taken, gone = set(self._was.values()), defaultdict[Seen, list[str]](list)
        for id_ in sorted(self._gone.keys() - taken, reverse=True):
            gone[_without_rest(self._gone[id_])].append(id_)
        guessed: dict[str, str] = {}
        for id_ in sorted(self._new.keys() - self._was.keys()):
            if found := gone.get(_without_rest(self._looked_at(id_))):
                guessed[id_] = found.pop()
        self._was |= guessed
        for _ in range(_PASSES):
            wrong = [id_ for id_ in guessed if self._looked_at(id_) != self._gone[guessed[id_]]]
            if not wrong:
                return
            for id_ in wrong:
                del guessed[id_], self._was[id_]
        for id_ in guessed:
            del self._was[id_]

    def _changed(self, record_id: str, before: Seen) -> Iterator[Change]:
        now = self._looked_at(record_id) if self._was else self._now[record_id]
        record = self._record(record_id)
        pairs = [(name, getattr(before, name), getattr(now, name)) for name in ("date", "status", "figure")]
        edits = [Edit(name, "", old, new) for name, old, new in pairs if old != new]
        for nth, aspect in enumerate(ASPECTS):
            part = slice(nth * BYTES, (nth + 1) * BYTES)
            if before.digests[part] != now.digests[part]:
                if aspect == "quotes" and isinstance(record, Source):
                    yield self._edited(record)
                else:
                    edits.append(Edit(aspect, "", "", ""))
        if edits:
            yield change_of("changed", record)._replace(edits=tuple(edits))

    def _edited(self, source: Source) -> Change:
        """An article that was edited, with how many quotes stand in it now, and those that do not."""
        quotes = self._quotes.get(source.id, {})
        fell = tuple(quote for quote in quotes.values() if quote.grade not in HOLDING)
        return change_of("edited", source)._replace(hold=len(quotes) - len(fell), fell=fell)

    @cached_property
    def _quotes(self) -> dict[str, dict[tuple[str, ...], FallenQuote]]:
        """The quotes from each article that was edited, each once for a record.

        All records are read: the base knows which rest on a sentence, and not which have a quote that is gone.
        """
        at = slice(ASPECTS.index("quotes") * BYTES, (ASPECTS.index("quotes") + 1) * BYTES)
        same = {
            id_
            for id_, one in self._before.items()
            if id_ in self._now and one.digests[at] == self._now[id_].digests[at]
        }
        found: dict[str, dict[tuple[str, ...], FallenQuote]] = defaultdict(dict)
        for record, _ in read_through(self._base):
            for item in evidence_of(record):
                if item.source not in same:
                    quote = FallenQuote(record.id, item.quote, item.grade, "")
                    found[item.source][record.id, item.quote, item.prefix, item.suffix] = quote
        return found
