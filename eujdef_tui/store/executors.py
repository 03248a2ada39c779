"""Run the preparation of files: here, over the cores of the machine, or on a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eujdef_tui.store import prepared
from eujdef_tui.store.prepared import Prepared, Task

__all__ = ["run"]


def run(tasks: list[Task], progress: Callable[[int, int], None]) -> Iterator[Prepared]:
    """Yield the result of each task, in any order."""
    if len(tasks) == 1:
        yield from prepared.prepare_some(tasks, progress)
        return
    for done, task in enumerate(tasks):
        progress(done, len(tasks))
        yield from prepared.prepare_some([task])
    if tasks:
        progress(len(tasks), len(tasks))
