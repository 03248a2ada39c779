"""Other words for the same: found where the typed one gives too little, told, and never above a literal hit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from eujdef_tui.present.match_reason import match_reason
from eujdef_tui.search import synonyms
from eujdef_tui.search.engine import search
from eujdef_tui.search.fallbacks import phrasal
from eujdef_tui.search.pipeline import Pipeline
from eujdef_tui.search.query import parse
from eujdef_tui.search.questions import QUESTION
from eujdef_tui.search.synonyms import is_general, other_words, shipped_groups
from eujdef_tui.store import Base, open_base
from eujdef_tui.text.tokens import words
from eujdef_tui.text.word_forms import same_word, stemmed
from tests.helpers.fact_files import HEAD, PROOF, write
from tests.helpers.named_actors import base_of

TEXT = Path(synonyms.__file__).with_name("synonyms.txt").read_text(encoding="utf-8")
GROUPS = [line for line in TEXT.splitlines() if line and not line.startswith("#")]


# --- the table ---


def test_each_group_stands_once_under_its_field_in_the_order_of_the_alphabet() -> None:
    fields = re.split(r"^# --- .+ ---$", TEXT, flags=re.MULTILINE)[1:]
    groups = [[line for line in field.splitlines() if line and not line.startswith("#")] for field in fields]
    assert len(fields) >= 20
    assert len(set(GROUPS)) == len(GROUPS) == sum(map(len, groups)) >= 1_200
    assert groups == [sorted(field) for field in groups]


def test_a_group_has_several_words_as_search_folds_them_each_once() -> None:
    for line in shipped_groups().splitlines():
        group = line.replace(">", " ").replace("?", "").split()
        assert len(group) > 1, line
        assert line.count(">") <= 1, line
        assert len(set(group)) == len(group), line
        assert "-" in line or not all(same_word(group[0], word) for word in group), line
        assert all([word.folded for word in words(one.replace("-", " "))] == one.split("-") for one in group), line
        assert not QUESTION & set(group), line


def test_no_group_stands_in_another() -> None:
    groups = [frozenset(line.replace("?", "").split()) for line in shipped_groups().splitlines() if ">" not in line]
    having: dict[str, set[frozenset[str]]] = {}
    for group in groups:
        for word in group:
            having.setdefault(word, set()).add(group)
    assert [one for one in groups if any(one < other for word in one for other in having[word])] == []


# --- what it finds ---


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("cost", "price"),
        ("costs", "price"),
        ("bought", "acquire"),
        ("pm", "prime minister"),
        ("drowned", "die"),
        ("weapons", "arms"),
        ("begins", "start"),
        ("firm", "company"),
        ("boss", "head"),
    ],
)
def test_any_form_of_a_word_has_its_other_words(typed: str, other: str) -> None:
    assert stemmed(other) in [stemmed(word) for word in other_words(typed)] or other in other_words(typed)
    assert typed not in other_words(typed)


@pytest.mark.parametrize("typed", ["kallas", "co", "st", "x", "c", "dead-end", "", "日本", "[", "a.b"])
def test_what_is_no_word_of_the_table_has_none(typed: str) -> None:
    assert other_words(typed) == []


def test_of_words_in_a_row_the_first_and_the_last_have_forms() -> None:
    assert "crashed" in other_words("plane-crashes")
    assert other_words("handed-over") == other_words("hand-over") != []
    assert other_words("plane-crash-landing") == []


def test_a_remark_behind_a_group_is_none_of_its_words() -> None:
    (group,) = [line for line in GROUPS if line.endswith("# being in charge")]
    assert group.startswith("run? operate manage")
    assert not {"being", "charge"}.intersection(" ".join(other_words("operate")).split())


@pytest.mark.parametrize(
    ("capital", "people"), [("beijing", "chinese"), ("kabul", "afghan"), ("seoul", "south korean")]
)
def test_a_capital_stands_for_its_country_and_people(capital: str, people: str) -> None:
    assert people in other_words(capital)


def test_a_country_is_found_under_its_former_name_and_by_its_people() -> None:
    assert {"myanmar", "burmese"} <= set(other_words("burma"))
    assert {"netherlands", "holland"} <= set(other_words("dutch"))


def test_a_wide_word_finds_the_narrow_ones_and_is_not_found_by_them() -> None:
    assert {"bus", "tram"} <= set(other_words("public-transport"))
    assert "public transport" not in other_words("tram")


def test_some_words_find_others_and_are_not_found_by_them() -> None:
    assert "die" in other_words("drown")
    assert "drown" not in other_words("die")


def test_a_word_with_a_question_mark_finds_the_others_and_is_found_by_none() -> None:
    assert "dismiss" in other_words("fire")
    assert "fire" not in other_words("dismiss")
    assert not any("?" in word for word in other_words("take"))


@pytest.mark.parametrize(
    ("typed", "general"), [("several", True), ("lately", True), ("bells", False), ("tanaka", False)]
)
def test_words_of_every_subject_are_told_from_things_and_names(typed: str, general: bool) -> None:
    assert is_general(typed) is general


@pytest.mark.parametrize(
    ("typed", "claims_otherwise"),
    [
        ("injured", "dead"), ("dead", "injured"), ("destroyed", "damage"), ("ceasefire", "peace"), ("peace", "truce"),
        ("deny", "reject"), ("order", "buy"), ("extend", "expand"), ("legal", "illegal"), ("accuse", "charge"),
        ("win", "defeat"), ("president", "governor"), ("nominate", "appoint"), ("invade", "attack"),
    ],
)  # fmt: skip
def test_a_word_does_not_find_one_that_claims_something_else(typed: str, claims_otherwise: str) -> None:
    assert claims_otherwise not in other_words(typed)


@pytest.mark.parametrize(
    ("typed", "of_another_sense"),
    [
        ("strike", "attack"), ("report", "findings"), ("trade", "business"),
        ("arrested", "held"), ("star", "planet"), ("pm", "afternoon"), ("slump", "crash"),
        ("conscription", "draft"), ("donations", "appeal"), ("demonstration", "march"), ("money", "capital"),
        ("state", "announcement"), ("contract", "recession"), ("ship", "consignment"), ("party", "signatory"),
    ],
)  # fmt: skip
def test_a_word_does_not_find_one_that_mostly_means_something_else(typed: str, of_another_sense: str) -> None:
    assert of_another_sense not in other_words(typed)


def test_a_typed_word_in_a_form_that_begins_otherwise_has_its_other_words() -> None:
    assert "carry" in other_words("brought")


def test_two_typed_words_are_not_both_found_in_one_other_word() -> None:
    base = base_of(["Vessel Register", "Dead Market"])
    assert search(base, parse("ship boat")).hits == ()
    assert search(base, parse("drowned victims")).hits == ()


def test_a_fact_file_has_groups_of_its_own() -> None:
    assert other_words("aquarel", "aquarel operator\nspa treaty-one") == ["operator"]
    assert other_words("spa", "aquarel operator\nspa treaty-one") == ["treaty one"]


def test_the_key_synonyms_of_a_fact_file_is_searched_by(tmp_path: Path) -> None:
    actor = f"actors: [{{id: a, kind: company, name: Water Concessionaire, {PROOF}}}]"
    groups = "synonyms: ['Aquarel, Operating Firm, concessionaire', 'spa > water']"
    base = open_base(write(tmp_path, f"{HEAD}{groups}\n{actor}\n"))
    assert base.index.synonyms == "aquarel operating-firm concessionaire\nspa > water"
    assert [base.record(hit.n).record.id for hit in search(base, parse("aquarel")).hits] == ["a"]
    assert [base.record(hit.n).record.id for hit in search(base, parse("spa")).hits] == ["a"]
    assert search(base, parse("operating")).hits == ()
    base.close()


def test_another_word_finds_where_the_typed_one_does_not_and_says_so() -> None:
    base = base_of(["Price of Bread", "Acquired Lands"])
    (hit,) = search(base, parse("bread cost")).hits
    assert match_reason(base, hit) == "Price of Bread · cost: Price"
    assert [reading[:] for reading in search(base, parse("bread cost")).readings] == [("expanded", "cost", "Price")]
    assert search(base, parse("lands bought")).hits


def test_a_capital_alone_is_a_name_and_no_other_word() -> None:
    base = base_of(["Tariff Board"])
    assert search(base, parse("levy")).hits
    assert search(base, parse("Levy")).hits == ()
    assert search(base, parse("Levy Board")).hits


def test_a_word_that_is_there_is_not_taken_for_another() -> None:
    base = base_of(["Price of Bread", "Cost of Bread"])
    assert [match.rule for hit in search(base, parse("bread cost")).hits for match in hit.why] == ["", ""]


def test_of_several_pairs_that_are_one_word_the_one_that_finds_is_taken() -> None:
    assert other_words("free-port")
    base = base_of(["Free Port Extradition Desk"])
    query = parse("free port hand over")
    result = phrasal(Pipeline(base, query, 9), query.terms)
    assert result
    assert match_reason(base, result.hits[0]).endswith("hand over: Extradition")


def test_another_word_in_an_article_alone_is_no_hit(metre: Base) -> None:
    for hit in search(metre, parse("scales")).hits:
        assert not any(match.rule == "other word" and match.field == "article" for match in hit.why)
