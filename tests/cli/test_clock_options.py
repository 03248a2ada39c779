"""The clocks on the command line: in find, show, brief and export, as fields or as options, and on a shared box."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from eujdef_tui.cli import kiosk
from eujdef_tui.errors import QueryError
from eujdef_tui.store import Base
from tests.helpers.processes import Ran, eujdef

SUMMIT = "eu-japan-summit-2025"
BOTH = "planned on the word of Caliber.Az, about Jun 2025; reported done by Japan Times, about 23 Jul 2025"


def found(*words: str) -> dict[str, Any]:
    printed: dict[str, Any] = json.loads(eujdef("find", "--json", *words).out)
    return printed


# --- find ---


@pytest.mark.slow
def test_find_says_the_clock_that_it_used() -> None:
    ran = eujdef("find", "summit", "asof:2025-06")
    assert ran.err.splitlines()[0] == "as of 30 Jun 2025"
    assert ran.lines[0].startswith("○ 23 Jul 2025")
    assert ran.lines[1].strip() == BOTH


@pytest.mark.slow
@pytest.mark.counts_lines
def test_the_json_of_find_has_the_days_of_the_clock_and_what_was_planned_then() -> None:
    printed = found("summit", "known:2025-06-30")
    (first, *_) = printed["hits"]
    assert printed["clock"] == {"asof": None, "known": "2025-06-30"}
    assert printed["understood"][0] == {
        "kind": "clock", "typed": "known:2025-06-30", "read": "known by 30 Jun 2025 (1 source not dated)"
    }  # fmt: skip
    assert (first["id"], first["date"], first["summary"]) == (SUMMIT, None, "planned")
    assert first["then"] == ["planned on the word of Caliber.Az, about Jun 2025"]
    assert {item["source"] for hit in printed["hits"] for item in hit["evidence"]} <= {
        "caliber", "afp-report", "nikkei-report"
    }  # fmt: skip


def test_without_a_clock_the_json_of_find_has_no_key_for_it() -> None:
    printed = found("summit")
    assert "clock" not in printed
    assert not any("then" in hit for hit in printed["hits"])


@pytest.mark.counts_lines
def test_find_says_that_only_later_sources_tell_it() -> None:
    ran = eujdef("find", "kallas", "known:2024-12-01")
    assert (ran.code, ran.out) == (1, "")
    assert "known by 1 Dec 2024: nothing.  " in ran.err
    assert " hits of later or undated sources" in ran.err


@pytest.mark.slow
def test_a_clock_alone_finds_all_that_was_known() -> None:
    before, first = (found(f"known:2024-06-{day}")["count"] for day in (22, 23))
    assert (before, first > 50) == (0, True)


# --- show ---


@pytest.mark.slow
def test_show_takes_the_clocks_as_options() -> None:
    ran = eujdef("show", SUMMIT, "--asof", "2025-06-30")
    assert ran.err == "as of 30 Jun 2025\n"
    assert f"then       {BOTH}" in " ".join(ran.out.split("\n           "))
    known = eujdef("show", SUMMIT, "--known", "30 jun 2025")
    assert known.err == "known by 30 Jun 2025\n"
    assert "Japan Times" not in known.out
    assert "known      first from Caliber.Az, about Jun 2025" in known.out


@pytest.mark.counts_lines
def test_show_says_what_no_source_told_by_then() -> None:
    ran = eujdef("show", "kallas", "borrell", "--known", "2024-11-01")
    assert ran.code == 1
    assert "no source issued by then tells kallas" in ran.err
    assert ran.lines[0] == "@ Josep Borrell"


@pytest.mark.counts_lines
def test_show_tells_who_held_an_office() -> None:
    before, after = (eujdef("show", "borrell", "--asof", day).lines[2] for day in ("2024-11-30", "2024-12-01"))
    assert before.split(maxsplit=1) == ["who", "EU foreign policy chief"]
    assert after.split(maxsplit=1) == ["who", "formerly EU foreign policy chief"]


@pytest.mark.slow
@pytest.mark.parametrize("verb", [("show", SUMMIT), ("export", "--to", "csv"), ("brief",)])
@pytest.mark.parametrize("value", ["someday", "2024/..", '"'])
def test_an_option_that_is_no_date_is_refused(verb: tuple[str, ...], value: str) -> None:
    ran = eujdef(*verb, "--known", value)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


# --- export and brief ---


def rows(ran: Ran) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(ran.out)))


@pytest.mark.counts_lines
@pytest.mark.slow
def test_export_writes_what_was_known_with_the_evidence_that_there_was() -> None:
    known = rows(eujdef("export", "known:2024-11-01", "--to", "csv"))
    assert {row["source"] for row in known} == {"nikkei-report", "afp-report"}
    assert known == rows(eujdef("export", "--known", "2024-11-01", "--to", "csv"))
    every = rows(eujdef("export", "--to", "csv"))
    assert {row["quote"] for row in known} < {row["quote"] for row in every}


@pytest.mark.counts_lines
def test_export_writes_the_status_of_the_day() -> None:
    lines = [json.loads(line) for line in eujdef("export", "kind:event asof:2025-06-30", "--to", "jsonl").lines]
    status = {line["id"]: line["status"] for line in lines}
    assert (status[SUMMIT], status["information-negotiations-launched"]) == ("planned", "ahead")
    assert status["kallas-in-manila"] == "happened"


@pytest.mark.slow
@pytest.mark.parametrize(
    "form", ["jsonl", "csv", "web-annotation", "ftm", "timelinejs", "csl-json", "bibtex", "ics", "svg"]
)
def test_every_format_is_written_by_a_clock(form: str) -> None:
    ran = eujdef("export", "asof:2024-10-31 known:2024-11-01", "--to", form)
    assert ran.code == 0
    assert "Japan Times" not in ran.out


@pytest.mark.counts_lines
@pytest.mark.slow
def test_a_brief_says_by_which_day_it_is() -> None:
    brief = eujdef("brief", "summit", "--asof", "2025-06-30").out
    assert "As of 30 Jun 2025, as later articles tell it, the newest of " in brief
    assert BOTH in brief
    known = eujdef("brief", "spa", "known:2024-11-01").out
    assert "Known by 1 Nov 2024; newest article: about 1 Nov 2024" in known


@pytest.mark.counts_lines
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["known:2000-01-01"], "known by 1 Jan 2000: no source was issued by then, so nothing is written"),
        (["--known", "2000"], "known by 31 Dec 2000: no source was issued by then, so nothing is written"),
        (
            ["kallas in manila", "--known", "2024-11-01"],
            "known by 1 Nov 2024: nothing matches “kallas in manila” but 5 hits of later or undated sources, so",
        ),
        (["zzyzx", "--known", "2024-11-01"], "known by 1 Nov 2024: nothing matches “zzyzx”, so nothing is written"),
        (["is:coming", "--asof", "2100"], "as of 31 Dec 2100: nothing matches “is:coming”, so nothing is written"),
        (["is:coming asof:2100 known:2000"], "as of 31 Dec 2100 · known by 31 Dec 2000: nothing matches “is:coming”"),
    ],
)
@pytest.mark.parametrize("verb", [["brief"], ["export", "--to", "csv"]])
def test_a_brief_or_export_that_the_clock_leaves_empty_is_not_written_and_names_the_clock(
    here: Callable[..., Ran], verb: list[str], asked: list[str], said: str
) -> None:
    ran = here(*verb, *asked)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"eujdef: {said}")


@pytest.mark.counts_lines
def test_a_clock_by_which_one_source_was_out_is_written(here: Callable[..., Ran]) -> None:
    assert {row["source"] for row in rows(here("export", "--known", "2024-06-30", "--to", "csv"))} == {"nikkei-report"}


# --- a shared box ---


def test_a_shared_box_takes_the_clocks(corpus: Base) -> None:
    assert kiosk.parse_command("show spa --asof 2024-12-01") == ["show", "--asof", "2024-12-01", "spa"]
    assert kiosk.parse_command("find spa known:2024-12") == ["find", "spa", "known:2024-12"]
    with pytest.raises(QueryError, match="--known takes a date such as 2024-11-01"):
        kiosk.parse_command('show spa --known "x"')
    assert "--asof DATE" in kiosk.help_text()


# --- cite ---


@pytest.mark.slow
def test_cite_cites_what_the_sources_issued_by_then_said() -> None:
    ran = eujdef("cite", "sdp-announced", "kallas", "--known", "2024-11-02", "--as", "plain")
    assert ran.code == 1
    assert ran.err.splitlines() == ["known by 2 Nov 2024", "eujdef: no source issued by then tells kallas"]
    assert "AFP" in ran.out
    assert "Japan Times" not in ran.out


@pytest.mark.slow
def test_cite_refuses_a_clock_that_is_no_day() -> None:
    ran = eujdef("cite", "spa", "--asof", "soon")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("eujdef: soon is not a date")
