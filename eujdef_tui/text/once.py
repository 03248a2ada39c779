"""A property that is worked out when it is first asked for, and then is an attribute.

As `functools.cached_property`, which until Python 3.12 takes a lock for each first look: of 29,000 in a draft of 10,000
words that is 0.1 s of 1.1.
"""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["once"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from functools import cached_property as once
    from typing import Any
else:

    class once:  # noqa: N801, read as a word where it stands
        """The descriptor: the first look at it writes the value into the instance, where later ones find it."""

        def __init__(self, work_out: Callable[[Any], Any]) -> None:
            """Take the function that works the value out."""
            self.work_out = work_out
            self.name = work_out.__name__
            self.__doc__ = work_out.__doc__

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            """The value of an instance; the property itself of the class."""
            if instance is None:
                return self
            value = instance.__dict__[self.name] = self.work_out(instance)
            return value
