"""Promise: a record is made whole, by keyword, and never changes.

What `dataclasses` would do with `frozen`, `slots` and `kw_only`, without writing code for each class: the records
are made again at every start, and most starts answer one question.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NoReturn, TypeVar, dataclass_transform

__all__ = ["REQUIRED", "Frozen", "fields", "hints", "replace"]

REQUIRED: Any = type("Required", (), {"__repr__": lambda _: "REQUIRED"})()  # in place of a default
F = TypeVar("F", bound="Frozen")


class _Form(type):
    """Makes a class whose annotations, with those it inherits, are the slots of its instances."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _Form:
        own = [field for field, hint in body.get("__annotations__", {}).items() if not hint.startswith("ClassVar")]
        form = {field: default for base in bases for field, default in getattr(base, "FORM", {}).items()}
        form |= {field: body.pop(field, REQUIRED) for field in own}
        texts = {field: hint for base in bases for field, hint in getattr(base, "HINTS", {}).items()}
        texts |= {field: body["__annotations__"][field] for field in own}
        return super().__new__(cls, name, bases, body | {"__slots__": own, "FORM": form, "HINTS": texts})


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Frozen(metaclass=_Form):
    """A record. Its fields are its annotations; one without a default is required.

    Two are equal that are of one class and say the same; ASIDE names fields that are no part of what they say.
    """

    FORM: ClassVar[Mapping[str, Any]]
    HINTS: ClassVar[Mapping[str, str]]
    ASIDE: ClassVar[tuple[str, ...]] = ()

    def __init__(self, **given: Any) -> None:
        values = {**self.FORM, **given}
        if len(values) > len(self.FORM):
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(given.keys() - self.FORM.keys()))}")
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
        return self._said() == other._said()

    def __hash__(self) -> int:
        return hash(tuple(self._said().values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{field}={value!r}' for field, value in self._said().items())})"

    def _said(self) -> dict[str, Any]:
        return {field: getattr(self, field) for field in self.FORM if field not in self.ASIDE}


def fields(of: Frozen | type[Frozen]) -> Mapping[str, Any]:
    """The fields of a record or its class, in order, with the default of each: REQUIRED where there is none."""
    return of.FORM


def hints(of: Frozen | type[Frozen]) -> Mapping[str, str]:
    """The annotation of each field of a record or its class, in order, as the text that stands in the source."""
    return of.HINTS


def replace(record: F, **changes: Any) -> F:
    """The same record but for some of its fields."""
    return type(record)(**{field: getattr(record, field) for field in record.FORM} | changes)
