"""Which program opens a file at a line, or a web address: by variables and what is installed, never by a shell."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from eujdef_tui.system.outside_programs import Opener, editor_command, is_web_address, opener

FILE = Path("/srv/my facts/facts.yaml")
URL = "https://example.org/a?b=1&c=$(x);`y`"


@pytest.fixture(autouse=True)
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that stands for all that is installed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def install(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_text("#!/bin/sh\n")
        (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("editor", "command"),
    [
        ("vi", ["vi", "+7", str(FILE)]),
        ("/usr/bin/vim -n", ["/usr/bin/vim", "-n", "+7", str(FILE)]),
        ("nvim", ["nvim", "+7", str(FILE)]),
        ("nano", ["nano", "+7", str(FILE)]),
        ("emacs -nw", ["emacs", "-nw", "+7", str(FILE)]),
        ("emacsclient -t", ["emacsclient", "-t", "+7", str(FILE)]),
        ("code", ["code", "--wait", "--goto", f"{FILE}:7"]),
        ("code --wait", ["code", "--wait", "--goto", f"{FILE}:7"]),
        ("hx", ["hx", f"{FILE}:7"]),
        ("subl -w", ["subl", "-w", f"{FILE}:7"]),
        ("my-editor --fast", ["my-editor", "--fast", str(FILE)]),
        ("'/opt/my tools/ed' -p 'a; rm b'", ["/opt/my tools/ed", "-p", "a; rm b", str(FILE)]),
    ],
)
def test_an_editor_is_told_the_line_as_it_takes_one(editor: str, command: list[str]) -> None:
    assert editor_command({"EDITOR": editor}, FILE, 7) == command


def test_visual_goes_before_editor_and_what_is_installed_comes_last(installed: Path) -> None:
    assert editor_command({"VISUAL": "nvim", "EDITOR": "nano"}, FILE, 1)[0] == "nvim"
    assert editor_command({"VISUAL": " ", "EDITOR": "nano"}, FILE, 1)[0] == "nano"
    assert editor_command({}, FILE, 1) == []
    install(installed, "vi")
    assert editor_command({}, FILE, 2) == [str(installed / "vi"), "+2", str(FILE)]
    install(installed, "nano")
    assert editor_command({}, FILE, 2) == [str(installed / "nano"), "+2", str(FILE)]


def test_the_editor_of_debian_is_told_the_line_as_the_one_that_it_stands_for(installed: Path) -> None:
    install(installed, "vim.basic")
    (installed / "editor").symlink_to(installed / "vim.basic")
    assert editor_command({}, FILE, 3) == [str(installed / "editor"), "+3", str(FILE)]


def test_a_file_is_never_taken_for_an_option(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert editor_command({"EDITOR": "vi"}, Path("-c.yaml"), 1)[-1] == str(tmp_path / "-c.yaml")


def test_quotation_marks_that_are_not_closed_are_an_error() -> None:
    with pytest.raises(ValueError, match="No closing quotation"):
        editor_command({"EDITOR": "vi 'x"}, FILE, 1)


@pytest.mark.parametrize("url", ["http://a.org", "HTTPS://a.org/x?y#z", "https://user@a.org:80/", "https://例え.jp/"])
def test_web_addresses_are_http_or_https(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url",
    ["", "file:///etc/passwd", "javascript:alert(1)", "ftp://a.org", "a.org", "-x", "https://", "https:///x",
     "https://a.org/a b", "https://a.org/\x1b[2J", "http://[", "data:text/html,x"],
)  # fmt: skip
def test_nothing_else_is_one(url: str) -> None:
    assert not is_web_address(url)


def test_the_browser_of_the_user_opens_an_address_as_one_argument(installed: Path) -> None:
    install(installed, "firefox", "w3m")
    assert opener({"BROWSER": "firefox --new-tab"}, URL) == Opener(["firefox", "--new-tab", URL])
    assert opener({"BROWSER": "nothing:firefox %s -x"}, URL) == Opener(["firefox", URL, "-x"])
    assert opener({"BROWSER": "w3m"}, URL) == Opener(["w3m", URL], in_terminal=True)


@pytest.mark.skipif(sys.platform == "darwin", reason="there `open` is always installed")
def test_without_a_browser_named_a_display_is_needed(installed: Path) -> None:
    install(installed, "xdg-open")
    assert opener({"DISPLAY": ":0"}, URL) == Opener([str(installed / "xdg-open"), URL])
    assert opener({"WAYLAND_DISPLAY": "wayland-0"}, URL) == Opener([str(installed / "xdg-open"), URL])
    assert opener({}, URL) is None
    assert opener({"BROWSER": "'open"}, URL) is None


def test_over_ssh_nothing_opens_it(installed: Path) -> None:
    install(installed, "firefox", "xdg-open")
    assert opener({"SSH_CONNECTION": "1", "BROWSER": "firefox", "DISPLAY": ":10"}, URL) is None
