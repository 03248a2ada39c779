"""What was looked at last of a base: digests of the files that it was made of and, if it is not very large, of records.

It is packed as lines under zlib, some 27 bytes a record (26.5 in the shipped file), and read with bounds: a damaged one
counts as none.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import time
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from eujdef_tui.compare.canonical import Plain
from eujdef_tui.compare.digests import ASPECTS, BYTES, Seen, seen
from eujdef_tui.model.labels import record_type
from eujdef_tui.model.records import RECORDS, Record, Source
from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import clean, one_line

__all__ = [
    "MOST_RECORDS",
    "LastLook",
    "input_key",
    "look_at",
    "merged_looks",
    "pack_look",
    "read_through",
    "unpack_look",
]

T = TypeVar("T")

VERSION = "2"
MOST_RECORDS = 30_000  # of which digests are kept: more take the explorer's thread more than some seconds
_MOST_BYTES = 64 * 2**20  # of the lines
_BATCH = 50  # records between two rests, in which the screen has its turn
_REST = 0.001  # seconds


class LastLook(NamedTuple):
    """A base as it was looked at on a day (yyyymmdd).

    `key` is that of its inputs, `files` maps them to their digests; `records` maps ids to what is kept of each, None
    where there are too many. `size` is how many records there were.
    """

    day: int
    key: str
    size: int
    records: Mapping[str, Seen] | None
    files: Mapping[str, str]


def input_key(base: Base) -> str:
    """Return a digest of the contents of a base's inputs; "" where they are not known."""
    digests = _input_digests(base)
    return hashlib.sha256(json.dumps(sorted(digests.items())).encode()).hexdigest()[:24] if digests else ""


def _input_digests(base: Base) -> dict[str, str]:
    """The digests of the inputs of a base, by their paths from the folder that all are in."""
    try:
        inputs = {path: sha for path, _, sha in json.loads(base.meta.get("inputs", ""))["inputs"]}
        top = os.path.commonpath(inputs)
        return {os.path.relpath(path, top): sha[:12] for path, sha in inputs.items()}
    except (KeyError, TypeError, ValueError):
        return {}


def look_at(base: Base, day: int) -> LastLook:
    """Look at all records of a base. It rests now and then, so that a screen in another thread has its turn."""
    count = base.count()
    records: dict[str, Seen] | None = None
    if count <= MOST_RECORDS:
        records = {}
        for record, plain in read_through(base):
            article = base.article(record.id).text if isinstance(record, Source) else ""
            records[record.id] = seen(record_type(record), plain, article)
    return LastLook(day, input_key(base), count, records, _input_digests(base))


def read_through(base: Base) -> Iterator[tuple[Record, Plain]]:
    """Yield every record with its plain mapping, with rests between them, in which a screen has its turn."""
    for nth, found in enumerate(base.plain(), 1):
        yield found
        if nth % _BATCH == 0:
            time.sleep(_REST)


def merged_looks(before: LastLook, ours: LastLook, theirs: LastLook) -> LastLook:
    """Return our look with what others looked at since ours was `before`: of a record that they have anew, theirs."""
    if ours.records is None or theirs.records is None or before.records is None:
        return max(ours, theirs, key=lambda look: look.day)
    merged = _merged(before.records, ours.records, theirs.records)
    key = ours.key if merged == ours.records else theirs.key if merged == theirs.records else ""
    files = _merged(before.files, ours.files, theirs.files)
    return LastLook(max(ours.day, theirs.day), key, len(merged), merged, files)


def _merged(before: Mapping[str, T], ours: Mapping[str, T], theirs: Mapping[str, T]) -> dict[str, T]:
    """Our values, but theirs where that is another one than before."""
    merged: dict[str, T] = {}
    for name in dict.fromkeys((*theirs, *ours)):
        their = theirs.get(name)
        found = their if their != before.get(name) else ours.get(name)
        if found:
            merged[name] = found
    return merged


# --- bytes ---


def pack_look(look: LastLook) -> bytes:
    """Return a look as bytes."""
    head = {"schema_version": VERSION, "day": look.day, "key": look.key, "size": look.size, "files": look.files}
    lines = [json.dumps(head | {"whole": look.records is not None}, ensure_ascii=False)]
    kinds = list(RECORDS)
    for record_id, one in (look.records or {}).items():
        digests = base64.b64encode(one.digests).decode()
        texts = map(one_line, (record_id, one.date, one.status, one.figure, one.title))
        lines.append("\t".join((str(kinds.index(one.record)), *texts, digests)))
    return zlib.compress("\n".join(lines).encode("utf-8", "replace"), 6)


def unpack_look(data: bytes) -> LastLook | None:
    """Return the look that `pack_look` made; None for other bytes."""
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(data, _MOST_BYTES)
        if not unpacking.eof:
            return None
        head, *lines = text.decode("utf-8").split("\n")
        found: dict[str, Any] = json.loads(head)
        if found["schema_version"] != VERSION or edtf.bounds(edtf.iso_day(found["day"]))[0] != found["day"]:
            return None
        files = {clean(str(name)): str(sha) for name, sha in found["files"].items()}
        records = dict(_lines(lines)) if found["whole"] else None
        return LastLook(found["day"], str(found["key"]), int(found["size"]), records, files)
    except (zlib.error, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None


def _lines(lines: list[str]) -> Iterator[tuple[str, Seen]]:
    kinds = list(RECORDS)
    for line in lines:
        kind, record_id, date, status, figure, title, digests = line.split("\t")
        found = base64.b64decode(digests, validate=True)
        if len(found) != BYTES * len(ASPECTS) or not kind.isdecimal():  # -1 would be the last kind
            raise ValueError("not what is kept of a record")
        yield clean(record_id), Seen(kinds[int(kind)], clean(date), clean(status), clean(figure), found, clean(title))
