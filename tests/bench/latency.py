"""From a key to the last byte it sets off, beside stock Textual, fzf with a preview and less; and a held arrow.

    python tests/bench/latency.py [--no-ssh] [--before FOLDER]

All programs run at once in pseudo-terminals of 80×24 and are pressed in turn, one at a time: first here, then over
a real OpenSSH server on loopback. Then an arrow is held for two seconds over a link of 300 ms (there and back) and
256 kbit/s, which a relay between the client and the server makes of loopback, and the time is taken from its
release until nothing more comes. Exits with 1 over a limit, or where a program does not show its first screen or does
not answer a key (a time of a program that never started is no time). `--before` measures an earlier version, too, and a
move and a letter are compared with its own.
"""

from __future__ import annotations

import asyncio
import os
import shlex
import statistics
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

from tests.bench.peers import EXPLORER, STOCK, Peers, explorer, tree_before
from tests.bench.verdict import Verdicts, fail
from tests.helpers.places import CORPUS, ROOT
from tests.helpers.pty_session import Session
from tests.helpers.ssh_server import MISSING, Server

QUIET = 0.1  # seconds without a byte after which what a key set off is over
DOWN, UP, ESCAPE, CLEAR = b"\x1b[B", b"\x1b[A", b"\x1b", b"\x15"
WORDS = ("kallas", "japan", "2024", "gcap", "partnership")
BEFORE = 1.1  # times the version before
LIMITS = {"move": (25, 50), "letter": (25, 50), "escape": (60, 60)}  # milliseconds: the median, the 95th in 100

HELD, REPEAT = 2.0, 30  # seconds the arrow is held, and how often a second it repeats
DELAY, RATE = 0.15, 32_000  # of the link: seconds one way, bytes a second
REST = 0.5  # seconds after release at which the screen has to be at rest
STARTING = 20.0  # seconds a program may take to show its first screen
PATIENCE = 1.0  # seconds without a byte after which a link has nothing more to bring

MARKERS = dict.fromkeys(("eujdef", "stock", "before"), b"Timeline")  # on the first screen; fzf and less show facts
OURS = ("eujdef",)  # each of its keys changes the screen; stock Textual waits 100 ms for what may follow an ESC
ANSWERED = 0.8  # the share of keys that must set off bytes: a letter may leave the screen as it is

# The action's name, "" for one that is not timed; the key; the key for fzf and the one for less, where they have one.
Step = tuple[str, bytes, bytes | None, bytes | None]
STEPS: list[Step] = [
    ("", b"1", None, None),  # the timeline, which opens at today
    *[("move", UP, DOWN, DOWN)] * 30,
    ("", b"/", None, None),
    *(
        step
        for word in WORDS
        for step in (*(("letter", letter.encode(), letter.encode(), None) for letter in word), ("", CLEAR, CLEAR, None))
    ),
    *[("escape", ESCAPE, None, None), ("", b"/", None, None)] * 10,
]


class Timed(Session):
    """A session that is not looked at, so that reading takes no time. `last` is when the last byte came."""

    last = 0.0

    def look(self, data: bytes) -> None:
        """Note the time alone."""
        self.last = time.perf_counter()

    def press(self, key: bytes) -> float:
        """Milliseconds from a key to the last byte that it sets off; 0 for none."""
        begun = self.last = time.perf_counter()
        self.type(key)
        self.settle(QUIET)
        return (self.last - begun) * 1000

    def await_start(self, name: str, where: str) -> None:
        """Wait for the first screen, which shows the facts; fail where it does not come."""
        end = time.monotonic() + STARTING
        while MARKERS.get(name, b"Japan") not in self.seen:
            if time.monotonic() > end or self.process.poll() is not None:
                fail(f"{name} {where} did not show its first screen: {self.seen[-200:].decode(errors='replace')!r}")
            self.read(0.1)
        self.settle(1.5)


def table(title: str, sessions: Mapping[str, Timed], verdicts: Verdicts) -> None:
    """Press the keys and print medians and 95th percentiles."""
    times: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    asked: Counter[tuple[str, str]] = Counter()
    for name, session in sessions.items():
        session.await_start(name, title)
    for action, ours, fzf, less in STEPS:
        for name, session in sessions.items():
            key = {"fzf": fzf, "less": less}.get(name, ours)
            took = session.press(key) if key else 0.0
            asked[name, action] += bool(key)
            if action and took:
                times[name][action].append(took)
    for (name, action), count in asked.items():
        if action and name in OURS and len(times[name][action]) < ANSWERED * count:
            fail(f"{name} {title} answered {len(times[name][action])} of {count} keys of {action}")
    print(f"\n{title}: milliseconds to the last byte, median and 95th percentile")
    print(" " * 8 + "".join(f"{name:>16}" for name in sessions) + "           limit")
    for action, limits in LIMITS.items():
        cells = []
        for name in sessions:
            found = sorted(times[name][action])
            middle, most = (statistics.median(found), found[int(len(found) * 0.95)]) if found else (0.0, 0.0)
            cells.append(f"{middle:9.1f} {most:6.1f}" if found else " " * 16)
            if name == "eujdef":
                most_of_before = [BEFORE * statistics.median(times["before"][action])] * (action in times["before"])
                verdict = verdicts.of(f"{action} {title}, median", middle, min(limits[0], *most_of_before))
                if verdict == "ok":
                    verdict = verdicts.of(f"{action} {title}, 95th percentile", most, limits[1])
        print(f"{action:8}" + "".join(cells) + f"{limits[0]:9} {limits[1]:6} {verdict}")


class Relay:
    """A link between a client and a port here that takes its time both ways."""

    def __init__(self, port: int) -> None:
        self._to, self._loop, self.port = port, asyncio.new_event_loop(), 0
        ready = threading.Event()
        threading.Thread(target=self._run, args=(ready,), daemon=True).start()
        ready.wait()

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._joined, "127.0.0.1", 0, limit=2048))
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        self._loop.run_forever()

    async def _joined(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._to, limit=2048)
        await asyncio.gather(self._carry(reader, far_writer), self._carry(far_reader, writer))

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        free = self._loop.time()
        while data := await reader.read(1024):
            free = max(free, self._loop.time()) + len(data) / RATE
            self._loop.call_at(free + DELAY, writer.write, data)
            await asyncio.sleep(free - self._loop.time())
        self._loop.call_later(DELAY, writer.close)


def hold(name: str, session: Timed, verdicts: Verdicts) -> None:
    """Hold an arrow over the link and print how long after its release the screen is at rest."""
    with session:
        session.await_start(name, "over the slow link")
        for key in (b"4", b"g"):  # a list that is longer than the arrow is held
            session.type(key)
            session.settle(PATIENCE)
        before = len(session.seen)
        begun = time.perf_counter()
        for nth in range(int(HELD * REPEAT)):
            while (wait := begun + nth / REPEAT - time.perf_counter()) > 0:
                session.read(wait)
            session.type(DOWN)
        released = time.perf_counter()
        session.settle(PATIENCE)
        rest = session.last - released
        if len(session.seen) == before:
            fail(f"{name} did not answer the arrow that was held over the slow link")
        verdict = verdicts.of("rest after a held arrow, s", rest, REST) if name == "eujdef" else ""
        print(f"  {name:10}{rest:7.2f} s {len(session.seen) - before:9,} bytes  {verdict}")


def over_ssh(commands: Mapping[str, list[str]], folder: Path, verdicts: Verdicts) -> None:
    """The same table over sshd, and the held arrow over a slow link to it."""
    keys = folder / "ssh"
    keys.mkdir()
    with Server(keys, CORPUS, Path(os.environ["EUJDEF_CACHE"]), 'eval "exec $SSH_ORIGINAL_COMMAND"') as box:

        def ssh(command: list[str], port: int = 0) -> Timed:
            client = [str(port or box.port) if part == str(box.port) else part for part in box.client("-tt")]
            return Timed([*client, box.host, shlex.join(command)])

        sessions = {name: ssh(command) for name, command in commands.items() if name != "less"}
        together("over ssh on loopback", sessions, verdicts)
        relay = Relay(box.port)
        print(
            f"\nan arrow held for {HELD:.0f} s over {DELAY * 2000:.0f} ms and {RATE * 8 // 1000} kbit/s, at rest after"
        )
        for name in ("eujdef", "stock"):
            hold(name, ssh(commands[name], relay.port), verdicts)
        print(f"  limit    {REST:8.2f} s")


def together(title: str, sessions: Mapping[str, Timed], verdicts: Verdicts) -> None:
    """Measure sessions and end them."""
    try:
        table(title, sessions, verdicts)
    finally:
        for session in sessions.values():
            session.__exit__(None, None, None)


def main() -> None:
    """Print the tables."""
    os.environ |= {"TEXTUAL_ANIMATIONS": "none", "PYTHONPATH": str(ROOT), "EUJDEF_TODAY": "2026-01-15"}
    verdicts = Verdicts()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("EUJDEF_CACHE", folder)
        os.environ["EUJDEF_STATE"] = folder
        peers = Peers(Path(folder))
        commands = {"eujdef": explorer(EXPLORER), "stock": explorer(STOCK)}
        if before := tree_before(sys.argv):
            commands["before"] = explorer(EXPLORER, before)
        commands |= {
            name: make() for name, make in (("fzf", peers.fzf), ("less", peers.less)) if not peers.missing(name)
        }
        together("here", {name: Timed(command) for name, command in commands.items()}, verdicts)
        if MISSING or "--no-ssh" in sys.argv:
            print(f"\nnot over ssh: {MISSING or 'not asked for'}")
        else:
            over_ssh(commands, Path(folder), verdicts)
    verdicts.end()


if __name__ == "__main__":
    main()
