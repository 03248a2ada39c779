"""What is indexed and what is typed meet in the same folded words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.model.records import (
    Actor,
    Agreement,
    Event,
    Membership,
    Milestone,
    Name,
    Person,
    Source,
    Statement,
    Tension,
)
from eujdef_tui.model.searchable import names_of, prose_of
from eujdef_tui.store import Base
from eujdef_tui.text.sounds import consonants, phonetic
from eujdef_tui.text.word_forms import folded_words, is_unspaced, phrase_positions, split_unspaced, stemmed, suffixes

# --- names ---


def test_an_actor_is_found_by_every_name_and_each_says_which_it_is() -> None:
    bureau = Actor(
        id="bipm",
        kind="organization",
        name="International Bureau of Weights and Measures",
        other_names=(
            Name(name="BIPM", kind="acronym", lang="fr"),
            Name(name="the Bureau", kind="short"),
            Name(name="Bureau international", lang="fr"),
            Name(name="the keepers"),
        ),
        evidence=(),
    )
    assert dict(names_of(bureau)) == {
        "International Bureau of Weights and Measures": "name",
        "BIPM": "other name (acronym, fr)",
        "the Bureau": "other name (short)",
        "Bureau international": "other name (fr)",
        "the keepers": "other name",
        "IBWM": "initials of International Bureau of Weights and Measures",
    }


def test_the_title_of_an_agreement_is_its_name() -> None:
    pact = Agreement(id="p", title="Metre Convention", short_title="the Convention", instrument="treaty", evidence=())
    assert list(names_of(pact)) == [("Metre Convention", "name"), ("the Convention", "short title")]


def test_a_source_is_found_by_outlet_label_title_and_author() -> None:
    source = Source(
        id="s",
        type="webpage",
        title="[Supplied]",
        container_title="The Wire",
        container_title_short="Wire",
        author=(Person(family="Arpent", given="Ada"), Person(literal="Staff")),
        file="a.txt",
    )
    assert list(names_of(source)) == [
        ("The Wire", "source"),
        ("Wire", "source"),
        ("[Supplied]", "source"),
        ("Ada Arpent", "author"),
        ("Staff", "author"),
    ]


def test_a_source_without_a_name_has_none() -> None:
    assert list(names_of(Source(id="s", type="webpage", file="a.txt"))) == []


def test_events_and_tensions_have_a_title_and_statements_no_name() -> None:
    event = Event(id="e", kind="talk", title="Talks", status="happened", evidence=())
    tension = Tension(id="t", title="Which", facts=(), reading="r", evidence=())
    statement = Statement(id="s", kind="position", text="A word", evidence=())
    assert list(names_of(event)) == [("Talks", "title")]
    assert list(names_of(tension)) == [("Which", "title")]
    assert list(names_of(statement)) == []


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("European Central Bank", "ECB"),
        ("Ministry of Economy, Trade and Industry", "METI"),
        ("EU–Japan Defence Dialogue", "EJDD"),
        ("Directorate-General for Space", "DGS DGfS"),
        ("Ministry of Defence", "MoD"),
        ("Organisation for the Prohibition of Chemical Weapons", "OPCW"),
        ("Élysée Treaty Organisation", "ÉTO"),
        ("European Commission", ""),
        ("committee of the regions and cities", ""),
        ("日本 航空 宇宙", ""),
    ],
)
def test_initials_are_the_capitals_of_three_words_or_more_and_the_first_letters_of_few(
    name: str, initials: str
) -> None:
    found = dict(names_of(Actor(id="a", kind="k", name=name, evidence=())))
    assert [text for text, label in found.items() if label.startswith("initials")] == initials.split()


def test_all_first_letters_of_a_person_are_initials_too() -> None:
    prince = Actor(id="a", kind="person", name="Mohammed bin Salman", evidence=())
    assert [text for text, label in names_of(prince) if label.startswith("initials")] == ["MS", "MbS"]


# --- sounds ---


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tusk", "tusque"), ("makron", "macron"), ("vestayer", "vestager"), ("filip", "philippe"), ("corea", "korea"),
        ("jelzin", "yeltsin"), ("sholts", "scholz"), ("trudo", "trudeau"), ("selenskij", "zelenskyy"),
    ],
)  # fmt: skip
def test_what_is_heard_alike_is_alike(one: str, other: str) -> None:
    assert phonetic(one) == phonetic(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("klaus", "kallas"), ("guinness", "gains"), ("hassan", "asian"), ("attal", "italy"), ("other", "ouattara")],
)
def test_a_vowel_between_consonants_is_heard(one: str, other: str) -> None:
    assert phonetic(one) != phonetic(other)
    assert consonants("klaus") == consonants("kallas")


@pytest.mark.parametrize(
    "family",
    [
        "ban bans banned", "pay pays paid payment", "enter entered entry", "sign signed signing signature",
        "agree agreed agreement", "decide decision", "adopt adopted adoption", "threat threaten threatens",
        "ratify ratified ratification", "meet met meeting", "organise organized", "compete competition",
    ],
)  # fmt: skip
def test_words_that_only_turn_are_one_word(family: str) -> None:
    assert len({stemmed(word) for word in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("station", "state"), ("nation", "national"), ("union", "unity")])
def test_words_that_share_a_beginning_are_not(one: str, other: str) -> None:
    assert stemmed(one) != stemmed(other)


# --- words ---


def test_words_of_a_text_are_folded_in_order_and_hyphens_part_them() -> None:
    assert folded_words("Méchain’s dual-use U.S. gauge") == ["mechain", "dual", "use", "us", "gauge"]


@pytest.mark.parametrize(
    ("word", "found"),
    [("kallas", ["kallas"]), ("石破茂", ["石破茂", "破茂", "茂"]), ("서울", ["서울", "울"]), ("茂", ["茂"])],
)
def test_a_word_of_a_script_without_spaces_is_found_from_any_character(word: str, found: list[str]) -> None:
    assert list(suffixes(word)) == found


def test_a_name_without_end_does_not_fill_the_index() -> None:
    assert sum(map(len, suffixes("東" * 10_000))) < 400_000


def test_running_text_without_spaces_is_spread_into_characters() -> None:
    assert [split_unspaced(word) for word in ("kallas", "安全保障", "376.7")] == ["kallas", "安 全 保 障", "376.7"]
    assert [word for word in ("kallas", "δήμος", "安", "ア", "한") if is_unspaced(word)] == ["安", "ア", "한"]


@pytest.mark.parametrize(
    ("tokens", "places"),
    [("b c", [1, 4]), ("b", [1, 4]), ("a b c a", [0]), ("b ca", [4]), ("c b", []), ("a b c a b cat d", []), ("x", [])],
)
def test_words_in_a_row_are_found_and_the_last_may_be_a_beginning(tokens: str, places: list[int]) -> None:
    assert list(phrase_positions(tokens.split(), "a b c a b cat".split())) == places


# --- long vowels ---


@pytest.mark.parametrize(
    "names",
    ["kono kouno koono kohno kōno", "tokyo toukyou tookyoo tohkyoh", "yuki yuuki yuuuki", "aso aaso asou asoh"],
)
def test_romanisations_that_differ_by_long_vowels_sound_alike(names: str) -> None:
    assert len({stemmed(word) for word in folded_words(names)}) == 1


@pytest.mark.parametrize("word", ["ohio", "mohan", "bohemia", "borrell", "eu"])
def test_an_h_that_is_spoken_stays(word: str) -> None:
    assert stemmed(word) == word


@settings(deadline=None, max_examples=200)
@given(st.text("aouhkn", max_size=12))
def test_a_long_vowel_is_never_made_longer_and_no_consonant_but_h_is_lost(token: str) -> None:
    short = stemmed(token)
    assert len(short) <= len(token)
    assert [c for c in short if c in "kn"] == [c for c in token if c in "kn"]


# --- prose ---


def test_prose_has_roles_places_dates_and_values_in_words() -> None:
    actor = Actor(
        id="a",
        kind="person",
        name="A",
        summary="keeps",
        memberships=(Membership(organization="o", role="head", evidence=()),),
        evidence=(),
    )
    step = Milestone(action="entry-into-force", date_text="in May", note="late", evidence=())
    pact = Agreement(id="p", title="P", instrument="treaty", subject="peace", milestones=(step,), evidence=())
    event = Event(
        id="e", kind="state-visit", title="E", location="Paris", date_text="last week", status="happened", evidence=()
    )
    figure = Statement(id="f", kind="figure", text="F", value="0.2", unit="mm", evidence=())
    tension = Tension(id="t", title="T", facts=(), reading="both", evidence=())
    source = Source(id="s", type="webpage", file="a", issued_basis="the page says")
    assert [folded_words(prose_of(record)) for record in (actor, pact, event, figure, tension, source)] == [
        ["person", "keeps", "head"],
        ["peace", "treaty", "entry", "into", "force", "in", "may", "late"],
        ["state", "visit", "paris", "last", "week"],
        ["figure", "0.2", "mm"],
        ["both"],
        ["the", "page", "says"],
    ]


@pytest.mark.slow
def test_every_word_of_every_name_in_the_corpus_is_found_by_itself(corpus: Base, metre: Base) -> None:
    for base in (corpus, metre):
        for row in base.rows(range(1, base.count() + 1)):
            for name, _ in names_of(row.record):
                for word in folded_words(name):
                    assert row.n in base.index.numbers(f'"{word}"', base.count()), (name, word)
