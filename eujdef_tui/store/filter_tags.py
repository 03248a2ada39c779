"""Promise: what a record is kept or left out by, beside its words, is written and asked for in one place.

Tags stand in a column of the full-text index, so that a filter costs what it finds. A tag begins with "_", as no
word does:

    _all  _v<view>          every record; those of a view
    _k<kind>  _s<status>    by name or finer kind; by status, of an agreement's steps too
    _b<binding>  _h<what>   agreements by force; corroborated, differing, outside, value, speaker, date
    _y<year>  _open         the years that a date overlaps; where those are too many
    _l<n>  _p<n>  _e<n>     record n and what points at it; agreements with party n; source n and what rests on it
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eujdef_tui.model.labels import kind_of, record_type
from eujdef_tui.model.records import Agreement, Event, Record

__all__ = [
    "ALL",
    "DATED",
    "NOTHING",
    "begun",
    "in_view",
    "named",
    "numbered",
    "overlapping",
    "tagged",
    "tags_of",
    "years_in",
]

ALL, DATED, NOTHING = "_all", "_hdate", "tags : (_none)"
_OPEN = "_open"
_MOST_YEARS = 30  # of a date that spans more, not every year is written down


def tags_of(
    record: Record,
    view: str,
    span: tuple[int, int] | None,
    ties: Iterable[tuple[str, int]],
    has: Iterable[str],
) -> Iterator[str]:
    """The tags of a record with these bounds (yyyymmdd): `ties` are (letter, number) of what it is tied to, itself
    included; `has` what else can be said of it."""
    yield from (ALL, f"_v{view}")
    yield from {f"_k{_word(kind)}" for kind in (record_type(record), kind_of(record))}
    yield from {f"_s{_word(status)}" for status in _statuses(record)}
    if isinstance(record, Agreement):
        yield f"_b{record.binding}"
    yield from (f"_h{what}" for what in has)
    yield from {f"_{letter}{n}" for letter, n in ties}
    if span:
        yield DATED
        yield from years_of(*span)


def _statuses(record: Record) -> list[str]:
    if isinstance(record, Event):
        return [record.status]
    return [step.status for step in record.milestones] if isinstance(record, Agreement) else []


def _word(kind: str) -> str:
    """A word of an open vocabulary as one token: a hyphen would part it."""
    return kind.replace("-", ".")


def years_of(lo: int, hi: int) -> list[str]:
    """The tags of a date by year."""
    first, last = lo // 10_000, hi // 10_000
    few = first > 0 and last - first < _MOST_YEARS
    return [f"_y{year}" for year in range(first, last + 1)] if few else [_OPEN]


def years_in(tags: Iterable[str]) -> str:
    """The years that some tags name, for `overlapping`."""
    found = {tag for tag in tags if tag.startswith("_y") or tag == _OPEN}
    years = sorted(int(tag[2:]) for tag in found - {_OPEN})
    return " ".join([*map(str, years), *(found & {_OPEN})])


# --- what is asked for, as FTS5 expressions ---


def tagged(tags: Iterable[str]) -> str:
    """What has one of these tags."""
    return f"tags : ({' OR '.join(tags) or '_none'})"


def in_view(view: str) -> str:
    """What a view lists."""
    return tagged((f"_v{view}",))


def begun(letter: str, typed: str) -> str:
    """What has a tag of this letter that begins as it was typed."""
    word = typed.lower().replace(" ", "-")
    return f'tags : ("_{letter}{_word(word)}"*)' if re.fullmatch("[a-z0-9-]*", word) else NOTHING


def named(letter: str, words: Iterable[str]) -> str:
    """What has one of these tags of this letter: found sooner than what begins so."""
    return tagged(f'"_{letter}{_word(word)}"' for word in words)


def numbered(letter: str, numbers: Iterable[int]) -> str:
    """What is tied to one of these records."""
    return tagged(f"_{letter}{n}" for n in numbers)


def overlapping(years: str, lo: int, hi: int) -> tuple[str, ...]:
    """What surely overlaps these bounds (yyyymmdd), and what may, where `years_in` gave `years`."""
    known = [int(word) for word in years.split() if word != _OPEN]
    sure = [f"_y{year}" for year in known if lo <= year * 10_000 + 101 and year * 10_000 + 1231 <= hi]
    may = [f"_y{year}" for year in known if lo // 10_000 <= year <= hi // 10_000]
    if _OPEN in years:
        may.append(_OPEN)
    whole = len(years.split())  # one tag for all of them is found sooner
    return tuple(tagged((DATED,)) if len(tags) == whole else tagged(tags) for tags in (sure, may))
