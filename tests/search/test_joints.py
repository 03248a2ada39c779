"""Names are found by their joints, initials, other readings and figures."""

from __future__ import annotations

import pytest

from eujdef_tui.model.records import Actor, Evidence, Name
from eujdef_tui.model.searchable import capitals, names_of
from eujdef_tui.present.match_reason import matched_spans
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base
from eujdef_tui.text.joints import joint_forms
from tests.helpers.found_ids import ids
from tests.helpers.named_actors import base_of, base_of_titles


def first(base: Base, typed: str) -> str:
    return next(iter(ids(base, typed)), "")


# --- joints ---


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("the F-X program", ["fx"]),
        ("Jean-Claude and AT&T", ["jeanclaude", "att"]),
        ("R & D", ["rd"]),
        ("l'Union d’Espagne", ["union", "espagne"]),
        ("O'Dallow-Smith", ["dallow", "odallowsmith"]),
        ("J. R. Winterbourne", ["jr"]),
        ("US-Japan-Korea", ["usjapan", "usjapankorea", "japankorea"]),
        ("27-nation 2024-11 don't", []),
        ("COVID-19", ["covid19"]),
    ],
)
def test_each_joint_of_a_text_gives_a_word(text: str, forms: list[str]) -> None:
    assert joint_forms(text) == forms


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("fx", "Next F-X fighter"), ("f35", "F-35 jets"), ("jeanclaude", "Jean-Claude Lombreuil"),
        ("att", "AT&T Nordic"),
        ("jeanclade", "Jean-Claude Lombreuil"), ("jeancl", "Jean-Claude Lombreuil"), ("bundesamt", "Bundes-Amt"),
        ("union", "La voix de l'Union"), ("otan", "hors de l’OTAN"), ("dallow smith", "Ann O'Dallow-Smith"),
        ("infosharing", "info-sharing pact"), ("start-up", "startup fund"), ("start up", "startup fund"),
        ("cost sharing", "costsharing pact"), ("jr winterbourne", "J. R. Winterbourne"),
        ("j.r. winterbourne", "J. R. Winterbourne"), ("j. r. winterbourne", "J.R. Winterbourne"),
        ("union voix", "La voix de l'Union"),
    ],
)  # fmt: skip
def test_what_is_typed_without_its_joint_or_with_one_is_found(typed: str, written: str) -> None:
    other = "Nothing of the sort"
    assert ids(base_of([other, written]), typed) == ["a1"]
    assert first(base_of_titles([other, written]), typed) == "e1"


def test_the_words_of_a_joint_are_lit() -> None:
    def lit(name: str, typed: str) -> list[str]:
        hit = search(base_of([name]), parse(typed)).hits[0]
        return [name[start:end] for start, end in matched_spans(name, hit)]

    assert lit("Next F-X fighter", "fx") == ["F", "X"]
    assert lit("Voix de l'Union", "union") == ["Union"]


# --- initials ---


def test_initials_are_made_of_every_full_name_and_of_two_words_for_a_country() -> None:
    proof = (Evidence(source="s", quote="Proof."),)
    other = (Name(name="General Board of Trade", kind="full"), Name(name="GBOT", kind="acronym"))
    body = Actor(id="b", kind="public-body", name="Trade Body", other_names=other, evidence=proof)
    full = (Name(name="Republic of Korea", kind="full"),)
    land = Actor(id="l", kind="country", name="South Korea", other_names=full, evidence=proof)
    assert {"GBT", "GBoT"} <= {name for name, label in names_of(body) if label.startswith("initials")}
    assert {"SK", "RK", "RoK"} == {name for name, label in names_of(land) if label.startswith("initials")}


@pytest.mark.parametrize(
    ("name", "first_letters"),
    [("Food and Agriculture Organization", "fao"), ("TechTales", "tt"), ("Interpol", ""), ("NATO Council", "nc")],
)
def test_the_capitals_of_a_name_are_those_of_its_words(name: str, first_letters: str) -> None:
    assert capitals(name) == first_letters


@pytest.mark.parametrize("typed", ["rheaf", "rhairf", "rafo", "royaf"])
def test_beginnings_of_the_words_of_a_name_find_it(typed: str) -> None:
    base = base_of(["Rhenish Air Force", "Royal Air Force", "Roland Alten"])
    assert set(ids(base, typed)) <= {"a0", "a1"}
    assert ids(base, typed)


def test_letters_that_begin_no_words_in_order_find_nothing() -> None:
    assert ids(base_of(["Rhenish Air Force"]), "airrhe") == []


# --- sounds and figures ---


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("shi jinping", "Xi Jinping"), ("chin gang", "Qin Gang"), ("juntao", "Huntao"), ("huan merino", "Juan Merino"),
        ("moon jae", "Mun Jae"), ("カラス", "Kaja Kallas"), ("メルケル首相", "Angela Merkel"),
        ("ボレル", "Josep Borrell"),
        ("石破首相", "石破茂"), ("石破茂氏", "石破茂"), ("louvain 14", "Louvain XIV"), ("bonifax 3", "Bonifax III"),
        ("karol 5", "Karol V"), ("henrik viii", "Henrik 8"),
    ],
)  # fmt: skip
def test_a_name_is_found_as_another_language_or_another_numeral_writes_it(typed: str, name: str) -> None:
    assert ids(base_of(["Nothing of the sort", name], article="14 of 3 and 5."), typed)[:1] == ["a1"]
