"""What a hurried person makes of a name, in ten seeded ways, and which other names what was typed fits as well.

Nothing here knows how the program searches: words are split and folded by the few lines below.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from itertools import permutations

from rapidfuzz.distance import OSA

__all__ = ["EDITS", "fits", "typed"]

Edit = Callable[[str, random.Random], str]

_LETTERS = "aeiourstnl"
# As people write what they heard: each pair is tried from left to right, or the other way round.
_HEARD = (
    ("ph", "f"), ("ck", "k"), ("c(?=[aou])", "k"), ("k(?=[aou])", "c"), ("k$", "que"), ("que$", "k"), ("ch", "tch"),
    ("sch", "sh"), ("sh", "sch"), ("z", "s"), ("s(?=[aeiou])", "z"), ("v", "w"), ("w", "v"), ("j", "y"), ("y", "i"),
    ("ie", "ee"), ("ee", "ie"), ("ei", "ai"), ("ai", "ei"), ("ou", "u"), ("oo", "u"), ("u", "ou"), ("x", "ks"),
    ("qu", "kw"), ("th", "t"), ("kh", "h"), ("(?<=[aou])h", ""), (r"([bdfglmnprst])\1", r"\1"), ("g(?=[ei])", "y"),
    ("oo", "o"), ("ō", "ou"), ("o(?=[knm])", "oh"), ("ence$", "ense"), ("isation", "ization"),
    ("tz", "ts"), ("ts", "tz"), ("dj", "j"), ("cz", "tch"), ("sz", "sh"),
    ("(?<=[aeiou])([lmnrst])(?=[aeiou])", r"\1\1"),
)  # fmt: skip
_SPELT_OUT = {"ö": "oe", "ü": "ue", "ä": "ae", "å": "aa", "ø": "oe", "æ": "ae", "ß": "ss", "ł": "l", "đ": "dj"}
_MARKED = {"a": "áàâä", "e": "éèê", "i": "íî", "o": "óôö", "u": "úûü", "c": "çć", "s": "šş", "n": "ñń", "z": "žź"}
_SMALL = frozenset("the of and for on in de der del di la le van von bin al et des du da dos zu & ng".split())


def plain(text: str) -> str:
    """Small letters without accents."""
    spelt = "".join({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae"}.get(c, c) for c in text.lower())
    return "".join(c for c in unicodedata.normalize("NFD", spelt) if unicodedata.category(c) != "Mn")


def split(text: str) -> list[str]:
    """The words of a text, plain."""
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*", plain(text))


def _telling(name: str) -> str:
    """The word that people remember: of a person the last, of more than three words the longest."""
    words = [word for word in name.split() if word.lower() not in _SMALL]
    return max(words, key=len) if len(words) > 3 else words[-1]


def _place(text: str, made: random.Random) -> int:
    """A place in a word that is long enough to bear an error; seldom the first letter."""
    words = [m for m in re.finditer(r"\w+", text) if len(m[0]) >= (3 if m[0][0] > "\u2e80" else 4)]
    if not words:
        return -1
    word = made.choice(words)
    return made.randrange(word.start() + (made.random() > 0.1), word.end())


def _other(text: str, at: int, made: random.Random) -> str:
    own = _LETTERS if text[at].isascii() else "".join(filter(str.isalpha, text)) + text[0]
    return made.choice([letter for letter in own if letter != text[at].lower()] or ["x"])


def _delete(name: str, made: random.Random) -> str:
    at = _place(name, made)
    return name if at < 0 else name[:at] + name[at + 1 :]


def _insert(name: str, made: random.Random) -> str:
    at = _place(name, made)
    return name if at < 0 else name[:at] + made.choice([name[at], _other(name, at, made)]) + name[at:]


def _substitute(name: str, made: random.Random) -> str:
    at = _place(name, made)
    return name if at < 0 else name[:at] + _other(name, at, made) + name[at + 1 :]


def _swap(name: str, made: random.Random) -> str:
    places = [m.start() for m in re.finditer(r"(?=(\w)(?!\1)\w)", name) if len(_word_at(name, m.start())) >= 4]
    if not places:
        return name
    at = made.choice(places)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _word_at(text: str, at: int) -> str:
    return next(m[0] for m in re.finditer(r"\w+", text) if m.start() <= at < m.end())


def _two(name: str, made: random.Random) -> str:
    first, second = made.sample((_delete, _insert, _substitute, _swap), 2)
    long = [word for word in re.findall(r"\w+", name) if len(word) >= 7]
    if len(long) == 1 and made.random() < 0.5:
        return name.replace(long[0], first(second(long[0], made), made))
    return first(second(name, made), made)


def _heard(name: str, made: random.Random) -> str:
    low = plain(name)
    ways = [(old, new) for old, new in _HEARD if re.search(old, low)]
    for old, new in made.sample(ways, min(len(ways), made.choice((1, 1, 2)))):
        low = re.sub(old, new, low, count=1)
    return low


def _marks(name: str, made: random.Random) -> str:
    if not name.isascii():
        way = made.randrange(3)
        if way == 0:
            return plain(name)
        if way == 1:
            return plain("".join(_SPELT_OUT.get(c, c) for c in name.lower()))
    places = [at for at, letter in enumerate(name) if letter.lower() in _MARKED]
    if not places:
        return name
    at = made.choice(places)
    return name[:at] + made.choice(_MARKED[name[at].lower()]) + name[at + 1 :]


def _fewer(name: str, made: random.Random) -> str:
    words = [word for word in name.split() if word.lower() not in _SMALL]
    if len(words) > 3:
        return " ".join(made.sample(words, 2))
    if len(words) < 2 or made.random() < 0.3:
        return _telling(name)
    return f"{words[-1]}{made.choice((',', ''))} {' '.join(words[:-1])}"


def _parts(name: str) -> list[str]:
    return [word for word in re.split(r"[\s-]+", name) if word.lower() not in _SMALL]


def _prefixes(name: str, made: random.Random) -> str:
    words = _parts(name)
    if len(words) < 2:
        return name[: max(2, len(name) * 2 // 3)]
    kept = sorted(made.sample(range(len(words)), 2))
    return " ".join(words[at][: made.randint(3, max(3, len(words[at]) - 2))] for at in kept)


def _initials(name: str, made: random.Random) -> str:
    words = _parts(name)
    if len(words) < 2 or not all(word[0].isupper() for word in words):
        return _prefixes(name, made)
    if len(words) > 2:
        return "".join(word[0] for word in words)
    return made.choice((f"{words[0][0]} {words[1]}", f"{words[0][0]}. {words[1]}", f"{words[1]} {words[0][0]}"))


EDITS: dict[str, Edit] = {
    "deletion": _delete, "insertion": _insert, "substitution": _substitute, "transposition": _swap, "two edits": _two,
    "as heard": _heard, "diacritics": _marks, "fewer words": _fewer, "two prefixes": _prefixes, "initials": _initials,
}  # fmt: skip


def typed(name: str, edit: str, made: random.Random) -> str:
    """What someone types who means the name: edited, mostly in small letters, now and then only its telling word."""
    if edit in ("deletion", "insertion", "substitution", "transposition", "as heard") and len(_telling(name)) > 5:
        name = made.choice((name, _telling(name)))
    query = EDITS[edit](name, made).strip(" ,")
    return query.lower() if made.random() < 0.8 else query


def fits(query: str, name: str, edit: str) -> int:
    """How far what was typed is from a name: edits, over its words in any order, and the words of one that the other
    lacks where the whole was typed. A name that it fits as well as the one that was meant is as right an answer."""
    asked, own = split(query), split(name)
    if edit in ("two prefixes", "initials"):
        initials = {"".join(word[0] for word in own if word not in _SMALL), "".join(word[0] for word in own)}
        begun = any(
            all(word.startswith(typed) for typed, word in zip(asked, way, strict=True))
            for way in _ways(own, len(asked))
            if len(way) == len(asked)
        )
        return 0 if begun or asked[0] in initials else 99
    if len(asked) > len(own):
        return OSA.distance("".join(asked), "".join(own))
    whole = min(sum(map(OSA.distance, asked, way)) for way in _ways(own, len(asked)))
    return min(whole, OSA.distance("".join(asked), "".join(own)))


def _ways(own: list[str], count: int) -> list[tuple[str, ...]]:
    """So many of the words in every order; of many words only in their own, and from their own place."""
    if len(own) > 6 or count > len(own):
        return [tuple(own[at : at + count]) for at in range(max(1, len(own) - count + 1))]
    return list(permutations(own, count))
