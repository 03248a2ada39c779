"""What a build and an edit cost, beside the version before, in one run: processor time, wall time, peak memory.

    python tests/bench/build.py BEFORE [FILES] [ROUNDS]      BEFORE: a checkout of the version to compare with

A folder of FILES fact files (100) with 100 facts each is made, seeded, and built in processes of their own that take
turns: by the version before, and by this one in one process and over the cores. Then it is edited in the ways of EDITS.
Ratios are to the whole build of the version before; edits also to that of this version.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.bench.verdict import fail
from tests.helpers.places import QUERIES, ROOT

NAMES = QUERIES / "names.txt"
WORDS = "port council minister talks export harbour treaty vessel dispute court ruling budget agency strike".split()
OPEN = """
import gc, resource, sys, time
from pathlib import Path
from eujdef_tui.store import open_base
gc.set_threshold(50_000)
begun, wall = time.process_time(), time.perf_counter()
open_base(Path(sys.argv[1])).close()
own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
cpu = time.process_time() - begun + others.ru_utime + others.ru_stime
print(cpu, time.perf_counter() - wall, own.ru_maxrss / 1024)
"""
Measured = tuple[float, float, float]


def folder(into: Path, files: int) -> None:
    """Write a folder of fact files: a third actors, a third events, a third statements."""
    made = random.Random(7)
    names = [name for name in NAMES.read_text(encoding="utf-8").splitlines() if name.strip()]
    into.mkdir()
    for file in range(files):
        article: list[str] = []
        facts: dict[str, list[str]] = {"actors": [], "events": [], "statements": []}
        for nth in range(file * 100, file * 100 + 100):
            name = f"{made.choice(names)} {made.choice(WORDS)}{nth}"
            said = f"{name} said on {made.randint(1, 28)} May 2024 that the {' '.join(made.choices(WORDS, k=4))} {nth}."
            article.append(said)
            proof = f"evidence: [{{source: s{file}, quote: {json.dumps(said, ensure_ascii=False)}}}]"
            actor = nth - nth % 3 if nth - nth % 3 >= file * 100 else nth - nth % 3 + 3
            if nth % 3 == 0:
                facts["actors"].append(
                    f"{{id: a{nth}, kind: person, name: {json.dumps(name, ensure_ascii=False)}, {proof}}}"
                )
            elif nth % 3 == 1:
                dated = f"date: 2024-05, date_text: May 2024, status: happened, actors: [a{actor}]"
                facts["events"].append(f"{{id: e{nth}, kind: talks, title: Talks {said[-30:-1]}, {dated}, {proof}}}")
            else:
                text = json.dumps(said[:-1], ensure_ascii=False)
                facts["statements"].append(f"{{id: t{nth}, kind: position, speaker: a{actor}, text: {text}, {proof}}}")
        lines = ['schema_version: "1"', "title: Big", "sources:"]
        lines.append(f"  - {{id: s{file}, type: article-newspaper, title: Story {file}, file: {file}.txt}}")
        for section, entries in facts.items():
            lines += [f"{section}:", *(f"  - {entry}" for entry in entries)]
        (into / f"{file}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (into / f"{file}.txt").write_text("\n".join(article) + "\n", encoding="utf-8")


def opened(checkout: Path, facts: Path, cache: Path, executor: str = "serial") -> Measured:
    """Seconds of processor, seconds, and MB at the peak, of a process that opens the base of a folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env = kept | {"PYTHONPATH": str(checkout), "EUJDEF_CACHE": str(cache), "EUJDEF_EXECUTOR": executor}
    told = subprocess.run(
        [sys.executable, "-c", OPEN, str(facts)], env=env, cwd=checkout, check=False, capture_output=True, text=True
    )
    if told.returncode:
        fail(told.stderr)
    cpu, wall, peak = map(float, told.stdout.split())
    return cpu, wall, peak


def edited(facts: Path, old: str, new: str) -> None:
    """Change the first place in the first file where `old` stands."""
    path = facts / "0.yaml"
    text = path.read_text(encoding="utf-8")
    if old not in text:
        fail(f"{path.name} has no {old!r} to edit")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _line(facts: Path, begun: str) -> str:
    """The first record of the first file that begins so."""
    lines = (facts / "0.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    return next(line for line in lines if line.startswith(begun))


def _add(facts: Path, nth: int) -> None:
    event = _line(facts, "  - {id: e4,")
    edited(facts, event, event + event.replace("{id: e4,", f"{{id: e4-{nth},"))


def _move(facts: Path, nth: int) -> None:
    said = _line(facts, f"  - {{id: t{5 + 3 * nth},")
    edited(facts, said, "")
    there = facts / "1.yaml"
    there.write_text(there.read_text(encoding="utf-8") + said, encoding="utf-8")


EDITS: dict[str, Callable[[Path, int], None]] = {
    "one quote edited": lambda facts, nth: edited(facts, '."}]', '"}]'),
    "one statement reworded": lambda facts, nth: edited(facts, ', text: "', f', text: "R{nth} '),
    "one event added": _add,
    "one event taken out": lambda facts, nth: edited(facts, _line(facts, f"  - {{id: e{40 + 3 * nth},"), ""),
    "one id renamed": lambda facts, nth: edited(facts, f"{{id: t{50 + 3 * nth},", f"{{id: renamed-{nth},"),
    "moved to another file": _move,
    "one actor renamed": lambda facts, nth: edited(facts, 'kind: person, name: "', f'kind: person, name: "Q{nth} '),
    "nothing changed": lambda facts, nth: None,
}


def measured(before: Path, facts: Path, made: Path, rounds: int) -> dict[str, list[Measured]]:
    """Build, edit and build again, the versions by turns."""
    found: dict[str, list[Measured]] = {}
    for nth in range(rounds):
        for what, checkout, executor in (
            ("before: whole", before, "serial"),
            ("whole, one process", ROOT, "serial"),
            ("whole, processes", ROOT, "processes"),
        ):
            shutil.rmtree(made / "cache", ignore_errors=True)
            found.setdefault(what, []).append(opened(checkout, facts, made / "cache", executor))
        for what, edit in EDITS.items():
            edit(facts, nth)
            found.setdefault(what, []).append(opened(ROOT, facts, made / "cache"))
    return found


def main() -> None:
    """Print the table."""
    before = Path(sys.argv[1]).resolve()
    files, rounds = (int(sys.argv[nth]) if len(sys.argv) > nth else usual for nth, usual in ((2, 100), (3, 3)))
    with tempfile.TemporaryDirectory() as made:
        folder(Path(made) / "facts", files)
        found = measured(before, Path(made) / "facts", Path(made), rounds)
    whole = statistics.median(cpu for cpu, _, _ in found["before: whole"])
    whole_wall = statistics.median(wall for _, wall, _ in found["before: whole"])
    print(f"{files * 101:,} records in {files} files, median of {rounds} rounds")
    print(f"    {'':<24} {'processor':>10} {'ratio':>6} {'wall':>8} {'ratio':>6} {'MB':>6}")
    for what, all_of in found.items():
        cpu, wall, peak = (statistics.median(column) for column in zip(*all_of, strict=True))
        print(f"    {what:<24} {cpu:8.2f} s {cpu / whole:6.3f} {wall:6.2f} s {wall / whole_wall:6.3f} {peak:6.0f}")


if __name__ == "__main__":
    main()
