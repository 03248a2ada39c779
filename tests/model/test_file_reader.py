"""Records are read as search reads them, and of each file no more numbers and joined words than its share."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from eujdef_tui.errors import Place
from eujdef_tui.model import file_reader
from eujdef_tui.model.file_reader import FileReader
from eujdef_tui.model.records import Actor, Event, Source, Statement
from eujdef_tui.text import indexed_text
from tests.helpers.work import count_calls


def statement(text: str, path: str = "f.yaml", line: int = 1) -> Statement:
    """A statement at a place."""
    return Statement(place=Place(path, line, 1), id="x", kind="k", text=text, evidence=())


@dataclass
class Shares:
    """How much a file may have."""

    monkeypatch: pytest.MonkeyPatch

    def are(self, *, joined: int = 5_000, rounded: int = 5_000) -> None:
        self.monkeypatch.setattr(file_reader, "MOST_JOINED", joined)
        self.monkeypatch.setattr(file_reader, "MOST_ROUNDED", rounded)


@pytest.fixture
def shares(monkeypatch: pytest.MonkeyPatch) -> Shares:
    """Sets how much a file may have."""
    return Shares(monkeypatch)


NUMBERS = [f"{10_007 + 31 * n} sheep." for n in range(40)]


def test_a_record_has_names_or_a_title_its_prose_and_its_quotes() -> None:
    reader = FileReader()
    actor = reader.read(Actor(id="a", kind="person", name="Ann Lee", summary="A poet.", evidence=()), ["She wrote."])
    assert [(one.label, one.text.words) for one in actor.names] == [("name", "ann lee"), ("initials of Ann Lee", "al")]
    assert [[text.words for text in texts] for texts in actor.fields] == [[], ["person a poet"], ["she wrote"]]
    event = reader.read(Event(id="e", kind="talk", title="They met", status="happened", evidence=()), [])
    assert not event.names
    assert [text.words for text in event.fields[0]] == ["they met"]


def test_words_in_lower_case_are_those_of_facts_and_articles_and_not_of_quotes() -> None:
    reader = FileReader()
    reader.read(statement("Nobody ran."), ["They walked."])
    assert reader.small == {"k", "ran"}
    reader.read(Source(id="s", type="article", file="a.txt"), ["They walked."])
    assert "walked" in reader.small


def test_of_very_many_numbers_the_first_are_found_by_what_they_round_to_and_all_as_they_are(shares: Shares) -> None:
    everything = FileReader().read(statement("t"), NUMBERS).numbers
    shares.are(rounded=10)
    found = FileReader().read(statement("t"), NUMBERS).numbers
    assert set(FileReader().read(statement("t"), NUMBERS[:3]).numbers) < set(found) < set(everything)
    assert {f"{10_007 + 31 * n}e0" for n in range(40) if (7 + n) % 10} <= set(found)


def test_a_number_beyond_its_share_costs_less(shares: Shares) -> None:
    def work() -> int:
        file_reader._rounded.cache_clear()
        return count_calls(lambda: FileReader().read(statement("t"), NUMBERS))

    work()
    whole = work()
    shares.are(rounded=-(10**6))
    assert work() < whole - 2 * len(NUMBERS)


def test_joined_words_beyond_the_share_of_a_file_are_left_out(shares: Shares) -> None:
    shares.are(joined=2)
    reader = FileReader()
    joined = [reader.read(statement(f"A{letter}-B{letter} c."), []).fields[0][0].joints for letter in "abcde"]
    assert joined == [("aaba",), ("abbb",), ("acbc",), (), ()]


def test_the_same_joined_word_counts_once(shares: Shares) -> None:
    shares.are(joined=1)
    reader = FileReader()
    assert all(reader.read(statement("An F-X flew."), []).fields[0][0].joints for _ in range(9))
    assert not reader.beyond_joined


def test_letters_give_a_larger_share(shares: Shares) -> None:
    shares.are(joined=0)
    reader = FileReader()
    texts = [f"The q{letter}-{letter}q of this sentence is the only one. {'So it is. ' * 10}" for letter in "abcdefgh"]
    assert all(text.joints for text in reader.read(statement("t"), texts).fields[2])


def test_a_text_that_is_cut_is_told_where_letters_before_it_leave_the_file_a_share(
    shares: Shares, monkeypatch: pytest.MonkeyPatch
) -> None:
    shares.are(joined=5)
    monkeypatch.setattr(indexed_text, "MOST_JOINED", 5)
    reader = FileReader()
    reader.read(statement("It was so. " * 200), [])
    assert not reader.beyond_joined
    codes = " ".join(f"{letter}a-{letter}b" for letter in "bcdfghjklm")
    cut = reader.read(statement("t", line=2), [f"{codes}."])
    assert len(cut.fields[2][0].joints) == 6
    assert reader.beyond_joined == {"f.yaml": Place("f.yaml", 2, 1)}


def test_joined_words_left_out_are_told_though_the_same_record_has_many_letters_behind_them(shares: Shares) -> None:
    shares.are(joined=0)
    reader = FileReader()
    names = reader.read(statement("t"), ["The F-A.", "The F-B.", "So it is. " * 30]).fields[2]
    assert [text.joints for text in names] == [("fa",), (), ()]
    assert set(reader.beyond_joined) == {"f.yaml"}


def test_each_file_has_its_own_share_and_the_place_where_it_ends_is_told_once(shares: Shares) -> None:
    shares.are(joined=1, rounded=1)
    reader = FileReader()
    for path in ("f.yaml", "g.yaml"):
        for line in range(1, 9):
            reader.read(statement(f"Q{'xyzuvwrs'[line - 1]}-S {123_456 + line}", path, line), [])
    assert reader.beyond_joined == {path: Place(path, 2, 1) for path in ("f.yaml", "g.yaml")}
    assert reader.beyond_rounded == {path: Place(path, 1, 1) for path in ("f.yaml", "g.yaml")}
