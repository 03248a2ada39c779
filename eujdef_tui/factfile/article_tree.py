"""Where articles may lie: `file:` can name anything that can be read, and what it names is shown and copied.

Inside is the folder of the fact file, with all below it; links are followed first. What lies elsewhere is read, and
`check` warns of it; a shared box refuses it. A fact file may list further folders under `roots:`, which then are inside
too. Files of the system itself are never read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from eujdef_tui.system.paths import StrPath

__all__ = ["is_below", "is_of_system", "tree_of"]

_SYSTEM = ("/dev", "/proc", "/sys")


def tree_of(fact_file: StrPath) -> str:
    """Return the folder inside of which the articles of a fact file, or of a folder of them, are at home."""
    return os.path.realpath(fact_file if os.path.isdir(fact_file) else os.path.dirname(fact_file))


def is_below(path: StrPath, folders: Iterable[str]) -> bool:
    """Whether a file lies in one of these folders or below it. They are real paths; links to the file are followed."""
    real = os.path.realpath(path)
    return any(real == folder or real.startswith(folder.rstrip("/") + "/") for folder in folders)


def is_of_system(path: StrPath) -> bool:
    """Whether a file is one of the kernel's (/proc, /sys) or stands among devices."""
    return is_below(path, _SYSTEM)
