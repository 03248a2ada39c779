"""Check a long draft in several processes, one for each core: each answers for some of its parts.

A process that begins in the middle of a draft does not know what was named before. So each answer is handed over with
the context that it was found in, and is used where the context turns out to be that one; all else is answered again.
What is printed is what one process would print. Answers are handed over in chunks: while a process answers for the rest
of its share, the one that asked goes on with what it has.
"""

from __future__ import annotations

import marshal
import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice, pairwise

from eujdef_tui.errors import UsageError
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.store import Base
from eujdef_tui.verify.checking import Answer, Answered, Checked, Checker, Key
from eujdef_tui.verify.comparing import Difference
from eujdef_tui.verify.context import Mentioned, State
from eujdef_tui.verify.draft_text import Part, parts
from eujdef_tui.verify.fact import Fact
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.names import Named
from eujdef_tui.verify.verdict import Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["checked", "checked_in_turn"]

# "serial" or of a cluster: one process here. The name is that of store/executors.py, which takes 0.1 s to load.
VARIABLE = "EUJDEF_EXECUTOR"
_DASK = "dask://"
_WORTH = 80  # parts that take much longer to answer than a process takes to start
_MOST = 8  # processes: a machine is shared
_CHUNK = 50  # parts of which the answers are handed over together
_SIZE = 4  # bytes before a chunk that tell how long it is


def checked(base: Base, text: str) -> list[Checked]:
    """The parts of a draft with their verdicts, in order."""
    return [one for some in checked_in_turn(base, text) for one in some]


def checked_in_turn(base: Base, text: str) -> Iterator[list[Checked]]:
    """The same, as many parts at a time as are answered for. The program is forked, unless it has threads.

    Raises UsageError where EUJDEF_EXECUTOR is not understood: as a BaseFileError it would have the base built anew.
    """
    _refuse_unknown(os.environ.get(VARIABLE, ""))
    checker, some = Checker(base, text), parts(text)
    shares = list(pairwise(_bounds(some, _processes(len(some)))))
    known: dict[Key, Answer] = {}
    found = list[Checked]()
    with _begun(checker, text, [some[first:last] for first, last in shares[1:]]) as begun:
        ahead = dict(zip([first for first, _ in shares[1:]], begun, strict=False))
        chunks: Iterator[bytes] = iter(())
        due = -1
        for done, (part, _, answer) in enumerate(checker.answers(text, some, known), 1):
            found.append(Checked(part, answer.verdict, answer.named))
            if (helper := ahead.get(done)) is not None:
                chunks, due = helper.chunks(), done
            if done == due:
                yield found
                found, due = [], due + _CHUNK
                known.update(_unpacked(next(chunks, b""), some[done:due], checker.facts))
        yield found


def _refuse_unknown(named: str) -> None:
    if named not in ("", "serial", "processes") and not named.startswith(_DASK):
        advice = f"set {VARIABLE} to serial, processes or {_DASK}HOST:PORT, or leave it out"
        raise UsageError(f"{VARIABLE} is {named}, which is no place to check a draft", advice)


def _processes(count: int) -> int:
    """How many processes share the work on so many parts."""
    named = os.environ.get(VARIABLE, "")
    if count < 2 * _WORTH or named == "serial" or named.startswith(_DASK) or not hasattr(os, "fork"):
        return 1
    import threading  # a short draft does without

    if threading.active_count() > 1:  # what a thread has locked stays locked in a process that is forked
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, count // _WORTH, _MOST))


def _bounds(some: Sequence[Part], shares: int) -> list[int]:
    """Where each share of the parts begins, and the last one ends: shares of about as many characters."""
    total, done, found = sum(part.end - part.start for part in some), 0, [0]
    for at, part in enumerate(some):
        if done * shares >= total * len(found) and len(found) < shares:
            found.append(at)
        done += part.end - part.start
    return [*found, len(some)]


class _Helper(NamedTuple):
    """A process, and the end of the pipe from which its answers are read."""

    pid: int
    pipe: int

    def chunks(self) -> Iterator[bytes]:
        """Wait for each chunk of its answers; of one that was ended no more come."""
        with open(self.pipe, "rb", closefd=False) as file:
            while len(size := file.read(_SIZE)) == _SIZE:
                yield file.read(int.from_bytes(size, "little"))


@contextmanager
def _begun(checker: Checker, text: str, shares: Sequence[Sequence[Part]]) -> Iterator[list[_Helper]]:
    """A process for each share of the parts, as far as the machine allows; they are ended at the end."""
    begun = list[_Helper]()
    try:
        if shares:
            with _uninterrupted(), suppress(OSError):  # no more processes, no memory: the one that asks does the work
                for some in shares:
                    begun.append(_begin(checker, text, some))
        yield begun
    finally:
        for helper in begun:
            os.close(helper.pipe)
            with suppress(ProcessLookupError):
                os.kill(helper.pid, signal.SIGKILL)  # it holds nothing that must be put in order
            with suppress(ChildProcessError):
                os.waitpid(helper.pid, 0)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep ctrl+c waiting: raised between a fork and what follows it, it would go on with the program in the helper.

    Processes that are forked meanwhile never receive it: the one that asks ends them.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(checker: Checker, text: str, some: Sequence[Part]) -> _Helper:
    asking = os.getpid()
    reading, writing = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    if not pid:
        try:
            os.close(reading)
            _leave_streams()
            _answer(checker, text, some, writing, asking)
        finally:
            os._exit(0)  # nothing of the program is ended twice: no file is flushed, no error printed
    os.close(writing)
    return _Helper(pid, reading)


def _leave_streams() -> None:
    """Hold none of the program's streams, so that who reads its output waits for the program alone."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)


def _answer(checker: Checker, text: str, some: Sequence[Part], pipe: int, asking: int) -> None:
    """Answer for some parts in a process of its own, as long as the one that is `asking` lives.

    Where the base cannot be read again there are no answers.
    """
    if not checker.facts.base.connection.renew():
        return
    answers, waiting = checker.answers(text, some, {}), b""
    os.set_blocking(pipe, False)  # one who is still busy reads nothing, and a pipe holds 65,536 bytes
    while found := list(islice(answers, _CHUNK)):
        if os.getppid() != asking:  # it was killed: nobody reads what is found
            return
        data = _packed(found)
        waiting += len(data).to_bytes(_SIZE, "little") + data
        with suppress(BlockingIOError):
            waiting = waiting[os.write(pipe, waiting) :]
    os.set_blocking(pipe, True)
    with open(pipe, "wb") as file:
        file.write(waiting)


# --- what is handed over: plain values, in which a fact is its number ---


def _packed(found: Iterable[Answered]) -> bytes:
    return marshal.dumps([(_plain_state(state), _plain(answer)) for _, state, answer in found])


def _unpacked(data: bytes, some: Sequence[Part], facts: Facts) -> Iterator[tuple[Key, Answer]]:
    """Each answer with what it answers; none where they did not come whole."""
    try:
        plain = marshal.loads(data)
    except (EOFError, ValueError, TypeError):
        return
    for part, (state, answer) in zip(some, plain, strict=False):
        if part.sort != "code":
            yield (part.shape, part.sort, _state(state, facts)), _answered(answer, facts)


def _plain_state(state: State | None) -> tuple[Any, ...] | None:
    return None if state is None else (*state[:3], _number(state[3]))


def _state(plain: tuple[Any, ...] | None, facts: Facts) -> State | None:
    return None if plain is None else (plain[0], plain[1], plain[2], _fact(plain[3], facts))


def _plain(answer: Answer) -> tuple[Any, ...]:
    mentioned = None if answer.mentioned is None else tuple(answer.mentioned)
    return _plain_verdict(answer.verdict), list(map(tuple, answer.named)), mentioned


def _answered(plain: tuple[Any, ...], facts: Facts) -> Answer:
    verdict, named, mentioned = plain
    whom = None if mentioned is None else Mentioned._make(mentioned)
    return Answer(_verdict(verdict, facts), tuple(map(Named._make, named)), whom)


def _plain_verdict(one: Verdict) -> tuple[Any, ...]:
    odd = list(map(tuple, one.differences))
    return one.word, one.why, _number(one.fact), odd, one.share, one.lacking, list(map(_plain_verdict, one.parts))


def _verdict(plain: tuple[Any, ...], facts: Facts) -> Verdict:
    word, why, number, odd, share, lacking, told = plain
    differences = tuple(map(Difference._make, odd))
    found = tuple(_verdict(one, facts) for one in told)
    return Verdict(word, why, _fact(number, facts), differences, share, lacking, found)


def _number(fact: Fact | None) -> int:
    return -1 if fact is None else fact.at


def _fact(number: int, facts: Facts) -> Fact | None:
    return None if number < 0 else facts.facts[number]
