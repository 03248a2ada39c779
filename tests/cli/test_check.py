"""`eujdef check` and `check --fix`: problems, a summary, what a rule is for, and each mended line as a diff."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from eujdef_tui.factfile.loader import load
from tests.helpers.fact_files import ACTOR, EVENT, HEAD, write
from tests.helpers.processes import Ran

Here = Callable[..., Ran]
GOOD = f"{HEAD}{ACTOR}\nevents: [{{{EVENT}}}]\n"
APART = GOOD.replace("title: E", "title: Cafe\u0301")  # a letter and its accent, that one letter has


def test_where_every_quote_holds_a_summary_ends_it_with_success(here: Here, tmp_path: Path) -> None:
    path = str(write(tmp_path, GOOD))
    ran = here("check", path)
    assert ran.code == 0
    assert "verbatim" in ran.out
    assert here("check", "-f", path).out == ran.out


# --- which file ---


def test_the_summary_names_the_file_that_was_checked(here: Here, tmp_path: Path) -> None:
    path = str(write(tmp_path, GOOD))
    ran = here("check", EUJDEF_FILE=path)
    assert ran.lines[-4].startswith(f"{path}: 1 source, 1 actor,")


@pytest.mark.parametrize("place", ["data/facts.yaml", "facts.yaml"])
def test_a_fact_file_of_this_folder_that_was_not_the_one_checked_is_told(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    other = tmp_path / "elsewhere"
    other.mkdir()
    path = str(write(other, GOOD))
    (tmp_path / place).parent.mkdir(exist_ok=True)
    (tmp_path / place).write_text("title: not read")
    monkeypatch.chdir(tmp_path)
    ran = here("check", EUJDEF_FILE=path)
    assert ran.code == 0
    assert ran.err.splitlines() == [f"eujdef: {place}, which stands here, was not checked: eujdef check {place} does"]
    for named in ([path], ["-f", path]):
        assert here("check", *named).err == "", "who names a file has chosen"


def test_the_file_of_this_folder_is_not_told_as_another_where_it_or_its_folder_was_checked(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    path = write(folder, GOOD).rename(folder / "facts.yaml")
    monkeypatch.chdir(tmp_path)
    for named in (path, folder):
        assert here("check", EUJDEF_FILE=str(named)).err == ""


def test_a_file_that_is_missing_is_told_beside_the_one_that_stands_here(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "facts.yaml").write_text("title: not read")
    monkeypatch.chdir(tmp_path)
    ran = here("check", EUJDEF_FILE=str(tmp_path / "none.yaml"))
    assert ran.code == 3
    assert ran.err.endswith("eujdef check facts.yaml does\n")


def test_a_rule_is_explained_without_a_file(here: Here, tmp_path: Path) -> None:
    ran = here("check", str(tmp_path / "none.yaml"), "--explain", "date-not-in-quote")
    assert ran.code == 0
    assert "x-outside" in ran.out


def test_a_quote_that_is_not_in_its_article_ends_it_in_an_exit_code_of_its_own(here: Here, tmp_path: Path) -> None:
    ran = here("check", str(write(tmp_path, GOOD.replace("quote: words", "quote: zyx wvu", 1))))
    assert ran.code == 4
    assert "f.yaml:4" in ran.out


def test_a_file_that_does_not_load_has_its_problems_on_stdout_and_their_count_on_stderr(
    here: Here, tmp_path: Path
) -> None:
    ran = here("check", str(write(tmp_path, GOOD.replace("kind: talk", "kind: 'Talk'"))))
    assert ran.code == 3
    assert "f.yaml:5" in ran.out
    assert ran.err.startswith("eujdef: ")
    assert "1 problem" in ran.err


# --- mending ---


def test_fix_prints_a_diff_and_leaves_what_is_right_and_the_rights_of_the_file(here: Here, tmp_path: Path) -> None:
    path = write(tmp_path, APART)
    path.chmod(0o640)
    ran = here("check", "--fix", str(path))
    assert "1 file mended." in ran.err
    assert f"+++ {path} (mended)" in ran.lines
    assert any(line.startswith("+") and "title: Caf\u00e9" in line for line in ran.lines)
    assert path.stat().st_mode & 0o777 == 0o640
    assert load(path).events[0].title == "Caf\u00e9"


def test_fix_through_a_link_mends_what_it_leads_to_and_leaves_the_link(here: Here, tmp_path: Path) -> None:
    path = write(tmp_path, APART)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    here("check", "--fix", str(link))
    assert link.is_symlink()
    assert "Caf\u00e9" in path.read_text("utf-8")


def test_fix_says_that_line_ends_were_changed_where_no_line_was(here: Here, tmp_path: Path) -> None:
    path = write(tmp_path, GOOD.replace("\n", "\r\n"))
    ran = here("check", "--fix", str(path))
    assert f"{path}: the line ends are changed to LF" in ran.lines
    assert path.read_bytes() == GOOD.encode()


def test_what_fix_cannot_mend_is_said_on_stderr(here: Here, tmp_path: Path) -> None:
    fallen = GOOD.replace("file: a.txt", f"file: a.txt, sha256: {'0' * 64}").replace("quote: words", "quote: zyx wvu")
    ran = here("check", "--fix", str(write(tmp_path, fallen)))
    assert "the digest stays, since 2 quotes do not hold in the changed article." in ran.err
    assert "Nothing to mend." in ran.err


def test_fix_says_where_there_is_nothing_to_mend(here: Here, tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    before = path.read_bytes()
    assert here("check", "--fix", str(path)).err.splitlines() == ["Nothing to mend."]
    assert path.read_bytes() == before
