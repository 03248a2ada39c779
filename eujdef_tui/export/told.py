"""What a base seen by a clock says of a record beside its own words: who had planned it, who reports it as done.

Example: planned on the word of Caliber.Az, about Jun 2025; reported done by Japan Times, about 23 Jul 2025.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eujdef_tui.model.clock import Told, told
from eujdef_tui.model.glyphs import AHEAD
from eujdef_tui.model.labels import source_label
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Agreement, Event, Milestone, Record, Source, Statement
from eujdef_tui.model.struct import replace
from eujdef_tui.store import Base
from eujdef_tui.store.clocked_base import ClockedBase
from eujdef_tui.text import edtf

__all__ = ["known_since", "told_words"]


def told_words(base: Base, record: Record) -> Iterator[str]:
    """Yield what the clock of a base says of a record that was read from it; nothing of a base without a clock."""
    if not isinstance(base, ClockedBase):
        return
    match record:
        case Event():
            raw = base.raw.record(base.number(record.id) or 0).record
            if isinstance(raw, Event):
                yield from _of_step(base, record, raw)
        case Agreement():
            yield from _of_steps(base, record)
        case Statement() if record.date and edtf.bounds(record.date)[0] > base.shown_day:
            yield "said later"
        case Source() if not record.issued:
            yield "not dated: known by no day"
        case Source() if edtf.bounds(record.issued)[0] > base.shown_day:
            yield "issued later"


def known_since(base: ClockedBase, record: Record) -> str:
    """Return the first source that tells a record, with its date; "" for a source, and where none is dated."""
    sources = [base.source(item.source) for item in evidence_of(record) if item.start >= 0]
    dated = [source for source in sources if source.issued]
    return source_label(min(dated, key=lambda source: edtf.bounds(source.issued)[1])) if dated else ""


def _of_step(base: ClockedBase, step: Event | Milestone, raw: Event | Milestone) -> Iterator[str]:
    """Yield who tells of a step, as it is seen and as it is, by the evidence that is seen."""
    found = told(replace(raw, evidence=step.evidence), base.issued)
    if raw.status == "happened" and (found.planned or step.status == AHEAD):
        yield _both(base, found, "planned on the word of {}" if found.planned else AHEAD)
    elif not step.date:
        yield "not dated"
    elif step.status == "happened" and _is_open(step, base.shown_day) and not _was_reported(base, raw):
        yield "perhaps later: its day is not told more closely"


def _is_open(step: Event | Milestone, day: int) -> bool:
    """Whether the date of a step leaves open if it was later than a day."""
    first, last = edtf.bounds(step.date)
    return first <= day < last


def _was_reported(base: ClockedBase, raw: Event | Milestone) -> bool:
    """Whether all that tells of a step, but for plans before its day, was out on the day that is shown.

    The last of them reports it as done; one before may be of the same month and still speak of a plan.
    """
    done = told(raw, base.issued).done
    return bool(done) and all(edtf.bounds(base.issued(source))[1] <= base.shown_day for source in done)


def _both(base: ClockedBase, found: Told, words: str) -> str:
    said = words.format(_labels(base, found.planned))
    return f"{said}; reported done by {_labels(base, found.done)}" if found.done else said


def _labels(base: ClockedBase, sources: Sequence[str]) -> str:
    return " and ".join(source_label(base.source(source)) for source in sources)


def _of_steps(base: ClockedBase, agreement: Agreement) -> Iterator[str]:
    """Yield what is told of the steps of an agreement, each after its action; also of a plan and its own end."""
    raw = base.raw.record(base.number(agreement.id) or 0).record
    whole = raw.milestones if isinstance(raw, Agreement) else ()
    for step in agreement.milestones:
        action = step.action.replace("-", " ")
        done = [one for one in agreement.milestones if one.action == step.action and one.status == "happened"]
        if step.status in ("planned", "target") and done:
            sources = Told(_sources(step), _sources(done[-1]))
            yield f"{action}: {_both(base, sources, 'planned on the word of {}')}"
            continue
        own = next((one for one in whole if one.action == step.action and step.evidence[0] in one.evidence), step)
        yield from (f"{action}: {words}" for words in _of_step(base, step, own))


def _sources(step: Milestone) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.source for item in step.evidence))
