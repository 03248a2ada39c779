"""What search reads of a record: its names and folded words, by field, as the base has them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.store.places import STEP

__all__ = ["JOINTS", "Document", "NameLine", "Names", "line_parser"]

# What parts the words of a text or name from the further words of its joints.
JOINTS = " | "


class NameLine(NamedTuple):
    """A name as it is written, which of a record's names it is, and its folded words, as one string and apart.

    `number` is the record that has the name, where that is a linked one; else 0. `joints` are further words that its
    joints give (see `joints.joint_forms`).
    """

    label: str
    name: str
    folded: str
    tokens: tuple[str, ...]
    number: int = 0
    joints: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """All words by which the name is found."""
        return f"{self.folded} {' '.join(self.joints)}" if self.joints else self.folded


class Names:
    """The names of a record, or of the records it is linked to.

    `text` is how the base has them: a line a name of tab-separated parts (number, in links only; label, name, folded
    words, and behind " | " those of its joints). `lines` are parsed when they are first asked for: for most documents
    that are read, a look at the text shows that nothing in it was typed.
    """

    __slots__ = ("_line", "_lines", "text")

    def __init__(self, text: str, line: Callable[[str], NameLine] | None = None) -> None:
        """Keep the text. `line` parses a line of it; None where numbers in the base are places times STEP."""
        self.text = text
        self._line = line or _line
        self._lines: tuple[NameLine, ...] | None = None

    @property
    def lines(self) -> tuple[NameLine, ...]:
        """The names, the first of them the record's own. Raises ValueError where the text is none that was written."""
        if self._lines is None:
            self._lines = tuple(map(self._line, self.text.split("\n"))) if self.text else ()
        return self._lines


def line_parser(place: Callable[[int], int]) -> Callable[[str], NameLine]:
    """Return what parses a line of names, where a function tells the place of a number in the base."""

    @lru_cache(maxsize=2_000)  # records of one file are linked to the same few names
    def line(text: str) -> NameLine:
        parts = text.split("\t")
        number = place(int(parts.pop(0))) if len(parts) > 3 else 0
        label, name, words = parts
        folded, _, joints = words.partition(JOINTS)
        return NameLine(label, name, folded, tuple(folded.split()), number, tuple(joints.split()) if joints else ())

    return line


_line = line_parser(lambda number: number // STEP)


class Document(NamedTuple):
    """The folded words of a record, by field. `lo` and `hi` bound its date (yyyymmdd).

    `amounts` are its quantities, parted by spaces: the field (t title, w words, q quotes), the number as
    `number_tokens.compact` writes it, a colon and the unit.
    """

    n: int
    record: str
    kind: str
    lo: int | None
    hi: int | None
    weight: int
    names: Names
    links: Names
    title: str
    words: str
    quotes: str
    amounts: str
