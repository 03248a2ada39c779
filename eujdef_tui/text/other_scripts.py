"""Read names in other scripts as sounds, to compare them with their spelling in Latin letters.

anyascii writes each sign in Latin letters without a look at its language; what languages and scripts say otherwise is
added here: kana has one letter for l and r, Greek writes d as ντ, Ukrainian г is h, Arabic and Hebrew leave out vowels.
"""

from __future__ import annotations

from itertools import islice, product

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.sounds import consonants
from eujdef_tui.text.unicode import in_latin, script_of

__all__ = ["Spelt", "kana_keys", "romanised", "spelt_in_latin"]

_MOST = 64  # readings of one word: longer ones have letters enough to be found by the first
_EITHER = {"r": "rl", "b": "bv", "s": "st", "n": "nm"}  # Japanese writes l as r, v as b, th as s, and m as n
_HANGUL = {"l": "lr", "d": "dt", "b": "bpvf", "p": "pf", "s": "st"}
# Letters as the first of a word ("^") or anywhere, and how they are also written.
_ALSO = {
    "GREEK": (("nt", "d"), ("mp", "b"), ("gk", "g"), ("ch", "h")),
    "CYRILLIC": (("^ie", "ye"), ("g", "h"), ("kh", "h"), ("f", "v"), ("ks", "x"), ("y", "j")),
    "HANGUL": (("g", "k"), ("eu", ""), ("y", "j")),  # kishida is gisida, trump is teuleompeu
    "ARABIC": (("^l", ""), ("w", "u"), ("y", "i"), ("b", "p"), ("j", "g")),
    "HEBREW": (("v", "u"), ("v", "o"), ("y", "i"), ("p", "f"), ("b", "v")),
}
_WITHOUT_VOWELS = frozenset(("ARABIC", "HEBREW"))
_GAP = lazy_pattern(r"(?<=[^aeiou])(?=[^aeiou])")  # between two consonants, where a vowel may be
_KANA = frozenset(("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"))


class Spelt(NamedTuple):
    """How a name in another script may be written in Latin letters.

    `latin` are spellings, `keys` how they sound (see `sounds.consonants`), `edits` the letters in which a name of
    these sounds may differ from a spelling.
    """

    latin: tuple[str, ...]
    keys: tuple[str, ...]
    edits: int


def romanised(word: str) -> str:
    """Return a word in kana in Latin letters (カラス: karasu); "" where a sign of it is no kana."""
    if not all("\u3041" <= sign <= "\u30ff" for sign in word):
        return ""
    return _letters(word)


def kana_keys(latin: str) -> list[str]:
    """Return the keys (see `sounds.consonants`) of the names that a romanised word may stand for."""
    return _keys(latin, _EITHER)


def spelt_in_latin(word: str) -> Spelt | None:
    """Return how a folded word in another script may be written; None for Latin letters, and for ideographs.

    What an ideograph sounds like depends on the language, and in Japanese on the name.
    """
    script = script_of(word[0]) if word[:1].isalpha() and word[0] > "\u036f" else ""
    if not script or script == "CJK" or any(script_of(sign) == "CJK" for sign in word):
        return None
    first = _letters(word)
    spellings = [first]
    for written, other in _ALSO.get(script, ()):
        spellings += [_also(latin, written, other) for latin in spellings]
    latin = tuple(dict.fromkeys(islice(spellings, _MOST)))
    either = _HANGUL if script == "HANGUL" else _EITHER if script in _KANA else {}
    heard = (*latin, *(_GAP().sub("a", one) for one in latin)) if script in _WITHOUT_VOWELS else latin
    keys = [key for one in heard for key in _keys(one, either)]
    shortest = 2 + (script in _WITHOUT_VOWELS)  # of mn nearly every name could be meant
    edits = len(first) if script in _WITHOUT_VOWELS else (len(first) + 1) // 2
    return Spelt(latin, tuple(dict.fromkeys(key for key in keys if len(key) >= shortest)), edits)


def _letters(word: str) -> str:
    return "".join(filter(str.isalpha, in_latin(word)))


def _also(latin: str, written: str, other: str) -> str:
    if written[0] == "^":
        return other + latin.removeprefix(written[1:]) if latin.startswith(written[1:]) else latin
    return latin.replace(written, other)


def _keys(latin: str, either: dict[str, str]) -> list[str]:
    letters = [either.get(letter, letter) for letter in consonants(latin)]
    return ["".join(way) for way in islice(product(*letters), _MOST)]
