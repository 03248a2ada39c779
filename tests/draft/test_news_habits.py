"""Habits of real news text that a first reading of it found, each in a sentence of our own."""

from __future__ import annotations

import pytest

from eujdef_tui.draft.draft_record import Draft
from eujdef_tui.draft.drafting import draft
from eujdef_tui.draft.known import Known

FRIDAY = "2024-11-01"


def drafts(text: str) -> list[Draft]:
    return list(draft(text, FRIDAY, Known()).drafts)


def events(text: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.date, one.status) for one in drafts(text) if one.record == "event"]


def said(text: str) -> list[tuple[str, str]]:
    return [(one.kind, one.speaker) for one in drafts(text) if one.record == "statement" and not one.value]


def test_a_weekday_without_on_is_a_date() -> None:
    assert events("Norway launched raids across the coast Tuesday.") == [("launch", "2024-10-29", "happened")]


def test_friday_written_on_friday_is_the_day_and_last_friday_the_week_before() -> None:
    assert events("Norway signed it on Friday. Sweden signed it last Friday.") == [
        ("signing", "2024-11-01", "happened"), ("signing", "2024-10-25", "happened"),
    ]  # fmt: skip


def test_each_clause_has_its_own_date() -> None:
    text = "Anna Holm was deposed in a coup 10 years ago, but was returned to power in 1994 after a vote."
    assert [date for _, date, _ in events(text)] == ["2014", "1994"]


def test_a_noun_may_be_an_event_by_its_owner_or_its_date() -> None:
    assert events("Prices are high amid Russia's invasion of Ukraine.")[-1] == ("invasion", "", "happened")
    assert events("Norway could be led by a minority after a general election last week.") == [
        ("election", "2024-10-21/2024-10-27", "happened")
    ]


def test_a_summit_that_is_expected_is_of_the_next_such_month() -> None:
    assert events("A tentative summit in July is expected to confirm it.") == [("summit", "2025-07", "planned")]


def test_a_deadline_is_a_target_and_what_will_be_is_planned() -> None:
    assert events("Norway has agreed to double it by 2035.") == [("agreement", "2035", "target")]
    assert events("Norway will open it by 2035.") == [("opening", "2035", "planned")]


def test_what_is_only_quoted_is_an_event_where_its_date_is_quoted_too() -> None:
    assert events('"The pact will enter into force on January 1 next year," Anna Holm said.') == [
        ("entry-into-force", "2025-01-01", "planned")
    ]
    assert not events('"We have built a very strong fence," Anna Holm said.')


def test_what_someone_says_happened_is_a_statement_and_with_a_date_an_event_too() -> None:
    text = "Officials said two men were arrested in Oslo on Monday."
    assert said(text) == [("claim", "Officials")]
    assert events(text) == [("arrest", "2024-10-28", "happened")]


def test_an_announcement_is_an_event_and_an_announced_that_a_statement() -> None:
    assert events("Norway announced a pact on Friday.") == [("announcement", "2024-11-01", "happened")]
    assert said("Norway announced that it is ready.") == [("claim", "Norway")]


def test_a_confirmation_is_speech_and_what_was_confirmed_an_event() -> None:
    assert said("The Immigration Department has confirmed they are safe.") == [("claim", "Immigration Department")]
    assert events("A third case has been confirmed in Norway.") == [("action", "", "happened")]


def test_she_is_the_one_who_spoke_and_not_the_one_she_speaks_of() -> None:
    text = 'Elka Graham says it was good. "I swam with Kieren Lunde this morning and he helped," she said.'
    assert said(text)[1] == ("claim", "Elka Graham")


def test_two_who_speak_together_are_both_named() -> None:
    assert said("Norway and Sweden have said they are ready.") == [("claim", "Norway and Sweden")]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("EU nations in NATO have paid.", "EU nations in NATO", "group"),
        ("Then American Ed Moses won it.", "Ed Moses", "person"),
        ("It met the Centre for Nordic Ferries.", "Centre for Nordic Ferries", "organization"),
        ("It joined the Hazara Society of Norway.", "Hazara Society of Norway", "organization"),
        ("She told Channel Ten so.", "Channel Ten", "publication"),
    ],
)
def test_names_are_joined_and_cut_where_people_would(text: str, name: str, kind: str) -> None:
    assert {one.name: one.kind for one in drafts(text) if one.record == "actor"}[name] == kind


def test_for_joins_no_client_to_a_university() -> None:
    names = [one.name for one in drafts("The University of Oslo for the Ferry Board did it.") if one.record == "actor"]
    assert names == ["University of Oslo", "Ferry Board"]


def test_to_double_is_a_figure() -> None:
    assert [(one.value, one.unit) for one in drafts("Norway is striving to double defence spending.") if one.value] == [
        ("2", "times as much")
    ]


def test_drafts_by_rules_are_not_doubted_by_the_checks_of_eujdef_check() -> None:
    text = "Norway signed a pact with Sweden on Friday. It will cost 5 million euros, Anna Holm said."
    assert not [one for one in drafts(text) if one.refused or one.flags]
