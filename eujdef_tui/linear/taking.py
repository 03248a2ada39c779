"""Commands that take facts along: copies, marks, exports, briefs, the editor and the browser."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from eujdef_tui.export.citation import OUTSIDE_LEGEND
from eujdef_tui.export.names import BRIEF_FORMS, CITATION_STYLES, EXPORT_FORMATS
from eujdef_tui.linear.answers import read_page
from eujdef_tui.linear.explorer import LinearExplorer
from eujdef_tui.linear.listing import Listing
from eujdef_tui.linear.refused import Refused
from eujdef_tui.linear.speech import sentence
from eujdef_tui.linear.spoken_silence import clock_said
from eujdef_tui.model.glyphs import OUTSIDE
from eujdef_tui.present.sheet_heading import counted
from eujdef_tui.store import Row
from eujdef_tui.system.clipboard import to_file
from eujdef_tui.system.outside_programs import editor_command, is_web_address, opener, run_to_end
from eujdef_tui.text.unicode import clean

__all__ = ["brief_file", "copy", "edit", "export", "list_marks", "mark", "open_source", "undo", "unmark_all"]


# --- copies ---


def copy(to: LinearExplorer, asked: str) -> Iterator[str]:
    """Say the citation of the fact, or of the marked ones, between two lines; it is written to a file, too."""
    from eujdef_tui.present.copied_text import copied_text, files_of  # most never copy

    words = asked.split()
    numbers = _marked(to, "copied") if "marked" in words else [to.row.n]
    last = to.copy_format if to.copy_format in CITATION_STYLES else CITATION_STYLES[0]
    form = next((word for word in words if word != "marked"), last)
    to.copy_format = form
    outdated = to.inputs.outdated(files_of(to.base, numbers)) if to.inputs else ""
    if outdated:
        yield sentence(outdated[:1].upper() + outdated[1:])
    text = copied_text(to.base, numbers, form, outdated)
    yield f"Copy begins, {counted(len(numbers), 'fact')} as {form}:"
    yield from text.rstrip("\n").split("\n")
    if OUTSIDE in text and OUTSIDE_LEGEND not in text:
        yield "The dagger sign in the copy means: known from outside the articles."
    kept = "" if to.opening.kiosk else f", {to_file(clean(text))}"
    yield sentence(f"Copy ends{kept}")


# --- marks ---


def mark(to: LinearExplorer, which: str) -> Iterator[str]:
    """Mark the fact that is read, an answer, or all answers; of one that is marked the mark is taken off."""
    if which == "all":
        yield from _said(to, to.marks.mark_all(_listed(to, "marked")))
        return
    n = to.answer_number(int(which)) if which else to.row.n
    if not n:
        if not to.at.listing.asks:
            raise Refused(f"Answer {int(which):,} leads to no fact: list reads the answers again.")
        raise Refused("These are words to choose from, no facts: list reads them, and a number chooses one.")
    row = to.base.record(n)
    to.marks.toggle(row)
    said = "Marked" if row.n in to.marks else "Mark taken off"
    yield from _said(to, f"{said}: {_title(to, row)}")


def unmark_all(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """Take all marks off."""
    yield from _said(to, to.marks.unmark_all())


def undo(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """Undo the last change of marks."""
    yield from _said(to, to.marks.undo())


def _said(to: LinearExplorer, message: str) -> Iterator[str]:
    yield sentence(message)
    to.save()
    if failure := to.saver.failure():
        yield sentence(f"Not remembered: {failure}")


def _title(to: LinearExplorer, row: Row) -> str:
    return to.base.title_of(row.record.id)


def list_marks(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """List the marked facts."""
    numbers = _marked(to, "listed")
    to.go(to.at._replace(listing=Listing(counted(len(numbers), "marked fact"), numbers)))
    yield from read_page(to, 0)


def _marked(to: LinearExplorer, done: str) -> list[int]:
    """The marked facts. Raises Refused where there are none, or some that no source had told by the query's clock."""
    if not to.marks:
        raise Refused("No fact is marked: mark marks the one that is read, and mark 3 answer 3.")
    marked = list(to.marks)
    if left := len(marked) - len(to.base.known(marked)):
        clock = clock_said(to.at.results.result.query) if to.at.results.result else ""
        words = f"no source had told {left:,} of the {len(marked):,} marked by then. Drop the query."
        raise Refused(f"Not {done}: {clock}, {words}")
    return marked


# --- files ---


def _chosen(to: LinearExplorer, words: Sequence[str]) -> tuple[Sequence[int], str]:
    """The records to write, and what they have in common."""
    if "marked" in words:
        return _marked(to, "written"), "marked"
    return _listed(to, "written"), to.at.typed or to.at.view


def _listed(to: LinearExplorer, done: str) -> Sequence[int]:
    """The answers. Raises Refused where there are none that could be marked or written."""
    answers = to.at.listing.numbers[: to.at.listing.answers]
    if not answers:
        result = to.at.results.result
        if to.at.results.nothing and result and (clock := clock_said(result.query)):
            raise Refused(f"Not {done}: {clock}, nothing is found. A later day has more, or drop the clock.")
        raise Refused(f"No answers are listed that could be {done}: type a name or a word.")
    return answers


def export(to: LinearExplorer, asked: str) -> Iterator[str]:
    """Write the answers, or the marked facts, into a new file of the present folder."""
    to.stays("write files")
    from eujdef_tui.export.writing import export_to_new_file

    words = asked.split()
    form = next((word for word in words if word != "marked"), "")
    if not form:
        raise Refused(f"In which format? export takes {', '.join(EXPORT_FORMATS)}.")
    numbers, subject = _chosen(to, words)
    yield from _written(export_to_new_file(to.base, numbers, form, subject), len(numbers), form)


def brief_file(to: LinearExplorer, asked: str) -> Iterator[str]:
    """Write a brief of the answers, or of the marked facts, into a new file of the present folder."""
    to.stays("write files")
    from eujdef_tui.export.writing import write_new_file

    words = asked.split()
    form = next((word for word in words if word != "marked"), BRIEF_FORMS[0])
    numbers, subject = _chosen(to, words)
    ending = {"markdown": "md"}.get(form, form)
    yield from _written(
        write_new_file(f"brief {subject}", ending, _brief(to, numbers, subject, form)), len(numbers), form
    )


def _brief(to: LinearExplorer, numbers: Sequence[int], subject: str, form: str) -> Iterator[bytes]:
    from eujdef_tui.export.brief import brief
    from eujdef_tui.export.selection import Selection
    from eujdef_tui.present.brief_title import brief_title

    title = "Marked facts" if subject == "marked" else brief_title(to.base, numbers, subject)
    made = brief(Selection(to.base, numbers), title)
    if form == "docx":
        import io

        from eujdef_tui.export.brief_word import write_brief_word

        written = io.BytesIO()
        write_brief_word(made, written)
        yield written.getvalue()
        return
    from eujdef_tui.export.brief_html import brief_html
    from eujdef_tui.export.brief_markdown import brief_markdown

    pieces = brief_html(made, to.base) if form == "html" else brief_markdown(made)
    yield from (piece.encode() for piece in pieces)


def _written(path: Path, count: int, form: str) -> Iterator[str]:
    yield sentence(f"{counted(count, 'fact')} as {form}: in {clean(str(path))}")


# --- other programs ---


def edit(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """Open the fact's line of the fact file in the editor; what was changed is read by `reload`."""
    to.stays("start an editor")
    from eujdef_tui.factfile.record_line import line_of

    if to.opening.fact_file is None:
        raise Refused("Only a base is open: open its fact file with the option -f to edit it.")
    file, line = line_of(to.opening.fact_file, to.row.record.id) or (to.opening.fact_file, 1)
    name = f"{clean(file.name)}, line {line:,}"
    try:
        command = editor_command(os.environ, file, line)
    except ValueError:
        raise Refused("VISUAL or EDITOR has quotation marks that are not closed: close them.") from None
    if not command or not os.access(file, os.W_OK):
        why = "You may not write it" if command else "There is no editor: set EDITOR"
        raise Refused(f"{why}. The fact is in {name}.")
    failure = run_to_end(command)
    yield sentence(f"Not edited, {failure}: {name}" if failure else f"Edited: {name}")


def open_source(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """Open the address of the article in a browser that has a window of its own, and say the address."""
    to.stays("start a browser")
    url = clean(to.base.source(to.source).URL)
    if not url:
        raise Refused("This source has no address in the fact file: copy says where it appeared.")
    found = opener(os.environ, url) if is_web_address(url) else None
    yield f"Address: {url}"
    if found is None:
        return
    if found.in_terminal:
        yield sentence(run_to_end(found.command) or "The browser has ended")
        return
    quiet = subprocess.DEVNULL
    try:
        subprocess.Popen(found.command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError as error:
        yield sentence(f"Not opened: {error.strerror}")
    else:
        yield sentence(f"Opened by {clean(Path(found.command[0]).name)}")
