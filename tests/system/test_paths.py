"""Folders and the settings file stand where XDG says, or where a variable of our own says."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.system.paths import (
    HOMELESS,
    cache_folder,
    config_file,
    is_writable,
    settings,
    state_folder,
    tidied,
)
from tests.helpers.processes import python

PLACES: dict[str, tuple[Callable[[], Path], str, str, str]] = {
    "cache": (cache_folder, "EUJDEF_CACHE", "XDG_CACHE_HOME", ".cache/eujdef"),
    "config": (config_file, "EUJDEF_CONFIG", "XDG_CONFIG_HOME", ".config/eujdef/config.toml"),
    "state": (state_folder, "EUJDEF_STATE", "XDG_STATE_HOME", ".local/state/eujdef"),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_place_is_the_one_of_our_variable_else_of_xdg_else_below_home(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place, own, xdg, default = PLACES[name]
    monkeypatch.delenv(own, raising=False)
    monkeypatch.delenv(xdg, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert place() == tmp_path / default
    monkeypatch.setenv(xdg, "  ")  # empty asks for nothing
    assert place() == tmp_path / default
    monkeypatch.setenv(xdg, str(tmp_path / "xdg"))
    assert place() == tmp_path / "xdg" / default.partition("eujdef")[1] / default.partition("eujdef/")[2]
    monkeypatch.setenv(own, "here")
    monkeypatch.chdir(tmp_path)
    assert place() == tmp_path / "here"


def test_who_has_no_home_has_places_where_nothing_can_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    for _, own, xdg, _ in PLACES.values():
        monkeypatch.delenv(own, raising=False)
        monkeypatch.delenv(xdg, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)  # as it is for a number that is no user's
    assert (cache_folder(), state_folder()) == (Path(HOMELESS), Path(HOMELESS))
    assert config_file() == Path(HOMELESS, "config.toml")
    assert settings() is None
    assert not is_writable(Path(HOMELESS))


@given(st.text("a./~é", max_size=12))
def test_a_path_as_text_is_written_as_pathlib_writes_it(path: str) -> None:
    if not path.startswith("//") or path.startswith("///"):  # two slashes at the beginning may mean another root
        assert tidied(path) == str(Path(path))


def test_folders_are_found_without_pathlib() -> None:
    code = "import sys; from eujdef_tui.system.paths import cache_folder_name, settings"
    code += "; print(cache_folder_name(), settings(), 'pathlib' in sys.modules)"
    ran = python(code, EUJDEF_CACHE="/a//b/./", EUJDEF_CONFIG=f"{os.devnull}/none", COVERAGE_PROCESS_CONFIG="")
    assert ran.out == "/a/b None False\n"


def test_a_folder_that_is_not_there_is_writable_where_the_one_above_it_is(tmp_path: Path) -> None:
    assert is_writable(tmp_path / "a" / "b")
    (tmp_path / "file").write_text("")
    assert not is_writable(tmp_path / "file" / "b")


def test_settings_are_those_of_the_file_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EUJDEF_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    assert settings() is None
    monkeypatch.setenv("EUJDEF_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "config.toml").write_text('theme = "light"\n', encoding="utf-8")
    found = settings()
    assert found
    assert (found.theme, found.path) == ("light", tmp_path / "config.toml")
    (tmp_path / "config.toml").unlink()
    (tmp_path / "config.toml").mkdir()
    found = settings()
    assert found
    assert [fault.sentence for fault in found.faults] == ["EUJDEF_CONFIG names a folder, not a file"]


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/full", "pipe"])
def test_a_device_or_pipe_that_is_named_for_settings_is_not_read_and_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / name
    if name == "pipe":
        os.mkfifo(path)
    monkeypatch.setenv("EUJDEF_CONFIG", str(path))
    found = settings()
    assert found
    assert [fault.sentence for fault in found.faults] == ["EUJDEF_CONFIG names a device or pipe, which is not read"]


def test_the_null_device_stands_for_no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (os.devnull, f"{os.devnull}/none"):
        monkeypatch.setenv("EUJDEF_CONFIG", name)
        assert settings() is None


def test_a_settings_file_that_is_named_and_not_there_is_a_fault_with_the_next_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EUJDEF_CONFIG", str(tmp_path / "none.toml"))
    found = settings()
    assert found
    (fault,) = found.faults
    advice = "write it, or take EUJDEF_CONFIG out of your environment"
    assert str(fault) == f"{tmp_path / 'none.toml'}: EUJDEF_CONFIG names no file: {advice}"
    assert (found.theme, found.file, found.keys) == ("", "", {})


def test_a_settings_file_is_parsed_once_while_it_stays_and_again_once_it_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "config.toml"
    monkeypatch.setenv("EUJDEF_CONFIG", str(path))
    path.write_text('theme = "dark"\n', encoding="utf-8")
    os.utime(path, (1, 1))
    first = settings()
    assert settings() is first
    path.write_text('theme = "mono"\n', encoding="utf-8")
    again = settings()
    assert again
    assert again.theme == "mono"


def test_a_settings_file_that_another_of_its_time_and_size_has_replaced_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, other = tmp_path / "config.toml", tmp_path / "other.toml"
    monkeypatch.setenv("EUJDEF_CONFIG", str(path))
    for one, theme in ((path, "dark"), (other, "mono")):
        one.write_text(f'theme = "{theme}"\n', encoding="utf-8")
        os.utime(one, (1, 1))
    before = settings()
    other.replace(path)
    after = settings()
    assert before
    assert after
    assert (before.theme, after.theme) == ("dark", "mono")
