"""Say in one line how a query was read."""

from __future__ import annotations

from eujdef_tui.search.results import Reading, Result

__all__ = ["mended_words", "reading_words", "understood", "understood_pieces"]


def understood(result: Result) -> str:
    """Return one line on how the words were read, "" where they were taken as they stand.

    Example: kalas ~ Kallas · without "the".
    """
    return " · ".join(map(reading_words, result.readings))


def understood_pieces(result: Result) -> list[tuple[str, str]]:
    """Return the line of `understood` as (text, role): a word that was put for one typed stands out."""
    pieces: list[tuple[str, str]] = []
    for reading in result.readings:
        words = reading_words(reading)
        read = reading.read if reading.kind == "mended" and words.endswith(reading.read) else ""
        pieces += [((" · " if pieces else "") + words[: len(words) - len(read)], "quiet"), (read, "key")]
    return [piece for piece in pieces if piece[0]]


def reading_words(reading: Reading) -> str:
    """Return how one part of a query was read: kalas ~ Kallas, cost: price, without "the"."""
    if reading.kind == "left out":
        return f'without "{reading.typed}"'
    if reading.kind == "clock":
        return reading.read
    between = " ~ " if reading.kind == "mended" else ": "
    return f"{reading.typed}{between}{reading.read}"


def mended_words(result: Result) -> str:
    """Return the words that the mended line has instead of those typed; the whole line where none is known."""
    return " ".join(reading.read for reading in result.readings if reading.kind == "mended") or result.mended
