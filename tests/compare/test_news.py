"""What changed in a base since it was looked at last, told from digests."""

from __future__ import annotations

import base64
import random
import zlib
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.compare import last_look
from eujdef_tui.compare.comparing import compare
from eujdef_tui.compare.digests import BYTES, TITLE, Seen
from eujdef_tui.compare.last_look import LastLook, input_key, look_at, merged_looks, pack_look, unpack_look
from eujdef_tui.compare.news import News, news_of
from eujdef_tui.store import Base, open_base
from tests.compare.scripted import CHANGES
from tests.helpers.generated_facts import Facts, as_file, generated, sentence, write_facts

FACTS = generated()
DAY = 20250301
HEAD = b'{"schema_version": "2", "day": 20250301, "key": "", "size": 0, "files": {}, "whole": true}'
DIGESTS = base64.b64encode(bytes(4 * BYTES))


class Looked(NamedTuple):
    """An open base, and the look at it."""

    base: Base
    look: LastLook


def looked(folder: Path, facts: Facts, day: int = DAY, files: int = 1) -> Looked:
    """Look at facts that are written into a folder."""
    base = open_base(write_facts(folder, facts, files))
    return Looked(base, look_at(base, day))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Looked:
    """The first look."""
    return looked(tmp_path_factory.mktemp("first") / "facts", FACTS)


def told(first: Looked, then: Looked) -> set[tuple[str, str, tuple[str, ...]]]:
    """What is told since the first look: kind, id, and the fields that changed."""
    changes = news_of(then.base, first.look, then.look).changes
    return {(change.kind, change.id, tuple(edit.field for edit in change.edits)) for change in changes}


# what is told of a scripted change, where it is not the key itself
FIELDS = {
    "date_text": "rest", "day of issue": "date", "date gone": "date", "binding": "status", "value": "figure",
    "unit": "figure", "unit gone": "figure", "as_of": "rest", "kind": "rest", "instrument": "rest", "location": "rest",
    "speaker gone": "rest", "note": "rest", "role": "rest", "membership ends": "rest", "milestone's date": "date",
    "reason of a tie": "rest", "tie gone": "rest", "quote": "quotes", "evidence gone": "quotes",
    "evidence new": "quotes", "prefix": "quotes", "actors": "rest", "parties": "rest", "facts of a tension": "rest",
    "text": "words", "reading": "words", "summary": "words", "name": "words", "other name new": "names",
    "other name gone": "names", "other name's language": "names", "title of an event": "words",
    "title of an agreement": "words", "title of a source": "words", "date": "date", "date of a statement": "date",
    "status": "status",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FIELDS))
def test_a_change_is_told_with_what_of_the_record_it_is(tmp_path: Path, first: Looked, name: str) -> None:
    changed = FACTS.copy()
    expected = CHANGES[name](changed, 2)
    then = looked(tmp_path / "facts", changed.shuffled(2))
    assert told(first, then) == {("changed", expected.id, (FIELDS[name],))}


def test_values_that_are_kept_are_told_as_they_were_and_as_they_are(tmp_path: Path, first: Looked) -> None:
    changed = FACTS.copy()
    for name in ("date", "value"):
        CHANGES[name](changed, 1)
    CHANGES["milestone's date"](changed, 0)
    then = looked(tmp_path / "facts", changed)
    edits = {edit for change in news_of(then.base, first.look, then.look).changes for edit in change.edits}
    assert {(edit.field, edit.old, edit.new) for edit in edits} == {
        ("date", "2025-03-02", "2025-06-30"), ("figure", "3 guests", "99 guests"),
        ("date", "ratified 2022-01; signed 2021-01", "ratified 2022-01; signed 2026-02"),
    }  # fmt: skip


def test_new_gone_and_renamed_records_are_told_and_nothing_that_points_at_them(tmp_path: Path, first: Looked) -> None:
    changed = FACTS.copy()
    expected = {
        (told.kind, told.id, ())
        for told in (CHANGES[name](changed, n) for n, name in enumerate(
            ["record new", "record gone", "event renamed", "statement renamed", "source renamed"]
        ))
    }  # fmt: skip
    assert told(first, looked(tmp_path / "facts", changed)) == expected


def test_a_gone_record_keeps_the_beginning_of_its_title(tmp_path: Path, first: Looked) -> None:
    changed = FACTS.copy()
    CHANGES["record gone"](changed, 2)
    base = open_base(write_facts(tmp_path / "new", changed))
    (gone,) = [one for one in news_of(base, first.look, look_at(base, DAY)).changes if one.kind == "gone"]
    title = first.base.title_of(gone.id)
    assert gone.title == title if len(title) <= TITLE else title.startswith(gone.title.rstrip("…"))


def test_a_renamed_record_is_followed_through_those_that_point_at_it(tmp_path: Path, first: Looked) -> None:
    changed = FACTS.copy()
    for n, section in enumerate(("statement", "source", "event")):
        CHANGES[f"{section} renamed"](changed, n)
        changed.rename(f"tension-{n}", f"tension-once-{n}")
    kinds = {kind for kind, *_ in told(first, looked(tmp_path / "facts", changed))}
    assert kinds == {"renamed"}


def test_an_edited_article_tells_the_quotes_that_hold_and_those_that_do_not(tmp_path: Path, first: Looked) -> None:
    changed = FACTS.copy()
    changed.articles["a1.txt"] = changed.articles["a1.txt"].replace("On day 1 the bridge", "Nobody saw a ship")
    then = looked(tmp_path / "facts", changed)
    (change,) = news_of(then.base, first.look, then.look).changes
    assert (change.kind, change.id) == ("edited", "source-1")
    assert {quote.id for quote in change.fell} == {"actor-1", "agreement-1", "event-1", "tension-1"}
    assert change.hold > 3


EDITS = {
    "gone": "",
    "nothing of it is left": None,
    "other signs": sentence(1).replace("Town 1 was", "town  1 was"),
    "twice": f"{sentence(1)}\n{sentence(1)}",
    "another word": sentence(1).replace("opened", "closed"),
}


@pytest.mark.parametrize("name", EDITS)
def test_the_explorer_and_diff_tell_the_same_of_an_edited_article(tmp_path: Path, first: Looked, name: str) -> None:
    changed, words = FACTS.copy(), EDITS[name]
    text = changed.articles["a1.txt"]
    changed.articles["a1.txt"] = "Not one is left." if words is None else text.replace(sentence(1), words)
    then = looked(tmp_path / "facts", changed)
    (change,) = news_of(then.base, first.look, then.look).changes
    (expected,) = compare(as_file(FACTS), as_file(changed))
    assert change.hold == expected.hold
    assert {quote[:3] for quote in change.fell} == {quote[:3] for quote in expected.fell}
    assert len(change.fell) == len(expected.fell) == (0 if name in ("other signs", "twice") else len(change.fell) or -1)


def test_a_quote_that_a_record_has_twice_is_counted_once(tmp_path: Path) -> None:
    facts = FACTS.copy()
    for item in (sentence(1), "words that no article has"):
        facts.of("event-1")["evidence"] += [{"source": "source-1", "quote": item}] * 2
    before = looked(tmp_path / "before", facts)
    changed = facts.copy()
    changed.articles["a1.txt"] += "\nMore."
    then = looked(tmp_path / "facts", changed)
    (change,) = news_of(then.base, before.look, then.look).changes
    assert [(quote.id, quote.quote) for quote in change.fell] == [("event-1", "words that no article has")]
    (expected,) = compare(as_file(facts), as_file(changed))
    assert change.hold == expected.hold


def test_white_space_and_signs_that_are_not_kept_are_no_news_at_every_edit(tmp_path: Path) -> None:
    facts = FACTS.copy()
    facts.of("statement-1")["unit"] = "bn  EUR\u00a0a\tyear"
    before = looked(tmp_path / "before", facts)
    remembered = unpack_look(pack_look(before.look))
    assert remembered == before.look
    changed = facts.copy()
    CHANGES["record new"](changed, 1)
    then = looked(tmp_path / "facts", changed)
    assert [change.kind for change in news_of(then.base, remembered, then.look).changes] == ["new"]
    changed.of("statement-1")["unit"] = "bn EUR a day"
    later = looked(tmp_path / "later", changed)
    (change,) = news_of(later.base, then.look, later.look).changes
    assert [edit[2:] for edit in change.edits] == [("3 bn EUR a year", "3 bn EUR a day")]


@pytest.mark.parametrize("seed", range(3))
def test_another_order_and_other_files_are_no_news(tmp_path: Path, first: Looked, seed: int) -> None:
    then = looked(tmp_path / "facts", FACTS.shuffled(seed), files=3)
    assert told(first, then) == set()
    assert not news_of(then.base, first.look, then.look)


def test_places_and_grades_of_quotes_are_no_part_of_what_was_looked_at(tmp_path: Path, first: Looked) -> None:
    changed = FACTS.copy()
    changed.articles["a0.txt"] = "A line before all.\n" + changed.articles["a0.txt"]
    assert told(first, looked(tmp_path / "facts", changed)) == {("edited", "source-0", ())}


def test_plans_of_both_looks_whose_day_passed_between_them_are_told(tmp_path: Path, first: Looked) -> None:
    changed = FACTS.copy()
    changed.of("event-1")["status"] = "happened"
    changed.sections["events"].append({**changed.of("event-2"), "id": "later-planned", "title": "Another"})
    then = looked(tmp_path / "facts", changed, day=20250304)
    passed = [change.id for change in news_of(then.base, first.look, then.look).changes if change.kind == "passed"]
    assert passed == ["event-0", "event-2"]
    same = first.look._replace(day=20250304)
    words = news_of(first.base, first.look, same).words(20250304)
    assert words == "3 planned dates passed since 1 Mar"


def test_the_day_is_told_with_its_year_where_that_is_another() -> None:
    assert News(20241121, ()).day(20250301) == "21 Nov 2024"
    assert News(20250221, ()).day(20250301) == "21 Feb"


# --- very large bases ---


def test_of_too_many_records_files_and_counts_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: Looked
) -> None:
    monkeypatch.setattr(last_look, "MOST_RECORDS", 10)
    before = looked(tmp_path / "facts", FACTS, files=4)
    assert before.look.records is None
    changed = FACTS.copy()
    CHANGES["record new"](changed, 1)
    changed.articles["a2.txt"] += "\nMore."
    then = looked(tmp_path / "facts", changed, day=20250302, files=4)
    found = news_of(then.base, before.look, then.look)
    assert found
    assert found.words(20250302).endswith("1 records more, 1 planned date passed since 1 Mar")
    assert 2 <= found.files <= 5
    assert not news_of(before.base, before.look, before.look)
    assert unpack_look(pack_look(before.look)) == before.look


@pytest.mark.parametrize("fewer", [False, True])
def test_where_records_become_too_many_or_few_enough_again_only_files_that_changed_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, fewer: bool
) -> None:
    looks = [looked(tmp_path / "facts", FACTS, files=4)]
    part = next(path for path in sorted((tmp_path / "facts").glob("*.yaml")) if '"id": "event-1"' in path.read_text())
    part.write_text(part.read_text().replace("of Town 1 is opened", "of Town 1 is closed"))
    monkeypatch.setattr(last_look, "MOST_RECORDS", 10)
    base = open_base(tmp_path / "facts")
    looks.append(Looked(base, look_at(base, DAY)))
    if fewer:
        looks.reverse()
    before, then = looks
    assert (before.look.records is None, then.look.records is None) == (fewer, not fewer)
    kept = unpack_look(pack_look(before.look))
    assert kept
    assert news_of(then.base, kept, then.look)[1:] == ((), 1, 0)


def test_where_no_file_is_known_it_is_told_how_many_more_records_there_are(first: Looked) -> None:
    before, now = (LastLook(DAY, "", size, None, {}) for size in (40_000, 40_002))
    found = news_of(first.base, before, now)
    assert found
    assert found.words(DAY) == "2 records more since 1 Mar"


# --- what is kept ---


def test_a_look_comes_back_from_its_bytes_and_takes_less_than_forty_a_record(first: Looked, corpus: Base) -> None:
    assert unpack_look(pack_look(first.look)) == first.look
    look = look_at(corpus, DAY)
    assert unpack_look(pack_look(look)) == look
    assert len(pack_look(look)) < 40 * look.size


@pytest.mark.parametrize("data", [
    b"", b"x", zlib.compress(b""), zlib.compress(b"{}"), zlib.compress(b"[1]"), zlib.compress(b"\xff"),
    zlib.compress(b'{"schema_version": "9"}'), pack_look(LastLook(20250301, "", 0, {}, {}))[:-3],
    zlib.compress(b'{"schema_version": "2", "day": 99, "key": "", "size": 0, "files": {}, "whole": true}'),
    zlib.compress(HEAD + b"\nx\ty"), zlib.compress(HEAD + b"\n9\ta\t\t\t\t\tAAAA"),
    zlib.compress(HEAD + b"\n1\ta\t\t\t\t\tAAAA"),
    *(zlib.compress(HEAD + b"\n%b\ta\t\t\t\t\t%b" % (kind, DIGESTS)) for kind in (b"-1", b" 1", b"1_0", b"6", b"")),
    zlib.compress(HEAD.replace(b'"size": 0', b'"size": Infinity')),
    zlib.compress(HEAD.replace(b'"size": 0', b'"size": NaN')),
    zlib.compress(HEAD.replace(b"20250301", b"-Infinity")),
])  # fmt: skip
def test_damaged_bytes_are_no_look(data: bytes) -> None:
    assert unpack_look(data) is None


@given(st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    unpack_look(data)
    unpack_look(zlib.compress(data))


def test_a_bomb_is_no_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_look, "_MOST_BYTES", 1000)
    assert unpack_look(zlib.compress(b"x" * 10_000)) is None


def test_what_a_state_file_says_cannot_steer_the_terminal() -> None:
    one = Seen("event", "\x1b[2J", "\u202e", "\x07", bytes(4 * BYTES))
    found = unpack_look(pack_look(LastLook(20250301, "", 1, {"a\x1bb": one}, {})))
    assert found
    assert found.records
    ((id_, kept),) = found.records.items()
    assert "\x1b" not in id_ + kept.date
    assert "\u202e" not in kept.status


def test_the_key_is_of_the_contents_of_the_inputs_alone(tmp_path: Path, first: Looked) -> None:
    write_facts(tmp_path / "facts", FACTS)
    base = open_base(tmp_path / "facts" / "facts.yaml")
    assert input_key(base) == first.look.key != ""
    base.meta["inputs"] = ""
    assert input_key(base) == ""


# --- two explorers ---


def a_look(**words: str) -> LastLook:
    """A look at records whose digests are these words."""
    records = {id_: Seen("event", "", "", word, bytes(4 * BYTES)) for id_, word in words.items()}
    return LastLook(20250301, "k", len(records), records, {})


def kept(look: LastLook) -> dict[str, str]:
    return {id_: one.figure for id_, one in (look.records or {}).items()}


def test_what_another_explorer_looked_at_meanwhile_stays_looked_at() -> None:
    before = a_look(a="1", b="1", c="1")
    ours, theirs = a_look(a="2", b="1", d="1"), a_look(a="1", b="3", c="1", e="1")
    assert kept(merged_looks(before, ours, theirs)) == {"a": "2", "b": "3", "d": "1", "e": "1"}
    assert merged_looks(before, ours, before).key == "k"


def test_what_another_explorer_looked_at_meanwhile_has_its_files_too() -> None:
    before, ours, theirs = (
        a_look(a=word)._replace(files=files)
        for word, files in (("1", {"x": "1", "y": "1", "z": "1"}), ("2", {"x": "2", "y": "1"}),
                            ("1", {"x": "1", "y": "3", "z": "1", "new": "1"}))
    )  # fmt: skip
    assert merged_looks(before, ours, theirs).files == {"x": "2", "y": "3", "new": "1"}


@pytest.mark.slow
@given(st.randoms(use_true_random=False))
def test_a_merge_takes_what_changed_on_either_side_and_theirs_where_both_did(made: random.Random) -> None:
    sides = [a_look(**{id_: made.choice("123") for id_ in "abcdef" if made.random() < 0.7}) for _ in range(3)]
    before, ours, theirs = map(kept, sides)
    merged = kept(merged_looks(*sides))
    for id_ in "abcdef":
        expected = theirs.get(id_) if theirs.get(id_) != before.get(id_) else ours.get(id_)
        assert merged.get(id_) == expected
