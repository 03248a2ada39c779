"""Prove that nothing is found: how much was read, what is in none of it, and what is nowhere together.

A query has parts: words, phrases, dates, quantities, fields, and what is not wanted. A record has a word where that
word, one that begins with it, or another form of it stands in its names, title, description or quoted sentences, in the
names of what it is linked to, or, for a source, in its article. Records are counted by the index, no further than
COUNTED, and nothing is claimed of what was not looked through to its end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search.expansion_rules import Alternative
from eujdef_tui.search.expansions import DEPTHS, ExpandedTerm, Expansion, expand, prefixed
from eujdef_tui.search.expressions import excluding, in_names, of_term
from eujdef_tui.search.match import date_quality, judge
from eujdef_tui.search.proof import Part, Proof
from eujdef_tui.search.query import Filter, Query, Term
from eujdef_tui.store import Base, Document, Index
from eujdef_tui.store.filter_tags import ALL, named, tagged
from eujdef_tui.text import edtf
from eujdef_tui.text.word_forms import is_unspaced, stemmed

__all__ = ["COUNTED", "proof_of", "proof_of_either", "proof_of_none"]

COUNTED = 2_000  # records that have a part are counted up to here
READ = 200  # records that are read where the index alone cannot say that one has a part
PARTS = 8  # of more parts only the rarest are held against each other, and nothing is claimed of all together
ASKED = 40  # questions that the index is asked in search of parts that are nowhere together
SETS = 3  # sets of such parts that are told

_FIELDS = "{names links title words quotes}"


class _Sought(NamedTuple):
    """A part, the FTS5 expression of what may have it, and the documents that have it, None where they are too many.

    `sure`: that what the expression finds has the part.
    """

    part: Part
    expression: str
    found: frozenset[int] | None
    sure: bool

    @property
    def absent(self) -> bool:
        """Whether no record has it."""
        return self.found is not None and not self.found


def proof_of(base: Base, query: Query) -> Proof:
    """Why a query finds nothing. Raises QueryError for a field whose value the base does not know."""
    seen = _nothing_but_read(base)
    sought = list(_parts(base, query))
    absent = tuple(one.part for one in sought if one.absent)
    present = [one for one in sought if not one.absent]
    few = sorted(present, key=lambda one: one.part.facts + one.part.articles)[:PARTS]
    held = [one for one in present if one in few]
    apart = tuple(tuple(one.part for one in group) for group in _apart(base.index, held))
    together = _together(base, query, present) if not (absent or apart) and len(present) <= PARTS else None
    rest = _untold((one.part for one in present if absent and not one.part.typed.startswith("!")), apart)
    return seen._replace(absent=absent, apart=apart, together=together, present=rest)


def proof_of_none(base: Base, query: Query) -> Proof:
    """Why a question alone finds nothing: there is none of the kind that it was read as."""
    read = (item for item in query.filters if item.column == len(query.text))  # put in by the parser
    return _nothing_but_read(base)._replace(absent=tuple(Part("field", _as_typed(item)) for item in read))


def proof_of_either(proofs: Sequence[Proof]) -> Proof:
    """Why none of several queries finds anything, of which one would do.

    That all parts are somewhere is said only where it is so of each query.
    """
    absent = tuple(dict.fromkeys(part for one in proofs for part in one.absent))
    apart = tuple(dict.fromkeys(group for one in proofs for group in one.apart))[:SETS]
    together = next((one.together for one in proofs if one.together), None) if not (absent or apart) else None
    present = _untold((part for one in proofs for part in one.present), apart)
    return proofs[0]._replace(absent=absent, apart=apart, together=together, present=present)


def _untold(parts: Iterable[Part], apart: Iterable[Iterable[Part]]) -> tuple[Part, ...]:
    """Those parts, each once, that are in none of the sets."""
    told = {part for group in apart for part in group}
    return tuple(part for part in dict.fromkeys(parts) if part not in told)


def _nothing_but_read(base: Base) -> Proof:
    with base.connection.decoding():
        articles, sentences = map(int, base.meta["read"].split())
    return Proof(base.count() - len(base.span("sources")), articles, sentences)


# --- the parts of a query ---


def _parts(base: Base, query: Query) -> Iterator[_Sought]:
    """Each part of a query, once."""
    index = base.index
    for term in dict.fromkeys(term._replace(column=0) for term in query.terms):
        if not term.negated:
            yield _of_term(base, term)
        elif not term.date:
            unwanted = f"({tagged((ALL,))}) NOT ({excluding(index, term)})"
            yield _sought(base, Part("without", f"!{_quoted(term.text)}"), unwanted)
    if query.filters or any(term.negated and term.date for term in query.terms):
        from eujdef_tui.search.fields import conditions  # few queries have a field

        negated = [f"!{_quoted(term.text)}" for term in query.terms if term.negated and term.date]
        for typed, one in zip([*map(_as_typed, query.filters), *negated], conditions(base, query), strict=True):
            expression = one.include or tagged((ALL,))
            expression = f"({expression}) NOT ({one.exclude})" if one.exclude else expression
            yield _sought(base, Part("field", typed), expression, one.test)


def _of_term(base: Base, term: Term) -> _Sought:
    kind = "date" if term.date else "quantity" if term.amount else "phrase" if term.phrase else "word"
    if kind == "word":
        return _sought(base, Part(kind, term.text), _anywhere(base.index, term.tokens[0]))
    one = expand(base.index, term, DEPTHS[0], several=False)
    typed = f'"{term.text}"' if kind == "phrase" and " " in term.text else term.text
    found = of_term(base.index, one)
    if any(date.startswith("XXXX") for date in term.dates):
        found = f"({found}) OR ({named('k', ['agreement'])})"  # the index has no weekdays and months of its steps
    return _sought(base, Part(kind, typed), found, _dated(base, term) if term.date else _having(one))


def _having(one: ExpandedTerm) -> Callable[[Document], bool]:
    return lambda document: bool(judge(document, [one]))


def _dated(base: Base, term: Term) -> Callable[[Document], bool]:
    """Whether a record is of a date, or has it in its text as it was typed."""
    written = _having(expand(base.index, term._replace(date="", other_date=""), DEPTHS[0], several=False))

    def test(document: Document) -> bool:
        if document.lo is None or document.hi is None or written(document):
            return written(document)
        spans = [(document.lo, document.hi)]
        if document.record == "agreement":  # a day between two of its steps is no date of it
            steps = getattr(base.record(document.n).record, "milestones", ())
            spans = [edtf.bounds(step.date) for step in steps if step.date]
        return any(date_quality(lo, hi, date) for lo, hi in spans for date in term.dates)

    return test


def _anywhere(index: Index, token: str) -> str:
    """What has a word, one that begins with it, or another form of it."""
    forms = [Alternative(word, 1.0, "spelling") for word in index.words_with_stem(stemmed(token)) if word != token]
    listed = () if is_unspaced(token) else prefixed(index, token)
    return f"{_FIELDS} : ({in_names(Expansion(token, forms, (), listed))})"


def _as_typed(item: Filter) -> str:
    return f"{'!' * item.negated}{item.field}:{_quoted(item.value)}"


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text


def _sought(base: Base, part: Part, expression: str, test: Callable[[Document], bool] | None = None) -> _Sought:
    """A part with the documents that have it, and their count."""
    most = READ if test else COUNTED
    found = list(islice(base.index.matching(expression), most + 1))
    more = len(found) > most
    found = found[:most]
    if test:
        read = zip(found, base.index.documents(found), strict=True)
        found = [d for d, document in read if test(document)]
    part = _counted(base, part, found, more=more)
    return _Sought(part, expression, None if more else frozenset(found), test is None)


def _counted(base: Base, part: Part, found: Sequence[int], *, more: bool) -> Part:
    sources = base.span("sources")
    articles = sum(n in sources for n in base.index.numbers_of(found)) if found else 0
    return part._replace(facts=len(found) - articles, articles=articles, more=more)


# --- parts that are nowhere together ---


def _apart(index: Index, parts: Sequence[_Sought]) -> list[tuple[_Sought, ...]]:
    """The smallest sets of parts, SETS at most, of which no record has all; none where that cannot be shown."""
    asked = iter(range(ASKED))
    if not _nowhere(index, parts, asked):
        return []
    for size in range(2, len(parts)):
        groups = (group for group in combinations(parts, size) if _nowhere(index, group, asked))
        if found := list(islice(groups, SETS)):
            return found
    return [tuple(parts)] if len(parts) > 1 else []


def _nowhere(index: Index, parts: Sequence[_Sought], asked: Iterator[int]) -> bool:
    """Whether it is shown that no record has all of some parts."""
    known = [one.found for one in parts if one.found is not None]
    if known and not frozenset.intersection(*known):
        return True
    if len(known) == len(parts) or len(parts) < 2 or next(asked, None) is None:
        return False
    return not index.count(" AND ".join(f"({one.expression})" for one in parts), 1)


def _together(base: Base, query: Query, parts: Sequence[_Sought]) -> Part | None:
    """The records that have all parts, counted; None where there may be none."""
    known = [one.found for one in parts if one.found is not None]
    every = Part("all", query.text.strip())
    if not parts:
        return None
    if len(known) == len(parts):
        return _counted(base, every, sorted(frozenset.intersection(*known)), more=False)
    if not all(one.sure for one in parts):
        return None
    expression = " AND ".join(f"({one.expression})" for one in parts)
    found = list(islice(base.index.matching(expression), COUNTED))
    return _counted(base, every, found, more=len(found) == COUNTED) if found else None
