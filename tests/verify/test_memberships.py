"""Who is a member of what, as the base tells where it says who someone is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.memberships import memberships_of

Check = Callable[[str], list[Checked]]


def told(check: Check, text: str) -> list[str]:
    """What the base has instead of a membership that a sentence tells of; "" where it says nothing of it."""
    (found,) = check(text)
    return [one.instead for one in found.verdict.differences if one.sort == "negation"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway is a member of the EU.",
        "The UK is an EU member.",
        "Norway, an EU member, has a security and defence partnership.",
        "The United Kingdom belongs to the European Union.",
        "Britain is still a member state of the EU.",
    ],
)
def test_who_is_told_to_be_a_member_and_is_none_by_the_base_differs(check: Check, text: str) -> None:
    (found,) = check(text)
    assert found.verdict.word == "differs"
    assert "not a member" in told(check, text)


def test_who_is_told_to_be_none_and_is_one_by_the_base_differs(check: Check) -> None:
    assert "a member" in told(check, "Italy, a non-EU country, is a partner of Japan in a fighter jet.")
    assert "a member" in told(check, "Italy is not a member of the EU.")


@pytest.mark.parametrize("text", ["Japan is a member of NATO.", "Ukraine is an EU member.", "Canada, a NATO country."])
def test_a_membership_of_which_the_base_says_nothing_has_no_source(check: Check, text: str) -> None:
    (found,) = check(text)
    assert found.verdict.word in ("differs", "no source")


@pytest.mark.parametrize(
    "text",
    [
        "Italy is a member of the EU.",
        "Norway is not a member of the EU.",
        "The UK is not an EU member.",
        "Kaja Kallas is a member of the European Commission.",
        "Japan is developing a new fighter jet with EU member Italy and Britain.",
        "The EU has security and defence partnerships with non-EU European countries such as Norway.",
    ],
)
def test_a_membership_that_the_base_tells_of_does_not_differ(check: Check, text: str) -> None:
    assert told(check, text) == []


def test_member_states_as_such_are_members_of_nothing_else(check: Check) -> None:
    assert told(check, "EU member states are buying more military equipment from outside the EU.") == []


@pytest.mark.parametrize(
    ("record", "known"),
    [("norway", {False}), ("united-kingdom", {False}), ("italy", {True}), ("japan", set[bool]()), ("sdp", set[bool]())],
)
def test_memberships_are_read_where_the_base_says_who_someone_is(
    checker: Checker, record: str, known: set[bool]
) -> None:
    of_the_eu = {is_one for bodies, is_one in memberships_of(checker.facts, record) if "eu" in bodies}
    assert of_the_eu == known


def test_memberships_are_read_of_any_facts(checker: Checker) -> None:
    found = memberships_of(Facts(checker.facts.base, checker.names, ()), "kallas")
    assert (("european-commission",), True) in found
