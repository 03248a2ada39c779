"""The quotes of a fact file that do not hold in its articles, and the text changes that make each hold again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.errors import FactFileError, Problem
from eujdef_tui.factfile.files import fact_files
from eujdef_tui.factfile.loader import Digest, load_changed
from eujdef_tui.factfile.quote_finding import find
from eujdef_tui.factfile.reanchoring import Offer, offers
from eujdef_tui.factfile.rewriting import Rewrite
from eujdef_tui.factfile.text_edits import Change, changed, inserted_key, new_value, scalar_at
from eujdef_tui.factfile.yaml_spans import Span, spans, value_of
from eujdef_tui.model.field_types import Grade
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Evidence, FactFile, NoFact, Record

__all__ = ["Fallen", "Reanchoring", "Wanted"]

_found = lru_cache(maxsize=50_000)(find)  # asked again after each key, of the same quotes


class Fallen(NamedTuple):
    """A quote that is not verbatim in its source, with what it may have become there, the best first."""

    record: Record
    part: Evidence | NoFact
    source: str
    grade: Grade
    offers: tuple[Offer, ...]

    @property
    def is_certain(self) -> bool:
        """Whether its new words may be written without being looked at."""
        return len(self.offers) == 1 and self.offers[0].certain


class Wanted(NamedTuple):
    """A quote, and the words that it is to have."""

    fallen: Fallen
    offer: Offer


@dataclass(frozen=True)
class Reanchoring:
    """A fact file and its articles as they are now, whatever digests say.

    `bytes` are its files as they were read, `source` the one that is looked at; "" is all.
    """

    path: Path
    bytes: Mapping[Path, bytes]
    file: FactFile
    digests: tuple[Digest, ...]
    source: str = ""

    @classmethod
    def of(cls, path: Path, source: str = "") -> Reanchoring:
        """Read them. Raises FactFileError where anything but a digest is wrong, or no source has that id."""
        files = fact_files(path)
        read = {one: one.read_bytes() for one in files if one.is_file()} if not isinstance(files, Problem) else {}
        file, digests = load_changed(path, read)
        if source and all(one.id != source for one in file.sources):
            known = ", ".join(one.id for one in file.sources[:20])
            raise FactFileError(f"No source has the id {source}.", f"Name one of its sources: {known}.")
        return cls(path, read, file, digests, source)

    @cached_property
    def fallen(self) -> tuple[Fallen, ...]:
        """Every quote that does not hold, once for each place where it is written, in the order of the file."""
        found: dict[tuple[str, int, int], Fallen] = {}
        for record, part, source in self._quotes():
            if (self.source and source != self.source) or part.place in found:
                continue
            text = self.file.texts[source]
            grade = _found(text, part.quote, part.prefix, part.suffix).grade
            if grade != "verbatim":
                ways = offers(text, part.quote, part.prefix, part.suffix)
                found[part.place] = Fallen(record, part, source, grade, ways)
        return tuple(sorted(found.values(), key=lambda one: (self._order[one.source], one.part.place)))

    @cached_property
    def _order(self) -> dict[str, int]:
        return {source.id: n for n, source in enumerate(self.file.sources)}

    def _quotes(self) -> Iterator[tuple[Record, Evidence | NoFact, str]]:
        for record in self.file.records():
            yield from ((record, quote, quote.source) for quote in evidence_of(record))
        for source in self.file.sources:
            yield from ((source, quote, source.id) for quote in source.no_fact)

    def rewrites(self, wanted: Sequence[Wanted]) -> tuple[tuple[Rewrite, ...], list[Fallen]]:
        """The files as they are to be, with the digests of the sources that are looked at; and what cannot be written.

        Files with a digest come last: until they are written, the old digest says that the article is another.
        """
        left: list[Fallen] = []
        made: list[tuple[bool, Rewrite]] = []
        for path, before in self.bytes.items():
            own = [one for one in wanted if one.fallen.part.place.path == str(path)]
            digests = [one for one in self.chosen_digests if one.place.path == str(path)]
            if own or digests:
                after, failed = _rewritten(before.decode("utf-8"), own, digests)
                left += failed
                if after.encode() != before:
                    made.append((bool(digests), Rewrite(path, before, after.encode())))
        return tuple(rewrite for _, rewrite in sorted(made, key=lambda one: one[0])), left

    @property
    def chosen_digests(self) -> tuple[Digest, ...]:
        """The digests that are those of another text, of the sources that are looked at."""
        return tuple(one for one in self.digests if self.source in ("", one.source))


def _rewritten(text: str, wanted: Sequence[Wanted], digests: Sequence[Digest]) -> tuple[str, list[Fallen]]:
    """The text with all of it written; what cannot be stays as it is, and is told."""
    root = spans(text)
    if root is None:
        return text, [one.fallen for one in wanted]
    changes: list[Change] = []
    left: list[Fallen] = []
    for one in wanted:
        made = _changes(text, root, one)
        if made is None:
            left.append(one.fallen)
        else:
            changes += made
    for digest in digests:
        at = scalar_at(root, digest.place.line, digest.place.column)
        if at and (change := new_value(text, *at, digest.actual)):
            changes.append(change)
    after = changed(text, changes)
    if after is not None:
        return after, left
    if len(wanted) == 1:
        return text, [wanted[0].fallen]
    return _one_by_one(text, wanted, digests)


def _one_by_one(text: str, wanted: Sequence[Wanted], digests: Sequence[Digest]) -> tuple[str, list[Fallen]]:
    """As `_rewritten`, the quotes from the end of the text to its beginning, each alone, so that one may fail."""
    left: list[Fallen] = []
    for one in sorted(wanted, key=lambda one: one.fallen.part.place, reverse=True):
        text, failed = _rewritten(text, [one], ())
        left += failed
    return _rewritten(text, (), digests)[0], left


def _changes(text: str, root: Span, wanted: Wanted) -> list[Change] | None:
    """The changes that give a quote its new words, prefix and suffix; None where one of them cannot be made."""
    part, offer = wanted.fallen.part, wanted.offer
    at = scalar_at(root, part.place.line, part.place.column)
    if at is None or at[1] is None or at[0].text.strip() == "":
        return None
    span, owner = at[0], at[1]
    made: list[Change | None] = []
    if offer.quote != part.quote:
        made.append(new_value(text, span, owner, offer.quote))
    added: list[Change | None] = []
    for key, old, new in (("prefix", part.prefix, offer.prefix), ("suffix", part.suffix, offer.suffix)):
        if new == old:
            continue
        value = value_of(owner, key)
        if value is None:
            added.append(inserted_key(text, owner, "quote", key, new))
        else:
            made.append(new_value(text, value, owner, new))
    if None in made or None in added:
        return None
    both = [one for one in added if one]
    if len(both) == 2:
        both = [both[0]._replace(new=both[0].new + both[1].new, said=both[0].said + both[1].said)]
    return [one for one in made if one] + both
