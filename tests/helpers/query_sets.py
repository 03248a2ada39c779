"""The query sets: what people type into a fact file, by style, and the records that answer it.

| set | fact file | table |
| --- | --- | --- |
| shipped | data/facts.yaml | tests/search/queries.tsv |
| meeting, glance | data/facts.yaml | tests/search/queries/meeting.tsv and glance.tsv |
| climate | tests/search/climate.yaml | tests/search/climate.tsv |
| water, bells | tests/corpora/water.yaml and bells.yaml | tests/search/queries/water.tsv and bells.tsv |
| rails, herring | tests/corpora/rails.yaml and herring.yaml | tests/search/queries/rails.tsv and herring.tsv |
| fresh-NAME | the file of NAME | tests/search/queries/fresh-NAME.tsv: other words, questions, figures |
| weak-NAME | the file of NAME | tests/search/queries/weak-NAME.tsv: the same, and topics, half-typed names |

Queries of the half "tune" may be looked at while search is changed. Those of "kept" are measured at the end, and never
tuned on. A table without halves belongs to "tune".
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.helpers.places import CORPUS, QUERIES, ROOT

__all__ = ["HALVES", "NOTHING", "QuerySet", "Typed", "fact_files", "query_sets"]

HALVES = ("tune", "kept")
NOTHING = "none"  # the style of queries that no record answers
CORPORA = ROOT / "tests" / "corpora"
INVENTED = ("water", "bells", "rails", "herring")
_FAMILIES = {
    "name": "exact given initials name order source surname two-of-four",
    "typo": "diacritics long-vowel misspelt phonetic question-typo spelling transposition typo typo1 typo2",
    "acronym": "acronym acronym-derived",
    "half-typed": "half-typed partial prefix two-prefixes",
    "date": "date year",
    "figure": "figure",
    "question": "question left-out role who-said",
    "topic": "place quote tension topic",
    "other script": "script",
    "other words": "words",
}
_HALF = {"dev": "tune", "test": "kept"}  # as tests/search/queries.tsv calls them


class Typed(NamedTuple):
    """A query, the ids of the records that answer it (none where nothing does), its style and its half."""

    query: str
    right: frozenset[str]
    style: str
    half: str = "tune"

    @property
    def family(self) -> str:
        """The style under a name that all sets share."""
        return next((family for family, styles in _FAMILIES.items() if self.style in styles.split()), self.style)


class QuerySet(NamedTuple):
    """The queries of one table, which are asked of one fact file."""

    name: str
    fact_file: Path
    queries: tuple[Typed, ...]

    def half(self, half: str) -> QuerySet:
        """The queries of a half; "all" keeps both."""
        return self._replace(queries=tuple(one for one in self.queries if half in ("all", one.half)))


def query_sets() -> list[QuerySet]:
    """Every query set, with both halves."""
    climate = tuple(Typed(row["query"], _ids(row["first"]), "question") for row in _named("climate.tsv"))
    files = {"shipped": CORPUS, **{name: CORPORA / f"{name}.yaml" for name in INVENTED}}
    return [
        QuerySet("shipped", CORPUS, tuple(_shipped())),
        QuerySet("meeting", CORPUS, tuple(_plain("meeting"))),
        QuerySet("glance", CORPUS, tuple(_plain("glance"))),
        QuerySet("climate", QUERIES / "climate.yaml", climate),
        *(QuerySet(name, CORPORA / f"{name}.yaml", tuple(_plain(name))) for name in INVENTED),
        *(
            QuerySet(f"{kind}-{name}", file, tuple(_plain(f"{kind}-{name}")))
            for kind in ("fresh", "weak")
            for name, file in files.items()
        ),
    ]


def fact_files() -> dict[str, Path]:
    """The fact files that the sets are asked of, each once, by the first set's name."""
    files = {one.fact_file: one.name for one in reversed(query_sets())}
    return {name: path for path, name in reversed(files.items())}


def _ids(text: str) -> frozenset[str]:
    return frozenset(filter(None, text.split("|")))


def _named(table: str) -> Iterator[dict[str, str]]:
    """The rows of a table whose first line names its columns."""
    with (QUERIES / table).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _shipped() -> Iterator[Typed]:
    for row in _named("queries.tsv"):
        yield Typed(row["query"], _ids(row["first"]), row["type"], _HALF[row["half"]])


def _plain(name: str) -> Iterator[Typed]:
    """The rows of a table of tests/search/queries: query, right ids, style and, in some, half."""
    for line in (QUERIES / "queries" / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            query, right, *rest = line.split("\t")
            yield Typed(query, _ids(right), *rest)
