"""Read the article that is to be drafted: a text file, a web page, or standard input."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import BinaryIO, NamedTuple

from eujdef_tui.draft.web_page import is_web_page, text_of_page
from eujdef_tui.errors import ArticleError, Place, Problem
from eujdef_tui.factfile.files import not_utf8, read_bytes
from eujdef_tui.text.unicode import clean

__all__ = ["MAX_CHARACTERS", "Article", "read_article"]

MAX_CHARACTERS = 2_000_000  # of one article; a long report has a tenth of it


class Article(NamedTuple):
    """An article as it is drafted.

    Attributes:
        text: cleaned, at the same length as the file's own text as decoded from UTF-8.
        file: the file that holds this text; None for a web page and for standard input.
        stem: what it may be called by.
        sha256: of the file's bytes, or of the text in UTF-8.
        issued: the day that a web page gives of itself, "" for none.
    """

    text: str
    file: Path | None
    stem: str
    sha256: str
    issued: str = ""


def read_article(name: str, standard_input: BinaryIO) -> Article:
    """Read an article by its path; "-" is standard input. Raises ArticleError."""
    if name == "-":
        data: bytes | Problem = standard_input.read(4 * MAX_CHARACTERS + 1)
    else:
        data = read_bytes(Path(name), Place(name))
    if isinstance(data, Problem):
        raise ArticleError(data.message, data.advice)
    if found := not_utf8(data):
        raise ArticleError(f"{name} is not UTF-8: line {found[0]} has the byte 0x{found[2]:02X}.", "Save it as UTF-8.")
    raw = data.decode("utf-8")
    if len(raw) > MAX_CHARACTERS:
        raise ArticleError(f"{name} has more than {MAX_CHARACTERS:,} characters.", "Draft its parts one by one.")
    if not raw.strip():
        raise ArticleError(f"{name} has no text.", "Name a file that holds the article, or - for standard input.")
    stem = "article" if name == "-" else Path(name).stem
    if is_web_page(name, raw):
        text, issued = text_of_page(raw)
        return _article(clean(text), stem, issued)
    if name == "-":
        return _article(clean(raw), stem, "")
    return Article(clean(raw), Path(name), stem, hashlib.sha256(data).hexdigest())


def _article(text: str, stem: str, issued: str) -> Article:
    return Article(text, None, stem, hashlib.sha256(text.encode()).hexdigest(), issued)
