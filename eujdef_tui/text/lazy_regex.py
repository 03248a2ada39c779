"""Regular expressions that are compiled when they are first used.

One `find` uses a part of the patterns of the package. To compile those of `word_forms` alone takes 2 to 3 ms.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import AnyStr

__all__ = ["lazy_pattern"]


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> Callable[[], re.Pattern[AnyStr]]:
    """Return a function that returns the compiled pattern; the first call compiles it."""
    return cache(lambda: re.compile(pattern, flags))
