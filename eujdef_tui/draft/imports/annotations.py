"""W3C Web Annotations, and what Hypothesis exports: each quote is there already, with what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from eujdef_tui.draft.imports.candidate import KINDS, Candidate, Quote, date_of, text_of, texts_of, word_of
from eujdef_tui.draft.imports.json_file import objects_of, read_json
from eujdef_tui.model.records import GRADES

__all__ = ["candidates"]

_DATED = re.compile(r"(.+) \(([^()]+)\)")
_LISTS = ("items", "rows", "annotations", "@graph")


def candidates(text: str, name: str) -> Iterator[Candidate]:
    """Yield a candidate for each annotation of a list, a page, a collection, or an answer of Hypothesis."""
    for place, item in objects_of(_listed(read_json(text, name)), "annotation"):
        if item is None:
            yield Candidate("statement", "", place, refused="it is no object")
            continue
        yield _annotation(item, place)


def _listed(read: object, depth: int = 0) -> object:
    if not isinstance(read, dict) or depth > 3:
        return read
    if isinstance(first := read.get("first"), dict):
        return _listed(first, depth + 1)
    return next((read[key] for key in _LISTS if isinstance(read.get(key), list)), read)


def _annotation(item: dict[str, Any], place: str) -> Candidate:
    quotes = tuple(_quotes(item))
    tags, notes, id_ = _bodies(item)
    record = next((tag for tag in tags if tag in KINDS), "statement")
    kind = next((tag for tag in tags if tag not in KINDS), "")
    label = next(iter(notes), "") or (quotes[0].exact if quotes else "")
    refused = "" if quotes else "it has no quote (TextQuoteSelector)"
    told = {"imported_id": id_} if id_ else {}
    date = ""
    if id_ and (dated := _DATED.fullmatch(label)):  # our own export has the date behind the title
        date, wrong = date_of(dated[2].removeprefix("about "))
        label = label if wrong else dated[1]
    return Candidate(record, label, place, word_of(kind, KINDS[record]), quotes, date, refused=refused, told=told)


def _quotes(item: dict[str, Any]) -> Iterator[Quote]:
    """Each quote of its targets. A target that is only an address has none."""
    targets = item.get("target")
    for _, target in objects_of(targets, "") if targets is not None else ():
        if target is None:
            continue
        source = target.get("source")
        names = [source.get("id"), source.get("canonical")] if isinstance(source, dict) else [source]
        called = unquote(next((text for name in [*names, item.get("uri")] if (text := text_of(name))), ""))
        selectors = target.get("selector")
        for _, selector in objects_of(selectors, "") if selectors is not None else ():
            if selector and selector.get("type") == "TextQuoteSelector" and isinstance(selector.get("exact"), str):
                before, after = selector.get("prefix"), selector.get("suffix")
                yield Quote(
                    selector["exact"],
                    before if isinstance(before, str) else "",
                    after if isinstance(after, str) else "",
                    called,
                )


def _bodies(item: dict[str, Any]) -> tuple[list[str], list[str], str]:
    """Tags and notes of an annotation, and the id of the record that a body names."""
    tags = [tag.lower() for tag in texts_of(item.get("tags"))]
    notes = [text for text in texts_of(item.get("text")) if text]
    id_ = ""
    for _, body in objects_of(item.get("body"), "") if item.get("body") is not None else ():
        if body is None:
            continue
        value = text_of(body.get("value"))
        if body.get("purpose") == "tagging":
            tags += [value.lower()] if value not in GRADES else []
        elif value:
            notes.append(value)
        id_ = id_ or text_of(body.get("dcterms:identifier"))
    notes += [text for text in texts_of(item.get("bodyValue")) if text]
    return tags, notes, id_
