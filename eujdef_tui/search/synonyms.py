"""Other words for the same thing, from synonyms.txt and from the fact file.

A group of words is found by any form of its words: bought is a form of buy, and finds what is acquired. The stems of
the whole table would take longer than a search: only words that begin as the typed one does are compared.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.word_forms import same_word, stemmed

__all__ = [
    "is_general",
    "is_listed",
    "is_of_one_idea",
    "other_words",
    "related_words",
    "shipped_groups",
    "words_of_ideas",
]

_BEGINNING = 3  # letters that all forms of a word share, irregular ones aside
_OTHERWISE = "etru -?"  # what a form may have for its fourth letter: taken and taking, lost, struck, entry; or an end
_TABLES = ("synonyms.txt", "ideas.txt")  # that tell which words are spelt right
_GENERAL = "\n# ==="  # the line before those groups that are of no one subject


def is_general(typed: str) -> bool:
    """Whether a word is one of every subject: take, several, angry; no name, and no thing of which facts are."""
    table, beginning = _table(), stemmed(typed)[:_BEGINNING]
    lines = _lines_with(table, {beginning: ""}, _first_general()) if beginning else ()
    return any(_is_form(typed, word.rstrip("?")) for line in lines for word in line.split() if "-" not in word)


@cache
def _first_general() -> int:
    """Where in the table the groups of no one subject begin: near its end."""
    return _table().lines.index(_GENERAL)


@cache
def shipped_groups() -> str:
    """The groups of the package, one a line: words, and after ">" those that they find but that do not find them.

    A word with "?" is found by no other.
    """
    return "\n".join(found for line in _table().lines.split("\n") if (found := _without_remark(line)))


class _Groups(NamedTuple):
    """Groups as they are written, and with a space for each end of a line: one look for " beg" finds all there."""

    lines: str
    flat: str


def _flattened(groups: str) -> _Groups:
    lines = f"\n{groups}"
    return _Groups(lines, lines.replace("\n", " "))


@cache
def _table(name: str = "synonyms.txt") -> _Groups:
    """A table as it is written: a search takes the remarks off the few lines that it needs."""
    with open(os.path.join(os.path.dirname(__file__), name), "rb") as file:  # as text it is decoded slower
        return _flattened(file.read().decode())


def _without_remark(line: str) -> str:
    return line.partition("#")[0].strip()


def other_words(typed: str, own_groups: str = "") -> list[str]:
    """The other words for a typed one, folded, those of small groups first; words in a row are parted by spaces.

    `own_groups` are those of the fact file, in the form of `shipped_groups`.
    """
    return list(_others(typed, own_groups, "synonyms.txt"))


def related_words(typed: str) -> list[str]:
    """The words of the ideas that a typed one is of, then those that it is associated with; no other words for it.

    They are in the form of `other_words`; the tables are ideas.txt and associations.txt.
    """
    return list(dict.fromkeys((*words_of_ideas(typed), *_others(typed, "", "associations.txt"))))


def words_of_ideas(typed: str) -> tuple[str, ...]:
    """The words of the ideas that a typed one is of, and no others."""
    return _others(typed, "", "ideas.txt")


def is_of_one_idea(typed: str, found: str) -> bool:
    """Whether a word that was found is of an idea of the typed one, and not only associated with it."""
    parts = found.split()
    return any(
        len(parts) == len(words := other.split()) and all(map(same_word, parts, words))
        for other in words_of_ideas(typed)
    )


@lru_cache(maxsize=1 << 8)  # of each word that is typed
def is_listed(word: str) -> bool:
    """Whether a word stands in one of the tables, as it is written there or in a plain inflection."""
    forms = {word, *(word.removesuffix(ending) for ending in ("s", "es", "ed", "d", "ing") if word.endswith(ending))}
    forms.discard("")
    beginning = f" {min(forms, key=len, default='')}"  # one look through a table, as each takes 0.05 ms
    for name in _TABLES if forms else ():
        flat = _table(name).flat
        at = flat.find(beginning)
        while at >= 0:
            end = flat.find(" ", at + 1)
            if flat[at + 1 : end].rstrip("?") in forms:
                return True
            at = flat.find(beginning, end)
    return False


@lru_cache(maxsize=1 << 8)  # a search asks up to five times for one word
def _others(typed: str, own_groups: str, table: str) -> tuple[str, ...]:
    if not typed:
        return ()
    beginnings = _beginnings(typed)
    found: dict[str, None] = {}
    for groups in (_flattened(own_groups), _table(table)):
        lines = set(_lines_with(groups, beginnings))
        for line in sorted(lines, key=lambda line: (line.count(" "), line)):  # in few words they are nearer
            finding, _, found_only = line.partition(">")
            words = finding.split()
            if any(_is_form(typed, word.rstrip("?")) for word in words if word.startswith(tuple(beginnings))):
                others = (*words, *found_only.split())
                found.update((word.replace("-", " "), None) for word in others if word[-1] != "?")
    return tuple(word for word in found if " " in word or not same_word(typed, word))


def _beginnings(typed: str) -> dict[str, str]:
    """How the words begin of which a typed one may be a form, and what may follow; "" for anything.

    Of a word of four letters and more the fourth is mostly shared too.
    """
    first = typed.partition("-")[0]
    stem = stemmed(typed)
    follows = "" if len(first) <= _BEGINNING else f"{first[_BEGINNING]}{stem[_BEGINNING : _BEGINNING + 1]}{_OTHERWISE}"
    if len(first) == len("take") and first.endswith("e"):
        follows += "iao"  # taking, takable
    found = {stem[:_BEGINNING]: "", typed[:_BEGINNING]: follows}
    found.pop("", None)
    return found


def _is_form(typed: str, word: str) -> bool:
    """Whether a typed word is a form of a word; of words in a row the first and the last have forms.

    Handed-over is a form of hand-over, plane-crashes of plane-crash.
    """
    first, *rest = typed.split("-")
    own_first, *own_rest = word.split("-")
    if len(rest) != len(own_rest) or rest[:-1] != own_rest[:-1] or not same_word(first, own_first):
        return False
    return rest[-1:] == own_rest[-1:] or same_word(rest[-1], own_rest[-1])


def _lines_with(groups: _Groups, beginnings: Mapping[str, str], start: int = 0) -> Iterator[str]:
    """The groups from a place on that have a word which begins so. A pattern would take twenty times as long."""
    lines, flat = groups
    for beginning, follows in beginnings.items():
        sought = f" {beginning}"
        at = flat.find(sought, start)
        while at >= 0:
            after = at + len(sought)
            if follows and flat[after : after + 1] not in follows:
                at = flat.find(sought, after)
                continue
            end = lines.find("\n", after)
            yield _without_remark(lines[lines.rfind("\n", 0, at + 1) + 1 : end if end >= 0 else None])
            at = flat.find(sought, end) if end >= 0 else -1
