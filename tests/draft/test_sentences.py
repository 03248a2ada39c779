"""Furniture of an article: what is a headline, a byline, a caption or boilerplate, and what only looks like one."""

from __future__ import annotations

import pytest

from eujdef_tui.draft.sentences import dateline, read_sentences

BODY = "Ministers of both sides met in Oslo on Monday.\nThey agreed on a fund.\n"

FURNITURE = {
    "Ferry pact signed at last\n": "headline",
    "By Solveig Aamodt\n": "byline",
    "BY SOLVEIG AAMODT\n": "byline",
    "Solveig Aamodt\n": "byline",
    "Photo: Karin Holm\n": "credit",
    "© Vestmar Times\n": "credit",
    "2 days ago\n": "label",
    "Published 3 May 2024 at 10:15\n": "label",
    "4 November 2025\n": "label",
    "Tuesday, November 4, 2025\n": "label",
    "5 min read\n": "label",
    "Ministers at the signing in Oslo on Monday. |\n": "caption",
    "Read more: all about ferries.\n": "boilerplate",
    "Subscribe to our newsletter\n": "boilerplate",
    "All rights reserved.\n": "boilerplate",
    "* * *\n": "label",
    "Correction: an earlier version gave another sum.\n": "correction",
}


@pytest.mark.parametrize(("line", "kind"), FURNITURE.items())
def test_a_line_that_carries_no_fact_says_what_it_is(line: str, kind: str) -> None:
    assert read_sentences(line + BODY)[0].furniture == kind


def test_of_two_lines_without_a_stop_the_second_is_a_heading() -> None:
    found = read_sentences("Ferry pact signed at last\nWhat it costs\n" + BODY)
    assert [one.furniture for one in found] == ["headline", "heading", "", ""]


def test_a_heading_stands_between_paragraphs() -> None:
    found = read_sentences(BODY + "Defence industries\nThey met again.\n")
    assert [one.furniture for one in found] == ["", "", "heading", ""]


@pytest.mark.parametrize(
    "line",
    [
        "He asked who would pay for it all in the end?",
        "“Who will pay?” she asked.",
        "By 2027 the fund will be spent.",
        "The fund is to be spent by Norway\n", "It was read more often than before.",
    ],
)  # fmt: skip
def test_what_says_something_is_no_furniture(line: str) -> None:
    assert not read_sentences(BODY + line + " Others agreed.\n")[2].furniture


def test_an_article_of_one_line_has_no_headline() -> None:
    assert not read_sentences("Norway signed a pact on ferries")[0].furniture


DATELINES = {
    "LINDGRUND, 4 November (EANA) — Ministers met.": "Ministers met.",
    "TOKYO (Reuters) - Ministers met.": "Ministers met.",
    "BRUSSELS, Nov 3 (AP) -- Ministers met.": "Ministers met.",
    "Hochbrugg, 20 January 2026 — It was still snowing.": "It was still snowing.",
    "PARIS — Ministers met.": "Ministers met.",
    "Brussels, 27 November 2026 - The EU signed.": "The EU signed.",
    "Brussels, 27 November 2026 – The EU signed.": "The EU signed.",
    "Brussels, Friday 27 Nov. 2026 (dpa) — The EU signed.": "The EU signed.",
    "(Brussels, November 27, 2026) – The EU signed.": "The EU signed.",
    "(ANSA) - ROME, NOV 27 - Italy signed.": "Italy signed.",
    "Frankfurt am Main, Germany, 27.11.2026 – “We sign,” she said.": "“We sign,” she said.",
    "THE HAGUE, Netherlands (AP) — Judges met.": "Judges met.",
    "Århus, 3 May (Ritzau) – Denmark signed.": "Denmark signed.",
    "BEIJING, Nov. 27 (Xinhua) -- China signed.": "China signed.",
    "Oslo – Norway signed.": "Norway signed.",
    "Tokyo - 40 ministers met.": "40 ministers met.",
    "On 3 May 2024 — Norway's day — ministers met.": "On 3 May 2024 — Norway's day — ministers met.",
    "In May 2024 - Norway's year - they met.": "In May 2024 - Norway's year - they met.",
    "NATO — the alliance — met.": "NATO — the alliance — met.",
    "Norway — Sweden's rival — signed.": "Norway — Sweden's rival — signed.",
    "Kaja Kallas - Estonia's former leader, met them.": "Kaja Kallas - Estonia's former leader, met them.",
    "Sweden's 2024 budget - The largest so far - passed.": "Sweden's 2024 budget - The largest so far - passed.",
    "Ministers of both sides - Norway and Sweden - met.": "Ministers of both sides - Norway and Sweden - met.",
    "Norway — a kingdom — signed.": "Norway — a kingdom — signed.",
    "Ministers met.": "Ministers met.",
}


@pytest.mark.parametrize(("sentence", "rest"), DATELINES.items())
def test_a_dateline_is_no_part_of_its_sentence(sentence: str, rest: str) -> None:
    assert sentence[dateline(sentence, 0, len(sentence)) :] == rest
