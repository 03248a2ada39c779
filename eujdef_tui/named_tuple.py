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

    _new = tuple.__new__
    # By the number of fields: a constructor with real parameters takes 40 % of the time of one with `*values`.
    _CONSTRUCTORS = (
        lambda cls, /: _new(cls, ()),
        lambda cls, /, a: _new(cls, (a,)),
        lambda cls, /, a, b: _new(cls, (a, b)),
        lambda cls, /, a, b, c: _new(cls, (a, b, c)),
        lambda cls, /, a, b, c, d: _new(cls, (a, b, c, d)),
        lambda cls, /, a, b, c, d, e: _new(cls, (a, b, c, d, e)),
        lambda cls, /, a, b, c, d, e, f: _new(cls, (a, b, c, d, e, f)),
        lambda cls, /, a, b, c, d, e, f, g: _new(cls, (a, b, c, d, e, f, g)),
        lambda cls, /, a, b, c, d, e, f, g, h: _new(cls, (a, b, c, d, e, f, g, h)),
        lambda cls, /, a, b, c, d, e, f, g, h, i: _new(cls, (a, b, c, d, e, f, g, h, i)),
        lambda cls, /, a, b, c, d, e, f, g, h, i, j: _new(cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda cls, /, a, b, c, d, e, f, g, h, i, j, k: _new(cls, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda cls, /, a, b, c, d, e, f, g, h, i, j, k, m: _new(cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
        lambda cls, /, a, b, c, d, e, f, g, h, i, j, k, m, n: _new(cls, (a, b, c, d, e, f, g, h, i, j, k, m, n)),
    )

    def _constructor(name, fields, defaults):
        """Return the `__new__` of a class: the one for so many fields, its parameters called as they are."""
        if len(fields) >= len(_CONSTRUCTORS):
            raise TypeError(f"{name}: of {len(fields)} fields no tuple is made, only of {len(_CONSTRUCTORS) - 1}")
        of_as_many = _CONSTRUCTORS[len(fields)]
        named = {"co_varnames": ("_cls", *fields), "co_name": "__new__", "co_qualname": f"{name}.__new__"}
        return type(of_as_many)(of_as_many.__code__.replace(**named), {"_new": _new}, "__new__", defaults)

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
                "__new__": _constructor(name, fields, tuple(defaults.values())),
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
