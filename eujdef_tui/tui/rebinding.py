"""Put the keys of the settings file into the key table. Imports nothing of the screen: `eujdef keys` has none.

Keys are written as they are shown ("^f", "PgDn", "S-tab", "/") or by Textual's names ("ctrl+f", "pagedown", "slash").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from eujdef_tui.system.settings_file import Fault, Settings, nearest
from eujdef_tui.tui.key_bindings import KEYS, Key, KeyTable

__all__ = ["KEPT", "rebound", "shown_key", "textual_key"]

# Keys that a line or a box needs too: they stay with their action, whatever other keys it is given.
KEPT = ("escape", "enter", "tab", "shift+tab", "up", "down", "pageup", "pagedown", "f1", "ctrl+c")

# How a key is shown → Textual's name.
_SHOWN = {
    "esc": "escape", "bksp": "backspace", "S-tab": "shift+tab", "PgDn": "pagedown", "PgUp": "pageup", "↑": "up",
    "↓": "down", "←": "left", "→": "right",
}  # fmt: skip
_NAMES = {
    name: name
    for name in (
        "enter", "escape", "tab", "space", "backspace", "insert", "delete", "home", "end", "pageup", "pagedown", "up",
        "down", "left", "right", *(f"f{nth}" for nth in range(1, 13)),
    )
}  # fmt: skip
# Punctuation whose name is not that of Unicode, as in Textual.
_OWN_NAMES = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
# They act wherever the focus is, in a line too: a letter of theirs could not be typed.
_EVERYWHERE = ("suspend", "interrupt", "redraw")
_SAME_BYTE = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace"}  # a terminal sends the same for both


def textual_key(text: str) -> str:
    """Return Textual's name of a key; "" where there is none that a terminal sends."""
    if text in _SHOWN:
        return _SHOWN[text]
    if len(text) == 1:
        return _character(text)
    lower = text.lower()
    if lower in _NAMES:
        return lower
    if lower in ("shift+tab", "s-tab"):
        return "shift+tab"
    if held := re.fullmatch(r"(?:\^|ctrl\+|C-)([a-z])", text, re.IGNORECASE):
        return f"ctrl+{held[1].lower()}"
    if held := re.fullmatch(r"(?:alt\+|M-)([a-z0-9])", text, re.IGNORECASE):
        return f"alt+{held[1]}"
    named = {_character(chr(code)) for code in range(33, 127)}
    return lower if lower in named else ""


def _character(char: str) -> str:
    if char == "\ufffd":  # in place of a control character
        return ""
    if char.isalnum():
        return char
    if char == " ":
        return "space"
    name = unicodedata.name(char, "").lower().replace("-", "_").replace(" ", "_")
    return _OWN_NAMES.get(name, name) if char.isprintable() and not unicodedata.combining(char) else ""


def shown_key(name: str) -> str:
    """Return how help and footer write a key, by Textual's name."""
    for shown, textual in _SHOWN.items():
        if textual == name:
            return shown
    if name.startswith("ctrl+"):
        return f"^{name.removeprefix('ctrl+')}"
    if len(name) == 1 or name in _NAMES:
        return name.upper() if re.fullmatch(r"f\d+", name) else name
    return next((chr(code) for code in range(33, 127) if _character(chr(code)) == name), name)


def rebound(settings: Settings) -> tuple[KeyTable, list[Fault]]:
    """Return the table with the keys of a settings file, and what is wrong with them.

    A key that another action has is left out. An action with a wrong key, or with none left, keeps those that it is
    shipped with.
    """
    faults: list[Fault] = []
    wanted: dict[str, list[str]] = {}
    for name, texts in settings.keys.items():
        keys, sentence, advice = _checked(name, texts)
        if sentence:
            faults.append(settings.fault(f"keys.{name}", sentence, advice))
        else:
            wanted[name] = keys
    while True:
        table = {key.name: _in_force(key, wanted) for key in KEYS}
        collision = _collision(table, wanted)
        if not collision:
            break
        name, key, other = collision
        sentence = f"{name} cannot have {shown_key(key)}, the key of {other}"
        faults.append(settings.fault(f"keys.{name}", sentence, f"choose another, or give {other} another key too"))
        wanted[name].remove(key)
        if not wanted[name]:
            del wanted[name]
    return _table(wanted), sorted(faults, key=lambda fault: fault.line)


def _checked(name: str, texts: tuple[str, ...]) -> tuple[list[str], str, str]:
    """Return the keys by Textual's names, or what is wrong with them and the next step."""
    names = tuple(key.name for key in KEYS)
    if name not in names:
        return [], f"there is no action “{name}”", f"{nearest(name, names)}eujdef keys lists the names"
    keys: list[str] = []
    for text in texts:
        key = textual_key(text)
        if same := _SAME_BYTE.get(key):
            return [], f"{name} cannot have {text}, which a terminal sends as {same}", "choose another"
        if not key:
            return [], f"“{text}” is no key that a terminal sends", "write w, ^w, alt+w, F5, PgDn or space"
        if name in _EVERYWHERE and not re.fullmatch(r"ctrl\+.|alt\+.|f\d+", key):
            return [], f"{name} cannot have {text}: it acts while you type, too", "write ^w, alt+w or F5"
        keys.append(key)
    return list(dict.fromkeys(keys)), "", ""


def _in_force(key: Key, wanted: Mapping[str, list[str]]) -> list[str]:
    shipped = key.keys.split(",")
    if key.name not in wanted:
        return shipped
    return list(dict.fromkeys((*(one for one in shipped if one in KEPT), *wanted[key.name])))


def _collision(table: Mapping[str, list[str]], wanted: Mapping[str, list[str]]) -> tuple[str, str, str] | None:
    """Return an action of the settings file, a key of it, and the action that has the key, in the order of the file."""
    for nth, name in enumerate(wanted):
        later = list(wanted)[nth + 1 :]  # of two actions of the file the first has the key
        for other, keys in table.items():
            taken = next((key for key in wanted[name] if key in keys), "")
            if taken and other != name and not (other in later and taken in wanted[other]):
                return name, taken, other
    return None


def _table(wanted: Mapping[str, list[str]]) -> KeyTable:
    keys: list[Key] = []
    renamed: dict[str, str] = {}
    for key in KEYS:
        if key.name not in wanted:
            keys.append(key)
            continue
        now = _in_force(key, wanted)
        gone = [token for token in key.shown.split() if textual_key(token) not in now]
        added = [shown_key(one) for one in now if shown_key(one) not in key.shown.split() and one not in KEPT]
        renamed |= {token: " ".join(added) if not nth else "" for nth, token in enumerate(gone)}
        shown = [token for token in key.shown.split() if token not in gone]
        does = key.does.partition("; ^")[0]  # which names a further key
        keys.append(key._replace(keys=",".join(now), shown=" ".join((*shown, *added)), does=does))
    keymap = {key.name: key.keys for key in keys if key.name in wanted}
    return KeyTable(tuple(keys), renamed, keymap)
