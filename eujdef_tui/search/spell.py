"""Words near a typed one: by edit distance, by first letter, by sound.

Edit distance is optimal string alignment: an insertion, deletion, substitution or swap of neighbours is one edit.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from eujdef_tui.search.score import edits_allowed_joined, first_letter_may_differ
from eujdef_tui.store import Index
from eujdef_tui.text.word_forms import is_unspaced, phonetic

__all__ = ["MOST", "first_letter_fits", "joined_names", "misspelt_prefixes", "nearest_known_word", "nearest_words"]

MOST = 24  # alternatives of one word: more only bring in words nobody meant
NAMES = 5_000  # names with the beginning of the typed one that are compared with it as a whole


def nearest_words(typed: str, words: Iterable[str], edits: int, most: int = MOST) -> list[tuple[str, int]]:
    """(word, edits) of at most `most` words within so many edits, nearest first."""
    from rapidfuzz.distance import OSA  # loading it takes longer than finding a word that is spelt right
    from rapidfuzz.process import extract

    scorer: Any = OSA.distance  # the library types its scorers for similarity only
    found = extract(typed, list(words), scorer=scorer, score_cutoff=edits, limit=most)
    return [(word, int(distance)) for word, distance, _ in found]


def first_letter_fits(typed: str, word: str, edits: int, *, lenient: bool = False) -> bool:
    """Whether a word with another first letter may be meant: it sounds the same, or `typed` is long enough."""
    if edits == 1 and phonetic(typed) == phonetic(word):
        return True
    swapped = typed[1::-1] == word[:2]
    return first_letter_may_differ(typed, edits, swapped=swapped, lenient=lenient)


def misspelt_prefixes(index: Index, typed: str) -> list[str]:
    """The beginnings of words of the base that are one edit away from a word that is still being typed.

    The first letter must be right, or swapped with the second.
    """
    if is_unspaced(typed) or not typed.isalpha() or len(typed) < 2:
        return []
    found: list[str] = []
    for length in range(max(1, len(typed) - 1), len(typed) + 2):
        near = nearest_words(typed, index.prefixes(typed[0], length), 1)
        found += [prefix for prefix, edits in near if edits]
    swapped = typed[1] + typed[0] + typed[2:]
    if typed[0] != typed[1] and swapped in index.prefixes(typed[1], len(typed)):
        found.append(swapped)
    return found


def joined_names(index: Index, typed: str) -> list[tuple[int, str, int]]:
    """(document, folded name, edits) of names that are `typed` but for their spaces: angelamerkel, north korea."""
    beginnings = (typed[:2], f"{typed[:1]} {typed[1:2]}")
    by_joined: dict[str, list[tuple[int, str]]] = {}
    for d, full in (name for beginning in beginnings for name in index.names_with_prefix(beginning, NAMES)):
        by_joined.setdefault(full.replace(" ", ""), []).append((d, full))
    near = nearest_words(typed, by_joined, edits_allowed_joined(typed)) if len(typed) > 3 else []
    return [(d, full, edits) for joined, edits in near for d, full in by_joined[joined]]


def nearest_known_word(index: Index, typed: str) -> str:
    """The word of the base nearest to one that matched nothing, for a suggestion; "" if none is near."""
    reach = (len(typed) + 2) // 3
    words = index.words_starting(typed[:1], len(typed) - reach, len(typed) + reach)
    return next((word for word, _ in nearest_words(typed, words, reach, 1)), "")
