"""Where a quote may be cut: at the clauses of its sentence. A quote is always text[start:end] of the article."""

from __future__ import annotations

from collections.abc import Sequence

from eujdef_tui.text.lazy_regex import lazy_pattern

__all__ = ["clause_starts", "longer", "shorter", "word_starts"]

_BREAK = lazy_pattern(
    r"[,;:—–]\s+|\s+[-–—]\s+|\s+(?=(?:and|but|or|that|which|who|while|after|before|because|as|with|when|if)\s)"
)
_WORD = lazy_pattern(r"\S+")

Span = tuple[int, int]


def clause_starts(text: str, start: int, end: int) -> list[int]:
    """Where each clause of text[start:end] begins, the first at `start`."""
    found = [match.end() for match in _BREAK().finditer(text, start, end)]
    return [start, *(at for at in dict.fromkeys(found) if start < at < end)]


def word_starts(text: str, start: int, end: int) -> list[int]:
    """Where each word of text[start:end] begins."""
    return [match.start() for match in _WORD().finditer(text, start, end)]


def shorter(text: str, quote: Span) -> Span | None:
    """The quote without its last clause; None for one of a single clause."""
    starts = clause_starts(text, *quote)
    if len(starts) == 1:
        return None
    return quote[0], _before(text, quote[0], starts[-1])


def longer(text: str, quote: Span, spans: Sequence[Span]) -> Span | None:
    """The quote with the next clause: to the end of its sentence, then to its beginning, then with the next sentence.

    None where it has all of these.
    """
    first = next((nth for nth, span in enumerate(spans) if span[0] <= quote[0] < span[1]), -1)
    if first < 0:
        return None
    begin, end = spans[first]
    if quote[1] < end:
        ends = [_before(text, quote[0], at) for at in clause_starts(text, begin, end) if at > quote[1]]
        return quote[0], next((at for at in ends if at > quote[1]), end)
    if quote[0] > begin:
        return max(at for at in clause_starts(text, begin, end) if at < quote[0]), quote[1]
    if first + 1 < len(spans) and quote[1] < spans[first + 1][1]:
        return quote[0], spans[first + 1][1]
    return None


def _before(text: str, start: int, at: int) -> int:
    """The end of the words before a clause, without the mark and the space between."""
    return start + len(text[start:at].rstrip(" \t\n,;:—–-"))
