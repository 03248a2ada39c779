"""Another thing of the same kind: tanks for missiles."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.kinds_of_things import things_differ
from eujdef_tui.verify.word_lists import THINGS
from tests.verify.one_comparison import held

Hear = Callable[..., Heard]


@pytest.mark.parametrize(
    ("text", "fact", "said"),
    [
        ("Emanuel floated joint production of tanks.", "nr-emanuel-missiles", "tanks"),
        ("The first talks are meant to link big companies with universities.", "cal-discussion-focus", "universities"),
        ("North Korea tested one of its newest submarines.", "north-korea-missile-test", "submarines"),
        ("The UK, Italy and Japan are building a helicopter.", "nr-jet-technologies", "helicopter"),
    ],
)
def test_a_thing_stands_for_no_other_of_its_kind(checker: Checker, hear: Hear, text: str, fact: str, said: str) -> None:
    (found,) = held(checker, hear(text), fact, things_differ)
    assert (found.sort, found.said) == ("name", said)
    assert found.instead


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Emanuel floated joint production of missiles.", "nr-emanuel-missiles"),
        ("The first talks are meant to link big firms with newcomers.", "cal-discussion-focus"),
        ("The UK, Italy and Japan are building a warplane.", "nr-jet-technologies"),
        ("Coffee was served.", "nr-emanuel-missiles"),
        ("The university is in Tokyo.", "maslow"),
        ("Ships and planes are repaired in Japan, and tanks.", "sjac"),
    ],
)
def test_the_same_thing_may_have_another_word_and_one_of_another_kind_says_nothing(
    checker: Checker, hear: Hear, text: str, fact: str
) -> None:
    assert held(checker, hear(text), fact, things_differ) == []


def test_what_is_told_of_beside_the_fact_s_own_thing_is_no_exchange(checker: Checker, hear: Hear) -> None:
    text = "Big companies are to be linked with startups, and startups with universities."
    assert "companies" not in [one.said for one in held(checker, hear(text), "cal-discussion-focus", things_differ)]


def test_each_kind_has_several_things_and_each_word_stands_for_one_of_them() -> None:
    for things in THINGS:
        words = [word for thing in things for word in thing]
        assert len(things) > 1
        assert len(set(words)) == len(words)


def test_the_verdict_names_what_the_base_has(check: Callable[[str], list[Checked]]) -> None:
    (found,) = check("Emanuel says the US and Japan could cooperate on submarine production.")
    assert found.verdict.word in ("differs", "no source")
    assert [(one.said, one.instead) for one in found.verdict.differences] == [("submarine", "ships")]
