"""The command line answers without a screen, with data on stdout, talk on stderr and true exit codes."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from eujdef_tui.cli.commands import main
from eujdef_tui.export.names import CITATION_STYLES, EXPORT_FORMATS
from eujdef_tui.present.session_state import SessionState, save_state, state_path
from eujdef_tui.store import open_base
from tests.helpers.processes import CORPUS, METRE, eujdef, surroundings

pytestmark = pytest.mark.slow  # a process for each command

F = ("-f", str(METRE))

# --- find ---


def test_find_kalas_has_kallas_first_with_evidence_that_can_be_cut_out() -> None:
    ran = eujdef("find", "kalas", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.lines) == 1
    printed = json.loads(ran.out)
    assert printed["hits"][0]["title"] == "Kaja Kallas"
    assert printed["hits"][0]["evidence"]
    for hit in printed["hits"]:
        for item in hit["evidence"]:
            text = (CORPUS.parent / item["file"]).read_bytes().decode("utf-8")
            assert text[item["start"] : item["end"]] == item["quote"]


@pytest.mark.counts_lines
def test_find_for_people_gives_a_line_and_its_proof_and_counts_the_rest_on_stderr() -> None:
    ran = eujdef("find", "general conference", "-n", "1", *F)
    assert ran.code == 0
    assert ran.lines == [
        "@ General Conference on Weights and Measures  [general-conference]",
        "    ✓ Measures, about May 2023: “the first General Conference on Weights and Measures”",
    ]
    assert ran.err.endswith("more: -n 0 prints all\n")
    whole = eujdef("find", "general conference", "-n", "0", *F)
    assert whole.err == ""
    assert len(whole.lines) > 8


def test_find_tells_what_it_left_out() -> None:
    ran = eujdef("find", "bryan", "zzyzx", "kibble", *F)
    assert (ran.code, ran.err) == (0, 'without "zzyzx"\n')


READ = "Read: 33 facts, 2 articles, 27 sentences."


@pytest.mark.counts_lines
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("zzyzx", ["nothing matches “zzyzx”", READ, "zzyzx is in none of them."]),
        ("qq 1795", ["nothing matches “qq 1795”", READ, "qq is in none of them.", "nearest, not all words:"]),
        (
            "normbys",
            [
                "nothing matches “normbys”; the nearest name is Norway",
                READ,
                "normbys is in none of them.  5 hits for norway",
                "nearest, not all words:",
            ],
        ),
    ],
)
def test_nothing_found_is_told_on_stderr_with_what_is_near_and_ends_with_one(typed: str, said: list[str]) -> None:
    ran = eujdef("find", typed, *F)
    assert (ran.code, ran.out) == (1, "")
    assert [line for line in ran.err.splitlines() if not line.startswith("  ")] == said


def test_nothing_found_as_json_is_still_an_object() -> None:
    ran = eujdef("find", "normbys", "--json", *F)
    assert ran.code == 1
    assert json.loads(ran.out)["did_you_mean"] == "Norway"


@pytest.mark.counts_lines
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("kibble", "knd:x"), "column 8: there is no field knd:"),
        (("from:soon",), "column 6: soon is not a date"),
        (("kind:", "person"), "column 6: kind: has no value"),
        ((" ",), "nothing is asked for"),
        (("kind:",), "nothing is asked for"),
        (("a", "-n", "-1"), "-1 is not a number of hits"),
        (("a", "-n", "many"), "many is not a number of hits"),
        ((), "required: WORDS"),
    ],
)
def test_a_query_that_cannot_be_understood_ends_with_two(words: tuple[str, ...], said: str) -> None:
    ran = eujdef("find", *words, *F)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.counts_lines
def test_find_reads_a_query_a_line_and_prints_an_object_a_line() -> None:
    queries = ["kibble", "", "knd:x", "zzyzx", "日本\r", "bad \udcff byte"]
    ran = eujdef("find", "-", "-n", "1", *F, stdin="\n".join(queries).encode(errors="surrogateescape"))
    printed = [json.loads(line) for line in ran.lines]
    assert [item["query"] for item in printed] == ["kibble", "", "knd:x", "zzyzx", "日本 ", "bad � byte"]
    assert [item["count"] > 0 for item in printed] == [True, False, False, False, True, False]
    assert printed[2]["error"]["column"] == 0
    assert (ran.code, ran.err) == (2, "")
    assert eujdef("find", "-", *F, stdin="zzyzx\nkibble\n").code == 0
    assert eujdef("find", "-", *F, stdin="zzyzx\n").code == 1
    assert eujdef("find", "-", *F, stdin="").out == ""


@pytest.mark.counts_lines
def test_find_answers_each_line_before_the_next_is_typed() -> None:
    command = [sys.executable, "-m", "eujdef_tui", "find", "-", *F]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, env=surroundings()) as running:
        assert running.stdin
        assert running.stdout
        for query in ("kibble", "japan"):
            running.stdin.write(f"{query}\n".encode())
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["query"] == query
        running.stdin.close()
        assert running.wait(30) == 0


# --- show, cite, export, keys ---


@pytest.mark.counts_lines
def test_show_prints_all_that_is_known_with_the_quotes() -> None:
    ran = eujdef("show", "kibble", "new-second", *F)
    assert (ran.code, ran.err) == (0, "")
    first, second = ran.out.split("\n\n")
    assert first.startswith("@ Bryan Kibble\nperson · 1 article\n")
    assert "“a balance proposed in 1975 by Bryan Kibble”" in first
    assert second.startswith("○ Redefinition of the second\ndecision · 1 article\nwhen       2030  ○ planned")


@pytest.mark.counts_lines
@pytest.mark.parametrize("verb", ["show", "cite"])
def test_an_id_of_nothing_is_told_with_the_nearest_and_the_rest_is_shown(verb: str) -> None:
    ran = eujdef(verb, "kibbel", "japan", "\x1b[31m", *F)
    assert ran.code == 1
    assert "Japan" in ran.out
    assert "there is no record kibbel; did you mean kibble?" in ran.err
    assert "there is no record �[31m; eujdef find" in ran.err


@pytest.mark.parametrize(
    ("given", "meant"),
    [("signign", "signing"), ("xmetre-convention", "metre-convention"), ("confrence-general", ""), ("kind:person", "")],
)
def test_a_mistyped_id_is_met_by_the_one_that_is_like_it(given: str, meant: str) -> None:
    ran = eujdef("show", given, *F)
    assert f"did you mean {meant}?" in ran.err if meant else "find WORDS --json gives ids" in ran.err


def test_cite_prints_each_form() -> None:
    assert eujdef("cite", "kibble", *F).out.startswith("**Bryan Kibble**")
    plain = eujdef("cite", "kibble", "joke", "--as", "plain", *F)
    assert (plain.code, plain.err) == (0, "")
    assert plain.out.count("  — Staff of The Daily Balance") == 3
    wrong = eujdef("cite", "kibble", "--as", "runes", *F)
    assert wrong.code == 2
    assert "there is no runes: choose one of markdown" in wrong.err


def test_export_prints_every_record() -> None:
    ran = eujdef("export", "--to", "jsonl", *F)
    assert (ran.code, ran.err) == (0, "")
    assert len([json.loads(line) for line in ran.lines]) == 35
    wrong = eujdef("export", "--to", "papyrus", *F)
    assert wrong.code == 2
    assert "choose one of jsonl" in wrong.err
    assert eujdef("export").code == 2


@pytest.mark.counts_lines
def test_export_writes_what_a_query_finds(tmp_path: Path) -> None:
    ran = eujdef("export", "kilogram", "kind:event", "--to", "csv", *F)
    ids = [row["id"] for row in csv.DictReader(io.StringIO(ran.out))]
    found = json.loads(eujdef("find", "kilogram", "kind:event", "--json", "-n", "0", *F).out)["hits"]
    assert list(dict.fromkeys(ids)) == [hit["id"] for hit in found]
    into = eujdef("export", "kilogram", "kind:event", "--to", "csv", "-o", str(tmp_path / "x.csv"), *F)
    assert (into.code, into.out) == (0, "")
    assert (tmp_path / "x.csv").read_text(encoding="utf-8") == ran.out
    nothing = eujdef("export", "zebra", "--to", "csv", *F)
    assert (nothing.code, nothing.out) == (1, "")
    assert "nothing matches “zebra”" in nothing.err


@pytest.mark.counts_lines
@pytest.mark.parametrize("verb", [("export", "--to", "csv"), ("brief",), ("brief", "--as", "docx")])
def test_an_output_that_cannot_be_written_is_told_with_its_place(
    tmp_path: Path, verb: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "none" / "x"
    assert main([*verb, "-o", str(path), *F]) == 2
    advice = "    name a file that you may write, in a folder that is there\n"
    assert capsys.readouterr().err == f"eujdef: {path} cannot be written: No such file or directory\n{advice}"


@pytest.mark.counts_lines
def test_export_writes_the_marked_facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EUJDEF_STATE", str(tmp_path))
    assert "no fact of this file is marked" in eujdef("export", "--marked", "--to", "jsonl", *F).err
    with closing(open_base(METRE)) as base:
        path = state_path(base)
        assert path
        save_state(path, SessionState(marks=("new-second", "no-such", "metre-article")))
    ran = eujdef("export", "--marked", "--to", "jsonl", *F)
    assert [json.loads(line)["id"] for line in ran.lines] == ["new-second", "metre-article"]


@pytest.mark.counts_lines
@pytest.mark.parametrize("verb", [("export", "--to", "jsonl"), ("brief",)])
def test_of_the_marked_facts_those_are_written_that_were_known_by_the_clock(
    verb: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EUJDEF_STATE", str(tmp_path))
    with closing(open_base(CORPUS)) as base:
        path = state_path(base)
        assert path
        save_state(path, SessionState(marks=("kallas", "sdp", "gcap")))
    verb = (*verb, "--marked", "-f", str(CORPUS))
    some = eujdef(*verb, "--known", "2024-11-01")
    assert (some.code, ": no source issued by then tells 1 of 3 marked facts: left out" in some.err) == (0, True)
    assert some.out.count("Kallas") < eujdef(*verb).out.count("Kallas")
    none = eujdef(*verb, "--known", "2024-01-01")
    assert (none.code, none.out) == (1, "")
    assert ": no source issued by then tells a marked fact, so nothing is written" in none.err


def test_keys_prints_the_keys_and_their_table() -> None:
    ran = eujdef("keys")
    assert (ran.code, ran.err) == (0, "")
    assert any(line.startswith("/ ") and "search" in line for line in ran.lines)
    assert eujdef("keys", "--markdown").lines[0] == "| key | name | what it does |"


def test_a_fact_file_that_stands_first_is_the_one_that_is_meant(tmp_path: Path) -> None:
    assert eujdef(str(METRE), "find", "kilogram", "--json").out == eujdef("find", "kilogram", "--json", *F).out
    folder = METRE.parent / "articles"
    assert eujdef(str(folder), "find", "x").code == 3
    lost = eujdef(str(tmp_path / "no.yaml"))
    assert lost.code in (2, 3)
    assert "invalid choice" not in lost.err
    assert "invalid choice: 'kilogram'" in eujdef("kilogram").err


@pytest.mark.counts_lines
def test_completions_are_made_for_each_shell() -> None:
    pytest.importorskip("shtab")
    for shell in ("bash", "zsh", "fish", "tcsh"):
        ran = eujdef("completions", shell)
        assert (ran.code, ran.err) == (0, "")
        assert "find" in ran.out
    assert eujdef("completions", "csh").code == 2


# What is typed in the folder of the tests' fact file, and some of what each shell must offer for it.
COMPLETED = [
    ("eujdef ", {"find", "check", "config", "export"}),
    ("eujdef cite --as ", set(CITATION_STYLES)),
    ("eujdef export --to ", set(EXPORT_FORMATS)),
    ("eujdef check --explain quote-", {"quote-orphan", "quote-edited"}),
    ("eujdef find --j", {"--json"}),
    ("eujdef -f me", {"metre.yaml"}),
    ("eujdef check me", {"metre.yaml"}),
]


@pytest.mark.parametrize(("typed", "offered"), COMPLETED)
def test_fish_completes_verbs_options_words_and_files(typed: str, offered: set[str], tmp_path: Path) -> None:
    pytest.importorskip("shtab")
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")
    script = tmp_path / "eujdef.fish"
    script.write_text(eujdef("completions", "fish").out, encoding="utf-8")
    asked = ["fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", str(script), typed]
    ran = subprocess.run(asked, cwd=METRE.parent, capture_output=True, text=True, check=True)
    assert offered <= {line.partition("\t")[0] for line in ran.stdout.splitlines()}


# --- check ---


@pytest.mark.counts_lines
def test_check_of_the_shipped_corpus_holds_and_ends_with_a_summary() -> None:
    ran = eujdef("check", str(CORPUS))
    assert ran.code == 0
    assert ran.err == ""
    summary = ran.lines[-9:]
    assert any(line.startswith(f"{CORPUS}: 5 sources, ") and "events" in line for line in summary)
    assert any("quotes: " in line and line.endswith("verbatim") for line in summary)
    for n in range(5):
        assert any(f"seeds/00{n}_" in line and "named in no_fact" in line for line in summary)


def test_check_names_every_problem_of_an_invalid_file_in_one_run(facts: Path) -> None:
    text = facts.read_text(encoding="utf-8")
    text = text.replace("country: FR\n", "country: FR\n    colour: blue\n", 1)
    text = text.replace("    name: Sweden\n", "    name: Sweden\n    name: Sverige\n", 1)
    text = text.replace("actors: [delambre, mechain]", "actors: [delambre, nobody]", 1)
    text = text.replace("date: 2018-11-16", "date: 2018-11-31", 1)
    facts.write_text(text, encoding="utf-8")
    ran = eujdef("check", "-f", str(facts))
    assert ran.code == 3
    for wrong in ("colour", "name: Sverige", "nobody", "2018-11-31"):
        line = next(n for n, line in enumerate(text.splitlines(), 1) if wrong in line)
        assert any(said.startswith(f"{facts}:{line}:") for said in ran.lines), wrong
    assert len([said for said in ran.lines if ": error: " in said]) == 4
    assert "4 problems" in ran.err


def test_check_of_a_quote_with_one_letter_changed_names_it_and_ends_with_four(tmp_path: Path) -> None:
    shutil.copytree(CORPUS.parent, tmp_path / "data")
    shutil.copytree(CORPUS.parent.parent / "seeds", tmp_path / "seeds")
    facts = tmp_path / "data" / "facts.yaml"
    text = facts.read_text(encoding="utf-8")
    whole = "EU foreign policy chief Kaja Kallas said Wednesday"
    assert whole in text
    facts.write_text(text.replace(whole, whole.replace("chief", "chiel"), 1), encoding="utf-8")
    line = next(n for n, said in enumerate(facts.read_text(encoding="utf-8").splitlines(), 1) if "chiel" in said)
    ran = eujdef("check", cwd=tmp_path, EUJDEF_FILE="data/facts.yaml")
    assert ran.code == 4
    (problem,) = [said for said in ran.lines if ": evidence: " in said]
    assert problem.startswith(f"data/facts.yaml:{line}:")
    assert "chiel" in problem
    assert "[quote-edited]" in problem
    assert "1 edited" in ran.out


@pytest.mark.counts_lines
def test_check_explains_a_rule() -> None:
    ran = eujdef("check", "--explain", "quote-edited")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out
    assert eujdef("check", "--explain", "no-such-rule").code == 2


# --- which file ---


def test_the_file_can_be_named_before_and_after_the_verb_and_in_the_environment(tmp_path: Path) -> None:
    other = tmp_path / "none.yaml"
    assert eujdef(*F, "find", "kibble").code == 0
    assert eujdef("find", "kibble", *F).code == 0
    assert eujdef("find", "kibble", EUJDEF_FILE=str(METRE)).code == 0
    assert eujdef("-f", str(other), "find", "kibble", *F).code == 0, "the nearer one wins"
    assert eujdef("find", "kibble", *F, EUJDEF_FILE=str(other)).code == 0, "what is typed wins"
    assert eujdef("find", "kallas", EUJDEF_FILE="").code == 0
    assert eujdef("find", "kibble", "-f", METRE.name, cwd=METRE.parent).code == 0


@pytest.mark.parametrize("verb", [("find", "x"), ("show", "x"), ("cite", "x"), ("export", "--to", "csv"), ("check",)])
def test_a_file_that_is_missing_ends_with_three(verb: tuple[str, ...]) -> None:
    ran = eujdef(*verb, "-f", "/no/such/file.yaml")
    assert ran.code == 3
    assert "There is no file /no/such/file.yaml" in ran.out + ran.err


def test_a_file_that_is_invalid_is_told_by_every_verb_with_its_lines(facts: Path) -> None:
    facts.write_text(facts.read_text(encoding="utf-8") + "unknown: 1\n", encoding="utf-8")
    last = len(facts.read_text(encoding="utf-8").splitlines())
    ran = eujdef("find", "kibble", "-f", str(facts))
    assert (ran.code, ran.out) == (3, "")
    assert f"{facts}:{last}:1: error:" in ran.err


def test_a_folder_is_a_fact_file_too(facts: Path) -> None:
    assert eujdef("find", "kibble", "-f", str(facts.parent)).code == 0


def test_any_number_of_hits_may_be_asked_for() -> None:
    assert eujdef("find", "kibble", "-n", "9" * 40, *F).code == 0


def test_what_a_verb_does_not_know_is_answered_with_its_own_usage() -> None:
    ran = eujdef("find", "kibble", "--loud", *F)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("usage: eujdef find ")
    assert eujdef("--loud").err.startswith("usage: eujdef [-h]")


@pytest.mark.parametrize(("verb", "forms"), [("export", EXPORT_FORMATS), ("cite", CITATION_STYLES)])
def test_the_help_of_a_verb_lists_every_form_it_takes(verb: str, forms: tuple[str, ...]) -> None:
    said = " ".join(eujdef(verb, "--help").out.replace("-\n", "-").split()).replace("csl- json", "csl-json")
    assert all(form in said for form in forms)
