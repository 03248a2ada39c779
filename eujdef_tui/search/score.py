"""Promise: every number that decides an order stands here, with the sentence that justifies it."""

from __future__ import annotations

__all__ = [
    "COVERED", "DATE_TEXT", "EXACT", "FARTHEST", "INITIALS", "INSIDE", "LINKED", "LOOSE", "NAME", "NEAR", "OTHER_NAME",
    "PREFIX", "PROSE", "QUOTES", "STEM", "SUPPORT", "TITLE", "TYPO", "WIDER", "edits_allowed",
]  # fmt: skip

# --- how well a typed word matches a word of a name -------------------------------------------------

EXACT = 1.0  # the word itself
LOOSE = 0.93  # the word but for a long vowel (Kono, Kouno): a spelling, not a mistake
PREFIX = 0.80  # its beginning; grows to PREFIX + NEAR as what is typed nears the whole word
NEAR = 0.12
TYPO = (1.0, 0.70, 0.55)  # by edits: a typo never beats an exact match or a beginning
STEM = 0.80  # a typo in the beginning of a longer word is two guesses at once
INITIALS = 0.90  # derived initials are a guess where a written acronym is a name

# --- which field it was found in --------------------------------------------------------------------

NAME = 1.0  # the name a record goes by
OTHER_NAME = 0.97  # as good, but the record's own name wins a tie
TITLE = 0.80  # a title says what a record is about; a name says what it is
LINKED = 0.62  # an event of Kallas is not Kallas
PROSE = 0.50  # roles, subjects, places
QUOTES = 0.42  # the quoted words mention many things in passing
DATE_TEXT = 0.75  # a year that stands in a title or figure rather than in a date

# --- how well a date asked for fits a record's own --------------------------------------------------

INSIDE = 0.9  # a day of the month that was asked for; the very month is 1
WIDER = 0.8  # times the share that was asked for, where the record spans more than that
FARTHEST = 0.3  # any overlap at all

# --- what decides between records that match alike ---------------------------------------------------

COVERED = 0.35  # a name typed in full beats one that merely contains what was typed
SUPPORT = 0.02  # told by more sources, or more often spoken of (on a log scale): breaks ties only


def edits_allowed(typed: str) -> int:
    """How many edits a typed word may be away.

    Short words get none, since every short word is near another; nor do figures: 2024 is not 2025.
    """
    if len(typed) < 4 or any(map(str.isdigit, typed)):
        return 0
    return 1 if len(typed) < 8 else 2
