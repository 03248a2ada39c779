"""What one fact file gives a base, prepared: plain rows without numbers, which the compiler joins with those of others.

A fragment knows nothing of other files. What crosses them (numbers, order, links, counts, who is named) is worked out
by the compiler over all fragments. It is packed as JSON under zlib: it is kept in the base, and comes back from other
processes and machines.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

__all__ = ["Entry", "Fragment", "Lines", "Row", "Rows", "Texts", "pack", "unpack"]

Texts: TypeAlias = list[Any]  # of a record: title, words, quotes and amounts as `document` has them; number tags
# Of each name: label, name, folded words, block as `document.Names` has it, tokens by which it is found, number tags,
# capitals.
Lines: TypeAlias = list[list[Any]]
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


class Entry(NamedTuple):
    """What the compiler knows of every record at once.

    Attributes:
        id: of the record.
        record: its type.
        kind: its finer kind.
        place: where it stands among those of its view (see `screen_order.place_of`).
        heading: over it; "" where other files have a say in it.
        label: by which an actor is listed; "" of others.
        speaker: id of a statement's speaker.
        origin: id of the source that a source derives from, the outlet, or the digest of its own text.
        roles: in which it points at others.
        targets: ids of what it points at, one of each role. Apart from the roles, which many records share, they take
            a tenth less memory.
        proof: ids of the sources of its evidence, each once.
        found: ids of those among them in which a quote of it was found.
    """

    id: str
    record: str
    kind: str
    place: Sequence[Any]
    heading: str
    label: str
    speaker: str
    origin: str
    roles: Sequence[str]
    targets: Sequence[str]
    proof: Sequence[str]
    found: Sequence[str]

    @property
    def links(self) -> Iterator[tuple[str, str]]:
        """The (role, id) of what it points at."""
        return zip(self.roles, self.targets, strict=True)


class Row(NamedTuple):
    """What is written of one record.

    Attributes:
        plain: title, lo, hi, at, month and body, as the table `record` has them.
        due: 0 for a planned event, 1 for one aimed at; None of others.
        rests: (source id, first sentence, last sentence) of each quote that was found.
        article: text, hidden and spans, as the table `article` has them; None where it is no source.
        texts: its folded texts.
        tags: its filter tags without numbers: those of its kind, of what it has, of its date.
        lines: its names.
    """

    plain: list[Any]
    due: int | None
    rests: list[list[Any]]
    article: list[Any] | None
    texts: Texts
    tags: list[list[str]]
    lines: Lines


Rows: TypeAlias = list[list[Any]]


class Fragment(NamedTuple):
    """The records of one file, entry beside row; `small` are the words that its texts write in lower case."""

    entries: Rows
    rows: Rows
    small: list[str]


_packed: list[tuple[bytes, Fragment]] = []  # the last one that was packed in this process; threads may share it


def pack(fragment: Fragment) -> bytes:
    """Return a fragment as bytes, the same wherever it was made."""
    data = zlib.compress(_JSON.encode(fragment).encode(), 1)
    _packed[:] = [(data, fragment)]
    return data


def unpack(data: bytes) -> Fragment:
    """Return the fragment that `pack` made. Raises ValueError or zlib.error for other bytes.

    The build of a single file asks for the very bytes that it has just packed: to read them takes a fortieth of it.
    """
    for last, fragment in _packed[:]:
        if last is data:
            _packed.clear()
            return fragment
    return Fragment(*json.loads(zlib.decompress(data)))
