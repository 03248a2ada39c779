"""What is said beside the search line and over the list: how a query was read, what is wrong, what a file lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.explorer import driven, explorer

pytestmark = pytest.mark.slow  # the whole explorer is driven


@driven
async def test_the_word_that_was_read_and_the_word_that_is_nowhere_stand_out() -> None:
    async with explorer() as at:
        await at.find("kible")
        assert ("Kibble", "key") in at.main.bar.input._right
        await at.press("ctrl+u")
        await at.type("zzzz delambre")
        (line,) = [
            item.pieces for item in at.records.model.breaks if "zzzz" in "".join(text for text, _ in item.pieces)
        ]
        assert ("zzzz", "key") in line


@pytest.mark.parametrize(
    ("size", "said", "proof"), [((80, 24), 2, 8), ((40, 12), 1, 4), ((30, 8), 1, 1), ((20, 6), 1, 0)]
)
def test_an_error_is_said_in_as_many_lines_as_the_screen_has_room_for_and_list_and_proof_stay(
    size: tuple[int, int], said: int, proof: int
) -> None:
    @driven
    async def look() -> None:
        async with explorer(size=size) as at:
            await at.find("is:hapened")
            assert at.main.frame.notice.line_count == said
            assert at.note.startswith("column 4")
            assert "…" not in "".join(at.shown(at.main.frame.notice))
            assert at.records.size.height >= 1
            assert at.reader.size.height >= proof

    look()


@pytest.mark.counts_lines
@driven
async def test_a_file_without_facts_says_so_and_how_facts_are_added(tmp_path: Path) -> None:
    path = tmp_path / "empty.yaml"
    path.write_text('schema_version: "1"\ntitle: Nothing yet\nsources: []\n', encoding="utf-8")
    async with explorer(path, start="") as at:
        for words in ("no facts yet", "docs/file-format.md", "eujdef check"):
            assert words in at.text
        await at.press("j", "enter", "tab", "z", "z", "1", "0")
        assert "no facts yet" in at.text


@pytest.mark.parametrize(("width", "labelled"), [(80, True), (40, True), (30, False), (20, False)])
def test_the_labels_of_the_first_screen_give_way_to_the_facts_on_a_very_narrow_one(
    width: int, *, labelled: bool
) -> None:
    @driven
    async def look() -> None:
        async with explorer(size=(width, 12), start="") as at:
            assert ("to come" in at.text) is labelled
            assert any(line.startswith("▌ ○ ") for line in at.lines) is not labelled

    look()


@driven
async def test_a_row_does_not_say_the_kind_that_its_heading_says() -> None:
    async with explorer() as at:
        await at.press("2")
        assert at.line("@ Japan").endswith(" 2 facts")
        await at.find("japan")
        assert at.lines[2].startswith("▌ @ Japan")
        assert at.lines[2].endswith("country")
