"""What may be told from either side, and not turned round: a harbour, its bridge, its directors and its bell."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from eujdef_tui.store import open_base
from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.verdict import Verdict

Judge = Callable[[str], Verdict]

# What the article says; each line is the quote of one fact.
TOLD = {
    "pact": "The mayor signed the pact before the ferry sank",
    "crane": "The crane was repaired after the storm damaged the quay",
    "heir": "Ada Onyx followed Bo Pyrite as director",
    "keeper": "Cleo Garnet was the predecessor of Dan Agate as keeper",
    "bridge": "Only Ada Onyx voted for the bridge",
    "tunnel": "Everyone except Dan Agate backed the tunnel",
    "mast": "Not only Bo Pyrite paid for the mast",
    "strike": "The union could not have struck without the drivers",
    "guild": "The guild could not have met with the owners",
    "gate": "The tide gate is the largest in Fenland",
    "clock": "The harbour clock is the oldest in the city",
    "bell": "The bell weighs 4 t",
    "pipe": "The pipe is 3 kilometres long",
}
PERSONS = {"Ada Onyx": "heir", "Bo Pyrite": "heir", "Cleo Garnet": "keeper", "Dan Agate": "keeper"}


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    """The verdict on one sentence."""
    folder = tmp_path_factory.mktemp("harbour")
    (folder / "a.txt").write_text("\n\n".join(f"{one}." for one in TOLD.values()), encoding="utf-8")
    lines = ['schema_version: "1"', "title: T", "sources: [{id: s, type: article, file: a.txt, issued: '2025-05-02'}]"]
    lines.append("actors:")
    for name, fact in PERSONS.items():
        told = f"id: {name.split()[0].lower()}, kind: person, name: {name}, summary: Of the harbour"
        lines.append(f"  - {{{told}, evidence: [{{source: s, quote: '{TOLD[fact]}'}}]}}")
    lines.append(f"  - {{id: fen, kind: country, name: Fenland, evidence: [{{source: s, quote: '{TOLD['gate']}'}}]}}")
    lines.append("statements:")
    for fact, quote in TOLD.items():
        lines.append(f"  - {{id: {fact}, kind: claim, text: '{quote}.', evidence: [{{source: s, quote: '{quote}'}}]}}")
    (path := folder / "facts.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    base = open_base(path)
    checker = Checker(base)

    def judged(text: str) -> Verdict:
        (found,) = checker.check(text)
        return found.verdict

    yield judged
    base.close()


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("The ferry sank after the mayor signed the pact.", "pact"),
        ("After the mayor signed the pact, the ferry sank.", "pact"),
        ("Before the ferry sank, the mayor signed the pact.", "pact"),
        ("The ferry sank once the mayor had signed the pact.", "pact"),
        ("The storm damaged the quay before the crane was repaired.", "crane"),
        ("Once the storm had damaged the quay, the crane was repaired.", "crane"),
        ("Bo Pyrite was the predecessor of Ada Onyx as director.", "heir"),
        ("Bo Pyrite preceded Ada Onyx as director.", "heir"),
        ("Bo Pyrite was followed by Ada Onyx as director.", "heir"),
        ("Dan Agate is the successor of Cleo Garnet as keeper.", "keeper"),
        ("Ada Onyx alone voted for the bridge.", "bridge"),
        ("No one but Ada Onyx voted for the bridge.", "bridge"),
        ("Everyone but Dan Agate backed the tunnel.", "tunnel"),
        ("All apart from Dan Agate backed the tunnel.", "tunnel"),
        ("The union could not have struck without the drivers.", "strike"),
        ("The guild could not have met with the owners.", "guild"),
        ("The tide gate is Fenland's largest.", "gate"),
        ("The harbour clock is the oldest of the city.", "clock"),
        ("The bell weighs 4 tonnes.", "bell"),
        ("The bell weighs 4,000 kg.", "bell"),
        ("The pipe is 3,000 metres long.", "pipe"),
        ("The pipe is 3 km long.", "pipe"),
    ],
)
def test_what_is_told_from_the_other_side_is_the_same(judge: Judge, sentence: str, fact: str) -> None:
    verdict = judge(sentence)
    assert (verdict.word, verdict.fact and verdict.fact.id) == ("supported", fact)


@pytest.mark.parametrize(
    "sentence",
    [
        "The ferry sank before the mayor signed the pact.",
        "After the ferry sank, the mayor signed the pact.",
        "The mayor signed the pact once the ferry had sunk.",
        "The storm damaged the quay after the crane was repaired.",
        "Before the storm damaged the quay, the crane was repaired.",
        "Ada Onyx was the predecessor of Bo Pyrite as director.",
        "Bo Pyrite succeeded Ada Onyx as director.",
        "Bo Pyrite is the successor of Ada Onyx.",
        "Ada Onyx preceded Bo Pyrite as director.",
        "Cleo Garnet is the successor of Dan Agate as keeper.",
        "Cleo Garnet followed Dan Agate as keeper.",
        "Everyone except Ada Onyx voted for the bridge.",
        "Everybody other than Ada Onyx voted for the bridge.",
        "Not only Ada Onyx voted for the bridge.",
        "Only Dan Agate backed the tunnel.",
        "Dan Agate backed the tunnel.",
        "All but Bo Pyrite paid for the mast.",
        "Bo Pyrite alone paid for the mast.",
        "Not Ada Onyx alone voted for the bridge.",
        "The union could not have struck with the drivers.",
        "The guild could not have met without the owners.",
        "The tide gate is the largest in the world.",
        "The tide gate is the world's largest.",
        "The harbour clock is the oldest in the country.",
        "The bell weighs 4 kg.",
        "The bell weighs 5 tonnes.",
        "The bell weighs 400 kg.",
        "The pipe is 3 metres long.",
        "The pipe is 300 metres long.",
    ],
)
def test_what_is_turned_round_is_not_supported(judge: Judge, sentence: str) -> None:
    assert judge(sentence).word != "supported"


def test_only_one_did_not_is_all_but_one_did(judge: Judge) -> None:
    assert "Only" not in {one.said for one in judge("Only Dan Agate has not backed the tunnel.").differences}


def test_what_is_said_to_be_except_names_what_the_base_has(judge: Judge) -> None:
    (found,) = judge("Everyone except Ada Onyx voted for the bridge.").differences
    assert (found.said, found.instead) == ("except", "Only")
