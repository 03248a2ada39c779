"""A progress bar on stderr for a long build; it disappears when the build ends. Only this module uses rich.progress."""

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
    atexit.register(progress.stop)  # an interrupted build must show the cursor again
    return progress, task


def show(done: int, total: int) -> None:
    """Draw the bar at `done` of `total`, and remove it once they are equal."""
    progress, task = _bar()
    progress.update(task, completed=done, total=total)
    if done >= total:
        progress.stop()
        _bar.cache_clear()
