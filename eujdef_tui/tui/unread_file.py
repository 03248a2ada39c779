"""Why a changed fact file was not read: in the footer, or whole in a box where it has no room there."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import App

from eujdef_tui.errors import EujdefError, FactFileError, problem_words
from eujdef_tui.text.unicode import one_line
from eujdef_tui.tui.main_screen import MainScreen
from eujdef_tui.tui.widgets.line_view import Piece, width_of, wrapped

__all__ = ["STAY", "tell_unread"]

STAY = "The facts of before stay"
MOST = 50  # problems that are listed: who has more runs `eujdef check`


def tell_unread(app: App[None], main: MainScreen, error: EujdefError, *, waited: bool) -> None:
    """Say what is wrong with the file. A box opens where somebody `waited`, as it would take the keys of who types."""
    words = f"{STAY}: {one_line(problem_words(error))}"
    main.show_message(words)
    if not waited or width_of([(words, "")]) <= app.size.width - 2:
        return
    from eujdef_tui.tui.overlays.modals import Sheet

    app.push_screen(Sheet(STAY, lambda width: [line for words in _lines(error) for line in wrapped(words, width)]))


def _lines(error: EujdefError) -> Iterator[list[Piece]]:
    """Yield each problem with its place, what is wrong and what to do about it."""
    if not isinstance(error, FactFileError) or not error.problems:
        yield [(one_line(problem_words(error)), "text")]
        return
    for problem in error.problems[:MOST]:
        message, advice = one_line(problem.message), one_line(problem.advice)
        yield [(f"{problem.place}: ", "quiet"), (message, "error"), (f" {advice}", "text")]
    if len(error.problems) > MOST:
        yield [(f"and {len(error.problems) - MOST:,} more: eujdef check", "quiet")]
