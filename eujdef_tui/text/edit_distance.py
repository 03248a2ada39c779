"""Edit distance without a library, for a process that compares a few hundred words and ends.

Loading rapidfuzz takes as long as a bare interpreter (12 ms), and a misspelt word is held against some 600 words of the
shipped facts: 0.7 ms here. Longer lists are for the library, which compares 50 times as many words in the same time.

The distance is optimal string alignment: an insertion, deletion, substitution or swap of neighbours is one edit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

__all__ = ["distance_to", "near"]


def near(typed: str, words: Iterable[str], edits: int) -> list[tuple[str, int]]:
    """Return (word, edits) of the words within so many edits of the typed one: nearest first, else as they stand."""
    if not typed:
        return sorted(((word, len(word)) for word in words if len(word) <= edits), key=lambda item: item[1])
    shortest, longest = len(typed) - edits, len(typed) + edits
    letters, distance, found = set(typed), distance_to(typed), list[tuple[str, int]]()
    for word in words:
        # each typed letter that the word lacks is an edit: few words are left to be compared letter by letter
        if shortest <= len(word) <= longest and len(letters.difference(word)) <= edits:
            apart = distance(word)
            if apart <= edits:
                found.append((word, apart))
    return sorted(found, key=lambda item: item[1])


def distance_to(typed: str) -> Callable[[str], int]:
    """Return the function that counts the edits between a word and the typed one, which may not be empty.

    The columns of the table of distances are the bits of whole numbers (Hyyrö 2003, "A bit-vector algorithm for
    computing Levenshtein and Damerau edit distances").
    """
    at: dict[str, int] = {}
    for place, letter in enumerate(typed):
        at[letter] = at.get(letter, 0) | 1 << place
    every, last, length = (1 << len(typed)) - 1, 1 << len(typed) - 1, len(typed)

    def distance(word: str) -> int:
        more, less, diagonal, before, edits = every, 0, 0, 0, length
        for letter in word:
            here = at.get(letter, 0)
            swapped = ((~diagonal & here) << 1) & before
            diagonal = (((here & more) + more) ^ more | here | less | swapped) & every
            up, down = less | ~(diagonal | more) & every, diagonal & more
            edits += bool(up & last) - bool(down & last)
            up, down = up << 1 | 1, down << 1
            more, less, before = (down | ~(diagonal | up)) & every, up & diagonal, here
        return edits

    return distance
