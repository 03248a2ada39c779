"""What a search finds: matches, hits, how the query was read, and the result as a whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eujdef_tui.named_tuple import NamedTuple
from eujdef_tui.search.query import Query, Term
from eujdef_tui.store import VIEWS, Base

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eujdef_tui.search.proof import Proof

__all__ = ["COUNTED", "READ", "Hit", "Match", "Mended", "Reading", "Result", "hits_first"]

COUNTED = 10_000  # matches of a view are counted up to here
READ = ("mended", "expanded", "date", "sign", "left out", "clock")  # the kinds of Reading


class Match(NamedTuple):
    """Why a term matched a record, and how well.

    `token` is the folded word of the record that it matched; `name` and `label` the name it stands in ("" for text;
    `field` is then "title", "words", "quotes", "article", or the "sentence" that the record rests on or one "beside"
    it); `rule` how (see `expansions.Alternative`; also "phrase", "date" and "amount"); `via` the linked record whose
    name it is, or 0. `share` is how much of the name one word of it is; a `weak` match counts only where another term
    matches the same name.
    """

    term: str
    score: float
    rule: str
    token: str
    field: str
    name: str = ""
    label: str = ""
    via: int = 0
    share: float = 0.0
    weak: bool = False


class Hit(NamedTuple):
    """A record that answers the query. A higher `score` answers better; `why` has one match for each term."""

    n: int
    score: float
    why: tuple[Match, ...] = ()

    @property
    def mean(self) -> float:
        """The mean score of its matches."""
        return sum(match.score for match in self.why) / len(self.why)


def hits_first(first: Sequence[Hit], hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """Some hits before others, each once."""
    found = {hit.n for hit in first}
    return (*first, *(hit for hit in hits if hit.n not in found))


class Mended(NamedTuple):
    """The whole line with its absent words replaced, "" where that cannot be; and what each term was replaced by."""

    line: str
    words: Mapping[Term, Term]


class Reading(NamedTuple):
    """How a part of what was typed was read, where it was not taken as it stands.

    `kind` is one of READ: "mended" (kalas: Kallas), "expanded" to another word for the same (cost: price), taken as a
    "date" (nov 1: 1 Nov of any year), a "sign" that is written otherwise here (-manila: !manila), "left out", where
    `read` is "", or a "clock" (known:nov 2024: known by 30 Nov 2024).
    """

    kind: str
    typed: str
    read: str = ""


class Result(NamedTuple):
    """What a query found, best first.

    `counts` says how many records of each view match where there are more than are listed, counted to COUNTED; with
    `cut` they were not counted: each view may have more.
    `left_out` are typed words that were passed over. `readings` say how the words were read.

    Where nothing was found, `suggestion` is the nearest known name, and `nearest` are the records that have most of
    what was meant: they are no hits and are not counted. Their `why` has no match for the words that they lack. Few
    hits that are guesses have them too.
    `later` are then how many records only later or undated sources tell, where the query has the clock `known`.
    `mended` is then the whole line with the absent words replaced by words of the base, if that finds something, and
    `mended_count` how many records, or with `mended_more` at least so many. `proof` is why nothing was found.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    left_out: tuple[str, ...] = ()
    suggestion: str = ""
    counts: dict[str, int] | None = None
    cut: bool = False
    nearest: tuple[Hit, ...] = ()
    readings: tuple[Reading, ...] = ()
    mended: str = ""
    mended_count: int = 0
    later: int = 0
    mended_more: bool = False
    proof: Proof | None = None

    @property
    def absent(self) -> tuple[str, ...]:
        """The typed words that are in no record of the base, where nothing was found."""
        return tuple(part.typed for part in self.proof.absent if part.kind == "word") if self.proof else ()

    @property
    def total(self) -> int:
        """How many records match, listed or not."""
        return sum(self.counts.values()) if self.counts else len(self.hits)

    @property
    def more(self) -> frozenset[str]:
        """The views of which more may match than were counted."""
        if self.cut:
            return frozenset(VIEWS)
        return frozenset(view for view, count in (self.counts or {}).items() if count >= COUNTED)

    def by_view(self, base: Base) -> dict[str, list[Hit]]:
        """The hits of each view, best first."""
        found: dict[str, list[Hit]] = {view: [] for view in VIEWS}
        for hit in self.hits:
            found[base.view(hit.n)].append(hit)
        return found
