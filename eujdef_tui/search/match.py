"""Promise: a typed term is judged against a record's own words, and the best reason wins.

A term says twice what it wants: once as an FTS5 expression, which finds the records that could match, and once
as a judgement on each of those, which says how well and why. What the first finds the second never widens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from eujdef_tui.search import score
from eujdef_tui.search.query import Term
from eujdef_tui.search.spell import Spelling, Spellings, row, spellings
from eujdef_tui.store import Document, Index
from eujdef_tui.store.filter_tags import overlapping
from eujdef_tui.text import edtf
from eujdef_tui.text.word_forms import phrase_positions, split_unspaced, stemmed

__all__ = ["Match", "Wanted", "unwanted", "wanted"]

# So many records are judged once in a query: they may be tried without many a word.
JUDGED = 5_000
_COLUMNS = (("title", score.TITLE), ("words", score.PROSE), ("quotes", score.QUOTES))
_TEXT = "{names links title words quotes}"


class Match(NamedTuple):
    """Why a term matched a record, and how well.

    `token` is the folded word of the record that it matched; `name` and `label` the name it stands in ("" for
    text); `rule` how (see Spelling); `via` the linked record whose name it is, or 0. `share` is how much of the
    name one word of it is; what is `far` counts only where another term is in the same name.
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
    far: bool = False


class Wanted:
    """A term as it is looked for: what could match (FTS5), and its spellings for judging what does."""

    def __init__(self, term: Term, expression: str, spelt: Spellings, linked: float = score.LINKED) -> None:
        self.term, self.expression, self.spelt, self._linked = term, expression, spelt, linked
        self._judged: dict[int, tuple[Match, ...]] = {}

    @property
    def exactly(self) -> str:
        """The FTS5 expression for the very word alone."""
        return self.expression if self.term.phrase or self.term.date else f'{_TEXT} : ("{self.term.tokens[0]}")'

    def judge(self, document: Document, *, far: bool = True) -> Match | None:
        """The best match of the term in a record, or None; one that is far only where that is allowed."""
        found = self._judged.get(document.n)
        if found is None:
            found = (*self._in_time(document), *self._in_words(document))
            if len(self._judged) < JUDGED:
                self._judged[document.n] = found
        if not far:
            found = tuple(match for match in found if not match.far)
        if len(found) == 1:
            return found[0]
        return max(found, key=lambda match: match.score, default=None)

    def _in_time(self, document: Document) -> Iterator[Match]:
        """The closer a record's own span is to the one asked for, the better it answers."""
        if not self.term.date or document.lo is None or document.hi is None:
            return
        lo, hi = edtf.bounds(self.term.date)
        if document.lo > hi or document.hi < lo:
            return
        if (document.lo, document.hi) == (lo, hi):
            quality = 1.0
        elif (lo == edtf.MIN and document.hi == hi) or (hi == edtf.MAX and document.lo == lo):
            quality = 1.0  # "by 2035" means what 2035 ends
        elif lo <= document.lo and document.hi <= hi:
            quality = score.INSIDE
        else:
            asked, own = edtf.span(lo, hi), edtf.span(document.lo, document.hi)
            quality = max(score.FARTHEST, score.WIDER * asked / max(asked, own))
        if document.record != "event":
            quality *= score.NEARER
        yield Match(self.term.text, quality, "date", "", "date")

    def _in_words(self, document: Document) -> Iterator[Match]:
        if self.term.phrase:
            yield from self._in_a_row(document)
            return
        if self.term.date and not self.term.figure:
            return
        best = 0.0
        for match in (*self._in_names(document), *self._in_texts(document)):
            best = best if match.far else max(best, match.score)
            yield match
        # of an actor, what it is linked to is where it belongs, not what it does
        linked = score.LINKED if document.record == "actor" else self._linked
        if best < linked:
            for line in self.spelt.lines(document.links):
                yield from self._in_link(line, linked)

    def _in_names(self, document: Document) -> Iterator[Match]:
        for line in self.spelt.lines(document.names):
            yield from self.in_name(line)

    def _in_texts(self, document: Document) -> Iterator[Match]:
        for column, weight in _COLUMNS:
            spelling = self.spelt.within(getattr(document, column))
            if spelling and score.counts_in_text(
                self.spelt.typed, spelling.rule, spelling.token, column, document.record
            ):
                # a year in a text says less than a date, wherever it stands
                worth = score.DATE_TEXT if self.term.date else weight
                if column == "quotes" and document.record == "actor":
                    worth = score.MENTIONED
                field = "article" if column == "quotes" and document.record == "source" else column
                yield Match(self.spelt.typed, spelling.quality * worth, spelling.rule, spelling.token, field)

    def _best(self, tokens: Iterable[str]) -> Spelling | None:
        known = [found for token in tokens if (found := self.spelt.of(token))]
        return known[0] if len(known) == 1 else max(known, key=lambda spelling: spelling.quality, default=None)

    def in_name(self, line: str, *, but: str = "") -> Iterator[Match]:
        """The match of a term of one word in one name (a line of Document.names), if there is one in a word `but`
        this. Initials that no one wrote down must be typed as they are."""
        label, name, tokens = line.split("\t")
        split = tokens.split()
        spelling = self._best(token for token in split if token != but)
        if spelling and (spelling.rule == "" or not label.startswith("initials")):
            weight = score.of_label(label) * (score.DATE_TEXT if self.term.date else 1.0)
            yield Match(
                self.term.text, spelling.quality * weight, spelling.rule, spelling.token, "name", name, label,
                share=1 / len(split), far=spelling.far,
            )  # fmt: skip

    def _in_link(self, line: str, linked: float) -> Iterator[Match]:
        number, label, name, tokens = line.split("\t")
        spelling = self._best(tokens.split())
        if spelling and (spelling.rule == "" or not label.startswith("initials")):
            quality = spelling.quality * linked * score.of_label(label)
            yield Match(
                self.term.text, quality, spelling.rule, spelling.token, "link", name, label, int(number),
                far=spelling.far,
            )  # fmt: skip

    def _in_a_row(self, document: Document) -> Iterator[Match]:
        tokens = self.term.tokens
        for line in filter(None, document.names.split("\n")):
            label, name, among = line.split("\t")
            split = among.split()
            for place in phrase_positions(tokens, split):
                last, share = split[place + len(tokens) - 1], len(tokens) / len(split)
                yield Match(self.term.text, score.of_label(label), "phrase", last, "name", name, label, share=share)
        for column, weight in _COLUMNS:
            split = getattr(document, column).split()
            for place in phrase_positions(tokens, split):
                field = "article" if column == "quotes" and document.record == "source" else column
                yield Match(self.term.text, weight, "phrase", split[place + len(tokens) - 1], field)


def wanted(index: Index, term: Term, depth: int, *, company: bool = False) -> Wanted:
    """A term, looked for as far as `depth` (see `spell`); in `company` if it is one of several."""
    if term.phrase:
        return Wanted(term, f"{_TEXT} : ({row(index, term.tokens)})", Spellings(""))
    if term.date:
        written = Spellings(term.figure)
        said = f' OR {_TEXT} : ("{term.figure}")' if term.figure else ""
        _, may = overlapping(index.years, *edtf.bounds(term.date))
        return Wanted(term, f"{may}{said}", written)
    spelt = spellings(index, term.tokens[0], depth, company=company)
    linked = score.LINKED_WITH if company else score.LINKED
    in_title, in_text = spelt.wanted_in_text(title=True), spelt.wanted_in_text(title=False)
    expression = f"{{names links}} : ({spelt.wanted()}) OR title : ({in_title}) OR {{words quotes}} : ({in_text})"
    return Wanted(term, expression, spelt, linked)


def unwanted(index: Index, term: Term) -> str:
    """The FTS5 expression for a term that is not wanted: its very words, and no beginnings or likenesses."""
    whole = " ".join(split_unspaced(token) for token in term.tokens)
    others = index.loosely(stemmed(term.tokens[0])) if len(term.tokens) == 1 else ()
    said = " OR ".join(f'"{words}"' for words in (whole, *others))
    return f"{_TEXT} : ({said})"
