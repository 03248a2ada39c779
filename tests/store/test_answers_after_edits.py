"""What is typed finds the same on a base that edits changed as on one made whole, where search looks at a few of many.

Most facts of a large base have one weight, and of those that have a word only the first are looked at.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eujdef_tui.search import pipeline
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.search.results import Result
from eujdef_tui.store import folder as preparing
from eujdef_tui.store import open_base, patch
from tests.store.test_edits_in_place import BEFORE, Files, edited, fact, facts_of, with_file, written

LISTED = 3  # hits: search looks at few more
TYPED = ("a", "ad", "ada b", "kal", "kalas", "byrn", "so", "said", "talks", "岩", "35", "of jet", "stra", "ada kallas")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder in which any edit may be made in place, and of whose facts search looks at few."""
    with tempfile.TemporaryDirectory() as made, pytest.MonkeyPatch.context() as patched:
        for module in (patch, preparing):
            patched.setattr(module, "_SHARE", 1)
        patched.setattr(pipeline, "FIRST", 1)  # of each view
        yield Path(made)


def answers(folder: Path, cache: str, *, plain: bool = False) -> list[Result]:
    """What is found for what is typed, in the base of this cache; `plain`: made whole, and never edited."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("EUJDEF_CACHE", str(folder / cache))
        with closing(open_base(folder / "facts")) as base:
            assert base.places.plain or not plain
            return [search(base, parse(text), LISTED) for text in TYPED]


def made_whole(folder: Path) -> list[Result]:
    shutil.rmtree(folder / "whole", ignore_errors=True)
    return answers(folder, "whole", plain=True)


@st.composite
def alike(draw: st.DrawFn) -> Files:
    """A folder with many facts of few names: of each, more than are listed."""
    numbers = iter(range(100))
    return tuple(tuple(draw(facts_of(next(numbers))) for _ in range(8)) for _ in BEFORE)


@pytest.mark.slow
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_what_is_typed_finds_the_same_after_edits_as_in_a_base_made_whole(folder: Path, data: st.DataObject) -> None:
    into = folder / "facts"
    into.mkdir(exist_ok=True)
    shutil.rmtree(folder / "edited", ignore_errors=True)
    files = data.draw(alike())
    for _ in range(3):
        written(files, into)
        assert answers(folder, "edited") == made_whole(folder)
        files = data.draw(edited(files))


def test_an_event_that_an_edit_puts_first_is_found_first_of_its_weight(folder: Path) -> None:
    into = folder / "facts"
    into.mkdir()
    events = [fact(20 + nth, "event", day=2, to=nth % 2) for nth in range(12)]
    written(with_file(1, *events), into)
    answers(folder, "edited")
    written(with_file(1, fact(40, "event", day=1), *events), into)
    after = answers(folder, "edited")
    assert after == made_whole(folder)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("EUJDEF_CACHE", str(folder / "edited"))
        with closing(open_base(into)) as base:
            assert not base.places.plain
            found = search(base, parse("byron"), LISTED).hits
            assert "f40" in [base.record(hit.n).record.id for hit in found]
