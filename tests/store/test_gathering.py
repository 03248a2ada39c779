"""What a base is compiled of is the same in whichever order the files are ready."""

from __future__ import annotations

from eujdef_tui.store.fragment import Entry, Fragment, Row, Texts
from eujdef_tui.store.gathering import Gathered, gathered, ready_file


def fragment(name: str, *ids: str) -> Fragment:
    """A file with actors of these ids, and a word that is its own beside one that all have."""
    entries = [list(Entry(id_, "actor", "person", [id_], "", id_, "", "", [], [], ["s"], ["s"])) for id_ in ids]
    texts: Texts = ["", "", "", "", []]
    tags: list[list[str]] = [[], [], []]
    rows = [list(Row([id_, None, None, 0, None, "{}"], None, [], None, texts, tags, [])) for id_ in ids]
    return Fragment(entries, rows, ["all", name])


FILES = [fragment("first", "a", "b"), fragment("none"), fragment("last", "c")]


def titles(found: Gathered) -> list[str]:
    """The ids of the entries, and with each the title of the row that is kept under its place."""
    return [f"{entry.id} {found.spool.record(nth)[0][0]}" for nth, entry in enumerate(found.take_entries())]


def test_entries_and_rows_stand_in_the_order_of_the_files_however_these_came() -> None:
    with Gathered() as found:
        for nth in (2, 0, 1):
            assert nth not in found
            found.add(nth, ready_file(FILES[nth]))
            assert nth in found
        assert titles(found) == ["a a", "b b", "c c"]
        assert found.small() == {"all": 3, "first": 1, "none": 1, "last": 1}


def test_a_file_that_was_prepared_again_counts_as_it_was_prepared_last() -> None:
    with gathered(FILES) as found:
        found.add(0, ready_file(fragment("again", "z")))
        assert titles(found) == ["z z", "c c"]
        assert found.small() == {"all": 3, "again": 1, "none": 1, "last": 1}


def test_equal_parts_of_entries_are_one_object() -> None:
    with gathered(FILES) as found:
        first, second, _ = found.take_entries()
        assert first.proof is second.proof
        assert first.kind is second.kind


def test_once_closed_it_is_empty_and_takes_files_again() -> None:
    found = gathered(FILES)
    found.take_entries()
    found.close()
    assert found.small() == {}
    assert 0 not in found
    with found:
        found.add(0, ready_file(fragment("again", "z")))
        assert titles(found) == ["z z"]
        assert found.small() == {"all": 1, "again": 1}
