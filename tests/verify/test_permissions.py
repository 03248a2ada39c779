"""What is banned is not allowed, what nobody rules out is not ruled out for ever, and who gives does not receive."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from eujdef_tui.store import open_base
from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.names import Names
from eujdef_tui.verify.offices import former_offices_of
from eujdef_tui.verify.permissions import never_differs, permission_differs
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.places import waters_differ
from tests.helpers.fact_files import HEAD, PROOF, write
from tests.verify.one_comparison import held

Check = Callable[[str], list[Checked]]
BODY = f"{{id: b, kind: country, name: Brenna, {PROOF}}}"


def differences(check: Check, text: str) -> list[tuple[str, str, str]]:
    """What differs in a sentence that differs."""
    (found,) = check(text)
    if found.verdict.word != "differs":
        return []
    return [(one.sort, one.said, one.instead) for one in found.verdict.differences]


@pytest.mark.parametrize(
    "text",
    [
        "Exports of complete lethal weapons are allowed in Japan.",
        "Complete lethal weapons may be exported from Japan.",
        "Exports of complete lethal weapons are permitted.",
        "Japan freely exports complete lethal weapons.",
    ],
)
def test_what_a_fact_has_as_banned_is_not_allowed(check: Check, text: str) -> None:
    assert "negation" in [sort for sort, _, instead in differences(check, text) if instead == "banned"]


@pytest.mark.parametrize(
    "text",
    [
        "Japan has allowed the export of parts for domestic weapons.",
        "Exports of complete lethal weapons are not allowed.",
        "Complete lethal weapons can not be exported from Japan.",
        "It is not permitted to export complete lethal weapons.",
    ],
)
def test_but_what_else_is_allowed_or_is_not_differs_in_nothing(
    checker: Checker, hear: Callable[..., Heard], text: str
) -> None:
    assert held(checker, hear(text), "cal-lethal-banned", permission_differs) == []


def test_a_month_or_somebody_who_can_is_no_permission(checker: Checker, hear: Callable[..., Heard]) -> None:
    for text in (
        "In May complete lethal weapons were exported.",
        "Japan can build complete lethal weapons for export.",
    ):
        assert held(checker, hear(text), "cal-lethal-banned", permission_differs) == []


def test_what_no_fact_rules_out_is_not_ruled_out_for_ever(check: Check) -> None:
    (found,) = check("The EU and Japan will never launch a dialogue on their defence industries.")
    assert found.verdict.word != "supported"


@pytest.mark.parametrize(
    ("text", "fact", "count"),
    [
        ("The EU and Japan will never share classified information.", "information-negotiations-launched", 1),
        ("Never before have firms of the EU and Japan met.", "cal-first-meeting", 0),
        ("Firms of the EU and Japan had never met.", "cal-first-meeting", 0),
        ("Complete lethal weapons are never exported.", "cal-lethal-banned", 0),
        ("China will never rule out the use of force.", "afp-beijing-force", 0),
    ],
)
def test_never_differs_where_the_fact_excludes_nothing(
    checker: Checker, hear: Callable[..., Heard], text: str, fact: str, count: int
) -> None:
    assert len(held(checker, hear(text), fact, never_differs)) == count


def test_to_renounce_is_to_rule_out(check: Check) -> None:
    assert "renounced" not in Pieces("China renounced force.").folded
    assert differences(check, "Beijing has renounced the use of force against Taiwan.")


@pytest.mark.parametrize(
    ("text", "said", "instead"),
    [
        ("Kishida hosted Biden in April 2024.", "Kishida", "Biden"),
        ("Biden visited Kishida in April 2024.", "Biden", "Kishida"),
        ("North Korea is supplying Russia with military equipment, Kallas says.", "North Korea", "Russia"),
    ],
)
def test_a_guest_is_no_host_and_who_is_given_something_does_not_give_it(
    check: Check, text: str, said: str, instead: str
) -> None:
    assert ("name", said, instead) in differences(check, text)


@pytest.mark.parametrize(
    "text",
    ["Biden hosted Kishida in April 2024.", "Russia is supplying North Korea with military equipment, Kallas says."],
)
def test_but_who_does_it_in_the_fact_does_it(check: Check, text: str) -> None:
    assert [one.verdict.word for one in check(text)] == ["supported"]


@pytest.mark.parametrize(
    "text",
    [
        "Kishida is the current prime minister of Japan.",
        "Fumio Kishida, the current prime minister of Japan, was hosted by Biden.",
    ],
)
def test_an_office_that_has_passed_on_is_no_current_one(check: Check, text: str) -> None:
    (found,) = check(text)
    assert found.verdict.word != "supported"
    assert any(one.instead == "former" for one in found.verdict.differences)


def test_who_holds_an_office_still_holds_it_currently(check: Check) -> None:
    (found,) = check("Ishiba is the current prime minister of Japan.")
    assert not any(one.instead == "former" for one in found.verdict.differences)


def test_an_office_that_is_held_again_has_not_passed_on(tmp_path: Path, cache: Path) -> None:
    assert cache
    terms = [("president", "2017/2021"), ("president", "2025/.."), ("senator", "2001/2009"), ("king", "1999/2005")]
    held = ", ".join(
        f"{{organization: b, role: {role}, start: {years[:4]}, {f'end: {years[5:]}, ' * years[5:].isdecimal()}{PROOF}}}"
        for role, years in terms
    )
    actors = f"[{{id: a, kind: person, name: Ann Lee, memberships: [{held}], {PROOF}}}, {BODY}]"
    with closing(open_base(write(tmp_path, f"{HEAD}actors: {actors}\n"))) as base:
        assert former_offices_of(Facts(base, Names(()), ()), "a") == {"king"}


def test_a_minister_of_whom_no_ministry_is_known_is_not_called_one_of_it(check: Check) -> None:
    (found,) = check("Iwaya is the foreign minister of Japan.")
    assert found.verdict.word == "no source"
    assert any(one.said == "foreign minister" for one in found.verdict.differences)


@pytest.mark.parametrize(
    "text",
    [
        "The security and defence partnership of the EU and Japan was unveiled in Brussels.",
        "On 1 November 2024 the partnership of the EU and Japan was unveiled in Brussels.",
    ],
)
def test_a_capital_that_only_stands_for_its_government_is_not_where_an_event_was(check: Check, text: str) -> None:
    assert ("name", "Brussels", "Tokyo") in differences(check, text)
    assert [one.verdict.word for one in check(text.replace("Brussels", "Tokyo"))] == ["supported"]


@pytest.mark.parametrize("sea", ["Sea of Japan", "East China Sea", "Taiwan Strait", "Gulf of Thailand"])
def test_another_sea_is_another_place(checker: Checker, hear: Callable[..., Heard], sea: str) -> None:
    text = f"In June 2024 Japan trained with the US in the {sea}."
    found = held(checker, hear(text), "south-china-sea-exercise", waters_differ)
    assert [(one.said, one.instead) for one in found] == [(sea, "South China Sea")]


def test_the_same_sea_and_a_fact_without_one_differ_in_nothing(checker: Checker, hear: Callable[..., Heard]) -> None:
    same = hear("In June 2024 Japan trained with the US in the South China Sea.")
    assert held(checker, same, "south-china-sea-exercise", waters_differ) == []
    assert held(checker, same, "sdp-announced", waters_differ) == []


def test_whoever_is_written_to_is_nobody_of_whom_is_told(hear: Callable[..., Heard]) -> None:
    heard = hear("Dear Anna, the EU and Japan announced a partnership.")
    assert heard.strangers == []
    assert "anna" not in [heard.pieces.folded[at] for at in heard.content]
    assert hear("Dear friends of Anna Brandt and of all others who wrote, the EU will do it.").strangers != []


@pytest.mark.parametrize(
    "text", ["A figure told Nikkei News that talks begin.", "A figure told the Nikkei News of it."]
)
def test_a_newspaper_that_is_told_something_is_its_reporter(hear: Callable[..., Heard], text: str) -> None:
    heard = hear(text)
    assert all(heard.is_reporter(one) for one in heard.named if not heard.reporters.isdisjoint(one.ids))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The summit of the EU and Japan in Tokyo was on a Monday.", "differs"),
        ("It was a Monday when the EU and Japan held their summit in Tokyo.", "differs"),
        ("The EU and Japan held their summit in Tokyo on a Wednesday.", "supported"),
    ],
)
def test_a_fact_without_a_day_of_the_week_supports_none(check: Check, text: str, word: str) -> None:
    assert [one.verdict.word for one in check(text)] == [word]


def test_somebody_of_a_place_who_is_not_named_is_not_the_place_that_speaks(check: Check) -> None:
    (found,) = check("The European declared himself extremely pleased to announce, with Iwaya, its conclusion.")
    assert not any(one.sort == "speaker" for one in found.verdict.differences)
    (found,) = check(
        "Japan declared itself extremely pleased to announce, with Iwaya, the conclusion of the partnership."
    )
    assert found.verdict.word != "supported"
