"""Promise: every number that decides an order stands here, with the sentence that justifies it."""

from __future__ import annotations

__all__ = [
    "COVERED", "DATE_TEXT", "EXACT", "INITIALS", "LINKED", "LOOSE", "NAME", "NEAR", "OTHER_NAME", "PREFIX",
    "PROSE", "QUOTES", "SUPPORT", "TITLE", "TYPO", "edits_allowed",
]  # fmt: skip

# --- how well a typed word matches a word of a name -------------------------------------------------

EXACT = 1.0  # the word itself
LOOSE = 0.93  # the word but for a long vowel (Kono, Kouno): a spelling, not a mistake
PREFIX = 0.80  # its beginning; grows to PREFIX + NEAR as what is typed nears the whole word
NEAR = 0.12
TYPO = (1.0, 0.70, 0.55)  # by edits: a typo never beats an exact match or a beginning
INITIALS = 0.90  # derived initials are a guess where a written acronym is a name

# --- which field it was found in --------------------------------------------------------------------

NAME = 1.0  # the name a record goes by
OTHER_NAME = 0.97  # as good, but the record's own name wins a tie
TITLE = 0.80  # a title says what a record is about; a name says what it is
LINKED = 0.62  # an event of Kallas is not Kallas
PROSE = 0.50  # roles, subjects, places
QUOTES = 0.42  # the quoted words mention many things in passing
DATE_TEXT = 0.75  # a year that stands in a title or figure rather than in a date

# --- what decides between records that match alike ---------------------------------------------------

COVERED = 0.35  # a name typed in full beats one that merely contains what was typed
SUPPORT = 0.02  # told by more sources, or more often spoken of (on a log scale): breaks ties only


def edits_allowed(length: int) -> int:
    """How many edits a typed word may be away: short words get none, since every short word is near another."""
    return 0 if length < 4 else 1 if length < 8 else 2
