"""The Textual driver that sends only changed cells, and restores the terminal on every way out.

All of it runs on the event loop, without a thread. Frames are drawn into a screen buffer; when the terminal has
accepted the last bytes, the newest buffer is compared with what it shows, and only the difference is sent. Frames in
between are skipped.
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
from eujdef_tui.system.paths import settings
from eujdef_tui.system.terminal_capabilities import ascii_only, escape_delay
from eujdef_tui.system.terminal_capabilities import mouse as mouse_reports
from eujdef_tui.text.unicode import clean
from eujdef_tui.tui.driver.diff_renderer import DiffRenderer
from eujdef_tui.tui.driver.input_parser import Chord, InputEvent, InputParser
from eujdef_tui.tui.driver.screen_buffer import ScreenBuffer, is_frame
from eujdef_tui.tui.driver.throttle import Throttle
from eujdef_tui.tui.driver.tty import Terminal

__all__ = ["DiffDriver"]

GRACE = 0.5  # seconds the app has to close after a signal; then the process exits without it

ENDINGS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT)

# Writes other than frames that do not change any cell: BEL, OSC, DCS, private modes.
HARMLESS = re.compile(
    r"(?:\x07 | \x1b\][^\x07\x1b]*(?:\x07|\x1b\\) | \x1bP(?:[^\x1b]|\x1b[^\\])*\x1b\\ | \x1b\[\?[\d;]+[hl])+",
    re.VERBOSE,
)
# Dropped: pointer shapes are for a mouse, and synchronised output (2026) is not needed for small differences.
UNWANTED = re.compile(r"\x1b\]22;[^\x07\x1b]*\x07|\x1b\[\?2026[hl]")


class DiffDriver(Driver):
    """Textual's driver for a terminal; `terminal_capabilities.mouse` says where it asks for mouse reports.

    A signal that ends the app, or a lost terminal, makes the app exit with `return_code` 128 + the signal's number
    (SIGHUP for a lost terminal), which the caller of `App.run` has to pass on.
    """

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        over_ssh = bool(os.environ.get("SSH_CONNECTION"))
        found = settings()
        mouse = mouse and mouse_reports(os.environ, wanted=found.mouse if found else None)
        self._terminal = Terminal(mouse)
        self._parser = InputParser(mouse, escape_delay(os.environ))
        self._buffer = ScreenBuffer(*self._terminal.size(), ascii=ascii_only(os.environ))
        self._renderer = DiffRenderer(self._terminal.erases_to_background())
        self._throttle = Throttle() if over_ssh else None
        self._running = False
        self._drawn = False  # whether Textual has drawn a frame yet
        self._frame_timer: asyncio.TimerHandle | None = None  # timer of a throttled frame
        self._input_timer: asyncio.TimerHandle | None = None  # timer of unfinished input
        self._status = 0
        self._handlers: dict[int, Any] = {}
        self._context = contextvars.copy_context()  # signal handlers run in whatever context is current

    @property
    def can_suspend(self) -> bool:
        """Whether Textual may hand the terminal to another program, or stop: always."""
        return True

    # --- output -----------------------------------------------------------------------------------

    def write(self, data: str) -> None:
        """Show a frame, or pass on any other write. May be called from any thread."""
        if threading.current_thread() is not threading.main_thread():
            self._call_soon(self.write, data)
        elif is_frame(data):
            self._drawn = True
            self._buffer.draw(data)
            self._render()
        elif self._running and (rest := UNWANTED.sub("", data)):
            self._send(rest)
            if not HARMLESS.fullmatch(rest) or "1049" in rest:
                self.invalidate()

    def invalidate(self) -> None:
        """Write every cell again: what the terminal shows is no longer known."""
        self._renderer.invalidate()
        self._render()

    def _render(self) -> None:
        """Send the difference to the newest buffer: now, or as soon as terminal and throttle allow."""
        if not self._running or not self._drawn or self._terminal.busy or self._frame_timer:
            return
        wait = self._throttle.delay(self._loop.time()) if self._throttle else 0.0
        if wait:
            self._frame_timer = self._loop.call_later(wait, self._render_delayed)
        elif text := self._renderer.render(self._buffer):
            self._send(text)
            if self._throttle:
                self._throttle.record(len(text.encode()))

    def _render_delayed(self) -> None:
        self._frame_timer = None
        self._render()

    def _send(self, text: str) -> None:
        try:
            if not self._terminal.send(text):
                self._loop.add_writer(self._terminal.output, self._on_writable)
        except OSError:
            self._lost()

    def _on_writable(self) -> None:
        try:
            if self._terminal.flush():
                self._loop.remove_writer(self._terminal.output)
                self._render()
        except OSError:
            self._lost()

    # --- input ------------------------------------------------------------------------------------

    def _on_readable(self) -> None:
        try:
            data = self._terminal.read()
        except OSError:
            data = b""
        if data:
            self._dispatch(self._parser.feed(data, self._loop.time()))
        else:
            self._lost()

    def _dispatch(self, events: Iterable[InputEvent]) -> None:
        for event in events:
            for message in self._resolved(event) if isinstance(event, Chord) else (event,):
                self.process_message(message)
        if self._input_timer:
            self._input_timer.cancel()
        wait = self._parser.timeout_in(self._loop.time())
        self._input_timer = None if wait is None else self._loop.call_later(wait, self._input_timed_out)

    def _input_timed_out(self) -> None:
        self._dispatch(self._parser.timeout(self._loop.time()))

    def _resolved(self, event: Chord) -> Iterable[Any]:
        """Return the keys of a chord: the alt key where it is bound, else ESC and the key."""
        try:
            bound = event.chord.key in self._app.active_bindings
        except ScreenStackError:  # there is no screen yet
            bound = False
        return (event.chord,) if bound else event.keys

    # --- start, stop, signals ---------------------------------------------------------------------

    def start_application_mode(self) -> None:
        """Take the terminal over, for the first time or again, and show the last frame if there is one."""
        self._running = True
        self._terminal.enter()
        self._handle_signals(ENDINGS, lambda number, _: self._exit_with(128 + number))
        self._handle_signals((signal.SIGWINCH,), lambda *_: self._call_soon(self._on_window_change))
        self._handle_signals((signal.SIGTSTP,), lambda *_: self._call_soon(self._suspend))
        self._handle_signals((signal.SIGCONT,), lambda *_: self._call_soon(self._on_continue))
        self._loop.add_reader(self._terminal.keyboard, self._on_readable)
        self._resized()
        self.invalidate()

    def _handle_signals(self, signals: Iterable[int], handler: Callable[[int, FrameType | None], object]) -> None:
        """Handle signals until the terminal is restored; a signal that was ignored before stays ignored."""
        for number in signals:
            before = signal.getsignal(number)
            if before not in (signal.SIG_IGN, None):
                self._handlers.setdefault(number, before)
                signal.signal(number, handler)

    def _call_soon(self, call: Callable[..., object], *arguments: object) -> None:
        self._loop.call_soon_threadsafe(call, *arguments, context=self._context)

    def _on_window_change(self) -> None:
        """Take the new size. Where it is the old one, it may have differed in between, and cells were lost."""
        if self._terminal.size() == (self._buffer.width, self._buffer.height):
            self.invalidate()
        else:
            self._resized()

    def _resized(self) -> None:
        width, height = self._terminal.size()
        # Without it App.size asks rich's console until the first Resize is handled, and that believes COLUMNS and LINES
        # of the environment: on a busy machine a screen was laid out at 80x24 in a terminal of 120x36.
        self._size = width, height
        self._buffer.resize(width, height)
        self.process_message(Resize(Size(width, height), Size(width, height)))

    def _suspend(self) -> None:
        """Restore the terminal, stop the process group, and redraw when the shell continues it."""
        if self._running:
            self.suspend_application_mode()
            os.kill(
                0, signal.SIGTSTP
            )  # as ctrl+z does in a terminal; without a shell to continue it the kernel stops nothing
            self.resume_application_mode()
            self.process_message(self.SignalResume())

    def _on_continue(self) -> None:
        """Redraw after a stop that was not ours (SIGSTOP): the shell has changed the terminal's settings."""
        if self._running:
            self._terminal.enter()
            self.invalidate()

    def _exit_with(self, status: int) -> None:
        """Ask the app to exit; after GRACE seconds exit the process without it."""
        if not self._status:
            self._status = status
            late = threading.Timer(GRACE, self._abandon)
            late.daemon = True
            late.start()
            self._call_soon(self._app.exit, None, status)

    def _abandon(self) -> None:
        self._terminal.leave()
        os._exit(self._status)

    def _lost(self) -> None:
        self.disable_input()
        self._exit_with(128 + signal.SIGHUP)

    def disable_input(self) -> None:
        """Stop reading input."""
        self._loop.remove_reader(self._terminal.keyboard)
        if self._input_timer:
            self._input_timer.cancel()

    def stop_application_mode(self) -> None:
        """Restore the terminal and the signal handlers."""
        if not self._running:
            return
        self._running = False
        self.disable_input()
        if self._frame_timer:
            self._frame_timer.cancel()
            self._frame_timer = None
        self._loop.remove_writer(self._terminal.output)
        self._terminal.leave()
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._handlers.clear()

    def close(self) -> None:
        """After a crash, print its traceback: Textual's own would show the values of local variables."""
        if error := self._app._exception:
            self._app._exit_renderables.clear()
            cause = error.error if isinstance(error, WorkerFailed) else error
            if isinstance(
                cause, EujdefError
            ):  # an expected error (a damaged base, say): its message, as on the command line
                message = f"eujdef: {cause}\n    {cause.advice}\n"
                self._app._return_code = cause.exit_code
            else:
                message = "".join(traceback.format_exception(error))
            if sys.__stderr__ is not None:
                sys.__stderr__.write(clean(message))
