"""The two states that are compared: fact files or folders on the disk, or as a git revision has them.

Of folders of many files those are not read as YAML that both sides have byte for byte, with the same articles: of
1,000 files of which one was edited two are composed, not 2,000.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from eujdef_tui.errors import FactFileError, Place, Problem
from eujdef_tui.factfile.article_tree import is_of_system
from eujdef_tui.factfile.files import MAX_BYTES, Reader, fact_files, is_fact_file, read_bytes
from eujdef_tui.factfile.loader import Reading, whole_file
from eujdef_tui.model.records import FactFile
from eujdef_tui.system.git_tree import GitTree
from eujdef_tui.text import edtf

__all__ = ["State", "is_path", "read_states", "state_of_path", "state_of_revision"]

Days = tuple[int, int]  # the first day of a span (yyyymmdd), and the first after it


class State(NamedTuple):
    """A state of a fact file that can be read: what it is called, its files, and what reads them and their articles."""

    path: Path
    files: list[Path] | Problem
    reader: Reader = read_bytes


def is_path(word: str) -> bool:
    """Whether an operand names a file or folder, also one that is not there; else it is a revision."""
    try:
        return bool(word) and (word.endswith((".yaml", ".yml")) or Path(word).exists())
    except (OSError, ValueError):  # longer than a name can be
        return False


def state_of_path(path: Path) -> State:
    """The state of a fact file or folder as it lies on the disk."""
    return State(path, fact_files(path))


def state_of_revision(tree: GitTree, fact_file: Path) -> State:
    """The state of a fact file or folder in a git revision. Its files are called COMMIT:/PATH.

    An article that the revision does not have, or that lies outside the work tree, is taken as it lies on the disk.
    """
    label = f"{tree.commit[:10]}:"
    inside = os.path.relpath(os.path.realpath(fact_file), os.path.realpath(tree.root))
    inside = "" if inside == "." else inside
    path = Path(label, inside)  # a folder, so that articles beside a fact file at the top have the label too

    def read(path: Path, place: Place, missing: str = "missing-file") -> bytes | Problem:
        text = str(path)
        if not text.startswith(label):
            return read_bytes(path, place, missing)
        name = os.path.normpath(text[len(label) :].lstrip("/"))
        if "\n" in name:
            message = f"The name of {path} has a line break, and git is asked for a name in one line."
            return Problem(place, missing, message, "Give the file another name, or compare two files.")
        kept = None if name.startswith("../") else tree.read(name, MAX_BYTES)
        if kept and kept.data is None:
            message = f"{path} is larger than {MAX_BYTES // 2**20} MiB."
            return Problem(place, "too-large", message, "Divide it into several files.")
        if kept and kept.data is not None and kept.type == "blob":
            return kept.data
        present = Path(tree.root, name)
        if missing == "missing-source-file" and not is_of_system(present):
            return read_bytes(present, place, missing)
        if not name.startswith("../") and tree.is_damaged(name):
            message = f"{path} is in the revision, and git cannot read it: what git keeps of it is gone or damaged."
            return Problem(place, "unreadable-file", message, "git fsck tells what is damaged; fetch it again.")
        return Problem(place, missing, f"There is no {path}.", "Name a revision that has it.")

    kept = tree.read(inside, MAX_BYTES)
    if kept is None or kept.type != "tree":
        return State(path, [path], read)
    files = [path / name for name in sorted(filter(is_fact_file, kept.names))]
    problem = Problem(Place(str(path)), "missing-file", "The folder holds no fact file.", "Name another revision.")
    return State(path, files or problem, read)


def read_states(old: State, new: State, days: Days | None = None) -> tuple[FactFile, FactFile]:
    """Read both, without records that are the same in both where these can be left out.

    With `days` all are there that may be plans of a day in that span. Raises FactFileError with all problems of one.
    """
    return _read_in_part(old, new, days) or (_whole(old), _whole(new))


def _whole(state: State, read: Mapping[Path, bytes] = {}) -> FactFile:
    reading = Reading(None, any_digest=True, reader=state.reader, instead=read)
    if isinstance(state.files, Problem):
        raise FactFileError(f"{state.path} cannot be read.", "Name a fact file or a folder of them.", [state.files])
    reading.read(state.files)
    return whole_file(state.path, state.files, reading)


# --- files that both have ---


class _Twin(NamedTuple):
    """A file that both sides have: its bytes, and where it stands on each."""

    data: bytes
    old: Path
    new: Path


def _read_in_part(old: State, new: State, days: Days | None) -> tuple[FactFile, FactFile] | None:
    """Both without the files that need not be read; None where all must be."""
    before, now = _bytes(old), _bytes(new)
    if before is None or now is None:
        return None
    twins = [twin for twin in _twins(before, now) if _is_idle(twin, old, new, days)]
    if not twins:
        return None
    while True:
        left = _without(before, [twin.old for twin in twins]), _without(now, [twin.new for twin in twins])
        if any(b"mentions" in data for part in left for data in part.values()):  # of records of other files
            return None
        files = _part(old, left[0]), _part(new, left[1])
        if files[0] is None or files[1] is None:
            return None
        edited = [source for source, text in files[1].texts.items() if files[0].texts.get(source, text) != text]
        if len(files[0].texts.keys() - files[1].texts.keys()) and len(files[1].texts.keys() - files[0].texts.keys()):
            edited += files[1].texts.keys() - files[0].texts.keys()  # may be renamed, and edited too
        quoting = [twin for twin in twins if any(source.encode() in twin.data for source in edited)]
        if not quoting:
            return files[0], files[1]
        twins = [twin for twin in twins if twin not in quoting]


def _without(files: Mapping[Path, bytes], idle: Iterable[Path]) -> dict[Path, bytes]:
    gone = set(idle)
    return {path: data for path, data in files.items() if path not in gone}


def _bytes(state: State) -> dict[Path, bytes] | None:
    """The bytes of the files of a folder; None where there is no more than one, or one cannot be read."""
    if isinstance(state.files, Problem):
        return None
    read = {file: state.reader(file, Place(str(file)), "missing-file") for file in state.files}
    found = {file: data for file, data in read.items() if not isinstance(data, Problem)}
    return found if len(found) == len(read) else None


def _twins(before: Mapping[Path, bytes], now: Mapping[Path, bytes]) -> Iterator[_Twin]:
    places: dict[bytes, list[Path]] = defaultdict(list)
    for path, data in before.items():
        places[data].append(path)
    for path, data in now.items():
        if places[data]:
            yield _Twin(data, places[data].pop(0), path)


def _is_idle(twin: _Twin, old: State, new: State, days: Days | None) -> bool:
    """Whether a file need not be read: its articles are the same too, and it has no plan of these days."""
    if days and b"planned" in twin.data:
        dates = _values(twin.data, "date")
        if dates is None or any(_ends_in(date, days) for date in dates):
            return False
    names = _values(twin.data, "file")
    if names is None:
        return False
    place = Place("")
    for name in names:
        one, other = twin.old.parent / name, twin.new.parent / name
        if one == other and old.reader is new.reader and one.is_file():
            continue
        data = old.reader(one, place, "missing-source-file")
        if isinstance(data, Problem) or data != new.reader(other, place, "missing-source-file"):
            return False
    return True


def _ends_in(date: str, days: Days) -> bool:
    try:
        return days[0] <= edtf.bounds(date)[1] < days[1]
    except edtf.DateError:
        return True


def _values(data: bytes, key: str) -> Sequence[str] | None:
    """The values of a key wherever it stands in a YAML text; None where one is written in a way not known here."""
    text = data.decode("utf-8", "replace")
    found: dict[str, None] = {}
    for match in re.finditer(rf"""(?<![\w-])["']?{key}["']?\s*:""", text):
        line = text.rfind("\n", 0, match.start()) + 1
        end = r"[ \t]*(?=[,}\r\n]|$)" if "{" in text[line : match.start()] else r"[ \t\r]*(?= #|\n|$)"
        value = re.compile(rf"""[ ]+(?:'([^'\n]*)'|"([^"\\\n]*)"|([\w./~?%-][\w./~?% -]*?)){end}""")
        if not (said := value.match(text, match.end())):
            return None
        found[said[1] or said[2] or said[3] or ""] = None
    return list(found)


def _part(state: State, files: Mapping[Path, bytes]) -> FactFile | None:
    """The records of some of the files of a state; None where anything is wrong with them."""
    reading = Reading(None, any_digest=True, reader=state.reader, instead=files)
    whole = reading.read_files(list(files))
    reading.read_articles()
    if not whole or reading.records.problems or reading.mentions:
        return None
    return whole_file(state.path, list(files), reading)
