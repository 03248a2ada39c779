"""Hold drafts against their sentences: the truth checks of `rules/truth`, the same as `eujdef check` has.

What a check that is nearly never wrong doubts is refused, what another doubts is flagged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from eujdef_tui.draft.draft_record import Draft
from eujdef_tui.draft.known import Known
from eujdef_tui.model.records import Actor, Agreement, Event, Evidence, Statement
from eujdef_tui.rules.truth import REFUSED, Article, Cast, Claim, Passage, doubts
from eujdef_tui.rules.truth.claim import Fact
from eujdef_tui.text.unicode import folded_line

__all__ = ["checked"]

_SOURCE = ""  # the id of the article among the sources: no source of the base has it


def checked(
    drafts: Iterable[Draft], text: str, issued: str, spans: Sequence[tuple[int, int]], known: Known
) -> Iterator[Draft]:
    """The drafts, each with what the checks say of it."""
    drafts = list(drafts)
    new = {one.name: _actor(one) for one in drafts if one.record == "actor"}
    cast = Cast((*known.actors, *new.values()))
    article = Article(_SOURCE, text, issued, given=tuple(spans))
    folded = folded_line(text)
    for one in drafts:
        if one.record in ("event", "statement", "agreement"):
            yield _checked(one, article, cast, folded)
        else:
            yield one


def _actor(draft: Draft) -> Actor:
    """A new actor, by its name, as the checks know actors."""
    quote = draft.evidence[0]
    number = quote.sentence
    evidence = Evidence(source=_SOURCE, quote=quote.quote, sentence=number, last_sentence=number)
    return Actor(id=draft.name, kind=draft.kind, name=draft.name, evidence=(evidence,))


def _checked(draft: Draft, article: Article, cast: Cast, folded: str) -> Draft:
    named = dict.fromkeys((*draft.actors, draft.speaker) if draft.speaker else draft.actors)
    strangers = [name for name in named if name not in cast.by_id]
    unknown = [name for name in strangers if folded_line(name) not in folded]
    refused = [draft.refused, *(f"the article never names {name}" for name in unknown)]
    flags = list(draft.flags)
    passages = tuple(Passage(article, quote.quote, quote.sentence, quote.sentence) for quote in draft.evidence)
    for rule, doubt in doubts(Claim(_fact(draft, cast), passages, cast)):
        (refused if rule in REFUSED else flags).append(doubt.message)
    return draft._replace(flags=tuple(flags), refused=" ".join(filter(None, refused)))


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
