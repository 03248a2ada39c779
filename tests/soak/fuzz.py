"""Fact files and articles spoilt by chance, in their bytes and in their structure: every verb answers or says where.

No traceback, no signal, nothing hidden on the output, every problem with line and column, at most 300 MiB and two
seconds of processor time a run.
"""

from __future__ import annotations

import copy
import json
import re
import shutil
import tempfile
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.helpers.attacks import ATTACKS, hidden_in
from tests.helpers.awkward_facts import awkward
from tests.helpers.places import METRE
from tests.soak.corpora import document, write_corpus
from tests.soak.forked import Ended, command, forked, preload
from tests.soak.trials import Tried

__all__ = ["MOST_MIB", "MOST_SECONDS", "looked_at", "try_articles", "try_fact_files"]

MOST_MIB = 300
MOST_SECONDS = 2.0
EACH = 12  # mutants of one trial
LONG = 120_000  # bytes of the longest repetition
PLACED = re.compile(r"^.*?:\d+:\d+: (error|evidence|warning): ")
# Of these the place is the whole file, or the number of the rest.
UNPLACED = re.compile(r"\[(missing-file|unreadable-file|too-large)\]$|^and [\d,]+ more: ")
KEYCAP = "1\ufe0f\u20e3"  # a word of the corpora: here the selector belongs
BYTES = (
    b"\0", b"\xff", b"\xed\xa0\x80", b"\xc3", b"\xef\xbb\xbf", b"\r", b"\t", b"\x85", b"\xe2\x80\xa8",
    b"\n---\n", b"\n...\n", b"%YAML 9.9\n---\n", b"&a ", b"*a", b"<<: *a\n", b"!!python/object:x ", b"!t ", b"{",
    b"}", b"[", b"]", b"? ", b": ", b"- ", b"|\n", b">-\n", b'"', b"'", b"#", b"\\", b'"\\x', b"e\xcc\x81",
    b"\n\n", b" " * 300, b"\n  - ",
)  # fmt: skip
VALUES: tuple[Any, ...] = (
    None, "", " ", "x", [], {}, [[]], [None], {"": ""}, True, 0, -1, 1e400, 10**30, "9" * 400, "2024-13",
    "2024-02-30", "../..", "-9999-01", "2024-11-01/2020", "s", "e0", "e\u0301", "\u202e", "漢" * 500, "a.b", "A", "-",
    "x-", ["s0", "s0"],
    "\n", "a\nb", "/", ".", "a0.txt/x", "~", "null", "2024-11-01T25:00", "Y170000002", "%", "2024?/..~",
    {"source": "s0"}, "ja-Latn-x", "JP",
)  # fmt: skip


def looked_at(tried: Tried, what: str, ended: Ended, most_seconds: float = MOST_SECONDS) -> None:
    """Count a run, and add a fault for each thing that no run may do."""
    tried.counts[what.split(" ")[0]] += 1
    tried.measure("most MiB", ended.mib)
    tried.measure("most seconds", ended.seconds)
    wrong = []
    if ended.code not in (0, 1, 2, 3, 4):
        wrong.append(f"ended with {ended.code}")
    if "Traceback" in ended.err:
        wrong.append(f"traceback: {' | '.join(ended.err.splitlines()[-3:])[:400]}")
    if found := [one for text in (ended.out, ended.err) for one in hidden_in(text[:200_000].replace(KEYCAP, ""))]:
        wrong.append(f"printed {found[:2]}")
    if ended.mib > MOST_MIB:
        wrong.append(f"{ended.mib:.0f} MiB")
    if ended.seconds > most_seconds:
        wrong.append(f"{ended.seconds:.1f} s of processor time")
    tried.faults += [f"{what}: {one}" for one in wrong]


# --- spoiling ---


def _spoilt_bytes(chance: Random, data: bytes) -> bytes:
    """Bytes with up to eight changes."""
    for _ in range(chance.choice([1, 1, 2, 3, 8])):
        at, to = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        to = min(to, at + chance.choice([1, 4, 40, 4000]))
        match chance.randrange(7):
            case 0:
                data = data[:at] + chance.randbytes(chance.randint(1, 4)) + data[at:]
            case 1 | 2:
                data = data[:at] + chance.choice(BYTES) + data[at:]
            case 3:
                data = data[:at] + data[to:]
            case 4:
                data = data[:at] + data[at:to] * 2 + data[to:]
            case 5:
                data = data[:at] if chance.random() < 0.3 else data[to:] + data[:at]
            case 6:
                part = data[at:to][:60] or b"."
                data = data[:at] + part * min(chance.choice([30, 1000]), LONG // len(part)) + data[at:]
    return data


def _places(value: Any) -> list[tuple[Any, Any]]:
    """(container, key) of every value inside one."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, inner in items for place in ((value, key), *_places(inner))]


def _spoilt_document(chance: Random, made: dict[str, Any]) -> dict[str, Any]:
    """A document with up to eight values replaced, taken away, doubled or put elsewhere."""
    made = copy.deepcopy(made)
    for _ in range(chance.choice([1, 1, 2, 3, 8])):
        container, key = chance.choice(_places(made) or [(made, "title")])
        match chance.randrange(6):
            case 0 | 1:
                container[key] = chance.choice([*VALUES, *ATTACKS.values()])
            case 2:
                del container[key]
            case 3:
                other, name = chance.choice(_places(made) or [(made, "title")])
                container[key] = copy.deepcopy(other[name])
            case 4 if isinstance(container, list):
                container += copy.deepcopy(container) * chance.choice([1, 3])
            case _ if isinstance(container, dict):
                container[chance.choice([str(chance.choice(VALUES)), "id", "date", "x-note"])] = container.pop(key)
    return made


def _written(chance: Random, folder: Path) -> Path:
    """A sound fact file with its articles, of one of several kinds."""
    match chance.randrange(4):
        case 0:
            shutil.copytree(METRE.parent / "articles", folder / "articles", dirs_exist_ok=True)
            return Path(shutil.copy(METRE, folder / "facts.yaml"))
        case 1:
            return awkward(folder)
        case kind:
            return write_corpus(folder, *document(chance, hostile=kind == 2, size=6))


# --- trials ---


def _asked(tried: Tried, path: Path, what: str) -> None:
    """Ask a spoilt file everything. Where `check` accepts it, all other verbs do."""
    checked = forked(command("check", str(path)))
    looked_at(tried, f"check of {what}", checked)
    if checked.code == 3:
        problems = [line for line in checked.out.splitlines() if not line.startswith("    ")]
        bad = [line for line in problems if not PLACED.match(line) and not UNPLACED.search(line)]
        if bad or not problems:
            tried.faults.append(f"check of {what}: a problem without a place: {bad[:1]}")
    for arguments in (("find", "-f", str(path), "--", "Japan"), ("export", "-f", str(path), "--to", "jsonl")):
        ended = forked(command(*arguments))
        looked_at(tried, f"{arguments[0]} of {what}", ended)
        if (ended.code == 3) != (checked.code == 3):
            said = ended.err.strip().splitlines()[-2:]
            tried.faults.append(f"{what}: check ends with {checked.code}, {arguments[0]} with {ended.code}: {said}")


def try_fact_files(seed: int) -> Tried:
    """Spoil fact files: half of them in their bytes, half as documents."""
    preload()
    chance, tried = Random(f"files {seed}"), Tried()
    with tempfile.TemporaryDirectory() as name:
        path = _written(chance, Path(name))
        data = path.read_bytes()
        made = yaml.load(data, yaml.CBaseLoader)
        for nth in range(EACH):
            if nth % 2:
                path.write_bytes(_spoilt_bytes(chance, data))
            else:
                text = json.dumps(_spoilt_document(chance, made), ensure_ascii=chance.random() < 0.3, indent=1)
                path.write_bytes(text.encode("utf-8", "surrogatepass"))
            tried.counts["fact files"] += 1
            _asked(tried, path, f"fact file {nth} of seed {seed}")
    return tried


def try_articles(seed: int) -> Tried:
    """Spoil articles that a sound fact file quotes."""
    preload()
    chance, tried = Random(f"articles {seed}"), Tried()
    with tempfile.TemporaryDirectory() as name:
        path = _written(chance, Path(name))
        articles = sorted(Path(name).rglob("*.txt"))
        for nth in range(EACH):
            article = chance.choice(articles)
            sound = article.read_bytes()
            article.write_bytes(_spoilt_bytes(chance, sound))
            tried.counts["articles"] += 1
            _asked(tried, path, f"article {nth} of seed {seed}")
            article.write_bytes(sound)
    return tried
