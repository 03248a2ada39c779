"""What is kept of each record that was looked at, in a few bytes, to tell later what of it is another one now.

Date, status and figure are kept as they are, so that both values can be shown; of words, names, quotes and all else a
digest of four bytes each: of four billion changes one is not seen.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from eujdef_tui.compare.canonical import Plain, Rename, as_it_is, canonical
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["ASPECTS", "BYTES", "TITLE", "Seen", "seen"]

BYTES = 4  # of a digest
TITLE = 40  # letters of a title, which tell of a record that is gone what it was

# What a digest is of, and the keys of a record that it covers; "rest" is all that no other one has.
ASPECTS = ("words", "names", "quotes", "rest")
_WORDS = frozenset(("title", "text", "name", "short_title", "summary", "subject", "reading"))
_TITLES = ("title", "name", "text")  # what a record is called by, whichever it has
_NAMES = frozenset(("other_names", "sort_name"))
_KEPT = frozenset(("id", "status", "binding", "date", "issued", "value", "unit"))


class Seen(NamedTuple):
    """A record as it was looked at.

    `record` is its type; `date` that of an agreement's milestones too; `figure` a value with its unit; `title` may be
    cut. Each is cleaned and in one line, as it comes back from a file. `digests` are those of ASPECTS in a row.
    """

    record: str
    date: str
    status: str
    figure: str
    digests: bytes
    title: str = ""


def seen(record: str, plain: Plain, article: str = "", rename: Rename = as_it_is) -> Seen:
    """What is kept of a record, with the text of its article if it is a source. `rename` maps the ids of others."""
    quotes: list[Any] = [article]
    parts: dict[str, Any] = {}
    for key, value in plain.items():
        if key == "evidence":
            quotes += value
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for part in value:
                quotes += part.get("evidence", ())
            parts[key] = [{name: inner for name, inner in part.items() if name != "evidence"} for part in value]
        else:
            parts[key] = value
    date = parts.get("date") or parts.get("issued") or ""
    covered = {
        "words": {key: value for key, value in parts.items() if key in _WORDS},
        "names": {key: value for key, value in parts.items() if key in _NAMES},
        "rest": {key: value for key, value in parts.items() if key not in _WORDS | _NAMES | _KEPT},
        "quotes": {"article": quotes[0], "evidence": quotes[1:]},
    }
    if steps := plain.get("milestones"):
        date = "; ".join(sorted(f"{step['action']} {step.get('date', '')}".strip() for step in steps))
        covered["rest"]["milestones"] = [
            {name: inner for name, inner in step.items() if name != "date"} for step in covered["rest"]["milestones"]
        ]
    digests = b"".join(_digest(canonical("", covered[aspect], rename)) for aspect in ASPECTS)
    figure = f"{parts.get('value', '')} {parts.get('unit', '')}".strip()
    status = parts.get("status") or parts.get("binding") or ""
    date, status, figure = (one_line(clean(text)) for text in (date, status, figure))
    title = next((one_line(clean(plain[key])) for key in _TITLES if plain.get(key)), "")
    if len(title) > TITLE:
        title = f"{title[: TITLE - 1].rstrip()}…"
    return Seen(record, date, status, figure, digests, title)


def _digest(value: Any) -> bytes:
    # not `repr`, which writes other escapes where Python knows more characters
    return hashlib.blake2b(json.dumps(value).encode(), digest_size=BYTES).digest()
