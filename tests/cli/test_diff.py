"""`eujdef diff`: what it prints, its JSON, its operands and how it ends."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from eujdef_tui.cli.diff_lines import change_lines, comparison_object
from eujdef_tui.cli.verbs.diff import _day
from eujdef_tui.compare.change import Change, Edit, FallenQuote, counted, counted_words, in_order
from eujdef_tui.errors import UsageError
from eujdef_tui.system.git_tree import named
from tests.compare.scripted import CHANGES
from tests.compare.test_states import AUTHOR, git, git_is_there
from tests.helpers.generated_facts import generated, write_facts
from tests.helpers.processes import Ran, eujdef

FACTS = generated()


def lines(change: Change) -> list[str]:
    return [line for line, _ in change_lines(change)]


# --- lines ---


def test_a_line_begins_with_the_kind_and_names_record_title_and_date() -> None:
    assert lines(Change("new", "event", "signing", "The treaty is signed", "2024-11-01")) == [
        "new event signing: The treaty is signed (1 Nov 2024)"
    ]
    assert lines(Change("renamed", "actor", "bipm", "Bureau", was="bureau")) == ["renamed actor bureau → bipm: Bureau"]


@pytest.mark.parametrize(("edit", "said"), [
    (Edit("date", "", "2024-11", "2024-11-01"), "date: 2024-11 → 2024-11-01"),
    (Edit("date", "", "", "2024"), "date, new: 2024"),
    (Edit("unit", "", "guests", ""), "unit, gone: guests"),
    (Edit("milestones.date", "signed", "2024", "2025"), "milestones.date signed: 2024 → 2025"),
    (Edit("title", "", "The bridge was opened today", "The bridge is opened"),
     "title: The bridge **was** opened **today** → The bridge **is** opened"),
    (Edit("text", "", "red house", "blue boat"), "text: red house → blue boat"),
    (Edit("summary", "", "a 2 b", "a  3\n b"), "summary: a **2** b → a **3** b"),
])  # fmt: skip
def test_an_edit_has_the_old_value_and_the_new_one_with_the_differing_words_marked(edit: Edit, said: str) -> None:
    assert lines(Change("changed", "event", "e", edits=(edit,)))[1:] == [f"    {said}"]


def test_an_edited_article_tells_how_many_quotes_hold_and_each_that_fell() -> None:
    fell = (FallenQuote("e", "was opened", "edited", "is opened"), FallenQuote("a", "gone", "orphan", ""))
    assert lines(Change("edited", "source", "s", "News", hold=1, fell=fell))[1:] == [
        "    1 quote holds, 2 fell",
        "    fell, edited: “**was** opened” → “**is** opened”  [e]",
        "    fell, orphan: “gone”  [a]",
    ]
    assert lines(Change("edited", "source", "s", "News", hold=1234))[1:] == ["    1,234 quotes hold"]


def test_a_quote_that_holds_less_exactly_is_told_with_its_grade() -> None:
    weaker = (
        FallenQuote("e", "the “Pact” was opened", "normalised", 'the "Pact" was opened'),
        FallenQuote("a", "was opened", "ambiguous", "was opened"),
    )
    change = Change("edited", "source", "s", "News", hold=2, weaker=weaker)
    assert lines(change)[1:] == [
        "    2 quotes hold",
        '    holds, normalised: “the **“**Pact**”** was opened” → “the **"**Pact**"** was opened”  [e]',
        "    holds, ambiguous: “was opened”  [a]",
    ]
    (found,) = comparison_object("", "", ("", ""), None, [change], None)["changes"]
    assert (found["hold"], found["fell"]) == (2, [])
    assert found["weaker"][1] == {"id": "a", "quote": "was opened", "grade": "ambiguous", "now": "was opened"}


def test_counts_name_every_kind_that_there_is() -> None:
    kinds = ["new"] * 1200 + ["changed", "edited", "edited", "passed", "renamed", "gone"]
    changes = in_order(Change(kind, "event", f"e{n}") for n, kind in enumerate(kinds))
    told = "1,200 new, 1 gone, 1 renamed, 1 changed, 2 articles edited, 1 planned date passed"
    assert counted_words(counted(changes)) == told
    assert counted_words(counted(())) == "nothing changed"


def test_what_files_say_cannot_steer_the_terminal() -> None:
    evil = "\x1b]0;x\x07\u202e\nnew line"
    fell = (FallenQuote(evil, evil, "orphan", evil),)
    change = Change("edited", "source", evil, evil, edits=(Edit(evil, evil, evil, "y"),), fell=fell)
    shown = "".join(lines(change))
    assert not {"\x1b", "\x07", "\u202e", "\n"} & set(shown)


def test_the_object_has_all_of_each_change_and_says_how_many_it_leaves_out() -> None:
    edit = Edit("evidence.quote", "s", "a", "b")
    changes = (Change("changed", "event", "e", "T", "2024", edits=(edit,)), Change("edited", "source", "s", hold=2))
    found = comparison_object("old", "new", ("1a:/f.yaml", "f.yaml"), 20251121, changes, 1)
    assert found["changes"] == [
        {
            "change": "changed", "record": "event", "id": "e", "was": None, "title": "T", "date": "2024",
            "edits": [{"field": "evidence.quote", "part": "s", "old": "a", "new": "b"}],
        }
    ]  # fmt: skip
    assert (found["since"], found["left_out"], found["counts"]["edited"]) == ("2025-11-21", 1, 1)
    assert (found["old"], found["old_file"], found["new_file"]) == ("old", "1a:/f.yaml", "f.yaml")
    assert comparison_object("", "", ("", ""), None, changes, None)["changes"][1]["hold"] == 2


# --- the command ---


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A fact file, and one with a few changes."""
    changed = FACTS.copy()
    for nth, name in enumerate(["date", "quote", "record new", "record gone", "event renamed"]):
        CHANGES[name](changed, nth)
    return write_facts(tmp_path / "old", FACTS), write_facts(tmp_path / "new", changed)


@pytest.mark.slow  # processes
def test_two_files_are_compared_and_the_exit_code_says_whether_they_differ(files: tuple[Path, Path]) -> None:
    old, new = map(str, files)
    ran = eujdef("diff", old, new)
    assert ran.code == 1
    assert ran.err == f"comparing {old} with {new}\n1 new, 1 gone, 1 renamed, 2 changed\n"
    assert ran.lines[:3] == [
        "new event added-2: Talks 2 (May 2025)",
        "gone tension tension-3: Guests of Town 3",
        "renamed event event-4 → event-once-4: The archive of Town 4 is opened (5 Mar 2025)",
    ]
    assert "    date: 2025-03-01 → 2025-06-30" in ran.lines
    same = eujdef("diff", old, old)
    assert (same.code, same.out, same.err) == (0, "", f"comparing {old} with {old}\nnothing changed\n")
    assert eujdef("diff", old, "-f", new).lines == ran.lines
    assert eujdef("diff", old, EUJDEF_FILE=new).lines == ran.lines


@pytest.mark.counts_lines
@pytest.mark.slow  # processes
def test_what_is_past_the_limit_is_counted_and_all_is_printed_on_demand(files: tuple[Path, Path]) -> None:
    old, new = map(str, files)
    ran = eujdef("diff", old, new, "-n", "2")
    assert len(ran.lines) == 2
    assert ran.err.endswith("and 3 more changes: -n 0 prints all\n")
    found = json.loads(eujdef("diff", old, new, "--json", "-n", "2").out)
    assert (found["schema_version"], len(found["changes"]), found["left_out"]) == (1, 2, 3)
    assert json.loads(eujdef("diff", old, new, "--json", "-n", "0").out)["left_out"] == 0


@pytest.mark.counts_lines
@pytest.mark.slow  # processes
def test_with_since_plans_whose_day_passed_are_told(files: tuple[Path, Path]) -> None:
    old = str(files[0])
    ran = eujdef("diff", old, old, "--since", "2025-03-02", EUJDEF_TODAY="2025-03-04")
    assert ran.code == 1
    assert [line.split(":")[0] for line in ran.lines] == ["passed event event-1", "passed event event-2"]
    wrong = eujdef("diff", old, old, "--since", "soon")
    assert (wrong.code, wrong.out) == (2, "")
    assert "soon is no date" in wrong.err


@pytest.mark.parametrize("since", ["../2024", "-0004", "0000", "Y10000"])
def test_a_date_without_a_first_day_is_refused_as_the_day_since_when(since: str) -> None:
    with pytest.raises(UsageError) as caught:
        _day(since)
    assert caught.value.advice == "write it as 2026-11-21"


def test_the_first_day_of_a_date_is_the_day_since_when() -> None:
    assert [_day(text) for text in ("2024", "2024-05/..", "0001", "9999-12-31")] == [
        2024_01_01, 2024_05_01, 1_01_01, 9999_12_31,
    ]  # fmt: skip


@pytest.mark.counts_lines
@pytest.mark.slow  # processes
@pytest.mark.parametrize(("operands", "code", "words"), [
    (["--", "-x", "y"], 2, "-x begins with a hyphen"), (["nowhere.yaml"], 3, "There is no file nowhere.yaml"),
    (["nothing-of-the-kind"], 2, "nothing-of-the-kind is no file"), (["a" * 5000], 2, "is no file"),
    ([""], 2, "is no file"),
])  # fmt: skip
def test_what_cannot_be_compared_is_said(
    files: tuple[Path, Path], tmp_path: Path, operands: list[str], code: int, words: str
) -> None:
    ran = eujdef("diff", "-f", str(files[0]), *operands, cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert (ran.code, ran.out) == (code, "")
    assert words in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.counts_lines
@git_is_there
@pytest.mark.slow  # processes
def test_a_revision_is_compared_with_the_named_fact_file(files: tuple[Path, Path], tmp_path: Path) -> None:
    top = tmp_path / "old"
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "facts")
    named = ["-f", str(files[0])]
    around = {**AUTHOR, "EUJDEF_TODAY": "2025-03-05"}
    same = eujdef("diff", "HEAD", *named, env=around)
    assert [line.split(":")[0] for line in same.lines] == [f"passed event event-{n}" for n in (1, 2, 3)]
    files[0].write_bytes(files[1].read_bytes())
    ran = eujdef("diff", "HEAD", *named, env=around)
    commit = git(top, "rev-parse", "HEAD")[:10]
    said, counts = ran.err.splitlines()
    assert said == f"comparing {commit}:/{files[0].name} with {files[0]}"
    assert (ran.code, counts) == (1, "1 new, 1 gone, 1 renamed, 2 changed, 3 planned dates passed")
    found = json.loads(eujdef("diff", "HEAD", str(files[0]), "--json", env=around).out)
    assert (found["old"], found["since"]) == ("HEAD", "2025-03-02")
    assert (found["old_file"], found["new_file"]) == (f"{commit}:/{files[0].name}", str(files[0]))
    wrong = eujdef("diff", "HEAD~7", *named, env=around)
    assert (wrong.code, "neither a file nor a revision" in wrong.err) == (2, True)


@git_is_there
@pytest.mark.slow  # processes
@pytest.mark.parametrize("place", ["data", "."])
def test_of_a_revision_the_fact_file_of_the_git_tree_is_compared_where_none_is_named(
    files: tuple[Path, Path], tmp_path: Path, place: str
) -> None:
    top = tmp_path / "clone"
    top.mkdir()
    shutil.copytree(files[0].parent, top / place, dirs_exist_ok=True)
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "facts")
    (top / place / files[0].name).write_bytes(files[1].read_bytes())
    around = {**AUTHOR, "EUJDEF_TODAY": "2025-03-02"}
    ran = eujdef("diff", "HEAD", cwd=top, env=around)
    name = (Path(place) / files[0].name).as_posix()
    commit = git(top, "rev-parse", "HEAD")[:10]
    assert ran.err.splitlines() == [f"comparing {commit}:/{name} with {name}", "1 new, 1 gone, 1 renamed, 2 changed"]
    inner = top / "inner"
    inner.mkdir()
    found = json.loads(eujdef("diff", "HEAD", "HEAD", "--json", cwd=inner, env=around).out)
    assert (found["changes"], found["old_file"], found["new_file"]) == ([], *[f"{commit}:/{name}"] * 2)


@pytest.mark.counts_lines
@git_is_there
@pytest.mark.slow  # processes
def test_a_git_tree_without_a_fact_file_is_told_how_to_name_one(tmp_path: Path) -> None:
    outside = eujdef("diff", "HEAD", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    git(tmp_path, "init", "-q")
    (tmp_path / "notes").write_text("a", encoding="utf-8")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "notes")
    inside, alone = eujdef("diff", "HEAD", cwd=tmp_path), eujdef("diff", cwd=tmp_path)
    assert alone.err.startswith("eujdef: no fact file is named, and ")
    for ran, said in ((outside, "is in no git work tree"), (inside, "has none at data/facts.yaml or facts.yaml")):
        assert (ran.code, ran.out) == (2, "")
        assert said in ran.err
        assert "-f FILE" in ran.err


@git_is_there
@pytest.mark.slow  # processes
def test_without_operands_the_last_commit_is_compared_with_the_file_as_it_is(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    top = tmp_path / "old"
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "facts")
    files[0].write_bytes(files[1].read_bytes())
    around = {**AUTHOR, "EUJDEF_TODAY": "2025-03-02"}
    for arguments in ((), ("-f", files[0].name)):
        ran = eujdef("diff", *arguments, cwd=top, env=around)
        assert ran.err.splitlines()[1:] == ["1 new, 1 gone, 1 renamed, 2 changed"], ran.err


def test_one_file_alone_is_compared_with_the_one_of_this_folder_and_never_with_that_of_the_package(
    here: Callable[..., Ran], files: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.chdir(empty)
    alone = here("diff", str(files[0]))
    assert (alone.code, alone.out) == (2, "")
    assert "is one fact file, and none is named that it is compared with" in alone.err
    old = named(str(files[0]))
    advice = f"name it: eujdef diff {old} NEW; since a commit: eujdef diff HEAD -f {old}"
    assert advice in " ".join(alone.err.split())
    monkeypatch.chdir(files[1].parent)
    ran = here("diff", str(files[0]))
    assert ran.err.splitlines() == [
        f"comparing {files[0]} with facts.yaml",
        "1 new, 1 gone, 1 renamed, 2 changed",
    ]


def test_alone_and_outside_a_git_tree_it_says_what_to_give(
    here: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    ran = here("diff")
    assert (ran.code, ran.out) == (2, "")
    assert "HEAD" not in ran.err
    said = "nothing is named that could be compared, and the last revision is none here"
    assert f"{said} name two files, eujdef diff OLD NEW" in " ".join(ran.err.split())


def test_what_is_neither_a_file_nor_in_a_git_tree_is_told_how_to_name_files(
    here: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    ran = here("diff", "fcts.yml.old")
    assert "fcts.yml.old is no file, and this folder is in no git work tree" in ran.err
    assert "name two files, eujdef diff OLD NEW" in ran.err


@git_is_there
@pytest.mark.slow  # processes
@pytest.mark.parametrize("named_file", [(), ("-f", "facts.yaml")])
def test_a_damaged_git_folder_is_told_with_and_without_a_named_fact_file(
    files: tuple[Path, Path], named_file: tuple[str, ...]
) -> None:
    top = files[0].parent
    git(top, "init", "-q")
    (top / ".git" / "HEAD").write_text("junk", encoding="utf-8")
    ran = eujdef("diff", *named_file, cwd=top)
    assert (ran.code, ran.out) == (2, "")
    assert "/.git for what it keeps: it may be damaged" in ran.err
