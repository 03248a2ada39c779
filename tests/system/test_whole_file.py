"""A file is written whole or not at all."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from eujdef_tui.system.whole_file import ABANDONED, write_output, write_whole


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a text stands already, in a folder of its own."""
    path = tmp_path / "folder" / "text.txt"
    write_whole(path, b"old")
    return path


def test_a_text_replaces_the_one_before_and_is_read_by_the_user_alone(path: Path) -> None:
    path.chmod(0o644)
    write_whole(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o600)
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_a_link_under_the_name_is_replaced_and_not_followed(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_bytes(b"another's")
    path.unlink()
    path.symlink_to(other)
    write_whole(path, b"new")
    assert (path.is_symlink(), path.read_bytes(), other.read_bytes()) == (False, b"new", b"another's")


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_where_the_write_fails_the_text_before_stays_and_nothing_is_left_beside(
    path: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, call, full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_whole(path, b"new")
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_what_a_killed_write_left_is_swept_once_it_is_old(path: Path) -> None:
    child = os.fork()
    if not child:
        os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[assignment]
        write_whole(path, b"half")
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    (left,) = (item for item in path.parent.iterdir() if item != path)
    write_whole(path, b"new")
    assert left.exists()  # another process may be writing it
    long_ago = time.time() - ABANDONED - 1
    os.utime(left, (long_ago, long_ago))
    write_whole(path.with_name("other.txt"), b"new")
    assert left.exists()
    write_whole(path, b"newer")
    assert sorted(item.name for item in path.parent.iterdir()) == ["other.txt", "text.txt"]


# --- what a user asked for at a path of his own ---


def test_an_output_keeps_the_mode_of_the_file_that_it_replaces_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path, link = tmp_path / "x.csv", tmp_path / "link"
    umask = os.umask(0o027)
    try:
        write_output(path, [b"a", b"b"])
        assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"ab", 0o640)
    finally:
        os.umask(umask)
    path.chmod(0o604)
    link.symlink_to(path)
    write_output(link, [b"c"])
    assert (link.is_symlink(), path.read_bytes(), path.stat().st_mode & 0o777) == (True, b"c", 0o604)


@pytest.mark.parametrize("old", [b"old", None])
def test_an_output_that_breaks_off_leaves_what_was_there(tmp_path: Path, old: bytes | None) -> None:
    path = tmp_path / "x.csv"
    if old:
        path.write_bytes(old)

    def pieces() -> Iterator[bytes]:
        yield b"new"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        write_output(path, pieces())
    assert [item.read_bytes() for item in tmp_path.iterdir()] == ([old] if old else [])


def test_an_output_to_a_link_that_leads_to_itself_is_an_error_of_the_system(tmp_path: Path) -> None:
    link = tmp_path / "loop"
    link.symlink_to(link)
    with pytest.raises(OSError, match="symbolic links"):
        write_output(link, [b"x"])
    assert link.is_symlink()


def test_an_output_to_a_device_is_written_to_it() -> None:
    write_output(Path(os.devnull), [b"x"])
    assert not Path(os.devnull).is_file()
