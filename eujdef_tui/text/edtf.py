"""EDTF dates (ISO 8601-2): parse, compare, sort, and write in English, never more certain than they were written.

Written by hand because each date of each row is read: `parse` takes 7 µs, the parser of the `edtf` library (pyparsing)
6.7 ms. The tests hold the bounds against those of that library.

Read are levels 0 and 1, and from level 2 the quarters, thirds and halves of a year.
Seasons are meteorological and northern: spring is March to May, winter 2024 December 2024 to February 2025.

A sign (`~` about, `?` perhaps, `%` both) does not widen the bounds. It says that the date is in doubt, not
by how much, so any margin would be our invention. "About 23 Jul 2025" still stands at 23 Jul 2025.

On a timeline a date stands in the year in which it begins, after all in that year that it may contain:
"2024" after every dated event of 2024, "early 2026" before "2026", the 1980s at the end of 1980. An interval
stands where its start does, or its end if it has no start. Of two on one day the shorter comes first, of two
as long the one without doubt. What has no date comes last.
"""

from __future__ import annotations

import os
import re
from datetime import date
from functools import lru_cache

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = [
    "DOUBT",
    "MAX",
    "MIN",
    "MONTHS",
    "Date",
    "DateError",
    "bounds",
    "days",
    "in_english",
    "iso_day",
    "month",
    "overlaps",
    "parse",
    "sort_key",
    "span",
    "today",
    "year",
]  # fmt: skip

# The bounds of an open or unknown end. Years have ten digits at most: no written date reaches them.
MIN = -(10**10) * 10_000 + 101
MAX = 10**10 * 10_000 + 1231
_OPEN = ("..", "")  # the side of an interval that is open, or unknown

# What follows a year in place of a month: first month, number of months, name.
_PARTS = {
    "21": (3, 3, "spring"), "22": (6, 3, "summer"), "23": (9, 3, "autumn"), "24": (12, 3, "winter"),
    "33": (1, 3, "Q1"), "34": (4, 3, "Q2"), "35": (7, 3, "Q3"), "36": (10, 3, "Q4"),
    "37": (1, 4, "first third of"), "38": (5, 4, "second third of"), "39": (9, 4, "last third of"),
    "40": (1, 6, "first half of"), "41": (7, 6, "second half of"),
}  # fmt: skip
MONTHS = "January February March April May June July August September October November December".split()
DOUBT = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_ROUGHLY = {"33": "early", "36": "late"}
# The same as an interval, by its first part. Every reader of EDTF takes that of months; 2026-33~ is taken by us alone.
_ROUGH = {"01": "early", "04": "mid", "34": "mid", "10": "late"}
_ROUGH_INTERVAL = lazy_pattern(r"(-?\d{4})-(01(?=.*-03~)|04(?=.*-09~)|34(?=.*-35~)|10(?=.*-12~))~/\1-\d\d~", re.ASCII)
_TIME = r"T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?"
# A month or day of XX says no more than one left out, and is read as such. `alone` takes no month after it.
_SIDE = lazy_pattern(rf"""(?ax)
    (?: (?P<alone> Y-?[1-9]\d{{4,9}} | -?\d\d[\dX]X )
      | (?P<year> (?!-0000) -?\d{{4}} )
        (?: - (?: XX (?:-XX)? | (?P<part> 2[1-4] | 3[3-9] | 4[01] )
                | (?P<month> \d\d ) (?: - (?: XX | (?P<day> \d\d ) (?:{_TIME})? ) )? ) )? )
    (?P<sign> [?~%]? )""")


class DateError(ValueError):
    """Text that is not a date. `column`, from 0, is the code point where it stops making sense."""

    def __init__(self, message: str, column: int = 0) -> None:
        super().__init__(message)
        self.column = column


class Date(NamedTuple):
    """A date as written, and the first and last day it can mean, both included, as yyyymmdd.

    Years count as in ISO 8601, where 0 is 1 BCE; `lo // 10000` is the year, before 0 as well. `start` and
    `end` are the sides of an interval as written (".." open, "" unknown), else both the whole text.
    """

    text: str
    lo: int
    hi: int
    approximate: bool
    uncertain: bool
    start: str
    end: str


# Every function below begins here: each date of a file of 1 MB is asked for four times, in three passes over its facts.
@lru_cache(maxsize=2**14)
def parse(text: str) -> Date:
    """Parse a date in EDTF.

    Raises:
        DateError: The text is no EDTF date; the empty text is none.
    """
    start, slash, end = text.partition("/")
    if not slash:
        (lo, hi), end = _range(text, 0), text
    else:
        second = len(start) + 1
        if "/" in end:
            raise DateError("an interval has one “/”: write 2024/2026", second + end.index("/"))
        if start in _OPEN and end in _OPEN:
            raise DateError("an interval needs a date on one side at least: write 2024/.. or ../2024")
        lo = MIN if start in _OPEN else _range(start, 0)[0]
        hi = MAX if end in _OPEN else _range(end, second)[1]
        if hi < lo:
            raise DateError(f"the interval ends before it starts: write {end}/{start}", second)
    signs = {start[-1:], end[-1:]}
    return Date(text, lo, hi, not signs.isdisjoint("~%"), not signs.isdisjoint("?%"), start, end)


def bounds(text: str) -> tuple[int, int]:
    """The first and last day, as yyyymmdd. Without a date: (MAX, MIN), a range that overlaps nothing."""
    if not text:
        return MAX, MIN
    parsed = parse(text)
    return parsed.lo, parsed.hi


@lru_cache(maxsize=2**14)
def sort_key(text: str) -> tuple[int, int]:
    """Where it stands on a timeline, as the top of this file says: the day as yyyymmdd, the rank on it."""
    if not text:
        return MAX, 0
    parsed = parse(text)
    rank = 2 * days(text) + (parsed.approximate or parsed.uncertain)
    if parsed.lo == MIN:
        return parsed.hi, rank
    end_of_year = parsed.lo // 10_000 * 10_000 + 1231
    return min(end_of_year, parse(parsed.start).hi, parsed.hi), rank


def year(text: str) -> int | None:
    """The year under whose heading it stands, in the order of `sort_key`; None without a date."""
    return sort_key(text)[0] // 10_000 if text else None


def month(text: str) -> int | None:
    """The month of a time axis that it stands in, as yyyymm: that in which it begins, or ends if it has no start.

    The month of a date by its year alone is 00. None without a date.
    """
    if not text:
        return None
    parsed = parse(text)
    side = parsed.end if parsed.lo == MIN else parsed.start
    day = parsed.hi if parsed.lo == MIN else parsed.lo
    alone = parsed.start == parsed.end or parsed.lo == MIN
    found = _read(side, 0)
    by_year = alone and not found["part"] and not found["month"]
    return day // 10_000 * 100 + (0 if by_year else day // 100 % 100)


def overlaps(a: str, b: str) -> bool:
    """Whether some day lies within the bounds of both. What has no date overlaps nothing."""
    (a_lo, a_hi), (b_lo, b_hi) = bounds(a), bounds(b)
    return a_lo <= b_hi and b_lo <= a_hi


def days(text: str) -> int:
    """How many days the bounds span: the fewer, the more precise. An open end or no date spans the most."""
    return span(*bounds(text)) if text else span(MIN, MAX)


def span(lo: int, hi: int) -> int:
    """How many days there are from `lo` to `hi`, both yyyymmdd and both included."""
    return _ordinal(hi) - _ordinal(lo) + 1


def today() -> int:
    """The day as yyyymmdd: that of the environment variable EUJDEF_TODAY, an ISO date, or the clock's."""
    try:
        day = date.fromisoformat(os.environ.get("EUJDEF_TODAY", ""))
    except ValueError:
        day = date.today()
    return _number(day.year, day.month, day.day)


def iso_day(day: int) -> str:
    """Return a day (yyyymmdd) as ISO 8601 writes it, which EDTF is too: YYYY-MM-DD, "-0043-03-15" before year 0."""
    year, rest = divmod(day, 10_000)
    return f"{'-' * (year < 0)}{abs(year):04}-{rest // 100:02}-{rest % 100:02}"


def in_english(text: str) -> str:
    """The date in short English, as precise as it was written: "1–3 Nov 2024", "early 2026", "by 2035"."""
    if not text:
        return "undated"
    parsed = parse(text)
    if "~/" in text and (found := _ROUGH_INTERVAL().fullmatch(text)):
        return f"{_ROUGH[found[2]]} {_year_words(int(found[1]))}"
    if parsed.start == parsed.end:
        return _side_words(parsed.start)
    first, last = ("" if side in _OPEN else _side_words(side) for side in (parsed.start, parsed.end))
    if not first:
        return f"by {last}" if parsed.start else f"to {last}, start unknown"
    if not last:
        return f"{first} or later" if parsed.end else f"from {first}, end unknown"
    return _joined(first, last)


def _read(side: str, column: int) -> re.Match[str]:
    """The pieces, numbers unchecked, of a date without "/" that begins at `column` of the text."""
    found = _SIDE().match(side)
    if found is None:
        raise DateError(f"“{side[:20]}” is no year of four digits: write 2024, 2024-11 or 2024-11-01", column)
    if rest := side[found.end() :]:
        advice = "write 2024-11-01, with ~, ? or % only at the end"
        raise DateError(f"“{rest[:20]}” cannot follow “{found[0]}”: {advice}", column + found.end())
    return found


def _range(side: str, column: int) -> tuple[int, int]:
    """The first and last day of a date without "/". Raises DateError where the calendar has no such day."""
    if plain := _plain_range(_signed(side)[0]):
        return plain
    found = _read(side, column)
    if not found["part"] and not found["month"]:
        digits = (found["alone"] or found["year"]).removeprefix("Y")
        lo, hi = sorted(int(digits.replace("X", filler)) for filler in "09")
        return _number(lo, 1, 1), _number(hi, 12, 31)
    year = int(found["year"])
    if found["part"]:
        first, count, _ = _PARTS[found["part"]]
        over, last = divmod(first + count - 2, 12)
        return _number(year, first, 1), _month_end(year + over, last + 1)
    month = int(found["month"])
    if not 1 <= month <= 12:
        said = f"there is no month {month:02}: write 01 to 12, a season 21 to 24 or a quarter 33 to 36"
        raise DateError(said, column + found.start("month"))
    lo, hi = _number(year, month, 1), _month_end(year, month)
    if found["day"]:
        day = lo - 1 + int(found["day"])
        if not lo <= day <= hi:
            said = f"{MONTHS[month - 1]} {_year_words(year)} has days 01 to {hi % 100}, not {found['day']}"
            raise DateError(said, column + found.start("day"))
        lo = hi = day
    return lo, hi


_PLAIN = ([4], [4, 2], [4, 2, 2])  # lengths of the figures of a plain date


def _signed(side: str) -> tuple[str, str]:
    """A date in two: without its sign of doubt, and that sign or ""."""
    return (side[:-1], side[-1]) if side[-1:] in DOUBT and side else (side, "")


def _plain_range(side: str) -> tuple[int, int] | None:
    """The range of 2024, 2024-11 or 2024-11-01, as most dates are written; None for what the pattern must tell.

    A `find` that reads such dates alone never compiles the pattern, which takes 0.6 ms.
    """
    figures = side.split("-")
    if list(map(len, figures)) not in _PLAIN or not side.isascii() or not all(map(str.isdigit, figures)):
        return None
    year, month, day = map(int, (*figures, "0", "0")[:3])
    if len(figures) == 1:
        return _number(year, 1, 1), _number(year, 12, 31)
    if not 1 <= month <= 12:
        return None
    lo, hi = _number(year, month, 1), _month_end(year, month)
    if len(figures) == 2:
        return lo, hi
    return (lo - 1 + day, lo - 1 + day) if 1 <= day <= hi % 100 else None


def _number(year: int, month: int, day: int) -> int:
    return year * 10_000 + month * 100 + day


# Days of the months, as in `calendar.monthrange`: to import `calendar` takes 1.3 ms, which a `find` does not have.
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _month_end(year: int, month: int) -> int:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _number(year, month, _LENGTHS[month - 1] + leap)


def _ordinal(number: int) -> int:
    """The day's ordinal in any year: the calendar repeats every 400, and `date` knows 1 to 9999 only."""
    year, rest = divmod(number, 10_000)
    cycles, year = divmod(year - 1, 400)
    return cycles * 146_097 + date(year + 1, *divmod(rest, 100)).toordinal()


def _side_words(side: str) -> str:
    written, sign = _signed(side)
    if plain := _plain_range(written):
        number = plain[0]
        if len(written) == 4:
            return DOUBT[sign] + _years_words(written)
        day = f"{number % 100} " if len(written) == 10 else ""
        return f"{DOUBT[sign]}{day}{MONTHS[number // 100 % 100 - 1][:3]} {_year_words(number // 10_000)}"
    found = _read(side, 0)
    part, month, sign = found["part"], found["month"], found["sign"]
    if not part and not month:
        return DOUBT[sign] + _years_words(side)
    year = _year_words(int(found["year"]))
    if month:
        day = f"{int(found['day'])} " if found["day"] else ""
        return f"{DOUBT[sign]}{day}{MONTHS[int(month) - 1][:3]} {year}"
    name = _PARTS[part][2]
    if part in _ROUGHLY and sign in ("~", "%"):
        name, sign = _ROUGHLY[part], "?" if sign == "%" else ""
    if name == "winter":
        after = _year_words(int(found["year"]) + 1)
        year = _joined(year, after[2:] if year.isdigit() and not after.endswith("00") else after)
    return f"{DOUBT[sign]}{name} {year}"


def _years_words(side: str) -> str:
    """A year, a decade or a century. "1900s" may be either of the latter, so it says which."""
    lo, hi = (bound // 10_000 for bound in _range(side, 0))
    if lo == hi or lo < 1000:
        return _joined(_year_words(lo), _year_words(hi))
    kind = "decade" if hi - lo == 9 else "century"
    return f"{lo}s" if lo % 100 else f"{lo}s ({kind})"


def _year_words(year: int) -> str:
    if year >= 1000:
        return str(year)
    return f"{year} CE" if year > 0 else f"{1 - year} BCE"


def _joined(first: str, last: str) -> str:
    """Two dates as one range, with what both end in said once: "1–3 Nov 2024", "30 Nov – 2 Dec 2024"."""
    a, b, shared = first.split(), last.split(), 0
    while len(a) == len(b) > shared and a[-1 - shared] == b[-1 - shared]:
        shared += 1
    own = a[: len(a) - shared]
    if not own:
        return first
    return " ".join(own) + ("–" if len(own) == len(b) - shared == 1 else " – ") + last
