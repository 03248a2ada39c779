"""The words of a sentence: where each stands, its lower case, whether it may be a part of a name."""

from __future__ import annotations

from typing import NamedTuple

from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["Token", "tokens_of"]

_WORD = lazy_pattern(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[-‑’'.&][^\W_]+)*")
_POSSESSIVE = ("'s", "’s")
_OPENS = frozenset("“\"‘'(:—–[•")
_ENDS = frozenset(".!?…")
# Owners that are a part of a name: People's Republic, Children's Hospital.
_OWNING = frozenset("people women men children king queen workers farmers veterans peoples fishermen drivers".split())


class Token(NamedTuple):
    """A word in text[start:end], without its possessive 's.

    Attributes:
        word: as it is written.
        low: in lower case.
        capital: it begins with a capital letter.
        initial: it begins a sentence, a quotation or what follows a colon, where a capital says nothing.
        joined: nothing but a space, or an initial's point and a space, parts it from the word before.
        owner: a possessive follows it.
    """

    start: int
    end: int
    word: str
    low: str
    capital: bool
    initial: bool
    joined: bool
    owner: bool


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words of text[start:end], in order."""
    found: list[Token] = []
    for match in _WORD().finditer(text, start, end):
        word, at, stop = match[0], match.start(), match.end()
        owner = word.endswith(_POSSESSIVE) and len(word) > 2
        if owner:
            word, stop = word[:-2], stop - 2
        elif stop < end and text[stop] in "'’" and word.endswith("s") and text[stop + 1 : stop + 2] in (" ", ""):
            owner = True
        found.append(Token(at, stop, word, word.lower(), word[0].isupper(), *_place(text, at, found), owner))
    return found


def _place(text: str, at: int, found: list[Token]) -> tuple[bool, bool]:
    """Whether the word at `at` is initial, and whether it is joined to the word before it."""
    if not found:
        return True, False
    last = found[-1]
    gap = text[last.end : at]
    if last.owner:
        gap = gap.removeprefix("'s").removeprefix("’s").removeprefix("'").removeprefix("’")
    if gap in (" ", "\u00a0"):
        return False, not last.owner or last.low in _OWNING
    if gap == ". " and _abbreviates(last):
        return False, True
    sign = gap.strip()[-1:]
    return sign != "" and (sign in _ENDS or sign in _OPENS), False


def _abbreviates(token: Token) -> bool:
    """Whether the point after a word is that of an initial or a title: J. Smith, Mr. Smith."""
    return token.capital and (len(token.word) == 1 or token.low in _SHORT)


_SHORT = frozenset("mr mrs ms dr st prof gen col lt sen rep gov sgt capt jr sr".split())
