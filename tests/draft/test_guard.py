"""The checks of one draft at a time, as a review asks them after each edit."""

from __future__ import annotations

import pytest

from eujdef_tui.draft.draft_record import Draft, Quoted
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.truth import Guard
from tests.helpers.reviews import NORWAY

TEXT = "Norway signed a pact on Friday. It costs 3 million euros, Ann Lee said. Two hundred and six people came."
SPANS = [(0, 31), (32, 71), (72, 104)]


def guard() -> Guard:
    ann = Draft("actor", "person", (quoted(1),), name="Ann Lee")
    return Guard(TEXT, "2024-11-04", SPANS, Known([NORWAY]), [ann])


def quoted(number: int) -> Quoted:
    start, end = SPANS[number]
    return Quoted(TEXT[start:end], start, end, number)


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (Draft("event", "signing", (quoted(0),), title="Norway signed a pact", status="happened"), ""),
        (Draft("statement", "figure", (quoted(1),), text="It costs 3 million euros", value="3"), ""),
        (Draft("statement", "figure", (quoted(1),), text="It costs euros", value="4"), "the value 4 is not"),
        (Draft("statement", "figure", (quoted(1),), text="It costs 4 million", value="4"), "number 4 is not"),
        (Draft("statement", "figure", (quoted(2),), text="Two hundred and six people", value="206"), ""),
        (Draft("statement", "claim", (quoted(1),), text="It costs a lot", speaker="Zo Zu"), "never names Zo Zu"),
        (Draft("actor", "person", (quoted(0),), name="Zo Zu", by="model"), "never names Zo Zu"),
        (Draft("actor", "person", (quoted(1),), name="Ann Lee", by="model"), ""),
        (Draft("actor", "country", (quoted(0),), name="Kingdom of Norway"), ""),  # by rules, which read it there
        (Draft("no_fact", "filler", (quoted(0),), text="Zo Zu"), ""),
    ],
)
def test_a_draft_is_refused_for_what_its_sentence_does_not_have(draft: Draft, said: str) -> None:
    refused, _ = guard().doubts(draft)
    assert (said in " ".join(refused)) if said else not refused


def test_a_quote_over_two_sentences_is_held_against_both() -> None:
    both = Quoted(TEXT[0:71], 0, 71, 0)
    draft = Draft("statement", "figure", (both,), text="Norway signed a pact that costs 3 million euros", value="3")
    assert guard().doubts(draft) == ([], [])
    first = draft._replace(evidence=(quoted(0),))
    assert guard().doubts(first)[0]
