"""Hold drafts against their sentences: the truth checks of `rules/truth`, the same as `eujdef check` has.

What a check that is nearly never wrong doubts is refused, what another doubts is flagged.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from eujdef_tui.draft.draft_record import Draft, Quoted
from eujdef_tui.draft.known import Known
from eujdef_tui.model.records import Actor, Agreement, Event, Evidence, Statement
from eujdef_tui.rules.truth import REFUSED, Article, Cast, Claim, Passage, doubts
from eujdef_tui.rules.truth.cast import is_named
from eujdef_tui.rules.truth.claim import Fact
from eujdef_tui.text.unicode import folded_line

__all__ = ["Guard", "checked"]

_SOURCE = ""  # the id of the article among the sources: no source of the base has it


def checked(
    drafts: Iterable[Draft], text: str, issued: str, spans: Sequence[tuple[int, int]], known: Known
) -> Iterator[Draft]:
    """The drafts, each with what the checks say of it."""
    drafts = list(drafts)
    guard = Guard(text, issued, spans, known, drafts)
    for one in drafts:
        refused, flags = guard.doubts(one)
        words = " ".join(filter(None, (one.refused, *refused)))
        yield one._replace(flags=(*one.flags, *flags), refused=words)


class Guard:
    """The checks of one article: made once, it holds any draft of it, also an edited one, against its sentences."""

    def __init__(
        self, text: str, issued: str, spans: Sequence[tuple[int, int]], known: Known, drafts: Iterable[Draft]
    ) -> None:
        """`spans` are the sentences of `text`; `drafts` give the new actors."""
        self.article = Article(_SOURCE, text, issued, given=tuple(spans))
        self.known = known
        self._folded = folded_line(text)
        self.set_actors(drafts)

    def set_actors(self, drafts: Iterable[Draft]) -> None:
        """Take the new actors from these drafts from now on."""
        self._new = tuple({one.name: _actor(one) for one in drafts if one.record == "actor"}.values())
        self.cast = Cast((*self.known.actors, *self._new))

    def doubts(self, draft: Draft) -> tuple[list[str], list[str]]:
        """What refuses a draft, and what flags it; nothing for no_fact, and for a name that rules found."""
        if draft.record == "actor" and not draft.by.startswith("rules"):
            alone = Cast((_actor(draft),))
            named = is_named(alone.actors[0], alone.names[draft.name], self.article.reading)
            return ([] if named else [f"the article never names {draft.name}"]), []
        if draft.record not in ("event", "statement", "agreement"):
            return [], []
        linked = dict.fromkeys((*draft.actors, draft.speaker) if draft.speaker else draft.actors)
        strangers = [name for name in linked if name not in self.cast.by_id]
        refused = [f"the article never names {name}" for name in strangers if folded_line(name) not in self._folded]
        flags: list[str] = []
        claim = self.claim(draft)
        for rule, doubt in doubts(claim):
            (refused if rule in REFUSED else flags).append(doubt.message)
        lost = draft.value and not any(reading.has_number(Decimal(draft.value)) for reading in claim.sentences)
        if lost and not any(draft.value in message for message in refused):
            refused.append(f"the value {draft.value} is not in the sentence")
        return refused, flags

    def claim(self, draft: Draft) -> Claim:
        """The draft as the checks see it."""
        passages = tuple(
            Passage(self.article, quote.quote, quote.sentence, self._last(quote)) for quote in draft.evidence
        )
        return Claim(_fact(draft, self.cast), passages, self.cast)

    def _last(self, quote: Quoted) -> int:
        """The last sentence that a quote touches."""
        spans = self.article.spans
        return max(quote.sentence, bisect_left(spans, quote.end, key=lambda span: span[0]) - 1)


def _actor(draft: Draft) -> Actor:
    """A new actor, by its name, as the checks know actors."""
    quote = draft.evidence[0]
    number = quote.sentence
    evidence = Evidence(source=_SOURCE, quote=quote.quote, sentence=number, last_sentence=number)
    return Actor(id=draft.name, kind=draft.kind, name=draft.name, evidence=(evidence,))


def _fact(draft: Draft, cast: Cast) -> Fact:
    """The record that a draft would become."""
    actors = tuple(name for name in draft.actors if name in cast.by_id)
    dated: dict[str, Any] = {"date": draft.date, "date_text": draft.date_text, "date_basis": draft.date_basis}
    if draft.record == "event":
        return Event(
            id="draft",
            kind=draft.kind,
            title=draft.title,
            status=draft.status or "reported",  # type: ignore[arg-type]
            actors=actors,
            evidence=(),
            **dated,
        )
    if draft.record == "agreement":
        return Agreement(id="draft", title=draft.title, instrument=draft.kind, parties=actors, evidence=())
    speaker = draft.speaker if draft.speaker in cast.by_id else ""
    return Statement(
        id="draft",
        kind=draft.kind,
        speaker=speaker,
        text=draft.text,
        value=draft.value,
        unit=draft.unit,
        evidence=(),
        **dated,
    )
