"""Bytes per action, stock Textual beside the driver that sends differences, in one run.

    python tests/bench/wire.py [PROGRAM ...]

Each program runs in a pseudo-terminal of 80×24 in 256 colours, once with each driver, and gets the same keys.
An action's bytes are all that is written until nothing has been for a fifth of a second. Medians.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from pty_session import Session  # noqa: E402

DOWN, PAGE, TAB, ESCAPE = b"\x1b[B", b"\x1b[6~", b"\t", b"\x1b"
LETTERS = [("letter", bytes([letter])) for letter in b"kallas"]
IDLE = 5.0  # seconds

DEMO = """
from textual.app import App
from textual.widgets import Input, OptionList
class Demo(App):
    def compose(self):
        yield OptionList(*(f"option {n} of the list" for n in range(200)))
        field = Input()
        field.cursor_blink = False
        yield field
app = Demo
"""
EXPLORER = """
from eujdef_tui.base import SHIPPED, open_base
from eujdef_tui.tui.app import Explorer
app = lambda **options: with_driver(Explorer(open_base(SHIPPED), fresh=True), **options)
def with_driver(app, driver_class):
    app.driver_class = driver_class
    return app
"""
DRIVERS = {
    "stock": "from textual.drivers.linux_driver import LinuxDriver as Driver",
    "wire": "from eujdef_tui.tui.wire.driver import WireDriver as Driver",
}
MOVES = [("move", DOWN)] * 8 + [("page", PAGE)] * 3
PROGRAMS = {
    "OptionList": (DEMO, "option 0", [*MOVES, *[("tab", TAB)] * 4, ("", TAB), *LETTERS]),
    "Explorer": (
        EXPLORER,
        "Timeline",
        [
            *(step for view in b"12345" for step in [("", bytes([view])), *MOVES]),
            *[("tab", TAB)] * 6,
            ("", b"1"),
            ("", b"/"),
            *LETTERS,
            ("", ESCAPE),
        ],
    ),
}


def measure(source: str, marker: str, steps: list[tuple[str, bytes]], driver: str) -> dict[str, list[int]]:
    """Bytes of every action of a program, by the action's name."""
    code = f"{DRIVERS[driver]}\n{source}\napp(driver_class=Driver).run()"
    sizes: dict[str, list[int]] = defaultdict(list)
    with Session([sys.executable, "-c", code]) as session:
        session.await_text(marker)
        session.settle(1.0)
        sizes["start"].append(len(session.seen))
        for action, key in steps:
            session.type(key)
            size = len(session.settle(0.2))
            if action:
                sizes[action].append(size)
        sizes[f"idle {IDLE:.0f} s"].append(len(session.settle(IDLE)))
    return sizes


def main(names: list[str]) -> None:
    """Print a table for each program."""
    os.environ |= {"TEXTUAL_ANIMATIONS": "none", "PYTHONPATH": str(TESTS.parent), "EUJDEF_TODAY": "2026-01-15"}
    os.environ.setdefault("EUJDEF_CACHE", tempfile.mkdtemp())
    os.environ["EUJDEF_STATE"] = tempfile.mkdtemp()
    for name in names or PROGRAMS:
        stock, wire = (measure(*PROGRAMS[name], driver) for driver in DRIVERS)
        print(f"\n{name:12} {'stock':>9} {'wire':>9} {'wire max':>9}")
        for action, sizes in stock.items():
            row = statistics.median(sizes), statistics.median(wire[action]), max(wire[action])
            print(f"{action:12} " + " ".join(f"{size:9,.0f}" for size in row))


if __name__ == "__main__":
    main(sys.argv[1:])
