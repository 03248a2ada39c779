"""Split text into search tokens, each with its offsets in the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.unicode import evenly_folded, fold, script_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eujdef_tui.text.folded_text import FoldedText

__all__ = ["LONGEST_WORD", "Word", "is_plain", "may_count", "simple_words", "words", "words_of_name"]

# Letters of a word that count, in the index as in a query. FTS5 cuts a token at 32,768 bytes (FTS5_MAX_TOKEN_SIZE),
# within a letter, and what SQLite then returns is no UTF-8.
LONGEST_WORD = 256


class Word(NamedTuple):
    """A search token: `folded` as compared, `start` and `end` where it stands in the text.

    Of a word longer than LONGEST_WORD `folded` is the beginning. A run of a script without spaces is whole.
    """

    start: int
    end: int
    folded: str


# In the shapes below 一 stands for every letter of a script written without spaces: such letters
# stay apart from others beside them, so that NATO加盟国 is two words.
_L = r"[^\W_一]"  # a letter or digit
_A = r"[^\W\d_一]"  # a letter
_WORD = lazy_pattern(
    "("
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)(?:\.\d+)*(?:{_L}+|%)?"  # 1,000  376.7  2nd  2%
    rf"|{_A}(?:\.{_A})+(?!{_L})\.?"  # U.S.
    "|一+"
    rf"|{_L}+(?:'(?!s(?!{_L})){_L}+)*"  # O'Brien
    rf")(?:'s(?!{_L}))?"  # the possessive belongs to no word
)
# Of ASCII, kinds of characters: a letter or digit, what may join two of them, or what the pattern must read. All other
# ASCII is words of letters and digits with anything else between them. As a pattern this took half of `words`.
_KINDS = bytes(
    ord("a") if chr(code).isalnum() else ord(".") if chr(code) in "',." else ord("%" if chr(code) == "%" else " ")
    for code in range(128)
) + bytes(128)
_GAPS = bytes(code if chr(code).isalnum() else 32 for code in range(128)) + bytes(128)
# What begins a quantity: a figure, or a number in words. The latter takes six times as long to look for.
_FIGURE = lazy_pattern(r"\d")
_COUNTED = lazy_pattern(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh"
    r"|nine)ty)\b",
    re.IGNORECASE,
)
_JOINS = str.maketrans("", "", "',.")
_COMMAS = str.maketrans("", "", "',")


# What every number in words has: of sixty to ninety, six to nine.
_COUNTING = "one two three four five six seven eight nine ten eleven twelve teen twenty thirty forty fifty".split()
_SHORT = 100  # characters of a text that is looked through before the pattern is compiled, as most queries are


def is_plain(text: str) -> bool:
    """Return whether a text has only ASCII letters, digits and spaces, as most queries and names: spaces part it."""
    return text.isascii() and text.replace(" ", "").isalnum()


def words(text: str) -> list[Word]:
    """Return the search tokens of a text: runs of letters and digits after folding, in order.

    Apostrophes, the dots of an acronym and thousands commas join and are left out of `folded`;
    a possessive 's is dropped; decimals stay whole; hyphens separate.
    """
    if is_plain(text):
        return _plain_words(text.lower())
    even = text if text.isascii() else evenly_folded(text)
    if even is not None and even.isascii() and (spaced := _spaced(even)) is not None:
        return _plain_words(spaced.lower())
    return _words_by_pattern(text, even)


def simple_words(text: str) -> list[str] | None:
    """Return the search tokens, as they are written, of an ASCII text in which nothing joins letters; None of others.

    Without their offsets: with them it takes ten times as long, and few texts that a base is built of need them.
    """
    spaced = _spaced(text) if text.isascii() else None
    if spaced is None:
        return None
    found = spaced.split()
    return found if len(text) <= LONGEST_WORD else [word[:LONGEST_WORD] for word in found]


def _spaced(text: str) -> str | None:
    """An ASCII text with a space for what is no letter or digit; None where something joins some of these."""
    data = text.encode("ascii")
    kinds = data.translate(_KINDS)
    return None if b"a.a" in kinds or b"%" in kinds else data.translate(_GAPS).decode("ascii")


def _words_by_pattern(text: str, even: str | None) -> list[Word]:
    """The tokens of a text, and `even` what it folds to where every character folds to one."""
    even = fold(text) if text.isascii() else even
    folded = _unevenly_folded(text) if even is None else None
    plain = folded.folded if folded else even or ""
    shape = plain if plain.isascii() else plain.translate(_SHAPES)
    found: list[Word] = []
    new = tuple.__new__  # of a named tuple takes half as long as its own: a build cuts every text into words
    for match in _WORD().finditer(shape):
        start, end = match.span(1)
        run = plain[start:end]
        if not run.isalnum() or end - start > LONGEST_WORD:
            run = _token(run)
        if folded:
            start, end = folded.span(start, end)
        found.append(new(Word, (start, end, run)))
    return found


@lru_cache(maxsize=64)
def words_of_name(name: str) -> Sequence[Word]:
    """Return the search tokens of a name, of which several callers in a row ask."""
    return words(name)


def _unevenly_folded(text: str) -> FoldedText:
    from eujdef_tui.text.folded_text import FoldedText  # few texts have a character that folds to several

    return FoldedText(text)


def _plain_words(folded: str) -> list[Word]:
    found, start, new = list[Word](), 0, tuple.__new__
    for run in folded.split(" "):
        if run:
            end = start + len(run)
            found.append(new(Word, (start, end, run if end - start <= LONGEST_WORD else run[:LONGEST_WORD])))
            start = end + 1
        else:
            start += 1
    return found


def may_count(text: str) -> bool:
    """Return whether a text may hold a quantity. Asked of every text, so that few are read by `quantities`."""
    if any(map(str.isdecimal, text)) if len(text) <= _SHORT else _FIGURE().search(text):
        return True
    low = text.casefold()
    return any(word in low for word in _COUNTING) and _COUNTED().search(text) is not None


def _token(run: str) -> str:
    """A run of letters and digits without the signs that join them, cut where it is too long to be a word."""
    token = run.translate(_COMMAS if run[0].isdigit() else _JOINS)
    return token if token > "\u2e80" else token[:LONGEST_WORD]


class _Shapes(dict[int, str]):
    """Code point → what it counts as: 一, a letter for a combining mark (`re` sees none in it), or itself."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if unicodedata.category(char)[0] == "M":
            shape = "a"
        else:
            shape = "一" if char.isalnum() and script_of(char).startswith(_UNSPACED) else char
        self[code] = shape
        return shape


_UNSPACED = ("CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO")
_SHAPES = _Shapes()
