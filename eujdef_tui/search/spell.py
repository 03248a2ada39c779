"""Words near a typed one: by edit distance, by first letter, by sound.

Edit distance is optimal string alignment: an insertion, deletion, substitution or swap of neighbours is one edit.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from eujdef_tui.search.score import edits_allowed_joined, first_letter_may_differ
from eujdef_tui.store import Index
from eujdef_tui.text.word_forms import is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = [
    "MOST",
    "SHORT",
    "begun_alike",
    "first_letter_fits",
    "guessed_edits",
    "is_acronym",
    "is_acronym_of",
    "is_spelt_right",
    "joined_names",
    "misspelt_prefixes",
    "nearest_known_word",
    "nearest_words",
    "replaced",
]

SHORT = 5  # letters below which a word is guessed at by one edit, and no letter is put for another
MOST = 24  # alternatives of one word: more only bring in words nobody meant
NAMES = 5_000  # names with the beginning of the typed one that are compared with it as a whole
BY_HAND = 20_000  # words that are compared before rapidfuzz is loaded: it takes 14 ms, as they do (see edit_distance)

ACRONYM = range(4, 7)  # capitals that are an acronym: three bear no edit, and of more a name was shouted

_compared = 0  # words compared without rapidfuzz


def by_hand(count: int) -> bool:
    """Whether so many words more are compared without rapidfuzz. Most processes answer one query and end."""
    global _compared
    _compared += count
    return _compared <= BY_HAND and "rapidfuzz" not in sys.modules


def nearest_words(typed: str, words: Iterable[str], edits: int, most: int = MOST) -> list[tuple[str, int]]:
    """(word, edits) of at most `most` words within so many edits, nearest first."""
    listed = list(words)
    if by_hand(len(listed)):
        from eujdef_tui.text.edit_distance import near  # what is spelt right needs neither

        return near(typed, listed, edits)[:most]
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    scorer: Any = OSA.distance  # the library types its scorers for similarity only
    found = extract(typed, listed, scorer=scorer, score_cutoff=edits, limit=most)
    return [(word, int(distance)) for word, distance, _ in found]


def similarity(one: str, other: str) -> float:
    """The share of the longer of two strings, neither of them empty, that no edit changes: 1 where they are equal."""
    from eujdef_tui.text.edit_distance import distance_to

    return 1.0 - distance_to(one)(other) / max(len(one), len(other))


def most_similar(typed: str, words: Sequence[str], least: float, most: int) -> list[tuple[str, float]]:
    """(word, similarity) of at most `most` words that are so similar, most similar first."""
    if by_hand(3 * len(words)):  # names are three times as long as words
        letters = [(letter, typed.count(letter)) for letter in set(typed)]
        alike = []
        for word in words:
            # letters that both have bound what the two can share
            length = max(len(typed), len(word))
            if sum([min(count, word.count(letter)) for letter, count in letters]) >= least * length - 1e-9:
                alike.append((word, similarity(typed, word)))
        return sorted((one for one in alike if one[1] >= least), key=lambda one: -one[1])[:most]
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    scorer: Any = OSA.normalized_similarity  # the library types its scorers for distance only
    found = extract(typed, words, scorer=scorer, score_cutoff=least, limit=most)
    return [(word, float(alike)) for word, alike, _ in found]


def is_acronym(text: str) -> bool:
    """Whether a word is typed as acronyms are written (ASEAN): it names something, and is no common word misspelt."""
    return len(text) in ACRONYM and text.isascii() and text.isalpha() and text.isupper()


def is_acronym_of(index: Index, typed: str, word: str) -> bool:
    """Whether an acronym, folded, may be this word misspelt: a name, one edit away that puts no letter for another."""
    return not replaced(typed, word) and bool(nearest_words(typed, [word], 1)) and bool(index.proper([word]))


def replaced(typed: str, word: str) -> bool:
    """Whether two words of one length differ in more than the order of their letters: they may well be two names."""
    return len(typed) == len(word) and sorted(typed) != sorted(word)


def first_letter_fits(typed: str, word: str, edits: int, *, lenient: bool = False) -> bool:
    """Whether a word with another first letter may be meant: it sounds the same, or `typed` is long enough."""
    from eujdef_tui.text.sounds import phonetic  # most words are found as they were typed

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
        near_ones = nearest_words(typed, index.prefixes(typed[0], length), 1)
        found += [prefix for prefix, edits in near_ones if edits]
    swapped = typed[1] + typed[0] + typed[2:]
    if typed[0] != typed[1] and swapped in index.prefixes(typed[1], len(typed)):
        found.append(swapped)
    return found


def begun_alike(index: Index, typed: str) -> list[str]:
    """The beginnings of words one edit away, whose first letter may also be the second that was typed."""
    if is_unspaced(typed) or not typed.isalpha() or len(typed) < 2:
        return []
    found = misspelt_prefixes(index, typed)
    for length in (len(typed) - 1, len(typed)):
        found += [prefix for prefix, _ in nearest_words(typed, index.prefixes(typed[1], length), 1)]
    return list(dict.fromkeys(found))


def joined_names(index: Index, typed: str) -> list[tuple[int, str, int]]:
    """(document, folded name, edits) of names that are `typed` but for their spaces: angelamerkel, north korea."""
    edits = edits_allowed_joined(typed)
    if len(typed) <= 3:
        return []
    by_joined = index.joined.of(typed[:2], lambda: _by_joined(index, typed[:2]))
    found = nearest_words(typed, by_joined, edits) if edits else [(typed, 0)] if typed in by_joined else []
    return [(d, full, apart) for joined, apart in found for d, full in by_joined[joined]]


def _by_joined(index: Index, begun: str) -> dict[str, list[tuple[int, str]]]:
    """(document, folded name) of the names that begin so but for their spaces, by the name without its spaces."""
    by_joined: dict[str, list[tuple[int, str]]] = {}
    for beginning in (begun, " ".join(begun)):
        for d, full in index.names_with_prefix(beginning, NAMES):
            by_joined.setdefault(full.replace(" ", ""), []).append((d, full))
    return by_joined


def guessed_edits(typed: str) -> int:
    """How many edits a word that is in no fact may be away from the one that it is guessed to be: jong is no joe."""
    return 0 if len(typed) < 3 else 1 if len(typed) < SHORT else (len(typed) + 2) // 3


def nearest_known_word(index: Index, typed: str) -> str:
    """The word of the base nearest to one that matched nothing, for a suggestion; "" if none is near."""
    reach = guessed_edits(typed)
    if not reach or is_spelt_right(typed):
        return ""
    words = index.words_starting(typed[:1], len(typed) - reach, len(typed) + reach)
    return next((word for word, _ in nearest_words(typed, words, reach, 1)), "")


def is_spelt_right(typed: str) -> bool:
    """Whether a typed word is one that the tables know: tanks are no talks, nor is a laser later."""
    from eujdef_tui.search.synonyms import is_listed  # only where a word of the base is near

    return is_listed(typed)
