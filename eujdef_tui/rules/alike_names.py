"""Say why two names may be one actor's or agreement's: a reason in words, or none.

Names are compared through keys that both must have, so that of ten thousand names few pairs are looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from eujdef_tui.text.edit_distance import distance_to
from eujdef_tui.text.other_scripts import kana_keys, romanised
from eujdef_tui.text.sounds import consonants
from eujdef_tui.text.tokens import words
from eujdef_tui.text.unicode import fold, in_latin, script_of
from eujdef_tui.text.word_forms import stemmed

__all__ = ["Called", "keys_of_name", "why_alike"]

_SMALL = frozenset("a an and at de der des di du for in la le of on the to und van von with".split())
_TITLES = frozenset("mr mrs ms dr sir lord lady president minister premier chancellor general professor".split())
_LEAST = 6  # letters that names have of which one may be misspelt
_MOST_LETTERS = 6  # of an acronym


class Called(NamedTuple):
    """A name, the kind of what bears it, and its words: folded, and without small ones and titles."""

    name: str
    kind: str
    folded: str
    words: tuple[str, ...]
    acronym: str
    main: bool = True  # not one of its bearer's other names: of those it is known what they are short for

    @classmethod
    def of(cls, name: str, kind: str) -> Called:
        """Read a name."""
        person = kind == "person"
        folded = [word.folded for word in words(name)]
        told = [word for word in folded if word not in _SMALL and not (person and word in _TITLES)]
        letters = "".join(filter(str.isalpha, name))
        short = 2 <= len(letters) <= _MOST_LETTERS and " " not in name.strip()
        acronym = fold(letters) if short and sum(map(str.isupper, letters)) > len(letters) / 2 else ""
        return cls(name, kind, " ".join(folded), tuple(told or folded), acronym)

    @property
    def initials(self) -> str:
        """The first letters of its words, of two or more; "" of fewer, and of a person."""
        return "".join(word[0] for word in self.words) if len(self.words) > 1 and not self.person else ""

    @property
    def person(self) -> bool:
        """Whether it is the name of a person."""
        return self.kind == "person"


def keys_of_name(called: Called) -> Iterator[str]:
    """Yield what two names have in common wherever `why_alike` gives a reason for them."""
    if not called.words:
        return
    yield f"w {' '.join(sorted(map(_stem, called.words)))}"
    if called.acronym:
        yield f"i {called.acronym}"
    if called.initials:
        yield f"i {called.initials}"
    if called.person:
        yield f"s {called.words[-1]}"
    else:
        yield f"f {called.words[0]}"
        yield from (f"p {' '.join(pair)}" for pair in combinations(sorted(set(map(_stem, called.words))), 2))
    joined = "".join(called.words)
    if len(joined) >= _LEAST and called.acronym == "":
        yield from (f"d {joined[:at]}{joined[at + 1 :]}" for at in range(len(joined)))
        yield f"d {joined}"
    yield from (f"l {sounds}" for way in _sounds(called) for sounds in way if len(sounds) > 2)


def why_alike(one: Called, other: Called) -> str:
    """Why two names may be of one; "" where nothing says so."""
    if one.folded == other.folded:
        return "the same name"
    if sorted(map(_stem, one.words)) == sorted(map(_stem, other.words)):
        return "the same words"
    for short, long in ((one, other), (other, one)):
        if short.acronym and short.acronym == long.initials:
            return f"{short.name} may be short for {long.name}"
        if one.person and other.person and short.words == long.words[-1:] and len(long.words) > 1:
            return f"{short.name} may be {long.name}"
    if _other_script(one, other) and _sound_alike(_sounds(one), _sounds(other)):
        return "the same sounds in another script"
    if one.kind == other.kind != "person" and (told := _contained(one, other)):
        return told
    if not one.acronym and not other.acronym and _misspelt(one, other):
        return "spelt alike"
    return ""


def _contained(one: Called, other: Called) -> str:
    """Whether a name goes on in the other: Toray Industries, Ministry of Defence of Japan; not Union leaders."""
    short, long = sorted((one, other), key=lambda called: len(called.words))
    more = long.words[len(short.words) :]
    if not more or len(more) > 2 or tuple(map(_stem, long.words[: len(short.words)])) != tuple(map(_stem, short.words)):
        return ""
    if len(short.words) == 1:
        brief = short.main and len(short.folded) > 3 and not short.acronym and short.kind not in _PLACES
        return f"{short.name} may be short for {long.name}" * brief
    goes_on = long.folded.startswith((f"{short.folded} of ", f"{short.folded} for ")) or more[-1] in _FORMS
    return f"all words of {short.name} are in {long.name}" * goes_on


_PLACES = frozenset("country place city region bloc programme".split())
_FORMS = frozenset("ag co company corp corporation gmbh group inc limited llc ltd plc sa spa".split())


_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK")


def _misspelt(one: Called, other: Called) -> bool:
    """Whether two names differ in one letter, which is no digit and not the first."""
    first, second = "".join(one.words), "".join(other.words)
    if (
        _script(one.folded) not in _ALPHABETS
        or min(len(first), len(second)) < _LEAST
        or first[0] != second[0]
        or len(one.words) != len(other.words)
    ):
        return False
    differ = [pair for pair in zip(one.words, other.words, strict=True) if pair[0] != pair[1]]
    if len(differ) != 1 or any(char.isdigit() for word in differ[0] for char in word):
        return False
    return min(map(len, differ[0])) > 3 and distance_to(differ[0][0])(differ[0][1]) == 1


def _other_script(one: Called, other: Called) -> bool:
    return _script(one.folded) != _script(other.folded)


@cache
def _script(text: str) -> str:
    return next((script_of(char) for char in text if char.isalpha()), "")


@cache
def _stem(word: str) -> str:
    return stemmed(word)


def _sounds(called: Called) -> tuple[tuple[str, ...], ...]:
    """How each word of a name sounds, a key for each way to read it; () of a script that says nothing of it."""
    script = _script(called.folded)
    if script == "LATIN":
        return tuple((consonants(word.replace("j", "y")),) for word in called.words)
    if script in ("CYRILLIC", "GREEK"):
        return tuple((consonants(in_latin(word).replace("j", "y")),) for word in called.words)
    latin = [romanised(word) for word in called.words]
    return tuple(tuple(kana_keys(word)) for word in latin) if all(latin) else ()


def _sound_alike(one: tuple[tuple[str, ...], ...], other: tuple[tuple[str, ...], ...]) -> bool:
    """Whether two names have as many words, and each sounds as the other's; one of them must have some letters."""
    if len(one) != len(other) or not one:
        return False
    shared = [set(ways) & set(others) for ways, others in zip(one, other, strict=True)]
    return all(shared) and max(len(key) for keys in shared for key in keys) > 2
