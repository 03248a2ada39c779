"""A keyboard of which the keys are known beforehand, for verbs that read one key at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["pressed"]


@contextmanager
def pressed(keys: bytes) -> Iterator[int]:
    """The descriptor of a keyboard on which these keys were pressed, and which is closed then."""
    reading, writing = os.pipe()
    os.write(writing, keys)
    os.close(writing)
    yield reading
    os.close(reading)
