"""What is true of a little fact file about a tramway, and what is not, in ways that occur in any text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eujdef_tui.store import open_base
from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.pieces import Pieces
from eujdef_tui.verify.roots import side_of
from eujdef_tui.verify.verdict import Verdict

Judge = Callable[[str], Verdict]

# What the article says; each line is the quote of one fact.
TOLD = {
    "opened": ("event, status: happened, date: '2025-04-12'", "Northport opened its tram line on 12 April 2025."),
    "depot": ("event, status: planned, date: '2028'", "A depot of Northport is to be opened in 2028."),
    "meeting": (
        "event, status: planned, date: '2025-09'",
        "A conference on tram lines will be held by Northport and Southport in September 2025.",
    ),
    "visit": (
        "event, status: happened, date: '2025-03-03'",
        "Southport hosted engineers of Northport on 3 March 2025.",
    ),
    "exports": ("statement", "Alfa Rail, a Norwegian company, is increasing its exports of trams to Southport."),
    "workshop": ("statement", "Alfa Rail is looking for a workshop in Southport to repair trams."),
    "fares": ("statement", "Cheaper fares in Southport will not come overnight."),
    "shore": ("statement", "The tram line of Northport runs along the eastern shore of the bay."),
    "doubt": ("statement", "Engineers of Southport believe in steel wheels."),
    "drivers": ("statement", "Northport drivers are careful and slow, while Southport drivers are quick and bold."),
    "aid": ("statement", "Southport may fund trams of Northport from its road toll."),
    "priority": ("statement", "Safe rails have become a top priority of Southport."),
    "largest": ("statement", "The workshop of Alfa Rail is one of the largest in Norway."),
    "reliance": ("statement", "The move to stronger brakes is to lessen the reliance of Southport on Alfa Rail."),
    "repairs": ("statement", "Night repairs would allow Northport to run more trams."),
    "content": ("statement", "The contract of Northport covers brakes, doors and heating."),
    "cost": ("statement", "The depot costs about 40 million euros."),
    "model": ("statement", "The T-4 is to replace the ageing T-2 trams of Southport."),
    "makers": ("statement", "Nordal Electric and Holm Heavy Works repair the brakes of Southport."),
    "fair": ("event, status: happened, date: '2025-04-20'", "The fair of Northport was held in Tokyo in April 2025."),
    "trip": (
        "event, status: happened, date: '2025-02'",
        "Engineers of Alfa Rail were in Southport to set up a school.",
    ),
    "outlook": ("statement", "The outlook for trams between Paris and Rome is promising."),
    "growth": ("statement", "Growth in Southport will result in greater demand for heated stops."),
    "ties": ("statement", "Southport is enhancing its ties with Alfa Rail."),
    "share": ("statement", "The tram line takes 2% of the GDP of Northport, and its cybersecurity a third of that."),
}
KINDS = {"event": "title", "statement": "text"}


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """The verdict on one sentence."""
    base = open_base(written(tmp_path_factory.mktemp("tramway")))
    checker = Checker(base)

    def judged(text: str) -> Verdict:
        (found,) = checker.check(text)
        return found.verdict

    yield judged
    base.close()


def written(folder: Path) -> Path:
    """The fact file, with its article beside it."""
    article = "\n\n".join(quote for _, quote in TOLD.values())
    (folder / "a.txt").write_text(article, encoding="utf-8")
    lines = ['schema_version: "1"', "title: T", "sources: [{id: s, type: article, file: a.txt, issued: '2025-05-02'}]"]
    proof = "evidence: [{{source: s, quote: '{}'}}]"
    lines.append("actors:")
    for actor, kind in (("Northport", "city"), ("Southport", "city"), ("Alfa Rail", "company")):
        quote = next(quote for _, quote in TOLD.values() if actor in quote)
        summary = "Norwegian company" if kind == "company" else "City with trams"
        told = f"id: {actor.split()[0].lower()}, kind: {kind}, name: {actor}, summary: {summary}, {proof.format(quote)}"
        lines.append(f"  - {{{told}}}")
    for record in ("event", "statement"):
        lines.append(f"{record}s:")
        for name, (what, quote) in TOLD.items():
            if what.startswith(record):
                more = what.removeprefix(record).lstrip(",")
                kind = "talk" if record == "event" else "position"
                told = f"id: {name}, kind: {kind}, {KINDS[record]}: '{quote[:-1]}', {proof.format(quote)},{more}"
                lines.append(f"  - {{{told}}}")
    (path := folder / "facts.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("There is no doubt that the engineers of Southport believe in steel wheels.", "doubt"),
        ("A conference on tram lines will be held in Southport.", "meeting"),
        ("Southport hosted engineers of Northport on 3 March 2025.", "visit"),
        ("Of the gross domestic product of Northport the tram line takes 2%.", "share"),
        ("Cyber security takes a third of that in Northport.", "share"),
        ("Southport drivers are quick and bold, Northport drivers careful and slow.", "drivers"),
        ("The Norwegian company Alfa Rail is increasing its exports of trams.", "exports"),
        ("Cheaper fares in Southport will not come overnight.", "fares"),
        ("Nordal Electric repairs the brakes of Southport.", "makers"),
        ("The fair of Northport was held in Tokyo on 20 April 2025.", "fair"),
        ("Engineers had begun to set up a school in Southport.", "trip"),
        ("Compared with that, the 41 million euros or so of the depot look modest.", "cost"),
    ],
)
def test_what_the_article_says_in_other_words_is_supported(judge: Judge, sentence: str, fact: str) -> None:
    found = judge(sentence)
    assert found.word == "supported", found.why
    assert found.fact is not None
    assert found.fact.id in (fact, "alfa")


@pytest.mark.parametrize(
    ("sentence", "sort"),
    [
        ("Cheaper fares in Southport will come overnight.", "negation"),
        ("The tram line of Northport runs along the southern shore of the bay.", "opposite"),
        ("The conference of Northport and Southport on tram lines took place.", "status"),
        ("The depot of Northport is in service already.", "status"),
        ("Alfa Rail exports fewer trams to Southport.", "opposite"),
        ("Northport drivers are quick and bold, Southport drivers careful and slow.", "name"),
        ("The Danish company Alfa Rail is increasing its exports of trams.", "name"),
        ("Alfa Rail, a Danish company, is increasing its exports of trams.", "name"),
        ("Funds of Southport for trams of Northport are out of the question.", "negation"),
        ("Southport hosted engineers of Northport on 4 March 2025.", "date"),
        ("Southport wants to rely more on Alfa Rail.", "opposite"),
        ("Night repairs would stop Northport from running more trams.", "opposite"),
        ("Doors are left out of the contract of Northport.", "negation"),
        ("The contract of Northport leaves out doors.", "negation"),
        ("The T-4 is to replace the ageing T-3s of Southport.", "name"),
        ("Nordal Heavy repairs the brakes of Southport.", "name"),
        ("The fair of Northport was held in Tokyo on 21 April 2025.", "date"),
        ("The fair of Northport was held in Paris.", "name"),
        ("Alfa Rail has set up a school in Southport.", "status"),
        ("The outlook for trams between Paris and Rome is gloomy.", "opposite"),
        ("In Southport demand for heated stops will fall.", "opposite"),
        ("Southport is loosening its ties with Alfa Rail.", "opposite"),
        ("Northport is still to open its tram line.", "status"),
        ("Safe rails have become less of a priority of Southport.", "opposite"),
        ("The workshop of Alfa Rail is small.", "opposite"),
    ],
)
def test_what_it_does_not_say_is_seen(judge: Judge, sentence: str, sort: str) -> None:
    found = judge(sentence)
    assert found.word in ("differs", "no source"), found.why
    assert sort in {one.sort for one in found.differences}


def test_who_buys_is_no_opposite_of_who_sells(judge: Judge) -> None:
    assert judge("Southport buys more trams from Alfa Rail.").word == "supported"
    assert judge("Alfa Rail buys more trams from Southport.").word != "supported"


@pytest.mark.parametrize("word", ["closely", "largely", "mostly", "shortly"])
def test_an_adverb_that_has_left_its_adjective_has_no_opposite(word: str) -> None:
    assert not side_of(word)


@pytest.mark.parametrize(
    ("text", "sided"),
    [
        ("The next stop is Southport.", False),
        ("They stop the trams.", True),
        ("It opened on the first day.", False),
        ("It was the first tram.", True),
    ],
)
def test_a_word_has_an_opposite_only_as_what_it_is_there(text: str, sided: bool) -> None:
    assert bool({"stop", "first"} & Pieces(text).sided) is sided


def test_a_word_that_is_written_twice_says_no_more(judge: Judge) -> None:
    once, twice = (judge(f"Alfa Rail wants {more} trams in Southport.") for more in ("harder", "harder and harder"))
    assert once.share == pytest.approx(twice.share)
