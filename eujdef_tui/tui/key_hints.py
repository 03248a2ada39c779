"""A letter that is no key of a screen is answered there, so that no press of a letter is met with silence."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input

__all__ = ["HintsAtKeys", "letter_without_key"]


class HintsAtKeys:
    """A screen that says so of a letter that is no key of its own."""

    def hint_at(self, key: Key) -> None:
        """Say what works here where this key, which is about to be handled, does nothing."""


def letter_without_key(screen: Screen[Any], key: Key, keys: Container[str] | None = None) -> str:
    """Return the letter that was pressed where it is none of the `keys` of a screen, else "".

    None stands for all that are bound, which takes longer. A letter that is typed into a line is no key.
    """
    letter = key.character or ""
    if not letter.isalpha() or isinstance(screen.focused, Input):
        return ""
    return "" if letter in (screen.active_bindings if keys is None else keys) else letter
