"""The sheet of a record in words: everything that the screen says, no sign, and a number for each link."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from eujdef_tui.linear.spoken_rows import heading_words, row_words
from eujdef_tui.linear.spoken_sheet import SpokenSheet, spoken_sheet
from eujdef_tui.model.glyphs import GRADE_MARKS, KIND_MARKS, OUTSIDE, STATUS_MARKS
from eujdef_tui.present.fact_sheet import sheet
from eujdef_tui.store import Base, Row

DAY = 2025_09_01
# “ and # begin quotes and numbers as well, ~ and ? are in words: these mean nothing but a mark
MARKS = {*STATUS_MARKS.values(), *GRADE_MARKS.values(), *KIND_MARKS.values(), OUTSIDE, "·", "─"} - set("“#~?@")
SHORT_MONTH = re.compile(r"\d (Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b")


def found(base: Base, name: str) -> SpokenSheet:
    return spoken_sheet(base, row(base, name), DAY)


def row(base: Base, name: str) -> Row:
    return base.record(base.number(name) or 0)


def rows(*bases: Base) -> Iterator[tuple[Base, Row]]:
    for base in bases:
        for n in range(1, base.count() + 1):
            yield base, base.record(n)


def without_quotes(line: str) -> str:
    return re.sub("“[^”]*”|‘[^’]*’", "x", line)


@pytest.mark.slow  # every record of two fact files
def test_no_sheet_row_or_heading_has_a_mark_a_box_or_a_month_cut_short(metre: Base, corpus: Base) -> None:
    for base, one in rows(metre, corpus):
        lines = [
            *spoken_sheet(base, one, DAY).lines,
            row_words(base, one, DAY, marked=True),
            heading_words(base, one, DAY, marked=False),
        ]
        for line in lines:
            assert not MARKS & set(line), line
            assert "\n" not in line, line
            assert not SHORT_MONTH.search(without_quotes(line)), line


@pytest.mark.slow  # every record of two fact files
def test_our_own_words_have_no_signs_in_a_row(metre: Base, corpus: Base) -> None:
    for base, one in rows(metre, corpus):
        for line in spoken_sheet(base, one, DAY).lines:
            if not line.startswith(("Note", "Address", "File", "From outside", "How it", "Titled", "Named", "Why")):
                assert not re.search(r"(?<![A-Z])[,;:.] ?[,;:.](?=\s|$)", without_quotes(line)), line


@pytest.mark.slow  # every record of two fact files
def test_every_link_of_the_screen_is_a_numbered_link(metre: Base, corpus: Base) -> None:
    for base, one in rows(metre, corpus):
        said = spoken_sheet(base, one, DAY)
        linked = [part.link for line in sheet(base, one, DAY) for part in line.parts if part.link]
        assert list(said.links) == linked
        numbers = [int(number) for line in said.lines for number in re.findall(r"[,?!] link (\d+)", line)]
        assert numbers == list(range(1, len(linked) + 1))


def test_an_event_says_when_whether_and_in_which_words(metre: Base) -> None:
    lines = found(metre, "new-second").lines
    assert lines[0].startswith("When: 2030, planned, not yet due")
    assert found(metre, "bureau-created").lines[0] == "When: undated, happened."


def test_the_steps_of_an_agreement_are_said_with_their_status(corpus: Base) -> None:
    assert found(corpus, "spa").lines[0] == (
        "Steps: agreed by about 1 November 2024, date from outside the articles, happened; ratification instrument"
        " exchanged 1 November 2024, date from outside the articles, happened; entry into force 1 January 2025, date"
        " from outside the articles, planned, day passed, no article says more."
    )


def test_a_step_to_come_is_not_yet_due_and_an_agreement_may_have_none(corpus: Base) -> None:
    tracks = {spoken_sheet(corpus, one, DAY).lines[0] for one in corpus.rows(corpus.span("agreements"))}
    assert any(track.endswith(", a target, not yet due.") for track in tracks)
    assert "Steps: no step stated." in tracks


def test_an_actor_says_when_it_is_seen_in_quarters(corpus: Base) -> None:
    lines = found(corpus, "kallas").lines
    assert "Dated facts that name it: 1 in the second quarter of 2025 and 18 in the third quarter of 2025." in lines


def test_other_names_say_their_kind_and_language(corpus: Base) -> None:
    names = next(line for line in found(corpus, "spa").lines if line.startswith("Also called: "))
    assert names.startswith("Also called: SPA, short, acronym, in English; EU-Japan Strategic Partnership Agreement,")
    assert names.endswith("translation, in Japanese, from outside the articles.")


def test_parties_are_parted_and_linked(metre: Base) -> None:
    lines = found(metre, "metre-convention").lines
    assert "Between: Japan, link 1; Sweden, link 2; Norway, link 3." in lines


def test_what_an_actor_says_is_counted_and_not_called_a_statement_each_time(corpus: Base) -> None:
    lines = found(corpus, "kallas").lines
    says = next(nth for nth, line in enumerate(lines) if line.startswith("Says, 17 in all: Kallas "))
    assert all("statement:" not in line for line in lines[says : says + 17])


def test_the_sides_of_a_tension_are_said_with_article_and_date(corpus: Base) -> None:
    tensions = [spoken_sheet(corpus, one, DAY).lines for one in corpus.rows(corpus.span("tensions"))]
    sides = [line for lines in tensions for line in lines if re.match(r"(AFP report|Japan Times), about \d", line)]
    assert len(sides) > 20
    assert all(re.search(r": “.*”", line) for line in sides)
    assert all(any(line.startswith("How to read it: ") for line in lines) for lines in tensions)


def test_a_source_says_where_it_was_published_and_in_which_language(metre: Base) -> None:
    lines = found(metre, "metre-article").lines
    assert "Published in: The Measures Reader." in lines
    assert "Language: English." in lines


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kibble", "Bryan Kibble, person."),
        ("metre-convention", "Metre Convention, agreement, treaty, signed 20 May 1875."),
        ("japan-joins", "Japan joins the Metre Convention, 1885, happened."),
        ("cylinder-cast", "International prototype of the kilogram cast, 1879, happened, articles differ."),
        ("kilogram-article", "The Daily Balance, Farewell to a cylinder, source, 1 November 2024."),
    ],
)
def test_a_row_is_one_sentence(metre: Base, name: str, words: str) -> None:
    assert row_words(metre, row(metre, name), DAY, marked=False) == words


def test_a_row_says_that_it_is_marked_why_it_matched_and_how_many_sources_tell_it(corpus: Base) -> None:
    said = row_words(corpus, row(corpus, "kallas-interview"), DAY, marked=True, why="through Kaja Kallas")
    assert said == "Kallas interviewed by The Japan Times, 23 July 2025, happened, through Kaja Kallas, marked."
    told = [row_words(corpus, one, DAY, marked=False) for one in corpus.rows(corpus.span("timeline"))]
    assert any(line.endswith(", told by 2 sources.") for line in told)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("kibble", "Bryan Kibble, person, 1 article."),
        ("metre-convention", "Metre Convention, agreement, treaty, 1 article, marked."),
        ("vote", "General Conference votes for a new kilogram, happened, decision, 1 article."),
        ("kilogram-article", "The Daily Balance, 1 November 2024, source, article newspaper, 16 facts."),
    ],
)
def test_a_heading_says_title_kind_and_support(metre: Base, name: str, words: str) -> None:
    assert heading_words(metre, row(metre, name), DAY, marked=words.endswith("marked.")) == words
