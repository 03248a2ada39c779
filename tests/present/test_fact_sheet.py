"""The sheet of a record says everything the fact file says of it, the most asked-for first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import eujdef_tui.present.sheet_lines
import eujdef_tui.present.sheets.seen
from eujdef_tui.cli.output import sheet_text
from eujdef_tui.model.glyphs import DIFFERS, GRADE_MARKS, STATUS_MARKS
from eujdef_tui.model.labels import quoted, source_label
from eujdef_tui.model.parts import evidence_of
from eujdef_tui.model.records import Agreement, Evidence, NoFact, Record, Source, Tension
from eujdef_tui.model.struct import fields
from eujdef_tui.present.fact_sheet import sheet, sheet_heading, whole_title
from eujdef_tui.present.sheet_lines import Line, Part
from eujdef_tui.present.sheets.tension import in_turns
from eujdef_tui.search.engine import search
from eujdef_tui.search.query import parse
from eujdef_tui.store import Base, Row, open_base
from eujdef_tui.text import edtf
from tests.helpers.cache_probes import links_to
from tests.helpers.fact_files import HEAD, write

TODAY = 20250901


def lines(base: Base, record_id: str, today: int = TODAY, *, quotes: bool = False) -> list[Line]:
    return sheet(base, base.record(base.number(record_id) or 0), today, quotes=quotes)


def row_of(base: Base, record_id: str) -> Row:
    return base.record(base.number(record_id) or 0)


def said(line: Line) -> str:
    return "".join(part.text for part in line.parts).replace("\N{NO-BREAK SPACE}", " ")


def under(base: Base, record_id: str, label: str, today: int = TODAY) -> list[str]:
    """What stands under a label: its line and those below it that have none."""
    found: list[str] = []
    at = ""
    for line in lines(base, record_id, today):
        at = line.label or at
        if at == label:
            found.append(said(line).strip())
    return found


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[str], Base]]:
    """Opens a small fact file; `a.txt`, its one source, holds "words"."""
    bases: list[Base] = []

    def open_text(text: str) -> Base:
        bases.append(open_base(write(tmp_path, text)))
        return bases[-1]

    yield open_text
    for base in bases:
        base.close()


# --- everything is there ---

# What a sheet leaves out: ids and sort keys, and what stands in the reader beside it or in the printed quotes.
LEFT_OUT = {"id", "sort_name", "sha256", "prefix", "suffix", "place", "evidence", "no_fact", "organization"}
LEFT_OUT |= {"date_outside"}  # a mark, and the reason of the source that it names
DATES = {"date", "start", "end", "as_of", "issued", "accessed"}


def texts(node: Any) -> Iterator[tuple[str, str]]:
    """(field, text) of everything that a record and its parts say."""
    for name in fields(node):
        value = getattr(node, name)
        if name == "x":
            yield from (("x", text) for text in value.values())
        elif name in LEFT_OUT or isinstance(node, Evidence | NoFact):
            continue
        elif value == "happened":
            yield name, STATUS_MARKS[value]
        elif value == "difference":
            yield name, DIFFERS
        elif isinstance(value, str) and value:
            yield name, edtf.in_english(value) if name in DATES else value
        elif isinstance(value, tuple):
            yield from ((name, part) for part in value if isinstance(part, str))
            for part in value:
                if not isinstance(part, str):
                    yield from texts(part)


def test_everything_that_the_fact_file_says_of_a_record_is_on_its_sheet(metre: Base, corpus: Base) -> None:
    for base in (metre, corpus):
        for n in range(1, base.count() + 1):
            row = base.record(n)
            heading = sheet_heading(base, row)
            shown = "\n".join(
                (
                    heading.mark,
                    heading.title.lower(),
                    heading.title,
                    *heading.notes,
                    *map(said, sheet(base, row, TODAY)),
                )
            )
            for field, text in texts(row.record):
                known = (text if base.number(text) is None else base.title_of(text)).replace("\N{NO-BREAK SPACE}", " ")
                apart = known.replace("-", " ")
                assert known in shown or apart in shown, (row.record.id, field, text)


def test_every_quote_is_printed_in_full_with_where_it_stands(metre: Base, corpus: Base) -> None:
    for base in (metre, corpus):
        for n in range(1, base.count() + 1):
            row = base.record(n)
            shown = [line for line, _ in sheet_text(base, row, TODAY)]
            for item in evidence_of(row.record):
                quote, where = quoted(item.quote), f", sentence {item.sentence + 1}"
                if isinstance(row.record, Tension):
                    assert any(line.endswith(quote) for line in shown)
                else:
                    proof = f"{GRADE_MARKS['verbatim']} {quote}  "
                    assert len([line for line in shown if proof in line and line.endswith(where)]) == 1


def test_beside_the_reader_the_quotes_are_not_said_twice(metre: Base) -> None:
    assert "a balance proposed" not in "".join(map(said, lines(metre, "kibble")))
    assert "a balance proposed" in "".join(map(said, lines(metre, "kibble", quotes=True)))


def test_every_link_leads_to_what_it_names(metre: Base, corpus: Base) -> None:
    followed = 0
    for base in (metre, corpus):
        for n in range(1, base.count() + 1):
            for line in sheet(base, base.record(n), TODAY):
                for part in line.parts:
                    if part.link:
                        assert part.role == "link"
                        record = base.record(part.link).record
                        assert part.text in (base.title_of(record.id), label(record)), part
                        followed += 1
    assert followed > 500


def label(record: Record) -> str:
    return source_label(record) if isinstance(record, Source) else ""


def test_every_link_of_a_record_and_every_link_to_it_is_on_its_sheet(metre: Base, corpus: Base) -> None:
    for base in (metre, corpus):
        for n in range(1, base.count() + 1):
            row = base.record(n)
            shown = sheet(base, row, TODAY)
            led = {part.link for line in shown for part in line.parts if part.link}
            back = {src for _, src in links_to(base, n) if _told_back(base, row.record, src)}
            back |= set(base.citing_source(n))
            for query in found_by(shown):
                led |= {hit.n for hit in search(base, parse(query)).hits}
            assert back <= led, row.record.id


def found_by(shown: list[Line]) -> list[str]:
    """The queries that list what a sheet leaves out."""
    said = ["".join(part.text for part in line.parts) for line in shown]
    return [words[1] for line in said if (words := re.fullmatch(r"and [\d,]+ more: (.+) lists them", line))]


def test_of_many_records_that_point_at_one_the_first_are_listed_and_a_query_lists_all(
    metre: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    def listed() -> list[int]:
        return [part.link for line in lines(metre, "metre-article") for part in line.parts if part.link]

    whole = listed()
    monkeypatch.setattr(eujdef_tui.present.sheet_lines, "MAX_LISTED", 3)
    shown = lines(metre, "metre-article")
    assert listed() == whole[:3]
    assert said(shown[-1]) == f"and {len(whole) - 3} more: source:metre-article lists them"
    for record, queries in {
        "general-conference": ["actor:general-conference kind:event", "party:general-conference"],
        "metre-convention": ["agreement:metre-convention kind:event"],
    }.items():
        monkeypatch.setattr(eujdef_tui.present.sheet_lines, "MAX_LISTED", 1)
        assert found_by(lines(metre, record)) == queries


def test_of_many_records_that_one_points_at_the_first_are_listed(metre: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(eujdef_tui.present.sheet_lines, "MAX_LISTED", 1)
    (parties,) = [line for line in lines(metre, "metre-convention") if line.label == "between"]
    assert len(parties.parts) == 1
    assert any(said(line).startswith("and ") for line in lines(metre, "metre-convention"))


def _told_back(base: Base, record: Record, src: int) -> bool:
    """A statement is about an event, say: the event's sheet leaves that to the reader."""
    return type(record).__name__ == "Actor" or isinstance(base.record(src).record, Tension)


# --- heads ---


@pytest.mark.parametrize(
    ("record", "mark", "title", "notes"),
    [
        ("signing", "●", "Metre Convention signed by seventeen states", ("signing", "1 article")),
        ("general-conference", "@", "General Conference on Weights and Measures", ("public body", "2 articles")),
        ("metre-convention", "§", "Metre Convention", ("treaty", "1 article")),
        ("joke", "“", "Statement", ("position", "1 article")),
        ("drift", "#", "Figure", ("1 article",)),
        ("age-of-the-cylinder", "≠", "Since when the cylinder was the kilogram", ("2 articles", "2 facts")),
        ("kilogram-article", "▤", "The Daily Balance, 1 Nov 2024", ("article newspaper", "16 facts")),
    ],
)
def test_a_heading_says_what_a_record_is_and_how_many_articles_tell_it(
    metre: Base, record: str, mark: str, title: str, notes: tuple[str, ...]
) -> None:
    assert sheet_heading(metre, row_of(metre, record)) == (mark, title, notes)


def test_articles_that_retell_one_report_are_counted_as_one_report(opened: Callable[[str], Base]) -> None:
    two = HEAD.replace("}]", "}, {id: t, type: report, file: a.txt, derived_from: s}]")
    base = opened(
        two + "events:\n  - {id: e, kind: k, title: T, status: happened,\n"
        "     evidence: [{source: s, quote: words}, {source: t, quote: words}]}\n"
    )
    assert sheet_heading(base, row_of(base, "e")).notes == ("k", "2 articles of 1 report")


def test_a_statement_begins_with_its_whole_text(metre: Base) -> None:
    text = "What defines weight cannot be weighed."
    assert lines(metre, "joke")[0] == Line("", (Part(text, "title"),))
    assert whole_title(row_of(metre, "joke")) == text


# --- parts ---


def test_an_event_says_when_in_the_articles_words_where_and_who(metre: Base) -> None:
    assert under(metre, "signing", "when") == ["20 May 1875  ● happened  “On 20 May 1875”"]
    assert under(metre, "signing", "dated") == ["explicit"]
    assert under(metre, "signing", "where") == ["Paris"]
    assert under(metre, "signing", "who") == ["Sweden · Norway"]
    assert under(metre, "signing", "about") == ["Metre Convention"]
    assert under(metre, "bureau-created", "when") == ["undated  ● happened"]


def test_what_was_planned_for_a_day_that_is_over_stays_planned_and_says_so(metre: Base) -> None:
    assert under(metre, "new-second", "when") == ["2030  ○ planned  “in 2030”"]
    assert under(metre, "new-second", "when", 20301231) == ["2030  ○ planned  “in 2030”"]
    assert under(metre, "new-second", "when", 20310101) == [
        "2030  ○ planned, day passed, no article says more  “in 2030”"
    ]


def test_a_person_says_who_it_is_its_roles_and_what_it_is_in(metre: Base) -> None:
    assert under(metre, "kibble", "role") == ["physicist, National Physical Laboratory  ✓ The Daily Balance"]
    assert under(metre, "npl", "members 1") == ["@ Bryan Kibble"]
    assert under(metre, "bipm", "also") == ["BIPM acronym · Bureau international des poids et mesures native, fr†"]
    assert under(metre, "delambre", "in 1") == ["● Survey of the meridian from Dunkirk to Barcelona  1792–1798"]
    assert under(metre, "bipm", "country") == ["FR"]


def test_an_actor_is_seen_in_the_quarters_of_the_years_in_which_it_appears(corpus: Base, metre: Base) -> None:
    assert under(corpus, "kallas", "seen") == ["2025 ▁▁▂█·"]
    assert under(corpus, "france", "seen") == []
    (strip,) = under(metre, "general-conference", "seen")
    years = [year.split()[0] for year in strip.split("  ") if year.strip("┄")]
    dates = metre.linked_dates(metre.number("general-conference") or 0, ("actor", "speaker", "about"), 100)
    assert years == sorted({date[:4] for date in dates})


def test_of_an_actor_that_appears_too_often_to_be_counted_no_strip_is_drawn(
    corpus: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(eujdef_tui.present.sheets.seen, "_MOST", 5)
    assert under(corpus, "kallas", "seen") == []


def test_a_role_says_since_when(opened: Callable[[str], Base]) -> None:
    proof = "evidence: [{source: s, quote: words}]"
    base = opened(
        HEAD + f"actors:\n  - {{id: o, kind: body, name: O, {proof}}}\n"
        f"  - {{id: a, kind: person, name: A, {proof}, memberships: [\n"
        f"      {{organization: o, role: head, start: 2020, end: 2024, {proof}}},\n"
        f"      {{organization: o, role: guest, start: 2024-05, {proof}}},\n"
        f"      {{organization: o, role: clerk, end: 2019, {proof}}},\n"
        f"      {{organization: o, role: aide, start: 2024, end: 2024-05, {proof}}}]}}\n"
    )
    assert under(base, "a", "role") == [
        "head, O  2020 to 2024  ✓ s", "guest, O  from May 2024  ✓ s", "clerk, O  to 2019  ✓ s",
        "aide, O  2024 to May 2024  ✓ s",
    ]  # fmt: skip


def test_an_agreement_shows_its_steps_in_time_with_today_in_its_place(opened: Callable[[str], Base]) -> None:
    proof = "evidence: [{source: s, quote: words}]"
    base = opened(
        HEAD + f"agreements:\n  - {{id: p, title: P, short_title: Q, instrument: treaty, binding: political, {proof},\n"
        f"     binding_basis: so it says, milestones: [\n"
        f"      {{action: entry-into-force, date: 2026, status: planned, date_text: next year, {proof}}},\n"
        f"      {{action: signed, date: 2024-11-01, note: in Paris, {proof}}},\n"
        f"      {{action: sought, {proof}}}]}}\n"
    )
    assert under(base, "p", "track") == [
        "● sought ── ● signed 1 Nov 2024 ── ┆ today ┆ ── ○ entry into force 2026 planned"
    ]
    assert under(base, "p", "track", 20300101) == [
        "● sought ── ● signed 1 Nov 2024 ── ○ entry into force 2026 planned, no later word"
    ]
    assert under(base, "p", "track", 20240101) == [
        "● sought ── ┆ today ┆ ── ● signed 1 Nov 2024 ── ○ entry into force 2026 planned"
    ]
    assert under(base, "p", "steps") == [
        "● sought  undated  ✓ s",
        "● signed  1 Nov 2024  in Paris  ✓ s",
        "○ entry into force  2026  “next year”  ✓ s",
    ]
    assert under(base, "p", "binding") == ["political"]
    assert under(base, "p", "force") == ["so it says"]
    assert under(base, "p", "also") == ["Q short"]


def test_today_is_no_step_and_never_stands_before_the_first(metre: Base) -> None:
    assert "today" not in "".join(map(said, lines(metre, "kilogram-2019", 18000101)))
    for row in metre.rows(metre.span("agreements")):
        assert isinstance(row.record, Agreement)
        (track,) = under(metre, row.record.id, "track", 19000101)
        steps = track.split(" ── ")
        assert len(steps) - steps.count("┆ today ┆") == len(row.record.milestones) or steps == ["no step stated"]


def test_a_figure_stands_with_its_unit_and_day(metre: Base) -> None:
    assert under(metre, "drift", "figure") == ["50 micrograms  as of 1988–1992"]
    assert under(metre, "drift", "who") == ["the article itself  figure"]
    assert under(metre, "whole-kilogram", "who")[0].startswith("Farewell to a cylinder  ")
    assert under(metre, "planck", "about") == ["Definition of the kilogram by the Planck constant"]


def test_a_tension_shows_both_sides_and_each_side_shows_the_tension(metre: Base) -> None:
    sheet_of = [(line.label, said(line)) for line in lines(metre, "age-of-the-cylinder")]
    assert sheet_of[0] == ("The Daily Balance, 1 Nov 2024", "“was cast in 1879 and kept under glass at Sèvres”")
    assert sheet_of[1] == ("Measures, ~May 2023", "“a cylinder of the same alloy as that of the kilogram”")
    assert sheet_of[2][0] == "read so"
    for side in ("cylinder-cast", "prototypes"):
        assert under(metre, side, "differs")[0] == "≠ Since when the cylinder was the kilogram"


def test_a_note_on_reading_is_no_difference(opened: Callable[[str], Base]) -> None:
    proof = "evidence: [{source: s, quote: words}]"
    base = opened(
        HEAD + "statements:\n"
        + "".join(f"  - {{id: {name}, kind: position, text: {name}, {proof}}}\n" for name in "abc")
        + "tensions:\n  - {id: r, kind: reading, title: One office, facts: [a, b], reading: In turn., evidence: [\n"
        "      {source: s, quote: words}, {source: s, quote: words}]}\n"
        "  - {id: d, title: Which, facts: [b, c], reading: One is later., evidence: [\n"
        "      {source: s, quote: words}, {source: s, quote: word}]}\n"
    )  # fmt: skip
    assert sheet_heading(base, row_of(base, "r")) == ("¶", "One office", ("note on reading", "1 article", "2 facts"))
    for record, differs, reading, read_so in (
        ("a", [], ["¶ One office"], ["¶ In turn."]),
        ("b", ["≠ Which"], ["¶ One office"], ["≠ One is later.", "¶ In turn."]),
    ):
        assert under(base, record, "differs") == differs
        assert under(base, record, "reading") == reading
        assert under(base, record, "read so") == read_so
    assert [hit.n for hit in search(base, parse("has:tension")).hits] == [base.number("b"), base.number("c")]
    assert [hit.n for hit in search(base, parse("kind:reading")).hits] == [base.number("r")]
    assert [text for _, text in base.headings("tensions")] == [
        "≠ where the articles differ, or seem to, and how to read them",
        "¶ notes on reading: no difference, but easily mistaken for one",
    ]


def test_a_source_says_how_much_of_it_is_used_and_what_is_hidden_in_it(metre: Base, tmp_path: Path) -> None:
    article = metre.article("metre-article")
    carrying = sum(count > 0 for count in article.fact_counts)
    assert under(metre, "metre-article", "text") == [f"{carrying} of {len(article.spans)} sentences carry facts"]
    assert under(metre, "metre-article", "by") == ["Ada Arpent"]
    assert under(metre, "kilogram-article", "by") == ["Staff of The Daily Balance"]
    assert under(metre, "metre-article", "hidden") == []
    (tmp_path / "a.txt").write_bytes(b"a \x1b[31mword\x1b[0m")
    with closing(open_base(write(tmp_path, HEAD))) as base:
        assert under(base, "s", "hidden") == ["2 characters that a terminal must not see, shown as �"]


def test_a_quote_that_does_not_hold_says_how(opened: Callable[[str], Base]) -> None:
    base = opened(
        HEAD + "events:\n"
        "  - {id: e, kind: k, title: T, status: happened,\n"
        "     evidence: [{source: s, quote: Words}, {source: s, quote: zzz}]}\n"
    )
    assert under(base, "e", "proof") == ["≈ s, undated, sentence 1  normalised", "✗ s, undated  orphan"]


def test_what_no_article_says_is_marked(metre: Base) -> None:
    assert under(metre, "bipm", "outside") == [
        "† Bureau international des poids et mesures: the French name, which no article prints"
    ]
    assert under(metre, "joke", "outside") == []
    assert under(metre, "joke", "note") == ["tone: a joke"]


# --- printed ---


def test_printed_lines_are_lines_with_labels_in_a_column(corpus: Base) -> None:
    for n in range(1, corpus.count() + 1):
        for line, indent in sheet_text(corpus, corpus.record(n), TODAY):
            assert "\n" not in line
            assert line == line.rstrip()
            assert indent in (0, 2, 11, 13)


def test_a_title_of_several_lines_is_printed_in_one(opened: Callable[[str], Base]) -> None:
    base = opened(
        HEAD + "events:\n  - id: e\n    kind: k\n    title: |\n      One\n      two\n    status: happened\n"
        "    evidence: [{source: s, quote: words}]\n"
    )
    assert next(sheet_text(base, base.record(1), TODAY)) == ("● One two", 2)


def test_what_a_line_leads_to_is_printed_with_its_id(metre: Base) -> None:
    lines = [line for line, _ in sheet_text(metre, metre.record(metre.number("signing") or 0), TODAY)]
    assert any(line.startswith("about ") and line.endswith(" [metre-convention]") for line in lines)


def test_a_date_and_a_source_are_not_parted_on_the_screen_and_printed_with_plain_spaces(corpus: Base) -> None:
    row = corpus.record(corpus.number("kallas") or 0)
    (role,) = [line for line in sheet(corpus, row, TODAY) if line.label == "role"][:1]
    assert "✓\N{NO-BREAK SPACE}Japan\N{NO-BREAK SPACE}Times" in role.parts[-1].text
    assert any("✓ Japan Times" in line for line, _ in sheet_text(corpus, row, TODAY))


def test_dates_of_an_office_that_no_article_gives_are_marked_as_outside_knowledge(corpus: Base) -> None:
    row = corpus.record(corpus.number("kallas") or 0)
    text = "\n".join("".join(part.text for part in line.parts) for line in sheet(corpus, row, TODAY))
    assert "from 1 Dec 2024†" in text


def test_the_quotes_of_a_tension_take_turns_so_that_both_sides_are_seen_at_once() -> None:
    quotes = [Evidence(source=source, quote=quote) for source, quote in zip("aaabbc", "123456", strict=True)]
    assert [item.source + item.quote for item in in_turns(quotes)] == ["a1", "b4", "c6", "a2", "b5", "a3"]
