"""Read a draft that is to be checked, from a file or from standard input."""

from __future__ import annotations

from pathlib import Path

from eujdef_tui.errors import Place, Problem, UsageError
from eujdef_tui.factfile.files import not_utf8, read_bytes
from eujdef_tui.text.unicode import clean, one_line
from eujdef_tui.verify.draft_text import cleaned_draft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

__all__ = ["MAX_CHARACTERS", "read_draft"]

MAX_CHARACTERS = 500_000  # of one draft: a book of 200 pages


def read_draft(name: str, stdin: BinaryIO | None = None) -> str:
    """Return the text of a file, or of `stdin` for "-", as `cleaned_draft` makes it. Raises UsageError for no text."""
    shown = one_line(clean(name))
    data: bytes | Problem
    if name == "-" and stdin is not None:
        data = stdin.read(4 * MAX_CHARACTERS + 4)
    else:
        data = read_bytes(Path(name), Place(shown))
    if isinstance(data, Problem):
        raise UsageError(data.message, data.advice)
    if len(data) > 4 * MAX_CHARACTERS + 3:  # of standard input no more is read: the last character may be cut
        raise UsageError(f"{shown} has more than {MAX_CHARACTERS:,} characters", "check its parts one by one")
    if found := not_utf8(data):
        message = f"{shown} is not UTF-8: line {found[0]} has the byte 0x{found[2]:02X}"
        raise UsageError(message, "save it as UTF-8 text or Markdown")
    text = data.decode("utf-8-sig")
    if len(text) > MAX_CHARACTERS:
        raise UsageError(f"{shown} has more than {MAX_CHARACTERS:,} characters", "check its parts one by one")
    if not text.strip():
        raise UsageError(f"{shown} has no text", "name a text or Markdown file, or - for standard input")
    return cleaned_draft(text)
