"""The sheet of an agreement: its steps in order of time with today between them, its parties, its force."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.model.glyphs import AHEAD, date_mark, status_mark
from eujdef_tui.model.labels import quoted
from eujdef_tui.model.records import Agreement, Milestone, Name
from eujdef_tui.present.list_row import milestone_order, short_date
from eujdef_tui.present.sheet_lines import (  # fmt: skip
    Line,
    Part,
    evidence_note,
    item,
    link_line,
    linked_lines,
    mark_part,
    other_names_line,
    text_line,
    unbreakable,
)
from eujdef_tui.present.sheets.shared import day_name, day_passed, differs_lines
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["agreement_lines"]

_GAP = Part("\N{NO-BREAK SPACE}── ", "rule")  # never alone on a line


def agreement_lines(base: Base, n: int, agreement: Agreement, today: int) -> Iterator[Line]:
    """Yield the lines on an agreement, record number `n`, as of a day (yyyymmdd)."""
    steps = sorted(agreement.milestones, key=milestone_order)
    yield _track(steps, today, day_name(base))
    yield from link_line(base, "between" if len(agreement.parties) > 1 else "by", agreement.parties)
    yield Line("binding", (Part(agreement.binding),))
    yield from differs_lines(base, n)
    yield from text_line("subject", agreement.subject)
    short = (Name(name=agreement.short_title, kind="short"),) if agreement.short_title else ()
    yield from other_names_line((*short, *agreement.other_names))
    label = "related"
    for link in agreement.related:
        title = Part(base.title_of(link.id), "link", base.number(link.id) or 0)
        yield item(label, "§", title, Part(f"  {link.reason}", "quiet"))
        label = ""
    yield from linked_lines(base, "events", n, "agreement", f"agreement:{agreement.id} kind:event")
    yield from _steps(base, steps)
    yield from text_line("force", agreement.binding_basis, "quiet")
    yield from linked_lines(base, "said of", n, "about", f"agreement:{agreement.id} kind:statement")


def _track(steps: Sequence[Milestone], today: int, name: str) -> Line:
    """Return the steps in one line, with today, or the day of that name, between those before and after it."""
    if not steps:
        return Line("track", (Part("no step stated", "quiet"),))
    parts: list[Part] = []
    passed = False
    for place, step in enumerate(steps):
        if not passed and step.date and edtf.bounds(step.date)[0] > today:
            passed = True
            if place:
                parts += [Part("┆ ", "mark ahead"), Part(f"{name} ┆", "ahead"), _GAP]
        parts += _step(step, today)
        if place < len(steps) - 1:
            parts.append(_GAP)
    return Line("track", tuple(parts), hang=2, steps=True)


def _step(step: Milestone, today: int) -> Iterator[Part]:
    """Yield a step in few words: "● agreed by ~1 Nov 2024", "○ entry into force 2026 planned"."""
    ahead = step.status in ("planned", "target", AHEAD)
    yield mark_part(status_mark(step.status))
    yield Part(_words(step))
    if step.date:
        yield Part(f" {_short_date(step)}", "ahead" if ahead else "date")
    if step.status != "happened" and step.status != _words(step):
        later = ", no later word" if day_passed(step.status, step.date, today) else ""
        yield Part(f" {step.status}{later}", "ahead" if ahead else "date")


def _steps(base: Base, steps: Sequence[Milestone]) -> Iterator[Line]:
    """Yield the articles' words for each step, how it was dated, and which article tells it."""
    label = "steps"
    for step in steps:
        said = quoted(step.date_text) if step.date_text else ""
        dated = ", ".join(words for words in (said, step.date_basis) if words)
        notes = (dated, step.note, evidence_note(base, step.evidence))
        when = f"  {unbreakable(edtf.in_english(step.date))}{date_mark(step)}" if step.date or not said else ""
        words = Part("".join(f"  {note}" for note in notes if note), "quiet")
        yield item(label, status_mark(step.status), Part(_words(step)), Part(when, "date"), words)
        label = ""


def _short_date(step: Milestone) -> str:
    return unbreakable(short_date(step.date)) + date_mark(step)


def _words(step: Milestone) -> str:
    return step.action.replace("-", " ")
