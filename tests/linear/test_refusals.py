"""What the linear mode says where a command cannot be done: why, and what can be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from eujdef_tui.linear.explorer import Opening
from eujdef_tui.store import Base, open_base
from tests.helpers.linear import hear


def last(base: Base, *lines: str, opening: Opening | None = None) -> str:
    """The first line of the answer to the last of these lines."""
    return hear(base, *lines, opening=opening)[-1][0]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("kibble", "1", "article", "less", "less", "less"), "This is the beginning of the article: more reads on."),
        (("kibble", "1", "article 999"), "There is no sentence 999: they go from 1 to "),
        (("kibble", "1", "facts 999"), "There is no sentence 999: they go from 1 to "),
        (("kibble", "1", "seek zyxwvu"), "zyxwvu is not in this article: find zyxwvu searches everything."),
        (("kibble", "1", "link 99"), "There is no link 99: they go from 1 to "),
        (("kibble", "99"), "There is no answer 99: they go from 1 to 2, and list reads them."),
        (("sources", "1", "quote"), "An article has no quotes: article reads it, and seek finds words in it."),
        (("kibble", "last", "next"), "There are no more answers that way: they go from 1 to 2."),
        (("back",), "There is nothing to go back to: type a name, a word, a date or a question."),
        (("zyxwvuq", "mark all"), "No answers are listed that could be marked: type a name or a word."),
        (("marks",), "No fact is marked: mark marks the one that is read, and mark 3 answer 3."),
    ],
)
def test_a_command_that_cannot_be_done_says_why_and_what_can(metre: Base, lines: tuple[str, ...], said: str) -> None:
    assert last(metre, *lines).startswith(said)


def test_an_editor_whose_quotation_marks_are_open_is_not_started(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "vi 'open")
    with closing(open_base(facts)) as base:
        heard = last(base, "kibble", "1", "edit", opening=Opening(fact_file=facts))
    assert heard == "VISUAL or EDITOR has quotation marks that are not closed: close them."


def test_without_an_editor_the_line_of_the_fact_is_said(facts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    with closing(open_base(facts)) as base:
        heard = last(base, "kibble", "1", "edit", opening=Opening(fact_file=facts))
    assert heard.startswith("There is no editor: set EDITOR. The fact is in metre.yaml, line ")


def test_a_brief_for_word_goes_into_a_new_file(metre: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert last(metre, "kibble", "brief docx") == "2 facts as docx: in brief-kibble.docx."
    assert (tmp_path / "brief-kibble.docx").read_bytes().startswith(b"PK")


@pytest.fixture
def with_address(facts: Path) -> Iterator[Base]:
    """A base whose sources have an address."""
    text = facts.read_text("utf-8")
    facts.write_text(re.sub(r"(?m)^(\s+)(file: .*)$", r"\1\2\n\1URL: https://example.org/a", text), "utf-8")
    with closing(open_base(facts)) as base:
        yield base


def opened(base: Base) -> list[str]:
    """What is said where the first source is opened."""
    return hear(base, "sources", "1", "open")[2]


def test_over_ssh_the_address_of_a_source_is_said_and_nothing_is_started(
    with_address: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "1")
    assert opened(with_address) == ["Address: https://example.org/a"]


def test_a_browser_that_cannot_be_started_is_said_with_the_reason(
    with_address: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    browser = tmp_path / "w3m"  # one that takes the terminal
    browser.write_bytes(b"\0 no program")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    assert opened(with_address)[1] == f"{browser}: Exec format error."
    monkeypatch.setenv("BROWSER", str(browser.rename(tmp_path / "window")))
    assert opened(with_address)[1] == "Not opened: Exec format error."
