#!/usr/bin/env bash
set -euo pipefail
# Expected: SQLite's page on FTS5, section 4.4.3, writes content='t1'; a tool that searches the table finds its index by that.
# What is so: sqlite-utils looks for content="fact" or content=[fact] in the text of the CREATE statement, and says of 'fact'
#   that the table "is not configured for full-text search".
# Versions: sqlite-utils 4.2.1
# Date: 2026-11-29
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet sqlite-utils==4.2.1
for mark in "'" '"'; do
    rm -f a.db
    venv/bin/python - "$mark" <<'PYTHON'
import sqlite3
import sys

db = sqlite3.connect("a.db")
db.execute("CREATE TABLE fact (title TEXT)")
db.execute(f"CREATE VIRTUAL TABLE fact_fts USING fts5 (title, content={sys.argv[1]}fact{sys.argv[1]})")
PYTHON
    venv/bin/python -c 'import sqlite_utils; print(sqlite_utils.Database("a.db")["fact"].detect_fts())'
done | tee seen.txt
diff seen.txt - <<'SEEN'
None
fact_fts
SEEN
