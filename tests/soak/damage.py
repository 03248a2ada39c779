"""Cached bases damaged by chance, in their bytes and in their rows: the program answers, and the next start heals."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from eujdef_tui.store.cache import base_path, open_base
from tests.helpers.places import METRE
from tests.soak.forked import command, forked, preload
from tests.soak.fuzz import looked_at
from tests.soak.trials import Tried

__all__ = ["try_bases"]

EACH = 12  # damaged bases of one trial
PAGE = 4096
CELLS: tuple[object, ...] = (
    None,
    "",
    "x",
    b"\xff\xfe",
    b"",
    -1,
    2**62,
    1.5,
    "[]",
    "{}",
    "[1]",
    '{"id": 1}',
    "null",
    "[" * 2000,
)


def _damaged_bytes(chance: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    match chance.randrange(6):
        case 0:
            for _ in range(chance.choice([1, 5, 200])):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
        case 1:
            del changed[chance.randrange(len(changed)) :]
        case 2:
            at = chance.randrange(len(changed) // PAGE) * PAGE
            changed[at : at + PAGE] = bytes(PAGE)
        case 3:
            one, other = (chance.randrange(len(changed) // PAGE) * PAGE for _ in range(2))
            changed[one : one + PAGE], changed[other : other + PAGE] = (
                changed[other : other + PAGE],
                changed[one : one + PAGE],
            )
        case 4:
            changed += chance.randbytes(chance.choice([1, 5000]))
        case 5:
            at = chance.randrange(200)  # the header, and the schema behind it
            changed[at : at + 4] = chance.randbytes(4)
    return bytes(changed)


def _damage_rows(chance: Random, path: Path) -> str:
    """Change rows or tables of a base by SQL; return the statement. What SQLite refuses changes nothing."""
    with closing(sqlite3.connect(path)) as db, suppress(sqlite3.Error), db:
        db.execute("PRAGMA journal_mode = OFF")
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        table = chance.choice(names)
        columns = [row[1] for row in db.execute(f'PRAGMA table_info("{table}")')]
        sql, values = chance.choice(
            [
                (f'DROP TABLE "{table}"', ()),
                (f'DELETE FROM "{table}"', ()),
                (f'DELETE FROM "{table}" WHERE random() % 3 = 0', ()),
                *[(f'UPDATE OR REPLACE "{table}" SET "{chance.choice(columns)}" = ?', (chance.choice(CELLS),))] * 5,
            ]
        )
        db.execute(sql, values)
        return f"{sql} {values!r:.40}"
    return "refused"


def try_bases(seed: int) -> Tried:
    """Damage the base of the metre, and ask twice: the first answer may be an error, the second may not."""
    preload()
    chance, tried = Random(f"bases {seed}"), Tried()
    with TemporaryDirectory() as folder:
        before = os.environ["EUJDEF_CACHE"]
        os.environ["EUJDEF_CACHE"] = folder
        try:
            open_base(METRE).close()
            path = base_path(METRE)
            sound = path.read_bytes()
            for nth in range(EACH):
                what = f"base {nth} of seed {seed}"
                path.write_bytes(sound)
                if nth % 2:
                    path.write_bytes(_damaged_bytes(chance, sound))
                else:
                    what = f"{what} ({_damage_rows(chance, path)})"
                tried.counts["damaged bases"] += 1
                _ask(tried, chance, what)
        finally:
            os.environ["EUJDEF_CACHE"] = before
    return tried


def _ask(tried: Tried, chance: Random, what: str) -> None:
    asked = [
        ("find", "-f", str(METRE), "--json", "kibble"),
        ("show", "-f", str(METRE), "kibble"),
        ("export", "-f", str(METRE), "--to", "jsonl"),
    ]
    first = chance.choice([*asked, ("doctor", "-f", str(METRE))])
    looked_at(tried, f"{first[0]} of {what}", forked(command(*first)))
    for arguments in asked:  # each meets other tables, and so may be the first to see the damage
        looked_at(tried, f"{arguments[0]} of {what}", forked(command(*arguments)))
    for arguments in asked:
        ended = forked(command(*arguments))
        looked_at(tried, f"{arguments[0]} of {what}", ended)
        if ended.code > 1:
            said = ended.err.strip().splitlines()[-2:]
            tried.faults.append(f"{arguments[0]} of {what}: not healed, ends with {ended.code}: {said}")
