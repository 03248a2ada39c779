"""Promise: the sheet of a record says everything the fact file says of it, the most asked-for first.

A sheet is lines; a line is a label and parts; a part has a role and may lead to another record. The detail
pane wraps and colours it, `page` prints it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from eujdef_tui.model.glyphs import DIFFERS, GRADE_MARKS, OUTSIDE, STATUS_MARKS
from eujdef_tui.model.labels import source_label, source_name
from eujdef_tui.model.records import (  # fmt: skip
    Actor,
    Agreement,
    Event,
    Evidence,
    Name,
    Record,
    Source,
    Statement,
    Tension,
    evidence_of,
    title_of,
)
from eujdef_tui.present.list_row import begun, grade_mark, standing
from eujdef_tui.store import Base, Row
from eujdef_tui.text import edtf

__all__ = ["Line", "Part", "sheet"]

# Of the records on either end of a tie no more are listed: a sheet is read, and a list is searched.
MOST = 50


class Part(NamedTuple):
    """Some words, their role (title, text, quiet, mark, link, outside) and the number of the record they lead to."""

    text: str
    role: str = "text"
    link: int = 0


class Line(NamedTuple):
    """One line before wrapping. `label` stands in a column of its own; "" goes on under the one above.

    `head`: the line stands above the columns.
    """

    label: str
    parts: tuple[Part, ...]
    head: bool = False


def sheet(base: Base, row: Row, today: int, *, quotes: bool = False) -> list[Line]:
    """Everything about a record, as of a day (yyyymmdd); with the quotes in full where no reader stands beside it."""
    record = row.record
    match record:
        case Event():
            body = _event(base, record)
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
    return [*_head(row), *body, *_proof(base, record, quotes), *_outside(record), *_differs(base, row.n)]


def _head(row: Row) -> Iterator[Line]:
    record = row.record
    facts: list[str] = []
    match record:
        case Event():
            title, facts = record.title, [f"{STATUS_MARKS[record.status]} {record.status}"]
            facts += [record.kind] * (record.kind != record.status)
        case Actor():
            title, facts = record.name, [record.kind]
        case Agreement():
            title, facts = record.title, [record.instrument]
        case Statement():
            title, facts = record.text, [record.kind]
        case Tension():
            title, facts = record.title, [f"{DIFFERS} the articles differ"]
        case _:
            title, facts = source_label(record), [record.type]
    facts = [fact.replace("-", " ") for fact in facts]
    if not isinstance(record, Source):
        facts.append("1 source" if row.support == 1 else f"{row.support} sources")
    yield Line("", (Part(title, "title"),), head=True)
    yield Line("", (Part(" · ".join(facts), "quiet"),), head=True)


def _text(label: str, words: str, role: str = "text") -> Iterator[Line]:
    if words:
        yield Line(label, (Part(words, role),))


def _date(label: str, date: str, date_text: str, basis: str) -> Iterator[Line]:
    if not (date or date_text or basis):
        return
    said = f"  “{date_text}”" if date_text else ""
    said += f", {basis}" if said and basis else f"  {basis}" if basis else ""
    yield Line(label, (Part(edtf.in_english(date)), Part(said, "quiet")))


def _links(base: Base, label: str, ids: Sequence[str]) -> Iterator[Line]:
    """Records by their titles, in one line."""
    parts: list[Part] = []
    for record_id in ids[:MOST]:
        if parts:
            parts.append(Part(" · ", "quiet"))
        parts.append(Part(base.title_of(record_id), "link", base.number(record_id) or 0))
    if parts:
        yield Line(label, tuple(parts))
    yield from _more(len(ids) - MOST)


def _listed(base: Base, label: str, numbers: Iterable[int]) -> Iterator[Line]:
    """Records one below the other, each with its date where it has one."""
    for row in base.rows(list(numbers)):
        record = row.record
        date = getattr(record, "date", "") or getattr(record, "as_of", "")
        parts = [Part(_called(record), "link", row.n)]
        if date:
            parts.append(Part(f"  {_tied(edtf.in_english(date))}", "quiet"))
        yield Line(label, tuple(parts))
        label = ""


def _pointing(base: Base, label: str, n: int, role: str, query: str = "") -> Iterator[Line]:
    """The first of the records that point at one, and the query that lists them all."""
    numbers = base.linked(n, role, MOST)
    yield from _listed(base, label, numbers)
    if len(numbers) == MOST:
        yield from _more(base.count_linked(n, role) - MOST, query)


def _more(left: int, query: str = "") -> Iterator[Line]:
    if left > 0:
        yield Line("", (Part(f"and {left:,} more" + (f": {query} lists them" if query else ""), "quiet"),))


def _tied(words: str) -> str:
    """Words that are not to be parted at the end of a line."""
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def _called(record: Record) -> str:
    return source_label(record) if isinstance(record, Source) else title_of(record)


def _names(names: Iterable[Name]) -> Iterator[Line]:
    parts: list[Part] = []
    for other in names:
        mark = OUTSIDE if "x-outside" in other.x else ""
        if parts:
            parts.append(Part(" · ", "quiet"))
        parts.append(Part(other.name))
        note = ", ".join(word for word in (other.kind, other.lang) if word)
        if note or mark:
            parts.append(Part(f" {note}{mark}", "quiet"))
    if parts:
        yield Line("also", tuple(parts))


def _event(base: Base, event: Event) -> Iterator[Line]:
    yield from _date("date", event.date, event.date_text, event.date_basis)
    yield from _text("place", event.location)
    yield from _links(base, "with", event.actors)
    yield from _links(base, "under", event.agreements)
    yield from _told_of(base, event.id)


def _actor(base: Base, n: int, actor: Actor) -> Iterator[Line]:
    yield from _text("who", actor.summary)
    yield from _names(actor.other_names)
    for place, membership in enumerate(actor.memberships):
        # Each in words of its own: together they need not be an interval.
        start, end = (date and edtf.in_english(date) for date in (membership.start, membership.end))
        since = f"{start} to {end}" if start and end else f"from {start}" if start else f"to {end}" if end else ""
        yield Line(
            "" if place else "role",
            (
                Part(f"{membership.role}, "),
                Part(base.title_of(membership.organization), "link", base.number(membership.organization) or 0),
                Part(f"  {since} {_where(base, membership.evidence)}", "quiet"),
            ),
        )
    yield from _text("country", actor.country)
    for label, role, query in (
        ("says", "speaker", "actor:{} kind:statement"),
        ("party to", "party", "party:{}"),
        ("in", "actor", "actor:{} kind:event"),
        ("said of", "about", "actor:{} kind:statement"),
        ("members", "member", "actor:{} kind:actor"),
    ):
        yield from _pointing(base, label, n, role, query.format(actor.id))


def _agreement(base: Base, agreement: Agreement, today: int) -> Iterator[Line]:
    said, mark = standing(agreement, today)
    yield Line("stands", (Part(f"{mark} ", "mark"), Part(said), Part("  as the articles tell it", "quiet")))
    yield from _track(base, agreement, today)
    yield from _links(base, "parties", agreement.parties)
    yield from _text("subject", agreement.subject)
    basis = f", {agreement.binding_basis}" if agreement.binding_basis else ""
    yield Line("binding", (Part(agreement.binding), Part(basis, "quiet")))
    short = (Name(name=agreement.short_title, kind="short"),) if agreement.short_title else ()
    yield from _names((*short, *agreement.other_names))
    for place, link in enumerate(agreement.related):
        title = Part(base.title_of(link.id), "link", base.number(link.id) or 0)
        yield Line("" if place else "related", (title, Part(f"  {link.reason}", "quiet")))
    n = base.number(agreement.id) or 0
    yield from _pointing(base, "events", n, "agreement", f"agreement:{agreement.id} kind:event")
    yield from _pointing(base, "said of", n, "about", f"agreement:{agreement.id} kind:statement")


def _track(base: Base, agreement: Agreement, today: int) -> Iterator[Line]:
    """The milestones as a track, in time, with today in its place."""
    steps = sorted(agreement.milestones, key=begun)
    passed = False
    widest = max((len(edtf.in_english(step.date)) for step in steps), default=0)
    for place, step in enumerate(steps):
        if not passed and step.date and edtf.bounds(step.date)[0] > today:
            passed = True
            if place:
                yield Line("", (Part("┄ today", "today"),))
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
                Part(f"{said}{note}  {_where(base, step.evidence)}", "quiet"),
            ),
        )


def _statement(base: Base, statement: Statement) -> Iterator[Line]:
    if statement.value:
        yield Line("figure", (Part(f"{statement.value} {statement.unit}".strip(), "title"),))
    if statement.speaker:
        yield from _links(base, "speaker", (statement.speaker,))
    else:
        yield Line("speaker", (Part("the article itself", "quiet"),))
    if statement.as_of:
        yield Line("as of", (Part(edtf.in_english(statement.as_of)),))
    yield from _date("date", statement.date, statement.date_text, statement.date_basis)
    yield from _links(base, "about", statement.about)
    yield from _told_of(base, statement.id)


def _told_of(base: Base, record_id: str) -> Iterator[Line]:
    """The statements about a record."""
    yield from _pointing(base, "said of", base.number(record_id) or 0, "about")


def _tension(base: Base, tension: Tension) -> Iterator[Line]:
    yield from _text("reading", tension.reading)
    for item in tension.evidence:
        yield Line(
            source_name(base.source(item.source)),
            (Part(f"{GRADE_MARKS.get(item.grade, '?')} ", "mark"), Part(f"“{item.quote}”", "quote")),
        )
    yield from _listed(base, "facts", (n for fact in tension.facts if (n := base.number(fact))))


def _source(base: Base, n: int, source: Source) -> Iterator[Line]:
    yield from _text("title", source.title)
    yield from _text("", source.title_basis, "quiet")
    authors = "; ".join(p.literal or f"{p.given} {p.family}".strip() for p in source.author)
    yield from _text("by", authors)
    outlet = source.container_title or source.container_title_short
    if outlet:
        basis = f"  {source.container_basis}" if source.container_basis else ""
        yield Line("in", (Part(outlet), Part(basis, "quiet")))
    yield Line("issued", (Part(edtf.in_english(source.issued)), Part(f"  {source.issued_basis}", "quiet")))
    yield from _text("URL", source.URL)
    yield from _text("seen", source.accessed and edtf.in_english(source.accessed))
    yield from _text("language", source.language)
    if source.derived_from:
        yield Line("from", (Part(base.title_of(source.derived_from)), Part("  not independent of it", "quiet")))
    article = base.article(source.id)
    carrying = sum(count > 0 for count in article.rests)
    yield Line("text", (Part(f"{carrying} of {len(article.spans)} sentences carry facts"),))
    if article.hidden:
        yield Line("hidden", (Part(f"{article.hidden} characters that a terminal must not see, shown as �"),))
    yield Line("file", (Part(source.file, "quiet"),))
    facts = base.resting_on(n, MOST)
    yield from _listed(base, "facts", facts)
    yield from _more(base.count_resting_on(n) - len(facts), f"source:{source.id}")


def _where(base: Base, evidence: Iterable[Evidence]) -> str:
    """Where a field's own evidence stands: "✓ Japan Times"."""
    found = tuple(evidence)
    sources = dict.fromkeys(source_name(base.source(item.source)) for item in found)
    return f"{grade_mark(found)}\N{NO-BREAK SPACE}{', '.join(map(_tied, sources))}"


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
    parts = [record, *getattr(record, "other_names", ()), *getattr(record, "memberships", ())]
    parts += [*getattr(record, "milestones", ()), *getattr(record, "related", ())]
    label = "outside"
    for part in parts:
        for key, words in part.x.items():
            what = getattr(part, "name", "") if part is not record else ""
            note = "" if key == "x-outside" else f"{key[2:]}: "
            said = f"{what}: " if what else ""
            yield Line(label, (Part(f"{OUTSIDE} ", "mark"), Part(f"{said}{note}{words}", "outside")))
            label = ""


def _differs(base: Base, n: int) -> Iterator[Line]:
    label = "differs"
    for src in base.linked(n, "differs", MOST):
        tension = base.record(src).record
        if isinstance(tension, Tension):
            yield Line(label, (Part(f"{DIFFERS} ", "mark"), Part(tension.title, "link", src)))
            yield Line("", (Part(tension.reading, "quiet"),))
            label = ""
