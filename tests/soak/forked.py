"""Run a piece of the program in a forked child with limits, and measure the time and memory that it took.

A fork starts with all modules imported: what is measured is the work, not the start. Only for a process without
threads.
"""

from __future__ import annotations

import os
import resource
import select
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Ended", "command", "forked", "preload"]

SECONDS = 30  # after which a child counts as hanging


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: exit code, or minus the signal that ended it; output; seconds of processor; most MiB."""

    code: int
    out: str
    err: str
    seconds: float
    mib: float


def preload() -> None:
    """Import what the verbs import when they run, and the data of the sentence splitter."""
    import eujdef_tui.cli.doctor
    import eujdef_tui.cli.verbs.check
    import eujdef_tui.cli.verbs.export
    import eujdef_tui.cli.verbs.find
    import eujdef_tui.cli.verbs.show
    import eujdef_tui.factfile.anchoring
    import eujdef_tui.factfile.loader
    import eujdef_tui.search.pipeline
    import eujdef_tui.store.compiler  # noqa: F401
    from eujdef_tui.text.sentences import sentences

    sentences("One sentence. And another.")


def command(*arguments: str) -> Callable[[], int]:
    """A job that runs `eujdef` with these arguments."""

    def run() -> int:
        from eujdef_tui.cli.commands import main

        return main(arguments)

    return run


def forked(job: Callable[[], int], prepare: Callable[[], None] = lambda: None, seconds: int = SECONDS) -> Ended:
    """Run a job in a child. `prepare` is called there first, to limit it or to make its calls fail.

    After `seconds` it is killed.
    """
    (out, out_end), (err, err_end) = os.pipe(), os.pipe()
    pid = os.fork()
    if not pid:
        _run_and_exit(job, prepare, seconds, out_end, err_end)
    os.close(out_end)
    os.close(err_end)
    seen = {out: b"", err: b""}
    waiting = {out, err}
    while waiting:
        for end in select.select(list(waiting), [], [])[0]:
            data = os.read(end, 65_536)
            seen[end] += data
            if not data:
                waiting.discard(end)
                os.close(end)
    _, status, used = os.wait4(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    texts = [seen[end].decode("utf-8", "replace") for end in (out, err)]
    return Ended(code, texts[0], texts[1], used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _run_and_exit(job: Callable[[], int], prepare: Callable[[], None], seconds: int, out: int, err: int) -> None:
    code = 70
    try:
        os.dup2(out, 1)
        os.dup2(err, 2)
        # of the parent's own the buffers may hold text, and the positions are of other files
        sys.stdin, sys.stdout, sys.stderr = (open(*to) for to in ((os.devnull,), (1, "w"), (2, "w")))  # noqa: SIM115, PTH123
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.alarm(seconds)
        prepare()
        code = job()
        sys.stdout.flush()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 70
    except BaseException:  # noqa: BLE001 - what no verb may let through is printed, and seen by the suite
        os.write(2, traceback.format_exc().encode("utf-8", "replace"))
    finally:
        os._exit(code)  # no handler of the parent's runs
