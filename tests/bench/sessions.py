"""How many people one box bears: explorers over a real OpenSSH server on loopback, all open at once.

    python tests/bench/sessions.py [SESSIONS [FACT_FILE]]

Tells how long it takes until all show their first screen, the memory of all processes together (PSS: a page that
several share is counted once), and the time from a key to the first byte of its answer: with one person typing
while the others read, and with all of them pressing the same key at the same moment. Exits with 1
over a limit, or where a session does not open, answer or quit.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from eujdef_tui.store import SHIPPED, open_base
from tests.bench.verdict import Verdicts, fail
from tests.helpers.ssh_crowd import crowd
from tests.helpers.ssh_server import MISSING, Server


def main(count: str = "40", fact_file: str = str(SHIPPED)) -> None:
    """Measure and print."""
    if MISSING:
        fail(MISSING)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        os.environ["EUJDEF_CACHE"] = str(place / "cache")
        open_base(Path(fact_file)).close()
        with Server(place, Path(fact_file).resolve(), place / "cache") as box:
            try:
                seen = crowd(box, int(count))
            except (TimeoutError, AssertionError) as error:
                fail(f"a session did not answer: {error}")
    print(seen)
    verdicts = Verdicts()
    for what, took, limit in (("a key alone, s", seen.alone, 2.0), ("keys at one moment, s", seen.together, 5.0)):
        print(f"slowest {what}: limit {limit}: {verdicts.of(what, max(took), limit)}")
    verdicts.end()


if __name__ == "__main__":
    main(*sys.argv[1:])
