"""Promise: each field of the query language keeps exactly the records its help line says."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from eujdef_tui import dates
from eujdef_tui.base import Base
from eujdef_tui.names import spread, words_of
from eujdef_tui.problems import QueryError
from eujdef_tui.query import HAS, IS, Filter
from eujdef_tui.search.spell import DEPTHS, spellings

__all__ = ["filtered"]


KINDS = 200  # kinds that are named, or near what was typed


def filtered(base: Base, filters: Iterable[Filter]) -> set[int] | None:
    """The records that every filter keeps, or None where there is no filter."""
    kept: set[int] | None = None
    for item in filters:
        found = set(_KEEP[item.field](base, item))
        if item.negated:
            found = set(range(1, base.count() + 1)) - found
        kept = found if kept is None else kept & found
    return kept


def _kind(base: Base, item: Filter) -> Iterable[int]:
    """Raises QueryError for a kind that the base has none of: kinds are the fact file's own words."""
    typed = item.value.lower().replace(" ", "-")
    found = base.index.of_kind(typed)
    if not found:
        import difflib  # only a mistake needs it

        kinds = sorted({word for record, kind, _ in base.index.kinds(KINDS) for word in (record, kind) if word})
        near = difflib.get_close_matches(typed, kinds, 3, 0.5)
        advice = f"did you mean {' or '.join(near)}?" if near else f"kinds here: {', '.join(kinds)}"
        raise QueryError(f"there is no kind {item.value}", advice, item.column + len("kind:"))
    return found


def _status(base: Base, item: Filter) -> Iterable[int]:
    return base.index.of_status(item.value.lower())


def _named(base: Base, value: str, view: str) -> set[int]:
    """The records of one view that a value names: by id or by a whole name; else by names with its every word."""
    index, typed = base.index, words_of(value)
    by_id = base.number(value.lower())
    if by_id in base.span(view):
        return {by_id} if by_id else set()
    if not typed:
        return set()
    whole = {d.n for d in index.documents(index.whole(" ".join(typed))) if d.n in base.span(view)}
    for depth in () if whole else DEPTHS:
        spelt = [spellings(index, word, depth) for word in typed]
        wanted = " AND ".join(f"names : ({word.wanted()})" for word in spelt)
        whole = index.numbers(f"({wanted}) AND tags : (v{view})")
        if whole:
            break
    return whole


def _actor(base: Base, item: Filter) -> Iterable[int]:
    named = _named(base, item.value, "actors")
    return named | {n for n, _ in base.index.linking(named)}


def _party(base: Base, item: Filter) -> Iterable[int]:
    return {n for n, _ in base.index.linking(_named(base, item.value, "actors"), "party")}


def _agreement(base: Base, item: Filter) -> Iterable[int]:
    named = _named(base, item.value, "agreements")
    return named | {n for n, _ in base.index.linking(named)}


def _source(base: Base, item: Filter) -> Iterable[int]:
    named = _named(base, item.value, "sources")
    return named | set(base.index.resting_on(named))


def _from(base: Base, item: Filter) -> Iterable[int]:
    return (n for n, _, _ in base.index.within(dates.bounds(item.date)[0], dates.MAX))


def _to(base: Base, item: Filter) -> Iterable[int]:
    return (n for n, _, _ in base.index.within(dates.MIN, dates.bounds(item.date)[1]))


def _on(base: Base, item: Filter) -> Iterable[int]:
    return (n for n, _, _ in base.index.within(*dates.bounds(item.date)))


def _in_columns(base: Base, item: Filter, columns: str) -> set[int]:
    row = " ".join(map(spread, words_of(item.value)))
    return base.index.numbers(f'{{{columns}}} : ("{row}"*)') if row else set()


def _text(base: Base, item: Filter) -> Iterable[int]:
    return _in_columns(base, item, "names title words")


def _quote(base: Base, item: Filter) -> Iterable[int]:
    # the whole of an article is searched like a quote, and is none
    return _in_columns(base, item, "quotes") - set(base.span("sources"))


def _is(base: Base, item: Filter) -> Iterable[int]:
    word = next(word for word in IS if word.startswith(item.value.lower()))
    if word == "corroborated":
        return base.index.supported(2)
    if word == "differing":
        return base.index.differing()
    if word in ("legal", "political", "unknown"):
        return base.index.with_binding(word)
    return base.index.of_status(word)


def _has(base: Base, item: Filter) -> Iterable[int]:
    word = next(word for word in HAS if word.startswith(item.value.lower()))
    if word == "tension":
        return base.index.differing()
    if word == "outside":
        return base.index.outside()
    if word == "date":
        return (n for n, _, _ in base.index.within(dates.MIN, dates.MAX))
    return base.index.with_field(word)


_KEEP: dict[str, Callable[[Base, Filter], Iterable[int]]] = {
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
