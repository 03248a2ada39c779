"""Promise: a record and its plain mapping, under the fact file's own keys, say the same thing.

The base stores records so, and `export --to jsonl` prints them so.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eujdef_tui.errors import Place
from eujdef_tui.model.records import (
    NOWHERE,
    SPELLING,
    UNSPELLING,
    Evidence,
    Link,
    Membership,
    Milestone,
    Name,
    NoFact,
    Person,
)
from eujdef_tui.model.struct import fields

__all__ = ["from_plain", "to_plain"]

_INNER: dict[str, type[Any]] = {
    "author": Person,
    "no_fact": NoFact,
    "other_names": Name,
    "memberships": Membership,
    "milestones": Milestone,
    "related": Link,
    "evidence": Evidence,
}


def from_plain(cls: type[Any], plain: Mapping[str, Any], place: Place = NOWHERE) -> Any:
    """A record of class `cls` from the plain mapping that `to_plain` makes. The mapping is trusted."""
    values: dict[str, Any] = {"place": place}
    extra: dict[str, str] = {}
    for key, value in plain.items():
        if key.startswith("x-"):
            extra[key] = value
        elif key in _INNER:
            values[key] = tuple(from_plain(_INNER[key], item) for item in value)
        else:
            values[SPELLING.get(key, key)] = tuple(value) if isinstance(value, list) else value
    return cls(x=extra, **values)


def to_plain(node: Any) -> dict[str, Any]:
    """The record as a mapping of the fact file's own keys, in the form's order, without what is empty."""
    plain: dict[str, Any] = {}
    for name in fields(node):
        if name in ("place", "x"):
            continue
        value = getattr(node, name)
        if isinstance(value, tuple):
            value = [inner if isinstance(inner, str) else to_plain(inner) for inner in value]
        if value not in ("", [], -1):
            plain[UNSPELLING.get(name, name)] = value
    return plain | dict(node.x)
