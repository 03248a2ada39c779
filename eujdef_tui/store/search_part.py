"""What search has of a record, as far as its own file tells: it is made where the file is prepared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from eujdef_tui.store.filter_tags import has_tag
from eujdef_tui.store.fragment import Lines, Row
from eujdef_tui.text.word_forms import split_unspaced

__all__ = ["LinkedNames", "SearchPart", "linked_names", "search_part"]

# Of a record that others point at, for these: each of its names as `document.Names` has it, the tokens by which all are
# found, the tags of their numbers.
LinkedNames: TypeAlias = tuple[list[str], str, list[str]]


class SearchPart(NamedTuple):
    """The document of a record, without what other records give it.

    Attributes:
        bounds: lo and hi of its date.
        names: as the table `document` has them.
        texts: title, words, quotes and amounts, as the table has them.
        indexed: names, title, words and quotes, as the index has them.
        tags: of its kind, of what it has, of its date, each parted by spaces.
        numbers: tags of its numbers, in order.
        full_names: (folded name, capitals) of each name.
    """

    bounds: Sequence[int | None]
    names: str
    texts: Sequence[str]
    indexed: Sequence[str]
    tags: Sequence[str]
    numbers: Sequence[str]
    full_names: Sequence[tuple[str, str]]


def search_part(row: Row) -> SearchPart:
    """Work it out from a row of a fragment."""
    *folded, amounts, numbers = row.texts
    lines = row.lines
    kind, has, dated = row.tags
    every = set(numbers).union(*(line[5] for line in lines)) if lines else numbers
    return SearchPart(
        tuple(row.plain[1:3]),
        "\n".join([line[3] for line in lines]),
        (*folded, amounts),
        (" ".join([line[4] for line in lines]), *map(_indexed_text, folded)),
        (" ".join(kind), " ".join(map(has_tag, has)), " ".join(dated)),
        sorted(every),
        [(line[2], line[6]) for line in lines],
    )


def linked_names(lines: Lines) -> LinkedNames:
    """Return the names of a record for those that point at it."""
    return (
        [line[3] for line in lines],
        " ".join([line[4] for line in lines]),
        [number for line in lines for number in line[5]],
    )


def _indexed_text(text: str) -> str:
    return text if text.isascii() else " ".join(map(split_unspaced, text.split()))
