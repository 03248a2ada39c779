"""`eujdef verify`: what it prints, its JSON, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from eujdef_tui.cli.verdict_lines import counted, draft_object, verdict_lines
from eujdef_tui.store import SHIPPED, Base, open_base
from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.draft_file import MAX_CHARACTERS
from tests.helpers.processes import eujdef

DRAFT = """# Remarks on the partnership

Ladies and gentlemen, good morning.

In November 2024 the **European Union** and Japan announced a partnership on security and
defence. Josep Borrell called it *historic*. He unveiled the pact together with Fumio Kishida.

- Japan is aiming at 3% of GDP for defence by 2027.
- The orchestra played Mahler in Vienna.

```
5% of nothing
```
"""
TRUE = "China is increasing its military pressure on Taiwan.\n"
FALSE = "China is reducing its military pressure on Taiwan.\n"
UNKNOWN = "The orchestra played Mahler in Vienna.\n"


@pytest.fixture(scope="module")
def base() -> Iterator[Base]:
    found = open_base(SHIPPED)
    yield found
    found.close()


@pytest.fixture(scope="module")
def lines(base: Base) -> list[str]:
    """The lines on the draft."""
    found = list(Checker(base).check(DRAFT))
    return [line for line, _ in verdict_lines(base, "d.md", DRAFT, [found], whole=False)]


@pytest.mark.slow
def test_a_line_has_place_verdict_and_sentence_and_below_it_reason_fact_quote_and_names(lines: list[str]) -> None:
    at = lines.index("d.md:6:46: differs: He unveiled the pact together with **Fumio Kishida**.")
    assert lines[at + 1] == "    The draft has the name “Fumio Kishida”, the base “Takeshi Iwaya”."
    assert lines[at + 2].endswith("[sdp-announced]")
    assert lines[at + 3].startswith("      ✓ AFP report, about 1 Nov 2024: “Japan and the European Union announced")
    assert lines[at + 4] == "    names: Fumio Kishida [kishida]"


@pytest.mark.slow
@pytest.mark.counts_lines
def test_names_stand_in_brackets_and_marks_of_markdown_are_left_out(lines: list[str]) -> None:
    assert (
        "d.md:5:1: supported: In November 2024 the [European Union] and [Japan] announced a partnership on security and"
        " defence." in lines
    )
    assert "d.md:6:10: supported: [Josep Borrell] called it historic." in lines


def test_items_of_a_list_are_placed_behind_their_marks(lines: list[str]) -> None:
    assert "d.md:8:3: differs: [Japan] is aiming at **3%** of GDP for defence by 2027." in lines
    assert any(line.startswith("d.md:9:3: no source: The orchestra") for line in lines)


def test_what_has_nothing_to_check_is_printed_only_when_all_is_asked_for(base: Base, lines: list[str]) -> None:
    assert not any("nothing to check" in line for line in lines)
    found = list(Checker(base).check(DRAFT))
    whole = [line for line, _ in verdict_lines(base, "d.md", DRAFT, [found], whole=True)]
    told = [line for line in whole if "nothing to check" in line]
    assert [line.split(": ")[0] for line in told] == ["d.md:1:3", "d.md:3:1", "d.md:11:1"]


def test_the_nearest_fact_is_called_so_where_no_source_says_it(lines: list[str]) -> None:
    at = next(at for at, line in enumerate(lines) if line.startswith("d.md:9:3: no source"))
    assert lines[at + 2].startswith("    nearest: ")


def test_sentences_are_counted_by_verdict(base: Base) -> None:
    assert counted(list(Checker(base).check(DRAFT))) == "2 supported, 2 differs, 1 no source, 3 nothing to check"


def test_a_text_without_a_sentence_is_said_to_have_none() -> None:
    assert counted([]) == "no sentence to check"


def test_the_object_has_every_sentence_with_offsets_into_the_draft(base: Base) -> None:
    found = draft_object(base, "d.md", DRAFT, list(Checker(base).check(DRAFT)))
    assert found["schema_version"] == 1
    assert found["file"] == "d.md"
    assert sum(found["counts"].values()) == len(found["sentences"]) == 8
    for one in found["sentences"]:
        assert DRAFT[one["start"] : one["end"]] == one["text"]
        line = DRAFT.splitlines()[one["line"] - 1]
        assert line[one["column"] - 1 :].startswith(one["text"].splitlines()[0][: len(line) - one["column"] + 1])
        for named in one["names"]:
            assert DRAFT[named["start"] : named["end"]] == named["text"]
            assert all(base.number(record) for record in named["ids"])
        for odd in one["differences"]:
            assert odd["base"] is None or odd["base"]
        if one["verdict"] in ("supported", "differs"):
            assert one["fact"]["evidence"][0]["quote"]
        assert one["why"]


def test_differing_words_have_their_place_and_kind(base: Base) -> None:
    found = draft_object(base, "d.md", DRAFT, list(Checker(base).check(DRAFT)))
    odd = [one["differences"][0] for one in found["sentences"] if one["verdict"] == "differs"]
    assert [(one["kind"], DRAFT[one["start"] : one["end"]], one["base"]) for one in odd] == [
        ("name", "Fumio Kishida", "Takeshi Iwaya"),
        ("number", "3%", "2%"),
    ]


# --- processes ---


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TRUE, 0),
        ("Good morning.\n", 0),
        (FALSE, 4),
        (UNKNOWN, 1),
        (TRUE + "\n" + UNKNOWN, 1),
        (FALSE + "\n" + UNKNOWN, 4),
    ],
)
def test_the_exit_code_says_whether_all_is_supported(text: str, code: int) -> None:
    ran = eujdef("verify", "-", stdin=text)
    assert ran.code == code, ran.err
    assert "Traceback" not in ran.err


@pytest.mark.slow
def test_a_file_is_read_and_named_as_it_was_typed(tmp_path: Path) -> None:
    (tmp_path / "my speech.md").write_text(TRUE, encoding="utf-8")
    ran = eujdef("verify", "my speech.md", cwd=tmp_path)
    assert ran.code == 0
    assert ran.lines[0].startswith("my speech.md:1:1: supported: [China] is increasing")
    assert ran.err == "1 supported\n"


@pytest.mark.slow
@pytest.mark.parametrize("end", ["\r", "\r\n"], ids=["CR", "CRLF"])
def test_other_line_ends_change_neither_verdicts_nor_places(lines: list[str], end: str) -> None:
    ran = eujdef("verify", "-", stdin=DRAFT.replace("\n", end))
    assert ran.code == 4
    assert [line.split(": ")[:2] for line in ran.lines if line.startswith("-:")] == [
        [line.split(": ")[0].replace("d.md", "-"), line.split(": ")[1]] for line in lines if line.startswith("d.md:")
    ]


@pytest.mark.counts_lines
@pytest.mark.slow
def test_json_is_one_object_and_stderr_stays_empty() -> None:
    ran = eujdef("verify", "--json", "-", stdin=FALSE)
    assert (ran.code, ran.err) == (4, "")
    (line,) = ran.lines
    assert json.loads(line)["counts"]["differs"] == 1


@pytest.mark.counts_lines
@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "- has no text"),
        (b" \n\n", "- has no text"),
        (b"caf\xe9\n", "- is not UTF-8: line 1 has the byte 0xE9"),
        (b"x" * (MAX_CHARACTERS + 1), "- has more than 500,000 characters"),
        (b"x" + "日".encode() * 2 * MAX_CHARACTERS, "- has more than 500,000 characters"),  # cut within a character
    ],
    ids=["empty", "blank", "latin-1", "long", "cut"],
)
def test_what_cannot_be_checked_is_said_with_the_next_step(data: bytes, said: str) -> None:
    ran = eujdef("verify", "-", stdin=data)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"eujdef: {said}\n    ")


@pytest.mark.counts_lines
@pytest.mark.slow
def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    ran = eujdef("verify", "none.md", cwd=tmp_path)
    assert ran.code == 2
    assert "There is no file none.md." in ran.err


@pytest.mark.slow
def test_hostile_text_is_cleaned_and_keeps_its_columns() -> None:
    ran = eujdef("verify", "-", stdin="\x1b[31mAh.\x1b[0m\n\x07\u202e " + TRUE)
    assert not {"\x1b", "\x07", "\u202e"} & set(ran.out + ran.err)
    assert "-:2:1: supported: ��� [China]".replace("���", "��") in ran.out


@pytest.mark.counts_lines
@pytest.mark.slow
def test_a_mark_of_the_byte_order_counts_as_no_column() -> None:
    ran = eujdef("verify", "-", stdin="\ufeff" + TRUE)
    assert ran.lines[0].startswith("-:1:1: supported")


@pytest.mark.slow
def test_another_fact_file_answers_for_itself() -> None:
    ran = eujdef("verify", "-", "-f", str(Path(__file__).parents[1] / "corpora" / "metre.yaml"), stdin=TRUE)
    assert ran.code == 1


@pytest.mark.counts_lines
def test_without_a_terminal_the_screen_says_what_answers_instead(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    ran = eujdef("verify", "--screen", str(draft))
    assert ran.code == 2
    assert ran.out == ""
    assert "needs a terminal" in ran.err
    assert "Without --screen" in ran.err
