"""Files are prepared here, in processes or on a cluster, and the base is the same bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path
from subprocess import PIPE
from types import ModuleType
from typing import Any

import pytest

from eujdef_tui.errors import BaseFileError
from eujdef_tui.store import cache as caching
from eujdef_tui.store import executors, open_base, unfinished
from eujdef_tui.store import prepared as preparing
from eujdef_tui.store.base_key import base_key
from eujdef_tui.store.cache import base_path
from tests.helpers.cache_probes import OPEN
from tests.helpers.places import METRE
from tests.helpers.processes import python, surroundings

FILE = """\
schema_version: "1"
title: Ships
sources:
  - {{id: s{n}, type: article, title: Story {n}, file: s.txt}}
actors:
  - {{id: a{n}, kind: person, name: Captain {n}, evidence: [{{source: s{other}, quote: "A ship came in."}}]}}
"""


@pytest.fixture
def ships(tmp_path: Path) -> Path:
    """A folder of seven files, each of which quotes the article of the next."""
    folder = tmp_path / "ships"
    folder.mkdir()
    (folder / "s.txt").write_text("A ship came in. Another one left.\n", encoding="utf-8")
    for n in range(7):
        (folder / f"{n}.yaml").write_text(FILE.format(n=n, other=(n + 1) % 7), encoding="utf-8")
    return folder


def built(path: Path, cache: Path, executor: str) -> bytes:
    """The bytes of the base of a folder that a process of its own builds."""
    ran = python(OPEN, str(path), EUJDEF_CACHE=str(cache), EUJDEF_EXECUTOR=executor, COVERAGE_PROCESS_CONFIG="")
    assert ran.code == 0, ran.err
    (base,) = cache.glob("*.sqlite")
    return base.read_bytes()


@pytest.mark.slow  # starts processes
def test_processes_give_the_bytes_of_one(ships: Path, tmp_path: Path) -> None:
    assert built(ships, tmp_path / "a", "serial") == built(ships, tmp_path / "b", "processes")


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a Dask scheduler on loopback with two workers."""
    run = [sys.executable, "-m"]
    env = surroundings() | {"COVERAGE_PROCESS_CONFIG": ""}
    with ExitStack() as stack:

        def started(*command: str) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                [*run, *command, "--no-dashboard"], stderr=PIPE, text=True, env=env, cwd=tmp_path
            )
            stack.enter_context(process)
            stack.callback(process.kill)
            return process

        def said(process: subprocess.Popen[str], pattern: str) -> str:
            assert process.stderr
            lines = iter(process.stderr.readline, "")
            return next(found[1] for line in lines if (found := re.search(pattern, line)))

        boss = started("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0")
        address = said(boss, r"Scheduler at:\s+tcp://(\S+)")
        work = ("distributed.cli.dask_worker", f"tcp://{address}", "--nthreads", "1", "--no-nanny")
        for worker in [started(*work), started(*work)]:
            said(worker, r"(Registered to)")
        yield address


@pytest.mark.slow  # starts a cluster
def test_a_cluster_gives_the_bytes_of_one_process(ships: Path, tmp_path: Path, scheduler: str) -> None:
    alone = built(ships, tmp_path / "a", "serial")
    assert built(ships, tmp_path / "b", f"dask://{scheduler}") == alone


@pytest.mark.parametrize("named", ["threads", "dask:", "http://box"])
def test_an_executor_that_is_none_is_refused_with_those_there_are(
    ships: Path, monkeypatch: pytest.MonkeyPatch, cache: Path, named: str
) -> None:
    monkeypatch.setenv(executors.VARIABLE, named)
    with pytest.raises(BaseFileError, match=re.escape(named)) as caught:
        open_base(ships)
    assert "dask://HOST:PORT" in caught.value.advice


def test_a_worker_of_another_version_is_refused() -> None:
    with pytest.raises(BaseFileError, match=re.escape(base_key())):
        executors._prepare_elsewhere("eujdef 0", [])


@pytest.mark.counts_lines
@pytest.mark.slow  # starts a process
def test_a_worker_that_is_killed_is_said_with_what_to_do() -> None:
    with pytest.raises(BaseFileError, match="was killed") as caught, executors._processes(1) as executor:
        executor.submit(os._exit, 1).result()
    assert f"{executors.VARIABLE}=serial" in caught.value.advice


def test_a_cluster_that_drops_a_task_without_a_word_is_said() -> None:
    with pytest.raises(BaseFileError, match="it fell: CancelledError"), executors._lost("it fell", CancelledError):
        raise CancelledError


@pytest.mark.skipif(os.name != "posix", reason="the modes of files are those of POSIX")
def test_what_is_unfinished_is_for_the_user_alone_and_is_swept_if_its_write_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile: list[tuple[str, int]] = []

    def look(*_: object) -> None:
        meanwhile.extend((path.name, path.stat().st_mode & 0o777) for path in tmp_path.iterdir())

    monkeypatch.setattr(unfinished, "write_kept", look)
    unfinished.remember(tmp_path / "ships.sqlite", [], "")
    assert {(name.startswith(caching._BUILDING), mode) for name, mode in meanwhile} == {(True, 0o600)}
    (left,) = tmp_path.iterdir()
    assert (left.name, left.stat().st_mode & 0o777) == ("ships.unfinished", 0o600)


def test_a_build_that_is_interrupted_keeps_what_was_prepared(
    ships: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[str] = []
    prepare = preparing.prepare_some

    def noted(tasks: list[preparing.Task]) -> list[preparing.Task]:
        prepared.extend(task.path for task in tasks)
        return tasks

    def until_interrupted(tasks: list[preparing.Task], *rest: preparing.Progress) -> list[preparing.Prepared]:
        if len(prepared) == 10:  # seven that miss an article, and three again
            raise KeyboardInterrupt
        return prepare(noted(tasks), *rest)

    monkeypatch.setattr(preparing, "prepare_some", until_interrupted)
    with pytest.raises(KeyboardInterrupt):
        open_base(ships)
    assert [path.suffix for path in cache.iterdir()] == [".unfinished"]
    prepared.clear()
    monkeypatch.setattr(preparing, "prepare_some", lambda tasks: prepare(noted(tasks)))
    open_base(ships).close()
    assert len(set(prepared)) == 4, "what was not ready yet"
    assert [path.name for path in cache.iterdir()] == [base_path(ships).name]


def test_what_is_unfinished_and_no_base_of_ours_is_passed_over(ships: Path, cache: Path) -> None:
    cache.mkdir(exist_ok=True)
    base_path(ships).with_suffix(".unfinished").write_bytes(b"no database")
    with closing(open_base(ships)) as base:
        assert base.count("actor") == 7


def test_only_a_large_folder_is_worth_the_start_of_processes(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    large.write_bytes(b"#" * (executors._WORTH + 1))
    assert executors._is_worth_it([preparing.Task(str(large), {})])
    assert not executors._is_worth_it([preparing.Task(str(METRE), {}), preparing.Task(str(tmp_path / "gone"), {})])


# --- where processes or a cluster would start, in threads ---


def test_every_task_is_prepared_once_in_whichever_order_and_progress_counts_to_the_end(
    ships: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks = [preparing.Task(str(path), {}) for path in sorted(ships.glob("*.yaml"))]
    done: list[tuple[int, int, str]] = []
    monkeypatch.setenv(executors.VARIABLE, "processes")
    monkeypatch.setattr(executors, "_processes", lambda _: ThreadPoolExecutor(2))
    found = list(executors.run(tasks, lambda *at: done.append(at)))
    assert len(found) == len(tasks)
    assert (done[0], done[-1]) == ((0, 7, "files"), (7, 7, "files"))
    assert done == sorted(done)


def test_what_waits_is_cancelled_where_a_task_fails() -> None:
    tasks = [preparing.Task(str(METRE), {}) for _ in range(20)]
    with ThreadPoolExecutor(1) as pool:
        futures: list[Future[object]] = []
        submit = pool.submit

        def noted(*given: Any) -> Future[Any]:
            futures.append(submit(*given) if len(futures) else submit(os.stat, "/no/such/file"))
            return futures[-1]

        pool.submit = noted  # type: ignore[assignment,method-assign]
        with pytest.raises(FileNotFoundError):
            list(executors._spread(pool, list(executors._chunks(tasks, 1))))
        assert sum(future.cancelled() for future in futures) > 10


def test_tasks_are_cut_into_chunks_of_which_the_last_may_be_shorter() -> None:
    assert list(executors._chunks("abcdefg", 3)) == [["a", "b", "c"], ["d", "e", "f"], ["g"]]
    assert list(executors._chunks("", 3)) == []


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand for the library of a cluster, which takes a second to load: what is asked of its client, in order."""
    asked: list[str] = []

    class Client:
        def __init__(self, address: str, **_: object) -> None:
            asked.append(address)
            if address.endswith(":1"):
                raise OSError("timed out")

        def get_executor(self) -> Executor:
            return ThreadPoolExecutor(1)

        def close(self) -> None:
            asked.append("closed")

    library = ModuleType("distributed")
    library.Client, library.KilledWorker = Client, KeyError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "distributed", library)
    return asked


def test_a_cluster_prepares_the_files_and_its_client_is_closed(
    ships: Path, monkeypatch: pytest.MonkeyPatch, cluster: list[str]
) -> None:
    tasks = [preparing.Task(str(path), {}) for path in sorted(ships.glob("*.yaml"))]
    asked: list[preparing.Task] = []
    prepare = preparing.prepare_some

    def noted(some: list[preparing.Task]) -> list[preparing.Prepared]:
        asked.extend(some)
        return prepare(some)

    monkeypatch.setattr(preparing, "prepare_some", noted)
    monkeypatch.setenv(executors.VARIABLE, "dask://box:8786")
    assert len(list(executors.run(tasks, lambda *_: None))) == len(tasks)
    assert asked == [task._replace(compiled=False) for task in tasks], "rows are packed for one Python alone"
    assert cluster == ["tcp://box:8786", "closed"]


def test_rows_of_a_file_that_is_not_compiled_are_not_packed() -> None:
    task = preparing.Task(str(METRE), {})
    packed, bare = preparing.prepare_some([task, task._replace(compiled=False)])
    assert packed.ready is not None
    assert bare == packed._replace(ready=None)


def test_a_scheduler_that_does_not_answer_is_named_with_what_starts_one(cluster: list[str]) -> None:
    silent = pytest.raises(BaseFileError, match="no Dask scheduler answers at box:1: timed out")
    with silent as caught, executors._cluster("box:1"):
        pass
    assert "dask scheduler" in caught.value.advice


def test_a_cluster_whose_workers_are_killed_is_said_and_its_client_is_closed(cluster: list[str]) -> None:
    lost = pytest.raises(BaseFileError, match="the Dask cluster at box:2 lost its work: KeyError")
    with lost, executors._cluster("box:2"):
        raise KeyError
    assert cluster[-1] == "closed"


def test_a_cluster_without_its_library_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    missing = pytest.raises(BaseFileError, match="`distributed` is not installed")
    with missing as caught, executors._cluster("box:3"):
        pass
    assert caught.value.advice == "pip install 'eujdef-tui[cluster]'"
