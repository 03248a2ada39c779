"""Convert a record to a plain mapping under the keys of the fact file, and back.

The base stores records so, and `export --to jsonl` prints them so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from eujdef_tui.errors import Place
from eujdef_tui.model.parts import part_types
from eujdef_tui.model.records import NOWHERE, SPELLING, UNSPELLING
from eujdef_tui.model.struct import Frozen, fields

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["from_plain", "to_plain"]


def from_plain(cls: type[Frozen], plain: Mapping[str, Any], place: Place = NOWHERE) -> Any:
    """Return the record of class `cls` that `to_plain` made this mapping of. The mapping is trusted, not validated."""
    values: dict[str, Any] = {"place": place}
    extra: dict[str, str] = {}
    parts = part_types(cls)
    for key, value in plain.items():
        if key.startswith("x-"):
            extra[key] = value
        elif inner := parts.get(key):
            values[key] = tuple(from_plain(inner, item) for item in value)
        else:
            values[SPELLING.get(key, key)] = tuple(value) if isinstance(value, list) else value
    return cls(x=extra, **values)


def to_plain(node: Any) -> dict[str, Any]:
    """Return the record as a mapping of the fact file's keys, in the order of its fields, without empty values."""
    plain: dict[str, Any] = {}
    for name, key in _keys(node.__class__):
        value = getattr(node, name)
        if isinstance(value, tuple):
            if value:
                plain[key] = [inner if isinstance(inner, str) else to_plain(inner) for inner in value]
        elif value != "" and value != -1:
            plain[key] = value
    return plain | dict(node.x)


@cache
def _keys(cls: type[Frozen]) -> tuple[tuple[str, str], ...]:
    """Each field that is written, with its key in the fact file."""
    return tuple((name, UNSPELLING.get(name, name)) for name in fields(cls) if name not in ("place", "x"))
