"""All that is drafted of whole articles, so that a change of a rule shows everything that it changes.

    python -m tests.draft.test_readings

writes `tests/draft/readings.py` anew: read the difference before it is committed. Not all that is listed is right; what
must be right is in the other tests of this folder, and how much is right in `tests/bench/draft.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from eujdef_tui.draft.draft_record import Draft
from eujdef_tui.draft.drafting import draft
from eujdef_tui.draft.known import Known
from eujdef_tui.factfile.loader import load
from eujdef_tui.model.records import FactFile
from tests.draft.readings import READINGS
from tests.helpers.places import ROOT

# nupunkt 0.7 ends some sentences elsewhere than 0.8, and the lowest versions run the quick half
pytestmark = pytest.mark.slow

CORPORA = ROOT / "tests" / "corpora"
FILES = ("rails", "bells", "water", "herring", "metre", "facts")
WIDTH = 104


def path_of(name: str) -> Path:
    """The fact file of a corpus; "facts" is the shipped one."""
    return ROOT / "data" / "facts.yaml" if name == "facts" else CORPORA / f"{name}.yaml"


def lines_of(file: FactFile, source: str) -> list[str]:
    """A line a draft of one article, with no actors known."""
    issued = next(one.issued for one in file.sources if one.id == source)
    return [line_of(one) for one in draft(file.texts[source], issued, Known()).drafts]


def line_of(one: Draft) -> str:
    """What a draft says, in a line that is cut where it is long."""
    more = " ".join(
        filter(None, (one.date, one.status, f"{one.value} {one.unit}".strip(), one.speaker and f"by {one.speaker}"))
    )
    marks = "!" * bool(one.flags) + "×" * bool(one.refused)
    start = f"{one.evidence[0].sentence + 1} {one.record} {one.kind}{marks} "
    rest = f" | {more}" if more else ""
    label = " ".join(one.label.split())
    room = max(20, WIDTH - len(start) - len(rest))
    return (start + (label if len(label) <= room else f"{label[: room - 1]}…") + rest)[:WIDTH].replace("\\", "/")


def readings() -> Iterator[tuple[str, list[str]]]:
    """Each article's lines, by corpus and source."""
    for name in FILES:
        file = load(path_of(name))
        for source in file.sources[:5]:
            yield f"{name} {source.id}", lines_of(file, source.id)


@pytest.mark.counts_lines
@pytest.mark.parametrize("name", FILES)
def test_an_article_is_drafted_as_it_was(name: str) -> None:
    file = load(path_of(name))
    for source in file.sources[:5]:
        assert lines_of(file, source.id) == READINGS[f"{name} {source.id}"], source.id


def write(path: Path) -> None:
    """Write the readings as they are now."""
    made = ['"""The drafts of whole articles, a line each. Made by `python -m tests.draft.test_readings`."""', ""]
    made += ["from __future__ import annotations", "", "READINGS: dict[str, list[str]] = {"]
    for name, lines in readings():
        made += [f'    "{name}": [', *(f"        {line!r}," for line in lines), "    ],"]
    path.write_text("\n".join((*made, "}", "")), encoding="utf-8")


if __name__ == "__main__":
    write(Path(__file__).with_name("readings.py"))
