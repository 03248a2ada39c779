"""Screens that handle the terminal's present size and no earlier one."""

from __future__ import annotations

from textual.events import Event, Resize
from textual.message_pump import MessagePump

__all__ = ["CurrentSize"]


class CurrentSize(MessagePump):
    """A mixin of screens: a Resize event with a size that the terminal has no longer is dropped.

    Textual 8 lays a screen out for the size in each event, and the new layout posts an event with that size again. Two
    sizes in the queue at once, as on a busy machine, follow each other for ever, and no key is handled any more.
    """

    async def on_event(self, event: Event) -> None:
        """Handle an event, unless it is about an earlier size."""
        if not isinstance(event, Resize) or event.size == self.app.size:
            await super().on_event(event)
