"""Find records that have another id and the same content: they are renamed, and neither gone nor new.

A record may point at others that are renamed too, in a circle even. So each gets a colour, made of its content with
the ids of such others left out, and then, some rounds long, of the colours of those that it points at (colour
refinement, Weisfeiler and Leman). What has one colour on both sides is a pair, if its content is then the same indeed.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

from eujdef_tui.compare.canonical import Plain, content

__all__ = ["renamed"]

Records: TypeAlias = Mapping[tuple[str, str], Plain]  # (type, id) → record

_ROUNDS = 4  # so many records in a row that are all renamed and tell each other apart


def renamed(old: Records, new: Records) -> dict[str, str]:
    """Return old id → new id of the records of `old` that are in `new` under another id.

    The two hold only what the other side does not have. Of several of one content the ids are paired as they sort.
    """
    left, right = _by_colour(old), _by_colour(new)
    pairs = {
        one: other
        for colour in left.keys() & right.keys()
        for one, other in zip(sorted(left[colour]), sorted(right[colour]), strict=False)
    }
    while pairs:
        ids = {one[1]: other[1] for one, other in pairs.items()}
        wrong = [
            one
            for one, other in pairs.items()
            if content(old[one], lambda id_: ids.get(id_, id_)) != content(new[other])  # noqa: B023 — called here
        ]
        if not wrong:
            return ids
        for one in wrong:
            del pairs[one]
    return {}


def _by_colour(records: Records) -> dict[str, list[tuple[str, str]]]:
    """Return the records of each colour."""
    colours = {record_id: "" for _, record_id in records}
    for _ in range(_ROUNDS if len(colours) < 10_000 else 2):
        before = dict(colours)
        for (kind, record_id), plain in records.items():
            said = content(plain, lambda id_: f"?{before[id_]}" if id_ in before else id_)  # noqa: B023 — called here
            colours[record_id] = hashlib.sha256(repr((kind, said)).encode()).hexdigest()
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, record_id in records:
        found[colours[record_id]].append((kind, record_id))
    return found
