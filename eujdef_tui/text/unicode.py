"""Clean and fold text: safe to show, and comparable.

`clean` is applied to all text from outside: its result cannot steer a terminal or hide characters. `fold` unifies
case, accents and typography, so that two spellings compare equal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = [
    "clean",
    "evenly_folded",
    "fold",
    "folded_line",
    "hidden",
    "in_latin",
    "one_line",
    "script_of",
    "sort_key",
    "uneven_pieces",
]

_SHOWN_AS = {"\t": " ", "\r": " "} | dict.fromkeys("\v\f\x85\u2028\u2029", "\n")

# What may not reach a terminal as it is: controls, directions, the invisible, and what is no character.
_SUSPECT = lazy_pattern(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"  # C0 but the newline, DEL, C1
    "\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # spaces without width, joiners, directions
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # soft hyphen, fillers, script selectors
    "\ufe00-\ufe0f\ufff0-\ufffc"  # variation selectors, interlinear annotation
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # lone surrogates, noncharacters
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # format, tags
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)


# Of what takes no room of its own, more than any honest letter carries: the tallest Tibetan stack has nine
# marks, and the longest emoji of Unicode three joiners.
_MOST_MARKS = 10
_MOST_JOINERS = 5
_HEAP = lazy_pattern(rf"(?:[^\w\s\x00-\u02ff]|[\u1160-\u11ff\ud7b0-\ud7fb]){{{_MOST_MARKS + 1},}}")


def clean(raw: str) -> str:
    """Return the text made safe to show, at the same length. Newlines stay the only control characters.

    Tab and CR become a space, other line ends a newline, and what would steer the terminal, hide, or
    bury a cell under marks becomes U+FFFD. Joiners and variation selectors stay where their script or
    emoji needs them.
    """
    if raw.isascii() and raw.isprintable():
        return raw
    text = _SUSPECT().sub(_shown, raw)
    return text if text.isascii() else _HEAP().sub(_levelled, text)


def _levelled(match: re.Match[str]) -> str:
    """The run with no more marks on one character, and no more emoji joined into one, than honest text has."""
    out: list[str] = []
    marks = joiners = 0
    for char in match[0]:
        if _takes_room(char):
            marks = 0
            if out[-1:] != ["\u200d"] and not "\U0001f3fb" <= char <= "\U0001f3ff":  # a skin tone goes with its emoji
                joiners = 0
        else:
            marks += 1
            joiners += char == "\u200d"
        buried = marks > _MOST_MARKS or (char == "\u200d" and joiners > _MOST_JOINERS)
        out.append("\ufffd" if buried else char)
    return "".join(out)


def _takes_room(char: str) -> bool:
    """Whether a character has a cell of its own: no mark, no joiner, no vowel or end of a Korean syllable."""
    jamo = "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7fb"
    return not jamo and unicodedata.category(char) not in ("Mn", "Mc", "Me", "Cf")


def _shown(match: re.Match[str]) -> str:
    char = match[0]
    if char in _SHOWN_AS:
        return _SHOWN_AS[char]
    return char if _honest().match(match.string, match.start()) else "\ufffd"


@cache
def _honest() -> re.Pattern[str]:
    """Finds a suspect that shapes its neighbours, where it belongs. Compiled late: few texts have one."""
    # Scripts whose letters a joiner shapes: Arabic and its neighbours, Indic, Burmese, Khmer, Mongolian.
    shaped = "\u0620-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\u1820-\u18af\ufb50-\ufdcf\ufdf0-\ufdff"
    virama = "\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2"
    emoji = (
        "\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf"
        "\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
    )
    ideograph = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f\U00030000-\U000323af"
    return re.compile(
        f"(?<=[{shaped}])[\u200c\u200d](?=[{shaped}])|(?<=[{virama}])[\u200c\u200d]"
        f"|(?:(?<=[{emoji}])|(?<=[{emoji}]\ufe0f))\u200d(?=[{emoji}])"
        f"|(?<=[{emoji}])[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3)"
        f"|(?<=[{ideograph}])[\ufe00-\ufe02\U000e0100-\U000e01ef]|(?<=[\u1820-\u18aa])[\u180b-\u180d\u180f]"
    )


def hidden(raw: str) -> int:
    """Count the characters that `clean` replaces by U+FFFD."""
    return clean(raw).count("\ufffd") - raw.count("\ufffd")


# Characters that go with the one before them: accents, and the second half of every canonical composition.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0653-\u0655\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2"
    "\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e\u1161-\u11ff\u1ab0-\u1aff\u1b35\u1dc0-\u1dff"
    "\u20d0-\u20ff\u2de0-\u2dff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\uff9e\uff9f"
)
_MARKED = lazy_pattern(f"[{_MARKS}]")
# ASCII in one piece, and any other character with its marks: the pieces that fold alone.
_PIECE = lazy_pattern(f"[\x00-\x7f]+(?![{_MARKS}])|.[{_MARKS}]*", re.DOTALL)
_JAMO = lazy_pattern("[\u3131-\u318e\uffa1-\uffdc]")  # letters that stand alone: NFKC would glue them
_PLAIN = dict.fromkeys("‘’‚‛‹›′‵ʹʼʻˈ´", "'") | dict.fromkeys("“”„‟«»″‶〝〞〟", '"')
_PLAIN |= {"\u2044": "/", "\u2212": "-", "\u2043": "-", "\u02d7": "-"}
_ONE = frozenset((1,))
_ASCII_SPACES = dict.fromkeys(map(ord, "\t\n\v\f\r\x1c\x1d\x1e\x1f"), " ")


def fold(text: str) -> str:
    """Return the text as it is compared: compatibility forms, case, accents, typographic quotes and dashes unified.

    Accents fall off Latin, Greek and Cyrillic letters only. Latin letters that do not decompose are
    spelled out (ß ss, ø o). Any white space becomes one space each. It may change the length.
    """
    if text.isascii():
        low = text.lower()
        return low if low.isprintable() else low.translate(_ASCII_SPACES)
    if _MARKED().search(text):
        return "".join(map(_fold_piece, _PIECE().findall(text)))
    return text.translate(_FOLDS)


def evenly_folded(text: str) -> str | None:
    """Return `fold(text)` where every character folds alone and to one character, so that offsets hold; else None."""
    # of these there are few: to look for marks among all characters takes ten times as long
    odd = "".join([char for char in set(text) if char > "\x7f"])
    if _MARKED().search(odd) or not _ONE.issuperset(map(len, map(_FOLDS.__getitem__, map(ord, odd)))):
        return None
    return text.translate(_FOLDS)


def uneven_pieces(text: str) -> Iterator[re.Match[str]]:
    """Find the pieces of a text that fold to more or fewer characters, or with accents that stand apart: … ß é.

    Every other character folds alone, and to one character.
    """
    if text.isascii():
        return iter(())
    chars = "".join(char for char in set(text) if len(fold(char)) != 1)
    patterns = [f".[{_MARKS}]+"] * bool(_MARKED().search(text)) + [f"[{re.escape(chars)}]"] * bool(chars)
    return re.finditer("|".join(patterns), text, re.DOTALL) if patterns else iter(())


def one_line(text: str) -> str:
    """The text in one line: runs of white space become one space, none stays at the ends."""
    return " ".join(text.split())


def folded_line(text: str) -> str:
    """The text folded and in one line: how two quotes or titles are compared."""
    return one_line(fold(text))


def sort_key(text: str) -> tuple[str, str]:
    """Return the key that sorts names as the Unicode Collation Algorithm does (UTS #10, CLDR root), near enough.

    Letters without their accents come first: Émile beside Eve, Łucja after Leo; then accents and case decide. PyICU
    would add a compiled library for an order that differs in rare signs only.
    """
    return folded_line(text), text.casefold()


def _fold_piece(piece: str) -> str:
    return fold(piece) if piece.isascii() else _fold(piece)


@lru_cache(maxsize=1 << 14)
def _fold(cluster: str) -> str:
    """One character with its marks, folded."""
    if _JAMO().match(cluster):
        return cluster
    # A quote stands for itself: NFKD takes ´ apart into a space and an accent.
    plain = _PLAIN.get(cluster) or unicodedata.normalize("NFKD", cluster)
    base = plain[0]
    if base.isalnum() and (base.isascii() or script_of(base) in ("LATIN", "GREEK", "CYRILLIC")):
        plain = "".join(char for char in plain if unicodedata.category(char)[0] != "M")
    return unicodedata.normalize("NFC", "".join(map(_letter, plain.casefold())))


def _letter(char: str) -> str:
    if char.isascii():
        return " " if char.isspace() else char
    if char in _PLAIN:
        return _PLAIN[char]
    if char.isspace():
        return " "
    if _SUSPECT().match(char):
        return ""
    if unicodedata.category(char) == "Pd":
        return "-"
    if script_of(char) == "LATIN":
        spelled = in_latin(char)
        return spelled if spelled.isalnum() else char
    return char


def in_latin(text: str) -> str:
    """Return a text in small Latin letters, sign by sign, without a look at its language."""
    from anyascii import anyascii  # its tables load only for a letter that has no other way

    return anyascii(text).lower()


def script_of(char: str) -> str:
    """The script of a character: the first word of its Unicode name (LATIN, CJK, HIRAGANA), "" where it has none."""
    return unicodedata.name(char, "").partition(" ")[0]


class _Folds(dict[int, str]):
    """Code point → folded text, worked out at first sight. `str.translate` reads it."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


_FOLDS = _Folds()
