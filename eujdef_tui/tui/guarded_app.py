"""An app that outlives errors: one in a widget or a handler is told, the session is saved, and the screen lives on.

Textual 8.2 ends a widget's message loop, and with it the program, at the first error in a handler, also in one of its
own. Here every message and every drawn line is guarded apart.
"""

from __future__ import annotations

from types import TracebackType

from rich.console import RenderableType
from textual._styles_cache import StylesCache
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.worker import WorkerFailed

from eujdef_tui.errors import EujdefError

__all__ = ["GuardedApp"]

MOST = 20  # errors with no key between them, after which the session ends: one that comes again and again ends nowhere


class _Guard:
    """Hands any error that is raised within to an app, which tells it: a library may raise anything."""

    def __init__(self, app: GuardedApp) -> None:
        self._app = app

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if isinstance(error, Exception):
            self._app._handle_exception(error)
        return isinstance(error, Exception)


class GuardedApp(App[None]):
    """An app in which an error ends only what raised it.

    The first error is printed when the app has ended (by its driver), and the return code is then 1. Errors of our own
    that say what to do (EujdefError), and those before the first key, end the app as ever.
    """

    _errors = 0  # since the last key
    _outlives = False  # from the first key on: without a first screen there is nothing to go on with

    def save_session(self) -> None:
        """Save what must not be lost."""

    def tell_error(self, error: Exception) -> None:
        """Say that an error was met."""

    def forget_errors(self) -> None:
        """Begin to count errors anew: a key was pressed."""
        self._errors, self._outlives = 0, True

    def guarded(self) -> _Guard:
        """Outlive any error within."""
        return _Guard(self)

    def _handle_exception(self, error: Exception) -> None:
        cause = error.error if isinstance(error, WorkerFailed) else error
        self._errors += 1
        if self._outlives and self._errors == 1:
            with self.guarded():
                self.save_session()
        if not self._outlives or isinstance(cause, EujdefError) or self._errors > MOST:
            super()._handle_exception(error)
            return
        if self._exception is None:
            self._exception = error
        self.call_later(self._close_overlays)
        with self.guarded():
            self.tell_error(cause if isinstance(cause, Exception) else error)

    async def _close_overlays(self) -> None:
        """Close what stands over the first screen: it may be what raised the error."""
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    def pop_screen(self) -> AwaitComplete:
        """Close the screen on top.

        Textual 8.2.8 keeps in a cache of colours the 1,024 widgets that asked last, each with the lines that it drew:
        over 9,000 keys, 60 MB of boxes that are closed.
        """
        StylesCache.get_inner_outer.cache_clear()
        return super().pop_screen()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End the app; its return code is 1 where it would be 0 and an error was met."""
        super().exit(result, return_code or int(self._exception is not None), message)

    async def _dispatch_message(self, message: Message) -> None:
        with self.guarded():
            await super()._dispatch_message(message)

    def _start_widget(self, parent: Widget, widget: Widget) -> None:
        """Guard a widget's messages and its drawing, also those of Textual's own widgets."""
        dispatch, render = widget._dispatch_message, widget.render_lines

        async def guarded_dispatch(message: Message) -> None:
            with self.guarded():
                await dispatch(message)

        def guarded_render(crop: Region) -> list[Strip]:
            with self.guarded():
                return render(crop)
            return [Strip.blank(crop.width)] * crop.height

        vars(widget).update(_dispatch_message=guarded_dispatch, render_lines=guarded_render)
        super()._start_widget(parent, widget)
