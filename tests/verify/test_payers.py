"""Who pays, who is the host, who presses whom, and what a description of somebody else proves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.checking import Checked

Check = Callable[[str], list[Checked]]


def differs(check: Check, text: str) -> list[str]:
    """The words of a sentence that differ; none if it is supported."""
    (found,) = check(text)
    assert (found.verdict.word == "supported") == (not found.verdict.differences)
    return [one.said for one in found.verdict.differences]


@pytest.mark.parametrize(
    ("text", "payer"),
    [
        ("Japanese companies may fund EU projects.", "Japanese companies"),
        ("Japanese companies could finance projects of the EU.", "Japanese companies"),
        ("Japan may provide funding for the projects of the EU.", "Japan"),
        ("EU projects may be funded by Japanese companies.", "Japanese companies"),
        ("Japanese and European companies may pay for EU projects.", "Japanese"),
    ],
)
def test_who_gets_the_money_is_not_told_to_pay(check: Check, text: str, payer: str) -> None:
    assert differs(check, text) == [payer]


@pytest.mark.parametrize(
    "text",
    [
        "The EU may fund projects between Japanese and European companies.",
        "Brussels may fund projects between Japanese and European companies.",
        "The EU could finance joint projects of Japanese and European companies.",
        "Projects between Japanese and European companies may be funded by the EU.",
        "Projects of Japanese and European companies may be funded through EU mechanisms.",
        "Heng says EU mechanisms could fund joint defence projects of Japanese and European firms.",
        "The EU finances its member states so that they can bolster their own industries.",
    ],
)
def test_who_pays_may_be_told_in_either_voice(check: Check, text: str) -> None:
    assert differs(check, text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kishida received Biden in April 2024.", "Kishida"),
        ("Kishida welcomed Biden for a state visit in April 2024.", "Kishida"),
        ("Kishida entertained Biden on a state visit in April 2024.", "Kishida"),
        ("Japan received the American president for a state visit in April 2024.", "Japan"),
        ("Biden received Kishida in Tokyo in April 2024.", "Tokyo"),
        ("Japan is putting pressure on Washington to spend more.", "Japan"),
        ("Japan is leaning on the United States to boost its defence spending.", "Japan"),
        ("Tokyo urges Washington to raise defence spending.", "Tokyo"),
        ("Japan presses the United States to boost defence spending.", "Japan"),
    ],
)
def test_host_and_guest_and_who_presses_whom_keep_their_places_in_other_words(
    check: Check, text: str, said: str
) -> None:
    assert said in differs(check, text)


@pytest.mark.parametrize(
    "text",
    [
        "Biden welcomed Kishida for a state visit in April 2024.",
        "Biden welcomed Kishida to Washington in April 2024.",
        "Kishida was entertained by Biden on a state visit in April 2024.",
        "Kishida was received by President Biden for a state visit in April 2024.",
        "Kishida was welcomed by US President Joe Biden for a state visit in April 2024.",
        "Washington hosted Kishida for a state visit in April 2024.",
        "Washington is leaning on Japan to boost its defence spending.",
        "Washington is putting pressure on Japan to spend more on defence.",
        "Japan is being urged by the United States to spend more on defence.",
        "Japan is under pressure from Washington to spend more on defence.",
        "The United States urges Japan to follow NATO in boosting defence spending.",
    ],
)
def test_another_word_for_what_is_done_is_no_other_deed(check: Check, text: str) -> None:
    assert differs(check, text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Dassault and Airbus are building the F-X together with Japan.", "F-X"),
        ("Airbus is a partner of Japan in the F-X.", "Airbus"),
    ],
)
def test_a_fact_without_the_thing_and_a_description_of_somebody_else_prove_nothing(
    check: Check, text: str, said: str
) -> None:
    assert differs(check, text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "BAE Systems, Leonardo and Rolls-Royce are involved in the F-X.",
        "Leonardo takes part in Japan's F-X.",
        "Airbus sees Japan as a vital partner in defence manufacturing.",
        "The F-X is meant to replace Japan's ageing F-2 fighters.",
    ],
)
def test_a_thing_that_the_fact_has_is_supported(check: Check, text: str) -> None:
    assert differs(check, text) == []


@pytest.mark.parametrize(
    ("text", "said", "instead"),
    [
        ("Russian officials met SJAC in Brussels.", "Russian", "NATO"),
        ("Chinese officials met SJAC in Brussels.", "Chinese", "NATO"),
    ],
)
def test_in_place_of_who_did_it_stands_who_is_not_in_the_sentence(
    check: Check, text: str, said: str, instead: str
) -> None:
    (found,) = check(text)
    assert [(one.said, one.instead) for one in found.verdict.differences] == [(said, instead)]


def test_what_is_denied_of_a_name_is_told_with_the_whole_name(check: Check) -> None:
    (found,) = check("Kallas ruled out Japanese companies from EU projects.")
    assert "The draft denies “Japanese companies”" in found.verdict.why


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Japan, Britain and Italy want to bring their fighter into service by 2035.", "gcap"),
        ("The fighter of Japan, Britain and Italy is to enter service by 2035.", "gcap-introduction"),
    ],
)
def test_into_service_is_introduced_and_not_airborne(check: Check, text: str, fact: str) -> None:
    (found,) = check(text)
    assert found.verdict.word == "supported"
    assert found.verdict.fact is not None
    assert found.verdict.fact.id == fact


def test_a_fighter_that_is_only_to_enter_service_has_not_entered_it(check: Check) -> None:
    (found,) = check("The fighter of Japan, Britain and Italy has entered service.")
    assert [one.sort for one in found.verdict.differences] == ["status"]
