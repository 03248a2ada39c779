"""Promise: a record looks the same wherever it is listed: the same columns, marks and words.

Both the command line and the panes draw what stands here. A part has a role, not a colour: the screen and the
command line each say once what a role looks like. Colour never carries a meaning alone: every mark is a glyph.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from eujdef_tui import dates
from eujdef_tui.base import Base, Row
from eujdef_tui.model import (
    Actor,
    Agreement,
    Event,
    Evidence,
    Grade,
    Milestone,
    Record,
    Statement,
    Tension,
    evidence_of,
)  # fmt: skip

if TYPE_CHECKING:
    from eujdef_tui.search import Hit, Match
    from eujdef_tui.text import Word

__all__ = [
    "GRADE_MARKS",
    "LEADS",
    "STATUS_MARKS",
    "Cells",
    "begun",
    "cells",
    "count_of",
    "grade_mark",
    "marked",
    "standing",
    "why_words",
]  # fmt: skip

STATUS_MARKS = {"happened": "●", "planned": "○", "target": "◎", "reported": "◌"}
GRADE_MARKS: dict[Grade, str] = {
    "verbatim": "✓", "normalised": "≈", "moved": "↔", "edited": "~", "ambiguous": "?", "orphan": "✗",
}  # fmt: skip
DIFFERS = "≠"
OUTSIDE = "†"  # knowledge from outside the articles

# The width of the first column in each view: room for what stands there, and no more.
LEADS = {"timeline": 16, "actors": 0, "agreements": 0, "statements": 0, "sources": 0}


class Cells(NamedTuple):
    """One line of a list: a fixed `lead`, a `mark`, the `text` that names the record, a quiet `note`, a `tail`."""

    lead: str
    mark: str
    text: str
    note: str
    tail: str


def cells(base: Base, row: Row, today: int) -> Cells:
    """What a list shows of a record."""
    record = row.record
    tail = f"{row.support} {proof_mark(base, row)}"
    match record:
        case Event():
            outside = OUTSIDE if "x-outside" in record.x and record.date else ""
            return Cells(_short_date(record.date) + outside, STATUS_MARKS[record.status], record.title, "", tail)
        case Actor():
            short = next((o.name for o in record.other_names if o.kind == "acronym"), "")
            name = f"{record.name} ({short})" if short else record.name
            return Cells("", "·", name, record.summary, str(row.mentions))
        case Agreement():
            action, mark = standing(record, today)
            return Cells("", mark, record.title, action, tail)
        case Statement():
            value = f"{record.value} {record.unit}".strip()
            return Cells("", "#" if value else "“", record.text, value, tail)
        case Tension():
            return Cells("", DIFFERS, record.title, record.reading, "")
    from eujdef_tui.reference import source_label  # no fact needs it

    label = source_label(record)
    return Cells("", "▤", label, record.title, str(base.count_resting_on(row.n)))


def _short_date(date: str) -> str:
    """A date for a narrow column: "~23 Jul 2025" for about that day."""
    return dates.words(date).replace("about ", "~")


def proof_mark(base: Base, row: Row) -> str:
    """How well a record is proved: its weakest quote, or that another fact differs."""
    weakest = grade_mark(evidence_of(row.record))
    return DIFFERS if weakest == "✓" and base.linked(row.n, "differs", 1) else weakest


def grade_mark(evidence: Iterable[Evidence]) -> str:
    """The mark of the weakest quote: no other grade is ever shown like a verbatim one."""
    order = list(GRADE_MARKS)
    return GRADE_MARKS[max((item.grade for item in evidence if item.grade), key=order.index, default="orphan")]


def standing(agreement: Agreement, today: int) -> tuple[str, str]:
    """Where an agreement stands on a day (yyyymmdd), and its mark: its last step that had happened by then,
    else the first that is planned. A planned step whose day has passed stays planned: no article says more."""
    done = [
        m for m in agreement.milestones
        if m.status == "happened" and (not m.date or dates.bounds(m.date)[0] <= today)
    ]  # fmt: skip
    coming = [m for m in agreement.milestones if m.status != "happened"]
    if done:
        last = max(done, key=begun)
        said, mark = _step(last.action, last.date), STATUS_MARKS["happened"]
    elif coming:
        said, mark = f"{coming[0].status}: {_step(coming[0].action, coming[0].date)}", STATUS_MARKS["planned"]
        coming = coming[1:]
    else:
        return ("no step yet" if agreement.milestones else "no step stated"), "·"
    due = [m for m in coming if m.date and m.status in ("planned", "target")]
    if done and due:
        step, status = _step(due[-1].action, due[-1].date), due[-1].status
        said += f"; {step}" if status in step else f"; {step} {status}"
    return said, mark


def begun(step: Milestone) -> tuple[int, int]:
    """Where a step stands among the others: what is only known to lie before a day stands before that day."""
    return dates.bounds(step.date) if step.date else (dates.MIN, dates.MIN)


def _step(action: str, date: str) -> str:
    return f"{action.replace('-', ' ')} {dates.words(date)}" if date else action.replace("-", " ")


def count_of(shown: int, total: int, more: str = "") -> str:
    """ "12 of 64", or "64" where all are shown; "10,000+ of 64,000" where no more were counted (`more` is "+")."""
    return f"{total:,}" if shown == total else f"{shown:,}{more} of {total:,}"


def why_words(match: Match, record: Record, title: str, via: str = "") -> str:
    """Why a record with this title matched, in a few words: "kalas ~1 Kallas", "石破茂 → other name (ja) of Shigeru
    Ishiba", "1 Nov 2024 in nov 2024". `via` is the title of the record whose name it is, if that is another."""
    if match.rule == "date":
        return _when(match.term, record)
    how = f"{match.term} {match.rule} {_word_of(match)}" if match.rule.startswith("~") else match.term
    if match.field == "link":
        return f"{how} → {via or match.name}"
    if match.label in ("", "title"):
        place = {"title": "title", "words": "description", "quotes": "quote", "article": "article"}[match.field]
        return f"{how} in the {place}"
    if match.rule.startswith("~"):
        return how
    if match.label.startswith("other name"):
        return f"{match.name} → {match.label} of {title}"
    if match.label not in ("name", "short title"):
        return f"{match.name} → {match.label}"
    return match.name if not match.rule else f"{match.term} → {match.name}"


def _when(asked: str, record: Record) -> str:
    """How a date that was asked for meets one of the record's own: the first that lies in it, else the first that
    overlaps it."""
    own = [getattr(record, name, "") for name in ("date", "issued", "as_of")]
    own += [step.date for step in getattr(record, "milestones", ())]
    from eujdef_tui.spoken import from_words

    wanted = from_words(asked) or ""
    met = [date for date in own if date and dates.overlaps(date, wanted)]
    lo, hi = dates.bounds(wanted)
    for date in met:
        if lo <= dates.bounds(date)[0] and dates.bounds(date)[1] <= hi:
            return f"{dates.words(date)} in {asked}"
    return f"{dates.words(met[0])} overlaps {asked}" if met else f"date overlaps {asked}"


def _word_of(match: Match) -> str:
    """The matched word as the name writes it; the whole name where that is what was matched."""
    from eujdef_tui.text import words

    if " " in match.token:
        return match.name
    found = next((w for w in words(match.name) if w.folded == match.token), None)
    return match.name[found.start : found.end] if found else match.token


def marked(text: str, hit: Hit | None) -> list[tuple[int, int]]:
    """Where a shown text holds what matched, from the same matches that ranked it: spans in order, each in a word."""
    if hit is None:
        return []
    from eujdef_tui.names import in_a_row, words_of  # only a search needs them, and the first screen is none
    from eujdef_tui.text import words

    found = words(text)
    spans: dict[int, tuple[int, int]] = {}
    for match in hit.why:
        if match.rule == "phrase" or " " in match.token:
            tokens = words_of(match.term) if match.rule == "phrase" else match.token.split()
            for place in in_a_row(tokens, [word.folded for word in found]):
                spans.update((n, found[n][:2]) for n in range(place, place + len(tokens)))
            continue
        for n, word in enumerate(found):
            if n not in spans and (span := _span_in(word, match)):
                spans[n] = span
    return [spans[n] for n in sorted(spans)]


def _span_in(word: Word, match: Match) -> tuple[int, int] | None:
    """The part of a word that matched: the whole, or what was typed: its beginning, anywhere in one without spaces."""
    if word.folded == match.token and match.rule != "prefix":
        return word.start, word.end
    from eujdef_tui.names import unspaced
    from eujdef_tui.text import fold

    typed = fold(match.term) if match.rule in ("", "prefix") else ""
    at = word.folded.find(typed) if typed else -1
    if at < 0 or (at > 0 and not unspaced(word.folded)):
        return None
    if word.end - word.start != len(word.folded):
        return word.start, word.end  # folding changed its length: which letters are meant is not known
    return word.start + at, word.start + at + len(typed)
