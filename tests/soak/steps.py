"""Random steps: keys, words, pastes, mouse reports, broken input and sizes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

from eujdef_tui.tui.key_bindings import KEYS
from tests.soak.corpora import HOSTILE_WORDS
from tests.soak.walker import Step

__all__ = ["keys_in", "random_step"]

# Not among the keys tried: what ends the explorer or stops it.
UNTRIED = ("q", "ctrl+c", "ctrl+z", "e", "o")
_NAMED = {
    "slash": b"/", "escape": b"\x1b", "enter": b"\r", "tab": b"\t", "backspace": b"\x7f", "space": b" ",
    "apostrophe": b"'", "question_mark": b"?", "left_square_bracket": b"[", "right_square_bracket": b"]",
}  # fmt: skip
_SEQUENCES = {
    keys[0].value: text.encode("latin-1")
    for text, keys in ANSI_SEQUENCES_KEYS.items()
    if isinstance(keys, tuple) and len(keys) == 1
}


def _typed(name: str) -> bytes:
    """The bytes of a key by its name."""
    return _NAMED.get(name) or (name.encode() if len(name) == 1 else _SEQUENCES[name])


TRIED = [_typed(name) for entry in KEYS for name in entry.keys.split(",") if name not in UNTRIED]
EDITING = [_typed(name) for name in "left right home end ctrl+w ctrl+u ctrl+a ctrl+e ctrl+k delete ctrl+n".split()]
QUERIES = (
    "kind:", "from:", "to:2020", "on:", "actor:", "is:", ":", ":k", '"', "-", "who is ", "when did ", "2024",
    "kible", "japn",
)  # fmt: skip
BROKEN = (
    b"\x1b[", b"\x1b[<", b"\x1b[<0;1", b"\x1bO", b"\x1b]52;c;", b"\x1b[200~", b"\xff", b"\xe6\x97",
    b"\x1b[99~", b"\x1b[I", b"\x1b[O", b"\x1b[M   ", b"\x1b[12;40R", b"\x1b[?62c", b"\x1b\x1b", b"\x1bx",
    b"\x1b[1;3A", b"\0",    b"\x9b", b"\x1b[27u", b"\x1b[<0;0;0M",
)  # fmt: skip
_NO_KEYS = re.compile(rb"\x1b\[200~.*?\x1b\[201~|\x1b\[<[\d;]*[Mm]", re.DOTALL)
SIZES = ((80, 24), (80, 24), (120, 36), (200, 60), (40, 12), (60, 17), (1, 1), (20, 6), (19, 5))
KINDS = ("keys", "bursts", "words", "pastes", "mouse reports", "broken input", "resizes", "interrupts")
WEIGHTS = (48, 12, 14, 4, 14, 3, 4, 1)


def random_step(chance: Random, words: Sequence[str]) -> tuple[str, Step]:
    """A step and its kind. `words` are of the corpus."""
    (kind,) = chance.choices(KINDS, WEIGHTS)
    match kind:
        case "keys":
            return kind, Step(chance.choice(TRIED if chance.random() < 0.85 else EDITING))
        case "bursts":
            return kind, Step(b"".join(chance.choice(TRIED) for _ in range(chance.randint(2, 12))))
        case "words":
            return kind, Step(_word(chance, words).replace("q", "k").encode())
        case "pastes":
            return kind, Step(b"\x1b[200~" + _pasted(chance, words).encode() + b"\x1b[201~")
        case "mouse reports":
            return kind, Step(_mouse(chance))
        case "broken input":
            return kind, Step(chance.choice(BROKEN))
        case "resizes":
            size = chance.choice(SIZES) if chance.random() < 0.7 else _size(chance)
            return kind, Step(size=size)
    return kind, Step(b"\x03" + b"j")  # a key after it, so that it is not pressed twice in a row


def _size(chance: Random) -> tuple[int, int]:
    """Any size up to 300×100, the small ones more often: a large screen takes ten times as long to draw."""
    return 1 + int(299 * chance.random() ** 2), 1 + int(99 * chance.random() ** 2)


def _word(chance: Random, words: Sequence[str]) -> str:
    if chance.random() < 0.3:
        return chance.choice(QUERIES)
    word = chance.choice(words)
    return f"/{word[: chance.randint(1, 20)]}" if chance.random() < 0.6 else chance.choice(word)


def _pasted(chance: Random, words: Sequence[str]) -> str:
    parts = [chance.choice([*words, *HOSTILE_WORDS]) for _ in range(chance.choice([1, 3, 300]))]
    return chance.choice([" ", "\n", "\t"]).join(parts)


def _mouse(chance: Random) -> bytes:
    """Reports of a click, a double click, a drag, the wheel or a release, inside the screen or beyond it."""
    x, y = chance.choice([(80, 24), (40, 12), (300, 100)])
    x, y = chance.randint(1, x), chance.randint(1, y)
    button = chance.choice([0, 0, 0, 1, 2, 64, 65, 66, 67, 8, 16, 128])
    press, release = f"\x1b[<{button};{x};{y}M", f"\x1b[<{button};{x};{y}m"
    drag = f"\x1b[<{button + 32};{max(1, x + chance.randint(-9, 9))};{max(1, y + chance.randint(-5, 5))}M"
    reports = [press + release, (press + release) * 2, press + drag + release, press, release, press * 3]
    return chance.choice(reports).encode()


def keys_in(step: Step) -> int:
    """How many keys a step presses: none by a paste, a report of the mouse or a resize."""
    data = _NO_KEYS.sub(b"", step.data)
    return len(re.findall(rb"\x1b[\[O][ -?]*[@-~]|[^\x80-\xbf]", data))
