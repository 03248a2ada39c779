"""`eujdef config` tells what each setting comes from, `eujdef keys` the keys in force; wrong settings stop neither."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from eujdef_tui.cli.commands import main
from eujdef_tui.cli.doctor import Finding, examine
from eujdef_tui.present.session_state import SessionState, save_state
from eujdef_tui.store.cache import base_path
from tests.helpers.places import METRE


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("EUJDEF_FILE", "EUJDEF_BASE", "EUJDEF_THEME", "EUJDEF_MOUSE", "NO_COLOR", "SSH_CONNECTION", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("EUJDEF_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("EUJDEF_CONFIG", str(tmp_path / "config.toml"))
    return tmp_path / "config.toml"


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, list[str]]:
    """The rows that it prints: name → value and origin."""
    assert main(["config", *arguments]) in (0, 2)
    printed = capsys.readouterr().out.splitlines()
    split = [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in printed]
    return {name: cells for name, *cells in split}


def test_without_a_settings_file_all_is_by_default(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = rows(capsys)
    assert found["settings"][-1].endswith("EUJDEF_CONFIG, which is not there")
    assert found["theme"] == ["dark", "guessed for this terminal"]
    assert found["mouse"] == ["on", "default"]
    assert found["copy"] == ["markdown", "default"]
    assert found["file"][-1].endswith("default: the shipped corpus")


def test_what_the_file_sets_is_told_with_its_line(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text(
        f'theme = "light"\nmouse = false\ncopy = "bibtex"\nfile = "{METRE}"\n'
        '[keys]\nmark = "w"\n[searches]\n"to come" = "is:coming"\n',
        encoding="utf-8",
    )
    found = rows(capsys)
    assert found["theme"] == ["light", f"{config}:1"]
    assert found["mouse"] == ["off", f"{config}:2"]
    assert found["copy"] == ["bibtex", f"{config}:3"]
    assert found["file"] in ([str(METRE), f"{config}:4"], [f"{METRE} {config}:4"])
    assert found["keys.mark"] == ["w", f"{config}:6"]
    assert found["searches.to come"] == ["is:coming", f"{config}:8"]


def test_option_then_environment_then_file_then_what_was_chosen_last_decides(
    config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    save_state(config.parent / "state" / f"{base_path(METRE).stem}.json", SessionState(copy_format="chicago"))
    (config.parent / "state" / "theme").write_text("mono\n")
    short = config.parent / "m.yaml"
    found = rows(capsys, "-f", str(METRE))
    assert found["copy"] == ["chicago", "remembered"]
    assert found["theme"] == ["mono", "remembered"]
    config.write_text(f'theme = "light"\ncopy = "plain"\nfile = "{short}"\nmouse = true\n', encoding="utf-8")
    found = rows(capsys)
    assert (found["theme"][0], found["copy"][0]) == ("light", "plain")
    monkeypatch.setenv("EUJDEF_THEME", "ansi")
    monkeypatch.setenv("EUJDEF_MOUSE", "0")
    monkeypatch.setenv("EUJDEF_FILE", "e.yaml")
    found = rows(capsys)
    assert found["theme"] == ["ansi", "environment EUJDEF_THEME"]
    assert found["mouse"] == ["off", "environment EUJDEF_MOUSE"]
    assert found["file"] == ["e.yaml", "environment EUJDEF_FILE"]
    assert rows(capsys, "-f", "o.yaml")["file"] == ["o.yaml", "option -f"]
    assert rows(capsys, "--base", "b.sqlite")["base"] == ["b.sqlite", "option --base"]
    monkeypatch.setenv("EUJDEF_BASE", "c.sqlite")
    assert rows(capsys)["base"] == ["c.sqlite", "environment EUJDEF_BASE"]


def test_what_is_wrong_is_told_on_stderr_and_by_the_exit_code(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text('theme = "pink"\n[keys]\nmark = "y"\n', encoding="utf-8")
    assert main(["config"]) == 2
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [
        f"eujdef: {config}:1: there is no theme “pink”: choose one of dark, light, ansi, mono",
        f"eujdef: {config}:3: mark cannot have y, the key of copy: choose another, or give copy another key too",
    ]
    assert "theme              dark" in printed.out


def test_keys_prints_the_table_in_force(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config.write_text('[keys]\nmark = "w"\ncard = "y"\n', encoding="utf-8")
    assert main(["keys"]) == 0
    printed = capsys.readouterr()
    assert "w          mark              mark the fact, or take the mark off; marks are kept (settings)" in printed.out
    assert "c          card              meeting card" in printed.out
    assert printed.err.startswith(f"eujdef: {config}:3: card cannot have y, the key of copy: ")
    assert main(["keys", "--markdown"]) == 0
    assert "| `w` | mark | " in capsys.readouterr().out


def test_the_fact_file_of_the_settings_is_opened_by_every_verb(
    config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    config.write_text(f'file = "{METRE}"\n', encoding="utf-8")
    assert main(["find", "kibble"]) == 0
    assert "Kibble" in capsys.readouterr().out
    config.write_text("file = 3\n", encoding="utf-8")
    assert main(["find", "kallas"]) == 0  # the shipped one
    assert f"{config}:1: file is no text" in capsys.readouterr().err


def test_doctor_says_what_is_wrong_with_the_settings_and_how_to_see_all_of_it(config: Path) -> None:
    def said() -> list[Finding]:
        return [one for one in examine({"TERM": "xterm"}, METRE) if one.name == "settings"]

    (missing,) = said()
    assert missing.message == f"{config}: EUJDEF_CONFIG names no file"
    assert missing.level == "advice"
    config.write_text('theme = "light"\n', encoding="utf-8")
    assert [(one.message, one.level) for one in said()] == [(str(config), "ok")]
    config.write_text('theme = "pink"\n[keys]\nmark = "y"\n', encoding="utf-8")
    (found,) = said()
    assert (found.message, found.fix) == (f"{config}:1: there is no theme “pink”, and 1 more", "eujdef config")


def test_a_shared_box_reads_no_settings(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from eujdef_tui.cli import kiosk
    from eujdef_tui.system.paths import settings

    config.write_text('theme = "light"\n', encoding="utf-8")
    assert settings()
    environ = {"EUJDEF_CONFIG": str(config), "HOME": str(config.parent), "XDG_CONFIG_HOME": str(config.parent)}
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    kiosk.restrict_process(environ)
    monkeypatch.setenv("EUJDEF_CONFIG", environ["EUJDEF_CONFIG"])
    assert environ["EUJDEF_CONFIG"] == os.devnull
    assert settings() is None
