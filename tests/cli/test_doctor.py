"""What `eujdef doctor` finds, and the line with which it mends what it found."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
import tempfile
from importlib import metadata
from pathlib import Path

import pytest

from eujdef_tui.cli import doctor
from eujdef_tui.cli.doctor import MARKS, Finding, examine
from eujdef_tui.store.cache import base_state, open_base
from eujdef_tui.store.sqlite_features import SqliteFeatures, probe_sqlite
from tests.helpers.processes import METRE, Ran, eujdef, python
from tests.helpers.pty_session import Session

pytestmark = pytest.mark.slow  # processes and terminals

QUIET = {
    "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "LANG": "", "LC_CTYPE": "", "COLORTERM": "", "NO_COLOR": "",
    "COLORFGBG": "", "TMUX": "", "STY": "", "SSH_CONNECTION": "", "ESCDELAY": "", "EUJDEF_THEME": "",
    "EUJDEF_ASCII": "", "EUJDEF_MOUSE": "", "PYTHONIOENCODING": "utf-8",
    "EUJDEF_STATE": tempfile.gettempdir(), "SCREENRC": os.devnull, "SYSSCREENRC": os.devnull,
}  # fmt: skip


SCREENRC = "echo maptimeout 10 >> ~/.screenrc"


def asked(*arguments: str, **env: str) -> Ran:
    """`eujdef doctor`, with nothing in the environment that it could speak of but this."""
    return eujdef("doctor", "-f", str(METRE), *arguments, env=QUIET | env)


def found(said: str) -> dict[str, tuple[str, str, str]]:
    """What was printed: name → mark, what was found, the line that mends it."""
    lines = re.findall(r"^(\S) (\w+) +(.*)(?:\n {13}(.*))?$", said, re.M)
    return {name: (mark, words, mend) for mark, name, words, mend in lines}


def one(name: str, **env: str) -> tuple[str, str, str]:
    """What is found of one thing."""
    return found(asked(**env).out)[name]


# --- as a whole ---


def test_all_is_told_in_order_without_a_terminal_and_without_textual() -> None:
    code = "import sys; from eujdef_tui.cli.commands import main; print(main(['doctor']), 'textual' in sys.modules)"
    ran = python(code, env=QUIET)
    assert ran.lines[-1] == "0 False"
    names = "program facts sqlite cache state terminal colours letters clipboard esc".split()
    assert list(found(ran.out)) == names
    marks = {name: mark for name, (mark, *_) in found(ran.out).items()}
    assert marks == dict.fromkeys(names, MARKS["ok"]) | {"terminal": MARKS["advice"]}


def test_what_keeps_the_explorer_from_opening_is_a_fault_and_advice_is_none() -> None:
    assert asked().code == asked(ESCDELAY="900").code == 0
    assert asked(TERM="dumb").code == asked(TERM="").code == 1
    assert eujdef("doctor", "-f", "none.yaml", env=QUIET).code == 1


@pytest.mark.counts_lines
def test_what_the_environment_holds_is_cleaned() -> None:
    said = asked(
        TERM="\x1b[31m", EUJDEF_THEME="\x1b]0;x\x07", SSH_CONNECTION="\x1b", STY="\x1b[2J", EUJDEF_CACHE="\x1b[7m"
    )
    assert "\x1b" not in said.out + said.err
    assert "\x07" not in said.out
    assert "TERM=\ufffd[31m" in said.out


@pytest.mark.counts_lines
def test_on_a_narrow_terminal_the_line_that_mends_stays_whole() -> None:
    with Session([sys.executable, "-m", "eujdef_tui", "doctor"], (40, 60), **(QUIET | {"ESCDELAY": "900"})) as session:
        session.await_end()
        said = session.seen.decode().replace("\r\n", "\n")
    assert "\n             unset ESCDELAY\n" in said
    assert max(len(line) for line in said.splitlines()) <= 40


# --- the program and its files ---


@pytest.mark.counts_lines
def test_a_library_that_is_missing_or_another_is_told_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = {"textual": "8.3.0", "rich": "14.2.0"}

    def version(name: str) -> str:
        if name not in versions:
            raise metadata.PackageNotFoundError(name)
        return versions[name]

    monkeypatch.setattr(metadata, "version", version)
    monkeypatch.setattr(metadata, "requires", lambda _: ["textual<8.3,>=8.2", "rich<16,>=14.2", "pyyaml<7,>=6.0.2"])
    told = [finding for finding in examine({}, METRE) if finding.name == "program"]
    assert told == [
        Finding("program", "textual 8.3.0 is not what was tested", "pip install 'textual<8.3,>=8.2'", "advice"),
        Finding("program", "pyyaml is not installed", "pip install 'pyyaml<7,>=6.0.2'", "fault"),
    ]


def test_the_base_of_the_fact_file_is_told_as_it_stands(facts: Path) -> None:
    def told() -> str:
        (finding,) = [finding for finding in examine({}, facts) if finding.name == "facts"]
        return finding.message

    assert (base_state(facts), told()) == ("missing", f"{facts}: its base is made at the first start")
    open_base(facts).close()
    assert (base_state(facts), told()) == ("fresh", f"{facts}: its base is up to date")
    facts.write_text(facts.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert (base_state(facts), told()) == ("stale", f"{facts}: its base is made anew at the next start")


@pytest.mark.counts_lines
def test_a_fact_file_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "it's.yaml"
    (finding,) = [finding for finding in examine({}, path) if finding.name == "facts"]
    assert finding.level == "fault"
    assert shlex.split(finding.fix) == ["eujdef", "check", str(path)]
    path.write_text("title: [", encoding="utf-8")
    (finding,) = [finding for finding in examine({}, path) if finding.name == "facts"]
    assert finding.level == "fault"


@pytest.mark.counts_lines
def test_the_sqlite_of_this_python_is_asked_what_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    assert probe_sqlite().missing == ()
    monkeypatch.setattr(doctor, "probe_sqlite", lambda: SqliteFeatures("3.8.0", 1, ("FTS5",)))
    (finding,) = [finding for finding in examine({}, METRE) if finding.name == "sqlite"]
    assert (finding.message, finding.level) == ("SQLite 3.8.0 without FTS5", "fault")


def test_a_folder_that_cannot_be_written_is_told_with_the_variable_that_names_another(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    mark, words, mend = one("cache", EUJDEF_CACHE=str(tmp_path / "file" / "cache"))
    assert (mark, mend) == (MARKS["advice"], "export EUJDEF_CACHE=$HOME/.eujdef-cache")
    assert "in memory" in words
    mark, _, mend = one("state", EUJDEF_STATE=str(tmp_path / "file"))
    assert (mark, mend) == (MARKS["advice"], "export EUJDEF_STATE=$HOME/.eujdef-state")


# --- the terminal ---


@pytest.mark.counts_lines
@pytest.mark.parametrize(
    ("name", "env", "words", "mend"),
    [
        ("terminal", {"TERM": ""}, "TERM is not set", "export TERM=xterm-256color"),
        ("terminal", {"TERM": "dumb"}, "no cursor", "export TERM=xterm-256color"),
        ("terminal", {"TERM": "no-such"}, "not known", "export TERM=xterm-256color"),
        ("terminal", {"TERM": "xterm-kitty-direct"}, "its family is known", ""),
        ("colours", {}, "256 colours; the theme is dark", ""),
        ("colours", {"COLORTERM": "truecolor"}, "all colours", ""),
        ("colours", {"TERM": "linux"}, "8 colours; the theme is ansi", ""),
        ("colours", {"TERM": "vt100"}, "no colours; the theme is mono", ""),
        ("colours", {"NO_COLOR": "1"}, "the theme is mono (NO_COLOR)", ""),
        ("colours", {"EUJDEF_THEME": "light"}, "the theme is light (EUJDEF_THEME)", ""),
        ("colours", {"EUJDEF_THEME": "pink"}, "is none of dark, light, ansi, mono", "unset EUJDEF_THEME"),
        ("colours", {"TERM": "alacritty"}, "this terminal has all", "export COLORTERM=truecolor"),
        ("colours", {"TERM": "konsole-256color"}, "this terminal has all", "export COLORTERM=truecolor"),
        ("letters", {}, "UTF-8", ""),
        ("letters", {"LC_ALL": "C"}, "names no character set", ""),
        ("letters", {"LC_ALL": "en_US.ISO-8859-1"}, "the locale's character set is ISO", "export LC_ALL=C.UTF-8"),
        ("letters", {"TERM": "linux"}, "ASCII", ""),
        ("letters", {"EUJDEF_ASCII": "1"}, "ASCII (EUJDEF_ASCII)", ""),
        ("clipboard", {}, "y asks the terminal (OSC 52)", ""),
        ("clipboard", {"STY": "1.pts"}, "y asks the terminal through screen (OSC 52)", ""),
        ("clipboard", {"TERM": "tmux-256color"}, "at the far end", "tmux set -s set-clipboard on"),
        ("clipboard", {"TERM": "screen-256color"}, "a tmux there", "tmux set -g default-terminal tmux-256color"),
        ("clipboard", {"TERM": "linux"}, "y writes ", ""),
        ("clipboard", {"MOSH_X": "1"}, "through mosh (OSC 52); over 12,000 bytes it writes ", ""),
        ("clipboard", {"NVIM": "/run/nvim"}, "the terminal of nvim hands no copy on: y writes ", ""),
        ("clipboard", {"VIM_TERMINAL": "900"}, "the terminal of vim hands no copy on: y writes ", ""),
        ("esc", {}, "esc acts after 25 ms", ""),
        ("esc", {"ESCDELAY": "900"}, "esc acts after 900 ms", "unset ESCDELAY"),
        ("tmux", {"TMUX": "/none,1,0"}, "does not answer", "unset TMUX"),
        ("esc", {"STY": "1.pts"}, "screen keeps it 300 ms", f"screen -X maptimeout 10; {SCREENRC}"),
        ("esc", {"TERM": "screen"}, "screen keeps it 300 ms", SCREENRC),
        ("screen", {"STY": "12.pts"}, "session 12.pts, without the mouse", ""),
        ("screen", {"STY": "12.pts", "EUJDEF_MOUSE": "1"}, "session 12.pts, with the mouse", ""),
        ("link", {"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}, "without the mouse", ""),
    ],
)  # fmt: skip
def test_one_line_mends_what_is_not_at_its_best(name: str, env: dict[str, str], words: str, mend: str) -> None:
    mark, told, line = one(name, **env)
    assert words in told
    assert line == mend
    assert (mark == MARKS["ok"]) == (not mend) or name == "terminal"


@pytest.mark.counts_lines
def test_the_delay_of_screen_is_read_from_its_configuration(tmp_path: Path) -> None:
    (tmp_path / "rc").write_text("vbell on\n# maptimeout 200\nmaptimeout 10\n", encoding="utf-8")
    assert one("esc", STY="1.pts", SCREENRC=str(tmp_path / "rc")) == (MARKS["ok"], "esc acts after 25 ms", "")


def test_on_a_terminal_its_size_is_told() -> None:
    for size, words in (((80, 24), "TERM=xterm-256color, 80×24"), ((12, 24), "too small")):
        with Session([sys.executable, "-m", "eujdef_tui", "doctor"], size, **QUIET) as session:
            session.await_end()
            assert words in " ".join(session.seen.decode().split())


@pytest.mark.counts_lines
@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
@pytest.mark.parametrize(
    ("outside", "mends"),
    [
        ("xterm-256color", {"tmux set -sg escape-time 10"}),
        ("vt100", {"tmux set -sg escape-time 10", "tmux set -as terminal-features ',*:clipboard'"}),
    ],
)
def test_inside_a_real_tmux_its_settings_are_told_and_mended_by_the_lines_that_are_given(
    outside: str, mends: set[str], tmp_path: Path
) -> None:
    name = f"eujdef-doctor-{os.getpid()}-{outside}"
    tmux = ["tmux", "-u", "-L", name, "-f", os.devnull]
    said = tmp_path / "said"
    ask = f"{shlex.quote(sys.executable)} -m eujdef_tui doctor -f {shlex.quote(str(METRE))} > {shlex.quote(str(said))}"
    again = f"{ask}; {'; '.join(sorted(mends)).replace('tmux ', f'tmux -L {name} ')}; {ask}.again; echo told; exec cat"
    with Session([*tmux, "new-session", again], (100, 30), **(QUIET | {"TERM": outside})) as session:
        session.await_text("told")
        os.system(f"tmux -L {name} kill-server")
    first = found(said.read_text(encoding="utf-8"))
    assert {mend for _, _, mend in first.values() if mend} == mends
    assert first["tmux"][1].startswith("tmux ")
    assert "500 ms" in first["esc"][1]
    assert found(said.with_suffix(".again").read_text(encoding="utf-8"))["esc"] == (
        MARKS["ok"],
        "esc acts after 25 ms",
        "",
    )
