"""Widgets that draw text in roles, line by line: only lines on the screen, and only those that changed.

`LineView` scrolls any number of lines (Textual's Line API). A line is a row of pieces: text with
its roles ("title", "date", "match"). The style of each role is in `app.tcss` alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual._styles_cache import StylesCache
from textual.dom import DOMNode
from textual.events import Event, ScreenResume
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from eujdef_tui.text.wrap import wrap
from eujdef_tui.tui.current_size import CurrentSize
from eujdef_tui.tui.driver.screen_buffer import JOINER

__all__ = [
    "ROLES",
    "LineActions",
    "LineView",
    "Piece",
    "RoleScreen",
    "RoleWidget",
    "between_clusters",
    "cropped",
    "emphasised",
    "role_style",
    "width_of",
    "wrapped",
]

# text, title: words and the name of a fact. quiet, date, count, mark, outside: labels, dates, notes, marks.
# idle: a view without hits. key, heading: bold words. rule: lines between panes. tab, tab-picked: names of views.
# here: the ground of what the keys go to (a focused name, the cursor, the match that was gone to). accent: ▌ ▶.
# picked: the ground of the picked row. match, match-picked: what the query matched, and that in the picked row.
# ahead: planned, target, today. differ: ≠. lit: a sentence that proves. quote: the quote in it. inexact: a quote that
# is not the article's words. gutter: ┃. rests: ╎. link: a link of the sheet that has the focus, elsewhere it is text.
# link-picked: the link that enter follows. wrong, error: the place of an error, and its sentence.
ROLES = frozenset(
    "text title quiet idle date mark count outside key heading rule tab tab-picked here accent picked match "
    "match-picked ahead differ link link-picked lit quote inexact gutter rests error wrong".split()
)

LAST_WITHOUT_MARKS = chr(0x2FF)  # every character up to it has a cell of its own
Piece = tuple[str, str]  # a text and its roles, separated by spaces


class RoleScreen(CurrentSize, Screen[None]):
    """The screen at the bottom of the stack, which resolves roles to styles.

    A role is a class `role--ROLE` in the style sheet, like a component class, but resolved when it is first used:
    Textual resolves every component class of every widget again and again, which takes a third of a start.
    """

    def __init__(self) -> None:
        super().__init__()
        self._opened = False
        self._role_styles: dict[str, Style] = {}
        self._own_styles: dict[str, Style] = {}

    async def on_event(self, event: Event) -> None:
        """Handle an event; when the screen opens, without styling every widget once more: 8 % of a start."""
        if isinstance(event, ScreenResume) and not self._opened:
            self._opened = True
            event.refresh_styles = False
        await super().on_event(event)

    def role_style(self, roles: str) -> Style:
        """The style of these roles, separated by spaces, laid over one another in their order."""
        style = self._role_styles.get(roles)
        if style is None:
            style = self._role_styles[roles] = self.rich_style + Style.combine(map(self._own_style, roles.split()))
        return style

    def _own_style(self, role: str) -> Style:
        """What the style sheet says of one role, resolved once: that takes 0.2 ms."""
        style = self._own_styles.get(role)
        if style is None:
            style = self._own_styles[role] = self._resolve(role)
        return style

    def _resolve(self, role: str) -> Style:
        node = DOMNode(classes=f"role--{role}")
        node._attach(self)
        self.app.stylesheet.apply(node, animate=False)
        return node.styles.partial_rich_style

    def _compositor_refresh(self) -> None:
        if not self.app._batch_count:  # within a batch Textual 8.2 draws for nobody and takes it for shown
            super()._compositor_refresh()

    def notify_style_update(self) -> None:
        """Drop the resolved styles: the theme has changed."""
        super().notify_style_update()
        self._role_styles.clear()
        self._own_styles.clear()


class _LineCache(StylesCache):
    """Cache of drawn lines. Unlike Textual's it computes no border, padding or tint: these widgets have none."""

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        width = widget.outer_size.width
        if width != self._width:
            self.clear()
            self._width = width
        for y in crop.line_range:
            if y in self._dirty_lines or y not in self._cache:
                self._cache[y] = widget.render_line(y)
        self._dirty_lines.difference_update(crop.line_range)
        strips = [self._cache[y] for y in crop.line_range]
        for line_filter in widget.get_line_filters():
            strips = [strip.apply_filter(line_filter, widget.background_colors[1]) for strip in strips]
        return strips if crop.column_span == (0, width) else [strip.crop(*crop.column_span) for strip in strips]


class RoleWidget(Widget):
    """A widget that draws text in roles."""

    virtual_size = Reactive(Size(0, 0))  # its content never changes its size, so nothing is laid out again

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._styles_cache = _LineCache()

    def strip(self, pieces: Iterable[Piece], width: int, ground: str = "text", fill: str = " ") -> Strip:
        """Make one line of exactly `width` cells, padded with `fill`; `ground` is the role under all of it."""
        below = self.app.screen_stack[0]
        assert isinstance(below, RoleScreen)
        segments = [Segment(text, below.role_style(f"{ground} {roles}")) for text, roles in between_clusters(pieces)]
        strip = Strip(segments)
        if strip.cell_length < width:
            segments.append(Segment(fill * (width - strip.cell_length), below.role_style(ground)))
            return Strip(segments, width)
        return strip.crop(0, width)


class LineView(RoleWidget, ScrollView, can_focus=True, inherit_bindings=False):
    """A scrolling widget of lines. A subclass tells how many there are and draws one."""

    @property
    def allow_vertical_scroll(self) -> bool:
        """Scroll without a scrollbar: Textual would ask it whether scrolling is allowed."""
        return True

    def line_count(self) -> int:
        """The number of lines."""
        raise NotImplementedError

    def draw(self, line: int, width: int) -> Strip:
        """Draw line `line`, exactly `width` cells wide."""
        raise NotImplementedError

    def lines_changed(self) -> None:
        """Scroll and draw again: the number of lines has changed."""
        self.virtual_size = Size(0, self.line_count())
        self.scroll_to(y=min(self.scroll_offset.y, self.max_scroll_y), animate=False, force=True, immediate=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line at row `y` of the widget."""
        line = self.scroll_offset.y + y
        width = self.outer_size.width
        return self.draw(line, width) if line < self.line_count() else self.strip((), width)

    def show_line(self, line: int, above: int = 0, below: int = 0) -> None:
        """Scroll as little as possible to show a line with some lines of context above and below."""
        height = max(1, self.size.height)
        above, below = min(above, (height - 1) // 2), min(below, (height - 1) // 2)
        top = self.scroll_offset.y
        if line - above < top:
            top = line - above
        elif line + below >= top + height:
            top = line + below - height + 1
        self.scroll_to(y=max(0, min(top, self.line_count() - height)), animate=False, force=True, immediate=True)

    def move(self, by: int) -> None:
        """Scroll by lines, or move the cursor where a subclass has one."""
        self.scroll_to(y=self.scroll_offset.y + by, animate=False, immediate=True)

    def lines_in(self, pages: float) -> int:
        """The number of lines in `pages` visible pages, at least one; negative for up."""
        by = max(1, int(self.size.height * abs(pages)))
        return by if pages > 0 else -by

    def page(self, pages: float) -> None:
        """Move by visible pages; `pages` may be a half and is negative for up."""
        LineView.move(self, self.lines_in(pages))

    def edge(self, *, last: bool) -> None:
        """Move to the first line, or to the last."""
        LineView.move(self, self.line_count() if last else -self.line_count())


class LineActions:
    """The actions `move`, `page`, `first` and `last` of a screen, on the lines that it names."""

    @property
    def moved_lines(self) -> LineView:
        """The lines that the actions move."""
        raise NotImplementedError

    def action_move(self, by: int) -> None:
        """Move by lines, or by what the cursor moves by."""
        self.moved_lines.move(by)

    def action_page(self, pages: float) -> None:
        """Move by pages of what is visible."""
        self.moved_lines.page(pages)

    def action_first(self) -> None:
        """Go to the first line."""
        self.moved_lines.edge(last=False)

    def action_last(self) -> None:
        """Go to the last line."""
        self.moved_lines.edge(last=True)


def between_clusters(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces, none of which begins within a character: what a query matched may end before its marks.

    Counted apart from its character a keycap is a cell narrower, and a joiner hides the letter behind it.
    """
    whole: list[Piece] = []
    for text, roles in pieces:
        joins = JOINER if whole and whole[-1][0].endswith(JOINER) else ""
        if joins or (whole and text[:1] > LAST_WITHOUT_MARKS and not cell_len(text[0])):
            marks = next((end for end in range(len(text)) if cell_len(joins + text[: end + 1])), len(text))
            whole[-1] = whole[-1][0] + text[:marks], whole[-1][1]
            text = text[marks:]
        if text:
            whole.append((text, roles))
    return whole


def role_style(widget: Widget, roles: str) -> Style:
    """The style of roles, separated by spaces, on the screen that a widget stands on."""
    screen = widget.app.screen_stack[0]
    assert isinstance(screen, RoleScreen)
    return screen.role_style(roles)


def width_of(pieces: Iterable[Piece]) -> int:
    """The width of pieces in cells."""
    return sum(cell_len(text) for text, _ in pieces)


def emphasised(text: str, words: Iterable[str], role: str, strong: str) -> list[Piece]:
    """A text in pieces of a role, in which these words, each after the one before it, have a strong role."""
    pieces: list[Piece] = []
    place = 0
    for word in words:
        found = text.find(word, place) if word else -1
        if found >= 0:
            pieces += [(text[place:found], role), (word, strong)]
            place = found + len(word)
    return [piece for piece in (*pieces, (text[place:], role)) if piece[0]]


def wrapped(pieces: Iterable[Piece], width: int) -> list[list[Piece]]:
    """Pieces wrapped to lines of a width in cells."""
    pieces = list(pieces)
    lines: list[list[Piece]] = []
    for start, end in wrap("".join(text for text, _ in pieces), width):
        line, place = [], 0
        for text, roles in pieces:
            cut = text[max(0, start - place) : max(0, end - place)]
            place += len(text)
            if cut:
                line.append((cut, roles))
        lines.append(line)
    return lines


def cropped(text: str, width: int) -> str:
    """The text cut to `width` cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    # a zero-width joiner left over from an emoji would join the ellipsis
    return set_cell_size(text, width - 1).rstrip().rstrip("\u200d") + "…" if width > 0 else ""
