"""The keys e and o: the picked fact's line in an editor, its source's address in a browser."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from eujdef_tui.factfile.record_line import line_of
from tests.helpers.explorer import driven, explorer
from tests.helpers.places import CORPUS, METRE
from tests.helpers.pty_session import Session

ADDRESS = "https://gazette.example/1875/05/21/treaty"


# --- where a record stands ---


@pytest.mark.slow
def test_a_record_is_found_at_the_line_of_its_id() -> None:
    for path in (METRE, CORPUS):
        lines = path.read_text(encoding="utf-8").splitlines()
        ids = [line.partition("id: ")[2].split(",")[0].strip() for line in lines if line.startswith("  - id: ")]
        assert len(ids) > 20
        for record_id in ids:
            found = line_of(path, record_id)
            assert found
            assert lines[found[1] - 1].startswith(f"  - id: {record_id}")


@pytest.mark.parametrize(
    "entry", ["- {kind: x, id: ada}", '- {"id": "ada"}', "- id: 'ada'  # her", "  id:   ada", "- kind: x\n  id: ada"]
)
def test_a_record_is_found_however_its_id_is_written(tmp_path: Path, entry: str) -> None:
    path = tmp_path / "f.yaml"
    path.write_text(f"events:\n- {{id: ada-2, of: ada}}\n- name: ada id\n{entry}\n", encoding="utf-8")
    assert line_of(path, "ada") == (path, 4 + entry.count("\n"))
    assert line_of(path, "nobody") is None


def test_a_record_that_another_names_as_related_is_found_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    related = "- id: b\n  related:\n  - id: ada\n    reason: r\n  - {id: ada, reason: r}\n"
    path.write_text(f"agreements:\n{related}  milestones:\n    - action: a\n      id: ada\n", encoding="utf-8")
    assert line_of(path, "ada") == (path, 9)


def test_in_a_folder_the_file_with_the_record_is_found(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(f"actors:\n- id: {name[0]}\n", encoding="utf-8")
    assert line_of(tmp_path, "b") == (tmp_path / "b.yaml", 2)
    with pytest.raises(FileNotFoundError):
        line_of(tmp_path / "none.yaml", "b")


# --- an editor ---

EDITOR = """\
import pathlib, sys
file, line = sys.argv[2], int(sys.argv[1][1:])
path = pathlib.Path(file)
lines = path.read_text(encoding="utf-8").splitlines()
print("EDITING", line, lines[line - 1].strip())
input()
"""


@pytest.fixture
def editor(tmp_path: Path) -> Path:
    """An editor that shows the line, waits for enter, and gives the picked fact another title."""
    path = tmp_path / "vi"
    change = 'path.write_text("\\n".join(lines).replace("1889", "1890") + "\\n", encoding="utf-8")\n'
    path.write_text(f"#!{sys.executable}\n{EDITOR}{change}", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.slow
def test_e_opens_the_line_of_the_fact_gives_the_screen_back_and_reads_the_changed_file(
    facts: Path, editor: Path
) -> None:
    env = {"VISUAL": str(editor), "EUJDEF_STATE": f"{os.devnull}/none"}
    with Session([sys.executable, "-m", "eujdef_tui", "-f", str(facts), "-q", "survey"], (80, 24), **env) as session:
        session.await_text("? help")
        session.type(b"e")
        session.await_text("- id: survey")
        session.type(b"\r")
        session.await_text("The changed file has been read")
        session.type(b"q")
        assert session.await_end()[0] == 0


@pytest.mark.counts_lines
@pytest.mark.slow
@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ("kill -9 $$", "was not edited: vi was ended by signal 9"),
        ("sed -i 's/1889/1890/' \"$2\"; exit 1", "The changed file has been read"),  # it has saved all the same
    ],
)
def test_an_editor_that_fails_is_told_unless_it_has_changed_the_file(
    facts: Path, tmp_path: Path, ends: str, said: str
) -> None:
    script = tmp_path / "vi"
    script.write_text(f"#!/bin/sh\n{ends}\n")
    script.chmod(0o755)
    env = {"VISUAL": str(script), "EUJDEF_STATE": f"{os.devnull}/none"}
    with Session([sys.executable, "-m", "eujdef_tui", "-f", str(facts)], (80, 24), **env) as session:
        session.await_text("? help")
        session.type(b"e")
        session.await_text(said)
        session.type(b"q")
        assert session.await_end()[0] == 0


@pytest.mark.counts_lines
@pytest.mark.slow
def test_ctrl_c_in_the_editor_is_the_editors_and_its_failure_is_told(facts: Path, tmp_path: Path) -> None:
    script = tmp_path / "vi"
    script.write_text("#!/bin/sh\ntrap 'echo caught; exit 3' INT\necho EDITING\nwhile :; do sleep 0.05; done\n")
    script.chmod(0o755)
    env = {"VISUAL": str(script), "EUJDEF_STATE": f"{os.devnull}/none"}
    with Session([sys.executable, "-m", "eujdef_tui", "-f", str(facts)], (80, 24), **env) as session:
        session.await_text("? help")
        session.type(b"e")
        session.await_text("EDITING")
        session.type(b"\x03")
        session.await_text("was not edited: vi ended with 3")
        session.type(b"q")
        assert session.await_end()[0] == 0


@pytest.mark.counts_lines
@pytest.mark.slow
@driven
async def test_where_nothing_can_be_edited_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with explorer() as at:
        await at.press("e")
        assert at.bar_text("footer") == "Only a base is open: the fact file that it was built from is not named (-f…"
    gone = tmp_path / "metre.yaml"
    async with explorer(source=gone) as at:
        await at.press("e")
        assert at.bar_text("footer").startswith("metre.yaml cannot be read: No such file")
    shutil.copy(METRE, gone)
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        async with explorer(source=gone) as at:
            await at.press("e")
            assert at.bar_text("footer").endswith("cannot be written by you: not opened")
    monkeypatch.setenv("VISUAL", "vi 'x")
    async with explorer(source=gone) as at:
        await at.press("e")
        assert at.bar_text("footer") == "$VISUAL or $EDITOR has quotation marks that are not closed"
    monkeypatch.setenv("VISUAL", "")
    monkeypatch.setenv("EDITOR", "")
    monkeypatch.setenv("PATH", str(tmp_path))
    async with explorer(source=gone) as at:
        await at.press("e")
        assert at.bar_text("footer").startswith("There is no editor: set $EDITOR. The fact is at metre.yaml:")


# --- a browser ---


@pytest.fixture
def addressed(facts: Path) -> Path:
    """The fact file with an address for each source."""
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("    type: article", f"    URL: {ADDRESS}\n    type: article"), encoding="utf-8")
    assert ADDRESS in facts.read_text(encoding="utf-8")
    return facts


@pytest.mark.counts_lines
@pytest.mark.slow
@driven
async def test_o_says_the_address_where_nothing_opens_it(addressed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    async with explorer(addressed) as at:
        await at.press("o")
        assert at.bar_text("footer") == ADDRESS
        assert at.app.clipboard == ""
    async with explorer(addressed, size=(40, 24)) as at:
        await at.press("o")
        assert at.overlay == "Sheet"  # whole, in a box
        shown = "".join(line.strip(" │┌─┐└┘") for line in at.lines)
        assert ADDRESS.rpartition("/")[2] in shown
        assert at.app.clipboard == ""


@pytest.mark.counts_lines
@pytest.mark.slow
@driven
async def test_o_gives_the_address_to_the_browser_as_one_argument(
    addressed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser, told = tmp_path / "browser", tmp_path / "told"
    browser.write_text(f'#!/bin/sh\necho "$# $1" > {told}\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    monkeypatch.delenv("SSH_TTY", raising=False)
    async with explorer(addressed) as at:
        await at.press("o")
        assert at.bar_text("footer").startswith("Opened by browser: https://gazette.example")
        await at.app.workers.wait_for_complete()
        assert told.read_text("utf-8") == f"1 {ADDRESS}\n"
    browser.write_text("#!/bin/sh\nexit 4\n")
    async with explorer(addressed) as at:
        await at.press("o")
        await at.app.workers.wait_for_complete()
        assert at.bar_text("footer") == ADDRESS  # it failed: the address is said


@pytest.mark.slow
@driven
async def test_an_address_that_is_none_of_the_web_is_said_and_never_opened(
    facts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "/bin/false")
    text = facts.read_text(encoding="utf-8")
    facts.write_text(
        text.replace("    type: article", "    URL: file:///etc/passwd\n    type: article"), encoding="utf-8"
    )
    async with explorer(facts) as at:
        await at.press("o")
        assert at.bar_text("footer") == "file:///etc/passwd"


@pytest.mark.counts_lines
@pytest.mark.slow
@driven
async def test_a_source_without_an_address_says_so() -> None:
    async with explorer() as at:
        await at.press("6", "o")
        said = at.bar_text("footer")
        assert said == "This source has no address (URL) in the fact file"


@pytest.mark.counts_lines
@pytest.mark.slow
@driven
async def test_a_terminal_that_cannot_be_handed_over_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "true")
    async with explorer(source=METRE) as at:  # its driver has no terminal
        await at.press("e")
        assert "was not edited: the terminal cannot be handed over" in at.bar_text("footer")


@pytest.mark.slow
def test_an_editor_that_is_not_there_is_said_and_the_screen_comes_back(facts: Path) -> None:
    env = {"VISUAL": "no-such-editor", "EUJDEF_STATE": f"{os.devnull}/none"}
    with Session([sys.executable, "-m", "eujdef_tui", "-f", str(facts)], (80, 24), **env) as session:
        session.await_text("? help")
        session.type(b"e")
        session.await_text("was not edited: no-such-editor: No such file or directory")
        session.type(b"q")
        assert session.await_end()[0] == 0


@pytest.mark.counts_lines
@pytest.mark.slow
@driven
async def test_where_nothing_is_picked_o_says_so_and_e_does_nothing() -> None:
    async with explorer(source=METRE) as at:
        await at.find("zzzzzz")
        await at.press("enter", "escape", "slash", *"zzzzzz")
        at.main.focus_list()
        await at.settle()
        assert at.picked == ""
        await at.press("o")
        assert at.bar_text("footer") == "No article is read here: pick a fact"
        await at.press("e")
        assert at.app.is_running


@pytest.mark.slow
@driven
async def test_neither_key_does_anything_on_a_shared_box() -> None:
    async with explorer(kiosk=True, source=METRE) as at:
        before = at.lines
        await at.press("e", "o")
        assert at.lines[:-1] == before[:-1]
        assert at.lines[-1].startswith(" o is no key here")
        named = [command.title for command in at.app.commands()]
        assert not [title for title in named if "EDITOR" in title or "browser" in title]
