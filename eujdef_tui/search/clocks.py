"""Queries with a clock: `asof:DATE` as it stood on that day, `known:DATE` as the sources issued by that day told it.

A clock keeps how the rest of a query is read: it is searched as it would be without, and what was not known by then is
taken out. So who asks for a later day finds no less, and what is left out, mended or expanded does not change with it.
Only what a query asks of a status, or of what is to come, is read on that day: `known:` alone stands on its own day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from eujdef_tui.errors import QueryError
from eujdef_tui.model.clock import HELD, PERHAPS, Clock, clock_words, office_on
from eujdef_tui.model.glyphs import STATUS_MARKS
from eujdef_tui.model.labels import title_of
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Actor, Event, Membership, Record
from eujdef_tui.model.searchable import names_of, prose_of
from eujdef_tui.search.pieces import CLOCKS, pieces
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import Filter, Query, parse
from eujdef_tui.search.results import Hit, Reading, Result
from eujdef_tui.store import Base
from eujdef_tui.store.clocked_base import SMALL, ClockedBase, by_clock
from eujdef_tui.text import edtf
from eujdef_tui.text.word_forms import folded_words

__all__ = ["clock_of", "search_by_clock", "seen_by", "without_clocks"]

_LAST = 9999_12_31  # the last day that a clock can show


def clock_of(query: Query) -> Clock:
    """The clock of a query. Raises QueryError for one that is set twice or negated, or to a date without a last day."""
    days: dict[str, int] = {}
    for item in query.clocks:
        day = edtf.bounds(item.date)[1]
        if item.negated:
            raise QueryError(f"{item.field}: cannot be negated", f"write {item.field}:{item.value}", item.column - 1)
        if days.get(item.field, day) != day:
            raise QueryError(f"{item.field}: stands twice", "a query is seen by one day", item.column)
        if not 0 < day <= _LAST:
            advice = "write 2024-11-01; of 2024 or 2024-11 the last day is meant"
            raise QueryError(f"{item.value} has no last day", advice, item.column + len(item.field) + 1)
        days[item.field] = day
    return Clock(**days)


def seen_by(base: Base, query: Query) -> Base:
    """The base as it stands by the clock of a query; the base itself where it has none."""
    return by_clock(base, clock_of(query)) if query.clocks else base


Search = Callable[[Base, Query, int], Result]


def search_by_clock(search: Search, base: Base, query: Query, limit: int) -> Result:
    """What a query with a clock finds; `search` is that without one. Raises QueryError as it and `clock_of` do."""
    clock = clock_of(query)
    plain, day = parse(without_clocks(query.text)), clock.asof or clock.known
    standing = by_clock(base, Clock(asof=day))

    def find(asked: Query) -> Result:
        if asked.empty:  # the clock stands alone: all records
            return Pipeline(standing, asked, limit).find([]) or Result(asked)
        return search(standing, asked, limit)

    found = find(plain)
    if clock.known:
        seen = by_clock(base, clock)
        assert isinstance(seen, ClockedBase)
        found = _known(seen, find, plain, found)
    if (shown := by_clock(base, clock)) is not base:
        hits = _of_status(shown, find, plain, found.hits)
        hits = _offices_first(base, clock.asof, hits) if clock.asof else hits
        found = found._replace(hits=hits, later=0 if hits else found.later)
    if found.hits or (standing is not base and plain.filters):  # the index has the statuses of now
        found = found._replace(proof=None)
    return found._replace(query=query, readings=(*_readings(base, query, clock), *found.readings))


def without_clocks(text: str) -> str:
    """What was typed, with blanks for the clocks, so that all else keeps its column."""
    for piece in pieces(text):
        if piece.field in CLOCKS:
            text = text[: piece.start] + " " * (piece.end - piece.start) + text[piece.end :]
    return text.rstrip()


def _readings(base: Base, query: Query, clock: Clock) -> Iterable[Reading]:
    for item in query.clocks:
        said = clock_words(Clock(**{item.field: getattr(clock, item.field)}))[0]
        if item.field == "known":
            seen = by_clock(base, clock)
            undated = seen.undated_sources() if isinstance(seen, ClockedBase) else 0
            said += f" ({undated:,} source{'s' * (undated != 1)} not dated)" if undated else ""
        yield Reading("clock", f"{item.field}:{item.value}", said)


# --- what was known ---


def _known(seen: ClockedBase, find: Callable[[Query], Result], query: Query, found: Result) -> Result:
    """Those hits of a result that were known."""
    if found.counts or found.cut:
        narrowed = query._replace(filters=(*query.filters, Filter("known", "", 0, str(seen.clock.known))))
        fewer = find(narrowed)
        # with fewer records to choose from it may have been read otherwise
        found = fewer if fewer.left_out == found.left_out else found._replace(cut=True)
    numbers = set(seen.known([hit.n for hit in found.hits]))
    hits = tuple(hit for hit in found.hits if hit.n in numbers and _is_said(seen, hit))
    near = set(seen.known([hit.n for hit in found.nearest]))
    later = 0 if hits else found.total
    known = found._replace(hits=hits, nearest=tuple(hit for hit in found.nearest if hit.n in near), later=later)
    if not hits or seen.count() <= SMALL:
        return known._replace(counts=None, cut=False)
    return known


def _is_said(seen: ClockedBase, hit: Hit) -> bool:
    """Whether what a hit was found by was known: words, a date or a linked name may be of a later source."""
    if not any(match.field in ("words", "quotes", "link") or match.rule == "date" for match in hit.why):
        return True
    record = seen.record(hit.n).record
    said: set[str] = set()
    for match in hit.why:
        if match.rule == "date" and isinstance(record, Event) and not record.date:
            return False
        if match.field == "link" and match.via and not seen.known([match.via]):
            return False
        if match.field in ("words", "quotes") and match.token and match.rule not in ("date", "amount"):
            said = said or set(folded_words(" ".join(_texts(record))))
            if not said.issuperset(folded_words(match.token)):
                return False
    return True


def _texts(record: Record) -> Iterator[str]:
    """Yield all that the index has of a record but its links."""
    yield prose_of(record)
    yield from (name for name, _ in names_of(record))
    yield title_of(record)
    yield from (item.quote for item in evidence_of(record))


# --- what stood ---


def _of_status(shown: Base, find: Callable[[Query], Result], query: Query, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits that have the status on the day that the query asks for; those that only then had it too."""
    asked = {word for item in query.filters if not item.negated and (word := _status(item))}
    if not asked:
        return hits
    kept = [hit for hit in hits if _status_on(shown, hit.n) in (*asked, "")]
    if asked == {"planned"}:
        happened = (
            item._replace(field="status", value="happened") if _status(item) else item for item in query.filters
        )
        later: Iterable[Hit] = find(query._replace(filters=tuple(happened))).hits
        if isinstance(shown, ClockedBase) and shown.clock.known:
            known = set(shown.known([hit.n for hit in later]))
            later = (hit for hit in later if hit.n in known and _is_said(shown, hit))
        kept += [hit for hit in later if _status_on(shown, hit.n) == "planned"]
    return tuple(kept)


def _status(item: Filter) -> str:
    """The status of events that a filter asks for, "" for none."""
    if item.field not in ("status", "is"):
        return ""
    return next((word for word in STATUS_MARKS if word.startswith(item.value.lower())), "")


def _status_on(shown: Base, n: int) -> str:
    """The status of an event on the day; "" for any other record."""
    record = shown.record(n).record
    return record.status if isinstance(record, Event) else ""


# --- who held an office ---


def _offices_first(base: Base, day: int, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits; where some are found by an office, those who held it on the day first, and last those who did not.

    Of those who perhaps held it, first whom a source of about that day names.
    """
    found = {hit.n: state for hit in hits[:_LOOKED_AT] if (state := _office(base, day, hit))}
    held = [hit for hit in hits if hit.n in found and found[hit.n][0] in (HELD, PERHAPS)]
    late = [hit for hit in hits if hit.n in found and hit not in held]
    if len(found) < 2 and not late:
        return hits
    held.sort(key=lambda hit: (found[hit.n][0] != HELD, found[hit.n][1]))
    return (*held, *(hit for hit in hits if hit.n not in found), *late)


_LOOKED_AT = 50  # hits: no one reads further


def _office(base: Base, day: int, hit: Hit) -> tuple[str, int] | None:
    """Whether someone who is found by words of an office held it on a day, and how far off a source is that says so.

    None for those who are found otherwise.
    """
    tokens = {match.token for match in hit.why if match.field == "words"}
    record = base.record(hit.n).record
    if not tokens or any(match.field == "name" for match in hit.why) or not isinstance(record, Actor):
        return None

    def issued(source_id: str) -> str:
        return base.source(source_id).issued

    offices = [one for one in record.memberships if tokens & set(folded_words(one.role))]
    states = [(office_on(one, day, issued), _distance(one, day, issued)) for one in offices]
    return min(states, key=lambda state: (state[0] != HELD, state[0] != PERHAPS, state[1]), default=None)


def _distance(office: Membership, day: int, issued: Callable[[str], str]) -> int:
    """How far from a day the nearest source is issued that names who holds an office, as a difference of yyyymmdd."""
    dates = (edtf.bounds(date) for item in office.evidence if (date := issued(item.source)))
    return min((max(lo - day, day - hi, 0) for lo, hi in dates), default=edtf.MAX)
