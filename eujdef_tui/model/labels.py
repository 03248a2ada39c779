"""Short labels of a source, and text in quotation marks: what every output calls a source by."""

from __future__ import annotations

from eujdef_tui.model.records import Source
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import one_line

__all__ = ["quoted", "source_label", "source_name"]


def quoted(text: str) -> str:
    """The text in one line between quotation marks: single ones where it holds double ones itself."""
    line = one_line(text)
    has_double = not {"“", "”", '"'}.isdisjoint(line)
    return f"‘{line}’" if has_double and "‘" not in line else f"“{line}”"


def source_name(source: Source) -> str:
    """The shortest name of a source: "Japan Times"."""
    return one_line(source.container_title_short or source.container_title or source.title or source.id)


def source_label(source: Source) -> str:
    """The name of a source and its date: "Japan Times, about 23 Jul 2025"."""
    return f"{source_name(source)}, {edtf.in_english(source.issued)}"
