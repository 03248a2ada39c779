"""An outside command that drafts: what it is asked, and every way in which it may misbehave."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

import pytest

from eujdef_tui.draft.answer import Reading, merged, read_answer
from eujdef_tui.draft.command import MAX_ANSWER, ask, words_of
from eujdef_tui.draft.counted_dates import Issued
from eujdef_tui.draft.drafting import draft
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.outside import draft_with
from eujdef_tui.draft.prompt import prompt
from eujdef_tui.draft.sentences import read_sentences
from eujdef_tui.errors import OutsideError
from eujdef_tui.model.records import Actor

TEXT = "Norway signed a pact on Friday.\nKarin Holm said it would cost 5 million euros."
ISSUED = "2024-11-04"


def python(code: str) -> str:
    """A command line that runs some Python."""
    return shlex.join([sys.executable, "-c", code])


def read(answer: str) -> Reading:
    return read_answer(answer, TEXT, read_sentences(TEXT), Issued.of(ISSUED), "model")


# --- the command ---


def test_a_command_gets_the_prompt_and_its_answer_and_its_talk_come_back() -> None:
    answer = ask(python("import sys; print(sys.stdin.read()[::-1]); print('hm', file=sys.stderr)"), "abc", 30)
    assert (answer.text.strip(), answer.talk.strip()) == ("cba", "hm")


def test_a_command_that_does_not_read_its_prompt_is_not_waited_for() -> None:
    assert ask(python("print('done')"), "x" * 1_000_000, 30).text == "done\n"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (python("raise SystemExit(3)"), "exit code 3"),
        (python("import sys; sys.exit('no key')"), "no key"),
        (python("import time; time.sleep(60)"), "no answer in 0.3 s"),
        (python("import os, time; os.close(1); os.close(2); time.sleep(60)"), "did not end"),
        (python(f"import sys; sys.stdout.write('x' * {MAX_ANSWER + 1})"), "more than 2 MB"),
        ("no-such-program-here", "cannot be run"),
        ("'unclosed", "cannot be read"),
        ("", "is empty"),
    ],
)
def test_every_other_end_of_a_command_is_no_draft_and_says_why(command: str, said: str) -> None:
    with pytest.raises(OutsideError, match=said) as raised:
        ask(command, "prompt", 0.3 if "sleep" in command else 30)
    assert raised.value.advice
    assert raised.value.exit_code == 1


def test_no_shell_reads_the_command() -> None:
    assert words_of("llm -m 'a b' ; rm $HOME") == ["llm", "-m", "a b", ";", "rm", "$HOME"]


def test_the_children_of_a_command_end_with_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "held")
    held = os.open(tmp_path / "held", os.O_RDONLY | os.O_NONBLOCK)
    child = f"import time; held = open({str(tmp_path / 'held')!r}, 'w'); time.sleep(60)"
    code = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {child!r}]); time.sleep(60)"
    with pytest.raises(OutsideError):
        ask(python(code), "", 1)
    os.set_blocking(held, True)
    assert os.read(held, 1) == b""  # comes when no process has the other end any more
    os.close(held)


# --- the prompt ---


def test_the_prompt_has_numbered_sentences_the_known_names_and_no_example_fact() -> None:
    known = Known(
        [
            Actor(id="no", kind="country", name="Norway", evidence=()),
            Actor(id="x", kind="person", name="Zo Zu", evidence=()),
        ]
    )
    asked = prompt(TEXT, read_sentences(TEXT), known)
    assert "[1] Norway signed a pact on Friday." in asked
    assert "- no: Norway" in asked
    assert "Zo Zu" not in asked
    assert '{name: "NAME", kind: KIND, sentence: NUMBER}' in asked


# --- the answer ---

GOOD = """\
events:
  - {title: "A pact", kind: signing, status: happened, date_text: "on Friday", actors: [no], sentence: 1}
"""


@pytest.mark.parametrize(
    "answer", [GOOD, f"Here you are:\n```yaml\n{GOOD}```\nBye: now", f"Sure!\n\n{GOOD}", f"```\n{GOOD}"]
)
def test_yaml_is_read_bare_in_a_fence_and_after_talk(answer: str) -> None:
    (one,) = read(answer).drafts
    assert (one.record, one.title, one.actors, one.by) == ("event", "A pact", ("no",), "model")


def test_its_date_is_counted_by_us_from_its_words() -> None:
    (one,) = read(GOOD.replace("kind: signing", "kind: signing, date: 1999-01-01")).drafts
    assert (one.date, one.date_text) == ("2024-11-01", "on Friday")


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ('quote: "Norway sank"', "quote is not in its sentence"),
        ('date_text: "in 1999"', "date are not in its sentence"),
    ],
)
def test_what_it_did_not_copy_letter_for_letter_is_refused(key: str, reason: str) -> None:
    (one,) = read(f"events:\n  - {{title: T, kind: k, {key}, sentence: 1}}").drafts
    assert reason in one.refused
    assert one.evidence[0].quote == "Norway signed a pact on Friday."


@pytest.mark.parametrize(
    "item",
    [
        "[a, b]", "text", "{kind: k, sentence: 1}", "{title: T, kind: k}", "{title: T, kind: k, sentence: 9}",
        "{title: T, kind: k, sentence: -1}", "{title: T, kind: 'a b!', sentence: 1}",
        "{title: [T], kind: k, sentence: 1}",
        "{title: T, kind: k, status: maybe, sentence: 1}", "{title: T, kind: k, value: lots, sentence: 1}",
        "{title: T, kind: k, actors: [[no]], sentence: 1}", "{title: T, sentence: 1}",
    ],
)  # fmt: skip
def test_an_item_of_another_form_is_told_and_the_others_live(item: str) -> None:
    found = read(f"{GOOD}  - {item}\n")
    assert [one.title for one in found.drafts] == ["A pact"]
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "I cannot help with that.",
        "events: {",
        "- a\n- b",
        "events:\n  - &a [*a]",
        "events:\n" + "  - [" * 60,
        "\x00events:\n",
    ],
)
def test_what_is_no_list_of_facts_is_no_draft(answer: str) -> None:
    with pytest.raises(OutsideError, match="gave no draft"):
        read(answer)


def test_one_fact_of_both_is_one_draft_with_both_names() -> None:
    ours = draft(TEXT, ISSUED, Known()).drafts
    together = list(merged(ours, read(GOOD).drafts))
    assert len(together) == len(ours)
    assert next(one.by for one in together if one.record == "event") == "rules + model"


def test_what_is_sent_and_to_whom_is_said_before_it_is_sent() -> None:
    told: list[str] = []
    code = f"print({GOOD!r}); import sys; print('\\x1b[31mloading', file=sys.stderr)"
    drafted = draft(TEXT, ISSUED, Known())
    both = draft_with(python(code), 30, TEXT, ISSUED, Known(), drafted, told.append)
    assert told[0].startswith("eujdef: sends ")
    assert told[0].endswith(f"to: {sys.executable}")
    assert told[1] == f"{sys.executable}: \ufffd[31mloading"
    assert any("model" not in one.by and one.by != "rules" for one in both.drafts)


def test_a_command_is_given_the_sentences_that_the_rules_have_drafted_and_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("eujdef_tui.draft.drafting.MAX_DRAFTS", 1)
    told: list[str] = []
    code = (
        "import sys; asked = sys.stdin.read(); print('holm' if 'Holm' in asked else 'no holm', file=sys.stderr);"
        f"print({GOOD!r}.replace('sentence: 1', 'sentence: 2'))"
    )
    drafted = draft(TEXT, ISSUED, Known())
    both = draft_with(python(code), 30, TEXT, ISSUED, Known(), drafted, told.append)
    assert drafted.rest == TEXT.index("Karin")
    assert both == drafted
    assert told[1] == f"{sys.executable}: no holm"
    assert "there is no sentence '2'" in told[2]
