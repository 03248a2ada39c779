"""`eujdef brief`: write a brief for a meeting, in Markdown, HTML or Word."""

from __future__ import annotations

import argparse
import sys

from eujdef_tui.cli.chosen_records import chosen_records
from eujdef_tui.cli.exit_codes import SUCCESS, USAGE_ERROR
from eujdef_tui.cli.opening import open_named_base
from eujdef_tui.cli.output_file import write_output_file
from eujdef_tui.cli.printing import print_message
from eujdef_tui.export.brief import Brief, brief
from eujdef_tui.export.selection import Selection
from eujdef_tui.present.brief_title import brief_title
from eujdef_tui.text.unicode import clean

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Write the brief to stdout, or to the file that `-o` names."""
    if options.form == "docx" and not options.output and sys.stdout.isatty():
        print_message("eujdef: docx is no text: name a file with -o, or redirect the output")
        return USAGE_ERROR
    base, numbers = chosen_records(open_named_base(options), options)
    chosen = Selection(base, numbers)
    asked = "Marked facts" if options.marked else brief_title(base, numbers, clean(" ".join(options.words)))
    made = brief(chosen, asked, options.grouping)
    if options.form == "docx":
        _write_word(made, options.output)
        return SUCCESS
    if options.form == "html":
        from eujdef_tui.export.brief_html import brief_html

        pieces = brief_html(made, base)
    else:
        from eujdef_tui.export.brief_markdown import brief_markdown

        pieces = brief_markdown(made)
    if options.output:
        write_output_file(options.output, (piece.encode() for piece in pieces))
    else:
        sys.stdout.writelines(pieces)
    return SUCCESS


def _write_word(made: Brief, output: str) -> None:
    import io

    from eujdef_tui.export.brief_word import write_brief_word

    written = io.BytesIO()
    write_brief_word(made, written)
    if output:
        write_output_file(output, (written.getvalue(),))
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(written.getvalue())
