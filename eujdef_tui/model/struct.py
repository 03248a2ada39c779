"""Frozen: the base class of records, which take keyword arguments and cannot be changed.

It does what `dataclasses` does with `frozen`, `slots` and `kw_only`, without generating code for each class. The
classes are made at every start, and most starts answer one `find`: importing `model.records` takes 31 ms, with
dataclasses 70 ms (least of 15, in turn, on a busy machine; a bare interpreter taken off).
"""

from __future__ import annotations

from collections.abc import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform

    F = TypeVar("F", bound="Frozen")
else:

    def dataclass_transform(**_):
        """Do nothing: the decorator tells type checkers alone."""
        return lambda cls: cls


__all__ = ["REQUIRED", "Frozen", "fields", "hints", "replace"]

REQUIRED: Any = type("Required", (), {"__repr__": lambda _: "REQUIRED"})()  # in place of a default


class _FrozenType(type):
    """Metaclass: the annotations of a class, with those it inherits, become the slots of its instances."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _FrozenType:
        own = [field for field, hint in body.get("__annotations__", {}).items() if not hint.startswith("ClassVar")]
        defaults = {field: default for base in bases for field, default in getattr(base, "DEFAULTS", {}).items()}
        defaults |= {field: body.pop(field, REQUIRED) for field in own}
        texts = {field: hint for base in bases for field, hint in getattr(base, "HINTS", {}).items()}
        texts |= {field: body["__annotations__"][field] for field in own}
        return super().__new__(cls, name, bases, body | {"__slots__": own, "DEFAULTS": defaults, "HINTS": texts})


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Frozen(metaclass=_FrozenType):
    """Base class of records. Its annotations are its fields; one without a default is required.

    Two of one class are equal if their fields are; ASIDE names fields that are not compared.
    """

    DEFAULTS: ClassVar[Mapping[str, Any]]
    HINTS: ClassVar[Mapping[str, str]]
    ASIDE: ClassVar[tuple[str, ...]] = ()

    def __init__(self, **given: Any) -> None:
        """Set every field: to its argument, or to its default. Raises TypeError for an unknown or missing one."""
        values = {**self.DEFAULTS, **given}
        if len(values) > len(self.DEFAULTS):
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(given.keys() - self.DEFAULTS.keys()))}")
        put = object.__setattr__
        for field, value in values.items():
            if value is REQUIRED:
                raise TypeError(f"{type(self).__name__} needs {field}")
            put(self, field, value)

    def __setattr__(self, field: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: {field} stays as it is")

    def __delattr__(self, field: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen: {field} stays")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self._compared() == other._compared()

    def __hash__(self) -> int:
        return hash(tuple(self._compared().values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{field}={value!r}' for field, value in self._compared().items())})"

    def _compared(self) -> dict[str, Any]:
        return {field: getattr(self, field) for field in self.DEFAULTS if field not in self.ASIDE}


def fields(of: Frozen | type[Frozen]) -> Mapping[str, Any]:
    """The fields of a record or its class, in order, with the default of each: REQUIRED where there is none."""
    return of.DEFAULTS


def hints(of: Frozen | type[Frozen]) -> Mapping[str, str]:
    """The annotation of each field of a record or its class, in order, as the text that stands in the source."""
    return of.HINTS


def replace(record: F, **changes: Any) -> F:
    """The same record but for some of its fields. Raises TypeError for an unknown one."""
    if not changes.keys() <= record.DEFAULTS.keys():
        raise TypeError(f"{type(record).__name__} has no {', '.join(sorted(changes.keys() - record.DEFAULTS.keys()))}")
    made = object.__new__(type(record))
    put = object.__setattr__
    for field in record.DEFAULTS:  # every quote of a build: by `__init__` it would take twice as long
        put(made, field, changes[field] if field in changes else getattr(record, field))
    return made
