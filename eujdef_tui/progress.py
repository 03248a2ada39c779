"""Promise: a long build shows how far it is, on stderr, and leaves nothing behind. Sole owner of rich.progress."""

from __future__ import annotations

from functools import cache

from rich.console import Console
from rich.progress import Progress, TaskID

__all__ = ["show"]


@cache
def _bar(total: int) -> tuple[Progress, TaskID]:
    progress = Progress(console=Console(stderr=True), transient=True)
    task = progress.add_task("compiling the fact file", total=total)
    progress.start()
    return progress, task


def show(done: int, total: int) -> None:
    """Draw the bar at `done` records of `total`; at the end it goes away."""
    progress, task = _bar(total)
    progress.update(task, completed=done)
    if done >= total:
        progress.stop()
