"""A name in another script is compared with Latin spellings by how it sounds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eujdef_tui.text.other_scripts import romanised, spelt_in_latin
from eujdef_tui.text.sounds import consonants


@pytest.mark.parametrize(
    ("word", "spelling"),
    [
        ("каллас", "kallas"), ("євген", "yevhen"), ("фон", "von"), ("ντοναλντ", "donald"), ("트럼프", "tleomp"),
        ("기시다", "kisida"), ("السيسي", "sisi"), ("カラス", "karasu"),
    ],
)  # fmt: skip
def test_a_word_is_spelt_as_its_language_is_romanised(word: str, spelling: str) -> None:
    spelt = spelt_in_latin(word)
    assert spelt is not None
    assert spelling in spelt.latin


@pytest.mark.parametrize(("word", "name"), [("محمد", "muhammad"), ("נתניהו", "netanyahu"), ("نتنياهو", "netanyahu")])
def test_vowels_that_are_not_written_may_be_there(word: str, name: str) -> None:
    spelt = spelt_in_latin(word)
    assert spelt is not None
    assert consonants(name) in spelt.keys


@pytest.mark.parametrize("word", ["", "kallas", "œuvre", "島", "石破さん", "🦀", "12"])
def test_latin_letters_ideographs_and_signs_are_not_spelt(word: str) -> None:
    assert spelt_in_latin(word) is None or not spelt_in_latin(word).keys  # type: ignore[union-attr]


@given(st.text(max_size=40))
def test_any_text_is_read_without_an_error_and_in_a_bounded_number_of_ways(text: str) -> None:
    spelt = spelt_in_latin(text)
    if spelt is not None:
        assert all(latin.isascii() for latin in spelt.latin)
        assert len(spelt.latin) <= 64
        assert len(spelt.keys) <= 2 * 64 * 64


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=3, max_size=12))
def test_a_cyrillic_word_has_the_sounds_of_its_plain_spelling(word: str) -> None:
    spelt = spelt_in_latin(word)
    assert spelt is not None
    key = consonants(spelt.latin[0])
    assert key in spelt.keys or len(key) < 2


def test_kana_is_romanised_whole_or_not_at_all() -> None:
    assert romanised("カラス") == "karasu"
    assert romanised("カラ島") == ""
