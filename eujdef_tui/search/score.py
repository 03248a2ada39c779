"""Promise: every number that decides an order stands here, with the sentence that justifies it."""

from __future__ import annotations

__all__ = [
    "ASKED",
    "COVERED",
    "DATE_TEXT",
    "EXACT",
    "FARTHEST",
    "INITIALS",
    "INSIDE",
    "LINKED", "LINKED_WITH", "MENTIONED",
    "NAME",
    "NEAR",
    "NEARER",
    "OTHER_NAME",
    "PREFIX",
    "PROSE",
    "QUOTES",
    "SOUND",
    "SOURCE",
    "SPELLING",
    "STEM",
    "SUPPORT",
    "TITLE",
    "TOGETHER",
    "TYPO",
    "WHOLE", "WIDER",
    "edits_allowed",
    "may_be_mistyped",
    "of_label",
]  # fmt: skip

# --- how well a typed word matches a word of a name -------------------------------------------------

EXACT = 1.0  # the word itself
SPELLING = 0.93  # the word as others spell it (Kono, Kouno; defence, defense): not a mistake
PREFIX = 0.80  # its beginning; grows to PREFIX + NEAR as what is typed nears the whole word
NEAR = 0.12
TYPO = (1.0, 0.70, 0.55, 0.45)  # by edits: a typo never beats an exact match or a beginning
SOUND = 0.50  # it only sounds alike: the last thing to try
STEM = 0.80  # a typo in the beginning of a longer word is two guesses at once
INITIALS = 0.90  # derived initials are a guess where a written acronym is a name

# --- which field it was found in --------------------------------------------------------------------

NAME = 1.0  # the name a record goes by
OTHER_NAME = 0.97  # as good, but the record's own name wins a tie
TITLE = 0.80  # a title says what a record is about; a name says what it is
LINKED = 0.62  # an event of Kallas is not Kallas
LINKED_WITH = 0.76  # but who names her and something else asks for what ties the two
PROSE = 0.50  # roles, subjects, places
QUOTES = 0.42  # the quoted words mention many things in passing
MENTIONED = 0.30  # and the sentences that prove an actor mention nothing so much as other things
DATE_TEXT = 0.75  # a year that stands in a title or figure rather than in a date

# --- how well a date asked for fits a record's own --------------------------------------------------

INSIDE = 0.9  # a day of the month that was asked for; the very month is 1
WIDER = 0.8  # times the share that was asked for, where the record spans more than that
FARTHEST = 0.3  # any overlap at all

# --- what decides between records that match alike ---------------------------------------------------

WHOLE = 0.30  # all that was typed is all of a title or name
COVERED = 0.35  # a name typed in full beats one that merely contains what was typed
ASKED = {  # what a question word wants: a figure is the only answer to "how much", a person but one to "who"
    "much": 0.40,
    "many": 0.40,
    "when": 0.20,
    "who": 0.05,
    "fact": 0.20,  # a whole question asks what happened or was said, not what a name stands for
}
TOGETHER = 0.12  # all words in one title or one sentence: they were meant together
SOURCE = 0.45  # times: an article holds all its words, and is the answer only where no fact is
NEARER = 0.90  # times: a date belongs to an event more than to what an agreement spans
SUPPORT = 0.02  # told by more sources, or more often spoken of (on a log scale): breaks ties only


def edits_allowed(typed: str, *, last: bool = False, company: bool = False) -> int:
    """How many edits a typed word may be away.

    Short words get none, since every short word is near another; nor do figures: 2024 is not 2025. As a `last`
    resort a word gets one more: of six letters or more, or of three where it stands in the `company` of others.
    """
    if any(map(str.isdigit, typed)):
        return 0
    edits = 0 if len(typed) < 4 else 1 if len(typed) < 8 else 2
    return edits + (last and len(typed) >= (3 if company else 6))


def may_be_mistyped(typed: str, field: str, record: str) -> bool:
    """Whether a word in a field is near enough to count. Names are few and dear to those who type them; running
    text has a word near to almost every short one."""
    if field in ("name", "link"):
        return True
    return len(typed) >= (5 if field == "title" and record in ("event", "agreement") else 7)


def of_label(label: str) -> float:
    """What a match in a name with this label is worth."""
    if label == "name":
        return NAME
    if label.startswith("initials"):
        return INITIALS
    return TITLE if label in ("source", "author") else OTHER_NAME
