"""What was typed finds what it should, on the tables of tests/search; floors are what was measured, less a little."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator

import pytest

from eujdef_tui.present.match_reason import match_reason
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, open_base
from tests.helpers.found_ids import ids
from tests.helpers.places import QUERIES


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table."""
    with (QUERIES / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def expected(row: dict[str, str]) -> set[str]:
    """The records of which one must come first."""
    return set(filter(None, row["first"].split("|")))


def place(base: Base, row: dict[str, str]) -> int:
    """The place of the first wanted record, from 1; 0 for nowhere. Where nothing is wanted, 1 if nothing is found."""
    found = ids(base, row["query"])
    if not expected(row):
        return int(not found)
    return next((n for n, record in enumerate(found, 1) if record in expected(row)), 0)


@pytest.fixture(scope="module")
def climate() -> Iterator[Base]:
    """The base of a fact file on another subject."""
    base = open_base(QUERIES / "climate.yaml")
    yield base
    base.close()


# --- the tables themselves ---


def test_every_record_that_a_table_names_is_in_its_fact_file(corpus: Base, climate: Base) -> None:
    named = {record for row in table("queries.tsv") for record in expected(row)}
    named |= {row[side] for row in table("beats.tsv") for side in ("winner", "loser")}
    asked = {record for row in table("climate.tsv") for record in expected(row)}
    for base, records in ((corpus, named), (climate, asked)):
        assert [record for record in records if base.number(record) is None] == []


def test_the_queries_are_many_of_every_kind_and_half_of_them_are_set_aside() -> None:
    rows = table("queries.tsv")
    assert len(rows) >= 500
    assert len({row["query"] for row in rows}) == len(rows)
    halves = Counter(row["half"] for row in rows)
    assert set(halves) == {"dev", "test"}
    assert abs(halves["dev"] - halves["test"]) <= 2
    assert min(Counter(row["type"] for row in rows).values()) >= 4
    assert all(expected(row) or row["type"] == "none" for row in rows)


# --- the shipped corpus ---


@pytest.mark.counts_lines
@pytest.mark.slow
@pytest.mark.parametrize(("half", "first", "three"), [("dev", 0.94, 0.97), ("test", 0.91, 0.97)])
def test_what_must_come_first_mostly_does(corpus: Base, half: str, first: float, three: float) -> None:
    places = [place(corpus, row) for row in table("queries.tsv") if row["half"] == half]
    assert sum(at == 1 for at in places) / len(places) >= first
    assert sum(1 <= at <= 3 for at in places) / len(places) >= three


@pytest.mark.parametrize("row", table("beats.tsv"), ids=lambda row: f"{row['query']}: {row['winner']}>{row['loser']}")
def test_what_fits_better_beats_what_fits_worse(corpus: Base, row: dict[str, str]) -> None:
    found = ids(corpus, row["query"])
    assert row["winner"] in found
    assert row["loser"] not in found[: found.index(row["winner"])], row["why"]


@pytest.mark.slow
def test_a_name_that_is_in_no_source_finds_nothing(corpus: Base) -> None:
    names = (QUERIES / "nobody.txt").read_text(encoding="utf-8").splitlines()
    found = [name for name in names if search(corpus, parse(name)).hits]
    assert len(names) >= 200
    assert len(found) < 0.02 * len(names), found
    assert not {"Zorblatt", "Smith", "Nakagawa"} & set(found)


@pytest.mark.slow
def test_full_names_that_share_no_word_with_the_corpus_find_nothing(corpus: Base) -> None:
    """Of the thousand public names those that the corpus does not know."""
    names = (QUERIES / "names.txt").read_text(encoding="utf-8").splitlines()
    index = corpus.index
    words = {name: [term.tokens[0] for term in parse(name).terms] for name in names}
    strange = [name for name in names if not index.proper(words[name]) | index.lower_case(words[name])]
    found = [name for name in strange if search(corpus, parse(name)).hits]
    assert len(strange) > 700
    assert len(found) <= 0.02 * len(strange), found


# --- another subject ---


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("when did the protocol enter into force", "in-force"),
        ("how much does norway pay", "norway-pays"),
        ("is coal banned", "coal-ban"),
        ("who meets in bonn", "bonn"),
        ("who left the forest fund", "us-leaves"),
        ("how much does norway give", "norway-pays"),  # a word that no article has is left out
        ("what happens in bonn", "bonn"),
        ("who is the climate minister", "solheim"),
        ("by 2040", "cut-2040"),
        ("late 2031", "budget-gone"),
        ("12 May 2020", "signing"),
        ("mar 2022", "in-force"),
    ],
)
def test_a_question_is_answered_by_what_happened_or_was_said(climate: Base, asked: str, answer: str) -> None:
    assert ids(climate, asked)[0] == answer


def test_on_another_subject_questions_are_answered_as_well(climate: Base) -> None:
    places = [place(climate, row) for row in table("climate.tsv")]
    assert sum(at == 1 for at in places) / len(places) >= 0.95


def test_a_question_about_what_is_nowhere_is_not_answered(climate: Base) -> None:
    for asked in ("how much does zorblatt pay", "who is zorblatt", "when did zorblatt sign", "does zorblatt eat fish"):
        assert ids(climate, asked) == [], asked
    assert search(climate, parse("when did zorblatt sign the protocol")).left_out == ("zorblatt",)


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("may 2020", "12 May 2020 in may 2020"),
        ("sollheim", "sollheim ~1 Solheim"),
        ("US", "US → other name (acronym) of United States"),
    ],
)
def test_the_best_hit_says_why(climate: Base, asked: str, why: str) -> None:
    assert match_reason(climate, search(climate, parse(asked)).hits[0]) == why


# --- a thousand names ---


@pytest.mark.slow
def test_public_names_are_found_from_what_people_make_of_them() -> None:
    from tests.bench.spelling import NAMES, asked, ours, place

    names = NAMES.read_text(encoding="utf-8").splitlines()
    ranker = ours(names)
    places = [place(ranker(one.query), one) for one in asked(names)[::2]]
    assert sum(at == 1 for at in places) / len(places) >= 0.97
    assert sum(1 <= at <= 5 for at in places) / len(places) >= 0.985
