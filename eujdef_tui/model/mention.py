"""Mention: what the file of one article adds to a record that another file holds."""

from __future__ import annotations

from eujdef_tui.model.field_types import FactRef
from eujdef_tui.model.records import Evidence, Membership, Milestone, Name, Node

__all__ = ["Mention"]


class Mention(Node):
    """What an article adds to a record that another file holds: evidence, names, roles, milestones.

    The loader folds it into the record, so that the facts of one article stand in one file.
    """

    of: FactRef
    other_names: tuple[Name, ...] = ()
    memberships: tuple[Membership, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    evidence: tuple[Evidence, ...] = ()
