"""Read a date as people type it, and return it as EDTF.

Read are "1 nov 2024", "early 2026", "by 2040", "2024 to 2026" and EDTF itself. Input with two readings (01/11/2024,
winter 2024, the 2000s) is refused, and not guessed at: `dateutil` would pick one of them, and knows no intervals,
seasons or open ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eujdef_tui.text.edtf import DOUBT, MONTHS, DateError, parse

__all__ = ["from_words"]

_LONGEST = 100  # characters; no date is as long, and what is typed without end is not worth reading
_PART_OF_YEAR = {
    "early": "p33~", "late": "p36~", "q1": "p33", "q2": "p34", "q3": "p35", "q4": "p36",
    "spring": "p21", "summer": "p22", "autumn": "p23", "fall": "p23",
}  # fmt: skip
_YEAR = "([1-9][0-9]{3})"
_INTERVALS = (
    # "About 2024 to 2026" doubts one side or both: not read.
    ("(?:from )?((?!about |perhaps ).+?)(?: to | - | ?[–—] ?)(.+)", "{}/{}"),
    (f"{_YEAR}-{_YEAR}", "{}/{}"),
    ("by (.+)", "../{}"),
    ("(?:after|since|from) (.+)", "{}/.."),  # "after 2022" may mean with 2022 or without: with claims less
    ("(.+) or later", "{}/.."),
)


def from_words(words: str) -> str | None:
    """Return the EDTF for a typed date ("1 nov 2024", "early 2026", "by 2040", or EDTF itself).

    None for what is no date or has two readings (01/11/2024, winter 2024, the 2000s).
    """
    words = words.strip()
    if len(words) > _LONGEST:
        return None
    if written := _written(words):
        return written
    tokens = re.sub(r"\b(early|mid|late)-", r"\1 ", words.casefold()).replace(",", " ").split()
    typed = " ".join(token for token in tokens if token != "of")
    return next((edtf for edtf in _readings(typed) if edtf and _edtf(edtf)), None)


def _edtf(text: str) -> str | None:
    try:
        return parse(text).text
    except DateError:
        return None


def _written(typed: str) -> str | None:
    """EDTF that was typed as such. Not 2021-22 and its like: EDTF for a summer, but people mean two years."""
    short = re.fullmatch("[0-9]{2}([0-9]{2})-(2[1-4]|3[3-9]|4[01])", typed)
    if short and int(short[1]) + 1 == int(short[2]):
        return None
    return _edtf(typed.upper())


def _readings(typed: str) -> Iterator[str | None]:
    yield _typed_side(typed)
    if before := re.fullmatch(f"before {_YEAR}", typed):
        yield f"../{int(before[1]) - 1}"  # "before 2030" leaves 2030 out; an EDTF interval includes its end
    for form, edtf in _INTERVALS:
        if found := re.fullmatch(form, typed):
            sides = [_typed_side(side) for side in found.groups()]
            yield edtf.format(*sides) if all(sides) else None


def _typed_side(typed: str) -> str | None:
    for sign in "%~?":
        if typed.startswith(DOUBT[sign]):
            plain = _typed_side(typed.removeprefix(DOUBT[sign]))
            return plain and plain + sign
    if "/" not in typed and (written := _written(typed)):
        return written
    if middle := re.fullmatch(f"mid {_YEAR}", typed):
        return f"{middle[1]}-34~/{middle[1]}-35~"
    winter = re.fullmatch(f"winter {_YEAR}[-–/]([0-9]{{2}}|[0-9]{{4}})", typed)
    if winter and str(int(winter[1]) + 1).endswith(winter[2]):
        return f"{winter[1]}-24"
    if decade := re.fullmatch("([1-9][0-9][1-9])0s", typed):
        return f"{decade[1]}X"
    pieces = [_piece(token) for token in typed.split()]
    if "".join(piece[:1] for piece in pieces) not in ("y", "my", "ym", "dmy", "mdy", "ymd", "py", "yp"):
        return None
    return "-".join(piece[1:] for piece in sorted(pieces, key=lambda piece: "ypmd".index(piece[0])))


def _piece(token: str) -> str:
    """One word's kind (y year, m month, d day, p part of a year) before its EDTF; "?" for any other word."""
    if re.fullmatch(_YEAR, token):
        return f"y{token}"
    if day := re.fullmatch("([0-9]{1,2})(?:st|nd|rd|th)?", token):
        return f"d{int(day[1]):02}"
    name = token.removesuffix(".")
    for number, month in enumerate(MONTHS, 1):
        if len(name) >= 3 and month.casefold().startswith(name):
            return f"m{number:02}"
    return _PART_OF_YEAR.get(name, "?")
