"""Hand the picked fact to another program: its line to an editor, its source's address to a browser."""

from __future__ import annotations

import asyncio
import os
import subprocess
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from textual.app import SuspendNotSupported

from eujdef_tui.factfile.record_line import line_of
from eujdef_tui.model.records import Source
from eujdef_tui.system.outside_programs import editor_command, is_web_address, opener, run_to_end
from eujdef_tui.text.unicode import clean, one_line
from eujdef_tui.tui.guarded_app import GuardedApp
from eujdef_tui.tui.main_screen import MainScreen
from eujdef_tui.tui.widgets.line_view import width_of

__all__ = ["edit", "open_source"]

SECONDS = 5  # that an opener may take to say that it failed; one that stays longer is a browser
LOOKS = 10  # a second


async def edit(
    app: GuardedApp, main: MainScreen, fact_file: Path | None, reload: Callable[[], Awaitable[None]]
) -> None:
    """Open the picked fact's line in the editor, and read the fact file anew where it was changed."""
    if main.row is None:
        return
    if fact_file is None:
        main.show_message("Only a base is open: the fact file that it was built from is not named (-f FILE)")
        return
    try:
        found = line_of(fact_file, main.row.record.id)
    except OSError as error:
        main.show_message(f"{_name(fact_file)} cannot be read: {error.strerror}")
        return
    file, line = found or (fact_file, 1)
    if not file.is_file():
        main.show_message(f"{_name(fact_file)} is not there any more")
    elif not os.access(file, os.W_OK):
        main.show_message(f"{_name(file)}:{line} cannot be written by you: not opened")
    elif _edit_file(app, main, file, line):
        await reload()


def _edit_file(app: GuardedApp, main: MainScreen, file: Path, line: int) -> bool:
    """Run the editor; return whether the fact file or an article is another one now. Otherwise say how it went."""
    try:
        command = editor_command(os.environ, file, line)
    except ValueError:
        main.show_message("$VISUAL or $EDITOR has quotation marks that are not closed")
        return False
    if not command:
        main.show_message(f"There is no editor: set $EDITOR. The fact is at {_name(file)}:{line}")
        return False
    failure = _run_in_terminal(app, command)
    if main.inputs is not None and main.inputs.look():  # some fail after they have saved
        return True
    if failure:
        main.show_message(f"{_name(file)}:{line} was not edited: {failure}")
    else:
        main.show_message("The fact file is as it was read")
    return False


def _run_in_terminal(app: GuardedApp, command: Sequence[str]) -> str:
    """Run a program on the whole terminal until it ends; return why it failed, "" where it did not.

    Keys that interrupt or quit are the program's: while it runs they do not end the explorer. A handler, unlike
    SIG_IGN, is not handed on to the program.
    """
    app.save_session()
    try:
        with app.suspend():
            return run_to_end(command)
    except SuspendNotSupported:
        return "the terminal cannot be handed over"


def open_source(app: GuardedApp, main: MainScreen) -> None:
    """Open the address of the source that is read in a browser; where none can be, say the address."""
    record = main.row.record if main.row else None
    source = (
        record if isinstance(record, Source) else main.base.source(main.record.source) if main.record.source else None
    )
    if source is None:
        main.show_message("No article is read here: pick a fact")
        return
    url = clean(source.URL)
    if not url:
        main.show_message("This source has no address (URL) in the fact file")
        return
    found = opener(os.environ, url) if is_web_address(url) else None
    if found is None:
        _say_address(app, main, url)
    elif found.in_terminal:
        if failure := _run_in_terminal(app, found.command):
            main.show_message(f"Not opened: {failure}")
    else:
        main.show_message(f"Opened by {clean(Path(found.command[0]).name)}: {one_line(url)}")
        app.run_worker(_open(app, main, found.command, url))


async def _open(app: GuardedApp, main: MainScreen, command: Sequence[str], url: str) -> None:
    """Start a program that opens a window, and say where it fails. It outlives the explorer."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError:
        _say_address(app, main, url)
        return
    for _ in range(SECONDS * LOOKS):  # a thread that waits would be waited for by whoever quits
        await asyncio.sleep(1 / LOOKS)
        code = process.poll()
        if code is not None:
            break
    if code:
        _say_address(app, main, url)


def _say_address(app: GuardedApp, main: MainScreen, url: str) -> None:
    """Say an address in the footer, or whole in a box where it has no room there. Nothing is copied."""
    if width_of([(url, "")]) <= app.size.width - 2:
        main.show_message(url)
        return
    from eujdef_tui.tui.overlays.modals import Sheet
    from eujdef_tui.tui.widgets.line_view import wrapped

    app.push_screen(Sheet("Address of the source", lambda width: wrapped([(url, "text")], width)))


def _name(path: Path) -> str:
    return clean(path.name)
