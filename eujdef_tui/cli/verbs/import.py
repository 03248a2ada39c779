# ruff: noqa: N999 — the module of a verb has its name
"""`eujdef import`: make drafts of what other tools say, for a person to review; nothing enters the fact file."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from eujdef_tui.cli.exit_codes import NOTHING_FOUND, SUCCESS
from eujdef_tui.cli.opening import checked_file
from eujdef_tui.cli.printing import print_line, print_message
from eujdef_tui.draft.article import read_article
from eujdef_tui.draft.draft_file import Header, draft_path, source_id, write_drafts
from eujdef_tui.draft.importing import Imported, Text, drafts_of, read_candidates
from eujdef_tui.draft.known import Known
from eujdef_tui.errors import ArticleError, Place, Problem
from eujdef_tui.factfile.files import not_utf8, read_bytes
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.records import FactFile
from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["run"]

_SHOWN = 40  # refused ones that are printed; all are in the file of drafts


def run(options: argparse.Namespace) -> int:
    """Read the file, look for its words in the articles, and write the drafts or print them as JSON."""
    candidates = read_candidates(options.form, _read(options.imported), options.imported)
    path = checked_file(options)
    file = load(path)
    texts, headers = _articles(file, path, options)
    found = drafts_of(candidates, texts, Known((*file.actors, *file.agreements)))
    good = [one for one in found if not one.draft.refused]
    if options.json:
        for one in found:
            print_line(json.dumps(_line(one), ensure_ascii=False))
    else:
        for line in _summary(found):
            print_line(clean(line))
        if found:
            _write(options, found, headers)
    return SUCCESS if good else NOTHING_FOUND


def _read(name: str) -> str:
    """The text of the file that is imported. Raises ArticleError."""
    data = read_bytes(Path(name), Place(name))
    if isinstance(data, Problem):
        raise ArticleError(data.message, data.advice)
    if found := not_utf8(data):
        message = f"{name}:{found[0]}:{found[1]}: the byte 0x{found[2]:02X} is not UTF-8."
        raise ArticleError(message, "Save it as UTF-8.")
    return data.decode("utf-8-sig")


def _articles(file: FactFile, path: Path, options: argparse.Namespace) -> tuple[list[Text], dict[str, Header]]:
    """The articles in which words are looked for, the one that is named first, and the head of each one's drafts."""
    texts: list[Text] = []
    headers: dict[str, Header] = {}
    if options.article:
        article = read_article(options.article, sys.stdin.buffer)
        id_ = options.id or source_id(article.stem)
        texts.append(Text(id_, article.text, (id_, options.article), options.issued))
        shown = os.path.relpath(options.article, path if path.is_dir() else path.parent)
        count = sum(1 for _ in sentences(article.text))
        headers[id_] = Header(id_, shown, article.sha256, options.issued, "", count)
    for source in file.sources:
        if source.id not in headers:
            text = file.texts[source.id]
            titles = (source.id, source.file, source.URL, source.title, source.container_title)
            texts.append(Text(source.id, text, tuple(filter(None, titles)), source.issued))
            digest = source.sha256 or hashlib.sha256(text.encode()).hexdigest()
            count = sum(1 for _ in sentences(text))
            head = Header(source.id, source.file, digest, source.issued, source.issued_basis, count, "yes")
            headers[source.id] = head
    return texts, headers


def _line(one: Imported) -> dict[str, object]:
    place = {"source": one.source, "place": one.candidate.place}
    return {**one.draft.plain(), **place, **one.candidate.told}


def _summary(found: Sequence[Imported]) -> Iterator[str]:
    """What was found by record, then what is flagged, and what is refused with its reason."""
    kept = Counter(one.draft.record for one in found if not one.draft.refused)
    yield ", ".join(f"{count} {record}" for record, count in kept.items()) or "No record has words of an article here."
    refused = [one for one in found if one.draft.refused]
    for one in refused[:_SHOWN]:
        yield f"× {one.candidate.place}: {one.draft.record}: {one_line(one.draft.label)[:70]} · {one.draft.refused}"
    if len(refused) > _SHOWN:
        yield f"× and {len(refused) - _SHOWN:,} more that are refused"
    for one in found:
        for flag in () if one.draft.refused else one.draft.flags:
            yield f"! {one.candidate.place}: {one.draft.record}: {one_line(one.draft.label)[:70]} · {flag}"


def _write(options: argparse.Namespace, found: Sequence[Imported], headers: dict[str, Header]) -> None:
    """Write a file of drafts for each article that has any, and one for what has none."""
    named = options.file or os.environ.get("EUJDEF_FILE")
    stem = source_id(Path(options.imported).stem)
    ids = list(dict.fromkeys(one.source for one in found))
    paths = {
        id_: _path(options.out, f"{stem}-{id_ or 'left'}", only=len(ids) == 1, fact_file=Path(named) if named else None)
        for id_ in ids
    }
    if there := next((path for path in paths.values() if path.exists()), None):
        raise ArticleError(f"{there} is there already, and is not written over.", "Name another file with --out.")
    for id_, path in paths.items():
        header = headers.get(id_) or Header(stem, "", "", "", "", 0)
        own = [one for one in found if one.source == id_]
        told = [{"place": one.candidate.place, **one.candidate.told} for one in own]
        write_drafts(path, header, [one.draft for one in own], told)
        what = "drafts are" if id_ else "records without words of an article are"
        print_message(f"eujdef: {len(own)} {what} in {clean(str(path))}")


def _path(out: str, name: str, *, only: bool, fact_file: Path | None) -> Path:
    # What rests on no article cannot be reviewed, and its file is none of those that `eujdef review` lists.
    ending = ".refused" if name.endswith("-left") else ".draft"
    if not out:
        return draft_path(fact_file, name).with_suffix(ending)
    return Path(out) if only else Path(out).with_name(f"{Path(out).stem}-{name}{ending}")
