"""Keep what the facts of a base are prepared to in the user's cache, so that the next draft reads it in one piece.

To cut a fact and its sentences into words, roots, names and dates takes a second of work for 1,000 facts, and is the
same for every draft. The file is one `marshal` value; in it each fact, each text and each term is packed by itself as
bytes, and is unpacked when a draft asks for it. Its first line says of which base, program and Python it is, and its
checksum: where anything is another, it is made anew.
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.store import Base
from eujdef_tui.system.paths import cache_folder
from eujdef_tui.verify.evidence import evidenced
from eujdef_tui.verify.fact import Fact, facts_of
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.gathering import gathered, is_small
from eujdef_tui.verify.holdings import Holdings, packed, unpacked
from eujdef_tui.verify.names import Named, Names
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.thesaurus import Thesaurus
from eujdef_tui.verify.ties import Ties

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    _T = TypeVar("_T")
    _Frozen = tuple[
        dict[str, Any], bytes, dict[str, bytes], dict[str, bytes], bytes, list[str], list[int], list[bytes], list[bytes]
    ]
else:
    _T = object

__all__ = ["kept_facts", "kept_others"]

_PIECES = (
    "text",
    "folded",
    "vocabulary",
    "roots",
    "sided",
    "denied",
    "aimed",
    "aims",
    "done",
    "perfect",
    "magnitudes",
    "breaks",
)
_FACT = ("n", "id", "sort", "words", "speaker", "status", "dates", "linked", "places", "agreements", "about")
_EVIDENCE = (
    "vocabulary", "sided", "near_sided", "near_roots", "roots", "own_ids", "ids", "wide_own_ids", "wide_ids", "counts",
    "multipliers", "dates", "said_on", "dates_nearby", "deadlines", "sources", "issued",
    "date_words",
)  # fmt: skip
_NAMES = ("kinds", "titles", "families", "_lengths", "_capitals", "_signs", "_by_name", "offices")
_NO_FIGURE = (None, "")
MOST_BYTES = 2**30  # 400 facts of the shipped corpus take 1.5 MB
_PACKAGE = Path(__file__).parents[1]
_READ_BY = ("verify", "text", "model", "search")  # packages on which what is kept depends


def kept_facts(base: Base) -> Facts:
    """All facts of a base, prepared: as they were kept, or prepared now and kept for the next time."""
    place = _place(base)
    if place and _is_frozen(kept := _read(*place)):
        return _thawed(base, kept)
    found = _prepared(base)
    if place:
        with suppress(OSError):  # where no file can be written, the next draft prepares them again
            _write(*place, _frozen(found))
    return found.facts


def kept_others(base: Base) -> Mapping[str, str]:
    """The other words for each word (see `Thesaurus`), of a base that is too large for all its facts to be kept."""
    place = _place(base)
    kept: Mapping[str, str] | None = _read(*place) if place else None
    if not isinstance(kept, dict):
        kept = Thesaurus(base).all_others()
        if place:
            with suppress(OSError):
                _write(*place, kept)
    return kept


class _Prepared(NamedTuple):
    """The facts of a base, what they hold, and the other words for each word."""

    facts: Facts
    holdings: Holdings
    others: dict[str, str]


def _prepared(base: Base) -> _Prepared:
    numbers, naming = gathered(base, "")
    facts, thesaurus = Facts.of(base, numbers, Names(row.record for row in base.rows(naming))), Thesaurus(base)
    holdings = Holdings(facts, thesaurus.others)
    facts.holding = holdings.of
    others = thesaurus.all_others()
    facts.synonyms = lambda: others
    return _Prepared(facts, holdings, others)


# --- the file ---


def _place(base: Base) -> tuple[Path, bytes] | None:
    """The file in which things are kept of a base, and their key."""
    if base.file is None:
        return None  # it is in memory
    try:
        return _file_of(base.file), _key(base, base.file)
    except OSError:  # a newer base has taken its place, or its folder may not be looked into
        return None


def _file_of(base: Path) -> Path:
    """Where what is kept of a base stands."""
    return cache_folder() / f"{base.stem}-{zlib.crc32(os.fsencode(base)):08x}.verify"


def _key(base: Base, file: Path) -> bytes:
    """What tells a base, this program and this Python from others."""
    found: list[object] = [sys.hexversion, _stamp(file.stat()), sorted(base.meta.items()), is_small(base)]
    for package in _READ_BY:
        with os.scandir(_PACKAGE / package) as files:
            found += sorted((one.name, _stamp(one.stat())) for one in files if one.name.endswith((".py", ".txt")))
    return repr(found).encode()


def _stamp(found: os.stat_result) -> tuple[int, int, int]:
    return found.st_size, found.st_mtime_ns, found.st_ino


def _read(name: Path, key: bytes) -> Any:
    """What a file has for a key; None where there is none, or a damaged one."""
    try:
        found = name.stat()
        if not S_ISREG(found.st_mode) or found.st_uid != os.geteuid() or found.st_size > MOST_BYTES:
            return None  # a pipe would wait, a device never end; `marshal` is not made for what others wrote
        data = name.read_bytes()
    except OSError:
        return None
    head, _, body = data.partition(b"\n")
    try:
        return marshal.loads(body) if head == _head(key, body) else None
    except (EOFError, TypeError, ValueError):  # a file whose digest is right may still hold what another program wrote
        return None


def _write(name: Path, key: bytes, value: Any) -> None:
    from eujdef_tui.system.whole_file import write_whole  # once a base

    body = marshal.dumps(value)
    write_whole(name, _head(key, body) + b"\n" + body)


def _head(key: bytes, body: bytes) -> bytes:
    return b"eujdef verify %08x %08x" % (zlib.crc32(key), zlib.crc32(body))


# --- what is in it ---

_SHAPE = (dict, bytes, dict, dict, bytes, list, list, list, list)


def _is_frozen(kept: Any) -> bool:
    """Whether a value has the shape of `_Frozen`."""
    return isinstance(kept, tuple) and len(kept) == len(_SHAPE) and all(map(isinstance, kept, _SHAPE))


def _frozen(prepared: _Prepared) -> _Frozen:
    """Plain values for all that `judging` asks of facts."""
    facts, holdings, others = prepared
    names = {one: getattr(facts.names, one) for one in _NAMES}
    numbers: dict[str, int] = {}
    pieces = list[bytes]()

    def number_of(piece: Pieces) -> int:
        if piece.text not in numbers:
            numbers[piece.text] = len(pieces)
            pieces.append(marshal.dumps(_frozen_pieces(piece, facts.named(piece))))
        return numbers[piece.text]

    found = list[bytes]()
    nth: dict[int, int] = {}
    for fact in facts.facts:
        evidence = evidenced(fact, facts)
        own = {one: getattr(fact, one) for one in _FACT}
        own["own"] = number_of(fact.own)
        kept = {one: getattr(evidence, one) for one in _EVIDENCE}
        kept["quotes"] = tuple(map(number_of, evidence.quotes))
        kept["sentences"] = tuple(map(number_of, evidence.sentences))
        if evidence.figure == _NO_FIGURE:
            kept["figure"] = _NO_FIGURE
        found.append(marshal.dumps((own, kept, nth.get(fact.n, 0))))
        nth[fact.n] = nth.get(fact.n, 0) + 1
    postings = {term: marshal.dumps(held) for term, held in facts.postings.items()}
    held = {term: packed(facts_with) for term, facts_with in holdings.all(others).items()}
    ties = marshal.dumps((facts.ties.linked, facts.ties.places))
    return names, marshal.dumps(others), held, postings, ties, list(facts.sorts), list(facts.records), pieces, found


def _frozen_pieces(piece: Pieces, named: Sequence[Named]) -> tuple[Any, ...]:
    counted = [(one.start, one.end, str(one.number), one.unit, one.plain) for one in piece.quantities]
    kept = list(map(tuple, piece.words)), counted, list(map(tuple, piece.dates)), list(map(tuple, named))
    return (*(getattr(piece, one) for one in _PIECES), kept)


def _thawed(base: Base, kept: _Frozen) -> Facts:
    values, others, holdings, postings, ties, sorts, records, pieces, frozen = kept
    names = Names(())
    names.__dict__.update(values)

    def fact_of(packed: bytes, at: int) -> Fact:
        own, evidence, nth = marshal.loads(packed)
        fact = Fact.__new__(Fact)
        own["own"] = facts.piece(own["own"])
        fact.__dict__.update(own, kept=evidence, at=at, load=_Load(base, own["n"], nth))
        return fact

    facts = Facts(base, names, _Unpacked(frozen, fact_of))
    facts.postings, facts.sorts, facts.records = _Postings(postings), sorts, records
    facts.kept_ties = lambda: Ties(*marshal.loads(ties))
    facts.synonyms = lambda: marshal.loads(others)
    facts.holding = lambda term: unpacked(found) if (found := holdings.get(term)) else {}
    facts.pieces = _Unpacked(pieces, _thawed_pieces)
    return facts


def _thawed_pieces(packed: bytes, _: int) -> Pieces:
    piece = Pieces.__new__(Pieces)
    piece.__dict__.update(zip((*_PIECES, "kept"), marshal.loads(packed), strict=True))
    return piece


class _Unpacked(Sequence[_T]):
    """Things that were packed, each unpacked when it is first asked for."""

    def __init__(self, packed: list[bytes], unpack: Callable[[bytes, int], _T]) -> None:
        self._packed, self._unpack = packed, unpack
        self._known: dict[int, _T] = {}

    def __len__(self) -> int:
        return len(self._packed)

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at not in self._known:
            self._known[at] = self._unpack(self._packed[at], at)
        return self._known[at]


class _Postings(Mapping[str, dict[int, float]]):
    """Term → what it adds to the score of each fact, unpacked when a term is first asked for."""

    def __init__(self, packed: dict[str, bytes]) -> None:
        self._packed = packed
        self._known: dict[str, dict[int, float]] = {}

    def __len__(self) -> int:
        return len(self._packed)

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __contains__(self, term: object) -> bool:
        return term in self._packed

    def __getitem__(self, term: str) -> dict[int, float]:
        if (found := self._known.get(term)) is None:
            found = self._known[term] = marshal.loads(self._packed[term])
        return found


class _Load:
    """Reads a fact from its base: its record is only asked for where it is shown."""

    def __init__(self, base: Base, n: int, nth: int) -> None:
        self._base, self._n, self._nth = base, n, nth

    def __call__(self) -> Fact:
        return list(facts_of(self._base.record(self._n).record, self._n))[self._nth]
