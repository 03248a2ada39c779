"""Evidence as a W3C AnnotationCollection, with one Annotation for each quote.

A file's path is relative, so the context has a base of its own, an `arcp:` address (Archive and Package): without one a
reader of JSON-LD resolves the path against wherever the export lies, and so makes a statement about another document.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote as percent

from eujdef_tui.export.citation import Claim, claims_with_evidence
from eujdef_tui.export.selection import Selection
from eujdef_tui.model.records import Evidence, Record
from eujdef_tui.store import Base

__all__ = ["CONTEXT", "web_annotation"]

CONTEXT = 32  # code points of context before and after a quote: as many as the Hypothesis client stores
JOINERS = "\u200c\u200d"  # at the edge of a context they join nothing and are only hidden characters


def web_annotation(chosen: Selection) -> Iterator[str]:
    """Yield the collection. A source that has a URL gives it as `canonical`: the text is that of the page."""
    base = chosen.base
    head = {
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"@base": f"arcp://uuid,{_uuid(base.title)}/"}],
        "id": _urn(base.title),
        "type": "AnnotationCollection",
        "label": base.title,
    }
    page = {"id": _urn(base.title, "1"), "type": "AnnotationPage", "startIndex": 0}
    yield f'{_json(head)[:-1]}, "first": {_json(page)[:-1]}, "items": ['
    total = 0
    for record in chosen.records():
        for number, (claim, item) in enumerate(claims_with_evidence(base, record), 1):
            yield (",\n" if total else "\n") + _json(_annotation(base, record, claim, item, number))
            total += 1
    yield f'\n]}}, "total": {total}}}\n'


def _annotation(base: Base, record: Record, claim: Claim, item: Evidence, number: int) -> dict[str, Any]:
    source = base.source(item.source)
    exact = {"type": "TextQuoteSelector", "exact": item.quote, "prefix": item.prefix, "suffix": item.suffix}
    selectors: list[dict[str, Any]] = [exact]
    if item.start >= 0:
        text = base.article(item.source).text
        exact["exact"] = text[item.start : item.end]
        exact["prefix"] = text[max(0, item.start - CONTEXT) : item.start].lstrip(JOINERS)
        exact["suffix"] = text[item.end : item.end + CONTEXT].rstrip(JOINERS)
        selectors.append({"type": "TextPositionSelector", "start": item.start, "end": item.end})
    body = {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": claim.line}
    grade = {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": item.grade}
    file = {
        "id": percent(source.file),
        "type": "Text",
        "format": "text/plain",
        "language": source.language,
        "canonical": source.URL,
    }
    return {
        "id": _urn(base.title, record.id, str(number)),
        "type": "Annotation",
        "motivation": "describing",
        "body": [body | {"dcterms:identifier": record.id}, grade],
        "target": {
            "type": "SpecificResource",
            "source": {key: value for key, value in file.items() if value},
            "selector": [{key: value for key, value in selector.items() if value != ""} for selector in selectors],
        },
    }


def _urn(*names: str) -> str:
    return _uuid(*names).urn


def _uuid(*names: str) -> uuid.UUID:
    """Return a UUID that is the same for the same names (version 5)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(names))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
