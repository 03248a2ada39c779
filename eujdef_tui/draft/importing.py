"""Make drafts of what other tools say: each candidate's words are looked for in the articles, and held against them.

A quote that stands in an article word for word, or but for typography, is cut from it. What has none that holds is
refused with the reason: it is kept in the file of drafts, and never becomes a fact.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from operator import itemgetter
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import urlsplit

from eujdef_tui.draft.draft_record import Draft, Quoted
from eujdef_tui.draft.imports.candidate import MOST, Candidate, Quote
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.truth import checked
from eujdef_tui.errors import ArticleError
from eujdef_tui.factfile.quote_finding import find
from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.unicode import fold

__all__ = ["FORMATS", "Imported", "Text", "drafts_of", "read_candidates"]

FORMATS: Mapping[str, str] = {
    "csl-json": "csl", "web-annotation": "annotations", "ftm": "ftm", "csv": "table", "timelinejs": "timeline",
}  # fmt: skip
_LEAST = 4  # letters of a name or title that is looked for


class Text(NamedTuple):
    """An article in which quotes are looked for. `names` are what other tools may call it: id, file, address."""

    id: str
    text: str
    names: tuple[str, ...]
    issued: str = ""


class Imported(NamedTuple):
    """A candidate as a draft, the id of the article that it rests on ("" for none), and where it stood in the file."""

    draft: Draft
    source: str
    candidate: Candidate


def read_candidates(form: str, text: str, name: str) -> list[Candidate]:
    """The candidates of a file. Raises ArticleError where it has another form, or more than can be reviewed."""
    module = import_module(f"eujdef_tui.draft.imports.{FORMATS[form]}")
    read: Callable[[str, str], Iterator[Candidate]] = module.candidates
    found: list[Candidate] = []
    for candidate in read(text, name):
        found.append(candidate)
        if len(found) > MOST:
            raise ArticleError(f"{name} has more than {MOST:,} records.", "Import it in parts.")
    return found


def drafts_of(candidates: Iterable[Candidate], texts: Sequence[Text], known: Known) -> list[Imported]:
    """Every candidate as a draft, in their order, held against its article as drafts are."""
    articles = _Articles(texts)
    found = [_imported(candidate, articles, known) for candidate in candidates]
    for text in texts:
        own = [nth for nth, one in enumerate(found) if one.source == text.id and not one.draft.refused]
        judged = checked((found[nth].draft for nth in own), text.text, text.issued, articles.spans[text.id], known)
        for nth, draft in zip(own, judged, strict=True):
            found[nth] = found[nth]._replace(draft=draft)
    return found


class _Articles:
    """The articles, with their sentences, found by what another tool calls them."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self.texts = texts
        self.spans = {one.id: tuple(sentences(one.text)) for one in texts}

    def called(self, name: str) -> list[Text]:
        """The articles that may be meant, the one with that name first."""
        sought = _names(name)
        return sorted(self.texts, key=lambda one: not sought & set().union(*map(_names, one.names)))

    def place(self, quote: Quote) -> tuple[str, Quoted | None, str]:
        """The article that has a quote, its place there, and why there is none."""
        reason = "there is no article to look in"
        for nth, text in enumerate(self.called(quote.source)):
            anchor = find(text.text, quote.exact, quote.prefix, quote.suffix)
            if anchor.grade in ("verbatim", "normalised"):
                return text.id, self.quoted(text, anchor.start, anchor.end), ""
            if not nth or (anchor.grade != "orphan" and reason.startswith("its words are")):
                reason = _REASONS[anchor.grade].format(text.id)
        return "", None, reason

    def quoted(self, text: Text, start: int, end: int) -> Quoted:
        """The words at a place, cut from the article."""
        number = bisect_right(self.spans[text.id], start, key=itemgetter(1))
        return Quoted(text.text[start:end], start, end, number)

    def sentence_like(self, words: str) -> tuple[str, Quoted | None]:
        """The first sentence, of any article, with a passage that is like these words."""
        for text in self.texts:
            anchor = find(text.text, words)
            if anchor.start >= 0:
                nth = bisect_right(self.spans[text.id], anchor.start, key=itemgetter(1))
                return text.id, self.quoted(text, *self.spans[text.id][nth])
        return "", None

    def place_of(self, words: str) -> tuple[str, Quoted | None]:
        """Where these words stand first, in any article."""
        for text in self.texts:
            anchor = find(text.text, words)
            if anchor.grade in ("verbatim", "normalised", "ambiguous"):
                return text.id, self.quoted(text, anchor.start, anchor.end)
        return "", None


_LOOKED_FOR = "it quotes nothing: the sentence was looked for by its title"
_REASONS = {
    "orphan": "its words are in no article here",
    "edited": "{} has other words there: a quote is copied letter for letter",
    "ambiguous": "its words stand more than once in {}: give the words before or after them",
    "moved": "in {} other words stand before and after it",
}


def _names(name: str) -> set[str]:
    """What tells an article in its id, file or address: all of it, and the last part with and without its ending."""
    path = PurePosixPath(urlsplit(name).path if "://" in name else name)
    return {fold(one) for one in (name, path.name, path.stem) if len(one) > 1}


def _imported(candidate: Candidate, articles: _Articles, known: Known) -> Imported:
    """A candidate as a draft: refused where it says so, or where nothing that it quotes holds."""
    source, evidence, refused = "", list[Quoted](), candidate.refused
    if not refused and not candidate.label:
        refused = "it has no name, title or text"
    if not refused and candidate.quotes:
        reasons: list[str] = []
        for quote in candidate.quotes:
            id_, place, why = articles.place(quote)
            if place and id_ == (source or id_):
                source = id_
                evidence += [place] if place not in evidence else []
            elif why:
                reasons.append(why)
        refused = "" if evidence else "; ".join(dict.fromkeys(reasons)) or "its words are in no article here"
    elif not refused:
        look = articles.place_of if candidate.record == "actor" else articles.sentence_like
        source, place = look(candidate.label) if len(candidate.label) >= _LEAST else ("", None)
        evidence = [place] if place else []
        refused = "" if place else "no article here has these words, and it quotes none"
        if place and candidate.record != "actor":
            candidate = candidate._replace(flags=(*candidate.flags, _LOOKED_FOR))
    return Imported(_draft(candidate, tuple(evidence), refused, known), source, candidate)


def _draft(candidate: Candidate, evidence: tuple[Quoted, ...], refused: str, known: Known) -> Draft:
    record, label = candidate.record, candidate.label
    actors = tuple(known.whole(name.lower()) or name for name in candidate.actors)
    if record == "actor" and (id_ := known.whole(label.lower())):
        record, actors = "mention", (id_,)
    field = {"actor": "name", "mention": "name", "membership": "name", "statement": "text"}.get(record, "title")
    return Draft(
        record=record,
        kind=candidate.kind or "claim",
        evidence=evidence,
        date=candidate.date,
        date_basis="given by the file that was imported" if candidate.date else "",
        status=candidate.status or ("reported" if record == "event" else ""),
        speaker=known.whole(candidate.speaker.lower()) or candidate.speaker,
        actors=actors,
        value=candidate.value,
        unit=candidate.unit,
        flags=candidate.flags,
        refused=refused,
        by="import",
        **{field: label or "–"},
    )
