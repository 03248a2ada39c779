"""Bytes of every action, beside stock Textual and beside fzf with a preview of the same facts, in one run.

    python tests/bench/wire.py [--quick] [--before FOLDER]

Each program runs in a pseudo-terminal of 80×24, then 120×36, in 256 colours, and gets the same keys at the same
time. An action's bytes are all that is written until nothing has been for 0.15 seconds. Medians over the shipped
facts, and the largest. Other sessions idle meanwhile, each in a state of its own, for a minute at least.
`--quick` leaves out the larger screen and idles for what that takes; `--before` measures an earlier version, too, and
a letter is compared with its letter. Exits with 1 over a limit, or where a program does
not start or does not answer.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from eujdef_tui.store import SHIPPED, open_base
from tests.bench.peers import EXPLORER, STOCK, Peers, explorer, tree_before
from tests.bench.verdict import Verdicts, fail
from tests.helpers.places import ROOT
from tests.helpers.pty_session import Session

UP, DOWN, BACK, PAGE, TAB, CLEAR = b"\x1b[A", b"\x1b[B", b"\x1b[5~", b"\x1b[6~", b"\t", b"\x15"
VIEWS = ("all", "timeline", "actors", "agreements", "statements", "tensions", "sources")  # by their keys: 0 to 6

# The action's name, "" for one that is not counted; the key; the key for fzf, b"" for none.
Step = tuple[str, bytes, bytes]


def _both(action: str, key: bytes, times: int = 1) -> list[Step]:
    return [(action, key, key)] * times


MOVES = [*_both("move", DOWN, 12), *_both("page", PAGE, 3), *_both("page", BACK, 2), *_both("move", UP, 4)]
SHORT = [
    *_both("move", DOWN, 4),
    *_both("move", UP, 4),
    *_both("page", PAGE),
    *_both("page", BACK),
]  # one page
WORDS = ("kallas", "japan", "2024", "gcap", "partnership")
LETTERS = [
    step for word in WORDS for key in (*word.encode(), *CLEAR) for step in _both("letter" * (key > 32), bytes([key]))
]
QUIET = 0.15  # seconds without a byte after which an action is over

# At 80×24, for the median over the shipped facts; fzf in the same run is a limit for a move and a letter too.
LIMITS = {"start": 4_000, "move": 1_250, "page": 1_800, "tab": 600, "letter": 2_500}
LETTER = 1.1  # times the bytes of a letter in the version before

# States of the screen, and the keys that lead to them.
STATES = {
    "the list": b"",
    "the search line": b"/kallas",
    "the reader": b"\r",
    "a link": b"\tj",
    "help": b"?",
    "a date asked for": b"t20",
    "the forms of a copy": b"y",
    "the palette": b"\x10",
}

Sizes = dict[str, list[int]]


def settle(sessions: Mapping[str, Session], quiet: float = QUIET) -> dict[str, int]:
    """How many bytes each writes until none of them has written for some seconds."""
    sizes = dict.fromkeys(sessions, 0)
    rest = time.monotonic() + quiet
    while time.monotonic() < rest:
        for name, session in sessions.items():
            if size := len(session.read(0.005)):
                sizes[name] += size
                rest = time.monotonic() + quiet
    return sizes


def close(sessions: Mapping[str, Session]) -> None:
    """End all of them."""
    for session in sessions.values():
        session.__exit__(None, None, None)


def measure(commands: Mapping[str, list[str]], steps: list[Step], size: tuple[int, int]) -> dict[str, Sizes]:
    """Bytes of every action, by program and by the action's name."""
    sizes: dict[str, Sizes] = {name: defaultdict(list) for name in commands}
    sessions = {name: Unseen(command, size) for name, command in commands.items()}
    try:
        for name, written in settle(sessions, 1.5).items():
            if sessions[name].process.poll() is not None or written < 500:  # no screen is drawn with less
                fail(f"{name} did not start: {sessions[name].seen[-200:].decode(errors='replace')!r}")
            sizes[name]["start"].append(written)
        for action, ours, fzf in steps:
            typed = {name: fzf if name == "fzf" else ours for name in sessions}
            for name, key in typed.items():
                sessions[name].type(key)
            for name, written in settle(sessions).items():
                if action and typed[name]:
                    sizes[name][action].append(written)
    finally:
        close(sessions)
    return sizes


def row(title: str, sizes: Mapping[str, Sizes], action: str, verdicts: Verdicts | None) -> None:
    """Print the median of an action and the largest for each program, and whether ours keeps to the limits."""
    cells = []
    for found in sizes.values():
        many = found.get(action)
        cells.append(f"{statistics.median(many):9,.0f} {max(many):8,.0f}" if many else " " * 18)
    limits: list[float] = [LIMITS[action]]
    if action in ("move", "letter") and "fzf" in sizes:
        limits.append(statistics.median(sizes["fzf"][action]))
    if action == "letter" and "before" in sizes:
        limits.append(LETTER * statistics.median(sizes["before"][action]))
    ours = statistics.median(sizes["eujdef"][action])
    if not ours:
        fail(f"eujdef did not answer the keys of {title}")
    verdict = verdicts.of(title, ours, min(limits)) if verdicts else ""
    print(f"{title:20}" + "".join(cells) + (f"{min(limits):9,.0f} {verdict}" if verdicts else ""), flush=True)


def at_size(size: tuple[int, int], peers: Peers, verdicts: Verdicts | None, before: Path | None) -> None:
    """Print the table of one size of the screen."""
    ours = {"eujdef": explorer(EXPLORER), "stock": explorer(STOCK)}
    if before:
        ours["before"] = explorer(EXPLORER, before)
    names = [*ours, *(() if peers.missing("fzf") else ("fzf",))]
    heads = "".join(f"{name:>12} max    " for name in names)
    print(f"\n{size[0]}×{size[1]}, bytes      {heads}{'limit' if verdicts else ''}")
    every: dict[str, Sizes] = {name: defaultdict(list) for name in names}

    def run(view: str, steps: list[Step]) -> dict[str, Sizes]:
        commands = {name: ours.get(name) or peers.fzf(view) for name in names}
        sizes = measure(commands, steps, size)
        for name, found in sizes.items():
            for action, many in found.items():
                every[name][action] += many
        return sizes

    for nth, view in enumerate(VIEWS):
        turn: list[Step] = [("", str(nth).encode(), b""), ("", b"g", b"")]
        sizes = run(view, [*turn, *(SHORT if view in ("all", "sources") else MOVES)])
        for action in ("move", "page"):
            row(f"{action} in {view}", sizes, action, verdicts)
    run("", [("", b"1", b""), *[("tab", TAB, b"")] * 9, ("", b"/", b""), *LETTERS])
    for action in ("start", "move", "page", "tab", "letter"):
        row(f"{action} in any view", every, action, verdicts)


class Unseen(Session):
    """A session whose bytes are counted and not looked at."""

    def look(self, data: bytes) -> None:
        """Do nothing."""


def at_rest(session: Session, keys: bytes) -> None:
    """Bring a session into a state of rest."""
    for key in keys:
        session.type(bytes([key]))
        session.settle(QUIET)
    session.settle(1.0)


def main() -> None:
    """Print the tables."""
    quick, verdicts = "--quick" in sys.argv, Verdicts()
    os.environ |= {"TEXTUAL_ANIMATIONS": "none", "PYTHONPATH": str(ROOT), "EUJDEF_TODAY": "2026-01-15"}
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("EUJDEF_CACHE", folder)
        os.environ["EUJDEF_STATE"] = folder
        peers = Peers(Path(folder))
        open_base(SHIPPED).close()  # else the sessions wait for it, and start when they are thought to be at rest
        idle = {name: Unseen(explorer()) for name in STATES}
        try:
            settle(idle, 1.5)
            for name, keys in STATES.items():
                at_rest(idle[name], keys)
            begun = time.monotonic()
            for size in [(80, 24)] if quick else [(80, 24), (120, 36)]:
                at_size(size, peers, verdicts if size == (80, 24) else None, tree_before(sys.argv))
            time.sleep(0 if quick else max(0.0, begun + 60 - time.monotonic()))
            print(f"\nidle for {time.monotonic() - begun:.0f} s, bytes; limit 0")
            for name, session in idle.items():
                written = len(session.settle(QUIET))
                print(f"  {name:24}{written:6,} {verdicts.of(f'idle, {name}', written, 0)}")
        finally:
            close(idle)
    verdicts.end()


if __name__ == "__main__":
    main()
