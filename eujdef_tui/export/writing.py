"""Write an export as bytes, whatever its format: the command line and the explorer both do it through here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path

from eujdef_tui.export.formats import FORMATS, export
from eujdef_tui.store import Base
from eujdef_tui.system.whole_file import write_output
from eujdef_tui.text.unicode import fold

__all__ = ["BINARY", "export_to_new_file", "exported_bytes", "file_ending", "write_new_file"]

BINARY = ("sqlite",)  # no text: they are not written to a terminal
_ENDINGS = {
    "web-annotation": "annotations.json",
    "ftm": "ftm.jsonl",
    "timelinejs": "timeline.json",
    "csl-json": "csl.json",
    "bibtex": "bib",
}
_CHUNK = 2**20
_LONGEST = 40  # characters of what was asked for, in the name of a file


def exported_bytes(base: Base, format_name: str, numbers: Sequence[int] | None = None) -> Iterator[bytes]:
    """Yield a base, or the records with these numbers, in any format of EXPORT_FORMATS. Text is UTF-8.

    Raises OSError where the temporary file of a database cannot be written.
    """
    if format_name in FORMATS:
        yield from (piece.encode() for piece in export(base, format_name, numbers))
        return
    from tempfile import TemporaryDirectory

    from eujdef_tui.export.plain_database import write_database
    from eujdef_tui.export.selection import Selection

    with TemporaryDirectory() as folder:
        path = Path(folder, "export.db")
        write_database(Selection(base, numbers), path)
        with path.open("rb") as file:
            yield from iter(lambda: file.read(_CHUNK), b"")


def file_ending(format_name: str) -> str:
    """Return how the name of a file in this format ends, without the point."""
    return _ENDINGS.get(format_name, format_name)


def export_to_new_file(base: Base, numbers: Sequence[int], format_name: str, subject: str) -> Path:
    """Write records into a file of the present folder that was not there before, and return its name.

    `subject` is what they have in common, such as the query: the file is named after it. Raises OSError.
    """
    with closing(base.reopen()) as own:
        return write_new_file(subject, file_ending(format_name), exported_bytes(own, format_name, numbers))


def write_new_file(subject: str, ending: str, pieces: Iterable[bytes]) -> Path:
    """Write a file that is named after a subject, and after a number where that name is taken. Raises OSError."""
    stem = re.sub(r"[^a-z0-9]+", "-", fold(subject))[:_LONGEST].strip("-") or "facts"
    for number in range(1, 1000):
        path = Path(f"{stem}{f'-{number}' if number > 1 else ''}.{ending}")
        try:
            path.open("xb").close()  # the name is taken: a file that is there is never written over
        except FileExistsError:
            continue
        with ExitStack() as unwritten:
            unwritten.callback(path.unlink)
            write_output(path, pieces)
            unwritten.pop_all()
        return path
    raise FileExistsError(None, f"there are too many files named {stem}")
