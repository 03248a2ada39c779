"""Ask which text is to be checked: the file of one, or one that was pasted into the search line."""

from __future__ import annotations

import os

from eujdef_tui.errors import UsageError
from eujdef_tui.search.query import MOST
from eujdef_tui.text.unicode import clean, one_line
from eujdef_tui.tui.overlays.modals import Ask, Choice, Choose
from eujdef_tui.tui.screen_actions import ScreenActions
from eujdef_tui.tui.verify_screen import VerifyScreen
from eujdef_tui.verify.draft_file import read_draft

__all__ = ["ask_and_check", "offer"]


def offer(main: ScreenActions, text: str) -> None:
    """Ask whether a pasted text is to be checked; if not, its words stay in the search line."""
    lines, words = sum(bool(line.strip()) for line in text.splitlines()), text.split()
    many = len(words) > MOST
    choices = [
        Choice("Check this text", "each sentence against the base", 1),
        Choice(f"Search for its first {MOST} words", "a query has no more", 2)
        if many
        else Choice("Search for its words", "they are in the search line", 2),
    ]

    def chosen(value: int | None) -> None:
        if value == 1:
            main.way.leave_line()  # of what is checked nothing is searched
            main.app.push_screen(VerifyScreen(main.base, text, "pasted text"))
        elif value == 2 and many:
            main.bar.set_text(" ".join(words[:MOST]))

    counted = f"{lines} lines" if lines > 1 else f"{len(words)} words"
    main.app.push_screen(Choose(f"{counted} were pasted", choices), chosen)


def ask_and_check(main: ScreenActions) -> None:
    """Ask for a text file, and show it with its verdicts."""

    def wrong(typed: str) -> str:
        try:
            read_draft(_path(typed))
        except UsageError as error:
            return one_line(f"{str(error).rstrip('.')}: {error.advice}")
        return ""

    def chosen(typed: str | None) -> None:
        if typed is not None and not wrong(typed):
            main.app.push_screen(VerifyScreen(main.base, read_draft(_path(typed)), one_line(clean(typed))))

    hint = "its file, such as speech.md; or paste the text itself into the explorer"
    main.app.push_screen(Ask("Check a text", hint, wrong), chosen)


def _path(typed: str) -> str:
    return os.path.expanduser(typed.strip())  # noqa: PTH111 — that of Path raises for a user who is unknown
