"""Promise: the terminal shows what Textual drew, after as few bytes as we know; whatever happens, it is left whole.

All of it runs on the event loop: there is no thread to wait for. Frames are painted into a grid; when the
terminal has taken the last bytes, the newest grid is compared with what it shows, and only the difference
is sent. Frames in between are never sent.
"""

from __future__ import annotations

import asyncio
import contextvars
import os
import re
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from types import FrameType
from typing import Any

from textual.app import App, ScreenStackError
from textual.driver import Driver
from textual.events import Resize
from textual.geometry import Size
from textual.worker import WorkerFailed

from eujdef_tui.errors import EujdefError
from eujdef_tui.system.terminal_capabilities import ascii_only, escape_delay
from eujdef_tui.text.unicode import clean
from eujdef_tui.tui.driver.diff_renderer import Painter
from eujdef_tui.tui.driver.input_parser import Chord, Heard, Keyboard
from eujdef_tui.tui.driver.screen_buffer import Grid, is_frame
from eujdef_tui.tui.driver.throttle import Pace
from eujdef_tui.tui.driver.tty import Terminal

__all__ = ["WireDriver"]

GRACE = 0.5  # seconds the app has to close after a signal; then the process ends without it

ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)

# What may pass to the terminal beside frames without touching its cells: BEL, OSC, DCS, private modes.
HARMLESS = re.compile(
    r"(?:\x07 | \x1b\][^\x07\x1b]*(?:\x07|\x1b\\) | \x1bP(?:[^\x1b]|\x1b[^\\])*\x1b\\ | \x1b\[\?[\d;]+[hl])+",
    re.VERBOSE,
)
# Pointer shapes are for a mouse; synchronised output is not asked for, and differences do not tear.
UNWANTED = re.compile(r"\x1b\]22;[^\x07\x1b]*\x07|\x1b\[\?2026[hl]")


class WireDriver(Driver):
    """The driver. Over SSH there is no mouse unless EUJDEF_MOUSE=1.

    A signal that ends the app, or a lost terminal, makes it exit with `return_code` 128 + the signal's number
    (SIGHUP for a lost terminal), which the caller of `App.run` has to pass on.
    """

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        far = bool(os.environ.get("SSH_CONNECTION"))
        mouse = mouse and (not far or os.environ.get("EUJDEF_MOUSE") == "1")
        self._terminal = Terminal(mouse)
        self._keyboard = Keyboard(mouse, escape_delay(os.environ))
        self._grid = Grid(*self._terminal.size(), ascii=ascii_only(os.environ))
        self._painter = Painter(self._terminal.erases())
        self._pace = Pace() if far else None
        self._running = False
        self._drawn = False  # whether Textual has drawn anything yet
        self._later: asyncio.TimerHandle | None = None  # the frame that waits for its time
        self._lapse: asyncio.TimerHandle | None = None  # what was typed and waits for its end
        self._status = 0
        self._handlers: dict[int, Any] = {}
        self._context = contextvars.copy_context()  # a signal comes in whatever context it finds

    @property
    def can_suspend(self) -> bool:
        """Textual may hand the terminal to another program, or stop."""
        return True

    # --- what goes out ----------------------------------------------------------------------------

    def write(self, data: str) -> None:
        """Show a frame, or pass on what is none. May be called from any thread."""
        if threading.current_thread() is not threading.main_thread():
            self._soon(self.write, data)
        elif is_frame(data):
            self._drawn = True
            self._grid.draw(data)
            self._paint()
        elif self._running and (rest := UNWANTED.sub("", data)):
            self._send(rest)
            if not HARMLESS.fullmatch(rest) or "1049" in rest:
                self.forget()

    def forget(self) -> None:
        """Write every cell anew: what the terminal shows is no longer known."""
        self._painter.forget()
        self._paint()

    def _paint(self) -> None:
        """Send the difference to the newest grid: now, or as soon as the terminal or the pace allows."""
        if not self._running or not self._drawn or self._terminal.busy or self._later:
            return
        wait = self._pace.wait(self._loop.time()) if self._pace else 0.0
        if wait:
            self._later = self._loop.call_later(wait, self._paint_late)
        elif text := self._painter.paint(self._grid):
            self._send(text)
            if self._pace:
                self._pace.sent(len(text.encode()))

    def _paint_late(self) -> None:
        self._later = None
        self._paint()

    def _send(self, text: str) -> None:
        try:
            if not self._terminal.send(text):
                self._loop.add_writer(self._terminal.output, self._push)
        except OSError:
            self._lost()

    def _push(self) -> None:
        try:
            if self._terminal.push():
                self._loop.remove_writer(self._terminal.output)
                self._paint()
        except OSError:
            self._lost()

    # --- what comes in ----------------------------------------------------------------------------

    def _read(self) -> None:
        try:
            data = self._terminal.read()
        except OSError:
            data = b""
        if data:
            self._hear(self._keyboard.feed(data, self._loop.time()))
        else:
            self._lost()

    def _hear(self, heard: Iterable[Heard]) -> None:
        for one in heard:
            for message in self._taken(one) if isinstance(one, Chord) else (one,):
                self.process_message(message)
        if self._lapse:
            self._lapse.cancel()
        wait = self._keyboard.wait(self._loop.time())
        self._lapse = None if wait is None else self._loop.call_later(wait, self._lapsed)

    def _lapsed(self) -> None:
        self._hear(self._keyboard.lapse(self._loop.time()))

    def _taken(self, chord: Chord) -> Iterable[Any]:
        """What a chord means now: itself where it is bound, else ESC and the key."""
        try:
            bound = chord.whole.key in self._app.active_bindings
        except ScreenStackError:  # there is no screen yet
            bound = False
        return (chord.whole,) if bound else chord.apart

    # --- the way in and the ways out --------------------------------------------------------------

    def start_application_mode(self) -> None:
        """Take the terminal over, or take it again; show what was drawn, if anything was."""
        self._running = True
        self._terminal.enter()
        self._catch(ENDINGS, lambda number, _: self._end(128 + number))
        self._catch((signal.SIGWINCH,), lambda *_: self._soon(self._reshaped))
        self._catch((signal.SIGTSTP,), lambda *_: self._soon(self._stop))
        self._catch((signal.SIGCONT,), lambda *_: self._soon(self._continued))
        self._loop.add_reader(self._terminal.keyboard, self._read)
        self._resized()
        self.forget()

    def _catch(self, signals: Iterable[int], handler: Callable[[int, FrameType | None], object]) -> None:
        """Handle signals until the terminal is given back; one that was ignored before stays ignored."""
        for number in signals:
            before = signal.getsignal(number)
            if before not in (signal.SIG_IGN, None):
                self._handlers.setdefault(number, before)
                signal.signal(number, handler)

    def _soon(self, call: Callable[..., object], *arguments: object) -> None:
        self._loop.call_soon_threadsafe(call, *arguments, context=self._context)

    def _reshaped(self) -> None:
        """Take the new size. Where it is the old one, it may have been another meanwhile, and cells were lost."""
        if self._terminal.size() == (self._grid.width, self._grid.height):
            self.forget()
        else:
            self._resized()

    def _resized(self) -> None:
        width, height = self._terminal.size()
        self._grid.resize(width, height)
        self.process_message(Resize(Size(width, height), Size(width, height)))

    def _stop(self) -> None:
        """Give the terminal back, stop with all that runs here, and when the shell says so come back painted."""
        if self._running:
            self.suspend_application_mode()
            os.kill(0, signal.SIGTSTP)  # as the terminal does; with no shell to say so, the kernel stops nothing
            self.resume_application_mode()
            self.process_message(self.SignalResume())

    def _continued(self) -> None:
        """Come back from a stop nobody announced: the shell has set the terminal its own way."""
        if self._running:
            self._terminal.enter()
            self.forget()

    def _end(self, status: int) -> None:
        """Ask the app to exit; if it cannot in time, end the process without it."""
        if not self._status:
            self._status = status
            late = threading.Timer(GRACE, self._abandon)
            late.daemon = True
            late.start()
            self._soon(self._app.exit, None, status)

    def _abandon(self) -> None:
        self._terminal.leave()
        os._exit(self._status)

    def _lost(self) -> None:
        self.disable_input()
        self._end(128 + signal.SIGHUP)

    def disable_input(self) -> None:
        """Hear nothing more."""
        self._loop.remove_reader(self._terminal.keyboard)
        if self._lapse:
            self._lapse.cancel()

    def stop_application_mode(self) -> None:
        """Give the terminal back, and the signals."""
        if not self._running:
            return
        self._running = False
        self.disable_input()
        if self._later:
            self._later.cancel()
            self._later = None
        self._loop.remove_writer(self._terminal.output)
        self._terminal.leave()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers.clear()

    def close(self) -> None:
        """After a crash, say what it was: Textual's own account would show the values of local variables."""
        if error := self._app._exception:
            self._app._exit_renderables.clear()
            cause = error.error if isinstance(error, WorkerFailed) else error
            if isinstance(cause, EujdefError):  # nothing of ours is broken: it is told as anywhere else
                said = f"eujdef: {cause}\n    {cause.advice}\n"
                self._app._return_code = cause.exit_code
            else:
                said = "".join(traceback.format_exception(error))
            if sys.__stderr__ is not None:
                sys.__stderr__.write(clean(said))
