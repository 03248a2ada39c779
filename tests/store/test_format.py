"""The format number of a base is raised when what is written into a base changes."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from eujdef_tui.store import open_base
from eujdef_tui.store.fragment import unpack
from eujdef_tui.store.sql_schema import FORMAT
from eujdef_tui.text.sounds import consonants, respelt
from eujdef_tui.text.tokens import words
from eujdef_tui.text.word_forms import stemmed, suffixes
from tests.helpers.places import METRE, QUERIES

# FORMAT, and the digest of the base of tests/corpora/metre.yaml that this format number stands for.
KNOWN = ("eujdef 34", "99961db64a232eb7")

ADVICE = """
What is written into a base is not what KNOWN says.
- If the compiler, the index or the schema changed, or the rules of words: raise FORMAT in
  eujdef_tui/store/sql_schema.py, so that the bases of users are built again, and set
  KNOWN to it and this digest: {now}.
- If only tests/corpora/metre.yaml or its articles changed: leave FORMAT, and set KNOWN to {now}.
"""

# keys of `meta`: where the fact file stands, times of its files, and versions of libraries beside FORMAT
VOLATILE = ("path", "inputs", "format")
NAMES = QUERIES / "names.txt"  # of many languages


def content(db: sqlite3.Connection) -> Iterator[str]:
    """Everything written into a base, in an order that does not depend on hashes or on the version of SQLite."""
    tables = db.execute("SELECT name, sql FROM sqlite_master WHERE name NOT GLOB 'text_*' AND name NOT GLOB 'sqlite_*'")
    for name, sql in sorted(tables):
        yield f"{name}: {' '.join(re.sub('--.*', '', sql or '').split())}"
        if sql and sql.startswith("CREATE TABLE"):
            rows = db.execute(f"SELECT * FROM {name}")
            if name == "part":
                yield from (repr(unpack(fragment)) for *_, fragment in rows)
            else:
                yield from sorted(repr(row) for row in rows if name != "meta" or row[0] not in VOLATILE)
    db.execute("CREATE VIRTUAL TABLE temp.term USING fts5vocab (main, text, instance)")
    yield from sorted(map(repr, db.execute("SELECT term, doc, col, offset FROM temp.term")))


def rules_of_words() -> Iterator[str]:
    """What our own rules make of names of many languages: a base keeps their results."""
    for token in dict.fromkeys(word.folded for word in words(NAMES.read_text(encoding="utf-8"))):
        yield " ".join((token, stemmed(token), consonants(token), *respelt(token), *suffixes(token)))


def test_the_format_number_stands_for_what_is_written(tmp_path: Path) -> None:
    with closing(open_base(METRE)) as base, closing(sqlite3.connect(":memory:")) as db:
        base.connection.copy_to(db)
        digest = hashlib.sha256("\n".join((*content(db), *rules_of_words())).encode()).hexdigest()[:16]
    assert (FORMAT, digest) == KNOWN, ADVICE.format(now=(FORMAT, digest))
