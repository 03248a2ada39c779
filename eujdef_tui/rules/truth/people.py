"""Checks on who: actors, speakers and subjects are named where the fact says they are."""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.model.records import Agreement, Milestone, Statement
from eujdef_tui.rules.truth.cast import is_named
from eujdef_tui.rules.truth.claim import Claim, Passage
from eujdef_tui.rules.truth.doubt import Doubt
from eujdef_tui.rules.truth.reading import read, stem
from eujdef_tui.text.english_words import SAYING

__all__ = [
    "actor_beside_others",
    "actor_never_named",
    "name_of_elsewhere",
    "speaker_beside_others",
    "speaker_never_named",
]

_SAYS = frozenset((word,) for word in SAYING)
_BACK = 6  # sentences before the quoted one in which a speaker may have been named last


def actor_never_named(claim: Claim) -> Iterator[Doubt]:
    """An actor, party or subject that no quoted article names does not take part in what it reports.

    Evidence of the actor in that article names it too: a role or a description that the article gives.
    """
    word = {Agreement: "party", Statement: "subject"}.get(type(claim.fact), "actor")
    for actor in claim.whose:
        if actor in claim.cast.by_id and not claim.is_named(actor):
            message = f"The {word} {claim.cast.by_id[actor].name} is named nowhere in the article."
            yield Doubt(message, "Take it out, give it evidence from the article, or note `x-outside: why`.")


def speaker_never_named(claim: Claim) -> Iterator[Doubt]:
    """A speaker whom no quoted article names cannot have said it there."""
    speaker = claim.fact.speaker if isinstance(claim.fact, Statement) else ""
    if speaker in claim.cast.by_id and not claim.is_named(speaker):
        message = f"The speaker {claim.cast.by_id[speaker].name} is named nowhere in the article."
        yield Doubt(message, "Name who speaks there, give evidence from the article, or note `x-outside: why`.")
    elif speaker and speaker not in claim.cast.by_id and speaker not in {article.id for article in claim.articles}:
        message = f"The speaker is the source `{speaker}`, and no quote is from it."
        yield Doubt(message, "Quote that source, or name who speaks here.")


def speaker_beside_others(claim: Claim) -> Iterator[Doubt]:
    """A sentence that names one person, and not the speaker of its statement, may be that other person's words.

    Where it names nobody, the person named last before it speaks. A body that speaks is named nearby. The words of the
    fact themselves (“Lee says”) name its speaker.
    """
    speaker = claim.fact.speaker if isinstance(claim.fact, Statement) else ""
    if speaker not in claim.cast.by_id or not claim.is_named(speaker) or not claim.passages:
        return
    others = [_attributed(claim, speaker)]
    if not others[0]:
        others = [_speaking_instead(claim, speaker, passage) for passage in claim.passages]
    if all(others):
        name, other = claim.cast.by_id[speaker].name, claim.cast.by_id[others[0]].name
        message = f"The speaker is {name}, and {other} is named where this is said."
        yield Doubt(message, "Name who speaks, quote the words that name the speaker, or note `x-outside: why`.")


def _attributed(claim: Claim, speaker: str) -> str:
    """Who speaks by the words of a fact, "Lee says", where it is not the speaker; "" where they do not say so."""
    cast, words = claim.cast, claim.reading.folded
    found = next(iter(cast.found_in(claim.reading)), None)
    if found is None or found.first or words[found.last : found.last + 1] not in _SAYS:
        return ""
    same = found.actors & {speaker, *cast.tied.get(speaker, ())} or claim.printed.issuperset(words[: found.last])
    return "" if same else min(found.actors)


def _speaking_instead(claim: Claim, speaker: str, passage: Passage) -> str:
    """The person who is named at a passage, or last before it, in place of the speaker; "" where nobody is."""
    cast = claim.cast
    record, names = cast.by_id[speaker], cast.names[speaker]
    if record.name in passage.article.authors:
        return ""
    for at, reading in enumerate((passage.sentence, *passage.before(_BACK))):
        named = cast.named_in(reading)
        if speaker in named or is_named(record, names, reading):
            return ""
        if not at:
            if any(role <= reading.stems for role in cast.roles[speaker]):
                return ""
            cited = frozenset().union(*(cast.cited.get(place, ()) for place in passage.touched))
            if speaker in cited:
                return ""
            named |= cited
        if others := named & cast.persons - {speaker}:
            return "" if speaker not in cast.persons and at else min(others)
    return ""


def name_of_elsewhere(claim: Claim) -> Iterator[Doubt]:
    """A known name in the words of a fact stands in its article, and beside its sentence if the fact has no link to it.

    Who is linked, as actor, subject or speaker, may stand anywhere in the article.
    """
    for found in claim.cast.found_in(claim.reading):
        words = claim.reading.folded[found.first : found.last]
        if claim.printed.issuperset(words) or all(claim.is_near(stem(word)) for word in words):
            continue
        if found.actors & claim.linked:
            if any(claim.is_named(actor) for actor in found.actors & claim.linked):
                continue
        elif any(_is_beside(claim, actor) for actor in found.actors):
            continue
        first, last = claim.reading.words[found.first], claim.reading.words[found.last - 1]
        name = claim.reading.text[first.start : last.end]
        message = f"The name “{name}” does not stand beside the sentence that supports this."
        yield Doubt(message, "Write whom the sentence names, link the actor, or note `x-outside: why`.")


def actor_beside_others(claim: Claim) -> Iterator[Doubt]:
    """A sentence that names someone else, and not the actor of its event, may be about that other one.

    Told where the quote names a known actor that the fact does not link, and not one that it does.
    """
    if isinstance(claim.fact, Milestone):
        return
    away = [actor for actor in claim.whose if actor in claim.cast.by_id and not _is_beside(claim, actor)]
    away = [actor for actor in away if not _is_said(claim, actor)]
    if not away:
        return
    texts = (claim.reading, *(read(passage.quote) for passage in claim.passages))
    named = {actor for text in texts for actor in claim.cast.named_in(text)}
    others = sorted(named - claim.linked)
    if others:
        name, other = claim.cast.by_id[away[0]].name, claim.cast.by_id[others[0]].name
        message = f"It is linked to {name}, and its sentence names {other}."
        yield Doubt(
            message, "Link whom the sentence names, quote the words that name the actor, or note `x-outside: why`."
        )


def _is_said(claim: Claim, actor: str) -> bool:
    """Whether the words of a fact name an actor, or an actor is its publication."""
    publishes = any(claim.printed.issuperset(name) for name in claim.cast.names[actor])
    return publishes or actor in claim.cast.named_in(claim.reading)


def _is_beside(claim: Claim, actor: str) -> bool:
    """Whether an actor is named in a sentence that supports the claim, in three before or one after, or by its role."""
    record, names = claim.cast.by_id[actor], claim.cast.names[actor]
    return any(is_named(record, names, reading) for reading in claim.wide) or claim.is_cited_near(actor)
