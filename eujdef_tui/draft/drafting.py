"""Draft an article: read its sentences, and propose actors, agreements, events, figures, statements and no_fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from eujdef_tui.draft.actors import Cast, Entity, keys
from eujdef_tui.draft.amounts import Amount, amounts
from eujdef_tui.draft.counted_dates import Issued
from eujdef_tui.draft.dating import Dating, find_dates
from eujdef_tui.draft.draft_record import Draft, Quoted
from eujdef_tui.draft.happenings import Happening, happenings
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.lexicon import has
from eujdef_tui.draft.quoted import Quotations
from eujdef_tui.draft.review_item import LONGEST
from eujdef_tui.draft.sentences import MAX_SENTENCE, TOO_LONG, Sentence, read_sentences
from eujdef_tui.draft.speech import Said, Speech
from eujdef_tui.draft.stance import stance
from eujdef_tui.draft.treaties import treaties
from eujdef_tui.draft.truth import checked
from eujdef_tui.text.sentences import sentences

__all__ = ["MAX_DRAFTS", "Drafted", "draft", "in_order"]


MAX_DRAFTS = 3_000  # of one article: a person decides each of them


class Drafted(NamedTuple):
    """The drafts of an article, in the order of its sentences, and how many sentences it has.

    `rest` is where its first sentence begins that was not drafted, as there would be more than MAX_DRAFTS; else None.
    `read` is how many sentences stand before that.
    """

    drafts: tuple[Draft, ...]
    sentences: int
    read: int
    rest: int | None = None


def draft(text: str, issued: str, known: Known) -> Drafted:
    """Draft an article by rules alone. `text` is cleaned; `issued` is EDTF, "" for an undated article."""
    spans = sentences(text)
    reading = _Article(text, Issued.of(issued), known, spans[:MAX_DRAFTS])
    drafts, read = reading.drafts()
    rest = spans[read][0] if read < len(spans) else None
    return Drafted(in_order(checked(drafts, text, issued, spans, known)), len(spans), read, rest)


def in_order(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Drafts in the order of their sentences."""
    return tuple(
        sorted(drafts, key=lambda one: (one.evidence[0].sentence, _RECORDS.index(one.record), one.evidence[0].start))
    )


_RECORDS = ("no_fact", "event", "agreement", "statement", "actor", "mention")
# Kinds of names that are drafted as actors only where they do something: a city in "in Geneva" is a place.
_PLACES = frozenset(("place", "region"))
# A word alone that is the name of no body in particular.
_GENERIC = (
    "public-body",
    "armed-force",
    "organization",
    "company",
    "title",
    "place",
    "event",
    "agreement",
    "programme",
    "publication",
)


class _Article:
    """An article that is being drafted."""

    def __init__(self, text: str, issued: Issued, known: Known, spans: Sequence[tuple[int, int]]) -> None:
        self.text, self.issued, self.known = text, issued, known
        self.sentences = read_sentences(text, spans)
        self.cast = Cast(text, self.sentences, known)
        self.quotations = Quotations(text, self.sentences)
        self.speech = Speech(self.cast, self.quotations)
        self._agreements: set[str] = set()

    def _whole(self, sentence: Sentence) -> tuple[Quoted, ...]:
        words = self.text[sentence.start : sentence.end]
        return (Quoted(words, sentence.start, sentence.end, sentence.number),)

    def drafts(self) -> tuple[list[Draft], int]:
        """The drafts of its first sentences, as many as have no more than MAX_DRAFTS, and how many sentences those are.

        The first sentence of all is always among them.
        """
        names = list(self.actors())
        named = Counter(one.evidence[0].sentence for one in names)
        found, count = list[Draft](), 0
        for read, sentence in enumerate(self.sentences):
            more = list(self.sentence(sentence))
            count += named[read] + len(more)
            if read and count > MAX_DRAFTS:
                return [*(one for one in names if one.evidence[0].sentence < read), *found], read
            found += more
        return [*names, *found], len(self.sentences)

    # --- names ---

    def actors(self) -> Iterator[Draft]:
        """Each actor that the article names, once: a mention of a known one, or a new one with its kind."""
        for entity in self.cast.entities.values():
            first = entity.mentions[0]
            quote = (self._named_at(entity),)
            if entity.id:
                yield Draft("mention", entity.kind, quote, name=first.name, actors=(entity.id,))
            elif self._is_actor(entity):
                role = entity.roles[0] if entity.roles else ""
                flags = () if entity.kind else ("nothing in the article says what this is",)
                yield Draft("actor", entity.kind or "organization", quote, name=entity.name, text=role, flags=flags)

    def _named_at(self, entity: Entity) -> Quoted:
        """The words around its first mention that name it: the name with its titles."""
        first = entity.mentions[0]
        tokens = self.sentences[first.sentence].tokens
        start = min(first.start, tokens[first.first - len(first.role.split())].start) if first.role else first.start
        end = first.end
        if entity.acronym and self.text[end : end + 2] == " (":
            end = self.text.index(")", end) + 1
        return Quoted(self.text[start:end], start, end, first.sentence)

    def _is_actor(self, entity: Entity) -> bool:
        """Whether a new name is worth a record: no agreement, no place that does nothing, no word for any body."""
        if entity.kind in ("agreement", "") or len(entity.name) < 2:
            return False
        low = entity.name.lower()
        if " " not in low and any(has(section, low) for section in _GENERIC):
            return False
        if entity.kind in _PLACES:
            return any(self._acts(mention.sentence, mention.last) for mention in entity.mentions)
        return True

    def _acts(self, sentence: int, after: int) -> bool:
        """Whether a verb follows a mention: Washington says."""
        tokens = self.sentences[sentence].tokens[after : after + 1]
        return bool(tokens) and has("say", tokens[0].low) and not tokens[0].low.endswith("ing")

    # --- sentences ---

    def sentence(self, sentence: Sentence) -> Iterator[Draft]:
        """The drafts of one sentence."""
        if sentence.furniture or not sentence.tokens:
            kind, words = sentence.furniture or "label", self.text[sentence.start : sentence.end]
            words = words if len(words) <= LONGEST else f"{words[:200]}…"  # a review reads no longer texts
            refused = f"more than {MAX_SENTENCE:,} characters: not drafted" if kind == TOO_LONG else ""
            yield Draft("no_fact", kind, self._whole(sentence), text=words, refused=refused)
            return
        said = self.speech.by.get(sentence.number)
        events = happenings(self.cast, sentence, said, self.issued, self.quotations.of(sentence.number))
        dates = find_dates(self.text, sentence.start, sentence.end, self.issued)
        figures = amounts(self.text, sentence.start, sentence.end, sentence.tokens, dates)
        yield from (self._event(sentence, event, said) for event in events)
        yield from self._treaties(sentence, events)
        yield from (self._figure(sentence, figure, said) for figure in figures)
        if said or not events:
            yield self._statement(sentence, said)

    def _event(self, sentence: Sentence, event: Happening, said: Said | None) -> Draft:
        status = (
            "reported" if event.status == "happened" and said and said.speaker and not event.dating else event.status
        )
        return Draft(
            "event", event.kind, self._whole(sentence), title=event.title, status=status, actors=event.actors,
            **_dated(self.text, event.dating),
        )  # fmt: skip

    def _treaties(self, sentence: Sentence, events: Sequence[Happening]) -> Iterator[Draft]:
        for one in treaties(self.cast, sentence):
            key = one.title.lower()
            if key in self._agreements and not one.action:
                continue
            self._agreements.add(key)
            event = next((event for event in events if event.first <= one.first < event.last), None)
            yield Draft(
                "agreement", one.instrument, self._whole(sentence), title=one.title, text=one.action,
                status=event.status if event else "reported", actors=event.actors if event else self._states(sentence),
                **_dated(self.text, event.dating if event else None),
            )  # fmt: skip

    def _states(self, sentence: Sentence) -> tuple[str, ...]:
        """Who may be the parties of an agreement: the countries and blocs of its sentence."""
        named = self.cast.in_span(sentence.number, sentence.start, sentence.end)
        return keys(one for one in named if one.kind in ("country", "bloc", "alliance"))

    def _figure(self, sentence: Sentence, figure: Amount, said: Said | None) -> Draft:
        words = _around(self.text, sentence, figure.start, figure.end)
        return Draft(
            "statement", "figure", self._whole(sentence), text=words, speaker=said.speaker if said else "",
            value=figure.value, unit=figure.unit,
        )  # fmt: skip

    def _statement(self, sentence: Sentence, said: Said | None) -> Draft:
        kind = stance(sentence.tokens, said)
        flags = ("nothing says who speaks here",) if said and not said.speaker and said.quoted else ()
        words = " ".join(self.text[sentence.opens : sentence.end].split())
        return Draft(
            "statement", kind, self._whole(sentence), text=words, speaker=said.speaker if said else "", flags=flags
        )


def _dated(text: str, dating: Dating | None) -> dict[str, Any]:
    if not dating:
        return {}
    return {"date": dating.date, "date_text": text[dating.start : dating.end], "date_basis": dating.basis}


def _around(text: str, sentence: Sentence, start: int, end: int) -> str:
    """The part of a sentence, between commas that stand outside numbers, that has a figure."""
    first = max(
        (
            text.rfind(mark, sentence.opens, start) + len(mark)
            for mark in (", ", "; ", " — ")
            if text.rfind(mark, sentence.opens, start) >= 0
        ),
        default=sentence.opens,
    )
    lasts = [at for mark in (", ", "; ", " — ") if (at := text.find(mark, end, sentence.end)) >= 0]
    words = " ".join(text[first : min(lasts, default=sentence.end)].split())
    return words if len(words.split()) > 4 else " ".join(text[sentence.opens : sentence.end].split())
