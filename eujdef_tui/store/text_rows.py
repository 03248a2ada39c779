"""A record's names and texts as the base has them, from what search reads of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from eujdef_tui.model.file_reader import ReadName, RecordRead
from eujdef_tui.model.searchable import capitals
from eujdef_tui.store.document import JOINTS
from eujdef_tui.store.filter_tags import amount_tag
from eujdef_tui.store.fragment import Lines, Texts
from eujdef_tui.text.indexed_text import IndexedText
from eujdef_tui.text.unicode import one_line
from eujdef_tui.text.word_forms import suffixes

__all__ = ["lines_of", "texts_of"]


def texts_of(read: RecordRead) -> Texts:
    """Return the folded title, description and quotes of a record, its amounts, and the tags of its numbers."""
    amounts: dict[str, None] = {}
    for field, texts in zip("twq", read.fields, strict=True):
        for one in texts:
            if one.amounts:
                amounts.update(dict.fromkeys([f"{field}{number}:{unit}" for number, unit in one.amounts]))
    return [*map(_folded, read.fields), " ".join(amounts), _tagged(read.numbers)]


def _folded(found: Sequence[IndexedText]) -> str:
    """Return the folded words of texts and, behind JOINTS, the further ones, each once."""
    plain = " ".join([one.words for one in found if one.words])
    joints = dict.fromkeys([form for one in found for form in one.joints])
    return f"{plain}{JOINTS}{' '.join(joints)}" if joints else plain


def lines_of(read: RecordRead) -> Lines:
    """Return the names of a record, in their order."""
    return list(map(_line, read.names))


def _line(read: ReadName) -> list[Any]:
    text, name, label = read.text, one_line(read.name), one_line(read.label)
    found = " ".join((text.words, *text.joints))
    if not found.isascii():
        found = " ".join([tail for token in found.split(" ") for tail in suffixes(token)])
    initials = "" if label == "author" else capitals(name)
    block = f"{label}\t{name}\t{_folded([text])}"
    return [label, name, text.words, block, found, _tagged(read.numbers), initials]


def _tagged(numbers: Collection[str]) -> list[str]:
    return list(map(amount_tag, sorted(numbers)))
