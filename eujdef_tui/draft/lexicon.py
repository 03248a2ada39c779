"""Word lists for reading English articles: `english.txt`, `first_names.txt` and `places.txt` beside this module.

They are read once, when the first article is drafted: 30 kB take 2 ms.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

__all__ = ["Place", "first_names", "has", "lasting_part", "mapping", "places", "word_list"]

_HERE = Path(__file__).parent


class Place(NamedTuple):
    """A country, bloc, region or city: the name it is filed under, and its kind."""

    name: str
    kind: str


def _lines(name: str) -> list[str]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def _sections() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _lines("english.txt"):
        name, _, words = line.partition(": ")
        found.setdefault(name, set()).update(word.replace("_", " ") for word in words.split())
    return {name: frozenset(words) for name, words in found.items()}


def word_list(name: str) -> frozenset[str]:
    """The words of a section of `english.txt`. Raises KeyError for a section that it does not have."""
    return _sections()[name]


def has(name: str, word: str) -> bool:
    """Whether a word, in lower case, stands in a section of `english.txt`."""
    return word in _sections()[name]


@cache
def mapping(name: str) -> dict[str, str]:
    """Word → what it stands for, of a section with entries such as "signing=sign,signs,signed"."""
    found: dict[str, str] = {}
    for entry in word_list(name):
        meaning, _, words = entry.partition("=")
        found |= dict.fromkeys(words.split(","), meaning)
    return found


@cache
def first_names() -> frozenset[str]:
    """Given names of persons, in lower case."""
    return frozenset(word for line in _lines("first_names.txt") for word in line.split())


@cache
def places() -> tuple[dict[str, Place], frozenset[str]]:
    """Places by their names in lower case, and the words for their people and things, such as "norwegian"."""
    named: dict[str, Place] = {}
    peoples: set[str] = set()
    for line in _lines("places.txt"):
        kind, _, rest = line.partition(": ")
        if kind == "city":
            named |= {word.replace("_", " ").lower(): Place(word.replace("_", " "), kind) for word in rest.split()}
            continue
        for entry in rest.split("; "):  # the other names are parted by ";" without a space
            name, others, adjectives = (*entry.strip().split("|"), "", "")[:3]
            named |= {other.lower(): Place(name, kind) for other in (name, *others.split(";")) if other}
            peoples |= {word.replace("_", " ").lower() for word in adjectives.split()}
    return named, frozenset(peoples)


def lasting_part(words: tuple[str, ...], kinds: tuple[str, ...]) -> str:
    """The first of the kinds whose section has the last word of a name, or its last two; "" for none."""
    last, two = words[-1], " ".join(words[-2:])
    return next((kind for kind in kinds if has(kind, last) or has(kind, two)), "")
