"""Hostile text (control and hidden characters) in every verb and format: none of it reaches stdout or stderr."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from eujdef_tui.cli.verb_table import VERBS
from eujdef_tui.export.names import CITATION_STYLES, TEXT_FORMATS
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.field_specs import keys_of
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import SECTIONS
from eujdef_tui.rules import RULES
from tests.helpers.attacks import ATTACKS, HONEST, corpus, hidden_in, ids, record, scalar
from tests.helpers.places import ROOT
from tests.helpers.processes import Ran, eujdef, surroundings

pytestmark = pytest.mark.slow  # a process for each attack

EVERYTHING = "".join(ATTACKS.values())
ARGUMENT = EVERYTHING.replace("\0", "")
CODES = (0, 1, 2, 3, 4)


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fact file of attacks."""
    return corpus(tmp_path_factory.mktemp("attack"))


def safe(ran: Ran, *, folded: bool = False) -> str:
    """All that was printed, after it was looked at; without the line ends of RFC 5545 where it is `folded`."""
    assert ran.code in CODES
    assert "Traceback" not in ran.err
    out = ran.out.replace("\r\n ", "").replace("\r\n", "\n") if folded else ran.out
    assert hidden_in(out) == []
    assert hidden_in(ran.err) == []
    return out + ran.err


METRE = str(ROOT / "tests" / "corpora" / "metre.yaml")

# How each verb is asked so that it says all it can.
ASKED: dict[str, list[list[str]]] = {
    "find": [
        ["find", "quote", "-n", "0"],
        ["find", "quote", "-n", "0", "--json"],
        ["find", "kind:kind", "title", "-n", "0"],
    ],
    "show": [["show", *ids()]],
    "cite": [["cite", *ids(), "--as", form] for form in CITATION_STYLES],
    "check": [["check"], *(["check", "--explain", rule.id] for rule in RULES)],
    "draft": [["draft", str(ROOT / "seeds" / "000_25f1d3723b119deb.txt"), "--json"]],
    "verify": [["verify", str(ROOT / "seeds" / "000_25f1d3723b119deb.txt"), "--all"], ["verify", "f.yaml", "--json"]],
    "diff": [["diff", METRE], ["diff", METRE, "--json"], ["diff", "\x1b[31m\u202eno"]],
    "export": [["export", "--to", form] for form in TEXT_FORMATS],
    "brief": [["brief"], ["brief", "--as", "html"]],
    "build": [["build", "--base", "made.sqlite"]],
    "review": [["review", "--list"], ["review", "--stats"]],
    "import": [["import", "--help"]],
    "reanchor": [["reanchor"], ["reanchor", "--json"]],
    "duplicates": [["duplicates"], ["duplicates", "--json"]],
    "mcp": [["mcp", "--help"]],
    "new": [["new", "\x1b[31m\u202efolder", "--title", "\x1b]0;x\x07"]],
    "config": [["config"]],
    "keys": [["keys"], ["keys", "--markdown"]],
    "completions": [["completions", "bash"]],
    "": [["--help"], []],
    "doctor": [["doctor"]],
}


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_no_verb_prints_what_attacks(facts: Path, tmp_path: Path, verb: str) -> None:
    for arguments in ASKED[verb]:
        if verb == "new":
            printed = safe(eujdef(*arguments, cwd=tmp_path))
        elif arguments[:2] in (["check", "--explain"], ["keys"], ["--help"]):
            printed = safe(eujdef(*arguments))
        else:
            printed = safe(eujdef(*arguments, cwd=tmp_path, EUJDEF_FILE=str(facts)), folded="ics" in arguments)
        assert printed


def test_what_is_honest_is_printed_untouched(facts: Path) -> None:
    for arguments in ASKED["find"][:2] + ASKED["show"] + ASKED["cite"] + ASKED["export"]:
        printed = safe(eujdef(*arguments, EUJDEF_FILE=str(facts)), folded="ics" in arguments)
        if not {"ftm", "timelinejs", "csl-json", "bibtex", "svg"} & set(arguments):
            assert HONEST in printed, arguments
    assert json.loads(eujdef("find", HONEST, "--json", EUJDEF_FILE=str(facts)).out)["query"] == HONEST


def test_what_is_left_of_an_attack_is_seen_and_every_attack_is_in_the_corpus(facts: Path) -> None:
    printed = eujdef("show", *ids(), EUJDEF_FILE=str(facts)).out
    for name, attack in ATTACKS.items():
        shown = re.sub(r"[^!-~]+", "\0", attack).split("\0")
        assert max(shown, key=len) in printed, name
    assert "�" in printed


def test_offsets_point_into_the_file_as_it_is_and_hidden_characters_are_counted(facts: Path) -> None:
    read = load(facts)
    for source in read.sources:
        raw = (facts.parent / source.file).read_text("utf-8")
        assert len(read.texts[source.id]) == len(raw.replace("\r\n", "\n"))
        assert (read.hidden[source.id] > 0) == ("�" in read.texts[source.id])
    for line in eujdef("export", "--to", "jsonl", EUJDEF_FILE=str(facts)).lines:
        plain = json.loads(line)
        for item in plain.get("evidence", ()):
            if item["grade"] == "verbatim":
                raw = (facts.parent / item["file"]).read_bytes().decode()
                whole = raw[item["start"] : item["end"]]
                assert len(whole) == len(item["quote"])
                assert [a for a, b in zip(whole, item["quote"], strict=True) if a != b and b not in "� \n"] == []


def test_every_text_of_every_kind_of_record_holds_an_attack(facts: Path) -> None:
    def texts(value: Any, cls: type) -> set[str]:
        found = set()
        for key in keys_of(cls).values():
            held = getattr(value, key.name)
            if key.inner:
                found |= {name for part in held for name in texts(part, key.inner)}
            elif key.form == "text" and "]52;c;ZXZpbA==" in held:
                found.add(f"{cls.__name__}.{key.name}")
        return found

    wanted = {
        f"{cls.__name__}.{key.name}"
        for outer in SECTIONS.values()
        for cls in (outer, *(key.inner for key in keys_of(outer).values() if key.inner))
        for key in keys_of(cls).values()
        if key.form == "text" and key.name not in ("file", "sha256")
    } - {f"{of}.{name}" for of in ("Evidence", "NoFact") for name in ("prefix", "suffix")}
    wanted -= {"Milestone.title", "Milestone.location"}  # of a milestone with an id, which is read as an event
    read = load(facts)
    assert wanted <= {
        name for section, cls in SECTIONS.items() for value in getattr(read, section) for name in texts(value, cls)
    }
    assert {grade for value in read.records() for item in evidence_of(value) if (grade := item.grade)} <= {"verbatim"}


def test_a_cell_of_a_table_begins_no_formula(facts: Path) -> None:
    out = eujdef("export", "--to", "csv", EUJDEF_FILE=str(facts)).out
    cells = [cell for row in csv.reader(io.StringIO(out)) for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


# --- errors ---


@pytest.mark.parametrize("cls", SECTIONS.values(), ids=lambda cls: cls.__name__)
def test_what_is_wrong_with_a_value_is_said_without_it_acting(cls: type, tmp_path: Path) -> None:
    good = record(cls, 0, "good")
    section = next(name for name, of in SECTIONS.items() if of is cls)
    wrong = [good | {key: EVERYTHING} for key in good] + [good | {attack[:60]: "x"} for attack in ATTACKS.values()]
    lines = ['schema_version: "1"', "title: T", f"{section}:"]
    for bad in wrong:
        pairs = ", ".join(f"{scalar(name)}: {scalar(str(value))}" for name, value in bad.items())
        lines.append(f"  - {{{pairs}}}")
    (tmp_path / "bad.yaml").write_text("\n".join(lines), encoding="utf-8")
    for verb in ("check", "find"):
        ran = eujdef(verb, *(["x"] if verb == "find" else []), EUJDEF_FILE=str(tmp_path / "bad.yaml"))
        assert ran.code == 3
        assert "[" in safe(ran)


@pytest.mark.parametrize(
    "text",
    [
        f"title: {EVERYTHING}", f"{EVERYTHING}", "\x1b]0;x\x07: 1", "a: *\u202e\u200bx", "&\u202ea b: [",
        "--- \u202e\n---\n", '"\\e[2J": 1', 'title: "\\e[2J\\q"', "title: '\u202e", "%TAG \u202e\ntitle: x",
        "!\u202e x",
        "\ufefftitle: \u200b", "? [\u202e]\n: x",
    ],
)  # fmt: skip
def test_what_is_no_yaml_is_said_without_it_acting(tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.yaml").write_text(text, encoding="utf-8")
    ran = eujdef("check", EUJDEF_FILE=str(tmp_path / "bad.yaml"))
    assert ran.code == 3
    safe(ran)


@pytest.mark.parametrize("name", ["\x1b]0;x\x07\u202e\u200b\nx", b"\xff\xfe\x9b2J\x1b[2J\x85"], ids=["text", "bytes"])
def test_a_name_of_a_file_or_folder_never_acts(tmp_path: Path, name: str | bytes) -> None:
    folder = os.path.join(os.fsencode(tmp_path), os.fsencode(name))  # noqa: PTH118
    os.mkdir(folder)  # noqa: PTH102
    whole = corpus(Path(os.fsdecode(folder)), os.fsdecode(name) + ".yaml")
    for cache in (tmp_path / "cache", Path(os.fsdecode(folder)), Path(os.devnull) / os.fsdecode(name)):
        ran = eujdef("find", "title", "-f", str(whole), EUJDEF_CACHE=str(cache))
        assert ran.code == 0
        safe(ran)
    (whole.parent / "s0.txt").unlink()
    (whole.parent / "s1.txt").write_bytes(b"\xff\x1b[2J")
    for arguments in (["check", str(whole)], ["find", "x", "-f", str(whole)], ["find", "x", "-f", f"{whole}.none"]):
        ran = eujdef(*arguments)
        assert ran.code == 3
        safe(ran)
    whole.write_text("title: [", "utf-8")
    safe(eujdef("check", EUJDEF_FILE=str(whole)))
    safe(eujdef("check", str(whole.parent)))


# --- what is typed, and what surrounds it ---


@pytest.mark.parametrize(
    "arguments",
    [
        ["find", ARGUMENT], ["find", "--json", ARGUMENT], ["find", f'"{ARGUMENT}'], ["find", f"kind:{ARGUMENT}"],
        ["find", f"from:{ARGUMENT}"], ["find", f"{ARGUMENT}:x"], ["find", f"actor:{ARGUMENT}", "--json"],
        ["show", ARGUMENT], ["cite", ARGUMENT], ["cite", "x", "--as", ARGUMENT], ["export", "--to", ARGUMENT],
        ["check", "--explain", ARGUMENT], ["check", ARGUMENT[:200]], ["-f", ARGUMENT[:200], "find", "x"],
        ["find", "x", "-n", ARGUMENT], [ARGUMENT],
        ["find", "x", f"--{ARGUMENT}"], [f"--{ARGUMENT}"], ["completions", ARGUMENT], ["keys", ARGUMENT],
        ["-q", ARGUMENT], ["--kiosk", ARGUMENT], ["find", b"\xff\x9b2J\xed\xa0\x80"],
        ["show", b"\xff\x9b2J\xed\xa0\x80"],
    ],
    ids=lambda arguments: ascii(b" ".join(a if isinstance(a, bytes) else a.encode() for a in arguments)[:20]),
)  # fmt: skip
def test_nothing_typed_acts(facts: Path, arguments: list[str | bytes]) -> None:
    ran = eujdef(*arguments, EUJDEF_FILE=str(facts))
    safe(ran)


def test_queries_on_standard_input_are_answered_in_text_that_does_not_act(facts: Path) -> None:
    lines = "".join(f"{attack}\n" for attack in ATTACKS.values()).encode() + b"\xff\x9b2J\xed\xa0\x80\n"
    ran = eujdef("find", "-", stdin=lines, EUJDEF_FILE=str(facts))
    safe(ran)
    assert all(json.loads(line)["schema_version"] == 1 for line in ran.lines)


def test_what_a_client_of_a_shared_box_asks_never_acts(facts: Path) -> None:
    asked = ["help", "find quote", "cite event1", ARGUMENT, ARGUMENT[:900], f"find {ARGUMENT[:900]}"]
    for command in (*asked, *(f"find {attack}".replace("\0", "") for attack in ATTACKS.values())):
        safe(eujdef("--kiosk", EUJDEF_FILE=str(facts), SSH_ORIGINAL_COMMAND=command))


def test_nothing_in_the_environment_acts(facts: Path, tmp_path: Path) -> None:
    names = "TERM LANG LC_ALL LANGUAGE COLUMNS LINES EUJDEF_TODAY ESCDELAY COLORTERM NO_COLOR SSH_CONNECTION TMUX"
    around = dict.fromkeys(names.split(), ARGUMENT)
    around["EUJDEF_CACHE"] = f"{tmp_path}/{ARGUMENT[:60].replace('/', '')}"
    for arguments in (["find", "quote"], ["show", "event1"], ["check"], ["--help"], []):
        safe(eujdef(*arguments, env=around | {"EUJDEF_FILE": str(facts)}))


@pytest.mark.parametrize("arguments", [["find", "quote", "-n", "0"], ["show", *ids()], ["check"], ["sing", ARGUMENT]])
def test_on_a_terminal_nothing_more_is_sent(facts: Path, arguments: list[str]) -> None:
    ours, theirs = os.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "eujdef_tui", *arguments], stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs,
        env=surroundings() | {"TERM": "xterm-256color", "EUJDEF_FILE": str(facts), "COLUMNS": "60"},
    )  # fmt: skip
    os.close(theirs)
    sent = bytearray()
    try:
        while piece := os.read(ours, 65536):
            sent += piece
    except OSError:  # how Linux says that the other side is closed
        pass
    os.close(ours)
    assert running.wait(30) in CODES
    assert hidden_in(sent.decode().replace("\r\n", "\n")) == []
