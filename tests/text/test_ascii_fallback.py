"""What stands in ASCII for what is shown."""

from __future__ import annotations

import ast
import csv
import io
import json
import string
import unicodedata
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.model.glyphs import BARS, DIFFERS, GRADE_MARKS, KIND_MARKS, MARKED, OUTSIDE, STATUS_MARKS
from eujdef_tui.text.ascii_fallback import ERRORS, fitted, stand_in
from eujdef_tui.tui.driver.screen_buffer import ScreenBuffer
from tests.helpers.places import ROOT
from tests.helpers.processes import METRE, eujdef

SAFE = set(string.printable) - set('",\\{}%\t\n\r\x0b\x0c')
SHOWN = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf")), max_size=30)


@pytest.mark.parametrize(
    ("shown", "plain"),
    [
        ("é", "e"), ("e\u0301", "e"), ("Ō", "O"), ("ß", "ss"), ("Ø", "O"), ("ł", "l"), ("²", "2"), ("½", "?"),
        ("–", "-"), ("…", "."), ("“", "'"), ("€", "EUR"), ("東", "?"), ("д", "?"), ("한", "?"), ("\ufffd", "?"),
        ("\u0301", ""), ("a", "a"), ("─", "-"), ("━", "="), ("│", "|"), ("┌", "+"), ("█", "#"), ("▔", "-"),
        ("\xa0", " "),
    ],
)  # fmt: skip
def test_a_character_has_a_stand_in(shown: str, plain: str) -> None:
    assert stand_in(shown) == plain


@pytest.mark.parametrize(
    ("shown", "width", "plain"),
    [("€", 1, "E"), ("ß", 1, "s"), ("東", 2, "??"), ("Ａ", 2, "A "), ("🔎", 2, "/ "), ("㏠", 2, "??"), ("½", 1, "?")],
)
def test_it_fills_the_cells_and_a_number_is_never_cut(shown: str, width: int, plain: str) -> None:
    assert fitted(shown, width) == plain


def test_marks_that_differ_stay_different() -> None:
    for marks in (
        [*STATUS_MARKS.values(), *KIND_MARKS.values(), MARKED, OUTSIDE],
        [*GRADE_MARKS.values(), DIFFERS],
        ["┃", "╎", "│ "],
        ["━", "─"],
        [*BARS, "·", "│"],
        ["▌", "▶ ", "┃", "╎", "│ "],
        ["┬", "│", "─"],
    ):
        for one, other in combinations(marks, 2):
            assert "".join(map(stand_in, one)) != "".join(map(stand_in, other)), (one, other)


def glyphs_of_the_screen() -> dict[str, str]:
    """Each character of our own words that is neither ASCII nor a letter, with a file that has it."""
    package = ROOT / "eujdef_tui"
    files = [path for part in ("tui", "present", "cli", "model") for path in (package / part).rglob("*.py")]
    return {
        char: str(path.relative_to(ROOT))
        for path in files
        if path.parent.name != "driver"  # it draws what it is given
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for char in node.value
        if not char.isascii() and unicodedata.category(char)[0] not in "LC"
    }


@pytest.mark.slow
def test_every_glyph_of_the_screen_has_a_stand_in() -> None:
    glyphs = glyphs_of_the_screen()
    assert set("●○◎◌§“≠▤│┬▶┃╎▌✓≈✗…★†█") <= set(glyphs)
    unnamed = {char: path for char, path in glyphs.items() if stand_in(char) in ("", "?")}
    assert {char for char in unnamed if char != "\ufffd"} == set(), unnamed


@pytest.mark.slow
@given(st.characters(min_codepoint=128, exclude_categories=["Cs"]))
@settings(deadline=None, max_examples=500)
def test_no_stand_in_means_anything_to_json_csv_or_bibtex(char: str) -> None:
    assert set(stand_in(char)) <= SAFE


@pytest.mark.slow
@pytest.mark.counts_lines
@given(SHOWN)
@settings(deadline=None, max_examples=200)
def test_a_screen_in_ascii_has_its_words_in_the_same_cells(text: str) -> None:
    grids = ScreenBuffer(70, 1), ScreenBuffer(70, 1, ascii=True)
    for grid in grids:
        grid.draw(f"\x1b[1;1H{text}|")
    unicode, plain = grids
    assert plain.cursor == unicode.cursor
    assert all(len(cell) == 1 and cell.isascii() for cell, _ in plain.rows[0])
    for (was, _), (cell, _) in zip(unicode.rows[0], plain.rows[0], strict=True):
        if was.isascii() and was:
            assert cell == was


@given(SHOWN)
@settings(deadline=None, max_examples=100)
def test_a_stream_without_the_characters_stays_what_it_is(text: str) -> None:
    for encoding in ("ascii", "iso-8859-1"):
        said = json.dumps({"a": text}, ensure_ascii=False).encode(encoding, ERRORS).decode(encoding)
        assert list(json.loads(said)) == ["a"]
        table = io.StringIO()
        csv.writer(table).writerow([text, "b"])
        read = table.getvalue().encode(encoding, ERRORS).decode(encoding)
        assert [len(row) for row in csv.reader(io.StringIO(read, newline=""))] == [2]


def test_what_the_encoding_has_is_left_alone() -> None:
    assert "é “日” – ½".encode("iso-8859-1", ERRORS).decode("iso-8859-1") == "é '?' - ½"


def test_a_stream_that_is_read_is_not_mended() -> None:
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", ERRORS)


def test_find_and_show_print_in_the_encoding_there_is() -> None:
    assert "Pierre Mechain" in eujdef("show", "mechain", "-f", str(METRE), PYTHONIOENCODING="ascii").out
    ran = eujdef("find", "mechain", "--json", "-f", str(METRE), PYTHONIOENCODING="ascii")
    assert json.loads(ran.out)["hits"][0]["title"] == "Pierre Mechain"
