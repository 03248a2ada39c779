"""Find the dates that a text mentions, and the days that each of them may mean.

"on 18 March", "last November", "Friday", "early next year", "the 2030s": each mention gives every span of days that it
may mean, counted from the day on which the text was issued. It is for doubting a date, not for making one: a mention
with two readings (Friday: the last one or the next) has both. `draft.dating` makes one, and says why there are two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.edtf import MONTHS
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.spelt_numbers import NUMBER_WORDS
from eujdef_tui.text.spoken_dates import WEEKDAYS
from eujdef_tui.text.unicode import fold

__all__ = ["OF_ANY_YEAR", "Mention", "Span", "absolute_spans", "mentions", "near_years"]

Span = tuple[int, int]  # the first and the last day, as yyyymmdd

_MONTH_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?\\b\\.?" if name != "May" else "may\\b" for name in MONTHS).lower()
_COUNTS = {word: number for word, number in NUMBER_WORDS.items() if number} | {"a": 1, "an": 1, "several": 4, "few": 4}
_COUNT = "|".join((r"\d{1,3}", *_COUNTS))
_UNIT = "day|week|fortnight|month|quarter|year|decade"
_NO_YEAR = (  # what is counted, where a number of four digits stands before it
    r"million|billion|trillion|thousand|percent|per\ cent|tonnes?|tons?|jobs|people|passengers|troops|ships"
    r"|euros?|dollars?|francs?|kroner|crowns?|kilomet|met(?:er|re)s|km|square"
)
_DATE = lazy_pattern(rf"""(?x)
    \b(?P<iso> [12]\d{{3}}-[01]\d-[0-3]\d )\b
  | \b(?P<day> [0-3]?\d )(?:st|nd|rd|th)?
      (?:\s*[-–]\s*(?P<to> [0-3]?\d )|\s+(?:and|to)\s+(?P<till> [0-3]?\d))?
      \s+(?:of\s+)?(?P<dmonth> {_MONTH_NAMES} )(?:,?\s+(?P<dyear> [12]\d{{3}} )\b)?
  | \b(?P<mmonth> {_MONTH_NAMES} )\s+(?P<mday> [0-3]?\d )(?:st|nd|rd|th)?(?!\d|[.,]\d{{3}})
      (?:\s*[-–]\s*(?P<mto> [0-3]?\d )\b)?
      (?:,?\s+(?P<myear> [12]\d{{3}} )\b|(?:,?\s+(?P<mwhich> last|this|next)\s+year))?
  | \b(?:(?P<which> last|next|this|past|coming )\s+)?
      (?P<month> {_MONTH_NAMES} )(?:,?\s+(?:of\s+)?(?P<year> [12]\d{{3}} )\b)?
  | \b(?:(?P<swhich> last|next|this|past|coming )\s+)?(?P<season> spring|summer|autumn|fall|winter )\b
      (?:\s+(?:of\s+)?(?P<syear> [12]\d{{3}} )\b)?
  | \b(?P<weekday> {"|".join(WEEKDAYS)} )\b
  | \b(?P<rel> yesterday|today|tonight|tomorrow )\b
  | \b(?P<step> last|past|previous|this|current|next|coming )\s+(?P<unit> week|weekend|month|quarter|year )\b(?!\s+of)
  | \b(?P<ago> {_COUNT} )\s+(?P<agounit> {_UNIT} )s?\s+(?:ago|earlier|before)\b
  | \b(?:in|within)\s+(?P<in> {_COUNT} )\s+(?P<inunit> {_UNIT} )s?\b(?!\s+(?:of|to|and)\b)
  | \b(?P<decade> [12]\d\d0 )s\b
  | \b(?P<first> [12]\d{{3}} )\s*[-–/]\s*(?P<second> \d\d )\b(?!\d|-)
  | (?<![\d.,$€£¥])(?P<alone> 1\d{{3}}|20\d\d|21\d\d )(?![\da-z%]|[.,]\d|-\d(?!\d{{3}}\b)|\s*(?:{_NO_YEAR}))
""")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_BEFORE = lazy_pattern(r"\b(before|prior to|ahead of)\s+(?:the\s+)?(?:early|mid|late|end of)?\W*$")
_AFTER = lazy_pattern(r"\b(after|following)\s+(?:the\s+)?(?:early|mid|late|end of)?\W*$")
OF_ANY_YEAR = ("dmonth", "mmonth", "month")  # kinds of mentions that may be of any year where none stands there
_FIRST_DAY, _LAST_DAY = 500_101, 98_991_231  # an issue outside of these days is open, or nonsense


class Mention(NamedTuple):
    """A date in text[start:end]. `kind` is the group of the pattern that it was read by; `parts` what stood there."""

    start: int
    end: int
    kind: str
    parts: tuple[tuple[str, str], ...]
    side: int = 0  # -1 where the words say before it, 1 after or since it

    def spans(self, issued: Span | None) -> list[Span]:
        """Every span of days that may be meant, where the text was issued within `issued`; [] where nobody can say."""
        if issued and not (issued[0] > _FIRST_DAY and issued[1] < _LAST_DAY):
            issued = None
        found = _READERS[self.kind](dict(self.parts), issued)
        reach = 31 if self.kind in ("iso", "dmonth", "mmonth", "weekday") else 366
        if self.side < 0:
            return [(_earlier(lo, reach), hi) for lo, hi in found]
        return [(lo, _later(hi, reach)) for lo, hi in found] if self.side else found


def absolute_spans(mention: Mention) -> list[Span]:
    """Every span of days that a mention may mean, whenever the text was issued; not to be changed.

    A sentence of a draft is held against many facts, each time with the same dates.
    """
    return _absolute_spans(mention[2:])


@lru_cache(maxsize=1 << 12)
def _absolute_spans(said: tuple[str, tuple[tuple[str, str], ...], int]) -> list[Span]:
    return Mention(0, 0, *said).spans(None)


def mentions(text: str) -> Iterator[Mention]:
    """Yield the dates that a text mentions, in order. Offsets count in the folded text."""
    folded = fold(text)
    for found in _DATE().finditer(folded):
        parts = {name: value for name, value in found.groupdict().items() if value}
        may_be_verb = parts.get("month", "").startswith(("may", "mar")) and "year" not in parts
        if may_be_verb and not _is_month(text, folded, found):
            continue
        before = folded[max(0, found.start() - 30) : found.start()]
        side = -1 if _BEFORE().search(before) else 1 if _AFTER().search(before) else 0
        yield Mention(found.start(), found.end(), _kind(parts), tuple(parts.items()), side)


def near_years(mention: Mention, issued: Span | None) -> set[int]:
    """The years that a mention is likely to be of: of "last November" and "on 18 March" those nearest to the issue."""
    spans = mention.spans(issued)
    if len(spans) > 1 and issued:
        spans = [(lo, hi) for lo, hi in spans if lo <= _later(issued[1], 366) and hi >= _earlier(issued[0], 366)]
    return {day // 10_000 for span in spans for day in span}


def _is_month(text: str, folded: str, found: re.Match[str]) -> bool:
    """Whether "may" or "march" is written as a month is: with a capital, and not where a sentence begins."""
    at = found.start("month")
    written = text[at : at + 1] if len(text) == len(folded) else "M"
    return written.isupper() and (bool(found["year"] or found["which"]) or at > 0)


def _kind(parts: dict[str, str]) -> str:
    return next(name for name in _READERS if name in parts)


# --- what each kind of mention may mean ---


def _span(year: int, first: int = 1, months: int = 12) -> Span:
    """The days of so many months from the month `first` of a year; it may reach into the next."""
    last = year * 12 + first - 2 + months
    end = (date(last // 12, last % 12 + 1, 28) + timedelta(4)).replace(day=1) - timedelta(1)
    return year * 10_000 + first * 100 + 1, int(f"{end:%Y%m%d}")


def _day(year: int, month: int, day: int) -> Span | None:
    try:
        return (int(f"{date(year, month, day):%Y%m%d}"),) * 2
    except ValueError:
        return None


def _month(word: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word[:3]))


def _years(issued: Span | None) -> range:
    """The years that a date without one may be of."""
    return range(issued[0] // 10_000 - 1, issued[1] // 10_000 + 2) if issued else range(0)


def _iso(parts: dict[str, str], _: Span | None) -> list[Span]:
    year, month, day = map(int, parts["iso"].split("-"))
    return [found] if (found := _day(year, month, day)) else []


def _days(parts: dict[str, str], issued: Span | None) -> list[Span]:
    """18 March, 11–13 February 2026, March 18."""
    month = _month(parts.get("dmonth") or parts["mmonth"])
    first = int(parts.get("day") or parts["mday"])
    last = int(parts.get("to") or parts.get("till") or parts.get("mto") or first)
    written = parts.get("dyear") or parts.get("myear")
    years: Sequence[int] = (int(written),) if written else _years(issued)
    if issued and (which := parts.get("mwhich")):
        years = (issued[0] // 10_000 + _STEPS[which], issued[1] // 10_000 + _STEPS[which])
    found = [(_day(year, month, first), _day(year, month, last)) for year in years]
    return [(begin[0], end[1]) for begin, end in found if begin and end and begin <= end]


def _months(parts: dict[str, str], issued: Span | None) -> list[Span]:
    """March 2025, last November, in March."""
    month = _month(parts["month"])
    if year := parts.get("year"):
        return [_span(int(year), month, 1)]
    found = [_span(year, month, 1) for year in _years(issued)]
    return _on_side(found, parts.get("which", ""), issued)


def _seasons(parts: dict[str, str], issued: Span | None) -> list[Span]:
    month = _SEASONS[parts["season"]]
    years = [int(parts["syear"])] if "syear" in parts else list(_years(issued))
    starts = [year - back for year in years for back in ((0, 1) if month == 12 else (0,))]
    found = [(_earlier(_span(year, month, 3)[0], 30), _later(_span(year, month, 3)[1], 30)) for year in starts]
    return found if "syear" in parts else _on_side(found, parts.get("swhich", ""), issued)


def _on_side(found: list[Span], which: str, issued: Span | None) -> list[Span]:
    """Of the same month in several years those that "last" or "next" may mean."""
    if not issued or _STEPS.get(which, 0) == 0:
        return found
    if _STEPS[which] < 0:
        return [span for span in found if span[0] <= issued[1]]
    return [span for span in found if span[1] >= issued[0]]


def _weekdays(parts: dict[str, str], issued: Span | None) -> list[Span]:
    """Every such day from eight days before the text was issued to eight days after, or nothing where that is vague."""
    if not issued or _length(issued) > 70:
        return []
    wanted, found = WEEKDAYS.index(parts["weekday"]), []
    day, last = _earlier(issued[0], 8), _later(issued[1], 8)
    while day <= last:
        if _of(day).weekday() == wanted:
            found.append((day, day))
        day = _later(day, 1)
    return found


def _relative_days(_: dict[str, str], issued: Span | None) -> list[Span]:
    return [(_earlier(issued[0], 2), _later(issued[1], 2))] if issued else []


def _steps(parts: dict[str, str], issued: Span | None) -> list[Span]:
    """Last week, this month, next year."""
    if not issued:
        return []
    step, unit = _STEPS[parts["step"]], parts["unit"]
    if unit == "year":
        return [(_span(issued[0] // 10_000 + step)[0], _span(issued[1] // 10_000 + step)[1])]
    reach = {"week": 14, "weekend": 14, "month": 62, "quarter": 184}[unit]
    back, ahead = (reach if step <= 0 else 0), (reach if step >= 0 else 0)
    return [(_earlier(issued[0], back), _later(issued[1], ahead))]


_LENGTHS = {"day": 1, "week": 7, "fortnight": 14, "month": 31, "quarter": 92, "year": 366, "decade": 3660}


def _counted(parts: dict[str, str], issued: Span | None) -> list[Span]:
    """Two weeks ago, in three years: half as long and as long again are near enough."""
    written, unit = (parts["ago"], parts["agounit"]) if "ago" in parts else (parts["in"], parts["inunit"])
    if not issued:
        return []
    length = (_COUNTS.get(written) or int(written)) * _LENGTHS[unit]
    slack = max(2, length // 4) + _LENGTHS[unit]
    if "ago" in parts:
        return [(_earlier(issued[0], length + slack), _later(issued[1], slack - length))]
    return [(_earlier(issued[0], 1), _later(issued[1], length + slack))]


def _decades(parts: dict[str, str], _: Span | None) -> list[Span]:
    year = int(parts["decade"])
    return [(_span(year)[0], _span(year + 9)[1])]


def _short_range(parts: dict[str, str], _: Span | None) -> list[Span]:
    first = int(parts["first"])
    second = first // 100 * 100 + int(parts["second"])
    return [(_span(first)[0], _span(second)[1])] if second > first else [_span(first)]


def _alone(parts: dict[str, str], _: Span | None) -> list[Span]:
    return [_span(int(parts["alone"]))]


_READERS = {
    "iso": _iso, "dmonth": _days, "mmonth": _days, "month": _months, "season": _seasons, "weekday": _weekdays,
    "rel": _relative_days, "step": _steps, "ago": _counted, "in": _counted, "decade": _decades, "first": _short_range,
    "alone": _alone,
}  # fmt: skip


def _of(day: int) -> date:
    return date(day // 10_000, day // 100 % 100, day % 100)


def _later(day: int, count: int) -> int:
    return int(f"{_of(day) + timedelta(count):%Y%m%d}")


def _earlier(day: int, count: int) -> int:
    return _later(day, -count)


def _length(span: Span) -> int:
    return (_of(span[1]) - _of(span[0])).days + 1
