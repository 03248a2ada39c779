"""The truth checks: what of a fact its sentence does not bear out is told, and what it does is not."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from textwrap import indent

import pytest

from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.records import Actor, Event, Evidence, Statement
from eujdef_tui.rules import RULES
from eujdef_tui.rules.ledger import Ledger
from eujdef_tui.rules.truth import CHECKS, REFUSED, Article, Cast, Claim, Passage, doubts
from tests.helpers.places import CORPUS
from tests.helpers.rule_cases import assert_found
from tests.helpers.work import count_calls

ARTICLE = """\
Ann Lee, mayor of Brenna, signed the harbour pact in Oslo on Friday, 7 May 2021.
The pact costs $12.5 million and takes 340 workers, said Bo Dahl of Northlake Shipping.
"Prices will rise next year," he said.
Northlake plans to open a second dock in 2023.
The union of dockers rejected the plan in March, as it had in 2019.
Cara Voss, who leads the union, fears for 80 jobs.
Nothing was decided on the ferry, which carries 2,000 people a day.
Two towns, Brenna and Askvik, would share the cost.
"""
HEAD = """\
sources: [{id: s, type: article, file: a.txt, issued: 2021-05-09}]
actors:
  - {id: lee, kind: person, name: Ann Lee, evidence: [&lee {source: s, quote: Ann Lee}]}
  - {id: dahl, kind: person, name: Bo Dahl, evidence: [{source: s, quote: Bo Dahl}]}
  - {id: voss, kind: person, name: Cara Voss, evidence: [{source: s, quote: Cara Voss}]}
  - {id: brenna, kind: city, name: Brenna, evidence: [{source: s, quote: mayor of Brenna}]}
  - {id: northlake, kind: company, name: Northlake Shipping, evidence: [{source: s, quote: Northlake Shipping}]}
  - {id: zeller, kind: person, name: Max Zeller, evidence: [&away {source: t, quote: Zeller}]}
  - {id: torvik, kind: company, name: Torvik Bank, evidence: [*away]}
""".replace(
    "file: a.txt, issued: 2021-05-09}]", "file: a.txt, issued: 2021-05-09}, {id: t, type: article, file: b.txt}]"
)


def statement(text: str, quote: str, more: str = "") -> str:
    """A statement of the article; `more` are its other keys."""
    return f"- {{id: x, kind: position, text: '{text}', evidence: [{{source: s, quote: '{quote}'}}]{more}}}"


def event(title: str, quote: str, more: str = "", status: str = "happened") -> str:
    """An event of the article; `more` are its other keys."""
    evidence = f"evidence: [{{source: s, quote: '{quote}'}}]"
    return f"- {{id: x, kind: talk, title: '{title}', status: {status}, {evidence}{more}}}"


def assert_doubted(folder: Path, rule: str, fact: str, *, doubted: bool = True) -> None:
    """The rule says something of the fact, or nothing; with `x-outside` it says nothing in any case."""
    (folder / "b.txt").write_text("Max Zeller of Torvik Bank wrote to Zeller.\n", encoding="utf-8")
    section = "events" if "title:" in fact else "statements"
    for noted in (False, True):
        entry = fact.replace("{id: x", "{id: x, x-outside: known from elsewhere") if noted else fact
        marked = entry.replace("{id: x", "{§id: x") if doubted and not noted else entry
        assert_found(folder, rule, f"{HEAD}{section}:\n{indent(marked, '  ')}\n", ARTICLE)


PACT = "The pact costs $12.5 million and takes 340 workers"
SIGNED = "signed the harbour pact in Oslo on Friday, 7 May 2021"
DOCK = "Northlake plans to open a second dock in 2023"
FERRY = "which carries 2,000 people a day"


# --- numbers ---


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("The pact takes 340 workers.", False), ("The pact takes 430 workers.", True),
        ("The pact costs 12,500,000 dollars.", False), ("The pact costs 12.5 billion dollars.", True),
        ("Twelve workers are hired.", True), ("The pact of 2021 takes 340 workers.", False),
        ("The pact of 2024 takes 340 workers.", True),
        ("It takes three hundred and forty workers.", False), ("A hundred workers are hired.", True),
    ],
)  # fmt: skip
def test_a_number_of_the_words_is_in_the_sentence(tmp_path: Path, text: str, doubted: bool) -> None:
    assert_doubted(tmp_path, "number-not-in-sentence", statement(text, PACT), doubted=doubted)


def test_a_year_that_the_sentence_only_implies_is_known(tmp_path: Path) -> None:
    text = "Prices will rise in {}."
    for year, doubted in ((2022, False), (2027, True)):
        fact = statement(text.format(year), "Prices will rise next year")
        assert_doubted(tmp_path, "number-not-in-sentence", fact, doubted=doubted)


def test_what_a_sentence_lists_may_be_counted(tmp_path: Path) -> None:
    fact = event("Two parties sign a pact", SIGNED, ", actors: [lee, brenna]")
    assert_doubted(tmp_path, "number-not-in-sentence", fact, doubted=False)
    assert_doubted(tmp_path, "number-not-in-sentence", fact.replace("Two", "Five"))


@pytest.mark.parametrize(
    ("unit", "value", "quote", "doubted"),
    [
        ("million dollars", "12.5", PACT, False), ("million US dollars", "12.5", PACT, False),
        ("million euros", "12.5", PACT, True), ("billion dollars", "12.5", PACT, True), ("workers", "340", PACT, False),
        ("tonnes", "340", PACT, True), ("%", "340", PACT, True), ("people a day", "2000", FERRY, False),
        ("hours", "2000", FERRY, True), ("jobs", "80", "fears for 80 jobs", False),
    ],
)  # fmt: skip
def test_a_unit_is_in_the_sentence(tmp_path: Path, unit: str, value: str, quote: str, doubted: bool) -> None:
    fact = statement("A figure.", quote, f", value: '{value}', unit: '{unit}'")
    assert_doubted(tmp_path, "unit-not-in-sentence", fact, doubted=doubted)


# --- dates ---


@pytest.mark.parametrize(
    ("words", "date", "doubted"),
    [
        ("on Friday", "2021-05-07", False), ("on Friday", "2021-05-08", True), ("7 May 2021", "2021-05-07", False),
        ("7 May 2021", "2021-05-17", True), ("7 May 2021", "2021-05", False), ("7 May 2021", "2020-05-07", True),
    ],
)  # fmt: skip
def test_the_words_of_a_date_give_the_date(tmp_path: Path, words: str, date: str, doubted: bool) -> None:
    fact = event("Harbour pact signed", SIGNED, f", date: {date}, date_text: '{words}'")
    assert_doubted(tmp_path, "date-against-words", fact, doubted=doubted)


@pytest.mark.parametrize(("date", "doubted"), [("2021-05-07", False), ("2021-06-07", True), ("2021", False)])
def test_a_date_without_words_is_one_of_its_sentence(tmp_path: Path, date: str, doubted: bool) -> None:
    fact = event("Harbour pact signed", SIGNED, f", date: {date}")
    assert_doubted(tmp_path, "date-against-sentence", fact, doubted=doubted)
    told = event("Harbour pact signed", SIGNED, f", date: {date}, date_basis: 'the talks of June 2021'")
    assert_doubted(tmp_path, "date-against-sentence", told, doubted=False)


# --- status ---


@pytest.mark.parametrize(
    ("quote", "status", "doubted"),
    [
        (SIGNED, "happened", False), (SIGNED, "planned", True), (SIGNED, "target", True), (SIGNED, "reported", False),
        (DOCK, "planned", False), (DOCK, "happened", True), ("would share the cost", "planned", False),
        ("would share the cost", "happened", True), ("The union of dockers rejected the plan", "planned", True),
    ],
)  # fmt: skip
def test_status_is_what_the_words_tell(tmp_path: Path, quote: str, status: str, doubted: bool) -> None:
    assert_doubted(tmp_path, "status-against-words", event("A title", quote, status=status), doubted=doubted)


@pytest.mark.parametrize(
    ("date", "doubted"), [("2023", False), ("2021-05", False), ("2021-05-07", True), ("2019", True)]
)
def test_what_is_planned_is_not_over_when_the_article_appears(tmp_path: Path, date: str, doubted: bool) -> None:
    fact = event("Second dock opens", DOCK, f", date: {date}", status="planned")
    assert_doubted(tmp_path, "status-against-calendar", fact, doubted=doubted)


# --- who ---


@pytest.mark.parametrize(("actor", "doubted"), [("lee", False), ("voss", False), ("zeller", True), ("torvik", True)])
def test_an_actor_is_named_by_the_article(tmp_path: Path, actor: str, doubted: bool) -> None:
    assert_doubted(tmp_path, "actor-never-named", event("Pact signed", SIGNED, f", actors: [{actor}]"), doubted=doubted)
    fact = statement("The pact is dear.", PACT, f", about: [{actor}]")
    assert_doubted(tmp_path, "actor-never-named", fact, doubted=doubted)


@pytest.mark.parametrize(("actor", "doubted"), [("lee", False), ("voss", True)])
def test_an_actor_is_not_another_than_the_quote_names(tmp_path: Path, actor: str, doubted: bool) -> None:
    fact = event("Harbour pact signed", f"Ann Lee, mayor of Brenna, {SIGNED}", f", actors: [{actor}, brenna]")
    assert_doubted(tmp_path, "actor-beside-others", fact, doubted=doubted)


@pytest.mark.parametrize(
    ("speaker", "quote", "rule"),
    [
        ("dahl", PACT, ""), ("dahl", "Prices will rise next year", ""), ("zeller", PACT, "speaker-never-named"),
        ("voss", PACT, "speaker-beside-others"), ("voss", "Prices will rise next year", "speaker-beside-others"),
        ("voss", "fears for 80 jobs", ""), ("lee", "fears for 80 jobs", "speaker-beside-others"),
        ("t", PACT, "speaker-never-named"),
        ("s", PACT, ""),
    ],
)  # fmt: skip
def test_a_speaker_is_who_the_article_names_there(tmp_path: Path, speaker: str, quote: str, rule: str) -> None:
    fact = statement("Something is said.", quote, f", speaker: {speaker}")
    for name in ("speaker-never-named", "speaker-beside-others"):
        assert_doubted(tmp_path, name, fact, doubted=name == rule)


def test_the_words_of_a_fact_name_its_speaker(tmp_path: Path) -> None:
    text = "Cara Voss fears for 80 jobs."
    for said, doubted in (
        (text, False),
        (text.replace("Voss fears", "Voss says she fears"), False),
        ("Bo Dahl says so.", True),
    ):
        fact = statement(said, "fears for 80 jobs", ", speaker: voss")
        assert_doubted(tmp_path, "speaker-beside-others", fact, doubted=doubted)


@pytest.mark.parametrize(
    ("title", "doubted"),
    [
        ("Ann Lee signs the harbour pact", False), ("Max Zeller signs the harbour pact", True),
        ("Cara Voss signs the harbour pact", True), ("Mayor of Brenna signs the harbour pact", False),
    ],
)  # fmt: skip
def test_a_known_name_stands_beside_the_sentence(tmp_path: Path, title: str, doubted: bool) -> None:
    assert_doubted(tmp_path, "name-of-elsewhere", event(title, SIGNED, ", actors: [lee]"), doubted=doubted)


# --- words ---


@pytest.mark.parametrize(
    ("title", "doubted"),
    [
        ("Ann Lee signs the harbour pact in Oslo", False), ("Ann Lee signs the harbour pact in Bergen", True),
        ("Harbour pact signed in May", False), ("Marcus Feldt signs the harbour pact", True),
        ("Vektor has signed the harbour pact", True), ("Signing of the harbour pact", False),
    ],
)  # fmt: skip
def test_a_name_is_one_that_the_article_prints(tmp_path: Path, title: str, doubted: bool) -> None:
    assert_doubted(tmp_path, "invented-name", event(title, SIGNED), doubted=doubted)


@pytest.mark.parametrize(
    ("title", "doubted"),
    [
        ("Ann Lee signs the harbour pact", False), ("Ann Lee is fined for polluting a lake", True),
        ("Harbour pact is signed in Oslo by a mayor", False), ("Broadcaster is sued over its old documentary", True),
    ],
)  # fmt: skip
def test_a_third_of_the_words_are_those_of_the_sentence(tmp_path: Path, title: str, doubted: bool) -> None:
    assert_doubted(tmp_path, "unsupported-words", event(title, SIGNED), doubted=doubted)


@pytest.mark.parametrize(
    ("text", "quote", "doubted"),
    [
        ("The pact does not take 340 workers.", PACT, True), ("The pact doesn’t take 340 workers.", PACT, True),
        ("The pact takes 340 workers; from where is not said.", PACT, False),
        ("The dockers do not accept the plan.", "The union of dockers rejected the plan", False),
        ("Nothing is decided on the ferry.", "Nothing was decided on the ferry", False),
    ],
)  # fmt: skip
def test_what_a_fact_denies_its_sentence_denies(tmp_path: Path, text: str, quote: str, doubted: bool) -> None:
    assert_doubted(tmp_path, "negation-not-in-sentence", statement(text, quote), doubted=doubted)


@pytest.mark.parametrize(
    ("text", "quote", "doubted"),
    [
        ("Prices will fall next year.", "Prices will rise next year", True),
        ("Prices will grow next year.", "Prices will rise next year", False),
        ("The dockers accepted the plan.", "The union of dockers rejected the plan", True),
        ("A second dock closes.", DOCK, True), ("A second dock starts.", DOCK, False),
    ],
)  # fmt: skip
def test_a_fact_is_not_the_opposite_of_its_sentence(tmp_path: Path, text: str, quote: str, doubted: bool) -> None:
    assert_doubted(tmp_path, "opposite-of-sentence", statement(text, quote), doubted=doubted)


# --- one fact alone, and many ---


def test_a_draft_is_judged_without_a_fact_file() -> None:
    article = Article("a", ARTICLE, issued="2021-05-09")
    lee = Actor(id="lee", kind="person", name="Ann Lee", evidence=(Evidence(source="a", quote="Ann Lee"),))
    passage = Passage(article, SIGNED, 0, 0)
    right = Event(
        id="x",
        kind="signing",
        title="Ann Lee signs the harbour pact",
        date="2021-05-07",
        status="happened",
        evidence=(),
    )
    assert list(doubts(Claim(right, (passage,), Cast((lee,))))) == []
    wrong = Event(
        id="x", kind="signing", title="Ann Lee signs pact 9", date="2021-05-07", status="planned", evidence=()
    )
    found = [rule for rule, _ in doubts(Claim(wrong, (passage,), Cast((lee,))))]
    assert found == ["number-not-in-sentence", "status-against-words", "status-against-calendar"]


def test_a_claim_whose_quote_is_nowhere_is_left_to_the_rules_on_quotes() -> None:
    fact = Statement(id="x", kind="figure", text="Zorvania has 9 ships.", value="9", unit="ships", evidence=())
    assert list(doubts(Claim(fact, (), Cast(())))) == []


def test_every_check_is_a_rule_and_what_is_refused_is_a_check() -> None:
    rules = {rule.id for rule in RULES}
    names = {check.__name__.replace("_", "-") for check in CHECKS}
    assert names <= rules
    assert names >= REFUSED


@pytest.mark.slow
def test_the_shipped_facts_raise_no_doubt() -> None:
    corpus = anchor_evidence(load(CORPUS))
    assert [(claim.words, *doubt) for claim in Ledger(corpus).claims for doubt in doubts(claim)] == []


@pytest.mark.slow
def test_the_work_on_a_fact_does_not_grow_with_the_number_of_actors_and_facts() -> None:
    def work(number: int) -> int:
        names = [f"Actor{number}x{n}" for n in range(number + 1)]
        article = Article("a", "".join(f"{a} signed a pact with {b}.\n" for a, b in pairwise(names)))
        quoted = (Evidence(source="a", quote="x"),)
        cast = Cast(tuple(Actor(id=name.lower(), kind="company", name=name, evidence=quoted) for name in names))
        claims = [
            Claim(
                Event(id="x", kind="k", title=f"{name} signs", status="happened", actors=(name.lower(),), evidence=()),
                (Passage(article, article.sentence(n).text, n, n),),
                cast,
            )
            for n, name in enumerate(names[:-1])
        ]
        return count_calls(lambda: [list(doubts(claim)) for claim in claims])

    work(10)
    assert work(200) < 2.4 * work(100)
