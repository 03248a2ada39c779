"""How long `eujdef verify` takes over notes of 10,000 words: `python -m tests.bench.verify --speed [SENTENCES.tsv …]`.

The notes are made of the sentences of the sets, with names, numbers and words exchanged so that none stands there
twice. In the second notes half of the sentences greet, thank, ask or wish, as in real ones. Beside each time stands how
many bare Pythons (`python -c pass`) it is. Exits with 1 over the limit, or where the sentences were not checked.
"""

from __future__ import annotations

import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.verify.helpers import VARIABLE
from eujdef_tui.verify.verdict import VERDICTS
from tests.bench.verdict import Verdicts, cache_bytecode, fail

__all__ = ["Notes", "notes", "print_speed"]

WORDS, SEED, ROUNDS = 10_000, 15, 9
LIMIT = 20  # bare Pythons
BARE_NAME = "bare Python"
BARE = [sys.executable, "-c", "pass"]
VERIFY = [sys.executable, "-m", "eujdef_tui", "verify"]
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_SHORT = 5  # letters of a word that is left as it is
_EXCHANGED = 0.2  # of names and words
TALK = (
    "Thank you, {name}.", "Thank you all for coming, and for your {word}.", "What does {name} mean by {word}?",
    "I hope that {word} and {word} will be with us.", "Good morning, {name}.", "Is there any {word} left?",
    "Who of us has not heard of {word}?", "Let me begin with {word}.", "Ladies and gentlemen, {word}!",
    "I believe in {word}.", "Any questions on {word}?", "Now to {word}.",
)  # fmt: skip


class Notes(NamedTuple):
    """A draft, how many sentences it has, and the least share of them that say something to check."""

    name: str
    text: str
    sentences: int
    least: float


class _Pools:
    """What is put in the place of names and words, chosen by a seed."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.random = random.Random(SEED)
        self.names: list[str] = sorted(
            {word for one in sentences for word in _TOKEN.findall(one)[1:] if word[0].isupper()}
        )
        self.words: dict[str, list[str]] = defaultdict(list)  # by their last two letters, which often say what they are
        for word in sorted({word for one in sentences for word in _TOKEN.findall(one) if word.islower()}):
            if len(word) > _SHORT:
                self.words[word[-2:]].append(word)
        self.all_words = sorted(word for some in self.words.values() for word in some)

    def exchanged(self, sentence: str) -> str:
        """A sentence with other numbers, and with some other names and words."""
        begin = next((found.start() for found in _TOKEN.finditer(sentence)), 0)
        return _TOKEN.sub(lambda found: found[0] if found.start() == begin else self._other(found[0]), sentence)

    def _other(self, token: str) -> str:
        if token.isdigit():
            year = len(token) == 4 and token[:2] in ("19", "20")
            return str(self.random.randint(2019, 2038) if year else self.random.randint(2, 10 ** len(token)))
        if self.random.random() > _EXCHANGED:
            return token
        if token[0].isupper():
            return self.random.choice(self.names)
        return self.random.choice(self.words[token[-2:]]) if len(token) > _SHORT else token

    def talk(self) -> str:
        """A sentence with nothing to check."""
        one = self.random.choice(TALK)
        while "{" in one:
            one = one.replace("{name}", self.random.choice(self.names), 1)
            one = one.replace("{word}", self.random.choice(self.all_words), 1)
        return one


def notes(passages: Sequence[Sequence[str]], talk: float = 0.0) -> tuple[str, int]:
    """A text of 10,000 words in which no sentence stands twice, and how many sentences it has."""
    pools, said, count = _Pools([one for passage in passages for one in passage]), dict[str, None](), 0
    paragraphs = list[str]()
    while count < WORDS:
        paragraph = list[str]()
        for one in pools.random.choice(passages):
            drawn = pools.talk() if pools.random.random() < talk else pools.exchanged(one)
            if drawn not in said and count < WORDS:
                said[drawn] = None
                paragraph.append(drawn)
                count += len(drawn.split())
        paragraphs.append("\n".join(paragraph))
    return "\n\n".join(paragraphs) + "\n", len(said)


class _Run(NamedTuple):
    wall: float
    processor: float
    printed: str


def _run(command: Sequence[str], environment: Mapping[str, str]) -> _Run:
    """Run a program; the processor time is that of all its processes."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = time.perf_counter()
        program = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment)
        _, _, used = os.wait4(program.pid, 0)
        took = time.perf_counter() - begun
        program.returncode = 0  # it has ended: `Popen` is not to wait for it
        err.seek(0)
        return _Run(took, used.ru_utime + used.ru_stime, err.read().decode())


def checked(printed: str) -> tuple[int, int]:
    """How many sentences were checked and how many have nothing to check, by what `verify` prints of its verdicts."""
    counts = {word: int(number) for number, word in re.findall(rf"(\d+) ({'|'.join(VERDICTS)})", printed)}
    talk = counts.pop("nothing to check", 0)
    return sum(counts.values()), talk


def _of(draft: Notes, file: Path, processes: str, environment: Mapping[str, str]) -> _Run:
    found = _run([*VERIFY, str(file)], {**environment, VARIABLE: processes})
    many, talk = checked(found.printed)
    if many < draft.least * draft.sentences or many + talk < draft.sentences:
        fail(f"of {draft.sentences} sentences of {draft.name} {many} were checked: {found.printed[-300:]!r}")
    return found


def _medians(drafts: Sequence[Notes], folder: Path, rounds: int) -> dict[str, tuple[float, float]]:
    """Program → its seconds by the clock and of the processor, where one of each runs in turn."""
    environment = dict(os.environ, EUJDEF_CACHE=str(folder), EUJDEF_STATE=str(folder), EUJDEF_CONFIG=os.devnull)
    runs: dict[str, list[_Run]] = defaultdict(list)
    for number in range(-1, rounds):  # the first warms: the base is built, facts are prepared, files are in memory
        found = {BARE_NAME: _run(BARE, environment)}
        for nth, draft in enumerate(drafts):
            file = folder / f"notes-{nth}.txt"
            if number < 0:
                file.write_text(draft.text, encoding="utf-8")
            for name, processes in (("one process", "serial"), ("as many as cores", "")):
                found[f"{draft.name}, {name}"] = _of(draft, file, processes, environment)
        if number >= 0:
            for name, run in found.items():
                runs[name].append(run)
    return {
        name: (statistics.median(run.wall for run in some), statistics.median(run.processor for run in some))
        for name, some in runs.items()
    }


def print_speed(passages: Sequence[Sequence[str]], rounds: int = ROUNDS) -> None:
    """Print the medians, in milliseconds and in bare Pythons."""
    drafts = [
        Notes("all told", *notes(passages), 0.8),
        Notes("half talk", *notes(passages, 0.5), 0.35),
    ]
    for draft in drafts:
        print(f"{draft.name}: {len(draft.text.split()):,} words in {draft.sentences} sentences, none twice")
    verdicts = Verdicts()
    with tempfile.TemporaryDirectory() as folder:
        cache_bytecode(Path(folder) / "bytecode")
        print(f"{f'median of {rounds}':28}{'clock':>9}{'bare':>7}{'processor':>12}{'bare':>7}")
        medians = _medians(drafts, Path(folder), rounds)
        bare = medians[BARE_NAME]
        for name, (clock, processor) in medians.items():
            line = f"{name:28}{clock * 1000:6.0f} ms{clock / bare[0]:7.1f}{processor * 1000:9.0f} ms"
            limit = f"   limit {LIMIT}: {verdicts.of(name, clock / bare[0], LIMIT)}" if "cores" in name else ""
            print(f"{line}{processor / bare[1]:7.1f}{limit}")
    verdicts.end()
