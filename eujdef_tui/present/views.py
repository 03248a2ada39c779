"""The views of the screen: `all`, which lists hits of every kind or a first look, and the views of the base."""

from __future__ import annotations

from eujdef_tui.store import VIEWS

__all__ = ["ALL", "SCREEN_VIEWS"]

ALL = "all"
SCREEN_VIEWS = (ALL, *VIEWS)  # their places are their keys: 0 to 6
