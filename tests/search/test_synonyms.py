"""Other words for the same: found where the typed one gives too little, told, and never above a literal hit."""

from __future__ import annotations

from pathlib import Path

import pytest

from eujdef_tui.present.match_reason import match_reason
from eujdef_tui.search import synonyms
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.search.questions import QUESTION
from eujdef_tui.search.synonyms import other_words, shipped_groups
from eujdef_tui.store import Base, open_base
from eujdef_tui.text.tokens import words
from eujdef_tui.text.word_forms import stemmed
from tests.helpers.fact_files import HEAD, PROOF, write
from tests.helpers.named_actors import base_of

TABLE = Path(synonyms.__file__).with_name("synonyms.txt").read_text(encoding="utf-8").splitlines()
GROUPS = [line for line in TABLE if line and not line.startswith("#")]


# --- the table ---


def test_each_group_says_what_it_is_for() -> None:
    assert 150 <= len(GROUPS) <= 300
    assert all(line.partition("#")[2].strip() for line in GROUPS)
    assert len(set(GROUPS)) == len(GROUPS)


@pytest.mark.parametrize("line", shipped_groups().splitlines(), ids=lambda line: line[:30])
def test_a_group_has_several_words_as_search_folds_them_each_once(line: str) -> None:
    group = line.replace(">", " ").split()
    assert len(group) > 1
    assert line.count(">") <= 1
    assert len(set(group)) == len(group)
    assert all([word.folded for word in words(one.replace("-", " "))] == one.split("-") for one in group)
    assert not QUESTION & set(group)


def test_no_group_stands_in_another() -> None:
    groups = [set(line.replace(">", " ").split()) for line in shipped_groups().splitlines()]
    assert [one for one in groups if any(one < other for other in groups)] == []


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


def test_some_words_find_others_and_are_not_found_by_them() -> None:
    assert "die" in other_words("drown")
    assert "drown" not in other_words("die")


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


def test_another_word_in_an_article_alone_is_no_hit(metre: Base) -> None:
    for hit in search(metre, parse("scales")).hits:
        assert not any(match.rule == "other word" and match.field == "article" for match in hit.why)
