"""What linear mode holds against the facts: a text, the fact file by its rules, another state of it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from eujdef_tui.linear.explorer import Opening
from eujdef_tui.store import Base, open_base
from tests.helpers.linear import hear
from tests.tui.test_changed_files import change

DRAFT = """# A talk

Hello everyone.
Seventeen states signed the Metre Convention in Paris on 20 May 1875.
Japan joined the Metre Convention in 1899. Otters knit mittens in Lisbon.
"""


def answers(facts: Path, *lines: str, kiosk: bool = False) -> list[list[str]]:
    with closing(open_base(facts)) as base:
        return hear(base, *lines, opening=Opening(fact_file=facts, kiosk=kiosk))


# --- verify ---


def test_what_is_not_supported_is_read_first_with_its_line_reason_and_fact(metre: Base, tmp_path: Path) -> None:
    (tmp_path / "talk.md").write_text(DRAFT, encoding="utf-8")
    listed, read, back = hear(metre, f"verify {tmp_path / 'talk.md'}", "1", "b")
    assert listed[0] == (
        "5 sentences: 1 differs, 1 has no source, 1 is supported, 2 have nothing to check."
    )  # fmt: skip
    verdicts = [line for line in listed if line[:2] in ("1.", "2.", "3.")]
    assert verdicts[0] == "1. Line 5, differs: Japan joined the Metre Convention in 1899."
    assert verdicts[1] == "2. Line 5, no source: Otters knit mittens in Lisbon."
    assert verdicts[2].startswith("3. Line 4, supported: Seventeen states signed")
    assert "“1899”" in listed[2]
    assert listed[3].startswith("Japan joins the Metre Convention, 1885, happened")
    assert listed[4].startswith("Word for word, Measures, about May 2023: “")
    assert read[0].startswith("Japan joins the Metre Convention, ")
    assert back == listed


def test_a_sentence_is_checked_as_it_is_typed_and_has_no_line(metre: Base) -> None:
    (listed,) = hear(metre, "verify Japan joined the Metre Convention in 1899.")
    assert listed[:2] == ["1 sentence: 1 differs.", "1. Differs: Japan joined the Metre Convention in 1899."]


def test_a_sentence_with_nothing_to_check_is_told_why(metre: Base) -> None:
    (listed,) = hear(metre, "verify Hello everyone.")
    assert listed[0] == "1 sentence: 1 has nothing to check."
    assert len(listed) == 2


def test_an_answer_that_no_fact_is_near_leads_nowhere_and_says_so(metre: Base) -> None:
    _, read = hear(metre, "verify Otters knit mittens in Lisbon.", "1")
    assert read == ["Answer 1 leads to no fact: list reads the answers again."]


def test_j_and_k_pass_over_a_sentence_that_no_fact_is_near_and_it_cannot_be_marked(metre: Base) -> None:
    lie, strange, truth = "Japan joined in 1899.", "Otters knit mittens.", "Seventeen states signed in Paris."
    listed, first, third, back, mark = hear(
        metre, f"verify {lie.replace('in', 'the Metre Convention in', 1)} {strange} {truth}", "j", "j", "k", "mark 2"
    )
    assert [line[:2] for line in listed if line[:1].isdigit()][1:] == ["1.", "2.", "3."]
    assert (first[0][:3], third[0][:3], back[0][:3]) == ("1. ", "3. ", "1. ")
    assert mark == ["Answer 2 leads to no fact: list reads the answers again."]


def test_j_goes_on_though_two_sentences_lead_to_one_fact(metre: Base) -> None:
    lie = "Japan joined the Metre Convention in"
    _, first, second, end = hear(metre, f"verify {lie} 1899. {lie} 1901.", "j", "j", "j")
    assert (first[0][:3], second[0][:3]) == ("1. ", "2. ")
    assert first[0][3:] == second[0][3:]
    assert end == ["There are no more answers that way: they go from 1 to 2."]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("verify", "Verify what? For example verify speech.md, or verify and a sentence of yours."),
        ("verify ./none.md", "There is no file none.md. Correct the name or add the file."),
        ("diff", "Compared with what? For example diff HEAD~1, or diff old.yaml; changes tells what is new to you."),
    ],
)
def test_a_command_without_what_it_needs_says_what_to_type(facts: Path, line: str, said: str) -> None:
    assert answers(facts, line) == [[said]]


def test_a_shared_box_reads_no_files_but_checks_a_sentence(facts: Path) -> None:
    read, sentence, check, diff = answers(
        facts, "verify /etc/hostname", "verify Japan joined the Metre Convention in 1899.", "check", "diff HEAD",
        kiosk=True,
    )  # fmt: skip
    assert read == ["A shared box reads no files: verify and a sentence of yours checks that sentence."]
    assert sentence[0] == "1 sentence: 1 differs."
    assert check[0].startswith("A shared box does not check fact files")
    assert diff[0].startswith("A shared box does not compare fact files")


def test_a_base_alone_has_no_file_to_check(metre: Base) -> None:
    (said,) = hear(metre, "check")
    assert said == ["Only a base is open: open its fact file with the option -f for that."]


# --- check ---


def test_check_says_that_nothing_is_weak_or_lists_what_is(facts: Path) -> None:
    (sound,) = answers(facts, "check")
    assert sound[0].startswith("Every quote holds, ")
    change(facts, "quote: Bryan Kibble", "quote: Brian Kibble")
    (weak,) = answers(facts, "check")
    assert weak[0].startswith("Not every quote holds, ")
    assert any(": " in line and "of the rule quote-" in line for line in weak)
    assert not any("\n" in line for line in weak)


def test_check_says_what_makes_a_file_useless(facts: Path) -> None:
    with closing(open_base(facts)) as base:
        change(facts, "  - id: kibble\n", "  - id: kibble\n    shoe: 4\n")
        (said,) = hear(base, "check", opening=Opening(fact_file=facts))
    assert said[0].startswith("The fact file has changed")
    assert said[1] == "The fact file cannot be used, 1 problem."
    assert said[2].startswith(f"1. Error in {facts.name}, line ")


# --- diff ---


def test_diff_lists_what_changed_from_another_file_and_numbers_read(facts: Path, tmp_path: Path) -> None:
    old = facts.with_name("old.yaml")
    old.write_bytes(facts.read_bytes())
    change(facts, "date: 2030\n", "date: 2031-05~\n")
    listed, read, same = answers(facts, f"diff {old}", "1", f"diff {facts}")
    assert listed[0].endswith(f"to {facts.name}: 1 changed.")
    assert listed[1:4] == [
        "Changed:",
        "1. Redefinition of the second, about May 2031, planned, not yet due.",
        "Date: was 2030, is about May 2031.",
    ]
    assert read[0].startswith("Redefinition of the second, ")
    assert same[0].endswith(": nothing changed.")


def test_diff_tells_the_title_and_date_of_what_is_gone(facts: Path) -> None:
    old = facts.with_name("old.yaml")
    old.write_bytes(facts.read_bytes())
    visit = (
        "{id: visit, kind: meeting, title: A visit, date: 2001, status: happened, evidence: [{source: metre-article,"
    )
    change(
        old, "\n  - id: new-second", f"\n  - {visit} quote: The idea of the metre was older.}}]}}\n\n  - id: new-second"
    )
    (listed,) = answers(facts, f"diff {old}")
    assert listed[1:] == ["Gone: event visit, A visit, 2001."]


def test_a_revision_that_git_does_not_know_is_told_as_it_was_typed(facts: Path) -> None:
    (said,) = answers(facts, "diff HEAD~99999")
    assert said[0].startswith("HEAD~99999 is ")


@pytest.mark.parametrize("line", ["diff none.yaml", "eujdef diff none.yaml"])
def test_a_file_that_is_not_there_is_told_by_its_name(facts: Path, line: str) -> None:
    (said,) = answers(facts, line)
    assert said == ["none.yaml: There is no file none.yaml."]
