"""The picked record: its sheet in the detail pane, and the quotes that prove it in the article reader."""

from __future__ import annotations

from functools import lru_cache

from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Evidence, Source
from eujdef_tui.present.fact_sheet import sheet, sheet_heading
from eujdef_tui.present.sheet_lines import Line
from eujdef_tui.store import Base, Row
from eujdef_tui.tui.layout import detail_title, reader_title
from eujdef_tui.tui.widgets.article_reader import ArticleReader
from eujdef_tui.tui.widgets.detail_pane import DetailPane
from eujdef_tui.tui.widgets.line_view import Rule

__all__ = ["RecordView"]


class RecordView:
    """The detail pane and the reader with their rules, and the record that they show."""

    def __init__(self, base: Base, today: int) -> None:
        self._base = base
        self._today = today
        self._sheet = lru_cache(64)(self._read_sheet)
        self.detail = DetailPane(id="detail")
        self.detail_rule = Rule(id="detail-rule")
        self.reader = ArticleReader(id="reader")
        self.reader_rule = Rule(id="reader-rule")
        self.row: Row | None = None
        self.evidence: tuple[Evidence, ...] = ()
        self._nth = 0  # the quote that the reader shows

    def _read_sheet(self, n: int) -> list[Line]:
        return sheet(self._base, self._base.record(n), self._today)

    def show(self, n: int) -> None:
        """Show record `n` from its top, with its first quote; 0 for nothing."""
        self.row = self._base.record(n) if n else None
        if self.row is None:
            self.evidence = ()
            self.detail.show([])
            self.detail_rule.show([])
        else:
            self.evidence = tuple(evidence_of(self.row.record))
            self.detail.show(self._sheet(n))
        self.show_quote(0)

    def show_quote(self, nth: int) -> None:
        """Show the `nth` quote of the record in its article, with all its quotes lit; an article itself has none."""
        self._nth = nth
        item = self.evidence[nth] if self.evidence else None
        record = self.row.record if self.row else None
        source = item.source if item else record.id if isinstance(record, Source) else ""
        if not source:
            self.reader.clear()
            self.reader_rule.show([])
            return
        article = self._base.article(source)
        self.reader.show(article, self.evidence, item.sentence if item else 0)
        self.reader_rule.show(*reader_title(self._base.source(source), article, item, nth, len(self.evidence)))

    def turn_quotes(self, by: int) -> None:
        """Show the next quote or the one before; after the last comes the first."""
        if self.evidence:
            self.show_quote((self._nth + by) % len(self.evidence))

    def show_hidden(self, lines: int, *, marked: bool) -> None:
        """Show over the sheet how many of its lines are out of sight, and whether the record is marked."""
        if self.row:
            heading = sheet_heading(self._base, self.row)
            self.detail_rule.show(*detail_title(heading, lines, marked=marked))
