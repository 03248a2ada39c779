"""A sentence is read once, however many facts rest on it: a table or a text without full stops is one sentence."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from eujdef_tui.factfile.anchoring import anchor_evidence
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.records import Actor, Evidence, Statement
from eujdef_tui.rules import check
from eujdef_tui.rules.ledger import Ledger
from eujdef_tui.rules.truth import CHECKS, Article, Cast, Claim, Passage
from eujdef_tui.rules.truth.doubt import Check
from eujdef_tui.rules.truth.people import speaker_beside_others
from eujdef_tui.rules.truth.reading import read
from tests.helpers.fact_files import write
from tests.helpers.work import count_calls

HEAD = 'schema_version: "1"\ntitle: T\nsources: [{id: s, type: article, file: a.txt%s}]\n'
CAST = "actors: [{id: a, kind: person, name: Ann Lee, evidence: [{source: s, quote: Ann Lee}]}]\n"
ISSUED = ", issued: 2024-05-06, issued_basis: line"


def one_sentence(size: int) -> str:
    """Numbers, dates, names and verbs, without the end of a sentence."""
    parts = (
        f"of item{n} {n + 7} ships and ${n}.5 million were to be told to Ann Lee on {n % 28 + 1} March"
        for n in range(size)
    )
    return " ".join(parts)


def facts(size: int, head: str) -> str:
    """As many facts, each of which every check has something to ask of."""
    said = "  - {{id: e{0}, kind: figure, speaker: a, about: [a], text: Ann Lee did not say {0} ships rise in 2031, "
    said += "date: 2024-0{1}-03, value: {0}, unit: ships, evidence: [{{source: s, quote: of item{0}.{2}}}]}}\n"
    done = "  - {{id: v{0}, kind: k, title: Ann Lee said {0}, status: happened, actors: [a], date: 2024-0{1}, "
    done += "evidence: [{{source: s, quote: of item{0}.{2}}}]}}\n"
    rows = (("statements:\n", said), ("events:\n", done))
    return (
        head + CAST + "".join(kind + "".join(row.format(n, n % 9 + 1, size) for n in range(size)) for kind, row in rows)
    )


@pytest.mark.slow
@pytest.mark.parametrize("issued", [ISSUED, ""])
def test_twice_the_facts_on_a_sentence_twice_as_long_are_twice_the_work(tmp_path: Path, issued: str) -> None:
    def calls(size: int) -> int:
        (tmp_path / "a.txt").write_text(one_sentence(size))
        corpus = anchor_evidence(load(write(tmp_path, facts(size, HEAD % issued))))
        return count_calls(lambda: check(corpus))

    few = calls(100)
    assert calls(200) < 2.3 * few


@pytest.mark.parametrize("asked", CHECKS)
def test_no_check_reads_a_sentence_again_for_another_fact(tmp_path: Path, asked: Check) -> None:
    (tmp_path / "a.txt").write_text(one_sentence(60))
    claims = Ledger(anchor_evidence(load(write(tmp_path, facts(60, HEAD % ISSUED))))).claims
    for claim in claims:
        list(asked(claim))
    most = max(count_calls(partial(list, asked(claim))) for claim in claims)
    assert most < 400  # the sentence has 900 words, 180 numbers and 60 dates


def test_a_sentence_is_cut_out_of_its_article_once() -> None:
    article = Article("s", "One. Two. Three.")
    assert article.sentence(1) is article.between(1, 1)
    assert article.between(0, 1) is article.between(0, 1)
    assert article.between(0, 1).text == "One. Two."
    assert article.sentence(7) is read("")


def test_a_number_is_known_by_its_units_and_by_the_words_behind_it() -> None:
    reading = read("12 ships and 12 tonnes cost $12 and brought 3 million euros; 12")
    units = {int(number): sorted(units) for number, units in reading.units_of.items()}
    assert units == {12: ["", "usd"], 3_000_000: ["eur"]}
    assert {int(value): sorted(stems) for value, stems in reading.behind_numbers.items()} == {
        12: ["and", "ship", "tonn"],
        3: ["million"],
    }


def test_what_stands_behind_a_fraction_is_no_part_of_it() -> None:
    found = read("3½ tonnes, ½ ton and 2 ships").behind_numbers
    assert {str(value): sorted(stems) for value, stems in found.items()} == {
        "3.5": ["tonn"],
        "0.5": ["ton"],
        "2": ["ship"],
    }


def cited(sentence: int) -> Evidence:
    """Evidence in a sentence."""
    return Evidence(source="s", quote="q", sentence=sentence, last_sentence=sentence)


def test_who_is_cited_in_a_sentence_may_speak_there() -> None:
    text = "He said so. Bo Dahl agreed."
    ann, bo = (
        Actor(id=one, kind="person", name=name, evidence=(cited(at),))
        for one, name, at in (("a", "Ann Lee", 0), ("b", "Bo Dahl", 1))
    )
    cast = Cast((ann, bo))
    assert cast.cited == {("s", 0): {"a"}, ("s", 1): {"b"}}
    article = Article("s", text, given=((0, 11), (12, 27)))

    def doubts(speaker: str, sentence: int) -> int:
        fact = Statement(id="e", kind="k", text="so", speaker=speaker, evidence=())
        return len(list(speaker_beside_others(Claim(fact, (Passage(article, "q", sentence, sentence),), cast))))

    assert (doubts("a", 0), doubts("b", 0), doubts("b", 1), doubts("a", 1)) == (0, 1, 0, 1)
