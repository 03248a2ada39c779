"""Promise: a long build shows how far it is, on stderr, and leaves nothing behind. Sole owner of rich.progress."""

from __future__ import annotations

import atexit
from functools import cache

from rich.console import Console
from rich.progress import Progress, TaskID

__all__ = ["show"]


@cache
def _bar() -> tuple[Progress, TaskID]:
    progress = Progress(console=Console(stderr=True), transient=True)
    task = progress.add_task("compiling the fact file", total=None)
    progress.start()
    atexit.register(progress.stop)  # a build that is broken off gives the cursor back
    return progress, task


def show(done: int, total: int) -> None:
    """Draw the bar at `done` of `total`; at the end it goes away."""
    progress, task = _bar()
    progress.update(task, completed=done, total=total)
    if done >= total:
        progress.stop()
        _bar.cache_clear()
