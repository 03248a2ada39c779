"""Promise: each field of the query language keeps exactly the records its help line says.

What a field keeps is told to the index, so that it costs what it finds: as expressions (FTS5), and where those
cannot say it all, as a judgement on what they find.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from eujdef_tui.errors import QueryError
from eujdef_tui.search.query import HAS, IS, Filter, Query
from eujdef_tui.search.spell import DEPTHS, Spellings, row, spellings
from eujdef_tui.store import Base, Document
from eujdef_tui.store.filter_tags import DATED, NOTHING, begun, in_view, named, numbered, overlapping, tagged
from eujdef_tui.store.sql_schema import view_of
from eujdef_tui.text import edtf
from eujdef_tui.text.word_forms import folded_words

__all__ = ["Kept", "filtered"]

# Records that a value names are asked for one by one; of more, such as those of one letter, by their words.
FEW = 200
KINDS = 200  # kinds that are named, or near what was typed

Holds = Callable[[Document], bool]


class Kept(NamedTuple):
    """What a filter keeps. `wanted` finds all that it may keep, `unwanted` what it surely does not; "" says nothing.

    `holds` decides on a document; it is None where the expressions have decided.
    """

    wanted: str = ""
    unwanted: str = ""
    holds: Holds | None = None


class _Found(NamedTuple):
    """What a field says of records: those of which it surely holds and those of which it may (FTS5)."""

    sure: str
    may: str
    holds: Holds | None = None

    def kept(self, negated: bool) -> Kept:
        holds = self.holds
        if not negated:
            return Kept(self.may, holds=holds)
        return Kept(unwanted=self.sure, holds=holds and (lambda document: not holds(document)))


def filtered(base: Base, query: Query) -> list[Kept]:
    """What the filters of a query keep, and the dates in it that are not wanted."""
    found = [_KEEP[item.field](base, item).kept(item.negated) for item in query.filters]
    unwanted = (term for term in query.terms if term.negated and term.date)
    return found + [_within(base, *edtf.bounds(term.date)).kept(negated=True) for term in unwanted]


def _exactly(expression: str) -> _Found:
    return _Found(expression, expression)


def _kind(base: Base, item: Filter) -> _Found:
    """Raises QueryError for a kind that the base has none of: kinds are the fact file's own words."""
    typed = item.value.lower().replace(" ", "-")
    known = base.index.kinds(KINDS)
    kinds = sorted({word for record, kind, _ in known for word in (record, kind) if word})
    # of so many that not all are known, the index knows those that begin so
    found = begun("k", item.value) if len(known) == KINDS else named("k", [k for k in kinds if k.startswith(typed)])
    if not base.index.count(found, 1):
        import difflib  # only a mistake needs it

        near = difflib.get_close_matches(typed, kinds, 3, 0.5)
        advice = f"did you mean {' or '.join(near)}?" if near else f"kinds here: {', '.join(kinds)}"
        raise QueryError(f"there is no kind {item.value}", advice, item.column + len("kind:"))
    return _exactly(found)


def _status(_: Base, item: Filter) -> _Found:
    return _exactly(named("s", [word for word in IS[:4] if word.startswith(item.value.lower())]))


def _tied(base: Base, item: Filter, view: str, letter: str) -> _Found:
    """The records tied to one of a view that the value names: by id or by a whole name; else by names with its every
    word."""
    index, typed = base.index, folded_words(item.value)
    by_id = base.number(item.value.lower())
    if by_id in base.span(view):
        return _exactly(numbered(letter, (by_id or 0,)))
    if not typed:
        return _exactly(NOTHING)
    whole = {d.n for d in index.documents(index.whole(" ".join(typed))) if d.n in base.span(view)}
    for depth in () if whole else DEPTHS:
        spelt = [spellings(index, word, depth) for word in typed]
        words = " AND ".join(f"({word.wanted()})" for word in spelt)
        most = len(base.span(view)) if letter == "e" else FEW  # sources are few, and no record has their names
        whole = index.numbers(f"names : ({words}) AND {in_view(view)}", most + 1)
        if len(whole) > most:
            may = f"({{names links}} : ({words})) NOT {in_view('sources')}"
            if letter == "p":
                may = f"({may}) AND {in_view('agreements')}"
            return _Found(NOTHING, may, _naming(base, spelt, view, letter == "p"))
        if whole:
            break
    return _exactly(numbered(letter, whole))


def _naming(base: Base, spelt: list[Spellings], view: str, party: bool) -> Holds:
    """Whether a record of the view, or one that a record is tied to, has all words in its names."""
    span = base.span(view)

    def said(lines: list[str]) -> bool:
        tokens = [token for line in lines for token in line.rpartition("\t")[2].split()]
        return all(any(map(one.of, tokens)) for one in spelt)

    def holds(document: Document) -> bool:
        if party and document.record != "agreement":
            return False
        if not party and view_of(document.record) == view and said(document.names.split("\n")):
            return True
        linked: dict[str, list[str]] = {}
        for line in document.links.split("\n") if document.links else ():
            linked.setdefault(line.partition("\t")[0], []).append(line)
        return any(int(n) in span and said(lines) for n, lines in linked.items())

    return holds


def _actor(base: Base, item: Filter) -> _Found:
    return _tied(base, item, "actors", "l")


def _party(base: Base, item: Filter) -> _Found:
    return _tied(base, item, "actors", "p")


def _agreement(base: Base, item: Filter) -> _Found:
    return _tied(base, item, "agreements", "l")


def _source(base: Base, item: Filter) -> _Found:
    return _tied(base, item, "sources", "e")


def _within(base: Base, lo: int, hi: int) -> _Found:
    sure, may = overlapping(base.index.years, lo, hi)
    if sure == may:
        return _exactly(sure)
    return _Found(sure, may, lambda d: d.lo is not None and d.hi is not None and d.lo <= hi and d.hi >= lo)


def _from(base: Base, item: Filter) -> _Found:
    return _within(base, edtf.bounds(item.date)[0], edtf.MAX)


def _to(base: Base, item: Filter) -> _Found:
    return _within(base, edtf.MIN, edtf.bounds(item.date)[1])


def _on(base: Base, item: Filter) -> _Found:
    return _within(base, *edtf.bounds(item.date))


def _in_columns(base: Base, item: Filter, columns: str) -> str:
    words = folded_words(item.value)
    return f"{{{columns}}} : ({row(base.index, words)})" if words else NOTHING


def _text(base: Base, item: Filter) -> _Found:
    return _exactly(_in_columns(base, item, "names title words"))


def _quote(base: Base, item: Filter) -> _Found:
    # the whole of an article is searched like a quote, and is none
    return _exactly(f"({_in_columns(base, item, 'quotes')}) NOT {in_view('sources')}")


def _is(_: Base, item: Filter) -> _Found:
    word = next(word for word in IS if word.startswith(item.value.lower()))
    if word in ("corroborated", "differing"):
        return _exactly(tagged((f"_h{word}",)))
    return _exactly(named("b" if word in ("legal", "political", "unknown") else "s", [word]))


def _has(_: Base, item: Filter) -> _Found:
    word = next(word for word in HAS if word.startswith(item.value.lower()))
    return _exactly(tagged((DATED if word == "date" else f"_h{'differing' if word == 'tension' else word}",)))


_KEEP: dict[str, Callable[[Base, Filter], _Found]] = {
    "kind": _kind,
    "actor": _actor,
    "party": _party,
    "agreement": _agreement,
    "source": _source,
    "status": _status,
    "from": _from,
    "to": _to,
    "on": _on,
    "text": _text,
    "quote": _quote,
    "is": _is,
    "has": _has,
}
