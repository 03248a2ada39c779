"""Count dates from the day of an article: "on Friday", "two weeks ago", "early next year", "in July".

Each function takes the words, the article's day, and whether they speak of what is to come; "" is a date that cannot be
counted. Weeks begin on Monday.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from eujdef_tui.text import edtf
from eujdef_tui.text.date_input import from_words
from eujdef_tui.text.edtf import MONTHS, in_english, iso_day
from eujdef_tui.text.spelt_numbers import NUMBER_WORDS
from eujdef_tui.text.spoken_dates import WEEKDAYS, day_after

__all__ = ["COUNTED", "Issued"]


class Issued(NamedTuple):
    """The article's day: the first and last day it can be, yyyymmdd (0: undated), and whether it is doubtful."""

    first: int = 0
    last: int = 0
    doubtful: bool = False
    text: str = ""

    @classmethod
    def of(cls, text: str) -> Issued:
        """Read an EDTF date. Raises DateError."""
        if not text:
            return cls()
        found = edtf.parse(text)
        if found.lo < 10_000_101 or found.hi > 99_001_231:
            return cls()  # open to one side: nothing can be counted from it
        return cls(found.lo, found.hi, found.approximate or found.uncertain or found.lo != found.hi, text)

    @property
    def day(self) -> int:
        """The day itself, 0 where only a month or a year is known."""
        return self.first if self.first == self.last else 0

    @property
    def words(self) -> str:
        """What a basis says dates were counted from."""
        return f"the article's date, {in_english(self.text)}"


def _date(day: int) -> date:
    return date(day // 10_000, day // 100 % 100, day % 100)


def _day_of_year(words: str, issued: Issued, future: bool) -> str:
    """A day and month: in the year that is named, else the nearest past or, of what is to come, the next."""
    year, plain = issued.first // 10_000, words
    for which, step in (("next year", 1), ("this year", 0), ("last year", -1)):
        if plain.endswith(which):
            return from_words(f"{plain.removesuffix(which).strip()} {year + step}") or ""
    days = [found for step in (-1, 0, 1) if (found := from_words(f"{plain.replace(' of ', ' ')} {year + step}"))]
    if future:
        return next((day for day in days if edtf.parse(day).hi >= issued.first), "")
    return next((day for day in reversed(days) if edtf.parse(day).lo <= issued.last), "")


def _ago(words: str, issued: Issued, _future: bool) -> str:
    """Days, weeks, months or years ago: the day, or as much of it as the words and the article's date give."""
    *_, count, unit, _ago_word = words.split()
    rough = (count in ("a", "an") and not unit.startswith(("d", "y"))) or words.split()[0] in _ROUGHLY
    number = 1 if count in ("a", "an") else int(count) if count.isdigit() else NUMBER_WORDS[count]
    return _moved(-number, unit.rstrip("s"), issued, rough=rough)


def _ahead(words: str, issued: Issued, future: bool) -> str:
    """In two weeks, within five years: only of what is to come, and by the year where years are counted."""
    if not future:
        return ""
    parts = words.replace("’", "").replace("'", "").removesuffix(" time").split()
    count, unit = parts[-2:]
    number = 1 if count in ("a", "an") else int(count) if count.isdigit() else NUMBER_WORDS[count]
    return _moved(number, unit.rstrip("s"), issued, rough=True) if parts[0] == "in" else ""


_ROUGHLY = frozenset("about around some almost nearly roughly more over just".split())


def _moved(count: int, unit: str, issued: Issued, *, rough: bool) -> str:
    if unit in ("year", "decade"):
        return f"{issued.first // 10_000 + count * (10 if unit == 'decade' else 1):04}"
    if unit == "month":
        months = issued.first // 10_000 * 12 + issued.first // 100 % 100 - 1 + count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if not issued.day:
        return ""
    day = iso_day(day_after(issued.day, count * (7 if unit == "week" else 1)))
    if unit == "week" and (rough or issued.doubtful):
        return day[:7] if issued.doubtful else f"{day}~"
    return f"{day}~" if rough or (issued.doubtful and unit == "day" and count > 7) else day


def _weekday(words: str, issued: Issued, future: bool) -> str:
    """The last such day up to the article's own, or of what is to come the next; "last Friday" is before that day."""
    if not issued.day:
        return ""
    name = next(word for word in words.split() if word in WEEKDAYS)
    behind = (_date(issued.day).weekday() - WEEKDAYS.index(name)) % 7
    if words.startswith("next ") or (future and not words.startswith("last ")):
        ahead = (7 - behind) % 7
        return iso_day(day_after(issued.day, ahead + (7 if words.startswith("next ") and not ahead else 0)))
    return iso_day(day_after(issued.day, -(behind or (7 if words.startswith("last ") else 0))))


def _today(words: str, issued: Issued, _future: bool) -> str:
    if not issued.day:
        return ""
    step = (
        1 if words.startswith("tomorrow") else -1 if words.startswith(("yesterday", "last night", "overnight")) else 0
    )
    return iso_day(day_after(issued.day, step))


def _next(words: str, issued: Issued, _future: bool) -> str:
    """Last week, next month, this year: the week as its days, or as its month where the article's day is doubtful."""
    plain = words.removeprefix("at ").removeprefix("the ")
    which, _, unit = plain.rpartition(" ")
    step = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    if unit in ("year", "month"):
        return _moved(step, unit, issued, rough=False)
    if unit not in ("week", "weekend") or not issued.day or which == "past":
        return ""
    monday = day_after(issued.day, 7 * step - _date(issued.day).weekday())
    if unit == "weekend":
        return f"{iso_day(day_after(monday, 5))}/{iso_day(day_after(monday, 6))}" if not issued.doubtful else ""
    sunday = day_after(monday, 6)
    if not issued.doubtful:
        return f"{iso_day(monday)}/{iso_day(sunday)}"
    return iso_day(monday)[:7]


def _part_of_next(words: str, issued: Issued, _future: bool) -> str:
    """Early next year, later this month, the end of this year."""
    unit, which = words.split()[-1], words.split()[-2]
    step = {"last": -1, "next": 1}.get(which, 0)
    opening = words.removeprefix("the ").split()[0].split("-")[0]
    if unit == "week":
        return ""
    whole = _moved(step, unit, issued, rough=False)
    if unit == "month" or opening in ("earlier", "later", "end", "start", "beginning") or "half" in words:
        if "half" in words:
            return f"{whole}-{'40' if 'first' in words else '41'}" if unit == "year" else whole
        if opening == "earlier" and unit == "year":
            return f"{whole}"
        return whole
    return {"early": f"{whole}-33~", "late": f"{whole}-36~"}.get(opening, f"{whole}-34~/{whole}-35~")


def _named_month(words: str, issued: Issued, future: bool) -> str:
    """Last November, next March, in April: the nearest such month before the article's, or after it."""
    parts = words.replace("-", " ").replace(".", "").split()
    month = next(nth for nth, name in enumerate(MONTHS, 1) if name.lower().startswith(parts[-1][:3]))
    year, own = divmod(issued.first // 100, 100)
    if parts[0] == "this":
        return f"{year:04}-{month:02}"
    if parts[0] == "next" or (future and parts[0] != "last"):
        return f"{year + (month <= own if parts[0] == 'next' else month < own):04}-{month:02}"
    return f"{year - (month >= own if parts[0] == 'last' else month > own):04}-{month:02}"


def _season(words: str, issued: Issued, _future: bool) -> str:
    return from_words(words, issued.day or issued.first) or ""


COUNTED = {
    "day of year": _day_of_year, "ago": _ago, "ahead": _ahead, "weekday": _weekday, "today": _today,
    "part of next": _part_of_next, "next": _next, "named month": _named_month, "season": _season,
    "bare month": _named_month,
}  # fmt: skip
