"""Dates that lean on today (last november, tomorrow), and dates without a year (nov 1, november, friday).

The latter are of any year. They are written XXXX-11-01, XXXX-11 and XXXX-W5: EDTF has a form for the first two, in
level 2, and weekdays are numbered as in ISO 8601, Monday 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from eujdef_tui.text.edtf import MONTHS, DateError, days, iso_day, parse, span

__all__ = [
    "WORDS", "day_after", "falls_in", "forms_of", "in_words", "nearest_to", "on_weekday", "relative", "weekday_of",
    "yearless",
]  # fmt: skip

LONGEST = 10  # days: what spans more is not told by one day in it
_FIRST, _LAST = 10_000_101, 99_991_231  # days of years that have four digits

WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_MONTHS = [month.casefold() for month in MONTHS]
_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}
_WHICH = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_DAYS = {"today": 0, "tomorrow": 1, "yesterday": -1}
# Names and verbs as well as months: alone they are words.
_NAMES = frozenset(("march", "may"))
# Every word that a date without a digit has one of.
WORDS = frozenset((*WEEKDAYS, *_DAYS, *_WHICH, *_MONTHS)) - _NAMES


def _date(day: int) -> date:
    return date(day // 10_000, day // 100 % 100, day % 100)


def day_after(day: int, count: int) -> int:
    """Return the day (yyyymmdd) so many days later; `count` may be negative."""
    return int(f"{_date(day) + timedelta(count):%Y%m%d}")


def weekday_of(day: int) -> str:
    """Return the weekday (friday) of a day (yyyymmdd); "" outside the years 1 to 9999, which Python's calendar has."""
    return WEEKDAYS[_date(day).weekday()] if 0 < day // 10_000 < 10_000 else ""


# --- dates that lean on today ---


def relative(typed: str, today: int) -> str | None:
    """Return the EDTF for today, tomorrow, this year, last november, next friday and their like; else None."""
    if typed in _DAYS:
        return iso_day(day_after(today, _DAYS[typed]))
    which, _, what = typed.partition(" ")
    if which not in _WHICH or not what:
        return None
    step, now = _WHICH[which], _date(today)
    match what:
        case "year":
            return f"{now.year + step:04}"
        case "month":
            months = now.year * 12 + now.month - 1 + step
            return f"{months // 12:04}-{months % 12 + 1:02}"
        case "week":
            monday = day_after(today, 7 * step - now.weekday())
            return f"{iso_day(monday)}/{iso_day(day_after(monday, 6))}"
        case "quarter":
            quarters = now.year * 4 + (now.month - 1) // 3 + step
            return f"{quarters // 4:04}-{33 + quarters % 4}"
    return _named(what, step, today)


def _named(what: str, step: int, today: int) -> str | None:
    """A weekday, month or season before today, after it, or of the present week or year."""
    if what in WEEKDAYS:
        ahead = WEEKDAYS.index(what) - _date(today).weekday()
        if step:
            ahead += 7 * step * (ahead * step <= 0)
        return iso_day(day_after(today, ahead))
    year = today // 10_000
    form = f"-{_MONTHS.index(what) + 1:02}" if what in _MONTHS else f"-{_SEASONS[what]}" if what in _SEASONS else ""
    if not form:
        return None
    if not step:
        return f"{year:04}{form}"
    years = range(year - step, year + 3 * step, step)  # the nearest first
    found = (f"{y:04}{form}" for y in years)
    beyond = (text for text in found if (parse(text).hi < today if step < 0 else parse(text).lo > today))
    return next(beyond, None)


def on_weekday(typed: str, found: str | None) -> str | None:
    """Return the day of a date that was typed with its weekday (friday 1 nov 2024), if it falls on that."""
    if found is None or typed not in WEEKDAYS:
        return None
    try:
        is_day = days(found) == 1
    except DateError:  # 29 February of a common year
        return None
    return found if is_day and weekday_of(parse(found).lo) == typed else None


# --- dates without a year ---


def yearless(typed: str, *, alone: bool) -> str | None:
    """Return XXXX-11-01 for nov 1, XXXX-11 for november and XXXX-W5 for friday; else None.

    `alone`: no other word says that it is a date, so that may and march are none.
    """
    words = [word for word in typed.casefold().replace(",", " ").split() if word not in ("of", "the")]
    if words and words[0] in WEEKDAYS and len(words) > 1:
        words = words[1:]
    if len(words) == 1:
        if words[0] in WEEKDAYS:
            return f"XXXX-W{WEEKDAYS.index(words[0]) + 1}"
        known = words[0] in _MONTHS and not (alone and words[0] in _NAMES)
        return f"XXXX-{_MONTHS.index(words[0]) + 1:02}" if known else None
    if len(words) != 2:
        return None
    for name, figure in (words, reversed(words)):
        month, day = _month(name), re.fullmatch("([0-9]{1,2})(?:st|nd|rd|th)?", figure)
        form = f"XXXX-{month:02}-{int(day[1]):02}" if month and day else ""
        if form and _in_year(form, 2024):
            return form
    return None


def _month(word: str) -> int:
    name = word.removesuffix(".")
    return next((n for n, month in enumerate(_MONTHS, 1) if len(name) >= 3 and month.startswith(name)), 0)


def nearest_to(today: int, typed: str, toward: int) -> str | None:
    """Return the EDTF of the day or month without a year that lies nearest to today, `toward` the past (-1) or not (1).

    "Since november" is said of the last one that has begun, "by friday" of the next that is not over.
    """
    form = yearless(typed, alone=False)
    if form is None:
        return None
    if form[5] == "W":
        ahead = (int(form[6]) - 1 - _date(today).weekday()) % 7
        return iso_day(day_after(today, ahead if toward > 0 or not ahead else ahead - 7))
    year = today // 10_000
    found = [text for y in range(year - 8, year + 9) if (text := _in_year(form, y))]  # 29 Feb is rare
    if toward < 0:
        return next((text for text in reversed(found) if parse(text).lo <= today), None)
    return next((text for text in found if parse(text).hi >= today), None)


def _in_year(form: str, year: int) -> str:
    """The date in a year, "" where the year has no such day."""
    try:
        return parse(f"{year:04}{form[4:]}").text
    except DateError:
        return ""


def falls_in(form: str, lo: int, hi: int) -> str | None:
    """Return the EDTF of the date of that form which a span has a day of, where it says enough of that; else None.

    A month is told of what lies in two months at most, a day of what lies in LONGEST days, a weekday of a day.
    """
    length = span(lo, hi)
    if length > _longest(form) or lo < _FIRST or hi > _LAST:
        return None
    if form[5] == "W":
        return iso_day(lo) if _date(lo).isoweekday() == int(form[6]) else None
    for year in range(lo // 10_000, hi // 10_000 + 1):
        if (text := _in_year(form, year)) and parse(text).lo <= hi and parse(text).hi >= lo:
            return text
    return None


def _longest(form: str) -> int:
    """How many days a span may have to be told by a date of this form."""
    return 1 if form[5] == "W" else LONGEST if len(form) > len("XXXX-11") else 62


def forms_of(lo: int, hi: int) -> Iterator[str]:
    """Yield the dates without a year that a span (yyyymmdd) falls in."""
    length = span(lo, hi)
    if length > 62 or lo < _FIRST or hi > _LAST:
        return
    months = range(lo // 10_000 * 12 + lo // 100 % 100 - 1, hi // 10_000 * 12 + hi // 100 % 100)
    yield from (f"XXXX-{month % 12 + 1:02}" for month in months)
    if length <= LONGEST:
        days = (_date(lo) + timedelta(nth) for nth in range(length))
        yield from (f"XXXX-{day.month:02}-{day.day:02}" for day in days)  # by a format it takes three times as long
    if length == 1:
        yield f"XXXX-W{_date(lo).isoweekday()}"


def in_words(form: str) -> str:
    """Return the words for a date without a year: "1 Nov of any year", "any Friday"."""
    if form[5] == "W":
        return f"any {WEEKDAYS[int(form[6]) - 1].capitalize()}"
    day = f"{int(form[8:])} " if form[8:] else ""
    return f"{day}{MONTHS[int(form[5:7]) - 1][:3]} of any year"
