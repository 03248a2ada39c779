"""Write an export as bytes, whatever its format: the command line and the explorer both do it through here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from eujdef_tui.export.formats import FORMATS, export
from eujdef_tui.store import Base

__all__ = ["BINARY", "exported_bytes", "file_ending"]

BINARY = ("sqlite",)  # no text: they are not written to a terminal
_ENDINGS = {
    "web-annotation": "annotations.json",
    "ftm": "ftm.jsonl",
    "timelinejs": "timeline.json",
    "csl-json": "csl.json",
    "bibtex": "bib",
}
_CHUNK = 2**20


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
