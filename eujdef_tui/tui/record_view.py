"""The picked record: its sheet in the detail pane, and the quotes that prove it in the article reader."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from eujdef_tui.model.records import Evidence, Source
from eujdef_tui.present.fact_sheet import sheet, sheet_heading, whole_title
from eujdef_tui.present.proofs import proofs
from eujdef_tui.present.sheet_lines import Line, Part
from eujdef_tui.store import Base, Row
from eujdef_tui.tui.pane_titles import detail_title, find_title, is_cut, reader_title
from eujdef_tui.tui.widgets.article_reader import ArticleReader
from eujdef_tui.tui.widgets.bars import Rule
from eujdef_tui.tui.widgets.detail_pane import DetailPane
from eujdef_tui.tui.widgets.line_view import Piece

if TYPE_CHECKING:
    from eujdef_tui.search.engine import Hit

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
        self.nth = 0  # the quote that the reader shows
        self._title_cut = False  # whether the rule cuts the title, so that the sheet begins with it whole

    def _read_sheet(self, n: int) -> list[Line]:
        return sheet(self._base, self._base.record(n), self._today)

    def show(self, n: int, hit: Hit | None = None) -> None:
        """Show record `n` from its top, with its first quote; 0 for nothing.

        An article that a query found by its own words (`hit`) opens at the first place with them.
        """
        self.row = self._base.record(n) if n else None
        if self.row is None:
            self.evidence = ()
            self.detail.show([])
            self.detail_rule.show([])
        else:
            self.evidence = proofs(self.row.record)
            self._title_cut = self._cuts_title(self.row)
            self._show_sheet(self.row)
        self.show_quote(0)
        if hit and self.row and isinstance(self.row.record, Source):
            self._seek(hit)

    def _seek(self, hit: Hit) -> None:
        from eujdef_tui.present.article_words import article_words  # the first screen searches for nothing

        words = article_words(hit)
        if words:
            self.reader.seek(" ".join(words), list(words.values()))

    def show_quote(self, nth: int) -> None:
        """Show the `nth` quote of the record in its article, with all its quotes lit; an article itself has none."""
        self.nth = nth
        source = self.source
        if source:
            item = self.evidence[nth] if self.evidence else None
            self.reader.show(self._base.article(source), self.evidence, item)
        else:
            self.reader.clear()
        self.show_reader_title()

    @property
    def source(self) -> str:
        """The id of the article that is read, or ""."""
        record = self.row.record if self.row else None
        if self.evidence:
            return self.evidence[self.nth].source
        return record.id if isinstance(record, Source) else ""

    def turn(self, by: int) -> None:
        """Go to the next match of the find, or without one show the next quote; after the last comes the first."""
        if not self.reader.next_match(by) and self.evidence:
            self.show_quote((self.nth + by) % len(self.evidence))

    def see(self, base: Base) -> None:
        """Show records as this base has them, on its day; the sheet is not shown anew."""
        self._base, self._today = base, base.shown_day
        self._sheet.cache_clear()

    def show_reader_title(self) -> None:
        """Show over the article what is sought in it, or how well its words give the quote."""
        if not self.source:
            self.reader_rule.show([])
            return
        source, width = self._base.source(self.source), self.reader_rule.size.width or self.reader.app.size.width
        if self.reader.find:
            find_title(source, self.reader.find, width).show_on(self.reader_rule)
            return
        item = self.evidence[self.nth] if self.evidence else None
        article, count = self.reader.article, len(self.evidence)
        reader_title(source, article, item, self.nth, count, width).show_on(self.reader_rule)

    # --- the sheet ---

    def _cuts_title(self, row: Row, overflow: int = 0) -> bool:
        """Whether the rule over the sheet has no room for the whole title, beside how many lines the pane is short of.

        The sheet with the title before it is longer still, so that it is not taken away again.
        """
        width = self.detail_rule.size.width
        return width > 0 and is_cut(detail_title(sheet_heading(self._base, row), overflow, marked=False), width)

    def _show_sheet(self, row: Row) -> None:
        whole = [Line("", (Part(whole_title(row), "title"),))] * self._title_cut
        self.detail.show([*whole, *self._sheet(row.n)])

    def name(self) -> Sequence[Sequence[Piece]]:
        """The mark and the title of the record, for where neither the list nor the sheet is in sight."""
        if self.row is None:
            return []
        heading = sheet_heading(self._base, self.row)
        return [[(f"{heading.mark} {heading.title}", "quiet")]]

    def show_hidden(self, lines: int, *, marked: bool) -> None:
        """Show over the sheet how many of its lines are out of sight, and whether the record is marked."""
        if self.row is None:
            return
        # the pane has another width, or the title gives way to how many lines are out of sight
        if self._cuts_title(self.row, self.detail.overflow) != self._title_cut:
            self._title_cut = not self._title_cut
            self._show_sheet(self.row)
        detail_title(sheet_heading(self._base, self.row), lines, marked=marked).show_on(self.detail_rule)
