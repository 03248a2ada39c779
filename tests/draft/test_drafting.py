"""What becomes of an article: the drafts of whole short articles, and what none of them may do."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.draft.draft_record import Draft
from eujdef_tui.draft.drafting import draft
from eujdef_tui.draft.known import Known
from eujdef_tui.model.records import Actor

ARTICLE = """\
Ferry pact signed at last
By Solveig Aamodt
TRANEVIK, 4 November (SNS) — Norway and the Faroe Harbour Board signed a treaty on ferries on Monday.
The Nordic Cable Agency (NCA) will open an office in Tranevik by 2027, its director, Bryan Hartwell, said.
"It will cost 12 million euros," he told reporters. "Nobody has told me who pays."
Subscribe to our newsletter
"""
KEYS = {
    "record", "kind", "date", "date_text", "date_basis", "status", "speaker", "actors", "value", "unit", "evidence",
    "flags", "refused",
}  # fmt: skip


def drafts(text: str = ARTICLE, issued: str = "2025-11-04", *known: Actor) -> tuple[Draft, ...]:
    return draft(text, issued, Known(known)).drafts


def of(record: str, text: str = ARTICLE, issued: str = "2025-11-04", *known: Actor) -> list[Draft]:
    return [one for one in drafts(text, issued, *known) if one.record == record]


def actor(id: str, name: str, kind: str = "country") -> Actor:
    return Actor(id=id, kind=kind, name=name, evidence=())


def test_headline_byline_and_boilerplate_are_no_facts() -> None:
    assert [one.kind for one in of("no_fact")] == ["headline", "byline", "boilerplate"]


def test_a_sentence_without_end_is_refused_whole_and_the_others_are_drafted() -> None:
    text = "It " + "paid 5 euros and " * 120 + "left.\nNorway signed a treaty on ferries on Monday.\n"
    (long,) = of("no_fact", text)
    assert long.refused == "more than 2,000 characters: not drafted"
    assert (long.kind, long.text) == ("too-long", text.split("\n")[0])
    assert {one.evidence[0].sentence for one in drafts(text) if one is not long and not one.refused} == {1}


def test_new_actors_have_a_kind() -> None:
    assert {one.name: one.kind for one in of("actor")} == {
        "Norway": "country",
        "Faroe Harbour Board": "public-body",
        "Nordic Cable Agency": "public-body",
        "Bryan Hartwell": "person",
    }


def test_an_acronym_in_parentheses_belongs_to_the_evidence_of_its_name() -> None:
    agency = next(one for one in of("actor") if one.name == "Nordic Cable Agency")
    assert agency.evidence[0].quote.endswith("(NCA)")


def test_an_event_has_its_date_counted_from_the_article_with_a_basis() -> None:
    signing = of("event")[0]
    assert (signing.kind, signing.date, signing.date_text) == ("signing", "2025-11-03", "on Monday")
    assert signing.status == "happened"
    assert signing.date_basis == "counted from the article's date, 4 Nov 2025"


def test_what_is_to_come_is_planned_by_its_deadline() -> None:
    office = of("event")[1]
    assert (office.date, office.date_text, office.status) == ("2027", "by 2027", "planned")


def test_an_undated_article_leaves_counted_dates_open() -> None:
    assert [one.date for one in of("event", ARTICLE, "")] == ["", "2027"]


def test_a_quotation_that_goes_on_is_by_the_one_who_spoke() -> None:
    said = [one for one in of("statement") if not one.value]
    assert [one.speaker for one in said] == ["Bryan Hartwell"] * 3


def test_a_figure_has_value_unit_and_speaker() -> None:
    figure = next(one for one in of("statement") if one.value)
    assert (figure.kind, figure.value, figure.unit, figure.speaker) == (
        "figure",
        "12",
        "million euros",
        "Bryan Hartwell",
    )


def test_a_known_actor_is_a_mention_with_its_id() -> None:
    assert [one.actors for one in of("mention", ARTICLE, "", actor("norway", "Norway"))] == [("norway",)]
    assert "norway" in of("event", ARTICLE, "", actor("norway", "Norway"))[0].actors


def test_a_known_name_inside_a_longer_one_is_not_taken_for_it() -> None:
    text = "South Australia and the National Australia Bank met in the East China Sea. The Australia Army left."
    known = (actor("au", "Australia"), actor("cn", "China"))
    assert not of("mention", text, "", *known)


def test_titles_stand_beside_a_known_name() -> None:
    text = "US Ambassador Ann Cole said the talks failed. Foreign Minister Ann Cole left."
    assert [one.actors for one in of("mention", text, "", actor("us", "US"), actor("cole", "Ann Cole", "person"))] == [
        ("us",),
        ("cole",),
    ]


def test_a_draft_is_one_line_of_json_with_the_keys_of_its_form() -> None:
    for one in drafts():
        plain = json.loads(json.dumps(one.plain()))
        naming = set(plain) - KEYS
        assert naming
        assert naming <= {"name", "title", "text"}
        assert set(plain["evidence"][0]) == {"quote", "start", "end", "sentence"}


@pytest.mark.slow
@pytest.mark.counts_lines
@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Mr Smith said “ ” \" ' , . ; — on Friday 2027 5% will signed the Bank of Japan He (ECB) in\n".split(" ")
        )
        | st.text(max_size=6)
    ).map(" ".join),
    st.sampled_from(["", "2025", "2025-11", "2025-11-04", "2025-11-04~", "../2025"]),
)
def test_any_text_gives_drafts_whose_quotes_are_its_own_words(text: str, issued: str) -> None:
    for one in draft(text, issued, Known()).drafts:
        for quote in one.evidence:
            assert text[quote.start : quote.end] == quote.quote
            assert quote.quote


@pytest.mark.parametrize("opening", ["OSLO (Reuters) - ", "Brussels, 27 November 2026 – ", "Tokyo — "])
def test_no_text_or_title_of_a_draft_has_the_dateline_of_its_article(opening: str) -> None:
    text = f"{opening}The EU and Norway signed a pact on 40 ferries, the ministry said. It is new.\n"
    first = [one for one in draft(text, "2026-11-27", Known(())).drafts if one.evidence[0].sentence == 0]
    assert {one.record for one in first} >= {"event", "statement"}
    assert not [one for one in first if opening[:4] in one.label]
    assert {one.evidence[0].start for one in first if one.record == "statement"} == {0}
