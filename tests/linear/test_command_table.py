"""The commands of the linear mode: how a line is read, and that the screen has nothing that lines have not."""

from __future__ import annotations

from collections import Counter

import pytest

from eujdef_tui.linear.command_table import COMMANDS, NOT_NEEDED, Given, command_of, table
from eujdef_tui.linear.program import RUN
from eujdef_tui.store import Base
from eujdef_tui.tui.key_bindings import KEYS
from tests.helpers.linear import hear


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("", Given("more")),
        ("3", Given("read", "3")),
        ("003", Given("read", "3")),
        ("12", Given("read", "12")),
        ("2024", Given("find", "2024")),
        ("read 2024", Given("read", "2024")),
        ("read", Given("read")),
        ("kalas", Given("find", "kalas")),
        ("/more", Given("find", "more")),
        ("/", Given("find", "")),
        ("find", Given("find")),
        ("find more", Given("find", "more")),
        ("n", Given("quote")),
        ("N", Given("quote before")),
        ("n korea", Given("find", "n korea")),
        ("c", Given("copy")),
        ("y", Given("copy")),
        ("c chicago", Given("copy", "chicago")),
        ("c chicago marked", Given("copy", "chicago marked")),
        ("c marked chicago", Given("copy", "marked chicago")),
        ("copy marked", Given("copy", "marked")),
        ("copy machine", Given("find", "copy machine")),
        ("export controls", Given("find", "export controls")),
        ("export csv", Given("export", "csv")),
        ("export csv marked", Given("export", "csv marked")),
        ("brief", Given("brief")),
        ("brief marked", Given("brief", "marked")),
        ("brief html marked", Given("brief", "html marked")),
        ("brief meeting", Given("find", "brief meeting")),
        ("date 1 nov 2024", Given("date", "1 nov 2024")),
        ("date of entry", Given("find", "date of entry")),
        ("date", Given("date")),
        ("t 2025", Given("date", "2025")),
        ("timeline", Given("timeline")),
        ("timeline of the war", Given("find", "timeline of the war")),
        ("all", Given("all")),
        ("all partners", Given("find", "all partners")),
        ("next view", Given("next view")),
        ("]", Given("next view")),
        ("next", Given("next")),
        ("j", Given("next")),
        ("j 5", Given("next", "5")),
        ("next summit", Given("find", "next summit")),
        ("mark", Given("mark")),
        ("mark all", Given("mark", "all")),
        ("mark 3", Given("mark", "3")),
        ("mark twain", Given("find", "mark twain")),
        ("unmark all", Given("unmark all")),
        ("link 4", Given("link", "4")),
        ("l 4", Given("link", "4")),
        ("a 7", Given("article", "7")),
        ("a treaty", Given("find", "a treaty")),
        ("seek new words", Given("seek", "new words")),
        ("facts 3", Given("facts", "3")),
        ("facts about korea", Given("find", "facts about korea")),
        ("from 11", Given("from", "11")),
        ("from:2024", Given("find", "from:2024")),
        (":", Given("fields")),
        ("?", Given("help")),
        ("h copy", Given("help", "copy")),
        ("'", Given("marks")),
        ("verify", Given("verify")),
        ("verify speech.md", Given("verify", "speech.md")),
        ("verify Japan joined in 1885.", Given("verify", "Japan joined in 1885.")),
        ("check", Given("check")),
        ("check points", Given("find", "check points")),
        ("diff HEAD~1", Given("diff", "HEAD~1")),
        ("diff old.yaml", Given("diff", "old.yaml")),
        ("diff ./facts", Given("diff", "./facts")),
        ("diff 5926b88", Given("diff", "5926b88")),
        ("diff rent", Given("find", "diff rent")),
        ("1234567890123", Given("find", "1234567890123")),
    ],
)
def test_a_line_is_a_command_only_where_all_of_it_fits(line: str, given: Given) -> None:
    assert command_of(line) == given


def test_no_word_or_letter_means_two_commands() -> None:
    words = Counter(word for one in COMMANDS for word in (one.name, *one.short))
    assert [word for word, count in words.items() if count > 1] == []


def test_every_action_of_the_screen_has_a_command_or_a_reason_why_not() -> None:
    covered = [key for one in COMMANDS for key in one.keys] + list(NOT_NEEDED)
    assert {key.name for key in KEYS} - set(covered) == set()
    assert set(covered) - {key.name for key in KEYS} == set()


def test_every_command_is_run_by_something_but_the_one_that_says_again() -> None:
    assert {one.name for one in COMMANDS} - set(RUN) == {"again"}
    assert set(RUN) <= {one.name for one in COMMANDS}


def test_help_reads_every_command_and_one_by_any_of_its_names(metre: Base) -> None:
    everything, one, short, nobody = hear(metre, "help", "help copy", "h c", "help nonsense")
    for command in COMMANDS:
        assert any(line.startswith(f"{command.shown}: ") for line in everything), command.name
    assert one[0] == "copy [FORM] [marked], c, y: the fact with its citation, in lines and in a file."
    assert short == one[:1]
    assert nobody == ["There is no command nonsense: help reads them all."]


def test_the_table_has_a_row_for_each_command_and_each_action_left_out() -> None:
    rows = table().splitlines()[2:]
    assert len(rows) == len(COMMANDS) + len(NOT_NEEDED)
    assert "| `quote`, `n` | the next quote of the fact, or the next match of a seek | next-proof |" in rows
    assert all(row.count("|") == 4 for row in rows)
