"""What a sentence says that there is not, or that is still to come, where the base has it as made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.evidence import evidenced
from eujdef_tui.verify.existence import existence_differs
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.steps import is_there
from tests.verify.one_comparison import held

Check = Callable[[str], list[Checked]]


@pytest.mark.parametrize(
    "text",
    [
        "The EU's security partnership with Norway does not exist yet.",
        "The security and defence partnership between the EU and Japan does not exist.",
        "A security partnership of the EU with Norway is nonexistent.",
        "No such partnership exists between the EU and Norway.",
        "The EU's security partnership with Norway has still to be established.",
        "The EU's security and defence partnership with Norway is yet to be.",
    ],
)
def test_what_was_made_is_not_told_as_missing(check: Check, text: str) -> None:
    (found,) = check(text)
    assert found.verdict.word == "differs"
    assert {one.sort for one in found.verdict.differences} & {"negation", "status"}


@pytest.mark.parametrize(
    "text",
    [
        "There exists a security partnership between the EU and Norway.",
        "The EU-Japan industry dialogue does not exist yet.",
        "An Asian NATO does not exist.",
        "A defence industry dialogue between the EU and Japan has still to be launched.",
    ],
)
def test_what_is_there_may_be_told_and_what_is_only_wanted_denied(check: Check, text: str) -> None:
    (found,) = check(text)
    assert [one.said for one in found.verdict.differences if one.sort == "negation" or one.said == "still"] == []


@pytest.mark.parametrize(
    ("fact", "told"),
    [("eu-norway-established", True), ("dialogue-launch", False), ("afp-ishiba-alliance", False)],
)
def test_something_is_there_if_it_was_brought_about_and_no_step_is_ahead(
    checker: Checker, fact: str, told: bool
) -> None:
    found = next(one for one in checker.facts.facts if one.id == fact)
    assert is_there(evidenced(found, checker.facts)) is told


def test_a_first_partnership_in_asia_is_no_proof_that_the_european_one_is_ahead(
    checker: Checker, hear: Callable[..., Heard]
) -> None:
    heard = hear("The EU's security partnership with Norway has still to be established.")
    (found,) = held(checker, heard, "nr-first-in-asia", existence_differs)
    assert (found.said, found.sort) == ("still", "status")
    heard = hear("A security partnership of the EU with Korea has still to be established.")
    assert held(checker, heard, "nr-first-in-asia", existence_differs) == []
