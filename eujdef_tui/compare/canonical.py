"""The canonical form of a record: equal for two that say the same, in whatever order their lists stand.

Records are plain mappings here (`model.serialize`). Left out is what is no word of a record: its id, what anchoring
derives, and where its article lies. The ids of others that it holds may be mapped, so that a record that is renamed is
no change of those that point at it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeAlias

from eujdef_tui.model.field_specs import keys_of
from eujdef_tui.model.parts import part_types
from eujdef_tui.model.records import RECORDS
from eujdef_tui.model.struct import Frozen

__all__ = ["ORDERED", "Plain", "Rename", "as_it_is", "canonical", "content", "references", "values_of"]

Plain: TypeAlias = Mapping[str, Any]
Rename: TypeAlias = Callable[[str], str]

ORDERED = frozenset(("author",))  # lists whose order says something
# Where an article lies is not what it says; the others are derived by anchoring, as are all numbers.
_ASIDE = frozenset(("file", "sha256", "grade", "date_outside"))


def as_it_is(record_id: str) -> str:
    """Map no id to another."""
    return record_id


@cache
def _reference_keys() -> frozenset[str]:
    """Keys whose value is the id of another record, or a list of such ids, in records and in their parts."""
    found = {"derived_from"}  # the id of a source, or an outlet
    for cls in _classes():
        found |= {key.key for key in keys_of(cls).values() if key.kinds}
    return frozenset(found)


def _classes() -> Iterator[type[Frozen]]:
    waiting: list[type[Frozen]] = list(RECORDS.values())
    while waiting:
        cls = waiting.pop()
        yield cls
        waiting += part_types(cls).values()


def values_of(plain: Plain) -> dict[str, Any]:
    """The values of a record or part that a person wrote."""
    return {key: value for key, value in plain.items() if key not in _ASIDE and not isinstance(value, int)}


def content(record: Plain, rename: Rename = as_it_is) -> Any:
    """The canonical form of a record without its id."""
    return canonical("", {key: value for key, value in record.items() if key != "id"}, rename)


def canonical(key: str, value: Any, rename: Rename = as_it_is) -> Any:
    """The canonical form of a value under a key."""
    if isinstance(value, dict):
        return tuple(sorted((name, canonical(name, inner, rename)) for name, inner in values_of(value).items()))
    if isinstance(value, list):
        items = [canonical(key, item, rename) for item in value]
        return tuple(items if key in ORDERED else sorted(items, key=repr))
    return rename(value) if key in _reference_keys() else value


def references(record: Plain) -> Iterator[str]:
    """Yield every id of another record that a record holds."""
    found: list[str] = []

    def note(record_id: str) -> str:
        found.append(record_id)
        return record_id

    content(record, note)
    yield from dict.fromkeys(found)
