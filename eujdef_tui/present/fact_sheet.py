"""The fact sheet: everything the fact file says of a record, the most asked-for first.

A sheet is a list of lines (`present.sheet_lines`). The detail pane wraps and colours them; `eujdef show` prints them.
"""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.model.glyphs import DIFFERS, GRADE_MARKS, OUTSIDE, STATUS_MARKS
from eujdef_tui.model.labels import source_label, source_name
from eujdef_tui.model.parts import evidence_of, part_prose, part_types, parts_of
from eujdef_tui.model.records import (  # fmt: skip
    Actor,
    Agreement,
    Event,
    Evidence,
    Link,
    Membership,
    Milestone,
    Name,
    NoFact,
    Person,
    Record,
    Source,
    Statement,
    Tension,
)
from eujdef_tui.present import sheet_lines
from eujdef_tui.present.list_row import agreement_status, milestone_order
from eujdef_tui.present.sheet_heading import SheetHeading, sheet_heading, whole_title
from eujdef_tui.present.sheet_lines import (
    Line,
    Part,
    date_line,
    evidence_note,
    link_line,
    linked_lines,
    other_names_line,
    record_lines,
    remaining_line,
    text_line,
)
from eujdef_tui.store import Base, Row
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import one_line

__all__ = ["SheetHeading", "sheet", "sheet_heading", "whole_title"]


def sheet(base: Base, row: Row, today: int, *, quotes: bool = False) -> list[Line]:
    """Return everything about a record, as of a day (yyyymmdd).

    With `quotes` the quotes stand in full, for a page that has no article beside it.
    """
    record = row.record
    match record:
        case Event():
            body = _event(base, record, today)
        case Actor():
            body = _actor(base, row.n, record)
        case Agreement():
            body = _agreement(base, record, today)
        case Statement():
            body = _statement(base, record)
        case Tension():
            body = _tension(base, record)
        case _:
            body = _source(base, row.n, record)
    lines = [*body, *_further_parts(base, record)]
    return [*lines, *_proof(base, record, quotes), *_outside(record), *_differs(base, row.n)]


def _event(base: Base, event: Event, today: int) -> Iterator[Line]:
    yield from _when(event, today)
    yield from text_line("place", event.location)
    yield from link_line(base, "with", event.actors)
    yield from link_line(base, "under", event.agreements)
    yield from _statements_about(base, event.id)


def _when(event: Event, today: int) -> Iterator[Line]:
    """Yield the date of an event with its status, the article's words for it and how one became the other."""
    parts = [Part(edtf.in_english(event.date)), Part(f"  {STATUS_MARKS[event.status]} ", "mark")]
    passed = event.status in ("planned", "target") and event.date and edtf.bounds(event.date)[1] < today
    parts.append(Part(f"{event.status}{', day passed, no article says more' if passed else ''}"))
    if event.date_text:
        parts.append(Part(f"  “{event.date_text}”", "quiet"))
    yield Line("when", tuple(parts))
    yield from text_line("dated", event.date_basis, "quiet")


def _actor(base: Base, n: int, actor: Actor) -> Iterator[Line]:
    yield from text_line("who", actor.summary)
    yield from other_names_line(actor.other_names)
    for place, membership in enumerate(actor.memberships):
        # Start and end are written out separately: together they need not be an EDTF interval.
        start, end = (date and edtf.in_english(date) for date in (membership.start, membership.end))
        since = f"{start} to {end}" if start and end else f"from {start}" if start else f"to {end}" if end else ""
        since += OUTSIDE * (since != "" and "x-outside" in membership.x)
        yield Line(
            "" if place else "role",
            (
                Part(f"{membership.role}, "),
                Part(base.title_of(membership.organization), "link", base.number(membership.organization) or 0),
                Part(f"  {since} {evidence_note(base, membership.evidence)}", "quiet"),
            ),
        )
    yield from text_line("country", actor.country)
    for label, role, query in (
        ("says", "speaker", "actor:{} kind:statement"),
        ("party to", "party", "party:{}"),
        ("in", "actor", "actor:{} kind:event"),
        ("said of", "about", "actor:{} kind:statement"),
        ("members", "member", "actor:{} kind:actor"),
    ):
        yield from linked_lines(base, label, n, role, query.format(actor.id))


def _agreement(base: Base, agreement: Agreement, today: int) -> Iterator[Line]:
    status, mark = agreement_status(agreement, today)
    yield Line("stands", (Part(f"{mark} ", "mark"), Part(status), Part("  as the articles tell it", "quiet")))
    yield from _track(base, agreement, today)
    yield from link_line(base, "parties", agreement.parties)
    yield from text_line("subject", agreement.subject)
    basis = f", {agreement.binding_basis}" if agreement.binding_basis else ""
    yield Line("binding", (Part(agreement.binding), Part(basis, "quiet")))
    short = (Name(name=agreement.short_title, kind="short"),) if agreement.short_title else ()
    yield from other_names_line((*short, *agreement.other_names))
    for place, link in enumerate(agreement.related):
        title = Part(base.title_of(link.id), "link", base.number(link.id) or 0)
        yield Line("" if place else "related", (title, Part(f"  {link.reason}", "quiet")))
    n = base.number(agreement.id) or 0
    yield from linked_lines(base, "events", n, "agreement", f"agreement:{agreement.id} kind:event")
    yield from linked_lines(base, "said of", n, "about", f"agreement:{agreement.id} kind:statement")


def _track(base: Base, agreement: Agreement, today: int) -> Iterator[Line]:
    """Yield the milestones in order of time, with today between those before and after it."""
    steps = sorted(agreement.milestones, key=milestone_order)
    passed = False
    widest = max((len(edtf.in_english(step.date)) for step in steps), default=0)
    for place, step in enumerate(steps):
        if not passed and step.date and edtf.bounds(step.date)[0] > today:
            passed = True
            if place:
                yield Line("", (Part("┄ today", "ahead"),))
        label = "" if place else "track"
        note = f"  {step.note}" if step.note else ""
        status = "" if step.status == "happened" else f", {step.status}"
        said = f"  “{step.date_text}”" if step.date_text else ""
        if step.date_basis:
            said += f", {step.date_basis}" if said else f"  {step.date_basis}"
        when = edtf.in_english(step.date) if step.date else "undated"
        yield Line(
            label,
            (
                Part(f"{STATUS_MARKS[step.status]} ", "mark"),
                Part(f"{when:<{widest}}  ", "date"),
                Part(f"{step.action.replace('-', ' ')}{status}"),
                Part(f"{said}{note}  {evidence_note(base, step.evidence)}", "quiet"),
            ),
        )


def _statement(base: Base, statement: Statement) -> Iterator[Line]:
    yield Line("", (Part(one_line(statement.text), "title"),))
    if statement.value:
        yield Line("figure", (Part(f"{statement.value} {statement.unit}".strip(), "title"),))
    if statement.speaker:
        yield from link_line(base, "speaker", (statement.speaker,))
    else:
        yield Line("speaker", (Part("the article itself", "quiet"),))
    if statement.as_of:
        yield Line("as of", (Part(edtf.in_english(statement.as_of)),))
    yield from date_line("date", statement.date, statement.date_text, statement.date_basis)
    yield from link_line(base, "about", statement.about)
    yield from _statements_about(base, statement.id)


def _statements_about(base: Base, record_id: str) -> Iterator[Line]:
    """Yield the statements about a record."""
    yield from linked_lines(base, "said of", base.number(record_id) or 0, "about")


def _tension(base: Base, tension: Tension) -> Iterator[Line]:
    yield from text_line("reading", tension.reading)
    for item in tension.evidence:
        yield Line(
            source_name(base.source(item.source)),
            (Part(f"{GRADE_MARKS.get(item.grade, '?')} ", "mark"), Part(f"“{item.quote}”", "quote")),
        )
    yield from record_lines(base, "facts", (n for fact in tension.facts if (n := base.number(fact))))


def _source(base: Base, n: int, source: Source) -> Iterator[Line]:
    yield from text_line("title", source.title)
    yield from text_line("", source.title_basis, "quiet")
    authors = "; ".join(p.literal or f"{p.given} {p.family}".strip() for p in source.author)
    yield from text_line("by", authors)
    outlet = source.container_title or source.container_title_short
    if outlet:
        basis = f"  {source.container_basis}" if source.container_basis else ""
        yield Line("in", (Part(outlet), Part(basis, "quiet")))
    yield Line("issued", (Part(edtf.in_english(source.issued)), Part(f"  {source.issued_basis}", "quiet")))
    yield from text_line("URL", source.URL)
    yield from text_line("seen", source.accessed and edtf.in_english(source.accessed))
    yield from text_line("language", source.language)
    if source.derived_from:
        yield Line("from", (Part(base.title_of(source.derived_from)), Part("  not independent of it", "quiet")))
    article = base.article(source.id)
    carrying = sum(count > 0 for count in article.fact_counts)
    yield Line("text", (Part(f"{carrying} of {len(article.spans)} sentences carry facts"),))
    if article.hidden:
        yield Line("hidden", (Part(f"{article.hidden} characters that a terminal must not see, shown as �"),))
    yield Line("file", (Part(source.file, "quiet"),))
    facts = base.citing_source(n, sheet_lines.MAX_LISTED)
    yield from record_lines(base, "facts", facts)
    yield from remaining_line(base.count_citing_source(n) - len(facts), f"source:{source.id}")


def _further_parts(base: Base, record: Record) -> Iterator[Line]:
    """Parts of a class that no function above lays out, under the name of their field."""
    for field, cls in part_types(type(record)).items():
        if issubclass(cls, Evidence | Link | Membership | Milestone | Name | NoFact | Person):
            continue
        for place, part in enumerate(getattr(record, field)):
            note = Part(f"  {evidence_note(base, tuple(evidence_of(part)))}", "quiet")
            yield Line("" if place else field.replace("_", " "), (Part(part_prose(part)), note))


def _proof(base: Base, record: Record, quotes: bool) -> Iterator[Line]:
    label = "proof"
    if isinstance(record, Tension):
        return
    for item in evidence_of(record):
        name = source_label(base.source(item.source))
        where = f", sentence {item.sentence + 1}" if item.sentence >= 0 else ""
        grade = "" if item.grade == "verbatim" else f"  {item.grade}"
        mark = Part(f"{GRADE_MARKS.get(item.grade, '?')} ", "mark")
        quote = (Part(f"“{item.quote}”  ", "quote"),) if quotes else ()
        yield Line(label, (mark, *quote, Part(f"{name}{where}{grade}", "quiet")))
        label = ""


def _outside(record: Record) -> Iterator[Line]:
    label = "outside"
    for part in (record, *(part for part in parts_of(record) if not isinstance(part, Evidence | NoFact | Person))):
        for key, words in part.x.items():
            what = getattr(part, "name", "") if part is not record else ""
            note = "" if key == "x-outside" else f"{key[2:]}: "
            said = f"{what}: " if what else ""
            yield Line(label, (Part(f"{OUTSIDE} ", "mark"), Part(f"{said}{note}{words}", "outside")))
            label = ""


def _differs(base: Base, n: int) -> Iterator[Line]:
    label = "differs"
    for src in base.backlinks(n, "differs", sheet_lines.MAX_LISTED):
        tension = base.record(src).record
        if isinstance(tension, Tension):
            yield Line(label, (Part(f"{DIFFERS} ", "mark"), Part(tension.title, "link", src)))
            yield Line("", (Part(tension.reading, "quiet"),))
            label = ""
