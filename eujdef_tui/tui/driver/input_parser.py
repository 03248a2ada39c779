"""The input parser: bytes from a terminal become keys, pastes and mouse events.

Own code: Textual's parser types the letters of sequences that are cut short or unknown, and a stray byte that is not
UTF-8 ends its reader thread. Here input is split by the grammar of ECMA-48 first. Sequences that are no key Textual
knows, replies, mouse reports that were not asked for, invalid UTF-8 and cut sequences are dropped whole.
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Generator, Iterator
from typing import NamedTuple, TypeAlias

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste
from textual.message import Message

from eujdef_tui.system.terminal_capabilities import ESCAPE_DELAY
from eujdef_tui.text.lazy_regex import lazy_pattern
from eujdef_tui.text.unicode import clean

__all__ = ["Chord", "InputEvent", "InputParser"]

CUT_DELAY = 0.5  # seconds an unfinished sequence waits for its end, and a late tail is still recognised
PASTE_DELAY = 1.0  # seconds a paste waits for more
PASTE_CHUNK = 16  # bytes in one read that count as part of a paste; fewer are typing and do not extend it
PASTE_LIMIT = 65_536  # bytes of a paste that are kept
SEQUENCE_LIMIT = 4096  # bytes of a sequence that are kept

PASTE_START, PASTE_END = b"\x1b[200~", b"\x1b[201~"
REPLIES = "Rcntuxy"  # CPR, DA, DSR, window, kitty, DECREQTPARM, DECRPM; rxvt's ESC [ c has no parameters
UNTYPED = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)])

_TOKEN = lazy_pattern(
    rb"""(?P<paste>\x1b\[200~)
       | (?P<partial>\x1b (?: \[ (?: M[^\x1b]{0,2} | <[-+0-9;.NaInf]* | \[ | [ -?]* )?
                            | O[0-9;]* | [\]PX^_][^\x07\x1b]*\x1b? )? ) \Z
       | (?P<mouse>\x1b\[<[-+0-9;.NaInf]*[Mm])
       | \x1b\[M[^\x1b]{0,3}
       | \x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)
       | (?P<key>\x1b\[\[.|\x1b\[[ -?]*[@-~]|\x1bO[0-9;]*[A-Za-z])
       | \x1b(?:\[[ -?]*|O[0-9;]*|[\]PX^_][^\x07\x1b]*)
       | (?P<chord>\x1b[\x00-\x1a\x1c-\x7f])
       | (?P<escape>\x1b)
       | (?P<text>[^\x1b]+)""",
    re.VERBOSE | re.DOTALL,
)

# ESC as terminals write it that tell keys by number: CSI u (fixterms, kitty), modifyOtherKeys of xterm, and ctrl+[ and
# its alt form in both, which is what emacs's vterm makes of ESC ESC. A kitty release (":3") is no key.
_ESCAPES = lazy_pattern(rb"\x1b\[(?:27(?:;\d*(?::[12]?)?)?u|91;[5-8](?::[12]?)?u|27;\d+;27~|27;[5-8];91~)")


class Chord(NamedTuple):
    """ESC and a key that arrived together: the alt key (`chord`) if that is bound, else two keys (`keys`)."""

    chord: Key
    keys: tuple[Key, ...]


InputEvent: TypeAlias = Message | Chord


class InputParser:
    """Parses input bytes. After `timeout_in` seconds without any, call `timeout`.

    `mouse` says whether mouse reports were asked for; `delay` is how long a lone ESC waits, in seconds.
    """

    def __init__(self, mouse: bool, delay: float = ESCAPE_DELAY) -> None:
        self._mouse, self._delay = mouse, delay
        self._parser = XTermParser()
        self._decoder = getincrementaldecoder("utf-8")("ignore")
        self._unfinished = b""  # an unfinished sequence
        self._paste: bytearray | None = None
        self._paste_deadline = 0.0  # when an unfinished paste times out
        self._paste_timed_out = False  # whether the last paste timed out
        self._tail_deadline = 0.0  # until when a tail without its ESC is recognised

    def timeout_in(self, now: float) -> float | None:
        """Return in how many seconds `timeout` has to be called if nothing arrives; None for never."""
        if self._paste is not None:
            return max(0.0, self._paste_deadline - now)
        return (self._delay if self._unfinished == b"\x1b" else CUT_DELAY) if self._unfinished else None

    def feed(self, data: bytes, now: float) -> Iterator[InputEvent]:
        """Parse bytes that arrived at `now` (seconds of a monotonic clock)."""
        if now < self._tail_deadline and data[:1] in (b"[", b"O") and self._keys(b"\x1b" + data):
            self._unfinished = b"\x1b"  # the link cut the sequence after its ESC
        data, self._unfinished, self._tail_deadline = self._unfinished + data, b"", 0.0
        if self._paste_timed_out and PASTE_END in data and PASTE_START not in data.partition(PASTE_END)[0]:
            self._paste = bytearray()  # the rest of the paste that timed out
        if self._paste is not None and len(data) >= PASTE_CHUNK:
            self._paste_deadline = now + PASTE_DELAY
        while data:
            if self._paste is not None:
                data = yield from self._pasted(data)
            else:
                data = yield from self._typed(data, now)

    def timeout(self, now: float) -> Iterator[InputEvent]:
        """Finish what is unfinished, since nothing arrived in time."""
        held, self._unfinished = self._unfinished, b""
        if self._paste is not None:
            yield from self._end_paste(bytes(self._paste))
            self._paste_timed_out = True
        elif held == b"\x1b":
            self._tail_deadline = now + CUT_DELAY
            yield Key("escape", "\x1b")
        elif len(held) == 2:
            yield from self._chord(held)

    def _typed(self, data: bytes, now: float) -> Generator[InputEvent, None, bytes]:
        """Parse bytes up to the start of a paste; return those after it."""
        for token in _TOKEN().finditer(data):
            kind, found = token.lastgroup, token[0]
            if kind == "text":
                yield from self._text(self._decoder.decode(found))
                continue
            self._decoder.reset()
            if kind == "paste":
                self._paste, self._paste_deadline = bytearray(), now + PASTE_DELAY
                return data[token.end() :]
            if kind == "partial":
                self._unfinished = found if len(found) <= SEQUENCE_LIMIT else found[:2] + b" "
            elif kind == "key":
                yield from self._keys(found)
            elif kind == "chord":
                yield from self._chord(found)
            elif kind == "escape":
                yield Key("escape", "\x1b")
            elif kind == "mouse" and self._mouse:
                report = self._parser.parse_mouse_code(found.decode("ascii"))
                yield from [report] if report else []
        return b""

    def _pasted(self, data: bytes) -> Generator[InputEvent, None, bytes]:
        """Add bytes to the paste and return those after its end. Bytes over PASTE_LIMIT are dropped."""
        assert self._paste is not None
        searched = max(0, len(self._paste) - len(PASTE_END))
        self._paste += data
        end = self._paste.find(PASTE_END, searched)
        if end < 0:
            del self._paste[PASTE_LIMIT : -len(PASTE_END)]
            return b""
        rest = bytes(self._paste[end + len(PASTE_END) :])
        yield from self._end_paste(bytes(self._paste[:end]))
        return rest

    def _end_paste(self, data: bytes) -> Iterator[InputEvent]:
        self._paste, self._paste_timed_out = None, False
        self._decoder.reset()  # half a character before a paste is never completed after it
        text = _visible(data[:PASTE_LIMIT].decode("utf-8", "ignore").translate(UNTYPED))
        if text:
            yield Paste(text)

    def _text(self, text: str) -> Iterator[InputEvent]:
        for character in text:
            if character < "\x80" or _visible(character):
                yield from self._parser._sequence_to_key_events(character)

    def _keys(self, sequence: bytes) -> list[InputEvent]:
        """Return the keys of a sequence; none for a reply, or a key that Textual has no name for."""
        if _ESCAPES().fullmatch(sequence):
            return [Key("escape", "\x1b")]
        name = sequence.decode("latin-1")
        if not isinstance(ANSI_SEQUENCES_KEYS.get(name), tuple) or (name[-1] in REPLIES and name[-2].isdigit()):
            return []
        keys = list(self._parser._sequence_to_key_events(name))
        if keys[0].key.startswith("alt+"):
            unbound = Key("escape", "\x1b"), Key(keys[0].key.removeprefix("alt+"), None)
            return [Chord(keys[0], unbound)]
        return [*keys]

    def _chord(self, sequence: bytes) -> Iterator[InputEvent]:
        """Yield the chord of ESC and a character. The chord has no character, so an input does not type it."""
        character = sequence[1:].decode("ascii")
        (plain,) = self._parser._sequence_to_key_events(character)
        (named,) = self._parser._sequence_to_key_events(character, alt=True)
        name = named.key if named.key != plain.key else f"alt+{plain.key}"
        for known in self._keys(sequence):
            name = known.key if isinstance(known, Key) else name
        yield Chord(Key(name, None), (Key("escape", "\x1b"), plain))


def _visible(text: str) -> str:
    """Return the text without hidden characters (directions, joiners, heaps of marks)."""
    if text.isascii():
        return text
    kept = (
        char for char, safe in zip(text, clean(text), strict=True) if char in "\t\r\n" or char == safe == clean(char)
    )
    return "".join(kept)
