"""Promise: what was typed becomes a Query that means one thing, or an error at the column where it fails.

kallas manila          both words, in names, titles, text or linked records
"high-tech arena"      these words in a row
!korea                 not this
2024, mar 2019         a date: records whose bounds overlap it
kind:person from:2024  fields; see FIELDS
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from eujdef_tui import dates
from eujdef_tui.problems import QueryError
from eujdef_tui.text import words

__all__ = ["FIELDS", "HAS", "IS", "Filter", "Query", "Term", "parse"]

# Words of a question that say nothing of what is asked about. Kept where they are all that was typed.
QUESTION = frozenset(
    "a about an and are at by can could did do does for from has have how in into is it of on or that the their "
    "there they this to was were what when where which who whom whose why will with would".split()
)

FIELDS: dict[str, str] = {
    "kind": "event, actor, agreement, statement, or a finer kind such as person or summit",
    "actor": "records of and about this actor",
    "party": "agreements with this party",
    "agreement": "records of and about this agreement",
    "source": "what rests on this source",
    "status": "happened, planned, target or reported",
    "from": "not over before this date",
    "to": "begun by this date",
    "on": "overlapping this date",
    "text": "these words in titles and descriptions",
    "quote": "these words in the quoted sentences",
    "is": "one of the words below",
    "has": "one of the words below",
}
IS = (
    "happened",
    "planned",
    "target",
    "reported",
    "legal",
    "political",
    "unknown",
    "corroborated",
    "differing",
)
HAS = ("date", "value", "speaker", "tension", "outside")

# The longest date people type in words: "1 november , 2024" or "november 2024 to march".
DATE_WORDS = 4

_PIECE = re.compile(r'(?P<no>!?)(?:(?P<field>[A-Za-z]+):)?(?:"(?P<phrase>[^"]*)(?P<end>"?)|(?P<word>[^\s"]+))?')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to be found: a word, a phrase of several, or a date. `column` counts from 0 in the query."""

    text: str
    column: int
    tokens: tuple[str, ...]
    date: str = ""
    negated: bool = False

    @property
    def phrase(self) -> bool:
        """Whether several words must stand in a row."""
        return len(self.tokens) > 1 and not self.date


@dataclass(frozen=True, slots=True)
class Filter:
    """A field and its value; `date` is the value read as an EDTF date where the field takes one."""

    field: str
    value: str
    column: int
    date: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, understood."""

    text: str
    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.terms and not self.filters


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    text: str
    field: str = ""
    phrase: bool = False
    negated: bool = False


def parse(text: str) -> Query:
    """The meaning of what was typed. Raises QueryError with the column for a field or date that is none."""
    pieces = list(_pieces(text))
    filters = tuple(_filter(piece) for piece in pieces if piece.field)
    terms = tuple(_terms([piece for piece in pieces if not piece.field]))
    telling = tuple(t for t in terms if t.negated or t.date or t.phrase or t.tokens[0] not in QUESTION)
    return Query(text, telling if any(not t.negated for t in telling) or filters else terms, filters)


def _pieces(text: str) -> Iterator[_Piece]:
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        found = _PIECE.match(text, place)
        if found is None or found.end() == place:
            place += 1
            continue
        place = found.end()
        field = (found["field"] or "").lower()
        word = found["word"] or found["phrase"] or ""
        if field and field not in FIELDS and (word[:2] == "//" or not field.isascii()):
            field, word = "", found[0]
        yield _Piece(found.start(), found.end(), word, field, found["phrase"] is not None, bool(found["no"]))


def _filter(piece: _Piece) -> Filter:
    column = piece.start + (1 if piece.negated else 0)
    value_column = column + len(piece.field) + 1
    if piece.field not in FIELDS:
        near = difflib.get_close_matches(piece.field, FIELDS, 1, 0.5)
        advice = f"did you mean {near[0]}: ?" if near else "fields: " + " ".join(f"{f}:" for f in FIELDS)
        raise QueryError(f"there is no field {piece.field}:", advice, column)
    date = ""
    if piece.field in ("from", "to", "on") and piece.text:
        date = dates.from_words(piece.text) or ""
        if not date:
            message = f"{piece.text} is not a date"
            raise QueryError(message, 'write 2024, 2024-11, 2024-11-01 or "nov 2024"', value_column)
    allowed = {"is": IS, "has": HAS}.get(piece.field, ())
    if allowed and piece.text and not any(word.startswith(piece.text.lower()) for word in allowed):
        message = f"{piece.field}: does not know {piece.text}"
        raise QueryError(message, f"{piece.field}: takes {', '.join(allowed)}", value_column)
    return Filter(piece.field, piece.text, column, date, piece.negated)


def _terms(pieces: list[_Piece]) -> Iterator[Term]:
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        length, date = _date_at(pieces, place)
        if date:
            run = pieces[place : place + length]
            typed = " ".join(item.text for item in run)
            tokens = tuple(word.folded for word in words(typed))
            yield Term(typed, piece.start, tokens, date)
            place += length
            continue
        place += 1
        tokens = tuple(word.folded for word in words(piece.text))
        if not tokens:
            continue
        if piece.phrase or piece.negated:
            yield Term(piece.text, piece.start, tokens, negated=piece.negated)
        else:
            yield from (Term(token, piece.start, (token,)) for token in tokens)


def _date_at(pieces: list[_Piece], place: int) -> tuple[int, str]:
    """How many pieces from here read as one date, the longest run first, and that date (EDTF)."""
    for length in range(min(DATE_WORDS, len(pieces) - place), 0, -1):
        run = pieces[place : place + length]
        if any(piece.phrase or piece.negated for piece in run):
            continue
        if not any(c.isdigit() for c in run[-1].text + run[0].text):
            continue
        date = dates.from_words(" ".join(piece.text for piece in run))
        if date:
            return length, date
    return 0, ""
