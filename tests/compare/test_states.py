"""Files, folders and git revisions are read to be compared; what both sides have alike is not read as YAML."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import pytest

from eujdef_tui.compare import states
from eujdef_tui.compare.change import Change
from eujdef_tui.compare.comparing import compare
from eujdef_tui.compare.states import State, read_states, state_of_path, state_of_revision
from eujdef_tui.errors import FactFileError, UsageError
from eujdef_tui.factfile.loader import Reading
from eujdef_tui.system import git_tree
from eujdef_tui.system.git_tree import GitTree
from tests.compare.scripted import CHANGES, told
from tests.helpers.generated_facts import Facts, generated, write_facts

FACTS = generated()


def compared(old: Path | State, new: Path | State, days: tuple[int, int] | None = None) -> tuple[Change, ...]:
    """What changed between two states."""
    before, now = (one if isinstance(one, State) else state_of_path(one) for one in (old, new))
    return compare(*read_states(before, now, days), *(days or ()))


def in_short(changes: tuple[Change, ...]) -> set[tuple[str, str]]:
    return {(change.kind, change.id) for change in changes}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The facts in many files of a folder."""
    return write_facts(tmp_path / "old", FACTS, files=9)


# --- files and folders ---


@pytest.mark.slow
def test_a_file_and_a_folder_with_its_records_in_other_files_and_another_order_say_the_same(tmp_path: Path) -> None:
    whole = write_facts(tmp_path / "whole", FACTS)
    for seed in range(3):
        parts = write_facts(tmp_path / f"parts{seed}", FACTS.shuffled(seed), files=4, seed=seed)
        assert compared(whole, parts) == ()
        assert compared(parts, whole) == ()


@pytest.mark.parametrize("name", ["date", "quote", "record new", "record gone", "actor renamed", "milestone new"])
def test_a_change_in_one_of_many_files_is_told_exactly(tmp_path: Path, folder: Path, name: str) -> None:
    changed = FACTS.copy()
    expected = CHANGES[name](changed, 2)
    new = write_facts(tmp_path / "new", changed, files=9)
    assert {told(change) for change in compared(folder, new)} == {expected}


def test_files_that_both_have_are_not_composed(tmp_path: Path, folder: Path) -> None:
    new = Path(shutil.copytree(folder, tmp_path / "new"))
    part = next(path for path in sorted(new.glob("*.yaml")) if '"id": "event-1"' in path.read_text(encoding="utf-8"))
    text = part.read_text(encoding="utf-8").replace("of Town 1 is opened", "of Town 1 is closed")
    part.write_text(text, encoding="utf-8")
    part.rename(part.with_name("moved.yaml"))
    with patch.object(Reading, "read", side_effect=AssertionError("all is read")):
        assert in_short(compared(folder, new)) == {("changed", "event-1")}
        assert compared(folder, folder) == ()


def test_an_edited_article_is_told_though_no_fact_file_changed(tmp_path: Path, folder: Path) -> None:
    new = Path(shutil.copytree(folder, tmp_path / "new"))
    article = new / "a1.txt"
    article.write_text(article.read_text(encoding="utf-8").replace("Town 1 was", "Town 1 is"), encoding="utf-8")
    with patch.object(Reading, "read", side_effect=AssertionError("all is read")):
        (change,) = compared(folder, new)
    assert (change.kind, change.id) == ("edited", "source-1")
    assert {quote.id for quote in change.fell} == {"actor-1", "agreement-1", "event-1", "tension-1"}, (
        "quoted in other files"
    )
    assert compared(write_facts(tmp_path / "a", FACTS), write_facts(tmp_path / "b", FACTS)) == ()


def test_plans_whose_day_passed_are_told_of_files_that_both_have(tmp_path: Path, folder: Path) -> None:
    new = Path(shutil.copytree(folder, tmp_path / "new"))
    changes = compared(folder, new, (20250301, 20250303))
    assert in_short(changes) == {("passed", "event-0"), ("passed", "event-1")}


@pytest.mark.parametrize(("text", "values"), [
    ('{"file": "a.txt", "id": "s"}', ["a.txt"]),
    ("  - id: s\n    file: a b.txt\n    type: x\n", ["a b.txt"]),
    ("  - {id: s, file: ../x/a.txt, type: x}", ["../x/a.txt"]),
    ("file: 'a, b#c.txt' # here\n", ["a, b#c.txt"]),
    ("file: a.txt # here\n", ["a.txt"]),
    ("file: a, b.txt\n", None), ("file: a#b.txt\n", None), ("file: *anchor\n", None), ("file: >-\n  a.txt\n", None),
    ('file: "a\\u0062.txt"\n', None), ("file:\n  a.txt\n", None), ("quote: no such thing\n", []),
    ("profile: x\nx-file: y\n", []),
])  # fmt: skip
def test_names_of_articles_are_read_from_the_text_only_where_it_is_plain(text: str, values: list[str] | None) -> None:
    assert states._values(text.encode(), "file") == values


def test_what_is_wrong_with_a_file_is_told_with_its_place(tmp_path: Path, folder: Path) -> None:
    broken = Path(shutil.copytree(folder, tmp_path / "new"))
    (broken / "part3.yaml").write_text('{"schema_version": "1", "title": "T", "evnts": []}', encoding="utf-8")
    with pytest.raises(FactFileError) as caught:
        compared(folder, broken)
    assert any(problem.place.path.endswith("part3.yaml") for problem in caught.value.problems)
    with pytest.raises(FactFileError):
        compared(folder, tmp_path / "nowhere.yaml")
    (tmp_path / "empty").mkdir()
    with pytest.raises(FactFileError):
        compared(tmp_path / "empty", folder)


def test_mentions_are_folded_wherever_they_stand(tmp_path: Path) -> None:
    old = write_facts(tmp_path / "old", FACTS, files=5)
    facts = FACTS.copy()
    extra = facts.of("actor-2")["evidence"].pop()
    new = write_facts(tmp_path / "new", facts, files=5)
    mention = {"schema_version": "1", "title": "T", "mentions": [{"of": "actor-2", "evidence": [extra]}]}
    assert in_short(compared(old, new)) == {("changed", "actor-2")}
    (new / "zz.yaml").write_text(json.dumps(mention), encoding="utf-8")
    assert compared(old, new) == ()


# --- git ---

git_is_there = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
AUTHOR = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"), ("DATE", "2025-03-02T01:00:00+0900"))
}


def git(folder: Path, *words: str) -> str:
    """Run git as a test needs it, with no settings but its own."""
    around = {**os.environ, **AUTHOR, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(
        ["git", *words], cwd=folder, env=around, check=True, capture_output=True, text=True, timeout=60
    ).stdout


Commit = Callable[[Facts], None]


@pytest.fixture
def tree(tmp_path: Path) -> tuple[Path, Commit]:
    """A git work tree with the facts in a folder below its top, and what commits others in their place."""
    top = tmp_path / "top"
    top.mkdir()
    git(top, "init", "-q")

    def commit(facts: Facts) -> None:
        shutil.rmtree(top / "facts", ignore_errors=True)
        write_facts(top / "facts", facts)
        git(top, "add", "-A")
        git(top, "commit", "-q", "-m", "facts")

    commit(FACTS)
    return top, commit


@git_is_there
def test_a_revision_is_compared_with_the_work_tree_article_by_article(tree: tuple[Path, Commit]) -> None:
    top, commit = tree
    changed = FACTS.copy()
    expected = {CHANGES["date"](changed, 1), CHANGES["quote fallen"](changed, 3)}
    commit(changed)
    last = CHANGES["status"](changed, 2)
    path = write_facts(top / "facts", changed)
    for revision, found in (("HEAD~1", {*expected, last}), ("HEAD", {last})):
        with GitTree(str(path.parent), revision) as at:
            assert {told(change) for change in compared(state_of_revision(at, path), path)} == found
            assert at.day == 20250302
    with GitTree(str(top), "HEAD~1") as one, GitTree(str(top), "HEAD") as other:
        both = state_of_revision(one, path), state_of_revision(other, path)
        assert {told(change) for change in compared(*both)} == expected


@git_is_there
def test_a_folder_in_a_revision_is_read_as_one(tmp_path: Path) -> None:
    for inside in (".", "deep/er"):
        top = tmp_path / f"top-{len(inside)}"
        top.mkdir()
        git(top, "init", "-q")
        folder = write_facts(top / inside, FACTS, files=5)
        (folder / "draft.txt").write_text("no fact file", encoding="utf-8")
        git(top, "add", "-A")
        git(top, "commit", "-q", "-m", "facts")
        (folder / "later.yaml").write_text('{"schema_version": "1", "title": "T"}', encoding="utf-8")
        with GitTree(str(folder), "HEAD") as at:
            state = state_of_revision(at, folder)
            assert isinstance(state.files, list)
            assert [file.name for file in state.files] == [f"part{n}.yaml" for n in range(5)]
            assert compared(state, folder) == ()


@git_is_there
def test_a_problem_of_a_revision_is_placed_in_it(tree: tuple[Path, Commit]) -> None:
    top, _ = tree
    path = top / "facts" / "facts.yaml"
    path.write_text('{"schema_version": "1"}', encoding="utf-8")
    git(top, "commit", "-q", "-am", "no title")
    with GitTree(str(top), "HEAD") as at, pytest.raises(FactFileError) as caught:
        compared(state_of_revision(at, path), write_facts(top / "other", FACTS))
    assert caught.value.problems[0].place.path == f"{at.commit[:10]}:/facts/facts.yaml"
    with GitTree(str(top), "HEAD") as at, pytest.raises(FactFileError) as caught:
        compared(state_of_revision(at, top / "facts" / "new.yaml"), path)
    assert "There is no" in caught.value.problems[0].message


@git_is_there
def test_articles_that_git_does_not_have_are_taken_as_they_lie(tmp_path: Path) -> None:
    top = tmp_path / "top"
    top.mkdir()
    git(top, "init", "-q")
    facts = FACTS.copy()
    shutil.copytree(write_facts(tmp_path / "beside", FACTS).parent, tmp_path / "outside")
    facts.of("source-1")["file"] = "../../outside/a1.txt"
    facts.articles["../../outside/a1.txt"] = facts.articles["a1.txt"]
    path = write_facts(top / "facts", facts)
    git(top, "add", "facts/facts.yaml")
    git(top, "commit", "-q", "-m", "facts")
    with GitTree(str(top), "HEAD") as at:
        assert compared(state_of_revision(at, path), path) == ()
        (path.parent / "a2.txt").unlink()
        with pytest.raises(FactFileError):
            compared(state_of_revision(at, path), path)


@git_is_there
def test_links_within_the_tree_are_followed_and_files_of_the_system_are_not_read(tmp_path: Path) -> None:
    top = tmp_path / "top"
    path = write_facts(top / "facts", FACTS)
    (top / "facts" / "a1.txt").rename(top / "kept.txt")
    (top / "facts" / "a1.txt").symlink_to("../kept.txt")
    (top / "facts" / "a2.txt").unlink()
    (top / "facts" / "a2.txt").symlink_to("/proc/self/status")
    git(top, "init", "-q")
    git(top, "add", "-A")
    git(top, "commit", "-q", "-m", "facts")
    with GitTree(str(top), "HEAD") as at:
        kept = at.read("facts/a1.txt", 1000)
        assert kept
        assert kept.data == (top / "kept.txt").read_bytes()
        assert at.read("facts/a2.txt", 1000) is None
        with pytest.raises(FactFileError):
            compared(state_of_revision(at, path), path)


# --- git as an outside program ---


@git_is_there
def test_an_article_whose_name_begins_with_a_hyphen_is_read_as_any_other(tmp_path: Path) -> None:
    facts = FACTS.copy()
    for nth in (1, 2):
        facts.of(f"source-{nth}")["file"] = f"-a{nth}.txt"
        facts.articles[f"-a{nth}.txt"] = facts.articles.pop(f"a{nth}.txt")
    path = write_facts(tmp_path, facts)  # at the top: the name begins the path
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-q", "-m", "facts")
    article = tmp_path / "-a1.txt"
    article.write_text(article.read_text(encoding="utf-8").replace("Town 1 was", "Town 1 is"), encoding="utf-8")
    with GitTree(str(tmp_path), "HEAD") as at:
        kept = at.read("-a1.txt", 2**20)
        assert kept
        assert kept.data == facts.articles["-a1.txt"].encode()
        assert in_short(compared(state_of_revision(at, path), path)) == {("edited", "source-1")}


@git_is_there
def test_git_is_ended_where_a_commit_has_no_day(
    tree: tuple[Path, Commit], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top, _ = tree
    (tmp_path / "commit").write_bytes(
        f"tree {git(top, 'rev-parse', 'HEAD^{tree}').strip()}\nauthor A <a> 1 +0000\ncommitter A <a> soon\n\nx".encode()
    )
    made = git(top, "hash-object", "-t", "commit", "-w", "--literally", str(tmp_path / "commit")).strip()
    started: list[subprocess.Popen[bytes]] = []
    start = git_tree._start

    def kept(folder: str, *words: str) -> subprocess.Popen[bytes]:
        started.append(start(folder, *words))
        return started[-1]

    monkeypatch.setattr(git_tree, "_start", kept)
    with pytest.raises(UsageError, match="has no date that can be read"):
        GitTree(str(top), made)
    assert len(started) == 3
    assert all(process.returncode is not None for process in started)


@git_is_there
def test_what_a_revision_has_is_read_within_bounds(tree: tuple[Path, Commit]) -> None:
    top, _ = tree
    with GitTree(str(top), "HEAD") as at:
        assert at.read("facts/facts.yaml", 10) == ("blob", None, ())
        assert at.read("facts/none.yaml", 10) is None
        assert at.read("facts/a\nb", 10) is None
        assert at.read("--help", 10) is None
        kept = at.read("facts", 2**20)
        assert kept
        assert kept.type == "tree"
        assert set(kept.names) == {"facts.yaml", *FACTS.articles}
        whole = at.read("facts/a0.txt", 2**20)
        assert whole
        assert whole.data == FACTS.articles["a0.txt"].encode()


@git_is_there
@pytest.mark.parametrize(
    "revision", ["HEAD~9", "nothing", "--all", "-x", "HEAD..HEAD", "HEAD:facts", "a\x00b", "", "x" * 9000]
)
def test_what_is_no_revision_is_refused_with_a_sentence(tree: tuple[Path, Commit], revision: str) -> None:
    with pytest.raises(UsageError) as caught:
        GitTree(str(tree[0]), revision)
    assert caught.value.advice


@git_is_there
def test_outside_a_work_tree_and_without_git_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(UsageError, match="in no git work tree"):
        GitTree(str(tmp_path), "HEAD")
    with pytest.raises(UsageError, match="there is no folder"):
        GitTree(str(tmp_path / "none"), "HEAD")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="git is not installed"):
        GitTree(str(tmp_path), "HEAD")


@git_is_there
def test_no_program_that_the_settings_of_a_work_tree_name_is_run(tree: tuple[Path, Commit], tmp_path: Path) -> None:
    top, _ = tree
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    for name in ("post-checkout", "reference-transaction", "fsmonitor-watchman", "post-index-change"):
        shutil.copy(trap, top / ".git" / "hooks" / name)
    for key in ("core.fsmonitor", "core.pager", "diff.trap.textconv", "filter.trap.smudge", "core.sshCommand",
                "gpg.program", "core.editor", "credential.helper", "uploadpack.packObjectsHook"):  # fmt: skip
        git(top, "config", key, str(trap))
    git(top, "config", "log.showSignature", "true")
    (top / ".gitattributes").write_text("*.txt diff=trap filter=trap\n*.yaml diff=trap filter=trap\n", encoding="utf-8")
    path = top / "facts" / "facts.yaml"
    with GitTree(str(top), "HEAD") as at:
        assert compared(state_of_revision(at, path), path) == ()
    assert not (tmp_path / "ran").exists()


@git_is_there
def test_the_work_tree_of_the_folder_is_asked_whatever_a_hook_has_set(
    tree: tuple[Path, Commit], monkeypatch: pytest.MonkeyPatch
) -> None:
    top, _ = tree
    monkeypatch.setenv("GIT_DIR", "/nowhere/.git")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    with GitTree(str(top), "HEAD") as at:
        assert os.path.realpath(at.root) == os.path.realpath(top)


@git_is_there
@git_is_there
@pytest.mark.parametrize("revision", ["^HEAD", "--all", "HE\nAD", "x" * 9_000])
def test_what_is_no_revision_is_named_in_one_short_line(tree: tuple[Path, Commit], revision: str) -> None:
    with pytest.raises(UsageError) as caught:
        GitTree(str(tree[0]), revision)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


def spoil(top: Path, name: str, data: bytes | None) -> None:
    """Put other bytes in the place of an object, or take it away."""
    found = git(top, "rev-parse", name).strip()
    kept = top / ".git" / "objects" / found[:2] / found[2:]
    kept.chmod(0o600)
    kept.write_bytes(data) if data is not None else kept.unlink()


@git_is_there
@pytest.mark.counts_lines
@pytest.mark.parametrize("data", [b"junk", b"", None])
def test_a_commit_that_is_damaged_is_told_as_that_and_not_as_unknown(
    tree: tuple[Path, Commit], data: bytes | None
) -> None:
    top, _ = tree
    spoil(top, "HEAD", data)
    for revision in ("HEAD", "HEAD~1"):
        with pytest.raises(UsageError, match="git cannot read what it keeps here: "):
            GitTree(str(top), revision)


@git_is_there
@pytest.mark.counts_lines
def test_a_tree_that_is_damaged_is_told_with_what_was_asked_for(tree: tuple[Path, Commit]) -> None:
    top, _ = tree
    spoil(top, "HEAD^{tree}", b"junk")
    with GitTree(str(top), "HEAD") as at, pytest.raises(UsageError, match="what it keeps is damaged"):
        at.read("facts/facts.yaml", 1000)


@git_is_there
@pytest.mark.counts_lines
@pytest.mark.parametrize(("name", "data", "said"), [
    ("config", "[core\n", "git cannot read what it keeps here: bad config "),
    ("config", "\udcff", "git cannot read what it keeps here: bad config "),
    ("HEAD", "junk", "/.git for what it keeps: it may be damaged"),
    ("HEAD", "ref: refs/heads/none\n", "git has no commit here that it can read"),
])  # fmt: skip
def test_git_files_that_are_damaged_are_told_and_not_that_there_is_no_work_tree(
    tree: tuple[Path, Commit], name: str, data: str, said: str
) -> None:
    top, _ = tree
    (top / ".git" / name).write_text(data, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(UsageError) as caught:
        GitTree(str(top), "HEAD~1")
    assert said in str(caught.value)
    assert caught.value.advice


@git_is_there
@pytest.mark.parametrize("revision", ["0" * 39 + "1", "HEAD~99", "HEAD@{99}", "nobody"])
def test_what_git_never_had_is_no_damage(tree: tuple[Path, Commit], revision: str) -> None:
    with pytest.raises(UsageError, match="is neither a file nor a revision that git knows"):
        GitTree(str(tree[0]), revision)


@git_is_there
@pytest.mark.counts_lines
def test_what_git_traces_is_no_damage_and_is_not_told_with_it(
    tree: tuple[Path, Commit], monkeypatch: pytest.MonkeyPatch
) -> None:
    top, _ = tree
    monkeypatch.setenv("GIT_TRACE", "1")
    with pytest.raises(UsageError, match="is neither a file nor a revision that git knows"):
        GitTree(str(top), "nobody")
    (top / ".git" / "config").write_text("[core\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"^git cannot read what it keeps here: bad config [^:]*$"):
        GitTree(str(top), "HEAD")


@git_is_there
def test_a_folder_of_git_itself_is_no_work_tree_and_not_damaged(tree: tuple[Path, Commit]) -> None:
    top, _ = tree
    git(top, "init", "-q", "--bare", "bare")
    for folder in (top / ".git", top / ".git" / "refs", top / "bare"):
        with pytest.raises(UsageError, match=r"nobody is no file, and .* is in no git work tree"):
            GitTree(str(folder), "nobody")


@git_is_there
def test_an_object_that_git_has_lost_is_told_as_damaged_and_not_as_missing(tree: tuple[Path, Commit]) -> None:
    top, _ = tree
    name = "facts/facts.yaml"
    with GitTree(str(top), "HEAD") as before:
        assert not before.is_damaged(name + "x")
    found = git(top, "rev-parse", f"HEAD:{name}").strip()
    kept = top / ".git" / "objects" / found[:2] / found[2:]
    kept.chmod(0o600)
    kept.unlink()
    with GitTree(str(top), "HEAD") as after:
        state = state_of_revision(after, top / name)
        with pytest.raises(FactFileError) as caught:
            read_states(state, state_of_path(top / name))
    (problem,) = caught.value.problems
    assert "git cannot read it" in problem.message


@git_is_there
def test_a_name_with_a_line_break_is_told_in_one_line(tree: tuple[Path, Commit]) -> None:
    with GitTree(str(tree[0]), "HEAD") as found:
        state = state_of_revision(found, tree[0] / "a\nb.yaml")
        with pytest.raises(FactFileError) as caught:
            read_states(state, state)
    (problem,) = caught.value.problems
    assert "has a line break" in problem.message
    assert "\n" not in str(problem).partition("\n    ")[0]


def test_git_that_ends_meanwhile_is_said(tree: tuple[Path, Commit]) -> None:
    with GitTree(str(tree[0]), "HEAD") as at:
        at._git.kill()
        at._git.wait()
        with pytest.raises(UsageError, match="git ended"):
            at.read("facts/facts.yaml", 10)


def test_a_git_that_does_not_answer_is_ended_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, pid = tmp_path / "git", tmp_path / "pid"
    slow.write_text(f"#!/bin/sh\nsleep 100 &\necho $! >{pid}\nwait\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(git_tree, "_AT_ONCE", 1)
    with pytest.raises(UsageError, match="git gave no answer in 1 seconds"):
        GitTree(str(tmp_path), "HEAD")
    started = Path(f"/proc/{pid.read_text().strip()}/stat")
    assert not started.exists() or started.read_text().rpartition(")")[2].split()[0] == "Z"
