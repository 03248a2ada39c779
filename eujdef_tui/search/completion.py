"""Completion of the word at the cursor, from the query language and the base; never to a query that is an error.

A word that begins a field is completed to the field; one that stands in a field, to a value of it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from eujdef_tui.errors import QueryError
from eujdef_tui.model.glyphs import STATUS_MARKS
from eujdef_tui.model.records import RECORDS
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search.engine import search
from eujdef_tui.search.expansions import DEPTHS, expand_word
from eujdef_tui.search.expressions import in_names
from eujdef_tui.search.pieces import CLOCKS, DATED, FIELDS, pieces
from eujdef_tui.search.query import HAS, IS, parse
from eujdef_tui.search.query_dates import Piece
from eujdef_tui.store import Base, Document
from eujdef_tui.store.filter_tags import in_view
from eujdef_tui.text.word_forms import folded_words

__all__ = ["Candidate", "Completion", "complete"]

MOST = 30  # candidates; no one steps through more
KINDS = 2_000  # kinds that are looked through, and records of each that are counted
FEW = 1_000  # records of a base in which only words that keep something are offered

_MEANS = {  # the words of `status:`, `is:` and `has:`
    "happened": "it happened", "planned": "it is planned", "target": "it is aimed at", "reported": "it is reported",
    "legal": "it binds in law", "political": "it binds politically", "unknown": "whether it binds is not told",
    "corroborated": "independent sources tell it", "differing": "another fact differs",
    "coming": "it is planned or aimed at, and not yet over", "passed": "it was planned, and its day is over",
    "date": "it has a date", "value": "it is a figure", "speaker": "someone says it", "tension": "another fact differs",
    "outside": "it carries knowledge from outside the articles",
}  # fmt: skip


class Candidate(NamedTuple):
    """What the word may become, and what that means in a few words."""

    text: str
    means: str


class Completion(NamedTuple):
    """What line[start:end] may become, best first."""

    start: int
    end: int
    candidates: tuple[Candidate, ...]


Known = dict[str, str]  # a value, and what it means


def complete(base: Base, line: str, cursor: int) -> Completion | None:
    """What the word at the cursor may become; None where that is nothing but what it is."""
    piece = next((piece for piece in pieces(line) if piece.start < cursor <= piece.end), None)
    if piece is None:
        return None
    typed, follows = line[piece.start : piece.end], bool(line[piece.end :].strip())
    right = (one for one in _candidates(base, piece, typed) if one.text != typed and _right(one.text, follows))
    found = tuple(islice(right, MOST))
    return Completion(piece.start, piece.end, found) if found else None


def _right(word: str, follows: bool) -> bool:
    """Whether a word is a query, or may be the beginning of one where nothing follows it."""
    try:
        parse(f"{word} x" if follows else word)
    except QueryError:
        return False
    return True


def _candidates(base: Base, piece: Piece, typed: str) -> Iterator[Candidate]:
    sign = "!" if piece.negated else ""
    if piece.field in FIELDS:
        for value, means in _values(base, piece.field, piece.text.strip()):
            yield Candidate(f"{sign}{piece.field}:{_as_typed(value)}", means)
    elif piece.field:
        rest = typed.partition(":")[2]
        for field in difflib.get_close_matches(piece.field, FIELDS, 3, 0.5):
            if _takes(base, field, rest):
                yield Candidate(f"{sign}{field}:{rest}", FIELDS[field])
    elif piece.text and not piece.phrase:
        begun = (field for field in FIELDS if field.startswith(piece.text.lower()) and not (sign and field in CLOCKS))
        yield from (Candidate(f"{sign}{field}:", FIELDS[field]) for field in begun)


def _takes(base: Base, field: str, value: str) -> bool:
    """Whether a field can have this value: kinds are the base's own words."""
    return field != "kind" or not value or any(kind.startswith(value.lower()) for kind, _ in _kind(base, value))


def _as_typed(value: str) -> str:
    return value if re.fullmatch(r'[^\s"]+', value) else f'"{value}"'


def _values(base: Base, field: str, typed: str) -> Iterable[tuple[str, str]]:
    """The values of a field that match what was typed, best first, each with what it means."""
    match field:
        case "kind":
            return _kind(base, typed)
        case "actor" | "party" | "agreement" | "source":
            return _name(base, field, typed)
        case "status" | "is" | "has":
            return _word(base, field, typed)
    return _year(base, typed) if field in DATED else ()


def _among(known: Known, typed: str) -> Iterator[tuple[str, str]]:
    """The known values that begin as typed, then those of which a part does; or else those that are near."""
    typed = typed.lower().replace(" ", "-")
    found = [value for value in known if value.startswith(typed)]
    found += [value for value in known if f"-{typed}" in value and value not in found]
    yield from ((value, known[value]) for value in found or difflib.get_close_matches(typed, known, 3, 0.7))


def _counted(count: int, most: int) -> str:
    return f"{count:,} record{'s' * (count != 1)}{' or more' * (count >= most)}"


def _kind(base: Base, typed: str) -> Iterable[tuple[str, str]]:
    counts: dict[str, int] = {}
    for record, kind, count in base.index.kinds(KINDS):
        for word in {record, kind}:
            counts[word] = counts.get(word, 0) + count
    order = sorted(counts, key=lambda word: (word not in RECORDS, -counts[word], word))
    return _among({word: _counted(counts[word], KINDS) for word in order}, typed)


def _word(base: Base, field: str, typed: str) -> Iterable[tuple[str, str]]:
    words = {"is": IS, "has": HAS}.get(field) or tuple(STATUS_MARKS)
    few = base.count() <= FEW
    finding = (word for word in words if not few or search(base, parse(f"{field}:{word}"), 1).hits)
    return _among({word: _MEANS[word] for word in finding}, typed)


def _year(base: Base, typed: str) -> Iterable[tuple[str, str]]:
    headings = [*base.headings("timeline"), (base.span("timeline").stop, "")]
    events = {year: after - first for (first, year), (after, _) in pairwise(headings)}
    years = {year: f"{count:,} event{'s' * (count != 1)}" for year, count in events.items() if year.isdigit()}
    return ((year, means) for year, means in years.items() if year.startswith(typed))


def _name(base: Base, field: str, typed: str) -> Iterator[tuple[str, str]]:
    """Records of the field's view that have every typed word in a name.

    Those with a name that begins as typed stand first, of each the most important first.
    """
    view = {"agreement": "agreements", "source": "sources"}.get(field, "actors")
    words = folded_words(typed)
    found: list[Document] = []
    for depth in DEPTHS[:2]:
        names = (f"names : ({in_names(expand_word(base.index, word, depth))})" for word in words)
        matching = base.index.matching(" AND ".join([*names, in_view(view)]))
        found = base.index.documents(list(islice(matching, 2 * MOST)))
        if found:
            break
    whole = " ".join(words)
    for document in sorted(found, key=lambda document: not _named(document, whole)):
        if field != "party" or base.backlinks(document.n, "party", 1):
            value = _value(base, document, view)
            name = _named(document, whole) or next((name for name, _ in _names(document)), "")
            kind = document.kind.replace("-", " ")
            yield value, f"{name}, {kind}" if name not in ("", value) else kind


def _named(document: Document, begun: str) -> str:
    """The name of a record that begins as typed, "" for none."""
    return next((name for name, folded in _names(document) if folded.startswith(begun)), "")


def _names(document: Document) -> list[tuple[str, str]]:
    """Each name of a record, as it is written and folded."""
    return [(line.name, line.folded) for line in document.names.lines]


def _value(base: Base, document: Document, view: str) -> str:
    """What a record is called in a query: its name if it alone has that, else its id."""
    index, span = base.index, base.span(view)
    for name, folded in _names(document)[:1]:
        if '"' not in name and folded and base.number(name.lower()) in (None, document.n):
            same = {other.n for other in index.documents(index.whole(folded)) if other.n in span}
            if same == {document.n}:
                return name
    return base.record(document.n).record.id
