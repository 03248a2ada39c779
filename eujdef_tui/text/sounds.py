"""How a token sounds, so that a name is found as it is heard: phonetic key, its consonants, other readings of letters.

What is indexed and what is typed pass through the same functions. The phonetic key is our own because Soundex and
Metaphone write down how English is pronounced, and the names here are of many languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["consonants", "consonants_of", "phonetic", "respelt"]

# Letters that must be in a token, what is replaced in it, and by which sounds. Most tokens lack most of these letters,
# and a look for them costs less than a pattern: it need not even be compiled. Tokens are read line by line, so that
# all of a base are read at once: no pattern may look across the end of a line.
_SOUNDS = tuple(
    (tuple(letters.split()), lazy_pattern(pattern, re.MULTILINE), sounds)
    for letters, pattern, sounds in (
        ("au", r"(?<=..)(?:aul?[tx]|aud|eaux?)$", "o"), ("ph", r"ph", "f"),
        ("ch kh", r"^chr|^kh|^ch(?=[^aeiouy\n])", "k"), ("sh sch", r"sch|sh", "s"), ("ch cz", r"t?ch|cz", "4"),
        ("ts tz sz", r"ts|tz|sz", "s"), ("q ck", r"que?$|ck|qu?", "k"), ("x", r"x", "ks"),
        ("c z", r"c(?=[eiy])|z", "s"), ("c", r"c", "k"), ("4", r"4", "c"), ("w", r"w", "v"),
        ("g j", r"g(?=[eiy])|^j", "y"), ("j", r"j(?![aeiou])", "i"),
        ("h", r"(?<=[^aeiouy\n])h|(?<!^)h(?![aeiouy])", ""), ("e", r"(?<=[^aeiouy\n])e$", ""),
        ("y", r"^y(?=[aeiou])", "j"), ("e i y", r"[ae][iy][aeiouy]*|[eiy][aeiouy]*", "e"),
        ("o u", r"[ou][aeiouy]*", "o"), ("a", r"a[aeiouy]*", "a"),
    )
)  # fmt: skip
_TWICE = lazy_pattern(r"(.)(?=\1)")
_INNER_VOWEL = lazy_pattern(r"(?<!^)[aeo]+", re.MULTILINE)
_FIRST_VOWEL = lazy_pattern(r"^[eo]", re.MULTILINE)


def phonetic(token: str) -> str:
    """Return the phonetic key of a token: letters that sound alike become one (Tusk, Tusque: "tosk")."""
    for needed, pattern, sounds in _SOUNDS:
        for letters in needed:
            if letters in token:
                token = pattern().sub(sounds, token)
                break
    return _TWICE().sub("", token)


def consonants(token: str) -> str:
    """Return the consonants of the phonetic key, with "a" for a vowel at the beginning ("tsk")."""
    return _FIRST_VOWEL().sub("a", _INNER_VOWEL().sub("", phonetic(token)))


def consonants_of(tokens: Sequence[str]) -> list[str]:
    """Return the consonants of each token: of many in a third of the time that one by one takes."""
    return consonants("\n".join(tokens)).split("\n") if tokens else []


# Letters that languages read otherwise, one way a row, behind what must be in a token for it: Xi and Shi, Qin and Chin,
# Juan and Huan, Huawei and Wawei, Szijjarto and Sijarto, Orban's zs and zh, Moon and Mun.
_READ = tuple(
    (tuple(letters.split()), lazy_pattern(pattern), others)
    for letters, pattern, others in (
        ("x", r"x", ("sh", "s")), ("q", r"q(?!u)", ("ch",)), ("j", r"j", ("h", "y", "zh")),
        ("hu", r"hu(?=[aeio])", ("w",)), ("zs", r"zs", ("zh",)), ("cs", r"cs", ("ch",)), ("sz", r"sz", ("sh",)),
        ("oo", r"oo", ("u",)), ("gi", r"(?<!^)gi(?=[aou])", ("j",)), ("ll", r"ll(?=[aeo])", ("y",)),
        ("ñ gn", r"ñ|gn(?=[aeo])", ("n",)),
    )
)  # fmt: skip
_READ_OTHERWISE = lazy_pattern(r"[xqjñ]|hu|zs|cs|sz|oo|gi|ll|gn")
_MOST_READINGS = 6


def respelt(token: str) -> list[str]:
    """Return a token, and how people write it who read its letters in another language."""
    found = [token]
    if not _READ_OTHERWISE().search(token):  # asked of every word of a base: most have none of these letters
        return found
    for needed, pattern, others in _READ:
        for letters in needed:
            if letters in token:  # a tenth of the time that the pattern takes
                if pattern().search(token):
                    found += [pattern().sub(other, spelling) for spelling in tuple(found) for other in others]
                break
    return list(dict.fromkeys(found))[:_MOST_READINGS]
