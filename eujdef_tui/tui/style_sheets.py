"""Style sheets that are read when the screen first needs them, since parsing them takes longer than drawing it."""

from __future__ import annotations

from pathlib import Path

from textual.css.stylesheet import Stylesheet

__all__ = ["read_once"]

_FOLDER = Path(__file__).parent


def read_once(into: Stylesheet, name: str) -> None:
    """Add a file of this folder to the app's style sheet, unless it is there. Call it before what it styles is styled.

    A screen's `CSS_PATH` would do so too, but Textual 8.2 then parses every sheet again: 15 ms for the first box.
    """
    path = str(_FOLDER / name)
    if not into.has_source(path):
        into.read(path)
