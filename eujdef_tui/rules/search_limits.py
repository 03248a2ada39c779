"""Rules on what search can take: numbers and joined words of a fact file that are found only as they are written."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.rules.ledger import Ledger
from eujdef_tui.rules.rule import Finding

__all__ = ["too_many_joined_words", "too_many_numbers"]


def too_many_numbers(ledger: Ledger) -> Iterator[Finding]:
    """Search finds a number also by what it rounds to: 1,234 by 1,200. That has a limit in each fact file.

    Further numbers are found as they are written. Divide the file, or leave tables out of it.
    """
    message = "From here on, numbers are found as they are written alone, and not by what they round to."
    for place in ledger.reading.beyond_rounded.values():
        yield Finding(place, message, "So many numbers are a table: divide the file, or quote less of it.")


def too_many_joined_words(ledger: Ledger) -> Iterator[Finding]:
    """Search finds joined words also as one: F-X by fx. That has a limit in each fact file, and in each of its texts.

    Further joined words are found by each of their parts. Divide the file, or leave lists of codes out of it.
    """
    message = "From here on, words that are joined (F-X) may be found by their parts alone, and not as one word (fx)."
    for place in ledger.reading.beyond_joined.values():
        yield Finding(place, message, "So many are a list of codes: divide the file, or quote less of it.")
