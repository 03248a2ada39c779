"""Find the passage of a long text that is most like a quote, by letters in common (the fuzzy half of anchoring)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

__all__ = ["Span", "align", "letter_ratio", "occurrences", "whole_words", "work_of"]

# Folded characters. The time to align grows with the square of the quote: of a longer one the beginning is looked for.
LONG = 2000

# Letters of a text times those of a quote: what is more is first narrowed down by pieces that both have.
_WIDE = 20_000_000
_PIECE, _PIECES, _VOTES = 5, 48, 200  # letters of a piece, pieces of a quote, places of a piece that count
_MACHINE_WORD = 64  # letters of a quote that are compared at once
# A quote of more letters is aligned part by part: rapidfuzz's time to find that 2,000 letters stand nowhere near is
# 300 ms, and grows with their cube.
_WHOLE, _PART = 300, 256
_SURE = 95  # of 100: no part can fit much better
# Of more letters what each stretch has in common with a quote is worked out in one pass; of fewer, one after the other.
_ONE_PASS = 150

Span = tuple[int, int]


def letter_ratio(one: str, other: str) -> float:
    """How alike two texts are: twice the letters in common, in their order, by the letters of both; 0..1."""
    from rapidfuzz import fuzz  # it takes a twentieth of an edit to load: most quotes stand as they are written

    return fuzz.ratio(one, other) / 100


def occurrences(text: str, words: str) -> Iterator[Span]:
    """Yield every place of words in a text, also those that overlap."""
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def work_of(text: str, quote_text: str) -> int:
    """About how much work it is to find the nearest passage: letters of the text compared with 64 of the quote (20 ns).

    Measured with rapidfuzz 3: a part of 256 letters takes six times that for each letter of the text, one of 100 twice,
    and letters beyond ASCII four times as long.
    """
    letters = min(len(quote_text), LONG)
    parts = 1 if letters <= _WHOLE else -(-letters // _PART)
    words = -(-letters // (_MACHINE_WORD * parts))
    each = parts * max(words, words * words * 2 // 5)
    each *= 1 if text.isascii() else 4
    if len(text) * letters > _WIDE:
        return len(text) * min(letters, _PIECES) // 10 + 4 * letters * (each + 5)
    return len(text) * each + 20 * letters


def align(quote_text: str, text: str, start: int, end: int) -> Span:
    """Where in `text[start:end]` the words fit best. A window of their length: its ends may cut words."""
    from rapidfuzz import fuzz

    if (end - start) * min(len(quote_text), LONG) > _WIDE:
        low, high = _narrowed(quote_text, text, start, end)
    else:
        low, high = start, end
    area, best, window = text[low:high], 0.0, (start, end)
    for offset, part in _parts(quote_text[:LONG]):
        found = fuzz.partial_ratio_alignment(part, area, score_cutoff=best)
        if found and found.score > best:
            best, at = found.score, low + found.dest_start - offset
            window = max(start, at), min(end, at + found.dest_end - found.dest_start + len(quote_text) - len(part))
            if best >= _SURE:
                break
    return window


def _parts(sought: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the letters of each part of a quote that is aligned by itself."""
    if len(sought) <= _WHOLE:
        yield 0, sought
        return
    for offset in range(0, len(sought) - _PART // 2, _PART):
        yield offset, sought[offset : offset + _PART]


def _narrowed(quote_text: str, text: str, start: int, end: int) -> Span:
    """The part of a long text that has most pieces of the quote in their order, rare ones counting most.

    To align a quote of 2,000 letters with 1 MB takes ten seconds, to find its pieces there 20 ms.
    """
    sought = quote_text[:LONG]
    reach = max(len(sought), _PIECE)
    votes: Counter[int] = Counter()
    for offset in range(0, max(1, len(sought) - _PIECE), max(1, len(sought) // _PIECES)):
        places = list(islice(occurrences(text, sought[offset : offset + _PIECE]), _VOTES + 1))
        common = len(places) > _VOTES  # it says little, and its first places say nothing of the others
        for at, _ in places[: 1 if common else _VOTES]:
            if start <= at < end:
                votes[(at - offset) // reach] += 1 if common else _VOTES // len(places)
    if not votes:
        return start, min(end, start + reach)
    # a passage may begin at the end of one stretch and go on in the next
    best = max(votes, key=lambda n: (votes[n] + votes[n + 1], -n))
    return max(start, (best - 1) * reach), min(end, (best + 3) * reach)


_UNIT = re.compile("[\u2e80-\ud7ff]|[^\\W\u2e80-\ud7ff]+|[^\\w\\s]")  # a character of CJK, a word, a sign


def whole_words(quote_text: str, text: str, start: int, end: int) -> Span:
    """The passage around a window, in whole words, that is most like the words quote_text."""
    reach = len(quote_text)
    if reach > LONG:
        begun, _ = whole_words(quote_text[:LONG], text, start, start + LONG)
        return begun, end
    # From space to space, but no further than twice the reach: some scripts have no spaces.
    low = max(text.rfind(" ", 0, max(0, start - reach)) + 1, start - 2 * reach)
    space = text.find(" ", end + reach)
    high = min(space if space >= 0 else len(text), end + 2 * reach)
    units = list(_UNIT.finditer(text, low, high))
    starts = [unit.start() for unit in units]
    ends = [unit.end() for unit in units]
    for _ in range(2):  # a second look, because the best end depends on the start
        end = _best_end(quote_text, text, start, [e for e in ends if e > start], default=end)
        start = _best_start(quote_text, text, [s for s in starts if s < end], end, default=start)
    return start, end


def _best_end(quote_text: str, text: str, start: int, ends: Sequence[int], *, default: int) -> int:
    if not ends or len(quote_text) < _ONE_PASS:
        return max(ends, key=lambda e: letter_ratio(quote_text, text[start:e]), default=default)
    ratios = _prefix_ratios(quote_text, text[start : ends[-1]])
    return max(ends, key=lambda e: ratios[e - start])


def _best_start(quote_text: str, text: str, starts: Sequence[int], end: int, *, default: int) -> int:
    if not starts or len(quote_text) < _ONE_PASS:
        return max(starts, key=lambda s: letter_ratio(quote_text, text[s:end]), default=default)
    ratios = _prefix_ratios(quote_text[::-1], text[starts[0] : end][::-1])
    return max(starts, key=lambda s: ratios[end - s])


def _prefix_ratios(one: str, other: str) -> list[float]:
    """How alike a text is to each beginning of another: `letter_ratio` of `other[:0]`, `other[:1]` and so on.

    The letters in common with each beginning are bits of one number (Hyyrö 2004, "Bit-parallel LCS-length computation
    revisited"): for a quote of 2,000 letters 15 ms, in place of 700 for the ratios one by one.
    """
    holds: dict[str, int] = {}
    for nth, char in enumerate(one):
        holds[char] = holds.get(char, 0) | 1 << nth
    every = unmatched = (1 << len(one)) - 1
    found = [0.0]
    for length, char in enumerate(other, 1):
        both = unmatched & holds.get(char, 0)
        unmatched = (unmatched + both | unmatched - both) & every
        found.append(2 * (len(one) - unmatched.bit_count()) / (len(one) + length))
    return found
