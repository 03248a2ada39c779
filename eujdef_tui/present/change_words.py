"""What the screen and the linear mode both say of what changed since the facts were looked at last."""

from __future__ import annotations

from eujdef_tui.compare.change import Change
from eujdef_tui.present.look_file import Looked
from eujdef_tui.text import edtf

__all__ = ["ASPECT_WORDS", "MOST", "NO_LONGER", "TELLS_ALL", "TOO_MANY", "hold_words", "why_no_changes"]

MOST = 200  # changes that are listed
NO_LONGER = "It is in the fact file no longer"
TELLS_ALL = "eujdef diff tells all"
TOO_MANY = "facts are too many to be held against each other one by one"

# What an edit of one of `compare.digests.ASPECTS` is called: of it no value is kept.
ASPECT_WORDS = {
    "words": "its words were changed", "names": "its names were changed", "quotes": "its quotes were changed",
    "rest": "its links, roles or notes were changed",
}  # fmt: skip


def hold_words(change: Change) -> str:
    """How many quotes of an edited article stand in it: "4 quotes hold, 1 do not"."""
    fell = f", {len(change.fell):,} do not" if change.fell else ""
    return f"{change.hold:,} quote{'s' * (change.hold != 1)} hold{'s' * (change.hold == 1)}{fell}"


def why_no_changes(looked: Looked | None, today: int | None = None) -> str:
    """Why there are no changes to list, "" where there are; `today` as `News.day` takes it."""
    if looked is None:
        return "Nothing is remembered here"
    if looked.news is None:
        return "These facts are looked at for the first time: what changes from now on is told"
    if looked.news:
        return ""
    at = "today" if looked.news.since == edtf.today() else f"on {looked.news.day(today)}"
    return f"Nothing has changed since you looked last, {at}"
