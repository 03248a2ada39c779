"""What the tests of the verifier share: the shipped base, read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from eujdef_tui.store import SHIPPED, Base, open_base
from eujdef_tui.verify.checking import Checked, Checker
from eujdef_tui.verify.context import Context
from eujdef_tui.verify.heard import Heard
from eujdef_tui.verify.pieces import Pieces


@pytest.fixture(scope="package")
def base() -> Iterator[Base]:
    """The shipped base."""
    found = open_base(SHIPPED)
    yield found
    found.close()


@pytest.fixture(scope="package")
def checker(base: Base) -> Checker:
    """What checks drafts against it."""
    return Checker(base)


@pytest.fixture(scope="package")
def check(checker: Checker) -> Callable[[str], list[Checked]]:
    """The parts of a text with their verdicts."""
    return lambda text: list(checker.check(text))


@pytest.fixture(scope="package")
def hear(checker: Checker) -> Callable[..., Heard]:
    """A sentence as it is heard, after other ones."""

    def heard(text: str, *before: str) -> Heard:
        context = Context()
        for sentence in before:
            (checked,) = checker.check(sentence)
            one = Heard(Pieces(sentence), checker.names, checker.thesaurus, context)
            context.note(one.mentioned, checked.verdict.fact)
        return Heard(Pieces(text), checker.names, checker.thesaurus, context)

    return heard
