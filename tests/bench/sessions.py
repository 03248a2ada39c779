"""How many people one box bears: explorers over a real OpenSSH server on loopback, all open at once.

    python tests/bench/sessions.py [SESSIONS [FACT_FILE]]

Tells how long it takes until all show their first screen, the memory of all processes together (PSS: a page that
several share is counted once), and the time from a key to the first byte of its answer: with one person typing
while the others read, and with all of them pressing the same key at the same moment.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from eujdef_tui.store import SHIPPED, open_base
from tests.helpers.ssh_crowd import crowd
from tests.helpers.ssh_server import Server


def main(count: str = "40", fact_file: str = str(SHIPPED)) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        os.environ["EUJDEF_CACHE"] = str(place / "cache")
        open_base(Path(fact_file)).close()
        with Server(place, Path(fact_file).resolve(), place / "cache") as box:
            print(crowd(box, int(count)))


if __name__ == "__main__":
    main(*sys.argv[1:])
