"""Find records that have another id and the same content: they are renamed, and neither gone nor new.

To compare two records with their ids left out is not enough: a record may point at others that are renamed too, in a
circle even. So each record gets a digest of its content without those ids. Then, for some rounds, it gets a new one,
with the digests of the records that it points at in the place of their ids (colour refinement, Weisfeiler and Leman).
Records with the same digest on both sides are paired, and a pair is kept if the contents are equal once all ids are
replaced.
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
    left, right = _by_digest(old), _by_digest(new)
    pairs = {
        one: other
        for digest in left.keys() & right.keys()
        for one, other in zip(sorted(left[digest]), sorted(right[digest]), strict=False)
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


def _by_digest(records: Records) -> dict[str, list[tuple[str, str]]]:
    """Return the records of each digest."""
    digests = {record_id: "" for _, record_id in records}
    for _ in range(_ROUNDS if len(digests) < 10_000 else 2):
        before = dict(digests)
        for (kind, record_id), plain in records.items():
            said = content(plain, lambda id_: f"?{before[id_]}" if id_ in before else id_)  # noqa: B023 — called here
            digests[record_id] = hashlib.sha256(repr((kind, said)).encode()).hexdigest()
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, record_id in records:
        found[digests[record_id]].append((kind, record_id))
    return found
