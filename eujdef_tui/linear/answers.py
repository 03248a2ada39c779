"""List answers and read them page by page: the hits of a query, a view, what was marked, what can be chosen."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.linear.explorer import LinearExplorer
from eujdef_tui.linear.listing import Listing
from eujdef_tui.linear.marks_in_words import short_reason
from eujdef_tui.linear.refused import Refused
from eujdef_tui.linear.speech import in_full, joined, sentence, spoken_date
from eujdef_tui.linear.spoken_article import proof_lines
from eujdef_tui.linear.spoken_rows import row_words
from eujdef_tui.linear.spoken_silence import silence_lines
from eujdef_tui.model.glyphs import KIND_MARKS
from eujdef_tui.present.first_screen import first_screen
from eujdef_tui.present.list_model import BreakKind, ListModel
from eujdef_tui.present.sheet_heading import counted
from eujdef_tui.present.view_lists import list_model
from eujdef_tui.present.views import ALL, SCREEN_VIEWS
from eujdef_tui.present.why_nothing import nearest_heading
from eujdef_tui.search.results import Reading, Result
from eujdef_tui.text.edtf import iso_day

__all__ = ["as_date", "day_words", "less", "list_view", "page", "read_page", "view_counts"]

FIRST_LOOK = 11  # answers of a first look, as at 80×24
_GROUPS = {
    "to come": "To come",
    "day passed": "Day passed, no later word",
    "differ": "Articles differ",
    "sources": "Sources",
}

_MARKS = "".join(KIND_MARKS.values()) + " "  # that begin the headings of some views


def list_view(to: LinearExplorer) -> Iterator[str]:
    """List the view where somebody is, and read its first page; the best answer is read with its proof."""
    results, view = to.at.results, to.at.view
    if results.nothing and results.result:
        yield from _nothing(to, results.result)
        return
    listing = _first_look(to) if results.views is None and view == ALL else _view(to)
    to.list(listing)
    if listing.proves:
        to.pick(listing.numbers[0])
        to.at = to.at._replace(continues="list")
    first = 0
    if results.views is None and view == "timeline":  # it opens at the last event before today, as on the screen
        first = max(0, to.base.first_event_after(to.today) - 1 - to.base.span(view).start)
    yield from read_page(to, first)


def _first_look(to: LinearExplorer) -> Listing:
    shown = first_screen(to.base, to.today, FIRST_LOOK)
    said = {}
    for nth, (label, total) in shown.groups.items():
        said[nth] = (f"{joined(_GROUPS[label], f'{total} in all' if total else '')}:",)
    title = (
        "A first look" if shown.numbers else "This fact file has no facts yet: eujdef check says what is wrong with it"
    )
    return Listing(title, shown.numbers, said=said, page=FIRST_LOOK)


def _view(to: LinearExplorer) -> Listing:
    """The records of a view, or the hits of the query in it."""
    results, view = to.at.results, to.at.view
    said: dict[int, list[str]] = {}
    model: ListModel = list_model(results, to.base, view, to.today)
    numbers = list(model.numbers)
    for item in model.breaks:
        today = item.kind is BreakKind.TODAY
        heading = item.text.lstrip(_MARKS)
        text = f"{day_words(to)}." if today else f"{heading[:1].upper()}{heading[1:]}:"
        said.setdefault(item.place, []).append(text)
    proves = results.views is not None and view != "timeline" and bool(numbers)
    title = _title(to, len(numbers))
    return Listing(
        title,
        numbers,
        said={nth: tuple(lines) for nth, lines in said.items()},
        hits={hit.n: hit for hit in results.nearest} | dict(results.hits(view)),
        proves=proves,
        answers=model.ruled_off,
    )


def _title(to: LinearExplorer, listed: int) -> str:
    """What a list is called, and where the other answers are: "23 answers for kalas, read as Kallas"."""
    results, view = to.at.results, to.at.view
    if results.views is None or results.result is None:
        return f"{view.capitalize()}, {listed:,} in all" if listed else f"This fact file has no {view}"
    total = f"{results.shown(to.base, view):,}{' or more' * bool(results.more(to.base, view))}"
    noun = "answer" if total == "1" else "answers"
    title = joined(
        f"{total} {noun} for {to.at.typed}", *(_reading(one, to.at.typed) for one in results.result.readings)
    )
    return title if view == ALL else f"{view.capitalize()}: {title}"


def _reading(reading: Reading, query: str) -> str:
    """How a part of the query was read."""
    if reading.kind == "left out":
        return f"without {reading.typed}"
    if reading.kind == "clock":
        return in_full(reading.read)
    verb = "read as" if reading.kind == "mended" else "taken as"
    typed = "" if reading.typed == query else f"{reading.typed} "
    return f"{typed}{verb} {in_full(reading.read)}"


def view_counts(to: LinearExplorer) -> str:
    """How many answers each view has."""
    results = to.at.results
    counts = ((view, results.shown(to.base, view)) for view in SCREEN_VIEWS[1:])
    listed = (f"{view} {count:,}{' or more' * bool(results.more(to.base, view))}" for view, count in counts if count)
    return sentence(joined(*listed).capitalize()) if results.views is None or results.hits(ALL) else ""


def _nothing(to: LinearExplorer, result: Result) -> Iterator[str]:
    """Say why nothing was found, list the nearest, and what can be asked."""
    from eujdef_tui.present.query_examples import query_examples  # no other list needs it

    nearest = [hit.n for hit in result.nearest]
    hits = {hit.n: hit for hit in result.nearest}
    to.list(Listing(nearest_heading(result).capitalize(), nearest, hits=hits, answers=0))
    yield from silence_lines(result, to.at.typed)
    if nearest:
        yield from read_page(to, 0)
    else:
        examples = [f"{typed}: {_means(means)}" for typed, means in query_examples(to.base)[:4]]
        yield "What can be asked:"
        yield from map(sentence, examples)


def _means(words: str) -> str:
    """What an example stands for; where the screen names a key, the command."""
    return in_full(words.replace("the sign : alone", "the command fields"))


# --- pages ---


def read_page(to: LinearExplorer, first: int) -> Iterator[str]:
    """Read the answers from an index on, as many as are read at once."""
    listing = to.at.listing
    if not listing.size:
        yield sentence(listing.title or "No answers are listed")
        yield from listing.said.get(0, ())
        return
    last = min(first + listing.page, listing.size)
    to.at = to.at._replace(top=first, read=last, continues="list")
    whole = first == 0 and last == listing.size
    yield sentence(listing.title if whole else joined(listing.title, f"{first + 1:,} to {last:,}"))
    if first == 0 and listing.proves and to.at.view == ALL and (counts := view_counts(to)):
        yield counts
    yield from _texts(listing, first, last) if listing.texts else _rows(to, listing, first, last)
    if last < listing.size:
        yield sentence(f"{listing.size - last:,} more: more reads on")


def _texts(listing: Listing, first: int, last: int) -> Iterator[str]:
    for nth in range(first, last):
        yield from listing.said.get(nth, ())
        yield sentence(f"{nth + 1:,}. {listing.texts[nth]}")
        yield from listing.after.get(nth, ())
    yield from listing.said.get(last, ()) if last == listing.size else ()


def _rows(to: LinearExplorer, listing: Listing, first: int, last: int) -> Iterator[str]:
    before = ""  # a reason is said where it changes
    for nth, row in enumerate(to.base.rows(list(listing.numbers[first:last])), first):
        yield from listing.said.get(nth, ())
        hit = listing.hits.get(row.n)
        why = short_reason(to.base, hit) if hit else ""
        shown = row_words(to.base, row, to.today, marked=row.n in to.marks, why=why if why != before else "")
        before = why
        yield f"{nth + 1:,}. {shown}"
        yield from listing.after.get(nth, ())
        if nth == 0 and listing.proves and to.at.evidence and to.at.row and to.at.row.n == row.n:
            yield from proof_lines(to.base, to.at.evidence, to.at.nth)
    yield from listing.said.get(last, ()) if last == listing.size else ()


def page(to: LinearExplorer) -> Iterator[str]:
    """Go on with the answers."""
    at = to.at
    if at.read >= at.listing.size:
        raise Refused(
            f"That was all, {counted(at.listing.size, 'answer')}: list reads them again."
            if at.listing.size
            else "Nothing is being read: type a name, a word, a date or a question."
        )
    yield from read_page(to, at.read)


def less(to: LinearExplorer) -> Iterator[str]:
    """Read the answers before those that were read last."""
    if to.at.top <= 0:
        raise Refused("These are the first answers: more reads on.")
    yield from read_page(to, max(0, to.at.top - to.at.listing.page))


def day_words(to: LinearExplorer) -> str:
    """Which day is shown: today, or that of the query's clock."""
    return f"{'Today' if to.today == to.day else 'The day shown'} is {as_date(to.today)}"


def as_date(day: int) -> str:
    """A day (yyyymmdd) in words."""
    return spoken_date(iso_day(day))
