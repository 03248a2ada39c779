"""Rule on files: articles lie beside the fact file, or where it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from eujdef_tui.factfile.article_tree import is_below, tree_of
from eujdef_tui.rules.ledger import Ledger
from eujdef_tui.rules.rule import Finding

__all__ = ["article_outside"]


def article_outside(ledger: Ledger) -> Iterator[Finding]:
    """An article lies in the folder of its fact file or below: `file` may name anything that can be read.

    A link that leads out, an absolute path and `..` do so too. List under `roots` the folders that are meant. A shared
    box refuses what lies elsewhere.
    """
    file = ledger.file
    folders = (tree_of(file.path), *file.roots)
    inside: dict[tuple[str, str], bool] = {}  # many sources may name one file
    for source in file.sources:
        named = source.place.path, source.file
        if named not in inside:
            inside[named] = is_below(Path(source.place.path).parent / source.file, folders)
        if not inside[named]:
            message = f"The article {source.file} lies outside the folder of the fact file."
            yield Finding(source.place, message, "Copy it to that folder, or list its own under `roots`.")
