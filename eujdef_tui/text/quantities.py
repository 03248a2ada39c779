"""Find the quantities in a text: a number and its unit, however they are written.

`2 percent`, `2 per cent`, `2%`, `two percent` are one quantity, and so are `$780m`, `780 mln dollars` and `US$ 780
million`. Search compares numbers and units, and not the words they are written in; `check` reads the same tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.fraction_signs import FRACTION_SIGN, fraction, is_made_by_sign
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.lone_figures import is_alone
from eujdef_tui.text.spelt_numbers import BETWEEN, NUMBER_WORDS, first_word, spelt
from eujdef_tui.text.tokens import Word, may_count, words
from eujdef_tui.text.units import (
    ADJECTIVE_ENDINGS,
    CURRENCY_SIGNS,
    FOLLOWING,
    FULL_MULTIPLES,
    LONGEST_CODE,
    MULTIPLES,
    RANGE_WORDS,
    UNITS,
    UNSPACED,
    unit_of,
)

__all__ = ["Quantity", "has_number", "quantities"]

_DIGITS = lazy_pattern(r"(\d+(?:\.\d+)*)([a-z]+|%)?")
_FIGURE = lazy_pattern(r"\d")


class Quantity(NamedTuple):
    """A number and its unit in text[start:end].

    `unit` is "pct", the code of a currency, or "". `plain` says that it is digits alone, without a unit or multiple.
    """

    start: int
    end: int
    number: Decimal
    unit: str
    plain: bool


def has_number(folded: Sequence[str], joined: str) -> bool:
    """Return whether a quantity may begin at one of these words, of which `joined` are all. Asked of every sentence."""
    if not joined.replace(" ", "").isalpha() and _FIGURE().search(joined):
        return True
    return not NUMBER_WORDS.keys().isdisjoint(folded)


_PERCENT = frozenset(f"{space}%" for space in " \u00a0\u2009\u202f")  # as most languages but English write it


class _Part(NamedTuple):
    """A number and what follows it, in tokens[first:last]."""

    first: int
    last: int
    number: Decimal
    multiple: int
    unit: str
    digits: bool


def quantities(text: str, tokens: Sequence[Word] | None = None, *, typing: bool = False) -> Iterator[Quantity]:
    """Yield the quantities of a text, in order. `tokens` are its words, where they are known.

    Four digits that may be a year are none, unless a unit or multiple follows. With `typing`, the last word may be the
    first three letters or more of a multiple or unit.
    """
    signed = not text.isascii() and FRACTION_SIGN().search(text) is not None
    if tokens is None:
        tokens = words(text) if signed or may_count(text) else ()
    begun = [
        nth
        for nth, (_, _, word) in enumerate(tokens)  # every word of a base: of ASCII, figures sort before a colon
        if word < ":" or word in NUMBER_WORDS or (word > "\x7f" and word[0].isdecimal())
    ]
    # a figure that folding made (①) is none
    if not begun or not (signed or any(text[tokens[nth].start].isdecimal() for nth in begun) or may_count(text)):
        return
    parts, alone = _parts(text, tokens, begun, signed=signed, typing=typing)
    for nth, part in enumerate(parts):
        first, last, number, multiple, unit, digits = part
        if first in alone:
            start, stop, _ = tokens[first]
            if not _is_year(number, text[start:stop]):
                yield tuple.__new__(Quantity, (start, stop, number, "", True))
            continue
        scaled = unit or multiple > 1
        after = parts[nth + 1] if not scaled and nth + 1 < len(parts) else None
        if after and (after.unit or after.multiple > 1) and _in_range(text, tokens, part, after):
            multiple, unit, scaled = after.multiple, after.unit, True  # 35 to 40 billion
            part = part._replace(multiple=multiple, unit=unit)
        if not scaled and (
            _is_year(number, text[tokens[first].start : tokens[last - 1].end]) if digits else number == 1
        ):
            continue  # and "one of them" counts nothing
        start, unit = _with_sign(text, tokens, part)
        plain = digits and not unit and multiple == 1
        if multiple > 1:
            number *= multiple
        end = tokens[last - 1].end
        if unit == "pct" and text[end : end + 2] in _PERCENT:
            end += 2
        yield tuple.__new__(Quantity, (start, end, number, unit, plain))


def _parts(
    text: str, tokens: Sequence[Word], begun: Sequence[int], *, signed: bool, typing: bool
) -> tuple[list[_Part], set[int]]:
    """The numbers that begin at some tokens, and which of these tokens are figures and nothing else."""
    end, parts, alone = 0, list[_Part](), set[int]()
    read = _with_fraction if signed else _part
    for place in begun:
        if place < end:
            continue
        if not signed and not typing and is_alone(text, tokens, place):
            parts.append(tuple.__new__(_Part, (place, place + 1, Decimal(tokens[place].folded), 1, "", True)))
            alone.add(place)
        elif part := read(text, tokens, place, typing=typing):
            parts.append(part)
            end = part.last
    return parts, alone


def _with_fraction(text: str, tokens: Sequence[Word], place: int, *, typing: bool) -> _Part | None:
    """The number that begins at a token of a text that has signs like ½: 3½ million, 3 ½ million, ½bn."""
    if found := fraction(text, tokens, place):
        number, last, glued = found
        multiple, unit = MULTIPLES.get(glued, 1), unit_of(glued)
        if (glued and multiple == 1 and not unit) or _designates(text, tokens[place].start):
            return None
        return _followed(text, tokens, _Part(place, last, number, multiple, unit, True), typing=typing)
    if is_made_by_sign(text, tokens[place]):
        return None
    part = _part(text, tokens, place, typing=typing)
    if part and part.digits and not part.unit and part.multiple == 1 and part.last < len(tokens):
        after = _with_fraction(text, tokens, part.last, typing=typing)
        gap = text[tokens[part.last - 1].end : tokens[part.last].start]
        if after and gap in BETWEEN and after.number < 1 and part.number == int(part.number):
            return after._replace(first=place, number=part.number + after.number)
        if after and gap == "," and 100 <= after.number < 1000:  # 1,234½
            return after._replace(first=place, number=1000 * part.number + after.number)
    return part


def _part(text: str, tokens: Sequence[Word], place: int, *, typing: bool) -> _Part | None:
    """The number that begins at a token, with its multiple and unit; None where no number begins."""
    word = tokens[place].folded
    found = None if word.isdecimal() else _DIGITS().fullmatch(word)
    if found or word.isdecimal():
        number, last = _written(text, tokens, place, found[1] if found else word)
        if number is None or _designates(text, tokens[place].start):
            return None
        glued = found[2] or "" if found else ""
        if glued and last == place + 1:
            multiple, unit = MULTIPLES.get(glued, 1), UNITS.get(glued, "")
            if multiple == 1 and not unit:
                return None  # 2nd, 1990s, 5g
        else:
            multiple, unit = 1, ""
        # of a named tuple takes half as long as its own: a build reads every figure
        part = tuple.__new__(_Part, (place, last, number, multiple, unit, True))
    else:
        place = first_word(text, tokens, place)
        count, last = spelt(text, tokens, place)
        if last == place:
            return None
        part = _Part(place, last, Decimal(count), 1, "", False)
    return _followed(text, tokens, part, typing=typing)


def _designates(text: str, start: int) -> bool:
    """Whether a figure is part of a name: F-2, EU-27."""
    return start > 1 and text[start - 1] in "-‑" and text[start - 2].isalpha()


def _written(text: str, tokens: Sequence[Word], place: int, digits: str) -> tuple[Decimal | None, int]:
    """The number in digits, with groups after thousands marks (12 000, 12'000, 1.234.567) or a decimal comma."""
    last = place + 1
    if digits.isdecimal():
        after = tokens[last].folded if last < len(tokens) else ""
        if not after.isdecimal() or (len(after) != 3 and not text.startswith(",", tokens[place].end)):
            return Decimal(digits), last  # as nearly all are
    whole, *groups = digits.split(".")
    if len(groups) > 1:
        return (Decimal(whole + "".join(groups)), last) if all(len(group) == 3 for group in groups) else (None, last)
    while last < len(tokens) and not groups and (after := tokens[last].folded).isdecimal():
        gap = text[tokens[last - 1].end : tokens[last].start]
        if gap == "," and last == place + 1 and len(after) < 3:
            return Decimal(f"{whole}.{after}"), last + 1
        if gap not in (" ", "\u00a0", "\u2009", "\u202f", "'", "’") or len(after) != 3 or len(digits) > 3:
            break
        whole, last = whole + after, last + 1
    return Decimal(".".join((whole, *groups))), last


def _followed(text: str, tokens: Sequence[Word], part: _Part, *, typing: bool) -> _Part:
    """The number with the multiples and the unit that follow it."""
    first, last, number, multiple, unit, digits = part
    end = tokens[last - 1].end
    if digits and not unit and text[end : end + 2] in _PERCENT:
        return part._replace(unit="pct")
    while last < len(tokens) and text[tokens[last - 1].end : tokens[last].start] in BETWEEN:
        word = tokens[last].folded
        ending = typing and last == len(tokens) - 1
        if not (ending or word in FOLLOWING or word[0] in UNSPACED or word.endswith(ADJECTIVE_ENDINGS)):
            break
        if unit:
            if unit != "pct" or word not in ("point", "points"):
                break
        elif more := _multiple(word, digits=digits, ending=ending):
            multiple *= more
        elif word[0] in UNSPACED:
            multiple, unit = multiple * UNSPACED[word[0]], UNITS.get(word[1:2], "")
        elif unit := _unit(word, ending=ending):
            pass
        elif word == "per" and last + 1 < len(tokens) and tokens[last + 1].folded == "cent":
            unit, last = "pct", last + 1
        elif _adjective(tokens, last):
            unit, last = UNITS[tokens[last + 1].folded], last + 1  # US dollars
        else:
            break
        last += 1
    return part if last == part.last else _Part(first, last, number, multiple, unit, digits)


def _multiple(word: str, *, digits: bool, ending: bool) -> int:
    short = len(word) == 1 and not digits  # "one m" is no million
    found = 0 if short else MULTIPLES.get(word, 0)
    if not found and word.endswith("s") and len(word) > 6:
        found = MULTIPLES.get(word[:-1], 0)
    if not found and ending and len(word) > 2:
        full = next((full for full in FULL_MULTIPLES if full.startswith(word)), "")
        found = MULTIPLES.get(full, 0)
    return found


def _unit(word: str, *, ending: bool) -> str:
    if ending and len(word) > 2 and "percent".startswith(word) and word not in ("per",):
        return "pct"
    return UNITS.get(word, "")


def _adjective(tokens: Sequence[Word], place: int) -> bool:
    """Whether a word stands before a currency and belongs to it: US dollars, Norwegian kroner."""
    if place + 1 >= len(tokens):
        return False
    word, after = tokens[place].folded, tokens[place + 1].folded
    money = UNITS.get(after, "pct") != "pct" and len(after) > 2
    return money and (word == "us" or word.endswith(ADJECTIVE_ENDINGS))


def _in_range(text: str, tokens: Sequence[Word], part: _Part, after: _Part) -> bool:
    between = [token.folded for token in tokens[part.last : after.first]]
    if len(between) == 1:
        return between[0] in RANGE_WORDS
    gap = text[tokens[part.last - 1].end : tokens[after.first].start].strip()
    return not between and gap.rstrip("$€£¥₩") in ("-", "–", "—")


def _is_year(number: Decimal, written: str) -> bool:
    """Whether a number may be a year: of 1000 to 2999, and written in figures alone."""
    # to compare a Decimal takes ten times as long as a look at how many figures there are
    return (len(written) == 4 or written[0] not in "123456789") and 1000 <= number < 3000 and written.isdigit()


def _with_sign(text: str, tokens: Sequence[Word], part: _Part) -> tuple[int, str]:
    """Where a quantity begins, with a currency sign or code before the number, and its unit."""
    start, unit = tokens[part.first].start, part.unit
    before = text[max(0, start - 4) : start].rstrip()
    if not part.first and not before:
        return start, unit
    if before and before[-1] in CURRENCY_SIGNS:
        start -= len(text[max(0, start - 4) : start]) - len(before) + 1
        unit = unit or UNITS[before[-1]]
        if part.first and _is_country(tokens[part.first - 1], start):
            start = tokens[part.first - 1].start  # US$
    elif part.first and not unit and text[tokens[part.first - 1].end : start] in (" ", "\u00a0"):
        code = tokens[part.first - 1].folded
        if len(code) <= LONGEST_CODE and UNITS.get(code, "pct") != "pct" and code != "won":
            start, unit = tokens[part.first - 1].start, UNITS[code]
    return start, unit


def _is_country(token: Word, start: int) -> bool:
    """Whether a token stands for the country of a currency sign that begins at `start`: US$."""
    return token.end == start and len(token.folded) < 3 and token.folded.isalpha()
