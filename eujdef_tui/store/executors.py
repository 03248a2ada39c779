"""Run the preparation of files: here, over the cores of this machine, or on a Dask cluster.

EUJDEF_EXECUTOR says where: `serial`, `processes`, or `dask://HOST:PORT`, the address of a scheduler whose workers see
the same files under the same names and have the same version of the program. Where it says nothing, processes are used
where the work is worth their start.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from eujdef_tui.errors import BaseFileError
from eujdef_tui.store import prepared
from eujdef_tui.store.base_key import base_key
from eujdef_tui.store.prepared import Prepared, Task

if TYPE_CHECKING:
    from concurrent.futures import Executor

__all__ = ["VARIABLE", "run"]

VARIABLE = "EUJDEF_EXECUTOR"
_DASK = "dask://"
_WORTH = 2 * 2**20  # bytes of fact files that take about as long to prepare as processes take to pay for their start
_COLLECTED = 500_000  # objects that a process makes before it looks for rings among them
_CLUSTER_CHUNK = 20  # files of one task on a cluster, where a task costs milliseconds
_ADVICE = f"set {VARIABLE} to serial, processes or {_DASK}HOST:PORT, or leave it out"

T = TypeVar("T")


def run(tasks: list[Task], progress: Callable[..., None]) -> Iterator[Prepared]:
    """Yield the result of each task, in any order; `progress` is called with (files done, files, "files").

    Raises BaseFileError where EUJDEF_EXECUTOR is not understood, its cluster does not answer, or workers are killed.
    """
    if len(tasks) < 2:
        yield from prepared.prepare_some(tasks, progress)
        return
    done = 0
    progress(done, len(tasks), "files")
    for results in _results(tasks):
        yield from results
        done += len(results)
        progress(done, len(tasks), "files")


def _results(tasks: list[Task]) -> Iterator[list[Prepared]]:
    """Yield the results of the tasks, some at a time."""
    named = os.environ.get(VARIABLE, "")
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if named.startswith(_DASK):
        with _cluster(named.removeprefix(_DASK)) as executor:
            far = [task._replace(compiled=False) for task in tasks]  # `marshal` of another Python may be another
            yield from _spread(executor, list(_chunks(far, _CLUSTER_CHUNK)))
    elif named == "processes" or (not named and workers > 1 and _is_worth_it(tasks)):
        size = max(1, min(_CLUSTER_CHUNK, len(tasks) // (4 * workers)))
        with _processes(workers) as executor:
            yield from _spread(executor, list(_chunks(tasks, size)))
    elif named in ("", "serial"):
        yield from (prepared.prepare_some([task]) for task in tasks)
    else:
        raise BaseFileError(f"{VARIABLE} is {named}, which is no place to build a base", _ADVICE)


def _is_worth_it(tasks: Sequence[Task]) -> bool:
    total = 0
    for task in tasks:
        try:
            total += Path(task.path).stat().st_size
        except OSError:  # who reads it says so
            continue
        if total > _WORTH:
            return True
    return False


def _chunks(tasks: Sequence[T], size: int) -> Iterator[list[T]]:
    for start in range(0, len(tasks), size):
        yield list(tasks[start : start + size])


def _spread(executor: Executor, chunks: Sequence[list[Task]]) -> Iterator[list[Prepared]]:
    from concurrent.futures import as_completed  # with `logging`, a tenth of the modules of a build: most need none

    futures = {executor.submit(_prepare_elsewhere, base_key(), chunk) for chunk in chunks}
    try:
        for future in as_completed(futures):
            futures.discard(future)  # with its result, a tenth of a megabyte for each file
            yield future.result()
    finally:
        for future in futures:
            future.cancel()


def _prepare_elsewhere(key: str, tasks: list[Task]) -> list[Prepared]:
    """Prepare files in another process, which must have the version that the base is built with."""
    if base_key() != key:
        message = f"a worker has {base_key()}, and this is {key}"
        raise BaseFileError(message, "install the same versions there")
    return prepared.prepare_some(tasks)


@contextmanager
def _processes(workers: int) -> Iterator[Executor]:
    """Give processes that are started anew: a fork of a program with threads may hang."""
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
    from multiprocessing import get_context

    executor = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin_work)
    try:
        with _lost("a process that prepares files was killed", BrokenExecutor):
            yield executor
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _begin_work() -> None:
    """Leave ctrl+c, which reaches every process of a terminal, to the one that started this; collect as it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_COLLECTED)  # as in `__main__`: records make no rings, and a search for these takes a tenth


@contextmanager
def _lost(what: str, *errors: type[Exception]) -> Iterator[None]:
    """Raise BaseFileError in place of what an executor raises whose workers are gone."""
    try:
        yield
    except errors as error:
        message = f"{what}: {' '.join(str(error).split()) or type(error).__name__}"
        raise BaseFileError(message, f"memory may have run out: build again, or set {VARIABLE}=serial") from error


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client, KilledWorker
    except ImportError as error:
        message = f"{VARIABLE} names a Dask cluster, and `distributed` is not installed"
        raise BaseFileError(message, "pip install 'eujdef-tui[cluster]'") from error
    untyped: Any = Client
    try:
        client: Any = untyped(f"tcp://{address}", timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        message = f"no Dask scheduler answers at {address}: {error}"
        raise BaseFileError(message, f"start one there (`dask scheduler`), or leave {VARIABLE} out") from error
    from concurrent.futures import CancelledError

    try:
        with _lost(f"the Dask cluster at {address} lost its work", KilledWorker, CancelledError, OSError):
            yield client.get_executor()
    finally:
        client.close()
