"""The loop of the linear mode: lines in, words out, until they end; what is remembered, what a shared box refuses."""

from __future__ import annotations

import io
import json
import os
from contextlib import closing
from pathlib import Path

import pytest

from eujdef_tui.errors import BaseFileError
from eujdef_tui.linear.explorer import Opening
from eujdef_tui.linear.session import INTERRUPTED, LONGEST, PROMPT, run
from eujdef_tui.present.session_state import SessionState, load_state, save_state, state_path
from eujdef_tui.search.engine import search
from eujdef_tui.store import Base, open_base
from tests.helpers.linear import hear, said


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the session is remembered."""
    monkeypatch.setenv("EUJDEF_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


def saved(base: Base) -> SessionState:
    return load_state(state_path(base) or Path())


# --- lines in, lines out ---


def test_it_begins_with_what_is_open_and_the_day_and_ends_with_the_input(metre: Base) -> None:
    out = said(metre)
    facts = metre.count() - 2
    assert out.startswith(f"{metre.title}, {facts} facts, from 2 articles.\nToday is 1 September 2025, 1 to come.\n")
    assert out.endswith("Type a name, a word, a date or a question. h is help, q quits.\n> \n")


def test_a_line_that_nobody_types_here_is_written_behind_the_prompt(metre: Base) -> None:
    assert "\n> kibble\n2 answers for kibble.\n" in said(metre, "kibble")


def test_a_last_line_without_its_end_is_answered(metre: Base) -> None:
    out = io.StringIO()
    assert run(metre, io.StringIO("kibble"), out, Opening()) == 0
    assert "2 answers for kibble." in out.getvalue()


def test_q_ends_it_and_what_follows_is_not_read(metre: Base) -> None:
    assert "kibble" not in said(metre, "q", "kibble")


def test_a_query_of_the_command_line_is_answered_at_once(metre: Base) -> None:
    assert "\n2 answers for kibble.\n" in said(metre, query="kibble").partition("> ")[0]


def test_a_query_that_is_a_command_is_a_query(metre: Base) -> None:
    assert "Nothing found for more." in said(metre, query="more") or "for more" in said(metre, query="more")


def test_a_line_that_is_too_long_is_refused_whole(metre: Base) -> None:
    long, after = hear(metre, "x" * (LONGEST * 3 + 7), "kibble")
    assert long == [f"This line is longer than {LONGEST:,} letters: ask for less at a time."]
    assert after[0] == "2 answers for kibble."


def test_a_line_as_long_as_may_be_is_searched_for(metre: Base) -> None:
    assert "longer than" not in hear(metre, "k" * LONGEST)[0][0]


def test_bytes_that_steer_a_terminal_are_neither_echoed_nor_said(metre: Base) -> None:
    out = said(metre, "\x1b[31mkibble\x07 \x9b2J │ ●")
    assert not {char for char in out if char < " " and char != "\n"} | ({*out} & {"\x9b", "│", "●"})


def test_again_says_the_last_answer_again(metre: Base) -> None:
    first, again, twice = hear(metre, "kibble", "again", "again")
    assert again == twice == first
    assert hear(metre, "again")[0][0].startswith(metre.title)


# --- ctrl+c ---


class Keyboard(io.StringIO):
    """Hands over lines; "^C" interrupts."""

    def __init__(self, *lines: str) -> None:
        super().__init__()
        self.lines = list(lines)

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        line = self.lines.pop(0) if self.lines else ""
        if line == "^C":
            raise KeyboardInterrupt
        return line


def test_ctrl_c_drops_the_line_and_twice_quits_with_130(metre: Base) -> None:
    out = io.StringIO()
    assert run(metre, Keyboard("^C", "kibble\n", "^C", "^C", "delambre\n"), out, Opening()) == INTERRUPTED
    assert out.getvalue().count("Dropped. Control C again quits.") == 2
    assert "2 answers for kibble." in out.getvalue()
    assert "delambre" not in out.getvalue()


class Interrupted(io.StringIO):
    """Interrupts once, when the first prompt has been written and nothing is read yet."""

    def flush(self) -> None:
        if self.getvalue().endswith(f"\n{PROMPT}") and "Dropped" not in self.getvalue():
            raise KeyboardInterrupt


def test_ctrl_c_between_the_prompt_and_the_line_is_heard(metre: Base) -> None:
    out = Interrupted()
    assert run(metre, io.StringIO("kibble\n"), out, Opening()) == 0
    assert "\n> \nDropped. Control C again quits.\n> kibble\n2 answers for kibble." in out.getvalue()


def test_ctrl_c_while_an_answer_is_read_stops_the_answer(metre: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("eujdef_tui.linear.searching.search", interrupted)
    out = io.StringIO()
    assert run(metre, Keyboard("kibble\n", "today\n"), out, Opening()) == 0
    assert "Dropped. Control C again quits." in out.getvalue()
    assert "Today is 1 September 2025, 1 to come.\nis:coming" in out.getvalue()


# --- what is remembered, in the same file as the screen's ---


def test_marks_searches_and_copy_form_are_kept_for_the_screen(metre: Base, state: Path) -> None:
    hear(metre, "kibble", "mark", "delambre", "mark 2", "c chicago")
    found = saved(metre)
    assert found.marks == ("kibble", "survey")
    assert found.searches[:2] == ("delambre", "kibble")
    assert (found.copy_format, found.query, found.view) == ("chicago", "delambre", "all")
    assert found.picked == "delambre"
    assert (state / "copied.txt").read_text(encoding="utf-8").startswith("Jean-Baptiste Delambre")


def test_what_the_screen_left_is_there(metre: Base, state: Path) -> None:
    path = state_path(metre)
    assert path
    save_state(path, SessionState("actors", "convention", "japan", "plain", ("kibble", "gone"), ("delambre",)))
    out = said(metre, "list", "marks", "searches", "c")
    assert "Last time you asked for convention: list reads the answers again." in out
    assert "Copy begins, 1 fact as plain:\nJapan" in out
    assert "1 marked fact.\n1. Bryan Kibble, person, marked.\n" in out
    assert "Earlier searches.\n1. delambre.\n" in out


def test_the_view_that_was_left_is_listed_with_its_numbers(corpus: Base, state: Path) -> None:
    *_, listed, first = hear(corpus, "kallas", "statements", "list", "1")
    again, nth, one = hear(corpus, "views", "list", "1")
    assert again[0].startswith("You are in statements.")
    assert (nth, one) == (listed, first)


def test_a_query_that_was_left_and_is_none_is_told(metre: Base, state: Path) -> None:
    path = state_path(metre)
    assert path
    save_state(path, SessionState("actors", "convention date:never"))
    out = said(metre)
    assert "Last time you asked for convention date:never, which cannot be asked.\nAt letter " in out
    assert "list reads the answers again" not in out


def test_a_number_that_is_no_fact_marks_none(metre: Base, state: Path) -> None:
    *_, of_words, beyond = hear(metre, "kibble", "1", "fields", "mark 2", "mark 99")
    assert of_words == ["These are words to choose from, no facts: list reads them, and a number chooses one."]
    assert beyond[0].startswith("There is no answer 99")
    assert saved(metre).marks == ()


def test_a_fresh_start_has_marks_and_no_query(metre: Base, state: Path) -> None:
    path = state_path(metre)
    assert path
    save_state(path, SessionState("actors", "convention", "japan", "plain", ("kibble",), ("delambre",)))
    out = said(metre, "list", "marks", opening=Opening(fresh=True))
    assert "Last time" not in out
    assert "1 marked fact." in out


def test_without_a_place_to_remember_that_is_said(metre: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("EUJDEF_STATE", str(tmp_path / "file" / "state"))
    out = said(metre, "kibble", "mark")
    assert "The state folder cannot be written; see eujdef doctor." in out or "the state folder cannot be" in out
    assert "Not remembered: " in out


def test_settings_are_told_and_their_searches_are_saved_ones(metre: Base) -> None:
    opening = Opening(searches={"Balance": "kibble"}, copy_form="plain", message="config.toml:3: no such key")
    out = said(metre, "saved", "1", "c", opening=opening)
    assert "config.toml:3: no such key." in out
    assert "Balance: kibble." in out
    assert "2 answers for kibble." in out
    assert "as plain:" in out


# --- a shared box ---


def test_a_shared_box_writes_starts_and_remembers_nothing(
    metre: Base, state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lines = ["kibble", "mark", "export csv", "brief", "edit", "open", "c", "export jsonl marked"]
    answers = hear(metre, *lines, opening=Opening(kiosk=True))
    for line, answer in zip(lines, answers, strict=True):
        if line.split()[0] in ("export", "brief", "edit", "open"):
            assert answer[0].startswith("A shared box does not "), line
    assert answers[6][-1] == "Copy ends."
    assert list(tmp_path.iterdir()) == []


def test_a_shared_box_does_not_offer_what_it_refuses(metre: Base) -> None:
    everything = "\n".join(hear(metre, "help", opening=Opening(kiosk=True))[0])
    assert "copy [FORM] [marked]" in everything
    for word in ("export", "brief", "edit", "open,"):
        assert f"\n{word}" not in everything


# --- files that change ---


def test_a_changed_file_is_told_once_and_read_anew(facts: Path) -> None:
    with closing(open_base(facts)) as base:

        class Editing(Keyboard):
            def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
                if self.lines[:1] == ["EDIT"]:
                    self.lines.pop(0)
                    text = facts.read_text(encoding="utf-8")
                    facts.write_text(text.replace("Bryan Kibble", "Brian Kibble", 1), encoding="utf-8")
                return super().readline(size)

        out = io.StringIO()
        lines = Editing("kibble\n", "mark\n", "EDIT", "today\n", "today\n", "c\n", "reload\n", "marks\n", "reload\n")
        assert run(base, lines, out, Opening(fact_file=facts)) == 0
    text = out.getvalue()
    assert text.count("The fact file has changed since it was read: reload reads it anew.") == 1
    assert "The fact file has changed since it was read.\nCopy begins" in text
    assert "The fact file as it is now is read.\n2 answers for kibble." in text
    assert "1. Brian Kibble, person, marked." in text
    assert text.rstrip("> \n").endswith("The fact file is as it was read: nothing is to be read anew.")


def test_a_file_that_is_broken_leaves_the_facts_of_before(facts: Path) -> None:
    with closing(open_base(facts)) as base:
        text = facts.read_text(encoding="utf-8")
        facts.write_text(text + "\nnonsense: [", encoding="utf-8")
        told, answer = hear(base, "reload", "kibble", opening=Opening(fact_file=facts))
    assert told[-1].startswith("The facts of before stay. ")
    assert "2 answers for kibble." in answer


def test_a_new_day_is_told(metre: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    class Midnight(Keyboard):
        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
            monkeypatch.setenv("EUJDEF_TODAY", "2031-01-01")
            return super().readline(size)

    out = io.StringIO()
    run(metre, Midnight("today\n"), out, Opening())
    assert "Today is 1 January 2031.\nToday is 1 January 2031, 1 whose day has passed" in out.getvalue()


def test_a_damaged_base_is_built_anew_once(metre: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    damage = BaseFileError("the base is damaged", "build it anew")
    asked: list[str] = []

    def broken(*_: object) -> None:
        asked.append("")
        raise damage

    with monkeypatch.context() as patch:
        patch.setattr("eujdef_tui.linear.searching.search", broken)
        told: list[Exception] = []

        def repair(error: Exception) -> Base:
            told.append(error)
            patch.undo()
            os.environ["EUJDEF_TODAY"] = "2025-09-01"
            return metre

        out = io.StringIO()
        assert run(metre, Keyboard("kibble\n", "kibble\n"), out, Opening(), repair=repair) == 0
    assert told == [damage]
    assert asked == [""]
    assert "The base was damaged and has been built anew: ask again." in out.getvalue()
    assert "2 answers for kibble." in out.getvalue()


@pytest.mark.parametrize("query", ["kibble", ""])
def test_a_base_that_is_damaged_for_the_first_query_is_built_anew_and_asked(
    query: str, metre: Base, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hear(metre, "kibble")  # which is remembered
    out = io.StringIO()
    with monkeypatch.context() as patch:

        def broken(*_: object) -> None:
            raise BaseFileError("the base is damaged", "build it anew")

        def repair(_: Exception) -> Base:
            patch.setattr("eujdef_tui.linear.searching.search", search)
            return metre

        patch.setattr("eujdef_tui.linear.searching.search", broken)
        assert run(metre, Keyboard("list\n"), out, Opening(), query, repair=repair) == 0
        patch.setattr("eujdef_tui.linear.searching.search", broken)
        with pytest.raises(BaseFileError):
            run(metre, Keyboard("list\n"), io.StringIO(), Opening(), query)
    assert "The base was damaged and has been built anew." in out.getvalue()
    assert "2 answers for kibble." in out.getvalue()


def test_a_damaged_base_that_nobody_can_build_ends_it(metre: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise BaseFileError("the base is damaged", "build it anew")

    monkeypatch.setattr("eujdef_tui.linear.searching.search", broken)
    with pytest.raises(BaseFileError):
        run(metre, Keyboard("kibble\n"), io.StringIO(), Opening())


# --- width ---


class Terminal(io.StringIO):
    """A terminal of 40 columns."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


def test_on_a_terminal_lines_are_broken_between_words_and_elsewhere_not(
    metre: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("eujdef_tui.linear.session.os.get_terminal_size", lambda _: os.terminal_size((40, 24)))
    out = Terminal()
    run(metre, Keyboard("delambre\n"), out, Opening())
    assert max(map(len, out.getvalue().splitlines())) < 40
    assert max(map(len, said(metre, "delambre").splitlines())) > 100


def test_a_terminal_that_does_not_know_its_width_gets_lines_whole(metre: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: int) -> os.terminal_size:
        raise OSError

    monkeypatch.setattr("eujdef_tui.linear.session.os.get_terminal_size", unknown)
    out = Terminal()
    run(metre, Keyboard("delambre\n"), out, Opening())
    assert max(map(len, out.getvalue().splitlines())) > 100


# --- files that are written ---


def test_exports_and_briefs_go_into_new_files(metre: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lines = [
        "kibble",
        "export jsonl",
        "export jsonl",
        "mark",
        "delambre",
        "export csv marked",
        "brief",
        "brief html marked",
    ]
    answers = hear(metre, *lines)
    assert [answers[nth] for nth in (1, 2, 5, 6, 7)] == [
        ["2 facts as jsonl: in kibble.jsonl."],
        ["2 facts as jsonl: in kibble-2.jsonl."],
        ["1 fact as csv: in marked.csv."],
        ["4 facts as markdown: in brief-delambre.md."],
        ["1 fact as html: in brief-marked.html."],
    ]
    ids = [json.loads(line)["id"] for line in (tmp_path / "kibble.jsonl").read_text("utf-8").splitlines()]
    assert ids == ["kibble", "kilogram-article"]
    assert "Bryan Kibble" in (tmp_path / "brief-marked.html").read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_told(metre: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("eujdef_tui.export.writing.write_output", _full)
    assert hear(metre, "kibble", "export csv")[1] == ["That could not be done: No space left on device."]
    assert list(tmp_path.iterdir()) == []


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_the_editor_and_the_browser_are_started_where_there_is_a_file_and_an_address(
    facts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "true")
    with closing(open_base(facts)) as base:
        (_, edited), opened = (
            hear(base, "kibble", "edit", opening=Opening(fact_file=facts)),
            hear(base, "kibble", "open"),
        )
        assert edited[0].startswith("Edited: metre.yaml, line 1")
        assert hear(base, "kibble", "edit")[1][0].startswith("Only a base is open: ")
        assert opened[1][0].startswith(("Address: ", "This source has no address"))


# --- the clock of a query ---


def test_all_that_is_read_after_a_query_with_a_clock_is_seen_by_it(corpus: Base) -> None:
    asked, sheet, timeline, today, after = hear(corpus, "asof:2024-10-15 spa", "1", "timeline", "today", "spa")
    assert asked[0] == "22 answers for asof:2024-10-15 spa, as of 15 October 2024, 1 to 5."
    assert "entry into force 1 January 2025, date from outside the articles, planned, not yet due." in sheet[2]
    assert "ratification instrument exchanged 1 November 2024, date from outside the articles, still ahead;" in sheet[2]
    assert "The day shown is 15 October 2024." in timeline
    assert today[0].startswith("The day shown is 15 October 2024, ")
    assert "day passed, no article says more" in "".join(after) or "happened" in "".join(after)
    assert "15 October" not in "".join(after)


def test_what_no_source_had_told_by_then_is_not_known(corpus: Base) -> None:
    asked, kallas = hear(corpus, "known:2024-11-01 japan kind:agreement", "known:2024-11-01 kallas")
    assert "known by 1 November 2024" in asked[0]
    assert kallas[0] == "Nothing found for kallas, known by 1 November 2024."


def test_marks_that_no_source_had_told_by_then_are_not_passed_over(
    corpus: Base, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    *_, copied, written, listed = hear(
        corpus, "kallas", "mark 1", "known:2024-11-01 japan", "mark 1", "copy marked", "export csv marked", "marks"
    )
    why = "known by 1 November 2024, no source had told 1 of the 2 marked by then. Drop the query."
    assert [copied, written, listed] == [[f"Not {done}: {why}"] for done in ("copied", "written", "listed")]
    assert list(tmp_path.glob("*.csv")) == []


def test_a_clock_that_stands_twice_is_told_with_its_letter(corpus: Base) -> None:
    assert hear(corpus, "asof:2023 asof:2022")[0][:1] == ["At letter 11: asof: stands twice."]


def test_links_of_the_first_answer_are_known_before_its_sheet_is_read(metre: Base) -> None:
    _, listed, wrong = hear(metre, "convention", "l", "l 99")
    assert listed[0] == "Link 1. Japan."
    assert wrong == ["There is no link 99: they go from 1 to 8, and link reads them."]
