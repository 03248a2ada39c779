"""A typed word is expanded to the words it may stand for, by the rules of the table and no others."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.search import score
from eujdef_tui.search.expansions import DEPTHS, RULES, Alternative, Rule, expand_word
from eujdef_tui.search.results import Match
from eujdef_tui.search.spell import nearest_known_word
from eujdef_tui.store import Base
from eujdef_tui.text.word_forms import folded_words, is_unspaced
from tests.helpers.named_actors import base_of
from tests.helpers.places import QUERIES
from tests.present.test_match_reason import known_to, like

BY_ID = {rule.id: rule for rule in RULES}
REASONS = {
    "people": "derived",
    "exact": "",
    "typo": "~",
    "typo-in-prefix": "~",
    "other-sign": "~",
    "other-script": "sound",
    "other-word": "other word",
}


def examples() -> list[dict[str, str]]:
    """The rows of expansions.tsv: a rule, a typed word, a word of the base, and whether the rule finds it: yes, weak
    (only beside another term, and as a weak alternative), or no."""
    with (QUERIES / "expansions.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def by_rule(rule_id: str, typed: str, word: str, *, several: bool) -> Alternative | None:
    """The alternative that a word is, if no other rule but the two that need no index is asked."""
    rule = BY_ID[rule_id]
    return expand_word(
        base_of([word]).index, typed, DEPTHS[-1] if several else rule.depth, several=several, reserve=rule.reserve,
        ideas=rule.ideas, rules=(rule,),
    ).of(word)  # fmt: skip


# --- the table of rules ---


@pytest.mark.parametrize("row", examples(), ids=lambda row: f"{row['rule']}: {row['typed']} {row['word']}")
def test_a_rule_finds_what_its_examples_say(row: dict[str, str]) -> None:
    rule = BY_ID[row["rule"]]
    found = by_rule(rule.id, row["typed"], row["word"], several=row["found"] == "weak")
    if row["found"] == "no":
        assert found is None
        return
    assert found is not None
    assert found.rule.startswith(REASONS.get(rule.id, rule.id))
    assert found.weak == (row["found"] == "weak")
    assert rule.least - 1e-9 <= found.quality <= rule.most + 1e-9


def test_every_rule_has_examples_and_an_id_of_its_own() -> None:
    assert len(BY_ID) == len(RULES)
    found = {(row["rule"], row["found"] != "no") for row in examples()}
    assert found == {(rule_id, yes) for rule_id in BY_ID for yes in (True, False)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_beats_those_that_it_says_it_beats(rule: Rule) -> None:
    for loser in rule.beats:
        assert rule.least > BY_ID[loser].most, loser


def test_a_rule_finds_nothing_before_its_depth() -> None:
    for row in examples():
        if (depth := BY_ID[row["rule"]].depth) and row["found"] != "no":
            expansion = expand_word(base_of([row["word"]]).index, row["typed"], depth - 1, rules=(BY_ID[row["rule"]],))
            assert expansion.of(row["word"]) is None, row


# --- words and their alternatives ---


def alternatives(typed: str, names: list[str], depth: int, *, several: bool = False) -> list[Alternative]:
    """The alternatives of a typed word among names of one word, best first."""
    expansion = expand_word(base_of(names).index, typed, depth, several=several)
    known = [found for name in names for word in folded_words(name) if (found := expansion.of(word))]
    return sorted(known, key=lambda found: -found.quality)


def test_a_word_that_is_there_was_not_mistyped() -> None:
    names = ["korea", "korean", "koreas", "korfa"]
    assert {s.token for s in alternatives("korea", names, 0)} == {"korea", "korean", "koreas"}
    assert {(s.token, s.rule) for s in alternatives("korwa", names, 1)} == {("korea", "~1"), ("korfa", "~1")}


def test_each_depth_expands_further() -> None:
    names = ["kallas", "kawasaki", "tusk"]
    assert [s.token for s in alternatives("kalas", names, 0)] == []
    assert [s.token for s in alternatives("kalas", names, 1)] == ["kallas"]
    assert [s.token for s in alternatives("callas", names, 1)] == ["kallas"]
    assert [(s.token, s.rule) for s in alternatives("tusque", names, 2)] == [("tusk", "sound")]


def test_beside_other_terms_a_word_may_be_further_off_and_is_weak() -> None:
    names = ["kallas", "kawasaki", "tusk"]
    for typed in ("awskaki",):  # two typos, one of them in the first letter
        assert alternatives(typed, names, 2) == []
        assert [(s.token, s.weak) for s in alternatives(typed, names, 2, several=True)] == [("kawasaki", True)]
    assert alternatives("xawsa", names, 2, several=True) == []


def test_a_word_with_another_first_letter_is_another_word_if_it_is_short() -> None:
    assert alternatives("kato", ["nato"], 2) == []
    assert alternatives("karis", ["paris"], 2) == []
    assert [s.token for s in alternatives("akllas", ["kallas"], 1)] == ["kallas"]
    assert [s.token for s in alternatives("nerkel", ["merkel"], 1)] == ["merkel"]


def test_a_word_that_texts_write_in_lower_case_is_no_name_and_must_be_nearer(corpus: Base) -> None:
    assert corpus.index.lower_case(["force", "kallas", "zzyzx"]) == {"force"}
    assert corpus.index.proper(["force", "kallas", "zzyzx"]) == {"kallas"}
    assert expand_word(corpus.index, "fraces", 2).of("force") is None
    assert expand_word(corpus.index, "farce", 2).of("force") == Alternative("force", score.TYPO[1], "~1", anywhere=True)
    assert "industry" in expand_word(corpus.index, "indutsry", 1).words


def test_short_words_and_figures_are_never_mistyped() -> None:
    assert alternatives("kon", ["kan", "kin", "koh"], 2) == []
    assert alternatives("2024", ["2025", "20245"], 1) == [
        Alternative("20245", score.PREFIX + score.NEAR * 4 / 5, "prefix")
    ]


def test_quality_falls_from_exact_over_spelling_prefix_and_typo_to_sound() -> None:
    quality = [
        alternatives(typed, [name], depth)[0].quality
        for typed, name, depth in (
            ("kono", "kono", 0),
            ("kouno", "kono", 0),
            ("kallasi", "kallasino", 0),
            ("kal", "kallasino", 0),
            ("kalas", "kallas", 1),
            ("kawsakii", "kawasaki", 1),
            ("tusque", "tusk", 2),
        )
    ]
    assert quality == sorted(quality, reverse=True)
    assert len(set(quality)) == len(quality)


def test_british_and_american_spellings_are_one_word() -> None:
    for british, american in (
        ("defence", "defense"), ("harbour", "harbor"), ("centre", "center"), ("organisation", "organization"),
        ("programme", "program"), ("organised", "organized"), ("visits", "visited"), ("ratified", "ratification"),
    ):  # fmt: skip
        assert [s.rule for s in alternatives(british, [american], 0)] == ["spelling"], british
        assert [s.rule for s in alternatives(american, [british], 0)] == ["spelling"], american


WORDS = st.text("abkos石破あ0", min_size=1, max_size=9)


@pytest.mark.counts_lines
@pytest.mark.slow
@settings(deadline=None, max_examples=60)
@given(WORDS, st.lists(WORDS, min_size=1, max_size=6, unique=True), st.sampled_from(DEPTHS))
def test_every_alternative_is_within_the_edits_allowed(typed: str, names: list[str], depth: int) -> None:
    typed = folded_words(typed)[0]
    for found in alternatives(typed, names, depth):
        assert 0 < found.quality <= 1
        assert like(Match(typed, 1.0, found.rule, found.token, "name"))
        edits = (len(typed) > 2) + (len(typed) > 5) if is_unspaced(typed) else score.edits_allowed(typed)
        assert found.rule[:1] != "~" or int(found.rule[1:]) <= edits
    assert nearest_known_word(base_of(names).index, typed) in ("", *known_to(base_of(names)))
