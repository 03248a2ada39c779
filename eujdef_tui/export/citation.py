"""Citations: a fact as text, with its claims, the quotes that prove them and the sources they stand in.

A quote keeps every character it has in the fact file, in one line, but for quotation marks, which are nested.
Sentences are numbered from 1, as people count.
A quote that is not verbatim in its source is followed by what differs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from eujdef_tui.export.bibliography import bibtex_entry, chicago_date, csl_item, reference
from eujdef_tui.export.names import CITATION_STYLES
from eujdef_tui.model.glyphs import OUTSIDE, date_mark
from eujdef_tui.model.labels import quoted, source_label, title_of
from eujdef_tui.model.parts import evidence_of, part_prose, part_types
from eujdef_tui.model.records import (  # fmt: skip
    Actor,
    Agreement,
    Event,
    Evidence,
    Membership,
    Milestone,
    Record,
    Source,
    Statement,
    Tension,
)
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import one_line

__all__ = [
    "FORMATS",
    "OUTSIDE_LEGEND",
    "Claim",
    "cite",
    "cite_all",
    "claims",
    "claims_with_evidence",
    "escape_markdown",
    "markdown_link",
    "where",
]

OUTSIDE_LEGEND = f"{OUTSIDE} The date is known from outside the articles."
# citation styles that have room for a note on the whole, and what begins it there; JSON has none
_COMMENT = {"markdown": "", "chicago": "", "plain": "", "bibtex": "% "}

_GRADES = {
    "normalised": "the source has it in other case, accents, quotation marks, dashes or spaces",
    "moved": "the source has it, but not between the prefix and suffix given",
    "edited": "the source has it in other words",
    "ambiguous": "the source has it more than once",
    "orphan": "not found in the source",
}


class Claim(NamedTuple):
    """One thing that a record, or one of its memberships or milestones, states, with the evidence for it.

    Attributes:
        text: the claim itself, without notes.
        evidence: the quotes that support it.
        notes: additions printed in brackets behind the text, such as a speaker or a value.
        date: EDTF, "" where the claim has none.
        when: the date in English, "" where none is to be printed.
        status: "happened", "planned", "target", "reported", or "" where the record has no status.
    """

    text: str
    evidence: tuple[Evidence, ...]
    notes: tuple[str, ...] = ()
    date: str = ""
    when: str = ""
    status: str = ""

    @property
    def title(self) -> str:
        """The claim with its notes, without date and status."""
        return _noted(self.text, *self.notes)

    @property
    def line(self) -> str:
        """The claim in one line with notes, date and status: "Redefinition of the second (2030; planned)"."""
        said = self.status == "happened" or any(note.split(";")[0] == self.status for note in self.notes)
        return _noted(self.text, *self.notes, self.when, "" if said else self.status)


Proofs: TypeAlias = list[tuple[Claim, Evidence]]


def cite(base: Base, n: int, style: str) -> str:
    """Return record number `n` and its quotes in a citation style, one of FORMATS, without a final newline.

    A source cites itself. "chicago", "bibtex" and "csl-json" print one entry for each source; the quotes stand in its
    commentary, its `annote` field or its `note`.
    """
    return cite_all(base, (n,), style)


def cite_all(base: Base, numbers: Iterable[int], style: str) -> str:
    """Return several records in one citation style.

    "bibtex" and "csl-json" print one entry for each source that any of the records rests on. Where a date is marked †,
    a last line says what that is, but in JSON.
    """
    records = [base.record(n).record for n in numbers]
    if style in _PER_SOURCE:
        text = _PER_SOURCE[style](base, records)
    else:
        text = "\n\n".join(_PER_RECORD[style](base, record) for record in records)
    if style not in _COMMENT or OUTSIDE not in text:
        return text
    stated = (claim.line for record in records if not isinstance(record, Source) for claim in claims(base, record))
    return f"{text}\n\n{_COMMENT[style]}{OUTSIDE_LEGEND}" if any(OUTSIDE in line for line in stated) else text


def claims(base: Base, record: Record) -> Iterator[Claim]:
    """Yield the claims of a record: its own first, then those of its parts. A source has none."""
    then: tuple[str, ...] = ()
    if base.clock:
        from eujdef_tui.export.told import told_words  # few bases are seen by one

        then = tuple(told_words(base, record))
    match record:
        case Event():
            when = edtf.in_english(record.date) + date_mark(record)
            yield Claim(record.title, record.evidence, then, record.date, when, record.status)
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
                mark = OUTSIDE if "x-outside" in item.x else ""
                notes = tuple(f"{word} {edtf.in_english(date)}{mark}" for word, date in ends if date)
                yield Claim(text, item.evidence, notes)
        case Agreement():
            yield Claim(record.title, record.evidence, then)
            for step in record.milestones:
                text = f"{record.title}: {step.action.replace('-', ' ')}"
                yield Claim(
                    text, step.evidence, (), step.date, edtf.in_english(step.date) + date_mark(step), step.status
                )

    for field, cls in part_types(type(record)).items():
        if not issubclass(cls, Evidence | Membership | Milestone):
            for part in getattr(record, field):
                if proof := tuple(evidence_of(part)):
                    yield Claim(f"{title_of(record)}: {part_prose(part)}", proof)


def claims_with_evidence(base: Base, record: Record) -> Iterator[tuple[Claim, Evidence]]:
    """Yield each quote of a record with the claim that it supports."""
    for claim in claims(base, record):
        yield from ((claim, item) for item in claim.evidence)


def _statement(base: Base, record: Statement) -> Claim:
    speaker = ""
    if record.speaker:
        by = base.record(base.number(record.speaker) or 0).record
        speaker = source_label(by) if isinstance(by, Source) else base.title_of(record.speaker)
    as_of = f"as of {edtf.in_english(record.as_of)}" if record.as_of else ""
    notes = (speaker, f"{record.value} {record.unit}".strip(), as_of)
    when = edtf.in_english(record.date) + date_mark(record) if record.date else ""
    return Claim(record.text, record.evidence, notes, record.date, when)


def _noted(text: str, *notes: str) -> str:
    joined = "; ".join(note for note in notes if note)
    if not joined:
        return one_line(text)
    # The full stop of a sentence (but not that of "U.S.") is dropped: it would stand before the brackets.
    return one_line(re.sub(r"(?<![.\s][A-Za-z])(?<!\.)\.$", "", text) + f" ({joined})")


def where(evidence: Evidence) -> str:
    """Return where a quote stands in its source, and what differs where it is not verbatim: "sentence 4"."""
    first, last = evidence.sentence + 1, evidence.last_sentence + 1
    place = f"sentences {first}–{last}" if last > first else f"sentence {first}"
    return "; ".join(part for part in (place if first else "", _GRADES.get(evidence.grade, "")) if part)


def _plain(base: Base, record: Record) -> str:
    def proof(source: Source, evidence: Evidence) -> str:
        place = reference(source)
        return f"  {quoted(evidence.quote)}\n  — {place}, {where(evidence)}"

    if isinstance(record, Source):
        return reference(record)
    return _claims_and_quotes(base, record, str, proof)


def _markdown(base: Base, record: Record) -> str:
    def head(line: str) -> str:
        return f"**{escape_markdown(line)}**"

    def proof(source: Source, evidence: Evidence) -> str:
        place = reference(source, edtf.in_english, escape_markdown, markdown_link)
        return f"> {escape_markdown(quoted(evidence.quote))}\n>\n> — {place}, {where(evidence)}"

    if isinstance(record, Source):
        return reference(record, edtf.in_english, escape_markdown, markdown_link)
    return _claims_and_quotes(base, record, head, proof)


def _claims_and_quotes(
    base: Base, record: Record, head: Callable[[str], str], proof: Callable[[Source, Evidence], str]
) -> str:
    """Return each claim of a record with its quotes below it. `head` formats a claim, `proof` a quote."""
    blocks: list[str] = []
    for claim in claims(base, record):
        blocks.append(head(claim.line))
        blocks.extend(proof(base.source(item.source), item) for item in claim.evidence)
    return "\n\n".join(blocks)


def escape_markdown(text: str) -> str:
    """Escape text so that Markdown shows it literally, also at the start of a line.

    Brackets around words stay as they are, as in [Report on the treaty], unless what follows would make a link of them.
    """
    escaped = re.sub(r"([\\`*_<>#|~&$]|\[(?![^\W_][\w -]{2})|\](?=[\[\](:{]))", r"\\\1", text)
    # At the start of a line "1." and "-" would begin a list.
    return re.sub(r"^(\d*)([-+=.)])", r"\1\\\2", escaped)


def markdown_link(url: str) -> str:
    """Return a web address as a Markdown link, any other text escaped."""
    return f"<{url}>" if re.fullmatch(r"https?://[^\s<>]+", url) else escape_markdown(url)


def _chicago(base: Base, record: Record) -> str:
    """Return the fact, and a note for each source (Chicago Manual of Style, notes and bibliography)."""
    fact = next((claim.line for claim in claims(base, record)), "")
    blocks = [fact] if fact else []
    for source, proofs in _by_source(base, (record,)):
        place = reference(source, chicago_date).removesuffix(".")
        # The fact stands above the notes already.
        blocks.append(" ".join(f"{part}." for part in (place, *_commentary(proofs, fact))))
    return "\n\n".join(blocks)


def _bibtex(base: Base, records: Sequence[Record]) -> str:
    return "\n\n".join(
        bibtex_entry(source, " ".join(f"{part}." for part in _commentary(proofs)))
        for source, proofs in _by_source(base, records)
    )


def _csl_json(base: Base, records: Sequence[Record]) -> str:
    items = [csl_item(source, "\n".join(_commentary(proofs))) for source, proofs in _by_source(base, records)]
    return json.dumps(items, ensure_ascii=False, indent=2)


def _commentary(proofs: Proofs, printed: str = "") -> Iterator[str]:
    """Yield each claim with its quotes in one line; of a claim that is `printed` already, the quotes alone."""
    for line, items in groupby(proofs, lambda proof: proof[0].line):
        quotes = "; ".join(f"{quoted(item.quote)} ({where(item)})" for _, item in items)
        yield quotes if line == printed else f"{line} — {quotes}"


def _by_source(base: Base, records: Iterable[Record]) -> Iterator[tuple[Source, Proofs]]:
    """Yield each source of some records once, in order of appearance, with the claims and quotes that rest on it."""
    by_source: dict[str, Proofs] = {}
    for record in records:
        if isinstance(record, Source):
            by_source.setdefault(record.id, [])
            continue
        for claim in claims(base, record):
            for item in claim.evidence:
                by_source.setdefault(item.source, []).append((claim, item))
    yield from ((base.source(source_id), proofs) for source_id, proofs in by_source.items())


_PER_RECORD: dict[str, Callable[[Base, Record], str]] = {
    "markdown": _markdown,
    "chicago": _chicago,
    "plain": _plain,
}
_PER_SOURCE: dict[str, Callable[[Base, Sequence[Record]], str]] = {"bibtex": _bibtex, "csl-json": _csl_json}
FORMATS = CITATION_STYLES
