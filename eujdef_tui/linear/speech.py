"""Words that can be read aloud: no signs, no boxes, no abbreviated months, lines broken between words.

What an article or a fact file says stays word for word; only characters that draw something are left out of it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from eujdef_tui.model.glyphs import OUTSIDE
from eujdef_tui.text import edtf
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["in_full", "joined", "listed", "ordinal", "sentence", "spoken_date", "voiced", "wrapped"]

# Control characters but the newline, and what draws: arrows, boxes, blocks, shapes, stars, braille.
_DRAWN = lazy_pattern("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2190-\u21ff\u2300-\u23ff\u2500-\u25ff\u2605\u2606\u2800-\u28ff]")
_SHORT = "|".join(month[:3] for month in edtf.MONTHS)
_MONTH = lazy_pattern(rf"(?<=\d )(?:{_SHORT})\b|\b(?:{_SHORT})(?= \d| ?– ?(?:\d+ )?(?:{_SHORT})\b)")
_QUOTE = lazy_pattern("“[^”]*”|‘[^’]*’")
_NUMBERS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split()
_ENDS = r"[\d)]", r"\ds", r"\d CE", r"\d BCE", r"\d or later", ", end unknown", ", start unknown"  # of a date in words
_DATED = lazy_pattern(f"(?:{'|'.join(f'(?<={end})' for end in _ENDS)}){OUTSIDE}")
_OWN = {" · ": ", ", " ── ": "; ", OUTSIDE: ", from outside the articles", "(century)": "as a century",
        "(decade)": "as a decade", "\N{NO-BREAK SPACE}": " "}  # fmt: skip


def voiced(text: str) -> str:
    """Return text from anywhere without what steers a terminal or draws on it; newlines stay."""
    return _DRAWN().sub(" ", clean(text))


def in_full(text: str) -> str:
    """Return our own words with signs and abbreviations spelled out: "~1–3 Nov 2024" is "about 1 to 3 November 2024".

    What stands between quotation marks is the article's, and stays.
    """
    found: list[str] = []
    here = 0
    for quote in _QUOTE().finditer(text):
        found += [_spelled(text[here : quote.start()]), quote[0]]
        here = quote.end()
    words = one_line("".join((*found, _spelled(text[here:]))))
    return _squeezed(words)


def _squeezed(words: str) -> str:
    """Return words with one space between two, and no space or comma too many before a sign."""
    words = _SPACES().sub(" ", words)
    return _STOPS().sub("", _COMMAS().sub(r"\1", words)).strip(" ,")


_SPACES = lazy_pattern(r"\s+")
_STOPS = lazy_pattern(r"(?<![A-Z.])\.(?=[,;] )")  # but that of U.S.
_COMMAS = lazy_pattern(r"(?:\s*,)*\s*([,;:.])(?=\s|$)")
_BETWEEN = lazy_pattern(rf"(?<=\d)–(?=\d)|(?<=[\w.]) – (?=[\d~])|(?<=[a-z])–(?=(?:{_SHORT})[a-z]* \d)")
_ABOUT = lazy_pattern(r"(?<!\w)~(?=\d|[A-Z][a-z]{2} )")
_QUARTER = lazy_pattern(r"\bQ([1-4])\b")


def _spelled(words: str) -> str:
    words = _DATED().sub(", date from outside the articles", words)
    for sign, said in _OWN.items():
        words = words.replace(sign, said)
    words = _ABOUT().sub("about ", words)
    words = _QUARTER().sub(lambda match: f"{_NUMBERS[int(match[1]) - 1]} quarter of", words)
    words = _MONTH().sub(lambda match: next(one for one in edtf.MONTHS if one.startswith(match[0])), words)
    return voiced(_BETWEEN().sub(" to ", words))


def spoken_date(date: str, mark: str = "") -> str:
    """Return an EDTF date with its `date_mark` in words: "3 March 2024", "spring 2024"; "undated" for none."""
    return in_full(edtf.in_english(date) + mark)


def joined(*parts: str) -> str:
    """Return parts of a line with a comma between two; none of them then ends in a sign of its own."""
    kept = [part.strip() for part in parts if part.strip()]
    said = ""
    for part in kept:
        said = said.rstrip(".,;: ")
        said += f"{' ' if said.endswith(('?', '!')) else ', '}{part}" if said else part
    return said


def listed(words: Iterable[str]) -> str:
    """Return "one, two and three"."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def sentence(text: str) -> str:
    """Return a line that ends like a sentence."""
    return text if not text or text[-1] in ".?!:”’" or unicodedata.category(text[-1])[0] == "P" else f"{text}."


def ordinal(nth: int, count: int, noun: str) -> str:
    """Return "second of three quotes" for the second (1), "the only quote", or "quote 15 of 17" where words fail."""
    if count == 1:
        return f"the only {noun}"
    if count >= len(_COUNTS):
        return f"{noun} {nth + 1:,} of {count:,}"
    return f"{_NUMBERS[nth]} of {_COUNTS[count]} {noun}s"


def wrapped(line: str, width: int | None) -> list[str]:
    """Return a line in lines of at most `width` cells, broken between words; a word is never cut. None: no width."""
    if width is None or (len(line) < width and line.isascii()):
        return [line]
    lines: list[str] = []
    here: list[str] = []
    used = 0
    for word in line.split(" "):
        cells = sum(_cells(char) for char in word)
        if here and used + 1 + cells >= width:
            lines.append(" ".join(here))
            here, used = [], -1
        used += 1 + cells if here or used < 0 else cells
        here.append(word)
    return [*lines, " ".join(here)]


def _cells(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
