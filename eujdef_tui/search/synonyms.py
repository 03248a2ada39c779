"""Other words for the same thing, from synonyms.txt and from the fact file.

A group of words is found by any form of its words: bought is a form of buy, and finds what is acquired. The stems of
the whole table would take longer than a search: only words that begin as the typed one does are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from eujdef_tui.text.word_forms import same_word, stemmed

__all__ = ["other_words", "shipped_groups"]

_BEGINNING = 3  # letters that all forms of a word share, irregular ones aside


@cache
def shipped_groups() -> str:
    """The groups of the package, one a line: words, and after ">" those that they find but that do not find them."""
    text = Path(__file__).with_name("synonyms.txt").read_text(encoding="utf-8")
    return "\n".join(found for line in text.splitlines() if (found := line.partition("#")[0].strip()))


def other_words(typed: str, own_groups: str = "") -> list[str]:
    """The other words for a typed one, folded; words in a row are parted by spaces.

    `own_groups` are those of the fact file, in the form of `shipped_groups`.
    """
    stem = stemmed(typed)
    found: dict[str, None] = {}
    for groups in (own_groups, shipped_groups()):
        for line in _lines_with(groups, stem[:_BEGINNING]):
            finding, _, found_only = line.partition(">")
            words = finding.split()
            if any(_is_form(typed, word) for word in words):
                found.update((word.replace("-", " "), None) for word in (*words, *found_only.split()))
    return [word for word in found if " " in word or not same_word(typed, word)]


def _is_form(typed: str, word: str) -> bool:
    """Whether a typed word is a form of a word; of words in a row the first has forms: handed-over, hand-over."""
    first, _, rest = typed.partition("-")
    own_first, _, own_rest = word.partition("-")
    return rest == own_rest and same_word(first, own_first)


def _lines_with(groups: str, beginning: str) -> Iterator[str]:
    """The lines that have a word which begins so."""
    seen = -1
    for match in re.finditer(rf"(?<![\w-]){re.escape(beginning)}", groups):
        start = groups.rfind("\n", 0, match.start()) + 1
        if start != seen:
            seen, end = start, groups.find("\n", match.start())
            yield groups[start : end if end >= 0 else None]
