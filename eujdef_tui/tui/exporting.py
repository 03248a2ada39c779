"""Export from the explorer: choose a format, and write the listed or the marked facts into a new file."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from eujdef_tui.errors import EujdefError
from eujdef_tui.store import Base
from eujdef_tui.tui.host import Host

__all__ = ["ask_and_export"]


def ask_and_export(host: Host, base: Base, numbers: Sequence[int], subject: str, *, left: int = 0) -> None:
    """Ask for a format, and write the records into a file in the folder that the explorer was started in.

    `subject` is what they have in common, such as the query: the file is named after it. `left` is how many are left
    out, as no source had told them by the clock.
    """
    if not numbers:
        host.show_message("Nothing is listed that could be exported")
        return
    from eujdef_tui.export.names import EXPORT_FORMATS
    from eujdef_tui.tui.overlays.modals import Choice, Choose

    choices = [Choice(name, "", nth) for nth, name in enumerate(EXPORT_FORMATS)]

    def begin(nth: int | None) -> None:
        if nth is not None:
            host.app.run_worker(_export(host, base, numbers, EXPORT_FORMATS[nth], subject))

    title = f"Export {len(numbers):,} fact{'s' * (len(numbers) > 1)}{f' ({left:,} not told by then)' * bool(left)} as"
    host.app.push_screen(Choose(title, choices), begin)


async def _export(host: Host, base: Base, numbers: Sequence[int], name: str, subject: str) -> None:
    """Write in a thread, so that keys work meanwhile, and say where it is or why it is not."""
    from eujdef_tui.export.writing import export_to_new_file

    try:
        path = await asyncio.to_thread(partial(export_to_new_file, base, numbers, name, subject))
    except OSError as error:
        host.show_message(f"Not exported: {error.strerror or error}")
    except EujdefError as error:
        host.show_message(f"Not exported: {error}")
    else:
        host.show_message(f"{name}, {len(numbers):,} fact{'s' * (len(numbers) > 1)}: in {path}")
