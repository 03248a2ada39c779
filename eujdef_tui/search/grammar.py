"""The words of the grammar of a question as people type them: without their apostrophe, and misspelt."""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.search.questions import OPENING, QUESTION

__all__ = ["grammar"]

# As people type them without their apostrophe.
_CONTRACTED = {f"{word}s": (word, "is") for word in ("how", "what", "when", "where", "who", "why")}
_CONTRACTED |= {"whatre": ("what", "are"), "whore": ("who", "are"), "whod": ("who", "had"), "whatll": ("what", "will")}
_MISTYPED = 5  # letters from which a word of the grammar is known with one edit, where a question opens


def grammar(words: Sequence[str]) -> list[tuple[str, ...]]:
    """For each word what it is in the grammar of a question: whats, what is; hapened, happened; else itself."""
    found: list[tuple[str, ...]] = [_CONTRACTED.get(word, (word,)) for word in words]
    if words[1:] and words[1] in _HOW and _one_slip(words[0], "how"):
        found[0] = ("how",)
    elif found and len(found[0]) == 1 and len(words[0]) >= _MISTYPED - 1 and words[0][0] in "wh":
        found[0] = (_mended_opening(words[0]),)
    if len(found) < 2 or found[0][0] not in OPENING:
        return found
    return [_mended(one[0]) if len(one) == 1 and n else one for n, one in enumerate(found)]


def _mended_opening(word: str) -> str:
    """The word with which a question opens, where a letter of it was left out or two were swapped: wich, waht."""
    if word in QUESTION:
        return word
    near = (
        known for known in _OPENINGS if len(word) <= len(known) and word[-1] == known[-1] and _one_slip(word, known)
    )
    return next((known for known in near if word[0] == "w" or len(word) == len(known)), word)


_HOW = ("many", "much")  # behind what can only be "how": hwo many
_OPENINGS = ("what", "when", "where", "which", "whose")


def _mended(word: str) -> tuple[str, ...]:
    """A word of the grammar for what is one edit from it: a letter dropped, doubled, or swapped with the next."""
    if word in QUESTION or len(word) < _MISTYPED:
        return (word,)
    near = (known for known in _LONG if abs(len(known) - len(word)) <= 1 and _one_slip(word, known))
    return (next(near, word),)


_LONG = tuple(sorted(word for word in (*QUESTION, "planned", "changed") if len(word) > _MISTYPED))


def _one_slip(typed: str, word: str) -> bool:
    if len(typed) == len(word):
        swapped = (typed[:n] + typed[n + 1] + typed[n] + typed[n + 2 :] for n in range(len(typed) - 1))
        return typed != word and word in swapped
    longer, shorter = (typed, word) if len(typed) > len(word) else (word, typed)
    return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))
