"""The panes of a review: how they stand, and what they show of it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.events import Resize
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from eujdef_tui.draft.alike import Base
from eujdef_tui.draft.review import Review
from eujdef_tui.model.records import Evidence
from eujdef_tui.present.article_find import ArticleFind
from eujdef_tui.store import Article
from eujdef_tui.text.edtf import in_english
from eujdef_tui.text.folded_text import FoldedText
from eujdef_tui.text.shorten import shorten
from eujdef_tui.tui.key_bindings import FooterWord
from eujdef_tui.tui.layout import is_tiny
from eujdef_tui.tui.review_keys import FOOTERS
from eujdef_tui.tui.review_lines import row, sheet
from eujdef_tui.tui.review_prompts import Cut, Prompt
from eujdef_tui.tui.widgets.article_view import ArticleView
from eujdef_tui.tui.widgets.bars import Bar, Divider, Rule
from eujdef_tui.tui.widgets.draft_list import DraftList, SheetLines
from eujdef_tui.tui.widgets.line_view import Piece, RoleScreen, width_of, wrapped

__all__ = ["ReviewPanes", "heights"]

LOW = 16  # rows under which there is no sheet
ACROSS = 100  # columns from which sheet and article stand side by side


def heights(rows: int, drafts: int) -> tuple[int, int]:
    """The rows of the list and of the sheet on a screen of so many rows; none of a sheet where it has no room."""
    if rows < LOW:
        return max(1, min(drafts, (rows - 5) // 2)), 0
    spare = rows - 24
    if spare < 0:
        return max(2, 7 + spare * 2 // 3), max(3, 5 + spare // 4)
    return min(max(7, drafts), 7 + spare // 3), 5 + min(5, spare // 4)


class _Sentence(ArticleView):
    """The article with the sentence of a draft lit; it has no cursor of its own."""

    def draw(self, line: int, width: int) -> Strip:
        """Draw a wrapped line with its gutter."""
        return self.strip([(" ", "text"), self.lines.gutter(line), *self.lines.pieces(line, self.find)], width)


class ReviewPanes(RoleScreen):
    """A review on the screen, without its keys. `prompt`, `cut` and `finding` are what the line is asked for."""

    AUTO_FOCUS = "#drafts"

    def __init__(self, review: Review, base: Base, title: str, note: str) -> None:
        """`title` names the article; `note` is said at first."""
        super().__init__()
        self.review, self.base = review, base
        self._title, self.message = title, note
        self.prompt: Prompt | None = None
        self.cut: Cut | None = None
        self.find = ArticleFind(FoldedText(review.text), typing=False)
        self.finding = False
        counts = tuple(0 for _ in review.spans)
        self._article = Article(review.header.id, review.text, 0, tuple(review.spans), counts)
        self.head, self.said, self.footer, self.tiny = (Bar(id=n) for n in ("review-head", "said", "footer", "tiny"))
        self.drafts = DraftList(self._row, id="drafts")
        self.sheet = SheetLines(id="sheet-lines")
        self.article = _Sentence(id="article")
        self.sheet_rule = Rule(id="sheet-rule")
        self.article_rule = Rule(id="article-rule")
        self.ask_label = Bar(id="ask-label")
        self.ask_line = Input(id="ask-line", compact=True, select_on_focus=False)
        self.ask_line.cursor_blink = False
        self._sheet_rows = 5
        self._heights: dict[Widget, int | str] = {}

    def compose(self) -> ComposeResult:
        """Yield the widgets from top to bottom."""
        yield self.head
        yield Rule(id="list-rule")
        yield self.drafts
        with Container(id="fact"):
            with Vertical(id="sheet"):
                yield self.sheet_rule
                yield self.sheet
            yield Divider(id="sheet-divider", top="┬")
            with Vertical(id="proof"):
                yield self.article_rule
                yield self.article
        with Horizontal(id="ask-row"):
            yield self.ask_label
            yield self.ask_line
        yield self.said
        yield self.footer
        yield self.tiny

    def on_mount(self) -> None:
        """Show the first open draft."""
        self.article.can_focus = self.ask_line.can_focus = False
        self.tiny.show([("Needs 20×6 or more", "text")])
        self.lay_out()
        self.show()

    def on_resize(self, event: Resize) -> None:
        """Lay the screen out for its new size."""
        self.lay_out()
        self.show()

    def lay_out(self) -> None:
        """Lay the panes out for the size of the screen, and for what is typed."""
        width, rows = self.app.size
        lines, self._sheet_rows = heights(rows, len(self.review.order))
        names = {
            "-tiny": is_tiny(width, rows), "-low": not self._sheet_rows, "-across": width >= ACROSS and rows >= LOW,
            "-typing": self.prompt is not None or self.finding,
            "-choosing": self.prompt is not None and self.prompt.choices() is not None,
        }  # fmt: skip
        classes = frozenset(name for name, on in names.items() if on)
        if self.classes != classes:
            self.set_classes(classes)
        self._set_height(self.drafts, lines)
        self._set_height(self.sheet, "1fr" if "-across" in classes else self._sheet_rows or 5)

    def _set_height(self, widget: Widget, rows: int | str) -> None:
        if self._heights.get(widget) != rows:  # setting a style lays the whole screen out again, changed or not
            self._heights[widget] = rows
            widget.styles.height = rows

    # --- what is shown ---

    def say(self, message: str) -> None:
        """Show a message until the next key."""
        self.message = message
        self._show_said()

    def _row(self, n: int, width: int, picked: bool) -> list[Piece]:
        return row(self.review, self.review.items[n], width, picked=picked)

    def show(self) -> None:
        """Show the review as it is now."""
        review, item = self.review, self.review.current
        counts = review.counts()
        sentence = item.sentence + 1 if item else 0
        place = f"sentence {sentence} of {counts.sentences} · {counts.all_kept} kept · {counts.left} left "
        if self.app.size.width < ACROSS // 2:
            place = f"{sentence}/{counts.sentences} · {counts.left} left "
        issued = f", {in_english(review.header.issued)}" if review.header.issued else ""
        room = self.app.size.width - len(place) - 11
        name = shorten(self._title, room - len(issued)) + issued if room > len(issued) + 8 else ""
        self.head.show([(" review", "title"), (f" · {name}" * bool(name), "text")], [(place, "quiet")])
        self.drafts.show(review.order, review.at)
        self._show_sheet()
        self._show_article(sentence, counts.sentences)
        self._show_said()

    def _show_sheet(self) -> None:
        item = self.review.current
        choices = self.prompt.choices() if self.prompt else None
        width = self.app.size.width
        across = self.has_class("-across")
        inner, rows = (width * 38 // 100, self.app.size.height) if across else (width, self._sheet_rows or 5)
        if choices is not None:
            lines = [self._fitted(line, inner) for line in choices]
        elif item is None:
            lines = [[(" There is no draft.", "quiet")]]
        else:
            lines = sheet(self.review, item, self.base.suggestion(item), inner, rows)
        self.sheet.show_lines(lines)
        hidden = len(lines) - rows
        self.sheet_rule.show([], [(f"↓ {hidden} more", "quiet")] if hidden > 0 else [])

    def _fitted(self, line: list[Piece], width: int) -> list[Piece]:
        """A line whose pieces are cut at the width."""
        fitted: list[Piece] = []
        for text, role in line:
            room = width - 1 - width_of(fitted)
            if room > 0:
                fitted.append((text if role == "key" else shorten(text, room), role))
        return fitted

    def _show_article(self, sentence: int, sentences: int) -> None:
        item = self.review.current
        self.article_rule.show([(self._title, "title")], [(f"sentence {sentence} of {sentences}", "quiet")])
        if item is None:
            self.article.show(self._article, ())
            return
        quote = item.draft.evidence[0]
        end = self.cut.at if self.cut and self.cut.at > 0 else quote.end
        last = max((nth for nth, span in enumerate(self.review.spans) if span[0] < end), default=quote.sentence)
        words = self.review.text[quote.start : end].rstrip()
        lit = Evidence(
            source=self._article.source, quote=words, sentence=quote.sentence, last_sentence=max(last, quote.sentence),
            start=quote.start, end=quote.start + len(words), grade="verbatim",
        )  # fmt: skip
        self.article.find = self.find if self.finding and self.find.typed else None
        self.article.show(self._article, [lit], lit)

    def _show_said(self) -> None:
        width = self.app.size.width
        place = "split" if self.cut else "typing" if self.finding else self.prompt.footer if self.prompt else "drafts"
        words = FOOTERS[place]
        aside = self.cut.said() if self.cut else self.prompt.said() if self.prompt else []
        pieces: list[Piece] = [(" ", "text"), *aside, ("  ", "text")] if aside else []
        lines = wrapped([(self.message, "accent")], width - 2) if self.message else []
        if len(lines) > 1:  # it takes the footer's row too: what is said is said whole
            self.footer.show([(" ", "text"), *lines[1]])
        else:
            self.footer.show([*pieces, *_keys(words, width - width_of(pieces))])
        if lines:
            self.said.show([(" ", "text"), *lines[0]])
        else:
            self.said.show([] if self.cut else self._kinds(width))

    def _kinds(self, width: int) -> list[Piece]:
        """The kinds that a digit chooses."""
        pieces: list[Piece] = []
        item = self.review.current
        for nth, kind in enumerate(self.review.kinds()[:9], 1):
            here = item is not None and kind == item.draft.kind
            more: list[Piece] = [(f" {nth} ", "key"), (f"{kind} ", "title" if here else "quiet")]
            if width_of([*pieces, *more]) > width:
                break
            pieces += more
        return pieces


def _keys(words: tuple[FooterWord, ...], width: int) -> list[Piece]:
    """The keys with what they do, as many as fit; of the last one is room kept first."""
    pieces: list[Piece] = []
    *some, last = [(word.shown, word.word) for word in words]
    ending: list[Piece] = [(" · ", "quiet"), (last[0], "key"), (f" {last[1]}", "quiet")]
    for nth, (shown, word) in enumerate(some):
        more: list[Piece] = [(" · " if nth else " ", "quiet"), (shown, "key"), (f" {word}", "quiet")]
        if width_of([*pieces, *more, *ending]) > width:
            break
        pieces += more
    return [*pieces, *ending] if width_of([*pieces, *ending]) <= width else []
