"""Read a date as people type it, and return it as EDTF.

Read are "1 nov 2024", "early 2026", "before nov 2024", "between 2024 and 2026", "last november", EDTF itself, and every
date as `edtf.in_english` writes it. Input with two readings (01/11/2024, winter 2024, the 2000s) is refused, and not
guessed at: `dateutil` would pick one of them, and knows no intervals, seasons or open ends.

What has no year (nov 1, friday) is no EDTF: see `yearless`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eujdef_tui.text import edtf, spoken_dates
from eujdef_tui.text.edtf import DOUBT, MONTHS, DateError, in_english, parse
from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["both_readings", "from_words", "may_be_in_date"]

_LONGEST = 100  # characters; no date is as long, and what is typed without end is not worth reading
_PART_OF_YEAR = {
    "early": "p33~", "late": "p36~", "q1": "p33", "q2": "p34", "q3": "p35", "q4": "p36",
    "spring": "p21", "summer": "p22", "autumn": "p23", "fall": "p23", "first-third": "p37", "second-third": "p38",
    "last-third": "p39", "first-half": "p40", "second-half": "p41", "h1": "p40", "h2": "p41",
}  # fmt: skip
_YEAR = "([1-9][0-9]{3})"
_FAR = lazy_pattern("[1-9][0-9]{4,9}")  # a year of more than four digits
# What a word of a date may be: a figure with what is joined to it, or one of these words or beginnings of months.
_FIGURES = lazy_pattern("[a-z]*[-–/~]?[-0-9–/.:+]*[0-9][-0-9–/.:+xt]*(?:st|nd|rd|th|s|z|bce?|ce|ad)?[~?%]?|[qhy][0-9]+")
_WORDS = (
    frozenset(
        "by before after since from to until till up between and or later onward onwards start end unknown of the "
        "about perhaps circa around ca c mid early late spring summer autumn fall winter first second third last half "
        "decade century ad bc bce ce past previous this current next coming year month week quarter".split()
    )
    | spoken_dates.WORDS
)
_STEMS = frozenset(month[:length].casefold() for month in MONTHS for length in range(3, len(month) + 1))
_SHAPES = ("y", "my", "ym", "dmy", "mdy", "ymd", "py", "yp")


def from_words(words: str, today: int | None = None) -> str | None:
    """Return the EDTF for a typed date ("1 nov 2024", "by 2040", "last november", or EDTF itself).

    `today` is the day as yyyymmdd; None stands for `edtf.today()`. None is returned for what is no date or has two
    readings (01/11/2024, winter 2024, the 2000s).
    """
    words = words.strip()
    if len(words) > _LONGEST:
        return None
    if written := _written(words):
        return written
    if (plain := _by_words(words.casefold().replace(",", " "))) and _edtf(plain):  # most dates that people type
        return plain
    typed = _normal(words)
    return next((found for found in _readings(typed, today or edtf.today()) if found and _edtf(found)), None)


def may_be_in_date(token: str, *, begun: bool = False) -> bool:
    """Return whether a typed word may be a part of a date: a month, a figure, "by", "half".

    Of one that is only `begun` further letters may be typed.
    """
    word = token.casefold().strip(",.~†()/" if begun else ",.~†()")  # ../
    if word.isascii() and word.isdigit():
        return True
    if any(map(str.isdigit, word)):
        endings = ("", *"dce") if begun else ("",)  # 2n, 3r, 44b
        return any(_FIGURES().fullmatch(word + ending) for ending in endings)
    parts = [part for part in word.replace("–", "-").split("-") if part]
    last = parts.pop() if begun and parts else ""
    known = all(part in _WORDS or (len(part) >= 3 and part in _STEMS) for part in parts)
    return known and (not last or any(one.startswith(last) for one in _WORDS | _STEMS))


def both_readings(words: str) -> tuple[str, str] | None:
    """Return the two EDTF dates that 2020-22 may be, years or a summer, or 01/11/2024: 1 November or 11 January."""
    if not any(sign in words for sign in "/-–"):
        return None
    if figures := re.fullmatch(f"([0-9]{{1,2}})([/-])([0-9]{{1,2}})\\2{_YEAR}", words.strip()):
        first, second, year = int(figures[1]), int(figures[3]), figures[4]
        days = (f"{year}-{second:02}-{first:02}", f"{year}-{first:02}-{second:02}")
        return days if first != second and all(map(_edtf, days)) else None
    found = re.fullmatch("([1-9][0-9])([0-9]{2})[-–]([0-9]{2})", words.strip())
    if not found or found[3] <= found[2] or not (season := _edtf(f"{found[1]}{found[2]}-{found[3]}")):
        return None
    return (f"{found[1]}{found[2]}/{found[1]}{found[3]}", season) if int(found[3]) > 12 else None


def _normal(words: str) -> str:
    """What was typed in the form that is read: without case, commas, marks, "of" and "the"."""
    words = re.sub(r"\b(early|mid|late)-", r"\1 ", words.casefold()).replace(",", " ").replace("†", "")
    words = re.sub(r"(?<!\S)~(?=\w)", "about ", words)
    tokens = [token for token in words.split() if token not in ("of", "the")]
    to = r"–| – (?:(?:about|perhaps) )*"  # "about first – about second half of 1000"
    typed = re.sub(rf"\b(first|second)({to})(second|last) (third|half)\b", r"\1-\4\2\3-\4", " ".join(tokens))
    typed = re.sub(r"\b(first|second|last) (third|half)\b", r"\1-\2", typed)
    typed = re.sub(r"(?<![\w.-])(ad|ce) ([0-9]{1,4})\b", r"\2 ce", typed)
    return re.sub(r"\b(?:circa|around|ca\.?|c\.) ?(?=[0-9a-z])", "about ", typed)


def _edtf(text: str) -> str | None:
    try:
        return parse(text).text
    except DateError:
        return None


def _written(typed: str) -> str | None:
    """EDTF that was typed as such. Not 2020-22 and its like: EDTF for a summer, but people mean years."""
    return None if " " in typed or both_readings(typed) else _edtf(typed.upper())


def _readings(typed: str, today: int) -> Iterator[str | None]:
    """What the typed words may be, the likeliest first; not all of it is valid EDTF."""
    yield _side(typed, today)
    if weekday := re.fullmatch("([a-z]+) (.+)", typed):
        yield spoken_dates.on_weekday(weekday[1], _side(weekday[2], today))
    for form, written, toward in _OPEN:
        if found := re.fullmatch(form, typed):
            side = _side(found[1], today) or spoken_dates.nearest_to(today, found[1], toward)
            yield side and written(side)
    if found := re.fullmatch(f"{_YEAR}-{_YEAR}", typed):
        yield f"{found[1]}/{found[2]}"
    if (found := re.fullmatch("([1-9][0-9])([0-9]{2})-([0-9]{2})", typed)) and found[3] > max(found[2], "12"):
        yield f"{found[1]}{found[2]}/{found[1]}{found[3]}" if not both_readings(typed) else None
    if found := re.fullmatch("between (.+) and (.+)|from (.+) (?:until|till) (.+)", typed):
        first, last = (side for side in found.groups() if side)
        yield from _joined(first, last, today)
    yield from _ranges(typed, today)


def _before(edtf_date: str) -> str | None:
    """Up to the day before; for a year up to the year before: an EDTF interval includes its end."""
    if not _edtf(edtf_date):
        return None
    lo = parse(edtf_date).lo
    if re.fullmatch("-?[0-9]{4}", edtf_date):
        year = int(edtf_date) - 1
        return f"../{'-' * (year < 0)}{abs(year):04}"
    return f"../{edtf.iso_day(spoken_dates.day_after(lo, -1))}" if 10_000_000 < lo < 100_000_000 else None


_OPEN = (
    ("(?:by|until|till|up to) (.+)", lambda side: f"../{side}", 1),
    ("before (.+)", _before, 1),
    # "after 2022" may mean with 2022 or without: with claims less
    ("(?:after|since|from) (.+)", lambda side: f"{side}/..", -1),
    ("(.+) (?:or later|onwards?)", lambda side: f"{side}/..", -1),
    ("to (.+) start unknown", lambda side: f"/{side}", 1),
    ("from (.+) end unknown", lambda side: f"{side}/", -1),
)


def _ranges(typed: str, today: int) -> Iterator[str | None]:
    """Two dates with "to" or a dash between them, each place where they may be parted."""
    plain = typed.removeprefix("from ")
    for found in re.finditer(" to | - | ?[–—] ?|(?<=[a-z])-(?=[a-z])|(?<=[0-9])-(?=[0-9])", plain):
        first, last = plain[: found.start()], plain[found.end() :]
        if found[0] == "-" and not re.search("[a-z]", plain):
            continue  # 2024-11-01 is EDTF, 01-11-2024 has two readings
        joined = list(_joined(first, last, today))
        ours = [one for one in joined if "–" in found[0] and _as_we_write(one, typed)]
        # "about 2024 to 2026" doubts one side or both: only as we write it the first alone is meant
        doubtful = first.startswith(("about ", "perhaps ")) and not last.startswith(("about ", "perhaps "))
        yield from ours or ([] if doubtful else joined)


def _as_we_write(joined: str, typed: str) -> bool:
    return bool(_edtf(joined)) and _normal(in_english(joined)) == typed


def _joined(first: str, last: str, today: int) -> Iterator[str]:
    """The intervals of two sides. What both have in common may stand in one of them only: 30 oct – 2 nov 2024."""
    begins, ends = first.split(), last.split()
    century = re.fullmatch("([1-9][0-9])([0-9]{2})", first)
    if century and re.fullmatch("[0-9]{2}", last):  # 2024–25
        if last > century[2] and not both_readings(f"{first}-{last}"):
            yield f"{first}/{century[1]}{last}"
        return
    b = _side(last, today)
    if b is None and len(begins) > 1:  # nov 1 – 3 2024
        b = _side(" ".join((*begins[:-1], *ends)), today)
        ends = [*begins[:-1], *ends]
    for shared in range(min(len(ends), 3) + 1) if b else ():
        if a := _side(" ".join((*begins, *ends[len(ends) - shared :])), today):
            yield f"{a}/{b}"


def _side(typed: str, today: int) -> str | None:
    """A date without an open end: a day, month, year, decade, season or other part of a year."""
    for sign in "%~?":
        if typed.startswith(DOUBT[sign]):
            plain = _side(typed.removeprefix(DOUBT[sign]), today)
            if plain and sign == "?" and plain.endswith("~"):  # perhaps early 2026
                return f"{plain[:-1]}%"
            return plain and plain + sign
    if "/" not in typed and (written := _written(typed)):
        return written
    if middle := re.fullmatch(f"mid {_YEAR}", typed):
        return f"{middle[1]}-34~/{middle[1]}-35~"
    return _tens(typed) or _winter(typed) or _numeric(typed) or _by_words(typed) or spoken_dates.relative(typed, today)


def _tens(typed: str) -> str | None:
    """A decade or century, or a year that is written with its era."""
    if tens := re.fullmatch(r"([1-9][0-9])([0-9])0s(?: \((decade|century)\))?", typed):
        if tens[2] != "0":
            return f"{tens[1]}{tens[2]}X" if not tens[3] else None
        return {"decade": f"{tens[1]}0X", "century": f"{tens[1]}XX"}.get(tens[3] or "")
    return _early_tens(typed) or _year_of_era(typed) or (f"Y{typed}" if _FAR().fullmatch(typed) else None)


def _early_tens(typed: str) -> str | None:
    """A decade or century before the year 1000, which is written as its first and last year: 120–129 ce."""
    found = re.fullmatch("([0-9]+)( bce| ce)? ?– ?([0-9]+)( bce| ce)", typed)
    if not found:
        return None
    first, last = _year_of_era(f"{found[1]}{found[2] or found[4]}"), _year_of_era(f"{found[3]}{found[4]}")
    for year in (first, last):
        for tens in (f"{(year or '')[:-1]}X", f"{(year or '')[:-2]}XX"):
            if _edtf(tens) and _normal(in_english(tens)) == typed:
                return tens
    return None


def _year_of_era(typed: str) -> str | None:
    """The EDTF year for 44 bce or 843 ce."""
    found = re.fullmatch("([1-9][0-9]{0,9}) ?(bce?|ce|ad)", typed)
    if not found:
        return None
    year = 1 - int(found[1]) if found[2].startswith("b") else int(found[1])
    return f"Y{year}" if abs(year) > 9999 else f"{'-' * (year < 0)}{abs(year):04}"


def _winter(typed: str) -> str | None:
    """A winter, which is named by both its years."""
    found = re.fullmatch(r"winter ([0-9]+)( bce)?[-–/ ]+([0-9]+)((?: bce| ce)?)", typed)
    if not found:
        return None
    first, last, era = found[1], found[3], found[4]
    year = _year_of_era(f"{first}{found[2] or era}") if era else first if re.fullmatch(_YEAR, first) else None
    if year is None:
        return None
    after = int(year) + 1
    said = {str(after), f"{after % 100:02}"} if not era else {f"{after} ce", f"{1 - after} bce"}
    return f"{year}-24" if f"{last}{era}" in said else None


def _numeric(typed: str) -> str | None:
    """A day in figures where it has one reading: 13/11/2024, 1.11.2024, 2024/11/01, but not 01/11/2024."""
    if ordered := re.fullmatch(f"{_YEAR}([/.])([0-9]{{1,2}})\\2([0-9]{{1,2}})", typed):
        return f"{ordered[1]}-{ordered[3]:0>2}-{ordered[4]:0>2}"
    found = re.fullmatch(f"([0-9]{{1,2}})([/.-])([0-9]{{1,2}})\\2{_YEAR}", typed)
    if not found:
        return None
    days = {(day, month) for day, month in ((found[1], found[3]), (found[3], found[1])) if 0 < int(month) <= 12}
    if found[2] == "." and 0 < int(found[3]) <= 12:
        days = {(found[1], found[3])}  # with points the day is first wherever dates are so written
    return "-".join(f"{part:0>2}" for part in (found[4], *reversed(days.pop()))) if len(days) == 1 else None


def _by_words(typed: str) -> str | None:
    """Words and figures for a day, month, year or part of a year, in the orders in which people put them."""
    if typed.endswith(("ce", "bc", "ad")):
        typed = re.sub(r"\b([0-9]+) (bce?|ce|ad)$", lambda found: _year_of_era(found[0]) or "?", typed)
    pieces = [_piece(token) for token in typed.split()]
    if "".join(piece[:1] for piece in pieces) not in _SHAPES:
        return None
    return "-".join(piece[1:] for piece in sorted(pieces, key=lambda piece: "ypmd".index(piece[0])))


def _piece(token: str) -> str:
    """One word's kind (y year, m month, d day, p part of a year) before its EDTF; "?" for any other word."""
    if re.fullmatch(f"{_YEAR}|-?[0-9]{{4}}", token):
        return f"y{token}"
    if day := re.fullmatch("([0-9]{1,2})(?:st|nd|rd|th)?", token):
        return f"d{int(day[1]):02}"
    name = token.removesuffix(".")
    for number, month in enumerate(MONTHS, 1):
        if len(name) >= 3 and month.casefold().startswith(name):
            return f"m{number:02}"
    return _PART_OF_YEAR.get(name, "?")
