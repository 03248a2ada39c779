"""A line to type that takes the whole of a paste."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input

__all__ = ["OneLineInput"]


class OneLineInput(Input):
    """An input that takes all lines of a paste as one: Textual's own handler drops all but the first (Textual 8)."""

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(" ".join(event.text.split()), *sorted(self.selection))
