"""Write what an edit changes (`edit_plan.Plan`) into a copy of the base."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from eujdef_tui.model.records import RECORDS, Record, Statement
from eujdef_tui.model.serialize import from_plain
from eujdef_tui.store.edit_order import NewOrder
from eujdef_tui.store.edit_plan import Change, Plan, Side
from eujdef_tui.store.index_writer import FORGET, add_words, has_figure, indexed_terms, write_some, years_of_index
from eujdef_tui.store.places import STEP
from eujdef_tui.store.screen_order import heading_of
from eujdef_tui.store.sql_schema import VIEWS, view_of

__all__ = ["write_plan"]

# Segments of one size, of which FTS5 makes one. It lets 16 gather: after a hundred edits a query asked 28 segments of
# 100,000 facts, and took twice as long. With 4 it asks 12 at most, and two edits of the hundred take 0.6 s more.
_SEGMENTS = 4


def write_plan(db: sqlite3.Connection, plan: Plan) -> None:
    """Write the changed rows, and bring places, headings, words and years up to date."""
    olds = [change.old for change in plan.changes if change.old]
    news = [change.new for change in plan.changes if change.new]
    _write_records(db, plan.changes)
    _write_ties(db, olds, news)
    _write_articles(db, plan.changes)
    _write_places(db, plan.changes)
    _write_headings(db, plan.changes, plan.order)
    words = _write_documents(db, plan.changes)
    small = Counter[str]()
    for word, sign in plan.states.small:
        small[word] += sign
    with indexed_terms(db):
        _write_words(db, words, {word: count for word, count in small.items() if count and not has_figure(word)})
        if any(_dated(change.old) != _dated(change.new) for change in plan.changes):
            db.execute("UPDATE meta SET value = ? WHERE key = 'years'", (years_of_index(db),))


def _dated(side: Side | None) -> list[str]:
    return side.known.row.tags[2] if side else []


def _write_records(db: sqlite3.Connection, changes: Iterable[Change]) -> None:
    changed = [(old, new) for old, new in changes if (old and old.plain) != (new and new.plain)]
    db.executemany("DELETE FROM record WHERE n = ?", [(old.n,) for old, _ in changed if old])
    db.executemany("INSERT INTO record VALUES (?,?,?,?,?,?,?,?,?,?,?,?)", [new.plain for _, new in changed if new])


def _write_ties(db: sqlite3.Connection, olds: Iterable[Side], news: Iterable[Side]) -> None:
    """Write the tables `link`, `rests`, `due` and `month`, and how many records have evidence in each article."""
    was, now = _ties(olds), _ties(news)
    db.executemany("DELETE FROM link WHERE src = ? AND role = ? AND dst = ?", was["link"] - now["link"])
    db.executemany("INSERT OR IGNORE INTO link VALUES (?,?,?)", now["link"] - was["link"])
    gone, new = was["rests"] - now["rests"], now["rests"] - was["rests"]
    db.executemany("DELETE FROM rests WHERE source = ? AND sentence = ? AND record = ?", gone)
    db.executemany("INSERT OR IGNORE INTO rests VALUES (?,?,?)", new)
    db.executemany("DELETE FROM due WHERE target = ? AND hi = ? AND n = ?", was["due"] - now["due"])
    db.executemany("INSERT OR IGNORE INTO due VALUES (?,?,?)", now["due"] - was["due"])
    for some, sign in ((olds, -1), (news, 1)):
        months = [(month,) for side in some if (month := side.known.row.plain[4]) is not None]
        db.executemany("INSERT OR IGNORE INTO month VALUES (?, 0)", months)
        db.executemany(f"UPDATE month SET events = events + {sign} WHERE month = ?", months)
    db.execute("DELETE FROM month WHERE events = 0")


def _ties(sides: Iterable[Side]) -> Mapping[str, set[tuple[Any, ...]]]:
    found: dict[str, set[tuple[Any, ...]]] = {"link": set(), "rests": set(), "due": set()}
    for side in sides:
        found["link"] |= side.links
        found["rests"] |= side.rests
        if (target := side.known.row.due) is not None:
            found["due"].add((target, side.known.row.plain[2], side.n))
    return found


def _write_articles(db: sqlite3.Connection, changes: Iterable[Change]) -> None:
    touched: set[int] = set()
    for old, new in changes:
        was, now = (side.known.row.article if side else None for side in (old, new))
        if old and was and not now:
            db.execute("DELETE FROM article WHERE source = ?", (old.n,))
        elif new and now and not was:
            db.execute("INSERT INTO article (source, text, hidden, spans) VALUES (?,?,?,?)", (new.n, *now))
            touched.add(new.n)
        elif new and now and was != now:
            db.execute("UPDATE article SET text = ?, hidden = ?, spans = ? WHERE source = ?", (*now, new.n))
        rests = (old.rests if old else frozenset()) ^ (new.rests if new else frozenset())
        touched |= {source for source, *_ in rests}
    _count_articles(db, changes)
    count = "SELECT count(DISTINCT record) FROM rests WHERE rests.source = article.source"
    db.executemany(f"UPDATE article SET facts = ({count}) WHERE source = ?", [(source,) for source in sorted(touched)])


def _count_articles(db: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Bring up to date how many articles and sentences there are."""
    more = [0, 0]
    for change in changes:
        for side, sign in ((change.old, -1), (change.new, 1)):
            if side and side.known.row.article:
                more[0] += sign
                more[1] += sign * len(json.loads(side.known.row.article[2]))
    if any(more):
        ((read,),) = db.execute("SELECT value FROM meta WHERE key = 'read'")
        total = " ".join(str(int(count) + one) for count, one in zip(read.split(), more, strict=True))
        db.execute("UPDATE meta SET value = ? WHERE key = 'read'", (total,))


def _write_places(db: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Write which numbers are and are not in use, and where each view begins and ends."""
    sizes: dict[str, int] = dict(db.execute("SELECT view, size FROM view"))
    was, now = set[int](), set[int]()
    for change in changes:
        for side, numbers, sign in ((change.old, was, -1), (change.new, now, 1)):
            if side:
                numbers.add(side.n)
                sizes[view_of(side.known.entry.record)] += sign
    for n in was - now:
        sql = "DELETE FROM moved WHERE n = ?" if n % STEP else "INSERT INTO moved VALUES (?, 0)"
        db.execute(sql, (n,))
    for n in now - was:
        sql = "INSERT INTO moved VALUES (?, 1)" if n % STEP else "DELETE FROM moved WHERE n = ?"
        db.execute(sql, (n,))
    first = 1
    for view in VIEWS:
        db.execute("UPDATE view SET first = ?, size = ? WHERE view = ?", (first, sizes[view], view))
        first += sizes[view]


def _write_headings(db: sqlite3.Connection, changes: Iterable[Change], order: NewOrder) -> None:
    """Write the headings over records that came, went or have another one, and over those behind them."""
    touched = set(order.renamed)
    for old, new in changes:
        if not old or not new or old.n != new.n or _sort_of(old) != _sort_of(new):
            touched |= {side.n for side in (old, new) if side}
    behind = {
        n for one in touched for (n,) in db.execute("SELECT n FROM record WHERE n > ? ORDER BY n LIMIT 1", (one,))
    }
    for n in sorted(touched | behind):
        db.execute("DELETE FROM heading WHERE first = ?", (n,))
        found = db.execute("SELECT n, record, body FROM record WHERE n <= ? ORDER BY n DESC LIMIT 2", (n,)).fetchall()
        if not found or found[0][0] != n:
            continue
        view, text = _heading(found[0], order)
        if text and (len(found) < 2 or _heading(found[1], order) != (view, text)):
            db.execute("INSERT INTO heading VALUES (?,?,?)", (view, n, text))


def _sort_of(side: Side) -> tuple[str, str, str]:
    entry = side.known.entry
    return entry.heading, entry.speaker, entry.kind


def _heading(row: tuple[Any, ...], order: NewOrder) -> tuple[str, str]:
    """The view of a record, and the heading that it stands under."""
    _, name, body = row
    record: Record = from_plain(RECORDS[name], json.loads(body))
    return view_of(name), order.heading(record) if isinstance(record, Statement) else heading_of(record)


def _write_documents(db: sqlite3.Connection, changes: Iterable[Change]) -> set[str]:
    """Write what search has of the records; return the words that some of them lost or gained."""
    words: set[str] = set()
    new_ones = []
    db.execute("INSERT INTO text (text, rank) VALUES ('crisismerge', ?)", (_SEGMENTS,))
    for old, new in changes:
        if old and new and (old.d, old.document) == (new.d, new.document):
            continue
        if old:
            (_, columns, names) = old.document
            db.execute(FORGET, (old.d, *columns))
            db.execute("DELETE FROM document WHERE d = ?", (old.d,))
            for folded, _ in names:
                db.execute("DELETE FROM full_name WHERE full = ? AND d = ?", (folded, old.d))
        if new:
            new_ones.append((new.d, new.document))
        words |= _words(old) ^ _words(new)
    write_some(db, new_ones)
    return words


def _words(side: Side | None) -> set[str]:
    return set(" ".join(side.document[1][:-1]).split()) if side else set()


def _write_words(db: sqlite3.Connection, changed: Iterable[str], small: Mapping[str, int]) -> None:
    """Add words that the index has now and the vocabulary lacks, and take out those that it has no longer."""
    db.executemany(
        "UPDATE vocabulary SET small = small + ? WHERE token = ?", [(count, token) for token, count in small.items()]
    )
    new: list[str] = []
    for token in sorted(changed):
        found = db.execute("SELECT 1 FROM temp.term WHERE term = ? AND col <> 'tags' LIMIT 1", (token,)).fetchall()
        known = db.execute("SELECT 1 FROM vocabulary WHERE token = ?", (token,)).fetchall()
        if found and not known:
            new.append(token)
        elif known and not found:
            db.execute("DELETE FROM vocabulary WHERE token = ?", (token,))
            db.executemany("DELETE FROM reading WHERE token = ?", [(token,)])
    add_words(db, new, small)
