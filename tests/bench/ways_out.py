"""How long the explorer takes to end, for each way out, from the key or the signal until the process is gone.

    python tests/bench/ways_out.py [ROUNDS]

Each round starts the explorer anew in a pseudo-terminal of 80×24 and ends it in the list, in the search line with a
query and in the help. Exits with 1 where one end takes over a second, or where an exit status is not the one that is
promised.
"""

from __future__ import annotations

import os
import signal
import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench.verdict import Verdicts, cache_bytecode, fail
from tests.helpers.places import ROOT
from tests.helpers.pty_session import Session

LIMIT = 1.0  # seconds, for the slowest of all rounds
PLACES = {"the list": b"", "a search": b"/kalas", "the help": b"?"}
KEYS = {"^c twice": (b"\x03\x03", 130)}
SIGNALS = {"SIGTERM": signal.SIGTERM, "SIGHUP": signal.SIGHUP, "SIGQUIT": signal.SIGQUIT, "SIGINT": signal.SIGINT}


def seconds(way: str, place: str, folder: str) -> float:
    """Seconds from one way out until the program has ended; fails where it shows no screen or ends otherwise."""
    command = [sys.executable, "-m", "eujdef_tui", "--fresh"]
    env = {"PYTHONPATH": str(ROOT), "EUJDEF_CACHE": folder, "EUJDEF_STATE": folder}
    with Session(command, (80, 24), **env) as session:
        session.await_text("? help")
        session.type(PLACES[place])
        session.settle(0.3)
        if way in SIGNALS:
            promised = 128 + SIGNALS[way]
            session.process.send_signal(SIGNALS[way])
        elif way == "link closed":
            promised = 128 + signal.SIGHUP
            session.hang_up()
        else:
            keys, promised = KEYS[way]
            session.type(keys)
        status, took = session.await_end()
    if status != promised:
        fail(f"{way} in {place} ended with {status}, not {promised}")
    return took


def main() -> None:
    """Print the median and the slowest end for each way out."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    verdicts = Verdicts()
    os.chdir(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        cache_bytecode(Path(folder) / "bytecode")
        print(f"{'seconds to the end':<20}   median  slowest   limit {LIMIT}")
        for way in (*KEYS, *SIGNALS, "link closed"):
            took = [seconds(way, place, folder) for place in PLACES for _ in range(rounds)]
            print(f"{way:<20}{statistics.median(took):9.3f}{max(took):9.3f}   {verdicts.of(way, max(took), LIMIT)}")
    verdicts.end()


if __name__ == "__main__":
    main()
