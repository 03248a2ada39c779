"""Text that attacks, on every part of the screen: what a real terminal is sent, byte for byte.

All that the driver may say is written down in `attack.spoken`; anything else in the stream is a hole.
"""

from __future__ import annotations

import itertools
import os
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from eujdef_tui.export.citation import FORMATS, cite
from eujdef_tui.store import open_base
from tests.helpers.attacks import ATTACKS, HONEST, corpus, hidden_in, spoken
from tests.helpers.pty_session import Session

pytestmark = pytest.mark.slow  # the whole explorer for each attack

LAST = len(ATTACKS) - 1
LONGEST = 90.0  # seconds in which all keys are done, however slow the machine
EVERYTHING = "".join(ATTACKS.values()).replace("\0", "")
ESCAPE = b"\x1b"
SIZES = [(80, 24), (120, 36)]


class Blind:
    """In place of a screen that nobody looks at."""

    def feed(self, data: str) -> None:
        """Show nothing."""


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fact file of attacks, in a folder whose name is one."""
    folder = tmp_path_factory.mktemp("attack") / "\x1b]0;x\x07\u202e\u200b"
    folder.mkdir()
    path = corpus(folder, "\x1b[2J\u202e.yaml")
    open_base(path).close()
    return path


def explorer(facts: Path, size: tuple[int, int] = (80, 24)) -> Session:
    """The explorer on those facts, with a search and an environment that attack too."""
    command = [sys.executable, "-m", "eujdef_tui", "-f", str(facts), "-q", f"quote{EVERYTHING[:60]}"]
    return Session(command, size, COLORTERM="\x1b[31m", LANG="\x1b[31m\u202e")


def rest(session: Session, seconds: float) -> None:
    """Wait until the program waits, some seconds at least: ESC is looked at after a while."""
    stat, asleep, begun = Path(f"/proc/{session.process.pid}/stat"), 0, time.monotonic()
    while asleep < 4 or time.monotonic() - begun < seconds:
        busy = session.read(0.003) or stat.read_text("utf-8").rpartition(")")[2].split()[0] != "S"
        asleep = 0 if busy else asleep + 1
        assert time.monotonic() - begun < LONGEST, "a key is not done"


def played(facts: Path, size: tuple[int, int], keys: Iterable[bytes]) -> tuple[list[str], str]:
    """Press keys one after another, each when the one before has shown; then leave. What was sent is looked at.

    The copies are returned, and the text that was sent.
    """
    with explorer(facts, size) as session:
        session.await_text("? help")
        session.glass = Blind()  # type: ignore[assignment]
        for key in (ESCAPE, ESCAPE, *keys, ESCAPE, ESCAPE, ESCAPE):
            session.type(key)
            rest(session, 0.03 if key == ESCAPE else 0.0)
        session.type(b"q")
        end = time.monotonic() + LONGEST
        while session.process.poll() is None:
            assert time.monotonic() < end, "the keys are not done"
            session.read(0.05)
        session.settle(0)
        assert session.process.returncode == 0
        copied, strange, said = spoken(session.seen)
        assert strange == []
        return copied, said


def single(keys: str) -> list[bytes]:
    """Keys that are one character each."""
    return [key.encode() for key in keys]


@pytest.mark.parametrize("size", SIZES)
def test_every_record_is_walked_through_and_read(facts: Path, size: tuple[int, int]) -> None:
    keys = "".join(f"{view}g" + "j" * LAST for view in "12345")
    _, said = played(facts, size, single(keys + "1g\r" + "J" * LAST))
    for attack in ATTACKS.values():
        assert max(re.sub(r"[^!-~]+", "\0", attack).split("\0"), key=len)[:20] in said


def test_every_link_sentence_card_and_mark_is_opened(facts: Path) -> None:
    keys = ""
    for view, row in itertools.product("12345", (5, LAST)):
        keys += f"{view}g" + "j" * (row if row < LAST else 0) + "G" * (row == LAST)
        keys += "\t" + "j\r\x7f" * 3 + "G\x1b"  # the sheet, and its links
        keys += "\rjjj\r\x1bf\x1b Gf\x1b\x1b"  # the reader, and what rests there
        keys += "c Gg\x1bm'jk\r"  # the card, a mark, the list of them
    _, said = played(facts, SIZES[0], [*single(keys), b"?", b" ", b"G", ESCAPE, b"\x10", *single("quote"), ESCAPE])
    for words in ("rest on", "Marked facts", "never quits"):
        assert words in said


def test_every_form_is_copied_clean(facts: Path) -> None:
    rows = range(0, LAST, 8)
    forms = "".join(f"y{nth}" for nth, _ in enumerate(FORMATS, 1))
    copied, _ = played(facts, SIZES[0], single("1g" + ("j" * 8).join([forms] * len(rows))))
    base = open_base(facts)
    assert copied == [cite(base, base.number(f"event{n}") or 0, form) for n in rows for form in FORMATS]
    base.close()


def test_what_is_typed_or_pasted_never_acts(facts: Path) -> None:
    keys: list[bytes] = []
    for attack in (*ATTACKS.values(), EVERYTHING.replace("\r", "")):
        raw = attack.encode("utf-8", "replace")
        paste = b"\x1b[200~" + raw + b"\x1b[201~"
        keys += [
            b"/\x15",
            paste,
            b"\x15" + bytes(byte for byte in raw if byte >= 32 and byte != 127)[:12],
            ESCAPE,
            ESCAPE,
        ]
    for before in (b"/\x15kind:", b"/\x15from:", b"\x10", b"t", b'/\x15"'):
        keys += [before, paste, b"\r", ESCAPE, ESCAPE]
    played(facts, SIZES[0], keys)


@pytest.mark.parametrize("place", ["/", "t", "\x10"])
def test_a_line_that_is_typed_into_shows_nothing_that_hides(facts: Path, place: str) -> None:
    hides = "".join(ATTACKS[name] for name in ("bidi", "zero width", "tags", "fillers", "selectors", "heap", "soft"))
    with explorer(facts) as session:
        session.await_text("? help")
        session.type(b"\x1b\x1b" + place.encode())
        session.settle()
        session.type(f"\x1b[200~aa{hides}\x1b[201~".encode() + hides[:40].encode() + b"zz")
        session.await_text("zz")
        session.type(b"\r")
        session.settle()
        assert spoken(session.seen)[1] == []


def test_what_a_screen_shows_of_honest_text_is_that_text_and_how_much_is_hidden_is_told(facts: Path) -> None:
    with explorer(facts) as session:
        session.await_text("? help")
        session.type(b"\x1b\x1b5g\r")
        session.await_text("résumé 文")
        session.await_text("hidden �")
        session.type(b"\x1b1g")
        session.await_text("560 hidden �")
        session.type(b"/\x1b[200~" + HONEST.encode() + b"\x1b[201~")
        session.await_text("文档 ｶﾞ العربية 🦀")


def test_where_the_terminal_is_named_oddly_it_is_said_in_text_alone(facts: Path) -> None:
    for term in ("\x1b[2J", "../../x\u202e", "x" * 5000):
        with Session([sys.executable, "-m", "eujdef_tui", "-f", str(facts)], TERM=term, TMUX="\x1b[2J") as session:
            assert session.await_end()[0] == 2
            assert hidden_in(session.seen.decode().replace("\r\n", "\n")) == []


def test_a_base_that_cannot_be_opened_says_so_on_a_terminal_in_text_alone(facts: Path, tmp_path: Path) -> None:
    broken = tmp_path / "\x1b[2J\u202e.yaml"
    broken.write_text(facts.read_text("utf-8").replace("status", "\u200bstatus"), "utf-8")
    with Session([sys.executable, "-m", "eujdef_tui", "-f", str(broken)], EUJDEF_CACHE=os.fspath(tmp_path)) as session:
        assert session.await_end()[0] == 3
        assert hidden_in(session.seen.decode().replace("\r\n", "\n")) == []
