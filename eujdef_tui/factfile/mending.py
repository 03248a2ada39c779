"""Mend what has one right answer in a fact file: line ends, composed letters (NFC), the order of keys, a digest.

Text is changed in place, never written anew from what was read: comments, quotation marks and blank lines stay. A
change that would make the file say something else is not made.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.errors import FactFileError, Place, Problem
from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.files import fact_files, read_bytes
from eujdef_tui.factfile.loader import TOP_KEYS, Digest, digests_of, load
from eujdef_tui.factfile.quote_finding import Page, find_exact
from eujdef_tui.factfile.yaml_nodes import Mapping, Node, Scalar, Sequence, compose
from eujdef_tui.model.field_specs import NOTE, keys_of
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import SECTIONS

__all__ = ["Mended", "mend"]

_DIGEST = re.compile(r"[0-9a-fA-F]{64}")


class Mended(NamedTuple):
    """A file whose text is to be another."""

    path: Path
    before: bytes
    after: str


def mend(path: Path) -> tuple[list[Mended], list[str]]:
    """The files of a fact file that have something to mend, with their new text, and what could not be mended.

    Nothing is written. A file that is no UTF-8 or no YAML is left as it is.
    """
    files = fact_files(path)
    digests, fallen = _new_digests(path)
    found: list[Mended] = []
    for file in () if isinstance(files, Problem) else files:
        data = read_bytes(file, Place(str(file)))
        if isinstance(data, Problem):
            continue
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            continue
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        lines = plain.split("\n")
        for digest in digests:
            if digest.place.path == str(file) and not _rewritten(lines, digest):
                fallen.append(f"{digest.place}: the digest stays: write {digest.actual} there, in one line.")
        names = _names_on_disk(plain, file)
        fallen += [f"{file}: {name} stays as it is: rename the article to composed letters (NFC)." for name in names]
        plain = _in_order(_composed("\n".join(lines), names))
        if plain.encode() != data:
            found.append(Mended(file, data, plain))
    return found, fallen


# --- digests ---


def _new_digests(path: Path) -> tuple[list[Digest], list[str]]:
    """The digests that no longer are those of their articles, where every quote of the article still holds."""
    changed = digests_of(path)
    if not changed:
        return [], []
    try:
        corpus = anchor_evidence(load(path, any_digest=True))
    except FactFileError:
        return [], [f"{digest.place}: mend the other problems first, then the digest." for digest in changed]
    fallen: dict[str, int] = {}
    for record in corpus.file.records():
        for item in evidence_of(record):
            fallen[item.source] = fallen.get(item.source, 0) + (item.grade != "verbatim")
    for source in corpus.file.sources:
        page = Page(corpus.file.texts[source.id], {quote.quote for quote in source.no_fact})
        quotes = (find_exact(page, quote.quote, quote.prefix, quote.suffix) for quote in source.no_fact)
        lost = sum(not found or found.grade != "verbatim" for found in quotes)
        fallen[source.id] = fallen.get(source.id, 0) + lost
    kept = [digest for digest in changed if not fallen.get(digest.source)]
    left = [
        f"{digest.place}: the digest stays, since {fallen[digest.source]} quotes do not hold in the changed article."
        for digest in changed
        if fallen.get(digest.source)
    ]
    return kept, left


def _rewritten(lines: list[str], digest: Digest) -> bool:
    """Write a digest anew where it stands; whether that is 64 digits in the line of its place, and nothing else."""
    line, column = digest.place.line - 1, digest.place.column - 1
    if not _DIGEST.fullmatch(digest.written) or line >= len(lines):
        return False
    at = lines[line].find(digest.written, column, column + len(digest.written) + 1)  # a quotation mark may be before
    if at >= 0:
        lines[line] = lines[line][:at] + digest.actual + lines[line][at + len(digest.written) :]
    return at >= 0


# --- composed letters ---


def _names_on_disk(text: str, file: Path) -> list[str]:
    """The names of articles that are not composed, and that a file bears which has no such name composed."""
    root = compose(text, "")
    sections = {key.text: node for key, node in root.pairs} if isinstance(root, Mapping) else {}
    sources = sections.get("sources")
    named = [
        value.text
        for source in (sources.items if isinstance(sources, Sequence) else ())
        for key, value in (source.pairs if isinstance(source, Mapping) else ())
        if key.text == "file" and isinstance(value, Scalar)
    ]
    return [
        name
        for name in dict.fromkeys(named)
        if (composed := unicodedata.normalize("NFC", name)) != name
        and (file.parent / name).is_file()
        and not (file.parent / composed).is_file()
    ]


def _composed(text: str, names: list[str]) -> str:
    """The text with composed letters (NFC), but for these names."""
    pieces = re.split(f"({'|'.join(map(re.escape, names))})", text) if names else [text]
    return "".join(piece if piece in names else unicodedata.normalize("NFC", piece) for piece in pieces)


# --- order of keys ---


class _Block(NamedTuple):
    """A mapping whose keys are out of order: its lines first:last, the column of its keys, and the pairs in order."""

    first: int
    last: int
    pieces: tuple[tuple[int, int], ...]  # the lines of each pair, in the order wanted
    column: int


def _in_order(text: str) -> str:
    """The text with the keys of each record in the order of the form; notes stay behind the key they follow."""
    root = compose(text, "")
    if not isinstance(root, Mapping):
        return text
    lines = text.split("\n")
    blocks = sorted(_blocks(root, lines), key=lambda block: block.last - block.first)
    for block in blocks:
        lines[block.first : block.last] = _reordered(lines, block)
    ordered = "\n".join(lines)
    again = compose(ordered, "")
    return ordered if not isinstance(again, Problem) and _said(again) == _said(root) else text


def _blocks(root: Mapping, lines: list[str]) -> Iterator[_Block]:
    yield from _block(root, TOP_KEYS, lines)
    for key, node in root.pairs:
        if key.text in SECTIONS:
            yield from _records(SECTIONS[key.text], node, lines)


def _records(cls: type, node: Node, lines: list[str]) -> Iterator[_Block]:
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping):
            keys = keys_of(cls)
            yield from _block(item, tuple(keys), lines)
            for key, value in item.pairs:
                inner = keys[key.text].inner if key.text in keys else None
                if inner:
                    yield from _records(inner, value, lines)


def _block(node: Mapping, order: tuple[str, ...], lines: list[str]) -> Iterator[_Block]:
    """The mapping as a block, if each of its pairs has lines of its own and they are out of order."""
    if not node.pairs:
        return
    starts = [key.line - 1 for key, _ in node.pairs]
    column = node.pairs[0][0].column - 1
    level = all(key.column - 1 == column for key, _ in node.pairs)
    if node.flow or not level or len(set(starts)) < len(starts):
        return
    heads = [starts[0], *(_with_comments(start, lines) for start in starts[1:])]
    pieces = list(zip(heads, [*heads[1:], _end(starts[-1], column, lines)], strict=True))
    groups: list[tuple[int, list[tuple[int, int]]]] = []
    for (key, _), piece in zip(node.pairs, pieces, strict=True):
        if groups and (key.text.startswith(NOTE) or key.text not in order):
            groups[-1][1].append(piece)
        else:
            groups.append((order.index(key.text) if key.text in order else -1, [piece]))
    wanted = sorted(groups, key=lambda group: group[0])
    if wanted != groups:
        ordered = tuple(piece for _, group in wanted for piece in group)
        yield _Block(pieces[0][0], pieces[-1][1], ordered, column)


def _with_comments(start: int, lines: list[str]) -> int:
    """The line where a pair begins, with the comments right above its key."""
    while lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return start


def _end(start: int, column: int, lines: list[str]) -> int:
    """The line behind the value of the key on line `start`: what is indented deeper, and lists at its level."""
    end = at = start + 1
    while at < len(lines):
        line = lines[at]
        indent = len(line) - len(line.lstrip())
        if line.strip() and not line.lstrip().startswith("#"):
            if indent < column or (indent == column and not line.startswith("- ", column)):
                break
            end = at + 1
        elif line.strip() and indent > column:
            end = at + 1
        at += 1
    return end


def _reordered(lines: list[str], block: _Block) -> list[str]:
    """The lines of a block in the order wanted. What stands before its first key (`- `) stays before the first."""
    lead = lines[block.first][: block.column]
    moved: list[str] = []
    for first, last in block.pieces:
        piece = lines[first:last]
        if first == block.first:
            piece = [" " * block.column + piece[0][block.column :], *piece[1:]]
        moved += piece
    at = next(n for n, line in enumerate(moved) if not line.lstrip().startswith("#"))
    if at:  # a comment cannot stand between the dash and the first key
        return lines[block.first : block.last]
    return [lead + moved[0][block.column :], *moved[1:]]


def _said(node: Node) -> object:
    """What a node says, without places and without regard to the order of keys."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_said(item) for item in node.items]
    return sorted(((key.text, repr(_said(value))) for key, value in node.pairs))
