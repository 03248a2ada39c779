"""The parts of a record: evidence, memberships, milestones and every other mapping that stands inside it.

Which fields hold parts is read from the annotations of the record classes (`tuple[Membership, ...]`), so that a part
that is added to a class is anchored, checked, searched, shown, stored and exported without another list of names.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from eujdef_tui.model.records import Evidence, Node
from eujdef_tui.model.struct import Frozen, hints, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    N = TypeVar("N", bound=Node)

__all__ = ["evidence_of", "map_evidence", "part_prose", "part_types", "parts_of"]


@cache
def part_types(cls: type[Frozen]) -> Mapping[str, type[Node]]:
    """Field name → class of the parts in it, evidence first: {"evidence": Evidence, "memberships": Membership …}.

    The annotations are read as text: `typing.get_type_hints` would evaluate all of them and load what `find` does
    not need.
    """
    found: dict[str, type[Node]] = {}
    for field, hint in hints(cls).items():
        if hint.startswith("tuple["):
            inner = _resolve(cls, hint.removeprefix("tuple[").removesuffix(", ...]"))
            if isinstance(inner, type) and issubclass(inner, Node):
                found[field] = inner
    return dict(sorted(found.items(), key=lambda item: item[1] is not Evidence))


def _resolve(cls: type, name: str) -> Any:
    """What a name stands for in the module of a class or of one of its bases; None where it is unknown."""
    namespaces = (vars(sys.modules[owner.__module__]) for owner in cls.__mro__)
    return next((space[name] for space in namespaces if name in space), None)


def parts_of(record: Node) -> Iterator[Node]:
    """Every part of a record: its own evidence, then the other parts, each followed by its own parts."""
    for field in part_types(type(record)):
        for part in getattr(record, field):
            yield part
            if part_types(part.__class__):
                yield from parts_of(part)


def evidence_of(record: Node) -> Iterator[Evidence]:
    """Every evidence of a record: its own first, then that of its memberships, milestones and other parts."""
    for field, cls in part_types(type(record)).items():
        if cls is Evidence:
            yield from getattr(record, field)
        else:
            for part in getattr(record, field):
                yield from evidence_of(part)


def map_evidence(record: N, change: Callable[[Evidence], Evidence]) -> N:
    """The record with `change(evidence)` in place of each evidence, its own and that of its parts."""
    changes: dict[str, tuple[Node, ...]] = {}
    for field, cls in part_types(type(record)).items():
        parts = getattr(record, field)
        if parts:
            changes[field] = tuple(map(change, parts)) if cls is Evidence else _map_each(parts, change)
    return replace(record, **changes) if changes else record


def _map_each(parts: tuple[Node, ...], change: Callable[[Evidence], Evidence]) -> tuple[Node, ...]:
    return tuple(map_evidence(part, change) for part in parts)


def part_prose(part: Node) -> str:
    """The words of a part, as its membership's role or its milestone's action: all its text but the basis of a date."""
    texts = (field for field, hint in hints(part).items() if hint in ("Text", "Word"))
    return " ".join(getattr(part, field) for field in texts if not field.endswith("_basis"))
