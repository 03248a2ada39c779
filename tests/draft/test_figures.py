"""Figures, events and agreements in single sentences."""

from __future__ import annotations

import pytest

from eujdef_tui.draft.drafting import draft
from eujdef_tui.draft.known import Known

FIGURES = {
    "The fund has 214 million euros.": [("214", "million euros")],
    "It spent $935 billion, or 326 billion euros ($376.7 billion).": [
        ("935", "billion US dollars"), ("326", "billion euros"), ("376.7", "billion US dollars"),
    ],
    "Spending is to reach 2% of GDP by 2027.": [("2", "% of GDP")],
    "About 9 trillion yen was spent.": [("9", "trillion yen")],
    "Two policemen were killed.": [("2", "policemen")],
    "An estimated 500 residents have left.": [("500", "residents")],
    "More than 1,900 homes burned.": [("1900", "homes")],
}  # fmt: skip


@pytest.mark.parametrize(("text", "figures"), FIGURES.items())
def test_a_figure_keeps_its_number_and_its_unit_as_written(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(one.value, one.unit) for one in draft(text, "2024", Known()).drafts if one.value] == figures


@pytest.mark.parametrize(
    "text",
    [
        "Smith, 43, a 26-year-old, left at 11:30.",
        "The first Boeing 747 flew on 3 May 2019.", "It won 3-1 in the 2nd half.",
        "The two sides met after seven days.", "F-16s flew on Highway 1.", "One of them left at 5:30am.",
    ],
)  # fmt: skip
def test_ages_times_scores_days_and_numbers_of_names_are_no_figures(text: str) -> None:
    assert not [one for one in draft(text, "2024", Known()).drafts if one.value]


EVENTS = {
    "Norway signed a treaty in Oslo.": ("signing", "happened"),
    "The minister will visit Oslo.": ("visit", "planned"),
    "A summit is expected to open in July.": ("opening", "planned"),
    "The bureau has been closed.": ("closure", "happened"),
    "Norway is exploring a new route.": ("exploration", "reported"),
    "Norway is aiming to reach the Pole by 2030.": ("target", "target"),
    "Two men were arrested in Oslo.": ("arrest", "happened"),
    "The ferry was launched by the king.": ("launch", "happened"),
}


@pytest.mark.parametrize(("text", "found"), EVENTS.items())
def test_an_event_has_the_kind_of_its_verb_and_the_status_of_its_tense(text: str, found: tuple[str, str]) -> None:
    (event,) = [one for one in draft(text, "2024-05-03", Known()).drafts if one.record == "event"]
    assert (event.kind, event.status) == found


@pytest.mark.parametrize(
    "text", ["Norway is a kingdom.", "The plan could change trade.", "It remains important.", "Ships need harbours."]
)
def test_what_merely_is_or_might_be_is_a_statement(text: str) -> None:
    assert [one.record for one in draft(text, "2024", Known()).drafts if one.record != "actor"] == ["statement"]


AGREEMENTS = {
    "Norway and Sweden signed the Kestu Treaty.": ("Kestu Treaty", "treaty", "signed"),
    "Norway launched negotiations on a new fishing agreement with Japan.": (
        "new fishing agreement with Japan", "agreement", "negotiations-opened",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "found"), AGREEMENTS.items())
def test_an_agreement_has_its_instrument_and_what_is_done_with_it(text: str, found: tuple[str, str, str]) -> None:
    (one,) = [one for one in draft(text, "2024", Known()).drafts if one.record == "agreement"]
    assert (one.title, one.kind, one.text) == found
