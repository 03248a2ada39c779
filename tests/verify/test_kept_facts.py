"""What facts are prepared to is kept, and is the same as prepared anew; what is stale or damaged is made anew."""

from __future__ import annotations

import marshal
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from eujdef_tui.store import SHIPPED, Base, open_base
from eujdef_tui.system.paths import cache_folder
from eujdef_tui.text.tokens import words
from eujdef_tui.verify import gathering
from eujdef_tui.verify import kept_facts as keeping
from eujdef_tui.verify.checking import Checker
from eujdef_tui.verify.evidence import Evidenced
from eujdef_tui.verify.facts import Facts
from eujdef_tui.verify.holdings import Holdings
from eujdef_tui.verify.kept_facts import kept_facts
from eujdef_tui.verify.roots import root
from eujdef_tui.verify.thesaurus import Thesaurus
from tests.helpers.named_actors import base_of
from tests.verify.passages import PASSAGES

TEXT = "\n\n".join(case.text for passage in PASSAGES[:12] for case in passage)


class Kept(NamedTuple):
    """The shipped base, its facts as they were prepared, and the file that keeps them."""

    base: Base
    made: Facts
    file: Path

    def prepared(self) -> keeping._Prepared:
        """These facts with what they hold."""
        thesaurus = Thesaurus(self.base)
        return keeping._Prepared(self.made, Holdings(self.made, thesaurus.others), thesaurus.all_others())

    def made_others(self, term: str) -> frozenset[str]:
        """The other words for a word, cut into roots now."""
        return Thesaurus(self.base).others(term)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    """What a first draft leaves in a cache of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EUJDEF_CACHE", str(tmp_path_factory.mktemp("cache")))
        base = open_base(SHIPPED)
        made = kept_facts(base)
        (file,) = cache_folder().glob("*.verify")
        yield Kept(base, made, file)
        base.close()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache with a copy of that file."""
    monkeypatch.setenv("EUJDEF_CACHE", str(tmp_path))
    shutil.copy(kept.file, tmp_path)
    return tmp_path


@pytest.fixture
def twice(kept: Kept) -> tuple[Facts, Facts]:
    """The facts as they were prepared, and as they are read."""
    return kept.made, kept_facts(kept.base)


@pytest.mark.slow
def test_what_is_kept_is_read_and_not_prepared_again(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "gathered", lambda *_: pytest.fail("prepared again"))
    assert kept_facts(kept.base).facts


@pytest.mark.slow
@pytest.mark.counts_lines
def test_facts_that_were_kept_are_what_they_were(twice: tuple[Facts, Facts]) -> None:
    made, read = twice
    assert made.postings == read.postings
    assert [fact.id for fact in made.facts] == [fact.id for fact in read.facts]
    for one, other in zip(made.facts, read.facts, strict=True):
        assert "record" not in other.__dict__  # it is read when it is asked for
        for name in ("sort", "words", "speaker", "status", "dates", "linked", "places", "agreements", "about"):
            assert getattr(one, name) == getattr(other, name), (one.id, name)
        assert (one.record, one.step, one.evidence) == (other.record, other.step, other.evidence)


@pytest.mark.slow
@pytest.mark.counts_lines
def test_what_stands_around_a_fact_that_was_kept_is_what_it_was(twice: tuple[Facts, Facts]) -> None:
    made, read = twice
    for one, other in zip(made.facts, read.facts, strict=True):
        mine, there = Evidenced(one, made), Evidenced(other, read)
        for name in ("ids", "wide_ids", "own_ids", "dates", "dates_nearby", "deadlines", "counts", "roots", "figure"):
            assert getattr(mine, name) == getattr(there, name), (one.id, name)
        for piece, again in zip(mine.readings, there.readings, strict=True):
            for name in ("text", "words", "quantities", "dates", "roots", "denied", "done", "aimed", "sided"):
                assert getattr(piece, name) == getattr(again, name), (one.id, name)


def test_only_what_a_draft_asks_for_is_unpacked(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked = list[int]()
    read = marshal.loads

    def counted(packed: bytes) -> object:
        unpacked.append(len(packed))
        return read(packed)

    checker = Checker(kept.base)
    monkeypatch.setattr(marshal, "loads", counted)
    sentence = "Japan and the European Union signed a pact on security."
    assert [one.verdict.fact is not None for one in checker.check(sentence)] == [True]
    facts, once = checker.facts, len(unpacked)
    assert 0 < once < (len(facts.facts) + len(facts.pieces)) / 10
    assert sum(unpacked) < kept.file.stat().st_size / 5
    list(checker.check(sentence))
    assert len(unpacked) == once


def test_facts_that_were_kept_are_a_sequence_of_the_same_ones(twice: tuple[Facts, Facts]) -> None:
    _, read = twice
    assert read.facts[3] is read.facts[3]
    assert list(read.facts[2:5]) == [read.facts[2], read.facts[3], read.facts[4]]
    assert read.facts[-1].id == list(read.facts)[-1].id
    with pytest.raises(IndexError):
        read.facts[len(read.facts)]


def test_a_term_that_no_fact_has_is_in_no_posting(twice: tuple[Facts, Facts]) -> None:
    for facts in twice:
        assert not facts.knows("zzyzx")
        assert facts.postings.get("zzyzx") is None
        assert "zzyzx" not in facts.postings
        assert facts.best({"zzyzx": 1.0}, 5) == []
    made, read = twice
    assert list(read.postings) == list(made.postings)
    assert len(read.postings) == len(made.postings)


@pytest.mark.slow
@pytest.mark.counts_lines
def test_how_near_facts_have_a_term_or_another_word_for_it_is_kept(twice: tuple[Facts, Facts]) -> None:
    made, read = twice
    terms = [*Thesaurus(read.base).all_others(), *made.postings, "@japan", "~more", "zzyzx"]
    assert len(terms) > 3_000
    assert [made.holding(term) for term in terms] == [read.holding(term) for term in terms]
    assert (made.sorts, made.records) == (read.sorts, read.records)
    again = Thesaurus(read.base, read.synonyms)
    assert again.all_others() == {term: " ".join(sorted(again.others(term))) for term in again.all_others()}
    assert again.others("zzyzx") == frozenset()
    assert again.is_common("several")


def test_names_that_were_kept_are_found(twice: tuple[Facts, Facts]) -> None:
    text = "Kallas met 石破茂 in Tokyo; the Commission and the US were there."
    made, read = (facts.names for facts in twice)
    assert made.find(text, words(text)) == read.find(text, words(text))
    assert [one.ids[0] for one in read.find(text, words(text))][:2] == ["kallas", "ishiba"]
    assert made.titles == read.titles
    assert made.alike("japan", ["eu"]) == read.alike("japan", ["eu"])


def test_verdicts_are_the_same_with_what_was_kept(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    again = [(one.verdict.word, one.verdict.why) for one in Checker(kept.base).check(TEXT)]
    monkeypatch.setattr("eujdef_tui.verify.checking.kept_facts", lambda _: kept.made)
    assert again == [(one.verdict.word, one.verdict.why) for one in Checker(kept.base).check(TEXT)]


@pytest.mark.parametrize("data", [b"", b"garbage\n" * 100, b"eujdef verify 00000000 00000000\n{"])
def test_a_damaged_file_is_not_read(kept: Kept, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "x.verify"
    file.write_bytes(data or kept.file.read_bytes()[:-9])
    assert keeping._read(file, key_of(kept.base)) is None
    assert keeping._read(kept.file, key_of(kept.base)) is not None
    assert keeping._read(tmp_path / "none", key_of(kept.base)) is None


@pytest.mark.parametrize("value", [None, 7, [], (1, 2), ({}, b"", {}, {}, b"", [], [], [], "")])
def test_a_file_of_another_shape_is_made_anew(kept: Kept, value: object) -> None:
    place = keeping._place(kept.base)
    assert place
    keeping._write(*place, value)
    assert len(keeping.kept_facts(kept.base).facts) == len(kept.made.facts)
    assert keeping._is_frozen(keeping._read(*place))
    keeping._write(*place, value)
    assert keeping.kept_others(kept.base) == Thesaurus(kept.base).all_others()
    place[0].unlink()


def test_a_file_whose_checksum_holds_and_that_is_no_value_is_made_anew(kept: Kept, tmp_path: Path) -> None:
    key, file = key_of(kept.base), tmp_path / "x.verify"
    for body in (b"", b"?", b"[\x02\x00\x00\x00N"):
        file.write_bytes(keeping._head(key, body) + b"\n" + body)
        assert keeping._read(file, key) is None


def key_of(base: Base) -> bytes:
    """What tells it from others."""
    assert base.file is not None
    return keeping._key(base, base.file)


def test_a_pipe_or_a_file_of_another_person_or_size_is_not_read(
    kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file,) = folder.glob("*.verify")
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "MOST_BYTES", file.stat().st_size - 1)
        assert keeping._read(file, b"") is None
    key = key_of(kept.base)
    assert keeping._read(file, key) is not None
    with monkeypatch.context() as patch:
        patch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
        assert keeping._read(file, key) is None
    file.unlink()
    os.mkfifo(file)
    assert keeping._read(file, key) is None  # and is not waited for


def test_one_of_another_program_or_base_is_made_anew(kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = key_of(kept.base)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "_READ_BY", ("verify",))
        assert key_of(kept.base) != key
    assert kept.base.file is not None
    os.utime(kept.base.file, (1, 1))
    assert key_of(kept.base) != key
    before = (folder / kept.file.name).read_bytes()
    monkeypatch.setattr(keeping, "_prepared", lambda _: kept.prepared())
    assert kept_facts(kept.base) is kept.made
    assert (folder / kept.file.name).read_bytes() != before
    monkeypatch.setattr(keeping, "_prepared", lambda _: pytest.fail("prepared again"))
    assert kept_facts(kept.base).facts


def test_of_a_base_in_memory_nothing_is_kept(folder: Path, kept: Kept) -> None:
    base = base_of(["Kaja Kallas"])
    assert base.file is None
    assert kept_facts(base).names.titles
    assert [file.name for file in folder.iterdir()] == [kept.file.name]


def test_where_no_file_can_be_written_facts_are_prepared_each_time(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").write_text("")
    monkeypatch.setenv("EUJDEF_CACHE", str(tmp_path / "x"))
    monkeypatch.setattr(keeping, "_prepared", lambda _: kept.prepared())
    assert kept_facts(kept.base) is kept.made
    monkeypatch.setattr(keeping, "_key", lambda *_: Path("/dev/null/x").read_text())  # it is gone
    assert kept_facts(kept.base) is kept.made


def test_of_a_large_base_the_other_words_are_kept(kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "WHOLE", 10)
    (file,) = folder.glob("*.verify")
    before = file.read_bytes()
    text = "The two sides acquire a new plane."
    (first,) = Checker(kept.base, text).check(text)
    assert file.read_bytes() != before
    monkeypatch.setattr(Thesaurus, "all_others", lambda _: pytest.fail("cut into roots again"))
    (again,) = Checker(kept.base, text).check(text)
    assert (again.verdict.word, again.verdict.why) == (first.verdict.word, first.verdict.why)
    assert Checker(kept.base, text).thesaurus.others(root("buy")) == kept.made_others(root("buy"))
