"""The quotes of a record in the order in which they are read."""

from __future__ import annotations

from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Evidence, Record, Tension
from eujdef_tui.present.sheets.tension import in_turns

__all__ = ["proofs"]


def proofs(record: Record) -> tuple[Evidence, ...]:
    """The evidence of a record in the order in which it is read: of a tension each next is of another article."""
    evidence = tuple(evidence_of(record))
    return tuple(in_turns(evidence)) if isinstance(record, Tension) else evidence
