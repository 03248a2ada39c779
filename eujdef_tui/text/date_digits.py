"""Compare a date with the words that should give it: the numbers of an EDTF date, and those in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from eujdef_tui.text import edtf

__all__ = ["digits_in", "digits_of"]


def digits_of(date: str) -> set[int]:
    """The years of a date and, where it names one, the days of the month."""
    parsed = edtf.parse(date)
    found: set[int] = set()
    for side in {parsed.start, parsed.end} - {"", ".."}:
        first = edtf.parse(side)
        year = first.lo // 10_000
        found.add(year if year > 0 else 1 - year)
        if first.lo == first.hi:
            found.add(first.lo % 100)
    return found


def digits_in(quotes: Iterable[str]) -> set[int]:
    """The numbers in the quotes; of "2024-25" and "2024/25" both years."""
    text = "\n".join(quotes)
    short_years = re.findall(r"(?<!\d)(\d\d)\d\d[-–/](\d\d)(?!\d)", text)
    numbers = re.findall(r"(?<!\d)\d{1,10}(?!\d)", text)  # no year has more digits
    return {int(digits) for digits in numbers} | {int(a + b) for a, b in short_years}
