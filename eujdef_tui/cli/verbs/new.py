"""`eujdef new`: start a fact file of your own, with a folder for its articles and a schema for editors."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from eujdef_tui.cli.exit_codes import SUCCESS, USAGE_ERROR
from eujdef_tui.cli.printing import print_line, print_message
from eujdef_tui.errors import UsageError
from eujdef_tui.model.field_specs import VERSION
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["run"]

_SCHEMA = "facts.schema.json"
_TEXT = """\
# yaml-language-server: $schema={schema}
# Put each article as plain text into articles/, and its facts into this file, or into one of their own beside it: the
# YAML files of a folder are read as one. `eujdef check FOLDER` says what is missing. The form: docs/file-format.md.
schema_version: "{version}"
title: {title}

sources: []
#  - id: gazette-1
#    type: article-newspaper
#    title: The headline
#    container-title: The Gazette
#    issued: 2026-11-29
#    issued_basis: the date line
#    file: articles/gazette-1.txt

actors: []
#  - id: ann-lee
#    kind: person
#    name: Ann Lee
#    evidence: [{{source: gazette-1, quote: "the words of the article, in quotation marks"}}]

agreements: []
events: []
statements: []
tensions: []
"""


def run(options: argparse.Namespace) -> int:
    """Make the folder with an empty fact file that passes `check`. A folder that holds anything is left alone."""
    folder = Path(options.folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        print_message(f"eujdef: {clean(str(folder))} is there already, and not empty.")
        print_message("    Name a folder that is not there yet.")
        return USAGE_ERROR
    from eujdef_tui.factfile.json_schema import schema

    whole = Path(os.path.abspath(folder))  # noqa: PTH100 — a link that leads to itself has no other end
    title = one_line(clean(options.title or whole.name))
    text = _TEXT.format(schema=_SCHEMA, version=VERSION, title=json.dumps(title, ensure_ascii=False))
    form = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    _fill(folder, {_SCHEMA: form, "facts.yaml": text})
    print_line(f"{clean(str(folder / 'facts.yaml'))} is an empty fact file.")
    print_line(f"Check it: eujdef check {clean(str(folder))}")
    return SUCCESS


def _fill(folder: Path, files: Mapping[str, str]) -> None:
    """Make the folder with these files, and one for articles; where it cannot, leave nothing and raise UsageError."""
    was_there = folder.exists()
    try:
        (folder / "articles").mkdir(parents=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
    except OSError as error:
        with suppress(OSError):  # of what was not made
            for name in files:
                (folder / name).unlink(missing_ok=True)
            (folder / "articles").rmdir()
            if not was_there:
                folder.rmdir()
        message = f"{folder} cannot be filled: {error.strerror or error}"
        raise UsageError(message, "name a folder that you may write to, on a disk with room") from error
