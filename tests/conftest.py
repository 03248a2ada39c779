"""What most tests stand on: a cache of their own, a day that does not pass, and two fact files opened."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from eujdef_tui.store import SHIPPED, Base, open_base
from tests.helpers.places import METRE


@pytest.fixture(scope="session", autouse=True)
def _heeded_signals() -> None:
    """Processes that tests start heed ctrl+c and hang-up, also where the tests run in the background, or by nohup."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_IGN:  # which a process hands on to those it starts
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


@pytest.fixture(scope="session", autouse=True)
def _surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EUJDEF_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("EUJDEF_STATE", f"{os.devnull}/none")  # no folder can be made there: nothing is remembered
        patch.setenv("EUJDEF_CONFIG", f"{os.devnull}/none")
        patch.setenv("VISUAL", "true")  # no test opens an editor or a browser by a key that it did not mean
        patch.setenv("BROWSER", "true")
        patch.setenv("EUJDEF_TODAY", "2025-09-01")
        patch.delenv("EUJDEF_FILE", raising=False)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Lines count as covered in quick tests, and in slow ones that are marked `counts_lines`.

    Counting doubles the processor time of a test: with all of them it was 16 minutes of 31. The marked third of the
    slow ones covers what all of them do. The marker `no_cover` of pytest-cov 7.1 does nothing in the workers of
    pytest-xdist, so the tracer itself is put aside.
    """
    if not pyfuncitem.get_closest_marker("slow") or pyfuncitem.get_closest_marker("counts_lines"):
        return (yield)
    tracer, of_threads = sys.gettrace(), threading.gettrace()
    sys.settrace(None)
    threading.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)
        threading.settrace(of_threads)


@pytest.fixture(autouse=True)
def _counted_processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines that run in the processes that a test starts are counted only where the test is marked `counts_lines`.

    Counting costs each process 0.37 s.
    """
    if not request.node.get_closest_marker("counts_lines"):
        monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


@pytest.fixture(scope="session")
def metre() -> Iterator[Base]:
    """The base of the fact file that was written for tests."""
    base = open_base(METRE)
    yield base
    base.close()


@pytest.fixture(scope="session")
def corpus() -> Iterator[Base]:
    """The base of the fact file that is shipped."""
    base = open_base(SHIPPED)
    yield base
    base.close()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder that is in use, not made yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("EUJDEF_CACHE", str(folder))
    return folder


@pytest.fixture
def facts(cache: Path) -> Path:
    """A copy of the metre's fact file, its articles beside it, to be changed at will; its base is not made yet."""
    shutil.copytree(METRE.parent / "articles", cache.parent / "facts" / "articles")
    return Path(shutil.copy(METRE, cache.parent / "facts"))
