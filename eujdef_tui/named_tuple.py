"""NamedTuple: a tuple with named fields, as `typing.NamedTuple`, made without generated code.

`typing.NamedTuple` compiles each annotation and a constructor for each class: a million instructions a class, and a
`find` of 155 million makes 28 classes. To import `typing` would add 25. This one has its fields, defaults, methods and
order, and can be pickled. Type checkers are told that it is the one of `typing`. For the same reason records are
`model.struct.Frozen`.
"""

from __future__ import annotations

__all__ = ["NamedTuple"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import _tuplegetter  # what `namedtuple` reads its fields by: a property would take twice as long

    class _NamedTupleType(type):
        """Metaclass: the annotations of a class that derives from NamedTuple become its fields."""

        def __new__(cls, name, bases, body):
            if bases == (tuple,) or hasattr(bases[0], "_fields"):  # NamedTuple itself, or a class with fields
                return super().__new__(cls, name, bases, {"__slots__": ()} | body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one with a default")
            made = {
                "__new__": _constructor(len(fields), tuple(defaults.values())),
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
            }
            getters = {field: _tuplegetter(at, "") for at, field in enumerate(fields)}
            return super().__new__(cls, name, bases, body | made | getters)

    class NamedTuple(tuple, metaclass=_NamedTupleType):
        """Base class of tuples with named fields: its annotations are the fields, in order."""

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, /, **changes):
            values = tuple(map(changes.pop, self._fields, self))
            return type(self)(*values, **changes)  # what is left over is no field: a TypeError

        __replace__ = _replace

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

    def _constructor(count, defaults):
        """Return the `__new__` of a class with so many fields, of which the last have these defaults."""
        required, make = count - len(defaults), tuple.__new__

        def __new__(cls, /, *values, **named):  # noqa: N807
            given = len(values)
            if named or not required <= given <= count:
                return make(cls, _in_order(cls, values, named))
            return make(cls, values if given == count else values + defaults[given - required :])

        return __new__

    def _in_order(cls, values, named):
        """Return the values of all fields. Raises TypeError for one that is missing, unknown or given twice."""
        given = dict(zip(cls._fields, values, strict=False))
        found = cls._field_defaults | given | named
        if len(values) > len(given) or given.keys() & named.keys() or found.keys() != set(cls._fields):
            raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}, not {values!r} and {named!r}")
        return [found[field] for field in cls._fields]
