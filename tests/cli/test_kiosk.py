"""The kiosk: what a client of a shared box may ask for; nothing it sends opens, writes or starts anything."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.cli.kiosk import LONGEST, help_text, parse_command, restrict_process
from eujdef_tui.cli.parser import build_parser
from eujdef_tui.errors import QueryError
from eujdef_tui.export.names import CITATION_STYLES
from eujdef_tui.store import open_base
from eujdef_tui.tui.app import KIOSK_ACTIONS, Explorer
from eujdef_tui.tui.overlays.help import help_lines
from tests.helpers.explorer import base_of, driven, explorer
from tests.helpers.processes import METRE, Ran, eujdef, python
from tests.helpers.pty_session import Session

pytestmark = pytest.mark.slow  # a process for each question

F = ("-f", str(METRE))


def asked(command: str | None, *owner: str, stdin: str = "", **env: str) -> Ran:
    """`eujdef --kiosk` as sshd runs it for a client that wrote this command."""
    given = {} if command is None else {"SSH_ORIGINAL_COMMAND": command}
    return eujdef("--kiosk", *F, *owner, stdin=stdin, env=env | given)


# --- what is understood ---


@pytest.mark.counts_lines
@pytest.mark.parametrize(
    ("command", "meant"),
    [
        ("", []),
        ("  ", []),
        ("eujdef", []),
        ("find kalas", ["find", "kalas"]),
        ("eujdef find kaja  kallas", ["find", "kaja", "kallas"]),
        ('find "second defined" !bipm kind:event', ["find", '"second', 'defined"', "!bipm", "kind:event"]),
        ("find -n 5 kibble --json", ["find", "-n", "5", "--json", "kibble"]),
        ("find - --json", ["find", "--json", "-"]),
        ("find kallas -manila --json", ["find", "--json", "kallas", "-manila"]),
        ("find 岸田\u3000文雄 (Résumé)", ["find", "岸田", "文雄", "(Résumé)"]),
        ("show kibble bipm", ["show", "kibble", "bipm"]),
        ("cite kibble --as csl-json", ["cite", "--as", "csl-json", "kibble"]),
        ("keys", ["keys"]),
        ("help", ["help"]),
        ("eujdef --help", ["help"]),
    ],
)
def test_a_question_is_cut_at_white_space_and_keeps_its_quotation_marks(command: str, meant: list[str]) -> None:
    assert parse_command(command) == meant


@pytest.mark.counts_lines
@pytest.mark.parametrize(
    ("command", "column"),
    [
        ("find x; id", 6), ("find x | id", 7), ("find x && id", 7), ("find x & id", 7), ("find `id`", 5),
        ("find $(id)", 5), ("find ${PATH}", 5), ("find x > y", 7), ("find x < y", 7), ("find x\nid", 6),
        ("find x\rid", 6), ("find x\0", 6), ("find \\x", 5), ("find \x1b[31m", 5), ("find \x9b31m", 5),
        ("find \u202eabc", 5), ("find a\u200bb", 6), ("find \udcff", 5), ("find\tx", 4),
        ("sh", 0), ("bash -i", 0), ("eujdef sh", 7), ("/bin/sh", 0), ("find-", 0), ("FIND x", 0),
        ("scp -t facts", 0), ("scp -f /etc/passwd", 0), ("rsync --server . /", 0), ("git-upload-pack 'x'", 0),
        ("internal-sftp", 0), ("/usr/lib/openssh/sftp-server", 0), ("-f /etc/passwd", 0), ("--kiosk", 0),
        ("check", 0), ("check /etc/passwd", 0), ("export --to jsonl", 0), ("completions bash", 0), ("eujdef eujdef", 7),
        ("show -manila", 5),
        ("find x -f /etc/passwd", 7), ("find x --file=/etc/passwd", 7), ("find -f/etc/passwd x", 5),
        ("show --as x", 5),
        ("find -- -f x", 5), ("find --js x", 5), ("find x --most 1", 7), ("cite x --as=plain", 7),
        ("keys --markdown", 5),
        ("find", 4), ("show ", 5), ("cite --as plain", 15), ("keys x", 5), ("find x -n", 7), ("find x -n 0", 7),
        ("find x -n 1001", 7), ("find x -n -1", 7), ("find x -n ٣", 7), ("cite x --as xml", 7),
        ("x" * (LONGEST + 1), LONGEST),
    ],
)  # fmt: skip
def test_anything_else_is_refused_at_its_column(command: str, column: int) -> None:
    with pytest.raises(QueryError) as refused:
        parse_command(command)
    assert refused.value.column == column
    assert refused.value.advice


WORDS = st.sampled_from(
    "eujdef find show cite keys check export help -n 5 --json --as plain - -f x '\" é ; | $( --".split()
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=7).map(" ".join)))
def test_whatever_is_asked_is_refused_or_becomes_one_of_the_few_verbs_without_a_path(command: str) -> None:
    try:
        meant = parse_command(command)
    except QueryError:
        return
    if meant in ([], ["help"]):
        return
    options = build_parser().parse_args(meant)
    assert options.verb in ("find", "show", "cite", "keys")
    assert options.file is None
    assert not options.kiosk
    assert set(getattr(options, "words", getattr(options, "ids", ()))) <= set(command.split())


@pytest.mark.counts_lines
def test_every_form_of_a_citation_can_be_asked_for_and_the_help_names_it() -> None:
    for form in CITATION_STYLES:
        assert parse_command(f"cite x --as {form}") == ["cite", "--as", form, "x"]
        assert form in help_text()


# --- the same through the program ---


def test_a_question_is_answered_as_on_the_command_line() -> None:
    for command in ("find kible", "find kible --json -n 1", "show kibble", "cite kibble --as plain", "keys"):
        ran, plain = asked(command), eujdef(*command.split(), *(F if command != "keys" else ()))
        assert (ran.code, ran.out) == (plain.code, plain.out), command
        assert ran.out
    assert asked("find zzyzx").code == 1
    lines = asked("find -", stdin="kible\nzzyzx\n").lines
    assert ['"count": 0' in line for line in lines] == [False, True]
    assert asked("help").out == help_text()


def test_a_query_with_a_command_in_it_runs_nothing_and_says_so_in_one_sentence(tmp_path: Path) -> None:
    for command in (
        f"find x; touch {tmp_path}/ran",
        f"find $(touch {tmp_path}/ran)",
        "sftp-server",
        "check /etc/passwd",
    ):
        ran = asked(command)
        assert (ran.code, ran.out) == (2, ""), command
        assert len(ran.err.splitlines()) == 2
        assert re.match(r"eujdef: column \d+: “.+” is not (taken|answered) here\n    \w", ran.err)
    assert not any(tmp_path.iterdir())


@pytest.mark.counts_lines
def test_a_kiosk_takes_no_verb_of_its_own() -> None:
    for typed in (["--kiosk", "check"], ["--kiosk", "find", "x"], ["find", "--kiosk", "x"], ["--kio"]):
        assert eujdef(*typed).code == 2


@pytest.mark.counts_lines
def test_without_a_terminal_the_explorer_says_how_to_ask() -> None:
    ran = asked(None)
    assert (ran.code, ran.out) == (2, "")
    assert "ssh -t" in ran.err
    assert "find WORDS" in ran.err


# --- what a session leaves and opens ---


def test_a_session_writes_no_base_and_uses_one_that_stands(facts: Path, cache: Path) -> None:
    def find() -> Ran:
        return eujdef("--kiosk", "-f", str(facts), SSH_ORIGINAL_COMMAND="find kibble")

    first = find()
    assert first.code == 0
    assert not cache.exists()
    assert eujdef("find", "kibble", "-f", str(facts)).out == first.out
    (stands,) = cache.iterdir()
    (facts.parent / "metre.yaml").touch()
    before = stands.stat()
    assert find().out == first.out
    assert (list(cache.iterdir()), stands.stat().st_mtime_ns) == ([stands], before.st_mtime_ns)

    stands.write_bytes(stands.read_bytes()[:20_000])
    assert "Traceback" not in find().err
    assert list(cache.iterdir()) == [stands], "a damaged one is its owner's to put away"


def test_a_damaged_base_is_built_anew_in_memory_and_left_to_its_owner(facts: Path, cache: Path) -> None:
    open_base(facts).close()
    (stands,) = cache.iterdir()
    with closing(sqlite3.connect(stands)) as db, db:
        db.execute("UPDATE record SET body = '[]'")
    damaged = stands.read_bytes()
    ran = eujdef("--kiosk", "-f", str(facts), SSH_ORIGINAL_COMMAND="show kibble")
    assert (ran.code, ran.lines[0]) == (0, "@ Bryan Kibble")
    (message,) = ran.err.splitlines()
    assert message.startswith("eujdef: the base was damaged (")
    assert message.endswith("): it was built anew, in memory")
    assert str(cache) not in message
    assert stands.read_bytes() == damaged


def test_a_stale_base_is_made_in_memory(facts: Path, cache: Path) -> None:
    open_base(facts).close()
    (stands,) = cache.iterdir()
    content = stands.read_bytes()
    facts.write_text(facts.read_text("utf-8").replace("The metre and the kilogram", "Another title"), "utf-8")
    base = open_base(facts, write=False)
    assert (base.title, base.file) == ("Another title", None)
    base.close()
    assert (list(cache.iterdir()), stands.read_bytes()) == ([stands], content)


def test_of_the_environment_only_what_is_of_use_is_kept() -> None:
    environ = {
        "SSH_ORIGINAL_COMMAND": "find x", "SSH_CONNECTION": "a", "TERM": "xterm", "EUJDEF_FILE": "f", "HOME": "h",
        "LANG": "/x", "LC_ALL": "/x", "LANGUAGE": "/x", "TERMINFO": "/x", "TEXTUAL": "devtools", "TEXTUAL_LOG": "/x",
        "TEXTUAL_DRIVER": "os:x", "TEXTUAL_PRESS": "q", "TMUX": "x", "EDITOR": "x", "PATH": "x", "BROWSER": "x",
    }  # fmt: skip
    before = signal.getsignal(signal.SIGTSTP)
    try:
        assert restrict_process(environ) == "find x"
        assert signal.getsignal(signal.SIGTSTP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTSTP, before)
    assert sorted(environ) == ["EUJDEF_CONFIG", "EUJDEF_FILE", "HOME", "SSH_CONNECTION", "TERM"]
    assert environ["EUJDEF_CONFIG"] == os.devnull  # no settings file is read


# Runs `eujdef` and leaves behind what it did that could start, write or open something.
WATCHED = """
import os, sys
WATCHED = ("open", "os.", "subprocess", "socket", "shutil", "webbrowser", "tempfile", "ctypes", "pty")
HARMLESS = ("os.listdir", "os.scandir", "os.unsetenv", "os.putenv", "socket.__new__")
done = []
def watch(event, given):
    if event.startswith(WATCHED) and event not in HARMLESS:
        writes = "/dev/pts/" not in str(given[0])
        writes &= event != "open" or bool(given[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC))
        if writes or "trap" in str(given):
            done.append(f"{event} {given}")
sys.addaudithook(watch)
from eujdef_tui.cli.commands import main
told, *typed = sys.argv[1:]
code = main(typed)
seen = [*done]
with open(told, "w") as file:
    file.write("\\n".join(seen))
sys.exit(code)
"""


def sent(trap: Path) -> dict[str, str]:
    """What a client may send, if the box takes all of it: names of a file that must not be looked for."""
    names = "LANG LC_ALL LC_MESSAGES LANGUAGE TERMINFO TERMINFO_DIRS PAGER EDITOR VISUAL BROWSER TMUX"
    names += " TEXTUAL_LOG TEXTUAL_DRIVER TEXTUAL_SCREENSHOT_LOCATION"
    return dict.fromkeys(names.split(), str(trap)) | {
        "TERM": "../../trap", "TEXTUAL": "devtools,debug", "TEXTUAL_SCREENSHOT": "0", "TEXTUAL_PRESS": "q",
    }  # fmt: skip


@pytest.mark.counts_lines
def test_no_variable_a_client_may_send_names_a_file_that_is_opened(tmp_path: Path) -> None:
    open_base(METRE).close()
    told = tmp_path / "told"
    for command in ("find kibble", "find x -f y", "help", "show kibble"):
        ran = python(WATCHED, str(told), "--kiosk", *F, SSH_ORIGINAL_COMMAND=command, env=sent(tmp_path / "trap"))
        assert ran.out or ran.code == 2
        assert told.read_text("utf-8") == "", command


# --- in the explorer ---


@pytest.mark.counts_lines
@driven
async def test_no_action_of_the_app_but_a_few_is_reached_and_nothing_is_opened() -> None:
    app = Explorer(base_of(METRE), kiosk=True)
    actions = {name.removeprefix("action_") for name in dir(Explorer) if name.startswith("action_")}
    assert {"screenshot", "suspend_process", "simulate_key"} <= actions
    assert actions >= KIOSK_ACTIONS
    async with app.run_test(size=(80, 24)):
        assert {action for action in actions if app.check_action(action, ())} == KIOSK_ACTIONS
        with patch("webbrowser.open", side_effect=AssertionError), patch("os.kill", side_effect=AssertionError):
            app.open_url("https://example.org")
            for action in ("suspend_process", "screenshot"):
                assert not await app.run_action(f"app.{action}")
        names = [command.title for command in app.commands()]
        assert "Quit" in names
        assert not [
            name for name in names if re.search("screenshot|save|open|edit|reload|suspend", name, re.IGNORECASE)
        ]


@pytest.mark.counts_lines
@driven
async def test_the_help_lists_no_key_that_does_nothing_on_a_shared_box() -> None:
    starts_programs = ("edit the fact", "open its source", "fact's line", "in the browser", "shell's fg")
    async with explorer(kiosk=True) as shared, explorer() as own:
        for at, told in ((shared, False), (own, True)):
            await at.press("question_mark")
            near = at.text
            await at.press("tab")
            every = "\n".join("".join(text for text, _ in line) for line in help_lines(96, at.main.keys))
            assert "Help: all keys" in at.text
            assert [words in near + every for words in starts_programs] == [told] * len(starts_programs)
            assert "copy, again" in near
            assert "meeting card" in every


@driven
async def test_without_the_flag_the_app_is_as_it_was() -> None:
    app = Explorer(base_of(METRE))
    async with app.run_test(size=(80, 24)):
        assert not app.kiosk
        assert app.check_action("suspend_process", ())


# What a terminal can send for one key, and a paste.
PLAIN = [bytes([code]) for code in range(32, 127) if chr(code) != "q"]
SPECIAL = [bytes([code]) for code in range(32) if code not in (3, 17, 27)] + [
    f"\x1b[{code}".encode() for code in "A B C D H F Z 3~ 5~ 6~ 11~ 15~ 24~ 1;5A 1;5D 1;2P".split()
]
SPECIAL += [b"\x7f", b"\x1bOP", b"\x1bOS", b"\x1be", b"\x1b!", b"\x1b\x1a", b"\x1b[200~:!sh\n\x1b[201~"]


def test_in_a_terminal_no_key_starts_writes_or_stops_anything(tmp_path: Path) -> None:
    open_base(METRE).close()
    told, trap = tmp_path / "told", sent(tmp_path / "trap") | {"TERM": "xterm-256color", "HOME": str(tmp_path)}
    trap["PYTHONDONTWRITEBYTECODE"] = "1"  # else a module that is loaded for the first time is written to be seen here
    command = [sys.executable, "-c", WATCHED, str(told), "--kiosk", *F]
    places = [(b"", PLAIN + SPECIAL), (b"\r", SPECIAL), (b"/", SPECIAL), (b"y", SPECIAL[:20])]
    places += [(b"t", SPECIAL[:12]), (b"\x10", SPECIAL[:12]), (b"\x10shot\r", SPECIAL[:1])]
    with Session(command, (80, 24), **trap) as session:
        session.await_text("? help")
        for nth, (place, keys) in enumerate(places):
            session.type(b"".join(b"\x1b\x1b\x1b" + place + key for key in keys))
            session.type(b"\x1b\x1b\x1b/\x15nr%d" % nth)  # done when it is seen to be typed
            session.await_text(f"/ nr{nth}")
        assert re.search(r"State:\s+[SR]", Path(f"/proc/{session.process.pid}/status").read_text("ascii"))
        session.type(b"\x1b\x1b\x1bq")
        assert session.await_end()[0] == 0
        assert re.findall(rb"\x1b\](?!52;)", session.seen) == []
    assert told.read_text("utf-8").splitlines() == []
    assert [path.name for path in tmp_path.iterdir()] == ["told"]
