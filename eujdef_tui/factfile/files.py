"""Find and read the files of a fact file, within size limits; a failure is returned as a Problem."""

from __future__ import annotations

import errno
import os
import unicodedata
from collections.abc import Callable, Iterator

from eujdef_tui.errors import Place, Problem
from eujdef_tui.system.paths import StrPath

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import TypeAlias

__all__ = ["MAX_BYTES", "Reader", "fact_file_names", "fact_files", "is_fact_file", "not_nfc", "not_utf8", "read_bytes"]

MAX_BYTES = 64 * 2**20
# (path, where it is named, rule of a missing one) → the bytes of a file, or what is wrong with it: see `read_bytes`.
Reader: TypeAlias = "Callable[[Path, Place, str], bytes | Problem]"

_SUFFIXES = (".yaml", ".yml")
_NO_FOLDER = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)


def fact_files(path: Path) -> list[Path] | Problem:
    """The YAML files that `path` names: itself, or those in the folder, by name, without hidden ones."""
    from pathlib import Path

    names = fact_file_names(path)
    return names if isinstance(names, Problem) else list(map(Path, names))


def fact_file_names(path: StrPath) -> list[str] | Problem:
    """The same as text."""
    path = os.fspath(path)
    try:
        names = [name for name in os.listdir(path) if is_fact_file(name)]
    except OSError as error:
        return [path] if error.errno in _NO_FOLDER else _unreadable(path, Place(path), error)
    files = [file for name in sorted(names) if os.path.isfile(file := os.path.join(path, name))]
    if files:
        return files
    advice = "Name a fact file, or put files that end in .yaml or .yml into the folder."
    return Problem(Place(path), "missing-file", "The folder holds no fact file.", advice)


def is_fact_file(name: str) -> bool:
    """Whether a file in a folder of fact files is one, by its name."""
    return name.endswith(_SUFFIXES) and not name.startswith(".")


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


def _unreadable(path: StrPath, place: Place, error: OSError) -> Problem:
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
