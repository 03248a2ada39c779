"""Further words that the joints of a text give: F-X is also fx, Jean-Claude jeanclaude, AT&T att, l'Union union.

They are indexed beside the words of a text, so that what is typed without its joint, or from behind it, is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.tokens import LONGEST_WORD, Word, words
from eujdef_tui.text.unicode import fold
from eujdef_tui.text.word_forms import is_unspaced

__all__ = ["joint_forms", "joint_spans", "may_join"]

_JOINTS = frozenset(("&", " &", "& ", " & ", "-", "‐", "‑", "–"))
_AFTER_INITIAL = frozenset((".", ". ", " "))
_LONGEST = 32  # letters of a joined word; so long a chain is a list
_LIST = 20  # words of a chain that is no name either, but a list or a rule: none of them are joined
_MAY = lazy_pattern(r"[&'’ʼ‐‑–-]|\b[^\W\d_][. ]+[^\W\d_]\b")
_LEAST = 3  # letters behind an apostrophe that are a word


def joint_forms(text: str) -> list[str]:
    """Return the further words of a text, in order, each once."""
    return list(dict.fromkeys(form for form, _, _ in joint_spans(text)))


def may_join(text: str, written: Sequence[str]) -> bool:
    """Return whether a text of simple words (see `tokens.simple_words`) may give further words, as few do."""
    # two initials, or a sign: the pattern takes ten times as long
    return "-" in text or "&" in text or list(map(len, written)).count(1) > 1


def joint_spans(text: str, found: Sequence[Word] | None = None) -> Iterator[tuple[str, int, int]]:
    """Yield (word, start, end) of each further word of a text. `found` are its words, where they are known."""
    if not _MAY().search(text):
        return
    found = words(text) if found is None else found
    joins = False  # whether the word looked at is joined to the one before it
    listed = 0  # where a chain ends that is a list
    for first, word in enumerate(found):
        if len(word.folded) < word.end - word.start:  # an apostrophe, dot or comma was left out
            yield from _behind_apostrophe(text, word)
        if first < listed:  # all words of a list are joined, but for the last one
            joins = first + 1 < listed
            continue
        joined = word.folded
        # parts of a chain are joined from its first word, and pair by pair
        within = first > 0 and joins
        after = found[first + 1] if first + 1 < len(found) else None
        if after and len(word.folded) > 1 and after.start - word.end == 1 and text[word.end] == " ":
            joins = False  # as `_joins` says of nearly all: asked here, where a long text asks it of every word
        else:
            joins = after is not None and _joins(text, found, first + 1)
        if not joins or len(joined) > _LONGEST:
            continue
        if not within and (end := _end_of_chain(text, found, first)) - first > _LIST:
            listed = end
            continue
        joined += found[first + 1].folded
        yield joined, word.start, found[first + 1].end
        for last in () if within else range(first + 2, len(found)):
            if not _joins(text, found, last) or len(joined) > _LONGEST:
                break
            joined += found[last].folded
            yield joined, word.start, found[last].end


def _end_of_chain(text: str, found: Sequence[Word], first: int) -> int:
    """The place behind the last word of the chain that begins with two joined words."""
    end = first + 2
    while end < len(found) and _joins(text, found, end):
        end += 1
    return end


def _joins(text: str, found: Sequence[Word], at: int) -> bool:
    """Whether a word is joined to the one before it: by a hyphen or &, or as one initial to another."""
    before, word = found[at - 1], found[at]
    gap = text[before.end : word.start]
    if gap == " " and (len(before.folded) > 1 or len(word.folded) > 1):  # nearly every word
        return False
    if is_unspaced(before.folded) or is_unspaced(word.folded):
        return False
    if len(before.folded) == len(word.folded) == 1 and before.folded.isalpha() and word.folded.isalpha():
        return gap in _AFTER_INITIAL or gap in _JOINTS
    if gap not in _JOINTS:
        return False
    # 27-nation and 2024-11 are a number and what it counts, but 5-G is a name
    return before.folded.isalpha() or (before.folded.isalnum() and word.folded.isalpha() and len(word.folded) < _LEAST)


def _behind_apostrophe(text: str, word: Word) -> Iterator[tuple[str, int, int]]:
    written = fold(text[word.start : word.end])
    _, mark, behind = written.rpartition("'")
    if mark and len(behind) >= _LEAST and len(written) == word.end - word.start:
        yield behind[:LONGEST_WORD], word.end - len(behind), word.end
