"""Read the records of fact files as search does, one after the other, within what each file may have indexed.

A number is found by what it rounds to, and joined words by what they are together. Few letters may give very many of
these: of what a file has beyond its share, words and numbers are indexed as they are written. `check` says where.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from eujdef_tui.errors import Place
from eujdef_tui.model.labels import title_of
from eujdef_tui.model.records import Actor, Agreement, Record, Source
from eujdef_tui.model.searchable import names_of, prose_of
from eujdef_tui.text.indexed_text import LETTERS_FOR_JOINED, MOST_JOINED, IndexedText, index_text
from eujdef_tui.text.number_tokens import rounded_tokens

__all__ = ["LETTERS_FOR_ROUNDED", "MOST_ROUNDED", "FileReader", "ReadName", "RecordRead"]

# What the numbers of a file may round to: so many tokens, and one more for so many letters of its texts. The figures of
# a table have one for 60 letters; numbers of six figures, and nothing else, have one for two.
MOST_ROUNDED, LETTERS_FOR_ROUNDED = 5_000, 25


class ReadName(NamedTuple):
    """A name of a record: which of them it is, what it reads, its words, the tokens of its numbers."""

    label: str
    name: str
    text: IndexedText
    numbers: Collection[str]


class RecordRead(NamedTuple):
    """A record as search reads it: its names; title, prose and quotes; the tokens of the numbers in these three."""

    names: Sequence[ReadName]
    fields: tuple[Sequence[IndexedText], Sequence[IndexedText], Sequence[IndexedText]]
    numbers: Collection[str]


class _Share:
    """What is left to a file of what it may have indexed.

    Attributes:
        is_cut: whether joined words of a text of it were left out, though letters read since may give it more.
    """

    def __init__(self) -> None:
        self.joined, self.rounded = MOST_JOINED, MOST_ROUNDED
        self.letters = 0
        self.is_cut = False
        self.known: set[str] = set()

    @property
    def is_beyond_joined(self) -> bool:
        return self.joined + self.letters // LETTERS_FOR_JOINED < 0

    @property
    def is_beyond_rounded(self) -> bool:
        return self.rounded + self.letters // LETTERS_FOR_ROUNDED < 0

    def index(self, text: str) -> IndexedText:
        self.letters += len(text)
        if self.is_beyond_joined:
            self.is_cut = True
            return index_text(text, False)
        found = index_text(text)
        self.is_cut |= found.is_cut
        if found.joints:
            before = len(self.known)
            self.known.update(found.joints)
            self.joined -= len(self.known) - before
        return found

    def tokens(self, numbers: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for number in numbers:
            if self.is_beyond_rounded:
                found.add(number)
            else:
                every = _rounded(number)
                found.update(every)
                self.rounded -= len(every) - 1
        return found


class FileReader:
    """Reads records in the order of their files.

    Attributes:
        small: the words that they write in lower case, but in quotes: these stand in an article, which is read as well.
        beyond_joined: of each file that has more joined words than its share, or in a text than this may have, the
            place of the record with the first.
        beyond_rounded: the same of numbers.
    """

    def __init__(self) -> None:
        self.small: set[str] = set()
        self.beyond_joined: dict[str, Place] = {}
        self.beyond_rounded: dict[str, Place] = {}
        self._shares: dict[str, _Share] = {}

    def read(self, record: Record, quoted: Sequence[str]) -> RecordRead:
        """Read names, title, prose and quotes of a record; what is `quoted` of a source is all of its article.

        A record that is found by names has its title among these.
        """
        path = record.place.path
        share = self._shares.setdefault(path, _Share())
        named = isinstance(record, Actor | Agreement | Source)
        names = [
            ReadName(label, name, found, share.tokens([number for number, _ in found.amounts]) if found.amounts else ())
            for name, label in (names_of(record) if named else ())
            for found in (share.index(name),)
        ]
        fields = (
            [] if names else [share.index(title_of(record))],
            [share.index(prose_of(record))],
            list(map(share.index, quoted)),
        )
        for nth, texts in enumerate(fields):
            if nth < 2 or isinstance(record, Source):
                self.small.update(*[text.small for text in texts])
        numbers = dict.fromkeys([number for texts in fields for text in texts for number, _ in text.amounts])
        tokens = share.tokens(numbers) if numbers else ()
        if share.is_cut or share.is_beyond_joined:
            self.beyond_joined.setdefault(path, record.place)
        if share.is_beyond_rounded:
            self.beyond_rounded.setdefault(path, record.place)
        return RecordRead(names, fields, tokens)


@lru_cache(maxsize=10_000)  # years and small figures come again and again
def _rounded(number: str) -> tuple[str, ...]:
    return tuple(rounded_tokens(number))
