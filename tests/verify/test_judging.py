"""How much of a sentence a fact must have to support it, and which of two facts decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify import judging, weighing
from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.pieces import Pieces
from tests.bench.verify import SENTENCES, read


def words_of(found: list[Checked]) -> list[str]:
    return [one.verdict.word for one in found]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Missile shields and assets in orbit are where large sums of Japanese investment go.", "tt-invests"),
        (
            "By the middle of the next decade, NATO's EU members want defence outlays to make up five percent of GDP.",
            "five-percent",
        ),
    ],
)
def test_less_of_a_sentence_is_enough_where_it_has_much_of_the_fact(
    check: Callable[[str], list[Checked]], text: str, fact: str
) -> None:
    (found,) = check(text)
    assert found.verdict.word == "supported"
    assert found.verdict.fact is not None
    assert fact in found.verdict.fact.id


@pytest.mark.parametrize(
    "text",
    [
        "Japanese fishermen use missile boats in orbit around large sums of tuna.",
        "NATO's EU members want five percent of their schools to teach Japanese by the middle of the next decade.",
        "Japan raises taxes on beer in order to stand up to its brewers.",
    ],
)
def test_a_sentence_that_shares_only_a_few_words_with_facts_has_no_support(
    check: Callable[[str], list[Checked]], text: str
) -> None:
    assert words_of(check(text)) != ["supported"]


def test_a_fact_that_agrees_counts_before_one_that_only_lacks_a_name(check: Callable[[str], list[Checked]]) -> None:
    (found,) = check("Part of the reason why Japan raises its defence budget is to stand up to China.")
    assert found.verdict.word == "supported"
    assert found.verdict.fact is not None
    assert found.verdict.fact.id == "afp-counter-china"


@pytest.mark.parametrize("other", ["Russia", "South Korea", "France"])
def test_but_not_where_the_name_is_that_of_another(check: Callable[[str], list[Checked]], other: str) -> None:
    text = f"Part of the reason why Japan raises its defence budget is to stand up to {other}."
    assert words_of(check(text)) in (["differs"], ["no source"])


def test_talks_about_an_agreement_are_not_held_against_what_the_agreement_does_not_do(
    check: Callable[[str], list[Checked]],
) -> None:
    opened = "Talks on a pact to share classified information were opened by the EU and Japan in July 2025."
    assert words_of(check(opened)) == ["supported"]
    assert words_of(check(opened.replace("July 2025", "July 2024"))) == ["differs"]


@pytest.mark.parametrize("role", ["analyst", "expert", "professor"])
def test_a_role_before_a_name_stands_for_nobody_who_was_named_before(hear: Callable[..., Heard], role: str) -> None:
    before = "Kaja Kallas told The Japan Times that the dialogue will be launched."
    assert hear(f"For the {role} Yee Kuang Heng, such money is conceivable.", before).person == ()
    assert hear(f"For the {role}, such money is conceivable.", before).person == ("kallas",)


@pytest.mark.parametrize("word", ["included", "excluded"])
def test_what_is_included_or_excluded_is_no_deed_unless_somebody_has_included_it(word: str) -> None:
    assert not Pieces(f"They discuss their initiatives, exchange of information {word}.").done
    assert Pieces(f"They have {word} the exchange of information.").done


def test_states_that_have_struck_something_have_struck_no_agreement(check: Callable[[str], list[Checked]]) -> None:
    (found,) = check("Attackers acting for states have struck both Europe and Japan in cyberspace.")
    assert not any(one.sort == "status" for one in found.verdict.differences)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("In June 2025 Kallas travelled to Manila for a defence dialogue.", "kallas-in-manila"),
        ("From 1 January 2025 on, the SPA was to be in force.", "spa-entry-into-force"),
    ],
)
def test_of_two_facts_the_one_that_has_the_date_as_its_own_comes_first(
    check: Callable[[str], list[Checked]], text: str, fact: str
) -> None:
    (found,) = check(text)
    assert found.verdict.word == "supported"
    assert found.verdict.fact is not None
    assert found.verdict.fact.id == fact


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Beijing is enlarging its armed forces in the region.", "afp-china-buildup"),
        ("By 2027 Tokyo wants to spend two per cent of GDP on its defence.", "fig-japan-two-percent"),
        ("Money from the EU may go to projects of Japanese and European companies.", "nr-eu-may-fund"),
    ],
)
def test_of_facts_that_agree_the_one_of_which_the_sentence_has_most_is_told(
    check: Callable[[str], list[Checked]], text: str, fact: str
) -> None:
    (found,) = check(text)
    assert found.verdict.word == "supported"
    assert found.verdict.fact is not None
    assert found.verdict.fact.id == fact


def test_a_fact_that_agrees_supports_nothing_beside_a_likelier_one_that_differs(
    check: Callable[[str], list[Checked]],
) -> None:
    (found,) = check("The security and defence partnership of the EU and Japan is still being negotiated.")
    assert found.verdict.word == "differs"
    assert [one.sort for one in found.verdict.differences] == ["status"]


def test_a_sentence_of_many_words_is_not_supported_by_a_third_of_them(
    check: Callable[[str], list[Checked]], hear: Callable[..., Heard]
) -> None:
    text = "Japan raises taxes on beer and tobacco in order to stand up to brewers and smokers."
    assert len(hear(text).content) >= weighing._SEVERAL
    (found,) = check(text)
    assert found.verdict.word == "no source"


def test_a_fact_that_says_it_is_shown_before_one_that_describes_an_agreement(
    check: Callable[[str], list[Checked]],
) -> None:
    (found,) = check("The EU and Japan opened talks at their summit about the protection of secret information.")
    assert found.verdict.word == "supported"
    assert found.verdict.fact is not None
    assert found.verdict.fact.sort == "event"


@pytest.mark.slow
def test_what_is_shown_is_what_is_shown_where_all_that_is_near_is_compared(
    checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [one.text for one in read(SENTENCES)]
    lazily = [[(one.verdict.word, one.verdict.fact) for one in checker.check(text)] for text in texts]
    monkeypatch.setattr(judging._Found, "is_decided", lambda *_: False)
    monkeypatch.setattr(judging._Found, "only_agreement_matters", lambda *_: False)
    monkeypatch.setattr(judging, "EXACT", frozenset())
    assert lazily == [[(one.verdict.word, one.verdict.fact) for one in checker.check(text)] for text in texts]
