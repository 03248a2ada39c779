"""A long draft is checked by several processes, and the verdicts are those of one."""

from __future__ import annotations

import os
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eujdef_tui.errors import UsageError
from eujdef_tui.store import SHIPPED, Base, executors, open_base
from eujdef_tui.verify import helpers
from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.draft_text import parts
from eujdef_tui.verify.helpers import checked
from tests.verify.passages import PASSAGES

Check = Callable[[str], list[Checked]]
# what "he" and "the pact" stand for changes from passage to passage
TEXT = "# Notes\n\n" + "\n\n".join(case.text for passage in PASSAGES[:14] for case in passage) + "\n\n```\n5\n```\n"

pytestmark = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # the runner of the tests has threads


def told(found: list[Checked]) -> list[tuple[object, ...]]:
    """All that is said of a draft, with facts by their words."""
    return [
        (one.part, one.verdict._replace(fact=None, parts=()), one.verdict.fact and one.verdict.fact.words, one.named)
        for one in found
    ]


def open_files() -> int:
    """How many files the process has open."""
    found = Path("/dev/fd")
    return len(list(found.iterdir())) if found.exists() else 0


def framed(data: bytes) -> bytes:
    """A chunk as a process hands it over."""
    return len(data).to_bytes(helpers._SIZE, "little") + data


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three processes share even a short draft."""
    monkeypatch.setattr(helpers, "_processes", lambda _: 3)


@pytest.mark.slow
@pytest.mark.counts_lines
def test_several_processes_say_what_one_says(shared: None, base: Base, check: Check) -> None:
    assert told(checked(base, TEXT)) == told(check(TEXT))


@pytest.mark.slow
@pytest.mark.counts_lines
def test_what_a_process_found_is_taken_over_where_the_context_is_the_same(
    shared: None, base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered = list[str]()
    answer = Checker._answer

    def counted(self: Checker, *of: object) -> object:
        answered.append("")
        return answer(self, *of)  # type: ignore[arg-type]

    monkeypatch.setattr(Checker, "_answer", counted)
    count = len(checked(base, TEXT))
    assert count / 3 <= len(answered) < count / 2  # a third, and what depends on what was named before


@pytest.mark.slow
@pytest.mark.parametrize("data", [b"", b"(", b"[\x05\0\0\0(\x02"])
def test_without_whole_answers_the_work_is_done_here(
    shared: None, base: Base, check: Check, monkeypatch: pytest.MonkeyPatch, data: bytes
) -> None:
    monkeypatch.setattr(helpers._Helper, "chunks", lambda _: iter([data]))
    assert told(checked(base, TEXT)) == told(check(TEXT))


@pytest.mark.slow
@pytest.mark.counts_lines
def test_what_is_answered_comes_in_turn_before_another_process_is_waited_for(
    shared: None, base: Base, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(helpers, "_CHUNK", 4)
    chunks, waited = helpers._Helper.chunks, list[int]()
    came = list[list[Checked]]()

    def noted(helper: helpers._Helper) -> Iterator[bytes]:
        for data in chunks(helper):
            waited.append(len(came))
            yield data

    monkeypatch.setattr(helpers._Helper, "chunks", noted)
    for some in helpers.checked_in_turn(base, TEXT):
        came.append(some)
    assert told([one for some in came for one in some]) == told(check(TEXT))
    assert len(came) > 6
    assert waited == list(range(1, len(waited) + 1))


@pytest.mark.slow
def test_where_no_process_can_be_begun_the_work_is_done_here(
    shared: None, base: Base, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> int:
        raise OSError("no more processes")

    before = open_files()
    monkeypatch.setattr(os, "fork", refused)
    assert told(checked(base, TEXT)) == told(check(TEXT))
    assert open_files() == before


def test_answers_are_the_same_after_they_were_handed_over(checker: Checker) -> None:
    some = parts("# Notes\n\nHe said so.\n\nJapan and the EU signed a pact. It is about security.\n\n```\n5\n```\n")
    handed = list(helpers._unpacked(helpers._packed(checker.answers("", some, {})), some, checker.facts))
    answers = [(part, answer) for part, _, answer in checker.answers("", some, {}) if part.sort != "code"]
    assert [answer for _, answer in handed] == [answer for _, answer in answers]
    assert [key[:2] for key, _ in handed] == [(part.shape, part.sort) for part, _ in answers]
    assert [key[2] is None for key, _ in handed] == [True, False, True, False]


def test_answers_are_given_through_a_pipe_by_a_connection_of_its_own(checker: Checker) -> None:
    base = open_base(SHIPPED)
    mine = Checker(base)
    some = parts("Japan and the EU signed a pact.")
    reading, writing = os.pipe()
    helpers._answer(mine, "", some, writing, os.getppid())
    (data,) = helpers._Helper(0, reading).chunks()
    os.close(reading)
    (answer,) = dict(helpers._unpacked(data, some, checker.facts)).values()
    assert answer.verdict.fact is not None
    base.close()


def test_the_work_ends_with_the_process_that_asked_for_it(checker: Checker) -> None:
    base = open_base(SHIPPED)
    reading, writing = os.pipe()
    helpers._answer(Checker(base), "", parts("Japan and the EU signed a pact."), writing, os.getpid())  # no parent
    os.close(writing)
    assert list(helpers._Helper(0, reading).chunks()) == []
    os.close(reading)
    base.close()


def test_a_process_holds_no_stream_of_the_program(checker: Checker, monkeypatch: pytest.MonkeyPatch) -> None:
    def streams(_: Checker, __: str, ___: object, pipe: int, ____: int) -> None:
        held = [not os.path.samestat(os.fstat(stream), Path(os.devnull).stat()) for stream in range(3)]
        os.write(pipe, framed(repr(any(held)).encode()))

    monkeypatch.setattr(helpers, "_answer", streams)
    with helpers._begun(checker, "", [[]]) as (helper,):
        assert list(helper.chunks()) == [b"False"]


@pytest.mark.parametrize("interrupts_helper", [True, False])
def test_an_interrupt_behind_the_fork_begins_no_second_program(
    checker: Checker, monkeypatch: pytest.MonkeyPatch, interrupts_helper: bool
) -> None:
    fork, begun = os.fork, list[int]()

    def interrupted() -> int:
        pid = fork()
        begun.append(pid)
        if interrupts_helper == (not pid):
            signal.raise_signal(signal.SIGINT)
        return pid

    monkeypatch.setattr(os, "fork", interrupted)
    monkeypatch.setattr(helpers, "_answer", lambda *given: os.write(given[3], framed(b"done")))
    files, mask = open_files(), signal.pthread_sigmask(signal.SIG_BLOCK, ())
    if interrupts_helper:
        with helpers._begun(checker, "", [[]]) as (helper,):
            assert list(helper.chunks()) == [b"done"]
    else:
        with pytest.raises(KeyboardInterrupt), helpers._begun(checker, "", [[]]):
            pass
    with pytest.raises(ChildProcessError):  # it was ended and waited for
        os.waitpid(begun[0], os.WNOHANG)
    assert open_files() == files
    assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == mask


def test_both_who_share_work_among_processes_ask_one_variable() -> None:
    assert helpers.VARIABLE == executors.VARIABLE


@pytest.mark.parametrize(("count", "cores", "processes"), [(10, 4, 1), (200, 4, 2), (5000, 2, 2), (5000, 64, 8)])
def test_as_many_processes_are_begun_as_pay(
    monkeypatch: pytest.MonkeyPatch, count: int, cores: int, processes: int
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)), raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.delenv(helpers.VARIABLE, raising=False)
    assert helpers._processes(count) == processes
    for executor in ("serial", "dask://127.0.0.1:8786"):
        monkeypatch.setenv(helpers.VARIABLE, executor)
        assert helpers._processes(count) == 1


def test_a_program_with_threads_begins_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(4)), raising=False)
    monkeypatch.delenv(helpers.VARIABLE, raising=False)
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert helpers._processes(5000) == 1
    finally:
        ended.set()
        thread.join()


@pytest.mark.parametrize("shares", [1, 2, 3, 7])
def test_shares_are_of_about_the_same_length_and_leave_nothing_out(shares: int) -> None:
    some = parts("\n\n".join(f"Sentence {number} is as long as the others." for number in range(50)))
    bounds = helpers._bounds(some, shares)
    assert bounds[0] == 0
    assert bounds[-1] == len(some)
    sizes = [last - first for first, last in zip(bounds, bounds[1:], strict=False)]
    assert len(sizes) == shares
    assert max(sizes) - min(sizes) <= 2


def test_no_parts_make_one_empty_share() -> None:
    assert helpers._bounds([], 1) == [0, 0]


def test_a_base_is_opened_again_after_a_fork_unless_another_has_its_name(tmp_path: Path) -> None:
    base = open_base(SHIPPED)
    assert base.connection.renew()
    assert base.count()
    other = sqlite3.connect(":memory:")
    base.connection.copy_to(other)
    other.close()
    base.connection.identity = (0, 0)
    assert not base.connection.renew()
    assert base.count()
    base.close()


def test_an_executor_that_is_none_is_refused_as_a_build_refuses_it(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(helpers.VARIABLE, "bogus")
    with pytest.raises(UsageError, match="EUJDEF_EXECUTOR is bogus") as refused:
        checked(base, "The EU allocated 326 billion euros.")
    assert refused.value.advice == executors._ADVICE


@pytest.mark.parametrize("named", ["", "serial", "processes", "dask://localhost:8786"])
def test_an_executor_of_a_build_is_accepted(base: Base, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv(helpers.VARIABLE, named)
    assert len(checked(base, "The EU allocated 326 billion euros.")) == 1
