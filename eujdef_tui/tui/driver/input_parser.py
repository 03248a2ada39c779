"""Promise: bytes from a terminal become the keys, pastes and clicks that were meant, and nothing else.

Whatever arrives is taken apart by the grammar of ECMA-48 before it is looked at. Escape sequences that are
no key Textual knows, replies nobody asked for, mouse reports nobody wants, invalid UTF-8 and sequences
that were cut short are dropped whole, so their letters are never typed.
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
from eujdef_tui.text.unicode import clean

__all__ = ["Chord", "Heard", "Keyboard"]

CUT_DELAY = 0.5  # seconds a sequence waits for its end, and the tail of a cut one is still known for it
PASTE_DELAY = 1.0  # seconds a paste waits for more
PASTE_CHUNK = 16  # bytes that arrive at once in a paste; fewer are typed, and do not prolong it
PASTE_LIMIT = 65_536  # bytes of a paste that are kept
SEQUENCE_LIMIT = 4096  # bytes of a sequence that are kept

PASTE_START, PASTE_END = b"\x1b[200~", b"\x1b[201~"
REPLIES = "Rcntuxy"  # CPR, DA, DSR, window, kitty, DECREQTPARM, DECRPM; rxvt's ESC [ c has no parameters
UNTYPED = dict.fromkeys([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)])

TOKEN = re.compile(
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


class Chord(NamedTuple):
    """ESC and a key that came as one: a chord if the chord is bound, else two keys in turn."""

    whole: Key
    apart: tuple[Key, ...]


Heard: TypeAlias = Message | Chord


class Keyboard:
    """Hears bytes. After `wait` seconds without any, call `lapse`.

    `mouse` says whether mouse reports were asked for; `delay` is how long a lone ESC waits, in seconds.
    """

    def __init__(self, mouse: bool, delay: float = ESCAPE_DELAY) -> None:
        self._mouse, self._delay = mouse, delay
        self._parser = XTermParser()
        self._decoder = getincrementaldecoder("utf-8")("ignore")
        self._held = b""  # a sequence without its end
        self._paste: bytearray | None = None
        self._until = 0.0  # when an unfinished paste ends
        self._given_up = False  # whether the last paste ended so
        self._escaped = 0.0  # until when a tail without its ESC is known for one

    def wait(self, now: float) -> float | None:
        """In how many seconds `lapse` has to be called if nothing comes; None for never."""
        if self._paste is not None:
            return max(0.0, self._until - now)
        return (self._delay if self._held == b"\x1b" else CUT_DELAY) if self._held else None

    def feed(self, data: bytes, now: float) -> Iterator[Heard]:
        """Hear bytes that came at a time (seconds, of a clock that never goes back)."""
        if now < self._escaped and data[:1] in (b"[", b"O") and self._keys(b"\x1b" + data):
            self._held = b"\x1b"  # the link cut the sequence after its ESC
        data, self._held, self._escaped = self._held + data, b"", 0.0
        if self._given_up and PASTE_END in data and PASTE_START not in data.partition(PASTE_END)[0]:
            self._paste = bytearray()  # the rest of the paste that was given up
        if self._paste is not None and len(data) >= PASTE_CHUNK:
            self._until = now + PASTE_DELAY
        while data:
            if self._paste is not None:
                data = yield from self._pasted(data)
            else:
                data = yield from self._typed(data, now)

    def lapse(self, now: float) -> Iterator[Heard]:
        """Nothing came for a while: settle what was unfinished."""
        held, self._held = self._held, b""
        if self._paste is not None:
            yield from self._end_paste(bytes(self._paste))
            self._given_up = True
        elif held == b"\x1b":
            self._escaped = now + CUT_DELAY
            yield Key("escape", "\x1b")
        elif len(held) == 2:
            yield from self._chord(held)

    def _typed(self, data: bytes, now: float) -> Generator[Heard, None, bytes]:
        """Hear bytes up to the start of a paste; return those after it."""
        for token in TOKEN.finditer(data):
            kind, found = token.lastgroup, token[0]
            if kind == "text":
                yield from self._text(self._decoder.decode(found))
                continue
            self._decoder.reset()
            if kind == "paste":
                self._paste, self._until = bytearray(), now + PASTE_DELAY
                return data[token.end() :]
            if kind == "partial":
                self._held = found if len(found) <= SEQUENCE_LIMIT else found[:2] + b" "
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

    def _pasted(self, data: bytes) -> Generator[Heard, None, bytes]:
        """Take bytes into the paste; return those after its end. Over the limit they are let go."""
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

    def _end_paste(self, data: bytes) -> Iterator[Heard]:
        self._paste, self._given_up = None, False
        self._decoder.reset()  # a character that a paste cut has no second half
        text = _seen(data[:PASTE_LIMIT].decode("utf-8", "ignore").translate(UNTYPED))
        if text:
            yield Paste(text)

    def _text(self, text: str) -> Iterator[Heard]:
        for character in text:
            if character < "\x80" or _seen(character):
                yield from self._parser._sequence_to_key_events(character)

    def _keys(self, sequence: bytes) -> list[Heard]:
        """The keys a sequence stands for; none when it is a reply, or no key Textual has a name for."""
        name = sequence.decode("latin-1")
        if not isinstance(ANSI_SEQUENCES_KEYS.get(name), tuple) or (name[-1] in REPLIES and name[-2].isdigit()):
            return []
        keys = list(self._parser._sequence_to_key_events(name))
        if keys[0].key.startswith("alt+"):
            apart = Key("escape", "\x1b"), Key(keys[0].key.removeprefix("alt+"), None)
            return [Chord(keys[0], apart)]
        return [*keys]

    def _chord(self, sequence: bytes) -> Iterator[Heard]:
        """ESC and a character. The chord itself carries no character: it is not to be typed into an input."""
        character = sequence[1:].decode("ascii")
        (apart,) = self._parser._sequence_to_key_events(character)
        (named,) = self._parser._sequence_to_key_events(character, alt=True)
        name = named.key if named.key != apart.key else f"alt+{apart.key}"
        for known in self._keys(sequence):
            name = known.key if isinstance(known, Key) else name
        yield Chord(Key(name, None), (Key("escape", "\x1b"), apart))


def _seen(text: str) -> str:
    """The text without what hides in it (directions, joiners, heaps of marks): no search needs it."""
    if text.isascii():
        return text
    kept = (
        char for char, safe in zip(text, clean(text), strict=True) if char in "\t\r\n" or char == safe == clean(char)
    )
    return "".join(kept)
