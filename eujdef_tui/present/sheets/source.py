"""The sheet of a source: its title, its date, how much of it carries facts, then what a citation needs."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.model.glyphs import date_mark
from eujdef_tui.model.labels import full_name
from eujdef_tui.model.records import Source
from eujdef_tui.present import sheet_lines
from eujdef_tui.present.sheet_heading import counted
from eujdef_tui.present.sheet_lines import Line, Part, record_lines, remaining_line, text_line
from eujdef_tui.store import Base
from eujdef_tui.text import edtf

__all__ = ["source_lines"]


def source_lines(base: Base, n: int, source: Source) -> Iterator[Line]:
    """Yield the lines on a source, record number `n`."""
    yield from text_line("title", source.title)
    yield Line("when", (Part(edtf.in_english(source.issued)), Part(date_mark(source))))
    article = base.article(source.id)
    carrying = sum(count > 0 for count in article.fact_counts)
    yield Line("text", (Part(f"{carrying} of {counted(len(article.spans), 'sentence')} carry facts"),))
    if article.hidden:
        yield Line("hidden", (Part(f"{article.hidden} characters that a terminal must not see, shown as �"),))
    authors = "; ".join(map(full_name, source.author))
    yield from text_line("by", authors)
    yield from text_line("in", source.container_title or source.container_title_short)
    if source.derived_from:
        yield Line("from", (Part(base.title_of(source.derived_from)), Part("  not independent of it", "quiet")))
    yield from text_line("URL", source.URL)
    yield from text_line("accessed", source.accessed and edtf.in_english(source.accessed))
    yield from text_line("language", source.language)
    yield from text_line("dated", source.issued_basis, "quiet")
    yield from text_line("titled", source.title_basis, "quiet")
    yield from text_line("named", source.container_basis, "quiet")
    yield from text_line("file", source.file, "quiet")
    facts = base.citing_source(n, sheet_lines.MAX_LISTED)
    count = base.count_citing_source(n)
    if facts:
        yield from record_lines(base, sheet_lines.counted_label("facts", count), facts)
    yield from remaining_line(count - len(facts), f"source:{source.id}")
