"""Other words for the same thing, from synonyms.txt and from the fact file.

A group of words is found by any form of its words: bought is a form of buy, and finds what is acquired. The stems of
the whole table would take longer than a search: only words that begin as the typed one does are compared.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

from eujdef_tui.text.word_forms import same_word, stemmed

__all__ = ["is_general", "other_words", "shipped_groups"]

_BEGINNING = 3  # letters that all forms of a word share, irregular ones aside


@cache
def _general_groups() -> str:
    """Those groups of the package that are of no one subject."""
    text = _table()
    return _groups_in(text[text.index("\n# ===") :])


def is_general(typed: str) -> bool:
    """Whether a word is one of every subject: take, several, angry; no name, and no thing of which facts are."""
    beginning = stemmed(typed)[:_BEGINNING]
    lines = _lines_with(_general_groups(), beginning) if beginning else ()
    return any(_is_form(typed, word.rstrip("?")) for line in lines for word in line.split() if "-" not in word)


@cache
def shipped_groups() -> str:
    """The groups of the package, one a line: words, and after ">" those that they find but that do not find them.

    A word with "?" is found by no other.
    """
    return _groups_in(_table())


def _table() -> str:
    with open(os.path.join(os.path.dirname(__file__), "synonyms.txt"), encoding="utf-8") as file:
        return file.read()


def _groups_in(text: str) -> str:
    return "\n".join(found for line in text.split("\n") if (found := line.partition("#")[0].strip()))


def other_words(typed: str, own_groups: str = "") -> list[str]:
    """The other words for a typed one, folded, those of small groups first; words in a row are parted by spaces.

    `own_groups` are those of the fact file, in the form of `shipped_groups`.
    """
    beginnings = {stemmed(typed)[:_BEGINNING], typed[:_BEGINNING]} - {""}
    found: dict[str, None] = {}
    for groups in (own_groups, shipped_groups()):
        lines = {line for beginning in beginnings for line in _lines_with(groups, beginning)}
        for line in sorted(lines, key=lambda line: (line.count(" "), line)):  # in few words they are nearer
            finding, _, found_only = line.partition(">")
            words = finding.split()
            if any(_is_form(typed, word.rstrip("?")) for word in words if word.startswith(tuple(beginnings))):
                others = (*words, *found_only.split())
                found.update((word.replace("-", " "), None) for word in others if word[-1] != "?")
    return [word for word in found if " " in word or not same_word(typed, word)]


def _is_form(typed: str, word: str) -> bool:
    """Whether a typed word is a form of a word; of words in a row the first has forms: handed-over, hand-over."""
    first, _, rest = typed.partition("-")
    own_first, _, own_rest = word.partition("-")
    return rest == own_rest and same_word(first, own_first)


def _lines_with(groups: str, beginning: str) -> Iterator[str]:
    """The lines that have a word which begins so. A plain look for it is twenty times as fast as a pattern."""
    for sign in (" ", "\n"):
        at = groups.find(sign + beginning)
        while at >= 0:
            start, end = groups.rfind("\n", 0, at + 1) + 1, groups.find("\n", at + 1)
            yield groups[start : end if end >= 0 else None]
            at = groups.find(sign + beginning, end) if end >= 0 else -1
    if groups.startswith(beginning):
        yield groups.partition("\n")[0]
