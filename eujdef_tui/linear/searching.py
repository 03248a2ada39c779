"""Commands that ask: search, complete a word, earlier and saved searches, views, dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eujdef_tui.errors import QueryError
from eujdef_tui.linear.answers import list_view, read_page, view_counts
from eujdef_tui.linear.command_table import what_fits
from eujdef_tui.linear.explorer import LinearExplorer
from eujdef_tui.linear.listing import Listing
from eujdef_tui.linear.place import Place
from eujdef_tui.linear.refused import Refused
from eujdef_tui.linear.speech import in_full, sentence
from eujdef_tui.linear.spoken_silence import nothing_found
from eujdef_tui.present.view_results import view_results
from eujdef_tui.present.views import ALL, SCREEN_VIEWS
from eujdef_tui.search.completion import Candidate, complete
from eujdef_tui.search.engine import search
from eujdef_tui.search.pieces import FIELDS
from eujdef_tui.search.query import parse
from eujdef_tui.text.unicode import clean

__all__ = [
    "choose",
    "drop",
    "earlier",
    "fields",
    "find",
    "saved",
    "show_view",
    "suggest",
    "to_date",
    "turn_view",
    "views",
    "yes",
]


def find(to: LinearExplorer, words: str) -> Iterator[str]:
    """Search for words; where they are no query, say why and what the word with the error may become."""
    words = clean(words).strip()
    if words.endswith(":") and words != ":":
        yield from suggest(to, words)
        return
    try:
        query = parse(words)
        if query.empty:
            raise Refused("Nothing is asked for: type a name, a word, a date or a question.")
        result = search(to.whole, query)
    except QueryError as error:
        yield sentence(f"At letter {error.column + 1}: {in_full(str(error))}")
        if error.advice:
            yield sentence(in_full(error.advice[:1].upper() + error.advice[1:]))
        yield from _candidates(to, words, error.column + 1)
        return
    if not result.hits and (fits := what_fits(words)):
        yield fits
        if not result.mended:  # what was read stays, so that the command can be given again
            yield nothing_found(result, words)
            return
    to.go(Place(view_results(to.whole, result), ALL, words))
    if result.hits:
        to.remember_search(words)
    yield from list_view(to)


def _candidates(to: LinearExplorer, line: str, cursor: int) -> Iterator[str]:
    """List what the word at a place of a line may become, where that is known."""
    found = complete(to.whole, line, min(cursor, len(line)))
    if found is None:
        return
    texts = [f"{one.text}, {in_full(one.means)}" if one.means else one.text for one in found.candidates]
    asks = [f"{line[: found.start]}{one.text}{line[found.end :]}" for one in found.candidates]
    to.go(to.at._replace(listing=Listing("It may become", texts=texts, asks=asks)))
    yield from read_page(to, 0)


def suggest(to: LinearExplorer, word: str) -> Iterator[str]:
    """List what the last word of a line may become."""
    if not word:
        raise Refused("Suggest for which word? For example suggest kind:p, or fields for all fields.")
    said = list(_candidates(to, word, len(word)))
    if not said:
        raise Refused(f"Nothing is known to begin like {word}: fields lists the fields.")
    yield from said


def fields(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """List the fields of a query; a number lists the values of one."""
    found = [Candidate(f"{name}:", means) for name, means in FIELDS.items()]
    texts = [f"{one.text} {in_full(one.means)}" for one in found]
    to.go(to.at._replace(listing=Listing("Fields of a query", texts=texts, asks=[one.text for one in found])))
    yield from read_page(to, 0)


def choose(to: LinearExplorer, asked: str) -> Iterator[str]:
    """Search for what was chosen; a field that was chosen lists its values."""
    yield from suggest(to, asked) if asked.endswith(":") else find(to, asked)


def yes(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """Search for the mended query where nothing was found."""
    mended = to.at.results.mended
    if not mended:
        raise Refused("There is nothing to say yes to: it takes mended words where nothing was found.")
    yield from find(to, mended)


def earlier(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """List earlier searches; a number searches again."""
    if not to.searches:
        raise Refused("No search is kept yet: one that finds something is kept.")
    yield from _queries(to, "Earlier searches", {query: query for query in to.searches})


def saved(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """List the saved searches; a number searches."""
    found = to.saved_searches()
    if not found:
        raise Refused("No search is saved: the fact file and the settings file may name some.")
    yield from _queries(to, "Saved searches", found)


def _queries(to: LinearExplorer, title: str, found: Mapping[str, str]) -> Iterator[str]:
    texts = [name if name == query else f"{name}: {query}" for name, query in found.items()]
    to.go(to.at._replace(listing=Listing(title, texts=texts, asks=list(found.values()))))
    yield from read_page(to, 0)


def show_view(to: LinearExplorer, view: str) -> Iterator[str]:
    """List a view: with a query its answers there alone."""
    results = to.at.results
    if results.nothing and view != ALL:  # a query without answers hides nothing
        to.go(Place(view_results(to.whole, None), view))
    elif results.views is not None and not results.nothing and not results.shown(to.base, view):
        raise Refused(f"No answer for {to.at.typed} is in {view}: drop lists all {view}. {view_counts(to)}")
    else:
        to.go(to.at._replace(view=view))
    yield from list_view(to)


def drop(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """Drop the query: the view lists all its records."""
    if to.at.results.views is None:
        raise Refused("No query is asked: type a name, a word, a date or a question.")
    to.go(Place(view_results(to.whole, None), to.at.view))
    yield from list_view(to)


def turn_view(to: LinearExplorer, by: int) -> Iterator[str]:
    """List the next view that has answers, or the one before."""
    results = to.at.results
    found = results.with_hits(to.base) if results.views is not None else SCREEN_VIEWS
    place = found.index(to.at.view) if to.at.view in found else 0
    yield from show_view(to, found[(place + by) % len(found)])


def views(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """Say how many answers each view has."""
    yield f"You are in {to.at.view}. {view_counts(to)}".strip()


def to_date(to: LinearExplorer, typed: str) -> Iterator[str]:
    """List the timeline from a date on."""
    from eujdef_tui.present.dated_event import event_on

    found = event_on(to.base, typed) if typed else None
    if found is None:
        raise Refused("Which date? For example date 2024, or date 1 november 2024.")
    to.go(Place(view_results(to.whole, None), "timeline"))
    said = list(list_view(to))  # which numbers the answers
    del said[:]
    if found.message:
        yield sentence(in_full(found.message))
    yield from read_page(to, found.n - to.base.span("timeline").start)
