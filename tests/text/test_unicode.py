"""What passes the border, how spellings meet, where words and sentences stand."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.tokens import words
from eujdef_tui.text.unicode import clean, fold, hidden
from tests.helpers.places import ARTICLES

WRITTEN = [clean(path.read_text("utf-8")) for path in ARTICLES]

# Drawn often, because rules meet here: joiners, selectors, marks, what expands, what vanishes.
AWKWARD = (
    "\x1b\r\t\n\x85\u2028\u200d\u200c\u200b\ufe0f\u202e\ufeff\u0301\u3099\uff9e\ud800\ufdd0\U000e0041"
    "\u0302\u0303\u0304\u11a8👩👩🏻aé1'’s.,-–… カｶ葛\u180b\u1820\u061cم़ि्क🦀❤#\u20e3ßæİ½㈱각ㄱᅡ。「」"
)
TEXTS = st.text(st.one_of(st.sampled_from(AWKWARD), st.characters()), max_size=40)
RUN = settings(max_examples=200, deadline=None)

# Format characters one can see: they sit on the digits or letters after them.
VISIBLE_FORMAT = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"


@pytest.mark.parametrize(
    "honest",
    [
        *("résumé", "文档", "ｶﾞ", "العربية", "🦀", "a\nb", "£5\u00a0bn – “x” ≠ �"),
        *("👨\u200d👩\u200d👧", "❤\ufe0f\u200d🔥", "🏳\ufe0f\u200d🌈", "1\ufe0f\u20e3", "☎\ufe0e"),
        *("می\u200cخواهم", "क्\u200dष", "ന്\u200d", "葛\U000e0100城", "\u1820\u180b"),
    ],
)
def test_honest_text_passes_untouched(honest: str) -> None:
    assert clean(honest) == honest
    assert hidden(honest) == 0


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mred", "\ufffd[31mred"),
        ("a\x00b\x7fc\x9bd", "a\ufffdb\ufffdc\ufffdd"),
        ("safe\u202eexe.txt", "safe\ufffdexe.txt"),
        ("\u2066x\u2069\u200e\u061c", "\ufffdx\ufffd\ufffd\ufffd"),
        ("\ufeffpass\u200bword\u2060s\u00ad", "\ufffdpass\ufffdword\ufffds\ufffd"),
        ("x\U000e0068\U000e0069", "x\ufffd\ufffd"),
        ("\ufff9a\u2063b\u3164c\uffa0", "\ufffda\ufffdb\ufffdc\ufffd"),
        ("\ud800 \udfff \ufdd0 \uffff \U0010fffe", "\ufffd \ufffd \ufffd \ufffd \ufffd"),
        ("a\u200db \u200c", "a\ufffdb \ufffd"),
        ("م\u200c\u200cم", "م\ufffd\ufffdم"),
        ("x\ufe0f 1\ufe0f ❤\ufe0f\ufe0f", "x\ufffd 1\ufffd ❤\ufe0f\ufffd"),
        ("🦀\u200d", "🦀\ufffd"),
    ],
)
def test_what_would_steer_or_hide_is_shown_and_counted(raw: str, shown: str) -> None:
    assert clean(raw) == shown
    assert hidden(raw) == shown.count("\ufffd")


@pytest.mark.parametrize(
    "honest",
    [
        "ཧྐྵྨླྺྼྻྂ",  # the tallest stack of Tibetan
        "בְּרֵאשִׁ֖ית Việt ก็้ ক্ষ্ম্য 각 🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀🦀 ────────────── 。。。。。。。。。。。。",
        "👩🏻\u200d❤\ufe0f\u200d💋\u200d👨🏽" * 9,
        "👨\u200d👩\u200d👧\u200d👦" * 9,
    ],
)
def test_honest_heaps_pass_untouched(honest: str) -> None:
    assert clean(honest) == honest


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("a" + "\u0301" * 500, 10),
        ("a" + "\u0301\u0488\u20dd" * 200 + "b", 10),
        ("क" + "्\u200d" * 100, 10),
        ("가" + "\u11a8" * 300, 10),
        ("❤\ufe0f" + "\u0301" * 300, 9),
        ("👩\u200d" * 99 + "👩", 83),  # every sixth is one too many
        ("👩🏻\u200d" * 99 + "👩", 83),
    ],
)
def test_no_cell_is_buried_under_marks(raw: str, kept: int) -> None:
    cleaned = clean(raw)
    assert len(cleaned) == len(raw)
    marks = "\u0301\u0488\u20dd्\u200d\u11a8"
    assert sum(map(cleaned.count, marks)) == kept
    assert hidden(raw) == sum(map(raw.count, marks)) - kept
    assert clean(cleaned) == cleaned


def test_a_replacement_character_of_the_file_itself_is_not_counted_as_hidden() -> None:
    assert hidden("\ufffd\u200b") == 1


def test_tabs_become_spaces_and_every_line_end_a_newline() -> None:
    assert clean("a\tb\r\nc\vd\fe\x85f\u2028g\u2029h") == "a b \nc\nd\ne\nf\ng\nh"


@pytest.mark.slow
def test_no_control_or_invisible_format_character_of_unicode_passes_alone() -> None:
    everything = map(chr, range(0x110000))
    passed = [c for c in everything if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and clean(c) == c]
    assert passed == ["\n", *VISIBLE_FORMAT]


@pytest.mark.slow
@pytest.mark.counts_lines
@RUN
@given(TEXTS)
def test_cleaning_keeps_length_is_final_and_leaves_no_control_character(raw: str) -> None:
    cleaned = clean(raw)
    assert len(cleaned) == len(raw)
    assert clean(cleaned) == cleaned
    assert {c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs")} <= {"\n"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Résumé", "resume"),
        ("Re\u0301sume\u0301", "resume"),
        ("Øre Łódź Đorđe Straße Æsir", "ore lodz dorde strasse aesir"),
        ("İstanbul ısı", "istanbul isi"),
        ("Ёлка ΆΣ ς", "елка ασ σ"),
        ("ＥＵ－Ｊａｐａｎ", "eu-japan"),
        ("EU–Japan — x − y", "eu-japan - x - y"),
        ("‘a’ “b” 5′ 6″ «c»", '\'a\' "b" 5\' 6" "c"'),
        ("a\u00a0b\u3000c\td\ne", "a b c d e"),
        ("ﬁve… ½ №", "five... 1/2 no"),
        ("1\ufe0f\u20e3 葛\U000e0100", "1 葛"),
        ("ｶﾞﾝﾀﾞﾑ", "ガンダム"),
        ("か\u3099", "が"),
        ("각", unicodedata.normalize("NFD", "각")),
        ("می\u200cخواهم", "میخواهم"),
    ],
)
def test_two_spellings_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("カ", "ガ"), ("は", "ぱ"), ("=", "≠"), ("ー", "-"), ("コノ", "コーノ")])
def test_what_differs_in_meaning_stays_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("kept", ["防衛省", "岩屋毅", "きし", "유럽연합", "ㄱㅏ", "العربية", "हिन्दी"])
def test_other_scripts_are_never_romanised(kept: str) -> None:
    assert fold(kept) == kept


@pytest.mark.slow
@pytest.mark.counts_lines
def test_every_character_that_composes_with_the_one_before_folds_with_it() -> None:
    apart = [
        c
        for c in map(chr, range(0x10000))
        if (d := unicodedata.normalize("NFD", c)) != c and unicodedata.normalize("NFC", c) == c and fold(d) != fold(c)
    ]
    assert apart == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France’s Thales", "france:France thales:Thales"),
        ("O'Brien's don’t", "obrien:O'Brien dont:don’t"),
        ("the states’ 'view' today's", "the:the states:states view:view today:today"),
        ("U.S. U.K.'s J.K. Rowling", "us:U.S. uk:U.K. jk:J.K. rowling:Rowling"),
        ("EU-Japan F-X next-generation", "eu:EU japan:Japan f:F x:X next:next generation:generation"),
        ("\\$376.7 billion, 1,000 in 2025,2026", "376.7:376.7 billion:billion 1000:1,000 in:in 2025:2025 2026:2026"),
        ("2% F-2 1990s 5G", "2%:2% f:F 2:2 1990s:1990s 5g:5G"),
        ("Caliber.Az reports.", "caliber:Caliber az:Az reports:reports"),
        ("NATO加盟国 カヤ・カラス 2024年", "nato:NATO 加盟国:加盟国 カヤ:カヤ カラス:カラス 2024:2024 年:年"),
        ("ｶﾞﾝﾀﾞﾑ 유럽연합", "ガンダム:ｶﾞﾝﾀﾞﾑ 유럽연합:유럽연합"),
        ("हिन्दी Łódź", "हिन्दी:हिन्दी lodz:Łódź"),
        ("… – !", ""),
    ],
)
def test_words_are_split_joined_and_folded(text: str, expected: str) -> None:
    assert " ".join(f"{word.folded}:{text[word.start : word.end]}" for word in words(text)) == expected


@RUN
@given(TEXTS)
def test_words_stand_in_order_inside_the_text_and_are_not_empty(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) and word.folded for word in found)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(found))


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "1. Geopolitical Alignment: A Shared Security Vision",
        "2.1. Export controls",
        "He was hosted by U.S. President Joe Biden in April.",
        "| - |",
        "「そうだ。」と言った。",
    ],
)
def test_this_is_one_sentence(whole: str) -> None:
    assert cut(f"  {whole} ") == [whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ends. |", ["It ends. |"]),
        ("In the Union. ... From our side.", ["In the Union. ...", "From our side."]),
        ("!!! Then more. ?", ["!!! Then more. ?"]),
        ("1. One is. 2. Two is.", ["1. One is.", "2. Two is."]),
        ("One is done. 2.1. - ! Two", ["One is done.", "2.1. - ! Two"]),
        ("A heading\n\nA line. Another.", ["A heading", "A line.", "Another."]),
        ("no stop here\nnor here", ["no stop here", "nor here"]),
        ("増やす。欧州も同様だ！本当か？", ["増やす。", "欧州も同様だ！", "本当か？"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_the_articles_have_as_many_sentences_as_a_reader_counted() -> None:
    assert [len(sentences(text)) for text in WRITTEN] == [35, 26, 23, 22, 70]


def test_a_long_run_without_a_space_takes_no_time() -> None:
    # Each doubling quadruples the time where this is wrong: minutes at this length.
    assert sentences("(." * 200_000 + " And a word.") == [(0, 400_012)]


@RUN
@given(st.one_of(TEXTS, st.sampled_from(WRITTEN)))
def test_sentences_tile_the_text_without_crossing_a_line(text: str) -> None:
    spans = sentences(text)
    inside = [i for start, end in spans for i in range(start, end)]
    assert len(inside) == len(set(inside))
    assert {i for i, char in enumerate(text) if not char.isspace()} <= set(inside)
    for start, end in spans:
        assert text[start:end] == text[start:end].strip() != ""
        assert "\n" not in text[start:end]


PIECES = [*"abAB19 .!?…\"')(]”’»-–:;,*\n_", "U.S.", "3.5", "Mr.", "The", "he", ". ", "e.g.", "...", "1.", "。"]
ENDS_IN_LINES = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@RUN
@given(ENDS_IN_LINES)
def test_a_mark_before_a_letter_or_digit_ends_no_sentence(text: str) -> None:
    found = sentences(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("eujdef_tui.text.sentences._MAY_END", lambda: re.compile("[.!?。｡！？…]"))
        assert sentences(text) == found


def test_a_line_with_no_more_than_decimals_and_acronyms_within_is_not_read_for_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = list[str]()
    monkeypatch.setattr("nupunkt.sent_spans", asked.append)
    text = "Growth was 3.5 percent in 2024.\nThe U.S-led bloc has grown!"
    assert [text[start:end] for start, end in sentences(text)] == text.splitlines()
    assert asked == []
