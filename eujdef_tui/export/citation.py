"""Promise: a fact leaves with the words that prove it and where they stand.

Quotes leave with every character they have in the fact file, in one line. Sentences count from 1 here, as
people count; a quote that is not in its source word for word says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from eujdef_tui.export.bibliography import bibtex_entry, chicago_date, csl_item, reference
from eujdef_tui.model.labels import quoted, source_label
from eujdef_tui.model.records import Actor, Agreement, Event, Evidence, Record, Source, Statement, Tension
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import one_line

__all__ = ["FORMATS", "Claim", "cite", "cite_all", "claims", "where"]

_GRADES = {
    "normalised": "the source has it in other case, accents, quotation marks, dashes or spaces",
    "moved": "the source has it, but not between the prefix and suffix given",
    "edited": "the source has it in other words",
    "ambiguous": "the source has it more than once",
    "orphan": "not found in the source",
}


class Claim(NamedTuple):
    """What a record, or one of its memberships or milestones, says, and the evidence for it.

    `notes` belong to the text, as a speaker or a value does; `when` is the date in words, "" where none is due.
    """

    text: str
    evidence: tuple[Evidence, ...]
    notes: tuple[str, ...] = ()
    date: str = ""
    when: str = ""
    status: str = ""

    @property
    def title(self) -> str:
        """What is claimed, without its date and status."""
        return _noted(self.text, *self.notes)

    @property
    def line(self) -> str:
        """What is claimed in one line: "Redefinition of the second (2030; planned)"."""
        return _noted(self.text, *self.notes, self.when, "" if self.status == "happened" else self.status)


Proofs: TypeAlias = list[tuple[Claim, Evidence]]


def cite(base: Base, n: int, form: str) -> str:
    """Record `n` and the quotes that prove it in `form`, one of FORMATS, without a newline at the end.

    A source cites itself. "chicago", "bibtex" and "csl-json" have one entry for each source, and the quotes
    as its commentary, its `annote` or its `note`.
    """
    return cite_all(base, (n,), form)


def cite_all(base: Base, numbers: Iterable[int], form: str) -> str:
    """Several records in one form. "bibtex" and "csl-json" have one entry for each source of any of them."""
    records = [base.record(n).record for n in numbers]
    if form in _ENTRIES:
        return _ENTRIES[form](base, records)
    return "\n\n".join(_FORMS[form](base, record) for record in records)


def claims(base: Base, record: Record) -> Iterator[Claim]:
    """What a record says: itself first, then its memberships or milestones. A source claims nothing."""
    match record:
        case Event():
            when = edtf.in_english(record.date)
            yield Claim(record.title, record.evidence, (), record.date, when, record.status)
        case Statement():
            yield _statement(base, record)
        case Tension():
            gap = " " if record.title.endswith(("?", "!", ".")) else ": "
            yield Claim(record.title + gap + record.reading, record.evidence)
        case Actor():
            yield Claim(f"{record.name}: {record.summary}" if record.summary else record.name, record.evidence)
            for item in record.memberships:
                text = f"{record.name}: {item.role}, {base.title_of(item.organization)}"
                ends = (("from", item.start), ("until", item.end))
                notes = tuple(f"{word} {edtf.in_english(date)}" for word, date in ends if date)
                yield Claim(text, item.evidence, notes)
        case Agreement():
            yield Claim(record.title, record.evidence)
            for step in record.milestones:
                text = f"{record.title}: {step.action.replace('-', ' ')}"
                yield Claim(text, step.evidence, (), step.date, edtf.in_english(step.date), step.status)


def _statement(base: Base, record: Statement) -> Claim:
    speaker = ""
    if record.speaker:
        by = base.record(base.number(record.speaker)).record
        speaker = source_label(by) if isinstance(by, Source) else base.title_of(record.speaker)
    as_of = f"as of {edtf.in_english(record.as_of)}" if record.as_of else ""
    notes = (speaker, f"{record.value} {record.unit}".strip(), as_of)
    when = edtf.in_english(record.date) if record.date else ""
    return Claim(record.text, record.evidence, notes, record.date, when)


def _noted(text: str, *notes: str) -> str:
    said = "; ".join(note for note in notes if note)
    if not said:
        return one_line(text)
    # The full stop of a sentence, not of "U.S.", would part it from what follows.
    return one_line(re.sub(r"(?<![.\s][A-Za-z])(?<!\.)\.$", "", text) + f" ({said})")


def where(evidence: Evidence) -> str:
    """Where a quote stands in its source, and how it differs if it is not verbatim: "sentence 4"."""
    first, last = evidence.sentence + 1, evidence.last_sentence + 1
    place = f"sentences {first}–{last}" if last > first else f"sentence {first}"
    return "; ".join(part for part in (place if first else "", _GRADES.get(evidence.grade, "")) if part)


def _plain(base: Base, record: Record) -> str:
    def proof(source: Source, evidence: Evidence) -> str:
        place = reference(source)
        return f"  {quoted(evidence.quote)}\n  — {place}, {where(evidence)}"

    if isinstance(record, Source):
        return reference(record)
    return _told(base, record, str, proof)


def _markdown(base: Base, record: Record) -> str:
    def head(line: str) -> str:
        return f"**{_unmarked(line)}**"

    def proof(source: Source, evidence: Evidence) -> str:
        place = reference(source, edtf.in_english, _unmarked, _link)
        return f"> {_unmarked(quoted(evidence.quote))}\n>\n> — {place}, {where(evidence)}"

    if isinstance(record, Source):
        return reference(record, edtf.in_english, _unmarked, _link)
    return _told(base, record, head, proof)


def _told(base: Base, record: Record, head: Callable[[str], str], proof: Callable[[Source, Evidence], str]) -> str:
    """Each claim of a record and, below it, each of its quotes."""
    blocks: list[str] = []
    for claim in claims(base, record):
        blocks.append(head(claim.line))
        blocks.extend(proof(base.source(item.source), item) for item in claim.evidence)
    return "\n\n".join(blocks)


def _unmarked(text: str) -> str:
    """Text that Markdown shows as it stands, wherever in a line it stands."""
    escaped = re.sub(r"([\\`*_\[\]<>#|~&$])", r"\\\1", text)
    # At the start of a line "1." and "-" would open a list.
    return re.sub(r"^(\d*)([-+=.)])", r"\1\\\2", escaped)


def _link(url: str) -> str:
    return f"<{url}>" if re.fullmatch(r"https?://[^\s<>]+", url) else _unmarked(url)


def _chicago(base: Base, record: Record) -> str:
    """The fact, and a note for each source (Chicago Manual of Style, notes and bibliography)."""
    fact = next((claim.line for claim in claims(base, record)), "")
    told = [fact] if fact else []
    for source, proofs in _by_source(base, (record,)):
        place = reference(source, chicago_date).removesuffix(".")
        # The fact itself stands above the notes and is not said again.
        told.append(" ".join(f"{part}." for part in (place, *_said(proofs, fact))))
    return "\n\n".join(told)


def _bibtex(base: Base, records: Sequence[Record]) -> str:
    return "\n\n".join(
        bibtex_entry(source, " ".join(f"{part}." for part in _said(proofs)))
        for source, proofs in _by_source(base, records)
    )


def _csl_json(base: Base, records: Sequence[Record]) -> str:
    items = [csl_item(source, "\n".join(_said(proofs))) for source, proofs in _by_source(base, records)]
    return json.dumps(items, ensure_ascii=False, indent=2)


def _said(proofs: Proofs, known: str = "") -> Iterator[str]:
    """Each claim and its quotes in one line; a line that is known is left out."""
    for line, items in groupby(proofs, lambda proof: proof[0].line):
        quotes = "; ".join(f"{quoted(item.quote)} ({where(item)})" for _, item in items)
        yield quotes if line == known else f"{line} — {quotes}"


def _by_source(base: Base, records: Iterable[Record]) -> Iterator[tuple[Source, Proofs]]:
    """Each source of some records, once, in order of appearance, and what rests on it."""
    found: dict[str, Proofs] = {}
    for record in records:
        if isinstance(record, Source):
            found.setdefault(record.id, [])
            continue
        for claim in claims(base, record):
            for item in claim.evidence:
                found.setdefault(item.source, []).append((claim, item))
    yield from ((base.source(source_id), proofs) for source_id, proofs in found.items())


_FORMS: dict[str, Callable[[Base, Record], str]] = {
    "markdown": _markdown,
    "chicago": _chicago,
    "plain": _plain,
}
_ENTRIES: dict[str, Callable[[Base, Sequence[Record]], str]] = {"bibtex": _bibtex, "csl-json": _csl_json}
FORMATS = ("markdown", "chicago", *_ENTRIES, "plain")
