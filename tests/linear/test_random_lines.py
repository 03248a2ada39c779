"""Whatever is typed: no traceback, nothing that steers a terminal, and the end of the input ends it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eujdef_tui.linear.command_table import COMMANDS
from eujdef_tui.linear.explorer import Opening
from eujdef_tui.linear.session import run
from eujdef_tui.store import Base

NEVER = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2500-\u259f\u25a0-\u25ff\u2800-\u28ff\u202a-\u202e\u2066-\u2069]")

WORDS = [word for one in COMMANDS for word in (one.name, *one.short) if one.name not in ("edit", "open", "quit")]
ARGUMENTS = [
    "",
    "1",
    "2",
    "7",
    "999",
    "0",
    "all",
    "marked",
    "chicago",
    "csv",
    "kibble",
    "2024",
    "nov 2024",
    "copy",
    "kind:",
]
QUERIES = [
    "kibble",
    "delambre",
    "convention",
    "metre kilogram",
    "zzzz",
    "kind:event",
    "kind:x",
    '"open',
    "!",
    "1875",
    ":",
]


def commands() -> st.SearchStrategy[str]:
    """Lines that are commands, with what fits them and what does not."""
    return st.builds(lambda word, rest: f"{word} {rest}".strip(), st.sampled_from(WORDS), st.sampled_from(ARGUMENTS))


LINES = st.lists(st.one_of(commands(), commands(), st.sampled_from(QUERIES), st.text(max_size=40)), max_size=12)


def answered(base: Base, lines: list[str], *, kiosk: bool) -> str:
    out = io.StringIO()
    typed = "\n".join(line.replace("\n", " ").replace("\r", " ") for line in lines)
    assert run(base, io.StringIO(typed), out, Opening(kiosk=kiosk)) == 0
    return out.getvalue()


@pytest.mark.slow  # a thousand lines
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES, kiosk=st.booleans())
def test_random_lines_are_answered_in_words_to_the_end(
    metre: Base, tmp_path_factory: pytest.TempPathFactory, lines: list[str], *, kiosk: bool
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder(tmp_path_factory))
        out = answered(metre, lines, kiosk=kiosk)
    found = NEVER.search(out)
    assert not found, out[max(0, found.start() - 60) : found.end() + 60]
    assert "Traceback" not in out
    assert out.endswith("> \n")


@pytest.mark.counts_lines
@pytest.mark.slow  # three hundred lines over the shipped facts
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(commands(), st.sampled_from(["kalas", "spa", "is:coming", "sumit", "石破茂"])), max_size=8))
def test_so_they_are_over_the_shipped_facts(
    corpus: Base, tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder(tmp_path_factory))
        out = answered(corpus, lines, kiosk=True)
    assert not NEVER.search(out)


def folder(factory: pytest.TempPathFactory) -> Path:
    """A folder for files that a line writes."""
    return factory.mktemp("written", numbered=True)


@pytest.mark.slow
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_a_query_or_one_sentence(metre: Base, text: str) -> None:
    out = answered(metre, [text], kiosk=True)
    assert not NEVER.search(out)
    assert len(out.splitlines()) > 3
