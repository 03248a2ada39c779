"""Filters: the records that each field of the query language keeps, exactly as its help line says.

A filter becomes FTS5 expressions, so that it costs what it finds, and where those cannot say it all, a test of the
documents they find.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from eujdef_tui.errors import QueryError
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search.expansions import DEPTHS, Expansion, expand_word
from eujdef_tui.search.expressions import in_names, in_row
from eujdef_tui.search.query import COMING, HAS, IS, PASSED, Filter, Query, is_word
from eujdef_tui.store import Base, Document, NameLine
from eujdef_tui.store.filter_tags import DATED, NOTHING, begun, in_view, named, overlapping, tagged
from eujdef_tui.store.sql_schema import view_of
from eujdef_tui.text import edtf
from eujdef_tui.text.word_forms import folded_words

__all__ = ["Condition", "conditions"]

# Records that a value names are asked for one by one; of more, such as those of one letter, by their words.
FEW = 200
SOURCES = 2_000  # that are named in one expression
KINDS = 200  # kinds that are named, or near what was typed

Test = Callable[[Document], bool]


class Condition(NamedTuple):
    """What a filter keeps, as FTS5 expressions.

    `include` finds all that it may keep, `exclude` what it surely does not; "" says nothing. `test` decides on a
    document; it is None where the expressions have decided.
    """

    include: str = ""
    exclude: str = ""
    test: Test | None = None


class _Found(NamedTuple):
    """The records that a field surely keeps, and those that it may keep (FTS5)."""

    sure: str
    may: str
    test: Test | None = None

    def condition(self, *, negated: bool) -> Condition:
        test = self.test
        if not negated:
            return Condition(self.may, test=test)
        return Condition(exclude=self.sure, test=test and (lambda document: not test(document)))


def conditions(base: Base, query: Query) -> list[Condition]:
    """What the filters and negated dates of a query keep. Raises QueryError for a kind that the base has none of."""
    found = [_KEEP[item.field](base, item).condition(negated=item.negated) for item in query.filters]
    negated = (term for term in query.terms if term.negated and term.date)
    return found + [_within(base, *edtf.bounds(term.date)).condition(negated=True) for term in negated]


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
    """The records tied to one of a view that the value names.

    The value is an id, a whole name, or else words that a name has all of.
    """
    index, typed = base.index, folded_words(item.value)
    by_id = base.number(item.value.lower())
    if by_id in base.span(view):
        return _exactly(index.tied(letter, (by_id or 0,)))
    if not typed:
        return _exactly(NOTHING)
    whole = {d.n for d in index.documents(index.whole(" ".join(typed))) if d.n in base.span(view)}
    for depth in () if whole else DEPTHS:
        expanded = [expand_word(index, word, depth) for word in typed]
        words = " AND ".join(f"({in_names(one)})" for one in expanded)
        most = len(base.span(view)) if letter == "e" else FEW  # sources are few, and no record has their names
        whole = index.numbers(f"names : ({words}) AND {in_view(view)}", most + 1)
        if len(whole) > most:
            may = f"({{names links}} : ({words})) NOT {in_view('sources')}"
            if letter == "p":
                may = f"({may}) AND {in_view('agreements')}"
            return _Found(NOTHING, may, _naming(base, expanded, view, party=letter == "p"))
        if whole:
            break
    return _exactly(index.tied(letter, whole))


def _naming(base: Base, expanded: list[Expansion], view: str, *, party: bool) -> Test:
    """Whether a record of the view, or one that a record is tied to, has all words in its names."""
    span = base.span(view)

    def has_all(lines: Sequence[NameLine]) -> bool:
        tokens = [token for line in lines for token in line.tokens]
        return all(any(map(one.of, tokens)) for one in expanded)

    def test(document: Document) -> bool:
        if party and document.record != "agreement":
            return False
        if not party and view_of(document.record) == view and has_all(document.names.lines):
            return True
        linked: dict[int, list[NameLine]] = {}
        for line in document.links.lines:
            linked.setdefault(line.number, []).append(line)
        return any(n in span and has_all(lines) for n, lines in linked.items())

    return test


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


def _known(base: Base, item: Filter) -> _Found:
    """What a source tells that was issued by a day, `date` (yyyymmdd); a tension, which needs them all, by any."""
    from eujdef_tui.model.clock import Clock  # few queries have a clock
    from eujdef_tui.store.clocked_base import ClockedBase, by_clock

    seen = by_clock(base, Clock(known=int(item.date)))
    assert isinstance(seen, ClockedBase)
    out = seen.sources_out
    if len(out) <= SOURCES:
        return _exactly(base.index.tied("e", out))
    return _Found(NOTHING, "", lambda document: bool(seen.known([document.n])))


def _in_columns(base: Base, item: Filter, columns: str) -> str:
    words = folded_words(item.value)
    return f"{{{columns}}} : ({in_row(base.index, words)})" if words else NOTHING


def _text(base: Base, item: Filter) -> _Found:
    return _exactly(_in_columns(base, item, "names title words"))


def _quote(base: Base, item: Filter) -> _Found:
    # the whole of an article is searched like a quote, and is none
    return _exactly(f"({_in_columns(base, item, 'quotes')}) NOT {in_view('sources')}")


def _is(base: Base, item: Filter) -> _Found:
    word = is_word(item.value)
    if word in (COMING, PASSED):
        return _due(base, item, word)
    if word in ("corroborated", "differing"):
        return _exactly(tagged((f"_h{word}",)))
    return _exactly(named("b" if word in ("legal", "political", "unknown") else "s", [word]))


def _due(base: Base, item: Filter, word: str) -> _Found:
    """Planned events, and with `coming` targets, by whether their day is over today."""
    today = base.due_day
    if item.negated:  # of all other documents nothing but the number is known
        due = frozenset(base.coming(today) if word == COMING else base.passed(today))
        return _Found(NOTHING, "", lambda document: document.n in due)
    planned = named("s", ("planned", "target") if word == COMING else ("planned",))
    may = f"{in_view('timeline')} AND {planned} AND {tagged((DATED,))}"
    return _Found(NOTHING, may, lambda d: d.hi is not None and (d.hi >= today) == (word == COMING))


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
    "known": _known,
}
