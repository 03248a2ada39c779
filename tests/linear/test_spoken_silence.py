"""Where nothing is found it is said why, in sentences to be heard, and what may follow a command where it does not."""

from __future__ import annotations

import re

import pytest

from eujdef_tui.linear.command_table import COMMANDS, what_fits
from eujdef_tui.linear.spoken_silence import clock_said, silence_lines
from eujdef_tui.present.why_nothing import why_nothing
from eujdef_tui.search.engine import search
from eujdef_tui.search.proof import Part, Proof
from eujdef_tui.search.query import parse
from eujdef_tui.search.results import Result
from eujdef_tui.store import Base
from tests.helpers.linear import hear

READ = "33 facts were read, and 27 sentences of 2 articles."


def silence(base: Base, typed: str) -> list[str]:
    """What is said of a line that finds nothing, but for its first line and what was read."""
    result = search(base, parse(typed))
    assert not result.hits
    first, read, *rest = silence_lines(result, typed)
    assert (first, read) == (f"Nothing found for {typed}.", READ)
    return rest


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("zzyzx", ["zzyzx stands in none of them."]),
        ("zzyzx qqqq", ["zzyzx and qqqq stand in none of them."]),
        ("zzyzx kibble", ["zzyzx stands in none of them.", "kibble: 1 fact and 1 article have it."]),
        ("zzyzx 1850", ["zzyzx stands in none of them.", "None of them is surely of 1850."]),
        ("kind:event status:reported", ["status:reported fits none of them."]),
        ("kibble sweden", ["None has both: kibble, 1 fact and 1 article; sweden, 4 facts and 1 article."]),
        ("arpent kind:person", ["None fits both: arpent, 1 article; kind:person, 3 facts."]),
        ('"qq metre', ["A quotation mark is open: close it where the exact words end."]),
    ],
)
def test_each_sentence_says_one_thing_and_what_is_there_is_counted(metre: Base, typed: str, said: list[str]) -> None:
    told = silence(metre, typed)
    assert [line for line in told if line in said] == said, told


def result_of(**proof: object) -> list[str]:
    """What is said of a proof of 9 facts."""
    found = Result(parse("a b"), proof=Proof(9, 0, 0)._replace(**proof))  # type: ignore[arg-type]
    return list(silence_lines(found, "a b"))[1:]


def test_one_that_has_it_has_it_and_at_least_so_many_have_it() -> None:
    gone = (Part("word", "x"),)
    present = (
        Part("word", "a", 1),
        Part("field", "is:b", 0, 1),
        Part("word", "c", 2000, 0, more=True),
        Part("date", "d"),
    )
    assert result_of(absent=gone, present=present) == [
        "9 facts were read.",
        "x stands in none of them.",
        "a: 1 fact has it.",
        "is:b: 1 article fits it.",
        "c: at least 2,000 facts have it.",
        "d: no fact fits it.",
    ]


def test_of_more_than_two_that_are_nowhere_together_all_are_told() -> None:
    words = [Part("word", word, 1) for word in "abcd"]
    assert result_of(apart=(tuple(words[:3]),))[1] == "None has all three: a, 1 fact; b, 1 fact; c, 1 fact."
    assert result_of(apart=(tuple(words),))[1].startswith("None has all 4: ")


def test_what_stands_together_and_is_no_answer_is_said() -> None:
    together = Part("all", "a b", 2, 1)
    assert result_of(together=together)[1:] == ["All of it is somewhere in 2 facts and 1 article, but none answers it."]
    assert result_of()[1:] == ["None answers all of it."]
    assert list(silence_lines(Result(parse("a b")), "a b"))[1:] == ["No fact and no article answers all of it."]


def test_the_mended_words_are_told_with_what_they_find(metre: Base) -> None:
    told = silence(metre, "metre zzzz delambr kibbel")
    assert not [line for line in told if line.startswith("Perhaps")]
    (answer,) = hear(metre, "c klingon")
    assert answer[0] == "The command copy takes a form: markdown, chicago, bibtex, csl-json, plain; and marked."


def test_a_clock_is_named_and_stands_no_more_among_what_was_asked(corpus: Base) -> None:
    for typed, first in (
        ("kallas known:2024-11-01", "Nothing found for kallas, known by 1 November 2024."),
        ("known:2000", "Nothing found, known by 31 December 2000."),
        ("is:coming asof:2100", "Nothing found for is:coming, as of 31 December 2100."),
    ):
        result = search(corpus, parse(typed))
        assert next(iter(silence_lines(result, typed))) == first
        assert clock_said(result.query) in first
    assert clock_said(parse("kallas")) == ""


def test_a_brief_and_an_export_of_nothing_name_the_clock(corpus: Base) -> None:
    *_, brief, export = hear(corpus, "kallas known:2024-11-01", "brief", "export csv")
    said = "Not written: known by 1 November 2024, nothing is found. A later day has more, or drop the clock."
    assert [brief, export] == [[said], [said]]
    *_, plain = hear(corpus, "zzyzx", "brief")
    assert plain == ["No answers are listed that could be written: type a name or a word."]


def test_a_copy_of_marks_that_were_not_known_names_the_clock(corpus: Base) -> None:
    *_, told = hear(corpus, "kallas", "mark 1", "borrell known:2024-11-01", "copy marked")
    assert told[0].startswith("Not copied: known by 1 November 2024, no source had told 1 of the 1 marked by then.")


# --- commands with something else behind them ---


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("copy klingon", "The command copy takes a form: markdown, chicago, bibtex, csl-json, plain; and marked."),
        ("export klingon", "The command export takes a format: jsonl, csv, "),
        ("brief klingon", "The command brief takes a form: markdown, html, docx; and marked."),
        ("from here", "The command from takes a number."),
        ("mark those", "The command mark takes a number, or all."),
        ("date soonish", "The command date takes a date."),
        ("diff foo", "The command diff takes a fact file, such as old.yaml, or a git revision, such as HEAD~1."),
        ("copy plain", ""),
        ("copy", ""),
        ("kibble", ""),
        ("find copy", ""),
        ("all of it", ""),
        ("help me now", ""),
    ],
)
def test_what_a_command_takes_is_known_of_a_line_that_does_not_fit_it(line: str, said: str) -> None:
    assert what_fits(line).startswith(said)
    assert bool(what_fits(line)) is bool(said)


def test_it_is_said_before_the_search_for_the_line_and_only_where_that_finds_nothing(metre: Base) -> None:
    nothing, found = hear(metre, "copy klingon", "date kibble")
    assert nothing[:2] == [what_fits("copy klingon"), "Nothing found for copy klingon."]
    assert not found[0].startswith("The command") or found[1].startswith("Nothing found")
    assert len(nothing) == 2


def test_what_was_read_stays_where_a_command_was_not_fitted(metre: Base) -> None:
    *_, copied = hear(metre, "kibble", "copy klingon", "copy plain")
    assert copied[0] == "Copy begins, 1 fact as plain:"


def test_of_what_counts_whatever_the_clock_it_is_said(corpus: Base) -> None:
    typed = "kallas zzyzx known:2020"
    first, whose, read, *_ = silence_lines(search(corpus, parse(typed)), typed)
    assert first == "Nothing found for kallas zzyzx, known by 31 December 2020."
    assert whose == "All is counted, also what was not known by then."
    assert read == "409 facts were read, and 176 sentences of 5 articles."
    assert why_nothing(search(corpus, parse(typed)), enter=False)[0][0][0].startswith("Read whatever the clock: 409 ")


def test_no_command_is_named_that_there_is_not() -> None:
    names = {one.name for one in COMMANDS}
    for one in COMMANDS:
        if said := what_fits(f"{one.name} %%"):
            (name,) = re.findall("^The command (.*) takes", said)
            assert name in names


def test_below_few_guesses_the_nearest_are_read_and_are_no_answers_to_be_marked(metre: Base) -> None:
    listed, _, marked = hear(metre, "inked the convention", "mark all", "marks")
    assert listed[0] == "2 answers for inked the convention, inked taken as signed, without the, 1 to 5."
    assert "Metre Convention" in listed[listed.index("Nearest, not all words:") + 1]
    assert marked[0] == "2 marked facts."
