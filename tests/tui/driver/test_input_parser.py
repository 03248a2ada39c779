"""What a terminal sends, and what of it was typed."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.events import Key, MouseDown, Paste

from eujdef_tui.text.unicode import clean
from eujdef_tui.tui.driver.input_parser import CUT_DELAY, PASTE_LIMIT, SEQUENCE_LIMIT, Chord, InputEvent, InputParser

UNASKED = [
    b"\x1b[?62;1;6;22c",  # DA1
    b"\x1b[>41;380;0c",  # DA2
    b"\x1b[0n",  # DSR
    b"\x1b[24;80R",  # CPR
    b"\x1b[1;2R",  # CPR again, which is also shift+f3
    b"\x1b[?2026;2$y",  # DECRPM
    b"\x1b[8;24;80t",  # window size
    b"\x1b[48;24;80;480;800t",  # in-band resize
    b"\x1b[?25u",  # kitty keyboard flags
    b"\x1b[106;1u",  # a kitty key, which was not asked for
    b"\x1b[27;5;106~",  # modifyOtherKeys, neither
    b"\x1b[99;5~",
    b"\x1b[I",  # focus
    b"\x1b[O",
    b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\",
    b"\x1b]10;rgb:ffff/ffff/ffff\x07",
    b"\x1b]52;c;cQ==\x07",
    b"\x1bP>|XTerm(380)\x1b\\",  # XTVERSION
    b"\x1bP1$r0m\x1b\\",  # DECRQSS
    b"\x1b_Gi=1;OK\x1b\\",  # kitty graphics
    b"\x1b[M !!",  # mouse, as in 1983
    b"\x1b[M\x20\xff\xfe",
    b"\x1b[<0;10;5M",
    b"\x1b[<35;NaN;NaNM",
    b"\x1b[<0;-3;5m",
    b"\x1b[32;10;5M",
    b"\x1b[201~",
    b"\x1bOq",  # a keypad that was not set to application mode
    b"\xff",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b"\x9b",
    b"\xc2\x9b",  # CSI as a C1 control, in UTF-8
]
CUT = [
    b"\x1b[", b"\x1b[1;5", b"\x1b[?62;", b"\x1b[M", b"\x1b[M !", b"\x1b[<0;1", b"\x1bO", b"\x1b]11;rgb:", b"\x1bP>|",
    b"\xe6\x97", b"\x1b]52;c;cQ==\x1b", b"\x1b[200",
]  # fmt: skip


def names(heard: Iterable[InputEvent]) -> list[str]:
    """Keys by name, chords as the keys they come apart into, anything else by its type."""
    messages = [message for one in heard for message in (one.keys if isinstance(one, Chord) else (one,))]
    return [message.key if isinstance(message, Key) else type(message).__name__ for message in messages]


def heard(*chunks: bytes | None, mouse: bool = False) -> list[InputEvent]:
    """What is heard of chunks that come at once one after another; None is a time in which nothing comes."""
    keyboard, found, now = InputParser(mouse), list[InputEvent](), 100.0
    for chunk in chunks:
        if chunk is None:
            now += keyboard.timeout_in(now) or 0.0
            found += keyboard.timeout(now)
        else:
            found += keyboard.feed(chunk, now)
    return found


# --- what was typed -----------------------------------------------------------------------------------


def test_keys_have_the_names_textual_gives_them() -> None:
    typed = b"aZ /\r\t\x7f\x03\x1b[A\x1bOB\x1b[5~\x1b[1;5C\x1b[Z\x1b[H\x1bOR\x1b[15~\x1b[[A\x1b[c"
    assert names(heard(typed)) == [
        "a", "Z", "space", "slash", "enter", "tab", "backspace", "ctrl+c", "up", "down", "pageup", "ctrl+right",
        "shift+tab", "home", "f3", "f5", "f1", "shift+right",
    ]  # fmt: skip


SEEN = st.characters(exclude_categories=["Cc", "Cs"]).filter(lambda char: clean(char) == char)


@pytest.mark.slow
@given(st.text(SEEN, max_size=12), st.integers(1, 5))
@settings(max_examples=100, deadline=None)
def test_text_in_any_script_is_typed_however_it_is_cut(text: str, size: int) -> None:
    data = text.encode()
    keys = heard(*(data[start : start + size] for start in range(0, len(data), size)))
    assert "".join(key.character or "" for key in keys if isinstance(key, Key)) == text


@pytest.mark.parametrize("sequence", [b"\x1b[A", b"\x1bOA", b"\x1b[1;5C", b"\x1b[6~", b"\x1b[[A"])
def test_a_key_is_one_key_however_it_is_cut(sequence: bytes) -> None:
    whole = names(heard(sequence))
    assert len(whole) == 1
    for cut in range(1, len(sequence)):
        assert names(heard(sequence[:cut], sequence[cut:])) == whole
    assert names(heard(*(bytes([byte]) for byte in sequence))) == whole


def test_escape_alone_waits_for_25_milliseconds_and_no_longer() -> None:
    keyboard = InputParser(mouse=False)
    assert names(keyboard.feed(b"\x1b", 1.0)) == []
    assert keyboard.timeout_in(1.0) == 0.025
    assert names(keyboard.timeout(1.025)) == ["escape"]
    assert keyboard.timeout_in(1.025) is None


@pytest.mark.parametrize(
    "sequence",
    [b"\x1b[27u", b"\x1b[27;1u", b"\x1b[27;1:1u", b"\x1b[91;5u", b"\x1b[91;7u", b"\x1b[27;5;91~", b"\x1b[27;2;27~"],
)
def test_escape_written_as_a_number_is_escape_however_it_is_cut(sequence: bytes) -> None:
    assert names(heard(sequence)) == ["escape"]
    assert names(heard(sequence + b"j")) == ["escape", "j"]
    for cut in range(2, len(sequence)):
        assert names(heard(sequence[:cut], sequence[cut:])) == ["escape"]
    assert names(heard(sequence[:1], None, sequence[1:])) == ["escape", "escape"], "the link cut it after its ESC"


def test_a_key_that_is_let_go_is_none() -> None:
    assert names(heard(b"\x1b[27;1:3u\x1b[91;5:3uq")) == ["q"]


def test_escape_twice_is_escape_twice() -> None:
    assert names(heard(b"\x1b\x1b", None)) == ["escape", "escape"]


def test_a_chord_is_heard_with_the_keys_it_comes_apart_into() -> None:
    (chord,) = heard(b"\x1bj")
    assert isinstance(chord, Chord)
    assert (chord.chord.key, chord.chord.character) == ("alt+j", None)
    assert [(key.key, key.character) for key in chord.keys] == [("escape", "\x1b"), ("j", "j")]


@pytest.mark.parametrize(
    ("data", "whole", "apart"),
    [
        (b"\x1b\r", "alt+enter", ["escape", "enter"]),
        (b"\x1b\x7f", "ctrl+w", ["escape", "backspace"]),  # what Textual takes alt+backspace for
        (b"\x1b1", "alt+1", ["escape", "1"]),
        (b"\x1bK", "alt+shift+k", ["escape", "K"]),
        (b"\x1b[1;3A", "alt+up", ["escape", "up"]),
        (b"\x1b[", "alt+left_square_bracket", ["escape", "left_square_bracket"]),
        (b"\x1bO", "alt+shift+o", ["escape", "O"]),
    ],
)
def test_every_kind_of_chord_comes_apart(data: bytes, whole: str, apart: list[str]) -> None:
    (chord,) = heard(data, None)
    assert isinstance(chord, Chord)
    assert (chord.chord.key, [key.key for key in chord.keys]) == (whole, apart)


def test_the_tail_of_a_key_that_was_cut_after_its_escape_is_not_typed() -> None:
    assert names(heard(b"\x1b", None, b"[A")) == ["escape", "up"]
    assert names(heard(b"\x1b", None, b"[")) == ["escape", "left_square_bracket"]
    assert names(heard(b"\x1b", None, b"f")) == ["escape", "f"]


# --- what was not typed -------------------------------------------------------------------------------


@pytest.mark.parametrize("sequence", UNASKED)
def test_what_was_not_typed_is_not_heard_and_the_next_key_is(sequence: bytes) -> None:
    assert names(heard(sequence)) == []
    assert names(heard(sequence + b"q")) == ["q"]
    for cut in range(1, len(sequence)):
        if sequence[:cut] != b"\x1b":
            assert names(heard(sequence[:cut], sequence[cut:], b"\x1b[A")) == ["up"]


@pytest.mark.parametrize("sequence", CUT)
def test_a_sequence_without_an_end_is_given_up_and_the_next_key_is_heard(sequence: bytes) -> None:
    assert names(heard(sequence, None, b"q"))[-1:] == ["q"]
    assert not {"R", "c", "1", "5", "M", "0", "semicolon"} & set(names(heard(sequence, None)))
    assert names(heard(sequence, b"\x1b[A"))[-1:] == ["up"]


@pytest.mark.slow
@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=12), st.sampled_from([*UNASKED, *CUT, b"\x1b[200~", None])), max_size=8))
def test_no_bytes_raise_and_none_is_typed_that_was_not_there(chunks: list[bytes | None]) -> None:
    there = b"".join(filter(None, chunks)).decode("utf-8", "ignore")
    there += b"".join(filter(None, chunks)).decode("latin-1")
    for one in heard(*chunks, None, None, mouse=True):
        for message in one.keys if isinstance(one, Chord) else (one,):
            if isinstance(message, Key) and message.character:
                assert message.character in there


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(UNASKED), max_size=6), st.integers(1, 7))
def test_replies_in_any_order_and_any_pieces_type_nothing(replies: list[bytes], size: int) -> None:
    data = b"".join(replies)
    chunks = [data[start : start + size] for start in range(0, len(data), size)]
    assert names(heard(*chunks, None)) == []


def test_a_sequence_that_never_ends_takes_no_memory() -> None:
    keyboard = InputParser(mouse=False)
    for _ in range(200):
        assert names(keyboard.feed(b"\x1b]52;" + b"x" * 500 if not keyboard.timeout_in(0.0) else b"x" * 500, 0.0)) == []
    assert len(keyboard._unfinished) <= SEQUENCE_LIMIT + 500
    assert names(keyboard.feed(b"\x07q", 0.0)) == ["q"]


# --- paste and mouse ----------------------------------------------------------------------------------


def pasted(*chunks: bytes | None) -> list[str]:
    return [one.text if isinstance(one, Paste) else "".join(names([one])) for one in heard(*chunks)]


def test_a_paste_is_one_text_however_it_is_cut() -> None:
    data = "\x1b[200~日本\ttwo\rlines\x1b[201~q".encode()
    assert pasted(data) == ["日本\ttwo\rlines", "q"]
    for cut in range(2, len(data)):
        assert pasted(data[:cut], data[cut:]) == ["日本\ttwo\rlines", "q"]


def test_controls_and_hidden_characters_are_left_out_of_what_is_pasted_and_typed() -> None:
    assert pasted(b"\x1b[200~a\x00\x1b[2J\x07\xffb\xc2\x9bc\x1b[201~") == ["a[2Jbc"]
    hidden = "k\u200ba\u202el\u2066l\ufeffa\u00ads\U000e0041é"
    assert pasted(f"\x1b[200~{hidden}\x1b[201~".encode()) == ["kallasé"]
    assert "".join(key.character or "" for key in heard(hidden.encode()) if isinstance(key, Key)) == "kallasé"


def test_half_a_character_before_a_paste_is_no_half_of_one_after_it() -> None:
    assert heard(b"\xc3", b"\x1b[201~", b"\x80") == []


def test_a_paste_without_an_end_ends_after_a_second_and_keys_work_again() -> None:
    keyboard = InputParser(mouse=False)
    assert list(keyboard.feed(b"\x1b[200~Kal", 10.0)) == []
    assert list(keyboard.feed(b"las", 10.9)) == []
    assert keyboard.timeout_in(10.9) == pytest.approx(0.1)  # typing does not prolong it
    (paste,) = keyboard.timeout(11.0)
    assert isinstance(paste, Paste)
    assert paste.text == "Kallas"
    assert names(keyboard.feed(b"q", 11.1)) == ["q"]


def test_a_paste_that_goes_on_is_not_cut_short_by_time() -> None:
    keyboard = InputParser(mouse=False)
    list(keyboard.feed(b"\x1b[200~", 10.0))
    for second in range(5):
        list(keyboard.feed(b"another line of it\r", 10.5 + second * 0.9))
    assert keyboard.timeout_in(10.5 + 4 * 0.9) == pytest.approx(1.0)


def test_the_rest_of_a_paste_that_was_given_up_is_not_typed() -> None:
    assert pasted(b"\x1b[200~one", None, b"q two\x1b[201~j") == ["one", "q two", "j"]


def test_a_paste_keeps_to_its_limit_and_types_nothing_of_the_rest() -> None:
    chunks = [b"x" * 50_000] * 5
    assert [len(text) for text in pasted(b"\x1b[200~", *chunks, b"\x1b[201~", b"q")] == [PASTE_LIMIT, 1]


def test_clicks_are_heard_only_where_the_mouse_was_asked_for() -> None:
    (click,) = heard(b"\x1b[<0;10;5M", mouse=True)
    assert isinstance(click, MouseDown)
    assert (click.x, click.y) == (9, 4)
    assert heard(b"\x1b[<0;10;5M") == []
    assert heard(b"\x1b[<35;NaN;NaNM\x1b[<0;;M\x1b[<M", mouse=True) == []


def test_a_lone_escape_waits_25_milliseconds_and_what_a_link_may_have_cut_waits_longer() -> None:
    parser = InputParser(mouse=False)
    assert names(parser.feed(b"\x1b", 0.0)) == []
    assert parser.timeout_in(0.0) == 0.025
    assert names(parser.timeout(0.025)) == ["escape"]
    assert parser.timeout_in(0.025) is None
    assert names(parser.feed(b"\x1b[1;", 1.0)) == []
    assert parser.timeout_in(1.0) == CUT_DELAY > 0.025
