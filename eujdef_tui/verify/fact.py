"""Fact: what one record says, or one step of an agreement, with its quotes, who and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eujdef_tui.model.labels import record_type
from eujdef_tui.model.records import Actor, Agreement, Event, Evidence, Milestone, Record, Statement
from eujdef_tui.text.once import once
from eujdef_tui.verify.pieces import Pieces, pieces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["Fact", "facts_of"]


class Fact:
    """What one record says, or one step of an agreement: its words, its quotes, who and when."""

    record: Record
    step: Milestone | None
    evidence: tuple[Evidence, ...]
    kept: Mapping[str, Any] | None = None  # of one that was kept (see `kept_facts`): what `Evidenced` had of it
    evidenced: object = None  # see evidence.evidenced
    at = -1  # its number among the facts of its base

    def __init__(self, record: Record, n: int, words: str, evidence: Sequence[Evidence], step: Milestone | None = None):
        """Take the record, its number, what it says, and what it rests on."""
        self.record, self.n, self.words, self.step = record, n, words, step
        self.evidence = tuple(item for item in evidence if item.sentence >= 0)
        self.id = record.id

    def __getattr__(self, name: str) -> Any:
        """The record of a fact that was kept, with its step and evidence: read when one of them is asked for."""
        if name not in ("record", "step", "evidence") or "load" not in self.__dict__:
            raise AttributeError(name)
        read = self.__dict__.pop("load")()
        for one in ("record", "step", "evidence"):
            self.__dict__[one] = getattr(read, one)
        return self.__dict__[name]

    @once
    def sort(self) -> str:
        """What kind of record it is of: "event", "statement", "agreement" or "actor"."""
        return record_type(self.record)

    @once
    def agreements(self) -> tuple[str, ...]:
        """The ids of the agreements that its record links to."""
        return tuple(getattr(self.record, "agreements", ()))

    @once
    def about(self) -> tuple[str, ...]:
        """The ids of what a statement is about."""
        return tuple(getattr(self.record, "about", ()))

    @once
    def own(self) -> Pieces:
        """What it says."""
        return pieces(self.words)

    @once
    def speaker(self) -> str:
        """The id of who says it; "" where the article does."""
        return self.record.speaker if isinstance(self.record, Statement) else ""

    @once
    def status(self) -> str:
        """Whether it happened, is planned, a target or reported; "" for what is no event."""
        return self.step.status if self.step else self.record.status if isinstance(self.record, Event) else ""

    @once
    def dates(self) -> tuple[str, ...]:
        """Its own dates (EDTF)."""
        dated = self.step or self.record
        return tuple(filter(None, (getattr(dated, "date", ""), getattr(dated, "as_of", ""))))

    @once
    def linked(self) -> frozenset[str]:
        """The ids of the records that it links to, and its own."""
        found = {self.record.id, self.speaker}
        for holder in (self.record, self.step):
            for field in ("actors", "agreements", "parties", "about"):
                found.update(getattr(holder, field, ()))
        if isinstance(self.record, Actor):
            found.update(one.organization for one in self.record.memberships)
        return frozenset(filter(None, found))

    @once
    def places(self) -> frozenset[tuple[str, int]]:
        """The sentences that it rests on: source and number."""
        return frozenset(
            (item.source, number) for item in self.evidence for number in range(item.sentence, item.last_sentence + 1)
        )


def facts_of(record: Record, n: int) -> Iterator[Fact]:
    """What a record says: an agreement says one thing for itself, and one for each step; a source says nothing."""
    match record:
        case Event():
            place = f" ({record.location})" if record.location and record.location not in record.title else ""
            yield Fact(record, n, record.title + place, record.evidence)
        case Statement():
            yield Fact(record, n, record.text, record.evidence)
        case Agreement():
            said = ": ".join(filter(None, (record.title, record.subject)))
            yield from (Fact(record, n, said, items) for items in _by_sentence(record.evidence))
            for step in record.milestones:
                if not step.id:  # one with an id is an event of the base
                    said = f"{record.title}: {step.title or step.action.replace('-', ' ')}"
                    yield Fact(record, n, said, step.evidence, step)
        case Actor():
            said = ": ".join(filter(None, (record.name, record.summary)))
            yield from (Fact(record, n, said, items) for items in _by_sentence(record.evidence))
        case _:
            return


def _by_sentence(evidence: Sequence[Evidence]) -> list[list[Evidence]]:
    """The evidence of a record that speaks of many things, apart by sentence: no two support one claim together."""
    found: dict[tuple[str, int], list[Evidence]] = {}
    for item in evidence:
        found.setdefault((item.source, item.sentence), []).append(item)
    return list(found.values())
