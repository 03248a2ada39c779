"""Who is named in an article, under which name, and as what."""

from __future__ import annotations

import pytest

from eujdef_tui.draft.actors import Cast, Entity
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.sentences import read_sentences
from eujdef_tui.model.records import Actor, Name


def entities(text: str, *known: Actor) -> dict[str, Entity]:
    cast = Cast(text, read_sentences(text), Known(known))
    return {one.name: one for one in cast.entities.values()}


def kinds(text: str) -> dict[str, str]:
    return {name: one.kind for name, one in entities(text).items()}


KINDS = {
    "The Ministry of Economy, Trade and Industry agreed.": {"Ministry of Economy, Trade and Industry": "public-body"},
    "Talks with the Royal Norwegian Navy failed.": {"Royal Norwegian Navy": "armed-force"},
    "He taught at the University of Vestmar.": {"University of Vestmar": "university"},
    "Shares of Hallan Heavy Industries fell.": {"Hallan Heavy Industries": "company"},
    "It met the Society of Nordic Ferries.": {"Society of Nordic Ferries": "organization"},
    "She told The Vestmar Times so.": {"The Vestmar Times": "publication"},
    "Ships crossed the Taiwan Strait.": {"Taiwan Strait": "place"},
    "Firms such as Toray, Subaru and Synspective came.": {
        "Toray": "company",
        "Subaru": "company",
        "Synspective": "company",
    },
    "They include the carmaker Velm and others.": {"Velm": "company"},
    "A physicist, Bryan Kibble, came.": {"Bryan Kibble": "person"},
    "It was for Yrsa Holm, a judge, to say.": {"Yrsa Holm": "person"},
    "Then coach Xabu Ngomo left.": {"Xabu Ngomo": "person"},
    "The F-X program grew.": {"F-X": "programme"},
    "Troops left Tulkarem village.": {"Tulkarem": "place"},
    "Then the Hume Highway was shut.": {"Hume Highway": "place"},
    "The fighters of Osama bin Laden fled.": {"Osama bin Laden": "person"},
    "Secretary of State Colin Powell came.": {"Colin Powell": "person"},
    "US Ambassador to Japan Rahm Emanuel spoke.": {
        "United States": "country",
        "Japan": "country",
        "Rahm Emanuel": "person",
    },
}


@pytest.mark.parametrize(("text", "found"), KINDS.items())
def test_a_new_name_has_the_kind_that_its_words_or_those_beside_it_give(text: str, found: dict[str, str]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Talks failed. Negotiations ended.",
        "Japanese companies and North Korean troops came.",
        "EU-led talks, a NATO-like alliance, Pakistan-based groups.",
        "In May and on Friday it fell to 2% of GDP.",
        "I've said so. He said it.",
        "Establishing a foothold is hard.",
    ],
)
def test_what_is_only_capitalised_is_no_name(text: str) -> None:
    found = [name for name, kind in kinds(text).items() if kind not in ("country", "bloc")]
    assert not found


def test_a_surname_a_form_of_address_and_a_role_mean_the_person_named_before() -> None:
    text = (
        "Foreign Minister Jaswant Singh flew out. Mr Singh spoke. Later Singh left, and the Foreign Minister was back."
    )
    found = entities(text)
    assert list(found) == ["Jaswant Singh"]
    assert len(found["Jaswant Singh"].mentions) == 3
    cast = Cast(text, read_sentences(text), Known())
    role = next(one for one in cast.mentions[2] if not one.name)
    assert cast.at(role) is not None
    assert cast.at(role).name == "Jaswant Singh"  # type: ignore[union-attr]


def test_an_acronym_and_a_short_name_mean_the_long_one() -> None:
    text = "The Night Rail Bureau (NRB) opened. The NRB hired. Noctua Rail paid. Then Noctua left."
    found = entities(text)
    assert {name: len(one.mentions) for name, one in found.items()} == {"Night Rail Bureau": 3, "Noctua Rail": 2}
    assert found["Night Rail Bureau"].acronym == "NRB"


def test_a_pair_with_a_hyphen_is_two_names_and_an_and_parts_others() -> None:
    assert list(entities("The Japan-Canada talks of Norway and Sweden.")) == ["Japan", "Canada", "Norway", "Sweden"]


def test_and_joins_the_subjects_of_one_name() -> None:
    text = "It is about security. The EU-Japan Security and Defence Partnership holds."
    assert kinds(text)["EU-Japan Security and Defence Partnership"] == "agreement"


JAPAN = Actor(id="japan", kind="country", name="Japan", other_names=(Name(name="Tokyo", kind="metonym"),), evidence=())
STATES = Actor(id="states", kind="group", name="EU member states", evidence=())


def test_a_known_name_is_found_whole_and_with_words_in_lower_case() -> None:
    found = entities("Japan said EU member states and the Japan Air Show met.", JAPAN, STATES)
    assert [one.id for one in found.values() if one.id] == ["japan", "states"]
    assert "Japan Air Show" in found


@pytest.mark.parametrize(
    "text",
    ["South Japan fell.", "He left the Sea of Japan area for East Japan Rail.", "New Japan rose.", "Air Japan flew."],
)
def test_a_known_name_is_never_taken_out_of_a_longer_one(text: str) -> None:
    assert not [one for one in entities(text, JAPAN).values() if one.id]


def test_a_city_that_stands_for_a_state_is_a_place_after_in() -> None:
    assert entities("Tokyo has agreed.", JAPAN)["Japan"].id == "japan"
    assert "Japan" not in entities("They met in Tokyo.", JAPAN)
