"""An EDTF date in the forms of other tools: ISO 8601 prefixes, Chicago's words, CSL's date variable, biblatex's `date`.

Each form says no more than the EDTF date does. What a form cannot say is left out, and the caller gives it in words.
"""

from __future__ import annotations

import re
from typing import Any

from eujdef_tui.text import edtf
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.portable_dates import is_portable

__all__ = ["biblatex_date", "chicago_date", "csl_date", "date_parts", "iso_prefix", "month_of", "year_of"]

_DAY = lazy_pattern(r"((?!0000)\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?:-XX)*(?:T[^~?%]*)?[~?%]?", re.ASCII)
_PART = lazy_pattern(r"(\d{4})-(2[1-4]|3[3-9]|4[01])[~?%]?", re.ASCII)  # of a year: a season, a quarter and others
_BCE = lazy_pattern(r"(0000|-\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:-XX)*(?:T[^~?%]*)?[~?%]?", re.ASCII)
_BIBLATEX = lazy_pattern(r"-?\d{4}(-(\d\d|XX))?(-(\d\d|XX))?[~?%]?|\d\d[\dX]X|(\.\.)?", re.ASCII)
_OPEN = ("", "..")


def date_parts(date: str) -> list[int]:
    """Return year, month and day as far as a date without "/" gives them, in doubt or not; [] for any other."""
    found = _DAY().fullmatch(date)
    return [int(part) for part in found.groups() if part] if found else []


def iso_prefix(date: str) -> str:
    """Return as much of a date as ISO 8601 can express: of one in doubt or with a season, the year.

    Of an interval within one year, the year. "" where the date has no four-digit year.
    """
    parts = date_parts(date)
    if parts and date[-1] not in "~?%":
        return "-".join(f"{part:0{width}}" for part, width in zip(parts, (4, 2, 2), strict=False))
    return year_of(date)


def year_of(date: str) -> str:
    """Return the year (four digits) in which all of a date or interval lies; "" for none or more than one."""
    if date in _OPEN:
        return ""
    start, end = edtf.parse(date).start, edtf.parse(date).end
    same = start[:4].isdigit() and start[:4] == end[:4] and start[:4] != "0000"
    return start[:4] if same else ""


def month_of(date: str) -> int:
    """Return the month (1 to 12) in which all of a date lies for certain; 0 for none or more than one."""
    if not year_of(date):
        return 0
    parsed = edtf.parse(date)
    certain = not parsed.approximate and not parsed.uncertain
    same = parsed.lo // 100 == parsed.hi // 100
    return parsed.lo // 100 % 100 if certain and same else 0


def biblatex_date(date: str) -> str:
    """Return a date as biblatex reads it (EDTF level 1: signs, seasons, open ends); "" where it does not.

    A time is left out, and so are quarters and other parts of a year that biblatex prints as nothing.
    """
    sides = [re.sub("T.*", "", side) for side in date.split("/")]
    plain = "/".join(sides)
    if not date or not is_portable(plain):
        return ""
    if len(sides) == 1 and re.fullmatch(r"\d{4}-2[1-4]", plain):
        return plain
    return plain if all(_BIBLATEX().fullmatch(side) and not _PART().fullmatch(side) for side in sides) else ""


def csl_date(date: str) -> dict[str, Any]:
    """Return a date as a CSL date variable: `date-parts`, a `season`, `circa` for any doubt; else a literal in English.

    A quarter, third or half of a year is the range of its months.
    """
    if not date:
        return {}
    parsed = edtf.parse(date)
    doubt = {"circa": True} if parsed.approximate or parsed.uncertain else {}
    sides = list(dict.fromkeys((parsed.start, parsed.end)))
    if len(sides) == 1 and (part := _PART().fullmatch(date)):
        if part[2] < "25":
            return {"date-parts": [[int(part[1])]], "season": int(part[2]) - 20} | doubt
        return {"date-parts": [[day // 10_000, day // 100 % 100] for day in (parsed.lo, parsed.hi)]} | doubt
    parts = [date_parts(side) or _bce_parts(side) for side in sides]
    return {"date-parts": parts} | doubt if all(parts) else {"literal": edtf.in_english(date)}


def _bce_parts(side: str) -> list[int]:
    """The parts of a date before our era, the year as historians count it: -44 is 44 BCE, as in citeproc-js."""
    found = _BCE().fullmatch(side)
    return [int(found[1]) - 1, *(int(part) for part in found.groups()[1:] if part)] if found else []


def chicago_date(date: str) -> str:
    """Return a date as Chicago writes it: "July 23, 2025", "May 30–June 2, 2020", "ca. 2025", "[2025?]", "n.d."."""
    if not date:
        return "n.d."
    parsed = edtf.parse(date)
    parts = [date_parts(side) or _bce_parts(side) for side in (parsed.start, parsed.end)]
    if not all(parts):
        return edtf.in_english(date)
    if parsed.start == parsed.end:
        return _doubted(_single(parts[0]), parsed.start)
    return _range(parts[0], parts[1], parsed)


def _range(first: list[int], last: list[int], date: edtf.Date) -> str:
    """An interval with what both ends share said once (CMOS 17 §6.78, §9.35)."""
    a, b = _single(first), _single(last)
    if len({side[-1] if side[-1] in "~?%" else "" for side in (date.start, date.end)}) > 1:
        return f"{_doubted(a, date.start)}–{_doubted(b, date.end)}"
    if first == last:
        return _doubted(a, date.start)
    if len(first) == len(last) == 3 and first[:2] == last[:2]:
        text = f"{edtf.MONTHS[first[1] - 1]} {first[2]}–{last[2]}, {_year(first[0])}"
    elif len(first) == len(last) > 1 and first[0] == last[0]:
        text = f"{a.removesuffix(_year(first[0])).rstrip(' ,')}–{b}"
    else:
        text = f"{a}–{b}"
    return _doubted(text, date.start)


def _single(parts: list[int]) -> str:
    year = _year(parts[0])
    if len(parts) == 1:
        return year
    day = f" {parts[2]}," if len(parts) == 3 else ""
    return f"{edtf.MONTHS[parts[1] - 1]}{day} {year}"


def _year(year: int) -> str:
    return str(year) if year > 0 else f"{-year} BCE"


def _doubted(written: str, side: str) -> str:
    written = f"ca. {written}" if side[-1] in "~%" else written
    return f"[{written}?]" if side[-1] in "?%" else written
