"""The file `ID.draft` beside a fact file: a line of what was drafted, then a draft a line, in JSON.

It is never read as a fact file. What a reviewer decides is appended below the drafts (see `decisions`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from eujdef_tui.draft.article import Article
from eujdef_tui.draft.draft_record import Draft
from eujdef_tui.errors import ArticleError
from eujdef_tui.system.whole_file import write_output
from eujdef_tui.text.unicode import fold

__all__ = ["VERSION", "Header", "draft_path", "source_id", "write_drafts", "write_text"]

VERSION = 1


class Header(NamedTuple):
    """What was drafted: the id of the source to be, its file, its day and how that is known.

    `catalogued` is "yes" where the fact file has the source already: then it is not written again.
    """

    id: str
    file: str
    sha256: str
    issued: str
    issued_basis: str
    sentences: int
    catalogued: str = ""


def source_id(words: str) -> str:
    """An id from the name of a file: lower case, hyphens, 40 characters at most."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(words)).strip("-")[:40].strip("-")
    return plain if plain[:1].isalpha() else f"article-{plain}".strip("-")


def draft_path(fact_file: Path | None, source: str) -> Path:
    """Where the drafts of a source go: into the folder of the fact file, or the current one where none was named."""
    if fact_file is None:
        return Path(f"{source}.draft")
    return (fact_file if fact_file.is_dir() else fact_file.parent) / f"{source}.draft"


def write_drafts(path: Path, header: Header, drafts: Sequence[Draft], told: Sequence[Mapping[str, Any]] = ()) -> None:
    """Write the file. Raises ArticleError where one is there already: it may hold decisions.

    `told` has further fields of each draft, which no reader of drafts needs.
    """
    if path.exists():
        advice = "Review it, name another file with --out or --id, or delete it first."
        raise ArticleError(f"{path} is there already, and is not written over.", advice)
    lines = [
        {"draft": VERSION, **header._asdict()},
        *(
            {**more, "n": n, **one.plain(), "by": one.by}
            for n, (one, more) in enumerate(zip(drafts, told or [{}] * len(drafts), strict=True))
        ),
    ]
    _write(path, "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode())


def write_text(path: Path, article: Article) -> None:
    """Write the text of a web page or of standard input beside its drafts: their offsets point into it."""
    if path.exists() and path.read_bytes() != article.text.encode():
        raise ArticleError(f"{path} is there already, with another text.", "Name another --id.")
    _write(path, article.text.encode())


def _write(path: Path, data: bytes) -> None:
    """Write a file with the mode of the umask: another reviewer may read it, and the facts beside it have that too.

    Raises ArticleError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_output(path, (data,))
    except OSError as error:
        advice = "Name a place that you may write to with --out, or a folder of your own with -f."
        raise ArticleError(f"{path} cannot be written: {error.strerror or error}.", advice) from error
