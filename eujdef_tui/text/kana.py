"""Read kana as sounds, to compare a name written in Japanese with its spelling in Latin letters."""

from __future__ import annotations

from itertools import product

from eujdef_tui.text.sounds import consonants
from eujdef_tui.text.unicode import in_latin

__all__ = ["kana_keys", "romanised"]

_MOST = 64  # readings of one word: longer ones have letters enough to be found by the first
_EITHER = {"r": "rl", "b": "bv", "s": "st", "n": "nm"}  # Japanese writes l as r, v as b, th as s, and m as n


def romanised(word: str) -> str:
    """Return a word in kana in Latin letters (カラス: karasu); "" where a sign of it is no kana."""
    if not all("\u3041" <= sign <= "\u30ff" for sign in word):
        return ""
    return "".join(filter(str.isalpha, in_latin(word)))


def kana_keys(latin: str) -> list[str]:
    """Return the keys (see `word_forms.consonants`) of the names that a romanised word may stand for."""
    letters = [_EITHER.get(letter, letter) for letter in consonants(latin)]
    return ["".join(way) for way, _ in zip(product(*letters), range(_MOST), strict=False)]
