"""Text that attacks the terminal it is shown on, in every place a text can stand, and how to tell that none passed.

What is forbidden is said here by Unicode's categories, and not by the code under test.
"""

from __future__ import annotations

import base64
import itertools
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eujdef_tui.model.field_specs import Key, keys_of
from eujdef_tui.model.records import SECTIONS, Evidence, Name, Person, Source

__all__ = ["ATTACKS", "HONEST", "corpus", "hidden_in", "ids", "record", "scalar", "spoken"]

ATTACKS = {
    "osc 52 bel": "\x1b]52;c;ZXZpbA==\x07",
    "osc 52 st": "\x1b]52;c;ZXZpbA==\x1b\\",
    "osc 8": "\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\",
    "title": "\x1b]0;owned\x07",
    "title report": "\x1b[21t",
    "sgr": "\x1b[31;5mred",
    "erase": "\x1b[2J\x1b[H",
    "modes": "\x1b[?1049l\x1b[?1000h\x1b[?25l",
    "reports": "\x1b[c\x1b[6n\x1b[5n\x05",
    "reset": "\x1bc",
    "c1 csi": "\x9b31m\x9b2J",
    "c1 osc": "\x9d52;c;ZXZpbA==\x9c",
    "dcs": "\x1bP$q q\x1b\\\x90q\x9c",
    "apc pm sos": "\x1b_Gf=24\x1b\\\x1b^x\x1b\\\x1bXx\x1b\\",
    "tmux": "\x1bPtmux;\x1b\x1b]52;c;ZXZpbA==\x07\x1b\\",
    "cut": "\x1b]52;c;",
    "charset": "\x0e\x1b(0\x0f",
    "c0": "\x00\x07\x08\x08\x08\x0b\x0c\x18\x1a\x7f",
    "overprint": "innocent\rguilty",
    "lines": "one\u2028two\u2029three\x85four",
    "bidi": "\u202egnp.exe\u202c \u202a\u202b\u202d\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    "zero width": "ka\u200blas\u200c\u200d\u2060\ufeff\u180e",
    "soft": "co\u00adoperation\u034f",
    "tags": "x\U000e0001\U000e0068\U000e0069\U000e007f",
    "annotation": "\ufff9base\ufffaruby\ufffb\ufffc",
    "fillers": "a\u115f\u1160\u3164\uffa0\u17b4b",
    "selectors": "a\ufe0f\ufe00\U000e0100b\u180b",
    "joiners": "👩\u200d👩\u200d" * 40 + "\u200d",
    "heap": "Z" + "\u0488\u20dd\u0301" * 150,
    "no character": "\ufdd0\ufffe\uffff\U0001fffe",
    "format": "\U0001d173\U0001bca0\U00013430\u206a\u2061",
    "markup": "[/x][b]bold[/] [@click=app.quit]q[/] [link=file:///etc/passwd]l[/link]",
    "html": "<script>alert(1)</script>&amp;<b>",
    "formula": '=HYPERLINK("http://evil.example","x")',
    "latex": "\\input{/etc/passwd} $x$ %",
    "percent": "%s %n {0} ${HOME} $(id) `id`",
}
HONEST = "résumé 文档 ｶﾞ العربية 🦀 👩\u200d🔬 ❤\ufe0f می\u200cخواهم क्\u200dष"

# Format characters one can see, and characters that cannot be seen though their category does not say so.
_VISIBLE = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffc\u180b\u180c\u180d\u180f")


_HONEST_JOINS = re.compile("(?<=ی)\u200c(?=خ)|(?<=👩)\u200d(?=[🔬👩])|(?<=❤)\ufe0f|(?<=क्)\u200d(?=ष)")


def _is_hidden(char: str) -> bool:
    code = ord(char)
    return (
        (unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in _VISIBLE)
        or char in _UNSEEN
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0000 <= code <= 0xE0FFF
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
    )


def hidden_in(text: str, but: str = "\n\t") -> list[str]:
    """What of a text may not reach a terminal, each with what stands before it. What honest text joins may."""
    text = _HONEST_JOINS.sub("", text)
    found = [
        f"U+{ord(c):04X} after {text[max(0, at - 20) : at]!r}"
        for at, c in enumerate(text)
        if c not in but and _is_hidden(c)
    ]
    heaped = "".join("m" if unicodedata.category(char)[0] == "M" else "." for char in text)
    return found + [f"{len(heap)} marks" for heap in re.findall("m{11,}", heaped)]


# What the driver of the explorer may send: where the cursor goes, how cells look, what is erased or scrolled, the modes
# it takes and gives back, and a copy.
_SPEECH = re.compile(
    r"""\x1b\[(?:\d*(?:;\d*)?[Hrf] | \d*[ABCDGdJKX] | [\d;:]*m) | \x1bM | [\r\n\b]
      | \x1b\[\?(?:1049|25|2004|7|1000|1002|1006)[hl]
      | \x1b\]52;c;(?P<copied>[A-Za-z0-9+/=]*)\x07 | (?P<text>[^\x00-\x1f\x7f-\x9f]+)
      | (?P<strange>\x1b.{0,12}|.)""",
    re.VERBOSE | re.DOTALL,
)


def spoken(sent: bytes) -> tuple[list[str], list[str], str]:
    """What a terminal was sent, taken apart: the copies, all that should not have been sent, and the text."""
    copied: list[str] = []
    strange: list[str] = []
    text: list[str] = []
    for token in _SPEECH.finditer(sent.decode()):
        if token["copied"] is not None:
            copied.append(base64.b64decode(token["copied"]).decode())
        elif token["strange"] is not None:
            strange.append(repr(token["strange"]))
        elif token["text"] is not None:
            text.append(token["text"])
    said = "".join(text)
    return copied, strange + hidden_in(said) + [bad for copy in copied for bad in hidden_in(copy)], said


# --- a fact file of attacks ---


def scalar(text: str) -> str:
    """A text as YAML: what cannot stand as it is, or would not be NFC, escaped; all else raw."""
    out = ""
    for char in text:
        code = ord(char)
        if char in '"\\':
            out += f"\\{char}"
        elif char != " " and unicodedata.category(char) in ("Mn", "Mc", "Me", "Zs", "Zl", "Zp", "Cc", "Cs", "Cn"):
            out += f"\\U{code:08x}"
        else:
            out += char
    return f'"{out}"'


def _value(key: Key, n: int, attack: str) -> Any:
    """What record `n` has under a key; None for nothing."""
    match key.form:
        case "text":
            return f"s{n}.txt" if key.name == "file" else "" if key.name == "sha256" else f"{attack} {key.name} {n}"
        case "word":
            return "kind"
        case "choice":
            return key.choices[-1] or "legal"
        case "date":
            return "2024-11"
        case "language" | "country" | "number":
            return {"language": "en", "country": "JP", "number": "5"}[key.form]
        case "ref":
            return f"source{n}" if "source" in key.kinds else f"{key.kinds[0]}{n}"
        case "refs":
            return [f"{kind}{n}" for kind in key.kinds]
        case "nodes":
            assert key.inner
            return [record(key.inner, n, attack)] * max(1, key.least)
    return None


def record(cls: type, n: int, attack: str) -> dict[str, Any]:
    """A record or part of one with the attack in every text."""
    own = f"{cls.__name__.lower()}{n}"
    made = {key.key: own if key.form == "id" else _value(key, n, attack) for key in keys_of(cls).values()}
    if cls is Source:
        made |= {"derived_from": f"{attack} outlet", "no_fact": [{"kind": "heading", "quote": f"{attack} heading {n}"}]}
    if "quote" in made and cls is Evidence:
        made |= {"quote": f"{attack} quote {n} {HONEST}", "prefix": "", "suffix": ""}
    if cls is not Person and cls is not Name:
        made[f"x-{attack[:30]}"] = made["x-outside"] = f"{attack} note {n}"
    return {key: value for key, value in made.items() if value not in ("", None, [])}


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(key)}: {_written(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return scalar(value)


def corpus(folder: Path, name: str = "facts.yaml") -> Path:
    """A fact file in which each attack stands in every text of one record of each kind, and in an article."""
    everything = "".join(ATTACKS.values())
    lines = ['schema_version: "1"', f"title: {scalar(HONEST + everything)}"]
    for section, cls in SECTIONS.items():
        lines.append(f"{section}:")
        lines += [f"  - {_written(record(cls, n, attack))}" for n, attack in enumerate(ATTACKS.values())]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
    for n, attack in enumerate(ATTACKS.values()):
        text = f"{attack} heading {n}\n\nIt has {attack} quote {n} {HONEST} and more.\n{attack}{everything}\n"
        (folder / f"s{n}.txt").write_text(text, encoding="utf-8", newline="")
    return folder / name


def ids() -> Iterator[str]:
    """The ids of all records of the corpus."""
    kinds = (cls.__name__.lower() for cls in SECTIONS.values())
    yield from (f"{kind}{n}" for kind, n in itertools.product(kinds, range(len(ATTACKS))))
