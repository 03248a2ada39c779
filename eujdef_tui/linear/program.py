"""Commands about the program: the day, a fact file that changed, help, and the table that runs every command."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from eujdef_tui.errors import BaseFileError, EujdefError, FactFileError, problem_words
from eujdef_tui.linear import answers, checks, reading, searching, taking
from eujdef_tui.linear.changes import list_changes, news_line
from eujdef_tui.linear.command_table import COMMANDS, command_of
from eujdef_tui.linear.explorer import LinearExplorer
from eujdef_tui.linear.place import Place
from eujdef_tui.linear.refused import Refused
from eujdef_tui.linear.speech import in_full, joined, sentence
from eujdef_tui.present.first_screen import COUNTED
from eujdef_tui.present.sheet_heading import counted
from eujdef_tui.present.view_results import view_results
from eujdef_tui.present.views import SCREEN_VIEWS
from eujdef_tui.store import open_base
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import one_line

__all__ = ["answer", "changed", "opening_lines"]

Run = Callable[[LinearExplorer, str], Iterator[str]]


def today(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """Say which day it is, and how much is to come and has passed."""
    coming, passed = to.base.count_due(to.today, COUNTED)
    due = [f"{coming:,} to come"] if coming else []
    due += [f"{passed:,} whose day has passed without a later word"] if passed else []
    yield sentence(joined(answers.day_words(to), *due))
    if due:
        yield "is:coming and is:passed list them."


def reload(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """Read the fact file anew where it has changed; query and fact stay."""
    if to.inputs is None or not to.inputs.look():
        raise Refused("The fact file is as it was read: nothing is to be read anew.")
    assert to.opening.fact_file is not None
    before, marks = to.at, list(to.marks.values())
    try:
        base = open_base(to.opening.fact_file, write=not to.opening.kiosk)
    except EujdefError as error:
        raise Refused(f"The facts of before stay. {sentence(in_full(one_line(problem_words(error))))}") from None
    to.open(base, marks)
    yield "The fact file as it is now is read."
    yield from news_line(to)
    if before.typed:
        yield from searching.find(to, before.typed)
    if before.row and (n := base.number(before.row.record.id)):
        to.pick(n)
    elif before.row:
        yield "The fact that was read is in the file no longer."


def help_lines(to: LinearExplorer, asked: str) -> Iterator[str]:
    """Say what can be typed, or what one command does."""
    offered = [one for one in COMMANDS if not (one.leaves and to.opening.kiosk)]
    if asked:
        found = [one for one in offered if asked in (one.name, one.name.split()[0], *one.short)]
        if not found:
            raise Refused(f"There is no command {asked}: help reads them all.")
        yield from (sentence(f"{one.shown}: {one.does}") for one in found)
        return
    yield "Type a name, a word, a date or a question: it is searched for. A number reads that answer."
    yield "Then n reads the next quote, c copies the fact with its citation, b goes back. Commands:"
    yield from (sentence(f"{one.shown}: {one.does}") for one in offered)


def quit_explorer(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """End the session."""
    to.ended = True
    return iter(())


def _from(to: LinearExplorer, nth: str) -> Iterator[str]:
    if not nth:
        raise Refused("From which number on? For example from 11.")
    to.answer_number(int(nth))
    return answers.read_page(to, int(nth) - 1)


def _last(to: LinearExplorer, _: str) -> Iterator[str]:
    return reading.go_to(to, max(1, to.at.listing.size))


def _views(view: str, to: LinearExplorer, _: str) -> Iterator[str]:
    return searching.show_view(to, view)


RUN: dict[str, Run] = {
    **{view: partial(_views, view) for view in SCREEN_VIEWS},
    "find": searching.find, "suggest": searching.suggest, "fields": searching.fields, "yes": searching.yes,
    "searches": searching.earlier, "saved": searching.saved, "date": searching.to_date, "views": searching.views,
    "drop": searching.drop,
    "next view": lambda to, _: searching.turn_view(to, 1), "previous view": lambda to, _: searching.turn_view(to, -1),
    "list": lambda to, _: answers.read_page(to, 0), "from": _from, "more": reading.more, "less": reading.before,
    "read": reading.read, "next": lambda to, count: reading.step(to, int(count or 1)),
    "previous": lambda to, count: reading.step(to, -int(count or 1)), "first": lambda to, _: reading.go_to(to, 1),
    "last": _last, "quote": lambda to, _: reading.quote(to, 1), "quote before": lambda to, _: reading.quote(to, -1),
    "link": reading.follow, "article": reading.article, "seek": reading.seek, "facts": reading.facts_here,
    "back": reading.back, "card": reading.card, "copy": taking.copy, "copy again": taking.copy, "mark": taking.mark,
    "unmark all": taking.unmark_all, "undo": taking.undo, "marks": taking.list_marks, "export": taking.export,
    "brief": taking.brief_file, "edit": taking.edit, "open": taking.open_source, "today": today,
    "changes": list_changes, "verify": checks.verify, "check": checks.check, "diff": checks.diff,
    "reload": reload, "help": help_lines, "quit": quit_explorer,
}  # fmt: skip


def answer(to: LinearExplorer, line: str) -> Iterator[str]:
    """Yield the answer to a line: that of its command, or one sentence that says why there is none."""
    given = command_of(line.strip())
    try:
        yield from RUN[given.name](to, given.argument)
    except Refused as refused:
        yield str(refused)
    except BaseFileError:
        raise  # the base is damaged: see `session.run`
    except FactFileError as error:
        yield sentence(in_full(one_line(problem_words(error))))
    except EujdefError as error:
        said = f"{error}{' ' if str(error).endswith('.') else '; '}{error.advice}" if error.advice else str(error)
        yield sentence(in_full(one_line(said)))
    except OSError as error:
        yield sentence(f"That could not be done: {one_line(error.strerror or str(error))}")


def changed(to: LinearExplorer) -> Iterator[str]:
    """Say, once, that the fact file has changed; and have the day that it is."""
    if (day := edtf.today()) != to.day:
        to.day = day
        yield f"Today is {answers.as_date(day)}."
    now = to.inputs is not None and to.inputs.look()
    if now and not to.told_changed:
        yield "The fact file has changed since it was read: reload reads it anew."
    to.told_changed = now


def _asked_last(to: LinearExplorer, query: str, view: str) -> Iterator[str]:
    """Ask again what was asked last, in the view that was listed; say why where it is no query."""
    said = list(answer(to, f"/{query}"))
    if not to.at.typed:
        yield sentence(f"Last time you asked for {query}, which cannot be asked")
        yield from said
        return
    results = to.at.results
    if view and not results.nothing and (results.views is None or results.shown(to.base, view)):
        to.at = to.at._replace(view=view)
        for _ in answers.list_view(to):  # which numbers the answers
            pass
    yield sentence(f"Last time you asked for {query}: list reads the answers again")


def opening_lines(to: LinearExplorer, query: str) -> Iterator[str]:
    """Say what is open, what is wrong with settings or memory, and what was asked last; or answer a query at once."""
    sources = len(to.base.span("sources"))
    facts = to.base.count() - sources
    yield sentence(joined(one_line(to.base.title), counted(facts, "fact"), f"from {counted(sources, 'article')}"))
    yield next(today(to))
    yield from news_line(to)
    for notice in (to.opening.message, to.saver.failure()):
        if notice:
            yield sentence(in_full(one_line(notice)))
    if query:
        yield from answer(to, f"/{query}")
        return
    saved = to.saver.state
    if saved.query:
        yield from _asked_last(to, saved.query, saved.view)
        to.searches = saved.searches
        to.trail.clear()
    else:
        to.at = Place(view_results(to.whole, None), saved.view or to.at.view)
    if n := to.base.number(saved.picked) if saved.picked else None:
        to.pick(n)
    yield "Type a name, a word, a date or a question. h is help, q quits."
