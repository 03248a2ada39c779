"""Filter tags: written by the compiler into a column of the full-text index, and queried as FTS5 expressions.

A filter by tag costs what it finds, not a scan. A tag begins with "_", as no word does:

    _all  _v<view>          every record; those of a view
    _k<kind>  _s<status>    by type or kind; by status, for an agreement also those of its milestones
    _b<binding>  _h<what>   agreements by force; corroborated, differing, outside, value, speaker, date
    _y<year>  _open         each year that a date overlaps; a date of too many years
    _m<month>  _m<month>.<day>  _mW<weekday>
                            the months, days and weekday of a short date (see `spoken_dates.forms_of`)
    _l<n>  _p<n>  _e<n>     record n and records that link to it; agreements with party n; source n and records
                            with evidence in it
    _q<number>              a number in its text, and what it rounds to (see text/quantities.py)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from eujdef_tui.model.labels import kind_of, record_type
from eujdef_tui.model.records import Agreement, Event, Record

__all__ = [
    "ALL",
    "DATED",
    "NOTHING",
    "amount_tag",
    "begun",
    "dated_tags",
    "has_tag",
    "in_view",
    "kind_tags",
    "named",
    "numbered",
    "overlapping",
    "tagged",
    "tie_tags",
    "yearless",
    "years_in",
]

ALL, DATED, NOTHING = "_all", "_hdate", "tags : (_none)"
_OPEN = "_open"
_MOST_YEARS = 30  # a date that spans more gets the tag _open in place of its years


def kind_tags(record: Record, view: str) -> tuple[str, ...]:
    """Return the tags of what a record in a view is: its type, kind, status and force."""
    binding = record.binding if isinstance(record, Agreement) else ""
    return _kind_tags(view, record_type(record), kind_of(record), tuple(_statuses(record)), binding)


@lru_cache(maxsize=1_000)  # records are of few kinds: worked out for each they take a twentieth of its row
def _kind_tags(view: str, record: str, kind: str, statuses: tuple[str, ...], binding: str) -> tuple[str, ...]:
    # sorted: a set has another order in another process, and a base is the same twice
    kinds = sorted({f"_k{_word(one)}" for one in (record, kind)})
    known = sorted({f"_s{_word(status)}" for status in statuses})
    return (ALL, f"_v{view}", *kinds, *known, *([f"_b{binding}"] if binding else []))


def has_tag(what: str) -> str:
    """Return the tag of something that a record has, such as "corroborated"."""
    return f"_h{what}"


def tie_tags(ties: Iterable[tuple[str, int]]) -> list[str]:
    """Return the tags _l, _p and _e of (letter, number)."""
    return [f"_{letter}{n}" for letter, n in sorted(set(ties))]


@lru_cache(maxsize=2**14)  # as many as `edtf.parse` keeps: they take a twelfth of the build of a timeline
def dated_tags(lo: int | None, hi: int | None) -> tuple[str, ...]:
    """Return the tags of a date with these bounds (yyyymmdd), none for no date."""
    if lo is None or hi is None:
        return ()
    from eujdef_tui.text.spoken_dates import forms_of  # only a build needs it

    return (DATED, *years_of(lo, hi), *map(_yearless, forms_of(lo, hi)))


def _statuses(record: Record) -> list[str]:
    if isinstance(record, Event):
        return [record.status]
    return [step.status for step in record.milestones] if isinstance(record, Agreement) else []


def _word(kind: str) -> str:
    """Return a word of an open vocabulary as one token: the tokenizer splits at a hyphen."""
    return kind.replace("-", ".")


def years_of(lo: int, hi: int) -> list[str]:
    """Return the year tags of a date with these bounds (yyyymmdd)."""
    first, last = lo // 10_000, hi // 10_000
    few = first > 0 and last - first < _MOST_YEARS
    return [f"_y{year}" for year in range(first, last + 1)] if few else [_OPEN]


def years_in(tags: Iterable[str]) -> str:
    """Return the years that some tags name, for `overlapping`."""
    found = {tag for tag in tags if tag.startswith("_y") or tag == _OPEN}
    years = sorted(int(tag[2:]) for tag in found - {_OPEN})
    return " ".join([*map(str, years), *(found & {_OPEN})])


def amount_tag(number: str) -> str:
    """The tag of a number, as `number_tokens.compact` writes it."""
    return f"_q{number}"


# --- FTS5 expressions ---


def tagged(tags: Iterable[str]) -> str:
    """Match records with one of these tags."""
    return f"tags : ({' OR '.join(tags) or '_none'})"


def in_view(view: str) -> str:
    """Match the records of a view."""
    return tagged((f"_v{view}",))


def begun(letter: str, typed: str) -> str:
    """Match records with a tag of this letter that begins with what was typed."""
    word = typed.lower().replace(" ", "-")
    return f'tags : ("_{letter}{_word(word)}"*)' if re.fullmatch("[a-z0-9-]*", word) else NOTHING


def named(letter: str, words: Iterable[str]) -> str:
    """Match records with exactly one of these tags of a letter: faster than a prefix."""
    return tagged(f'"_{letter}{_word(word)}"' for word in words)


def numbered(letter: str, numbers: Iterable[int]) -> str:
    """Match records tied to one of these records by a tag of this letter."""
    return tagged(f"_{letter}{n}" for n in numbers)


def _yearless(form: str) -> str:
    """Return the tag of a date without a year, XXXX-11-01: one token."""
    return f"_m{form[5:].replace('-', '.')}"


def yearless(form: str) -> str:
    """Match records whose date falls in one without a year, XXXX-11-01, or may."""
    return tagged((f'"{_yearless(form)}"',))


def overlapping(years: str, lo: int, hi: int) -> tuple[str, ...]:
    """Return two expressions for dates and bounds (yyyymmdd): those that surely overlap, and those that may.

    `years` are the years of the base, from `years_in`.
    """
    known = [int(word) for word in years.split() if word != _OPEN]
    sure = [f"_y{year}" for year in known if lo <= year * 10_000 + 101 and year * 10_000 + 1231 <= hi]
    may = [f"_y{year}" for year in known if lo // 10_000 <= year <= hi // 10_000]
    if _OPEN in years:
        may.append(_OPEN)
    whole = len(years.split())  # where all years match, one tag for every date is faster
    return tuple(tagged((DATED,)) if len(tags) == whole else tagged(tags) for tags in (sure, may))
