"""A candidate: what another tool says, before its words are looked for in an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from eujdef_tui.draft.review_item import STATUSES
from eujdef_tui.text import edtf
from eujdef_tui.text.date_input import from_words
from eujdef_tui.text.unicode import clean, fold, one_line

__all__ = ["KINDS", "MOST", "Candidate", "Quote", "date_of", "status_of", "text_of", "texts_of", "word_of"]

MOST = 50_000  # candidates of one file: what is more is no import but a base of its own
# The records that another tool may name, with the kind of one that is given none.
KINDS = {"event": "event", "agreement": "agreement", "actor": "organization", "statement": "claim"}
_LONGEST = 2000  # characters of a title or text, as of a sentence that is drafted


class Quote(NamedTuple):
    """Words that an article should have, with what stands beside them, and what the other tool calls the article."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    source: str = ""


class Candidate(NamedTuple):
    """What may become a draft.

    Attributes:
        record: of a draft, or source, membership: what a review cannot take, and is told.
        label: its name, title or text.
        place: where it stands in the imported file, for messages.
        quotes: () of a form that has none: then its label is looked for.
        told: further fields of it that a draft has no place for, kept in the file of drafts.
        refused: why it cannot become a fact at all; "" where only its quotes decide.
    """

    record: str
    label: str
    place: str
    kind: str = ""
    quotes: tuple[Quote, ...] = ()
    date: str = ""
    status: str = ""
    speaker: str = ""
    actors: tuple[str, ...] = ()
    value: str = ""
    unit: str = ""
    flags: tuple[str, ...] = ()
    refused: str = ""
    told: dict[str, Any] = {}  # noqa: RUF012 — never changed


def text_of(value: object) -> str:
    """A text or number of a file as one clean line; "" for anything else. Of a list the first that has any."""
    if isinstance(value, list):
        return next(texts_of(value), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return one_line(clean(str(value)))[:_LONGEST]


def texts_of(value: object) -> Iterator[str]:
    """The texts of a value that is one, or a list of them."""
    for item in value if isinstance(value, list) else (value,):
        if not isinstance(item, list) and (text := text_of(item)):
            yield text


def word_of(words: str, other: str) -> str:
    """The words as a kind is written (public-body); `other` where nothing of them is left."""
    return re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")[:40].strip("-") or other


def status_of(words: Iterable[str]) -> str:
    """The first of these words that is a status (happened, planned …); "" where none is."""
    return next((word for word in words if word in STATUSES), "")


def date_of(words: str) -> tuple[str, str]:
    """The EDTF of a date in EDTF or in words, and what is wrong with it: one of the two is ""."""
    if not words:
        return "", ""
    try:
        return edtf.parse(words).text, ""
    except edtf.DateError as error:
        if found := from_words(words):
            return found, ""
        return "", f"the date “{words[:60]}” is not read: {error}"
