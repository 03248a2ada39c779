"""Promise: a pattern costs nothing until something is matched with it.

Most starts answer one question and go: what that question has no use for is not compiled.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

__all__ = ["late"]


def late(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """What gives the compiled pattern, compiled when it is first asked for."""
    return cache(lambda: re.compile(pattern, flags))
