"""Find the dates in a sentence and count them from the article's day: "on Friday", "last November", "by 2026".

Each date has its words, its EDTF, and a basis that says how one became the other. What cannot be counted without a
guess gives no date: an undated article dates explicit words only. Weeks begin on Monday.

`text.date_mentions` reads dates too, and the two stay two: this one makes the one date that the words most likely mean,
from the tense of the sentence, and says how; that one gives every span that they may mean, so that a date is doubted
only where none fits. One reader with both answers would be each of them twice over. They are held against each other:
of 1,368 dates that this one finds in the articles of the tests, that one allows 1,332 and contradicts none; 36 (recent
years, overnight, the end of the year) it does not see (`tests/bench/date_readers.py`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from eujdef_tui.draft.counted_dates import COUNTED, Issued
from eujdef_tui.text import edtf
from eujdef_tui.text.date_input import from_words
from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["Dating", "find_dates"]

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?"
    r"|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = "(?:(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?)"
_YEAR = "(?:1[6-9]|20)[0-9]{2}"
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_COUNT = "(?:[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
_ROUGH = "(?:about|around|some|almost|nearly|roughly|more than|over|just)"
_PART_OF_DAY = "(?: (?:morning|afternoon|evening|night))?"
_FORMS = (
    # explicit, with a year
    ("day", rf"(?:{_WEEKDAY},? )?(?:the )?{_DAY}(?: of)? {_MONTH},? {_YEAR}"),
    ("day", rf"(?:{_WEEKDAY},? )?{_MONTH} {_DAY},? {_YEAR}"),
    ("day", rf"{_YEAR}-[01][0-9]-[0-3][0-9]"),
    ("range", rf"(?:between|from) {_YEAR} (?:and|to|until) {_YEAR}|{_YEAR}[-–]{_YEAR}"),
    (
        "part",
        rf"(?:early|late|mid)[- ]?(?:in )?{_YEAR}|(?:the )?(?:first|second) half of {_YEAR}"
        rf"|(?:the )?(?:first|second|third|fourth) quarter of {_YEAR}|q[1-4] {_YEAR}"
        rf"|(?:the )?(?:spring|summer|autumn|fall) (?:of )?{_YEAR}",
    ),
    ("end of year", rf"(?:the )?(?:end|start|beginning|middle) of (?:{_YEAR}|{_MONTH} {_YEAR})"),
    ("month", rf"(?:early |late |mid-?)?{_MONTH},? {_YEAR}"),
    ("decade", r"(?:the )?(?:early |late |mid-)?(?:1[6-9]|20)[0-9]0s"),
    # counted from the article's day
    ("day of year", rf"(?:{_DAY}(?: of)? {_MONTH}|{_MONTH} {_DAY})(?: (?:next|this|last) year)?"),
    ("ago", rf"(?:{_ROUGH} )?{_COUNT} (?:day|week|month|year|decade)s? (?:ago|earlier)"),
    ("ahead", rf"(?:in|within) (?:{_ROUGH} )?{_COUNT} (?:day|week|month|year)s?(?:’|')?(?: time)?"),
    ("weekday", rf"(?:last |next |this |late |early |the (?:following|previous) )?{_WEEKDAY}{_PART_OF_DAY}"),
    (
        "today",
        "(?:today|tomorrow|yesterday)(?: (?:morning|afternoon|evening|night))?|tonight|last night|overnight"
        "|this (?:morning|afternoon|evening)",
    ),
    (
        "part of next",
        "(?:early|late|mid|earlier|later|the (?:end|start|beginning|first half|second half) of|end of)[- ]?(?:in )?"
        "(?:the )?(?:this|next|last|the) (?:year|month|week)",
    ),
    (
        "next",
        "(?:last|this|next|the (?:past|coming|following|previous)|past|coming) "
        "(?:year|month|week(?:end)?|quarter|decade)"
        "|(?:at )?the weekend",
    ),
    ("named month", rf"(?:last|next|this|early|late|mid|mid-|early in|late in|the end of|the start of)[ -]?{_MONTH}"),
    ("season", r"(?:last|next|this) (?:spring|summer|autumn|winter)"),
    ("bare month", rf"{_MONTH}"),
    ("recent", r"in recent (?:years|months|weeks|days)|over the past (?:few )?(?:years|months|weeks|days)"),
    ("year", rf"{_YEAR}"),
)  # fmt: skip
_DATES = lazy_pattern(
    r"(?<![\w$€£¥.,/:-])(?:(?!(?:from|between)\s(?:1[6-9]|20)\d\d\s(?:to|and|until))"
    r"(?P<lead>(?:by|before|until|till|since|from|after|on|in|at|during|for|around|about)\s(?:about |around )?))?(?:"
    + "|".join(f"(?P<f{nth}>{form})" for nth, (_, form) in enumerate(_FORMS))
    + r")(?![\w%]|[.,]\d|-(?:year|month|day|old))",
    2,  # re.IGNORECASE
)
# Words that make a name or a number of four digits: Flight 2001, version 2000.
_NAMED_BEFORE = lazy_pattern(r"(?:\b[A-Z][\w-]*|\b(?:flight|version|number|no|page|route|room|model))\.? $")
_MAY_DATE = lazy_pattern(
    r"\d|day\b|days\b|night|morning|afternoon|evening|tomorrow|week|month|year|decade|spring|summer|autumn|winter|quarter"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    2,  # re.IGNORECASE
)
_FIGURE_AFTER = lazy_pattern(
    r"[ -](?:people|men|women|km|kilomet|metres|meters|miles|euros|dollars|troops|soldiers|million|billion|hours|homes)"
)


# A part of a year with a sign, or in an interval.
_OUR_OWN = lazy_pattern(r"^\d{4}-(?:2[1-4]|3[3-9]|4[01])(?:~|/\d)")


class Dating(NamedTuple):
    """A date in text[start:end]: its EDTF, its basis, and what the words before it make of it ("by" a deadline)."""

    start: int
    end: int
    date: str
    basis: str
    lead: str
    sure: bool = True


def find_dates(text: str, start: int, end: int, issued: Issued, *, future: bool = False) -> list[Dating]:
    """The dates in text[start:end], in order. `future`: what the sentence says is to come, so "in July" is the next."""
    found: list[Dating] = []
    for match, kind in _matches(text, start, end):
        words, lead = _words_of(match), (match["lead"] or "").split(" ")[0].lower().strip()
        begin = match.end() - len(words)
        if not _is_date(kind, words, lead, text, begin, match.end()):
            continue
        date_, counted = _read(kind, words.lower(), issued, lead, future=future)
        if not date_:
            continue
        first = match.start() if lead in _OF_DATE else begin
        lead = "" if kind == "ago" else lead
        shaped, basis = _shaped(date_, counted, lead)
        found.append(Dating(first, match.end(), _portable(shaped), basis, lead, kind != "year"))
    return found


@lru_cache(maxsize=512)  # a sentence is read for what is past, and for what is to come
def _matches(text: str, start: int, end: int) -> list[tuple[re.Match[str], str]]:
    """What looks like a date, with the kind of its form. Most sentences have no word of a date, and end here."""
    if not _MAY_DATE().search(text, start, end):
        return []
    return [
        (match, next(kind for nth, (kind, _) in enumerate(_FORMS) if match[f"f{nth}"] is not None))
        for match in _DATES().finditer(text, start, end)
    ]


def _words_of(match: re.Match[str]) -> str:
    """The words of the date, without the one that leads to it."""
    return match[0][len(match["lead"] or "") :]


def _portable(found: str) -> str:
    """The date as every reader of EDTF takes it: 2026-01~/2026-03~ for early 2026, which is 2026-33~ here."""
    if not _OUR_OWN().search(found):
        return found
    low, high = edtf.bounds(found)
    first, last = (f"{day // 10_000:04}-{day // 100 % 100:02}~" for day in (low, high))
    return f"{first}/{last}"


# Words before a date that are kept with it: "by 2027", "in April".
_OF_DATE = frozenset("by before until till since from after on in at during around about".split())


def _is_date(kind: str, words: str, lead: str, text: str, start: int, end: int) -> bool:
    """Whether words that look like a date are one: not "may", nor "1500 people", nor the year of a name."""
    if kind == "bare month":
        proper = words[0].isupper() and (
            words.lower() not in ("may", "march", "august") or lead in ("in", "by", "since", "until", "from", "during")
        )
        return proper and len(words) > 3 and not text[end : end + 2].strip().isdigit()
    if kind in ("weekday", "named month", "month"):
        return any(map(str.isupper, words)) or not text[start:end].islower()
    if kind == "year":
        named = _NAMED_BEFORE().search(text, max(0, start - 30), start)
        return not _FIGURE_AFTER().match(text, end) and (bool(lead) or not named)
    return True


def _shaped(found: str, basis: str, lead: str) -> tuple[str, str]:
    """The date and its basis as the word before makes them: "since 2019" is open to the end."""
    if "/" in found or not lead:
        return found, basis
    if lead in ("since", "from"):
        return f"{found}/..", basis
    if lead == "before":
        return f"../{found}", basis
    if lead in ("around", "about") and found[-1] not in "~?%":
        return f"{found}~", basis
    if lead == "by":
        return found, f"{basis}; it is the deadline"
    return found, basis


def _read(kind: str, words: str, issued: Issued, lead: str, *, future: bool) -> tuple[str, str]:
    """The EDTF of words of a kind, and how it was found; "" where it cannot be counted."""
    if kind in _EXPLICIT:
        return _explicit(kind, words), "explicit"
    if not issued.first:
        return "", ""
    counted = f"counted from {issued.words}"
    if kind == "recent":
        return (f"../{issued.text}", f"before {issued.words}") if words.endswith("years") else ("", "")
    return COUNTED[kind](words, issued, future or lead in ("by", "until", "till")), counted


_EXPLICIT = frozenset(("day", "range", "part", "end of year", "month", "decade", "year"))


def _explicit(kind: str, words: str) -> str:
    plain = words.removeprefix("the ").replace(",", " ")
    if kind == "range":
        first, last = (year for year in plain.replace("–", " ").replace("-", " ").split() if year.isdigit())
        return f"{first}/{last}" if first < last else ""
    if kind == "end of year":
        plain = plain.partition(" of ")[2]
    if kind == "part":
        for nth, name in enumerate(("first", "second", "third", "fourth"), 1):
            plain = plain.replace(f"{name} quarter of", f"q{nth}")
        plain = (
            plain.replace("- ", "-")
            .replace(" of ", " ")
            .replace("mid-", "mid ")
            .replace("early-", "early ")
            .replace("late-", "late ")
        )
    if kind == "month":
        plain = plain.removeprefix("early ").removeprefix("late ").removeprefix("mid-").removeprefix("mid ")
    if kind == "decade":
        decade = plain.split()[-1].split("-")[-1]
        return f"{decade[:3]}X"
    return from_words(" ".join(plain.replace(".", "").split())) or ""
