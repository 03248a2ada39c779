"""Parse what was typed into a Query, or raise a QueryError at the column where it fails.

kallas manila          both words, in names, titles, text or linked records
"high-tech arena"      these words in a row
!korea                 not this word, nor what is linked to a name that has it
2024, mar 2019         a date: records whose bounds overlap it
kind:person from:2024  fields; see FIELDS
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from eujdef_tui.errors import QueryError
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search.grammar import grammar
from eujdef_tui.search.pieces import CLOCKS, DATED, FIELDS, pieces
from eujdef_tui.search.query_dates import Piece, date_at
from eujdef_tui.search.questions import ALONE, QUESTION, SORTS, asked_for, is_opening
from eujdef_tui.search.signs import alternatives, obeyed, turned_round
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.tokens import may_count, words

__all__ = [
    "COMING",
    "HAS",
    "IS",
    "PASSED",
    "Filter",
    "Query",
    "Term",
    "is_word",
    "parse",
]

# More words than any question has; each is looked for on its own.
MOST = 32
LONGEST = 400  # signs of a query: no question has more
TWICE = 2  # a word that is typed three times says no more than one that is typed twice

COMING, PASSED = "coming", "passed"  # of the day on which they are asked
IS = (
    *"happened planned target reported legal political unknown corroborated differing".split(),
    COMING,
    PASSED,
)
HAS = ("date", "value", "speaker", "tension", "outside")

_AROUND = "()[]?!.,;:"  # marks that may stand around a quantity
# F-X, F-2, C-130: parts too short to say anything one by one.
_MODEL = lazy_pattern(r"[A-Za-z]{1,2}-(?:[A-Za-z]|\d{1,3}[A-Za-z]?)[?!.,;:]*")


class Term(NamedTuple):
    """One thing to be found: a word, a phrase of several, a date, or a quantity.

    `column` counts from 0 in the query. A `date` is EDTF, or of any year (see `spoken_dates`); `other_date` its second
    reading where it has two. `amount` is the number of a quantity, as `number_tokens.compact` writes it, a colon, and
    the unit.
    """

    text: str
    column: int
    tokens: tuple[str, ...]
    date: str = ""
    negated: bool = False
    amount: str = ""
    other_date: str = ""

    @property
    def dates(self) -> tuple[str, ...]:
        """What the date may be: one, or two where it has two readings."""
        return tuple(filter(None, (self.date, self.other_date)))

    @property
    def figure(self) -> str:
        """The figure of a date that is also looked for in text: 2027 in "about 2027", 1990s; "" if there are several.

        Of a span that is open at one end there is none: a text with 2024 in it says nothing of "before 2024".
        """
        if self.date and len(self.tokens) == 1:
            return self.tokens[0]
        if self.compared:
            return ""
        figures = [token for token in self.tokens if token.isdigit()]
        by_year = len(figures) == 1 and not re.search(r"\d-\d", self.date)
        return figures[0] if self.date and by_year else ""

    @property
    def compared(self) -> bool:
        """Whether several words were read as a span that is open at one end: before 2024, since november."""
        return len(self.tokens) > 1 and (self.date.startswith("../") or self.date.endswith("/.."))

    @property
    def phrase(self) -> bool:
        """Whether several words must stand in a row."""
        return len(self.tokens) > 1 and not self.date


class Filter(NamedTuple):
    """A field and its value; `date` is the value read as an EDTF date where the field takes one."""

    field: str
    value: str
    column: int
    date: str = ""
    negated: bool = False


class Query(NamedTuple):
    """A parsed query.

    `asks` are the words in it that ask (when, where, who, how much, or …); "person" where it asks who someone is,
    "fact" where it asks what happens or holds. `passed_over` are typed words that
    say nothing and are not looked for, such as "the"; the grammar of a question is not among them. `signs` are signs of
    other search lines, each as it was typed and as it is written here. Where "or" stands in the query, `either` are the
    queries of which one may hold. `mended` are words of the grammar that were misspelt: hapened, happened. `clocks`
    are the fields that say by which day it is answered; they are not among the filters. `unsaid` are the places in the
    text of what is no part of a sentence: fields, and what must not be there.
    """

    text: str
    terms: tuple[Term, ...] = ()
    filters: tuple[Filter, ...] = ()
    asks: frozenset[str] = frozenset()
    passed_over: tuple[str, ...] = ()
    signs: tuple[tuple[str, str], ...] = ()
    either: tuple[Query, ...] = ()
    mended: tuple[tuple[str, str], ...] = ()
    clocks: tuple[Filter, ...] = ()
    unsaid: tuple[tuple[int, int], ...] = ()

    @property
    def said(self) -> str:
        """The text as a sentence, its words where they were typed, with spaces for its fields and what it excludes.

        Where nothing else is typed, it is all of the text.
        """
        text = self.text
        for start, end in self.unsaid:
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        return text if self.unsaid and text.strip() else self.text

    @property
    def asked(self) -> bool:
        """Whether it opens as a question does: with such a word, and not with the field "is:"."""
        opening = words(self.said)[:2]
        first = [word for word, *_ in grammar([word.folded for word in opening])]
        return is_opening(first) and self.text[opening[0].end :][:1] != ":"

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for."""
        return not self.terms and not self.filters and not self.clocks

    @property
    def browses(self) -> bool:
        """Whether it keeps no record from being listed: it is empty, or says alone as of which day."""
        return not self.terms and not self.filters and all(clock.field == "asof" for clock in self.clocks)


def is_word(value: str) -> str:
    """The word that the value of `is:` begins."""
    return next(word for word in IS if word.startswith(value.lower()))


def parse(text: str) -> Query:
    """The meaning of what was typed. Raises QueryError with the column for a field or date that is none.

    A field at the very end whose value is still to be typed asks nothing yet.
    """
    if len(text) > LONGEST:
        raise QueryError(f"more than {LONGEST} signs are too many", "name what matters most", LONGEST)
    typed, signs = obeyed(list(pieces(text)))
    unsaid = tuple((piece.start, piece.end) for piece in typed if piece.field or piece.negated)
    clocks = tuple(_filter(piece, typing=piece is typed[-1]) for piece in typed if piece.field in CLOCKS)
    typed = [piece for piece in typed if piece.field not in CLOCKS] if clocks else typed
    query = _query(text, typed)
    signs += turned_round((item.field, item.value, item.date) for item in query.filters if not item.negated)
    query = query._replace(
        signs=(*query.signs, *signs), clocks=tuple(clock for clock in clocks if clock.value), unsaid=unsaid
    )
    ways: list[list[Piece]] = []
    if not query.asked or any(one.text in ("OR", "|", "||") for one in typed):
        ways = alternatives(typed, {first: length for first, (length, _) in _amounts(text, typed).items()})
    passed_over = tuple(word for word in query.passed_over if not ways or word.casefold() != "or")
    return query._replace(
        either=tuple(_query(text, way)._replace(unsaid=unsaid) for way in ways), passed_over=passed_over
    )


def _query(text: str, typed: Sequence[Piece]) -> Query:
    """The meaning of pieces of a text."""
    filters = tuple(_filter(piece, typing=piece is typed[-1]) for piece in typed if piece.field)
    filters = tuple(item for item in filters if item.value)
    terms = tuple(_terms(text, [piece for piece in typed if not piece.field]))
    if len(terms) > MOST:
        raise QueryError(f"more than {MOST} words are too many", "name what matters most", terms[MOST].column)
    terms = tuple(term for nth, term in enumerate(terms) if _said(term, terms[:nth]) < TWICE)
    if len(terms) > 1 and text.isupper():
        terms = tuple(map(_shouted, terms))
    typed_words = [term.tokens[0] for term in terms]
    read = dict(zip(typed_words, grammar(typed_words), strict=True))
    asked = asked_for([word for word in typed_words for word in read[word]])
    telling = tuple(t for t in terms if t.negated or t.date or t.phrase or read[t.tokens[0]][0] not in asked.idle)
    signs: tuple[tuple[str, str], ...] = ()
    alone = next((ask for ask in ALONE if ask in asked.asks), "")
    question = is_opening([read[word][0] for word in typed_words[:2]])
    if alone and not telling and not filters and (alone in ("differ", "legal", "political") or question):
        field, value = ALONE[alone]
        filters = (Filter(field, value, len(text)),)
        saying = " ".join(term.text for term in terms if read[term.tokens[0]][0] not in QUESTION) or terms[-1].text
        signs = ((saying, f"{field}:{value}"),)
    mended = tuple(
        (term.text, word)
        for term in terms
        if (word := read[term.tokens[0]][0]) in asked.idle
        and (len(read[term.tokens[0]]) == 1 and word != term.tokens[0] and term not in telling)
    )
    searched = telling if telling or filters else terms
    if not (telling or filters) and asked.asks.intersection(SORTS):  # which countries
        searched = tuple(term for term in terms if term.tokens[0] not in QUESTION) or terms
    before_date = {one for one, after in pairwise(terms) if after.date}  # in 2024
    passed_over = () if question else tuple(t.text for t in terms if t not in searched and t not in before_date)
    return Query(text, searched, filters, asked.asks, passed_over, signs, mended=mended)


def _shouted(term: Term) -> Term:
    """A term of a line that is all in capitals: there a common word is no acronym (GCAP COST)."""
    from eujdef_tui.search.spell import is_acronym  # few lines are
    from eujdef_tui.search.synonyms import other_words

    common = is_acronym(term.text) and other_words(term.tokens[0])
    return term._replace(text=term.text.lower()) if common else term


def _said(term: Term, before: tuple[Term, ...]) -> int:
    """How often the same is asked for before."""
    return sum(one.tokens == term.tokens and one.negated == term.negated for one in before)


def _filter(piece: Piece, *, typing: bool) -> Filter:
    column = piece.start + piece.negated
    value_column = column + len(piece.field) + 1
    if piece.field not in FIELDS:
        import difflib  # only a mistake needs it

        near = difflib.get_close_matches(piece.field, FIELDS, 1, 0.5)
        meant = f"did you mean {near[0]}: ?" if near else "fields: " + " ".join(f"{f}:" for f in FIELDS)
        message = f"there is no field {piece.field}:"
        raise QueryError(message, f"{meant} In quotes it is text", column, "".join(f"{field}:" for field in near))
    if not piece.text.strip() and not typing:
        message = f"{piece.field}: has no value"
        raise QueryError(message, f"write it without a space: {piece.field}:…", value_column)
    date = ""
    if piece.field in DATED and piece.text.strip():
        from eujdef_tui.text.date_input import from_words  # few queries have a date

        date = from_words(piece.text) or ""
        if not date:
            message = f"{piece.text} is not a date"
            raise QueryError(message, 'write 2024, 2024-11, 2024-11-01 or "nov 2024"', value_column)
    allowed = {"is": IS, "has": HAS, "status": IS[:4]}.get(piece.field, ())
    if allowed and not any(word.startswith(piece.text.strip().lower()) for word in allowed):
        message = f"{piece.field}: does not know {piece.text}"
        raise QueryError(message, f"{piece.field}: takes {', '.join(allowed)}", value_column)
    return Filter(piece.field, piece.text.strip(), column, date, piece.negated)


def _terms(text: str, pieces: list[Piece]) -> Iterator[Term]:
    place, amounts = 0, _amounts(text, pieces)
    while place < len(pieces):
        length, amount = amounts.get(place, (1, ""))
        dates: tuple[str, ...] = ()
        if not amount or amount.endswith(":"):  # a number without a unit may begin a date
            many, dates = date_at(pieces, place)
            length = many if dates else length
        run = pieces[place : place + length]
        place += length
        if amount and not dates:
            typed = text[run[0].start : run[-1].end]
            told = "".join(typed.split()) if typed.endswith("%") else typed  # facts have 2 % as one word
            yield Term(typed, run[0].start, _tokens(told), amount=amount)
        elif dates:
            typed = " ".join(piece.text for piece in run)
            yield Term(typed, run[0].start, _tokens(typed), dates[0], run[0].negated, other_date="".join(dates[1:]))
        else:
            yield from _words(run[0])


def _words(piece: Piece) -> Iterator[Term]:
    """The terms of one piece: words of a phrase stay together, and so do negated words."""
    if piece.phrase or piece.negated or ("-" in piece.text and _MODEL().fullmatch(piece.text)):
        if tokens := _tokens(piece.text):
            yield Term(piece.text, piece.start, tokens, negated=piece.negated)
        return
    for word in words(piece.text):
        yield Term(piece.text[word.start : word.end], piece.start + word.start, (word.folded,))


def _amounts(text: str, pieces: list[Piece]) -> dict[int, tuple[int, str]]:
    """The quantities among the pieces: the number of the first piece, how many they are, and the amount (see Term)."""
    if not may_count(text):
        return {}
    from eujdef_tui.text.number_tokens import compact  # few queries have a quantity
    from eujdef_tui.text.quantities import quantities

    found: dict[int, tuple[int, str]] = {}
    for one in quantities(text, typing=True):
        run = [n for n, piece in enumerate(pieces) if piece.start < one.end and one.start < piece.end]
        if not run or any(pieces[n].phrase or pieces[n].negated for n in run):
            continue
        start, end = pieces[run[0]].start, pieces[run[-1]].end
        around = text[start : one.start] + text[one.end : end]
        gaps = "".join(text[pieces[n].end : pieces[n + 1].start] for n in run[:-1])
        if not around.strip(_AROUND) and not gaps.strip():
            found[run[0]] = len(run), f"{compact(one.number)}:{one.unit}"
    return found


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(text))
