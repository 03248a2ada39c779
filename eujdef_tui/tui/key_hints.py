"""What does nothing on a screen is answered there, so that no letter that is no key, and no paste, meets silence."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from textual.events import Event, Key, Paste
from textual.screen import Screen
from textual.widgets import Input

__all__ = ["HintsAtKeys", "without_effect"]


class HintsAtKeys:
    """A screen that says so of a letter that is no key of its own, and of a paste that it does not take."""

    def hint_at(self, event: Event) -> None:
        """Say what works here where this key or paste, which is about to be handled, does nothing."""


def without_effect(screen: Screen[Any], event: Event, keys: Container[str] | None = None) -> str:
    """Say of a letter that it is none of the `keys` of a screen, and of a paste that there is no line for it; else "".

    None stands for all keys that are bound, which takes longer. What goes into a line that is typed has its effect.
    """
    if isinstance(screen.focused, Input):
        return ""
    if isinstance(event, Paste):
        return "no paste here"
    letter = event.character or "" if isinstance(event, Key) else ""
    if not letter.isalpha() or letter in (screen.active_bindings if keys is None else keys):
        return ""
    return f"{letter} is no key here"
