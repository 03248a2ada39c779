"""Screens that handle the terminal's present size and no earlier one, and draw all that has changed, in whole rows."""

from __future__ import annotations

from textual._compositor import Compositor
from textual.events import Event, Resize
from textual.geometry import Region
from textual.message_pump import MessagePump
from textual.widget import Widget

__all__ = ["CurrentSize"]


class CurrentSize(MessagePump):
    """A mixin of screens: a Resize event with a size that the terminal has no longer is dropped.

    Textual 8 lays a screen out for the size in each event, and the new layout posts an event with that size again. Two
    sizes in the queue at once, as on a busy machine, follow each other for ever, and no key is handled any more.
    """

    _compositor: Compositor
    _dirty_widgets: set[Widget]
    _repaint_required: bool

    async def on_event(self, event: Event) -> None:
        """Handle an event, unless it is about an earlier size."""
        if not isinstance(event, Resize) or event.size == self.app.size:
            await super().on_event(event)

    def _compositor_refresh(self) -> None:
        """Draw what has changed, in whole rows.

        A region that Textual 8.2 draws may be of an earlier size, as after a resize under a box: a wide letter across
        its edge became two blanks.
        """
        regions, width = self._compositor._dirty_regions, self._compositor.size.width
        rows = {Region(0, region.y, width, region.height) for region in regions}
        regions.clear()
        regions.update(rows)
        super()._compositor_refresh()  # type: ignore[misc]

    def _on_timer_update(self) -> None:
        """Draw what has changed since the last frame: the screen, and every widget.

        Textual 8.2.8 forgets the widgets where the screen is to be drawn too, if only in part, as it is when something
        behind it changes: what a key had changed in a box was not drawn.
        """
        if self._repaint_required:
            self._repaint_required = False
            self._dirty_widgets.add(self)  # type: ignore[arg-type]
        super()._on_timer_update()  # type: ignore[misc]
