"""The truth checks: what of a fact the words that it rests on do not bear out.

They need no fact file. A draft is judged alone, by what it says, its sentences and its article:

    article = Article("gazette", text, issued="1875-05-21")
    first, last = 3, 3                                   # the sentences of article.spans that the quote touches
    passage = Passage(article, quote, first, last)
    cast = Cast(actors)                                  # the known actors; made once, it remembers what it found
    for rule, doubt in doubts(Claim(event, (passage,), cast)):
        print(rule, doubt.message, doubt.advice)

`event` is an Event, Statement, Milestone or Agreement (`model.records`), and `passages_of(event.evidence, articles)`
makes the passages of anchored evidence. Of a whole fact file `gathering.claims_of` makes every claim, and
`eujdef check` has each check as a rule of the same name.

Every value is frozen, and what is read of a text is read once (`reading.Reading`). The words it knows are English
(`text/english_words.py`). What no check can see is a word that was turned round where the sentence has neither of the
two.
"""

from __future__ import annotations

from collections.abc import Iterator

from eujdef_tui.rules.truth import dates, numbers, people, status, wording
from eujdef_tui.rules.truth.cast import Cast
from eujdef_tui.rules.truth.claim import Article, Claim, Passage, passages_of
from eujdef_tui.rules.truth.doubt import Check, Doubt

__all__ = ["CHECKS", "REFUSED", "Article", "Cast", "Check", "Claim", "Doubt", "Passage", "doubts", "passages_of"]

CHECKS: tuple[Check, ...] = (
    numbers.number_not_in_sentence,
    numbers.unit_not_in_sentence,
    dates.date_against_words,
    dates.date_against_sentence,
    status.status_against_words,
    status.status_against_calendar,
    people.actor_never_named,
    people.actor_beside_others,
    people.speaker_never_named,
    people.speaker_beside_others,
    people.name_of_elsewhere,
    wording.invented_name,
    wording.unsupported_words,
    wording.negation_not_in_sentence,
    wording.opposite_of_sentence,
)
# Checks that are nearly never wrong: a draft that one of them doubts is refused, and not only marked.
REFUSED = frozenset(
    "number-not-in-sentence date-against-words status-against-words status-against-calendar actor-never-named"
    " speaker-never-named".split()
)


def doubts(claim: Claim) -> Iterator[tuple[str, Doubt]]:
    """What the checks say of a claim, each with the id of its rule. Of one without a passage they say nothing."""
    for check in CHECKS if claim.passages else ():
        for doubt in check(claim):
            yield check.__name__.replace("_", "-"), doubt
