"""A progress bar on stderr for a long build; it disappears when the build ends. Only this module uses rich.progress."""

from __future__ import annotations

import atexit
from functools import cache

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

__all__ = ["show"]


@cache
def _bar() -> tuple[Progress, TaskID]:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    task = progress.add_task("compiling the fact file", total=None, rate="")
    progress.start()
    atexit.register(progress.stop)  # an interrupted build must show the cursor again
    return progress, task


def show(done: int, total: int, unit: str) -> None:
    """Draw the bar at `done` of `total`, of some unit, with rate and remaining time; remove it once they are equal."""
    progress, task = _bar()
    speed = progress.tasks[0].speed
    progress.update(task, completed=done, total=total, rate=f"{unit}, {speed:,.0f}/s" if speed else unit)
    if done >= total:
        progress.stop()
        _bar.cache_clear()
