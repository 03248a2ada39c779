"""What an answer costs on the command line: a process of its own, and one query after another.

    python tests/bench/find.py [ROUNDS]

First `eujdef --version` and `eujdef find --json` as whole processes beside `python -c pass`, in rounds that alternate,
the base warm: a query at most 5 times the interpreter, and the median of all kinds of queries at most 4.2 times. Then
`eujdef find -` on the queries of tests/search, and on what nobody would type, line by line as it answers. Exits with 1
over the limit, or where an answer is not what it must be.
"""

from __future__ import annotations

import csv
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.verdict import Verdicts, cache_bytecode, fail
from tests.helpers.places import ROOT

QUERIES = ROOT / "tests" / "search" / "queries.tsv"
# Times a bare interpreter.
VERSION_ALLOWED, ALLOWED, MEDIAN_ALLOWED = 2.0, 5.0, 4.2
BARE, VERSION = "python -c pass", "--version"
TYPED = {
    "a name": ["kallas"],
    "a misspelt name": ["kalas"],
    "misspelt words": ["kalas", "manilla"],
    "a misspelt title": ["securty", "partnershp"],
    "a longer one": ["securty", "and", "defense", "partnershp"],
    "a question": ["when does it enter into force"],
    "a year": ["2027"],
    "a date": ["nov", "1", "2024"],
    "an amount": ["326", "billion", "euros"],
    "other words": ["firms"],
    "a word less": ["japan", "-europe"],
    "a field": ["kind:event", "status:planned"],
    "nothing": ["zzzz"],
}
# a program as it is installed, or as a module where it is not
EUJDEF = [found] if (found := shutil.which("eujdef")) else [sys.executable, "-m", "eujdef_tui"]
MADE_UP = """
kind:person
kind:event from:2024 to:2025
status:planned defence
actor:kallas has:date
is:corroborated
has:outside
source:afp quote:japan
from:2024 summit
!kind:source defence
is:differing
what did zorblax say about quixotry
who is zzzz and what about yyyy then
which kalas agreement with xyzzy in tokyo
when did frobnicate sign the treaty of nowhere
how much will japan spend on blorgs by 2027
why japan europe defence security partnership agreement
security and defence partnership between european union and japan signed in tokyo
zzz yyy xxx www vvv uuu ttt sss rrr qqq ppp ooo nnn mmm lll kkk
a b c d e f g h i j k l m n o p q r s t u v w x y z
1 2 3 4 5 6 7 8 9 10 11 12
2024 2025 2026 2027
"security and defence partnership"
"the" "of" "and"
!japan !europe
日本 防衛
日
岩屋 毅
ε ж ß ø
e
s
the the the the the the
""".strip().split("\n")


def queries() -> list[str]:
    """What people type, as tests/search has it; what nobody would; and lines without sense or end."""
    made = random.Random(1)
    with QUERIES.open(encoding="utf-8", newline="") as lines:
        typed = [row["query"] for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    letters = "abcdefghijklmnopqrstuvwxyz" * 4 + "     '\"!:.-0123456789éß日本%~"
    garbage = ["".join(made.choices(letters, k=made.randint(1, 60))) for _ in range(150)]
    long = [" ".join(made.choices(" ".join(typed).split(), k=size)) for size in (8, 12, 16, 24, 32, 40)]
    endless = ["x" * 10_000, "japan " * 2000, "1" * 5000, '"' * 3000, "日" * 3000, "a-" * 3000]
    unknown = [f"{word} zzyzx {other}" for word, other in zip(typed[::7], typed[3::7], strict=False)]
    words = [" ".join(made.choices(" ".join(typed).split(), k=3)) for _ in range(100)]
    return [*typed, *MADE_UP, *garbage, *long, *endless, *unknown, *words]


def process(command: list[str], *, finds: bool | None = None) -> float:
    """Milliseconds that a process takes as a whole. `finds`: whether it must print hits; None where it prints none."""
    begun = time.perf_counter()
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    took = (time.perf_counter() - begun) * 1000
    if finds is None:
        right = ran.returncode == 0
    else:
        right = ran.returncode == (0 if finds else 1) and (json.loads(ran.stdout)["count"] > 0) is finds
    if not right:
        fail(f"{command} ended with {ran.returncode} and did not answer: {(ran.stderr or ran.stdout)[-200:]}")
    return took


def starts(rounds: int, verdicts: Verdicts) -> None:
    """Print what a process costs beside a bare interpreter."""
    commands = {BARE: [sys.executable, "-c", "pass"], VERSION: [*EUJDEF, "--version"]}
    commands |= {what: [*EUJDEF, "find", "--json", *words] for what, words in TYPED.items()}
    times: dict[str, list[float]] = {what: [] for what in commands}
    for nth in range(rounds + 1):
        for what, command in commands.items():
            took = process(command, finds=None if what in (BARE, VERSION) else what != "nothing")
            if nth:  # the first round warms what is read
                times[what].append(took)
    medians = {what: statistics.median(took) for what, took in times.items()}
    limits = dict.fromkeys(TYPED, ALLOWED) | {VERSION: VERSION_ALLOWED}
    medians["all queries"], limits["all queries"] = statistics.median(medians[what] for what in TYPED), MEDIAN_ALLOWED
    print(f"a process, median of {rounds} alternating rounds, and how many times a bare interpreter")
    for what, median in medians.items():
        ratio = median / medians[BARE]
        verdict = f"at most {limits[what]} {verdicts.of(what, ratio, limits[what])}" if what in limits else ""
        print(f"    {what:<18} {median:7.1f} ms   {ratio:5.2f}   {verdict}")


def lines() -> None:
    """Print what a query costs in a process that answers one after another."""
    took: list[tuple[float, str]] = []
    with subprocess.Popen([*EUJDEF, "find", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        assert running.stdin
        assert running.stdout
        for query in ["kallas", *queries()]:
            line = query.replace("\n", " ").encode() + b"\n"
            begun = time.perf_counter()
            running.stdin.write(line)
            running.stdin.flush()
            answer = running.stdout.readline()
            if b'"hits"' not in answer:
                fail(f"find - did not answer {query[:60]!r}: {answer[:100]!r}")
            took.append(((time.perf_counter() - begun) * 1000, query))
        running.stdin.close()
    took = sorted(took[1:])  # the first is the start
    median, high, worst = statistics.median(ms for ms, _ in took), took[int(len(took) * 0.95)][0], took[-1][0]
    print(f"find -, {len(took)} queries: median {median:.1f} ms, 95 % {high:.1f} ms, worst {worst:.1f} ms")
    for ms, query in reversed(took[-8:]):
        print(f"    {ms:6.1f} ms   {query[:90]}")


def main() -> None:
    """Print both."""
    verdicts = Verdicts()
    with tempfile.TemporaryDirectory() as cache:
        os.environ["EUJDEF_CACHE"] = cache
        cache_bytecode(Path(cache) / "bytecode")
        process([*EUJDEF, "find", "japan"])  # builds the base
        starts(int(sys.argv[1]) if len(sys.argv) > 1 else 21, verdicts)
        lines()
    verdicts.end()


if __name__ == "__main__":
    main()
