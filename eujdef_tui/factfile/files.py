"""Find and read the files of a fact file, within size limits; a failure is returned as a Problem."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from eujdef_tui.errors import Place, Problem

__all__ = ["MAX_BYTES", "fact_files", "not_nfc", "not_utf8", "read_bytes"]

MAX_BYTES = 64 * 2**20
_SUFFIXES = (".yaml", ".yml")


def fact_files(path: Path) -> list[Path] | Problem:
    """The YAML files that `path` names: itself, or those in the folder, by name, without hidden ones."""
    try:
        if not path.is_dir():
            return [path]
        names = sorted(item.name for item in path.iterdir() if item.suffix in _SUFFIXES and item.is_file())
    except OSError as error:
        return _unreadable(path, Place(str(path)), error)
    files = [path / name for name in names if not name.startswith(".")]
    if files:
        return files
    advice = "Name a fact file, or put files that end in .yaml or .yml into the folder."
    return Problem(Place(str(path)), "missing-file", "The folder holds no fact file.", advice)


def read_bytes(path: Path, place: Place, missing: str = "missing-file") -> bytes | Problem:
    """The bytes of a file, or what is wrong with it, told at `place`; rule `missing`: it is not there."""
    try:
        if not path.exists():
            return Problem(place, missing, f"There is no file {path}.", "Correct the name or add the file.")
        if not path.is_file():
            return Problem(place, missing, f"{path} is not a file.", "Name a file that holds text.")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return _unreadable(path, place, error)
    if len(data) > MAX_BYTES:
        message = f"{path} is larger than {MAX_BYTES // 2**20} MiB."
        return Problem(place, "too-large", message, "Divide it into several files.")
    return data


def _unreadable(path: Path, place: Place, error: OSError) -> Problem:
    message = f"{path} cannot be read: {error.strerror}."
    return Problem(place, "unreadable-file", message, "Correct the name, or allow yourself to read it.")


def not_utf8(data: bytes) -> tuple[int, int, int] | None:
    """Line and column, from 1, and value of the first byte that is not UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line_start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[line_start : error.start].decode("utf-8")) + 1
        return data.count(b"\n", 0, error.start) + 1, column, data[error.start]
    return None


def not_nfc(text: str) -> Iterator[tuple[int, int]]:
    """Line and column, from 1, of the first character on each line that Unicode would compose (NFC)."""
    if unicodedata.is_normalized("NFC", text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        composed = unicodedata.normalize("NFC", line)
        if composed != line:
            same = (a == b for a, b in zip(line, composed, strict=False))
            yield number, 1 + next((at for at, is_same in enumerate(same) if not is_same), 0)
