"""Say in one line how a query was read, and why it found nothing."""

from __future__ import annotations

from eujdef_tui.search.results import Reading, Result

__all__ = ["mended_words", "reading_words", "understood", "understood_pieces", "why_nothing"]


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


def why_nothing(result: Result, *, enter: bool) -> str:
    """Return why a query found nothing, and what its mended line finds; `enter`: that the key of this name takes it.

    Example: sumit is in no fact.  enter reads it as summit: 12 facts have tokyo summit.
    """
    if result.later:
        by_then = next((reading.read for reading in result.readings if reading.kind == "clock"), "")
        return f"{by_then}: nothing.  {result.later:,} fact{'s' * (result.later != 1)} of later or undated sources"
    absent = result.absent
    if absent:
        listed = f"{', '.join(absent[:-1])} and {absent[-1]}" if absent[1:] else absent[0]
        said = f"{listed} {'are' if absent[1:] else 'is'} in no fact."
    else:
        said = "no fact has all of it."
    if result.query.text.count('"') % 2:
        said += '  close the quotation mark: "…"'
    if not result.mended:
        return said
    facts = (
        f"{result.mended_count:,} fact{'s' * (result.mended_count != 1)} ha{'ve' if result.mended_count != 1 else 's'}"
    )
    if not enter:
        return f"{said}  {facts} {result.mended}"
    words = mended_words(result)
    return f"{said}  enter reads {'them' if absent[1:] else 'it'} as {words}: {facts} {result.mended}"
