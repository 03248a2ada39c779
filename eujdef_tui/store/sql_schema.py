"""SQL schema of a base, its format number, and the views that list records.

Records are numbered in the order of the screen, with room between them (see places.py): a page of any list is one range
of the primary key, at fifty facts or a million, and an edit renumbers nothing but what it moves.
"""

from __future__ import annotations

__all__ = ["FORMAT", "KEPT", "SCHEMA", "VIEWS", "view_of"]

# Raise it when the tables or what is written into them change: an older base is then built again. A test compares it
# with a digest of a base (tests/store/test_format.py).
FORMAT = "eujdef 34"

# View → types of the records it lists, in this order.
VIEWS: dict[str, tuple[str, ...]] = {
    "timeline": ("event",),
    "actors": ("actor",),
    "agreements": ("agreement",),
    "statements": ("statement",),
    "tensions": ("tension",),
    "sources": ("source",),
}

_VIEW_OF = {record: view for view, records in VIEWS.items() for record in records}


def view_of(record: str) -> str:
    """Return the view that lists records of a type, such as "event"."""
    return _VIEW_OF[record]


KEPT = """
-- what each fact file gave, prepared, for the next build (see kept_fragments): nth of the files, SHA-256 of it and its
-- articles, what others need to know of it, its rows packed
CREATE TABLE part (
    nth INTEGER PRIMARY KEY, inputs TEXT NOT NULL, header TEXT NOT NULL, crc INTEGER NOT NULL,
    rows BLOB NOT NULL
);
"""

SCHEMA = f"""{KEPT}
-- read: count of articles and of their sentences
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- places of the records of each view: the first, and how many
CREATE TABLE view (view TEXT PRIMARY KEY, first INTEGER NOT NULL, size INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE heading (view TEXT, first INTEGER, text TEXT NOT NULL, PRIMARY KEY (view, first)) WITHOUT ROWID;

-- numbers that are no multiples of places.STEP, and (there = 0) multiples that no record has
CREATE TABLE moved (n INTEGER PRIMARY KEY, there INTEGER NOT NULL);

-- body: the record as the fact file has it (JSON), evidence anchored
-- lo, hi: bounds of its date as yyyymmdd; at: its sort key in time; month: yyyymm on the time axis (see edtf.month)
-- support: count of independent sources; mentions: count of records that link to it
CREATE TABLE record (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, record TEXT NOT NULL, kind TEXT NOT NULL,
    title TEXT NOT NULL, lo INTEGER, hi INTEGER, at INTEGER, month INTEGER,
    support INTEGER NOT NULL, mentions INTEGER NOT NULL, body TEXT NOT NULL
);
-- dated events that are planned (target 0) or aimed at (target 1), by the last day that their date may mean
CREATE TABLE due (target INTEGER, hi INTEGER, n INTEGER, PRIMARY KEY (target, hi, n)) WITHOUT ROWID;
CREATE TABLE link (src INTEGER, role TEXT, dst INTEGER, PRIMARY KEY (src, role, dst)) WITHOUT ROWID;

-- text: cleaned, as long as the file's own; spans: JSON list of [start, end] of its sentences
-- facts: count of records with evidence in it
CREATE TABLE article (
    source INTEGER PRIMARY KEY, text TEXT NOT NULL, hidden INTEGER NOT NULL, spans TEXT NOT NULL,
    facts INTEGER NOT NULL DEFAULT 0
);
-- which records have evidence in which sentences
CREATE TABLE rests (
    source INTEGER, sentence INTEGER, record INTEGER, PRIMARY KEY (source, sentence, record)
) WITHOUT ROWID;

-- folded words by field, the most important record first (see `numbering.document_number`)
-- amounts: its quantities (see document.Document)
CREATE TABLE document (
    d INTEGER PRIMARY KEY, n INTEGER NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL, lo INTEGER, hi INTEGER,
    weight INTEGER NOT NULL, names TEXT NOT NULL, links TEXT NOT NULL, title TEXT NOT NULL, words TEXT NOT NULL,
    quotes TEXT NOT NULL, amounts TEXT NOT NULL
);
-- every name as one folded string; capitals: see searchable.capitals, "" of names that have none to be found by
CREATE TABLE full_name (d INTEGER NOT NULL, full TEXT NOT NULL, capitals TEXT NOT NULL);
-- the same words, indexed; tags: see filter_tags
CREATE VIRTUAL TABLE text USING fts5 (
    names, links, title, words, quotes, tags,
    content='', columnsize=0, prefix='1 2 3',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc' tokenchars '.%_'"
);
-- small: how many fact files write it with a small letter in running text; what one does is no name
-- what has a figure in it is found from its beginning alone: its other columns say nothing
CREATE TABLE vocabulary (
    token TEXT PRIMARY KEY, first TEXT NOT NULL, second TEXT NOT NULL, length INTEGER NOT NULL, loose TEXT NOT NULL,
    sound TEXT NOT NULL, small INTEGER NOT NULL
) WITHOUT ROWID;
-- further sounds of a word, where its letters are read otherwise in other languages
CREATE TABLE reading (sound TEXT NOT NULL, token TEXT NOT NULL, PRIMARY KEY (sound, token)) WITHOUT ROWID;
"""

# Created after the rows are inserted, which is quicker than updating an index at every row.
INDEXES = """
CREATE TABLE month (month INTEGER PRIMARY KEY, events INTEGER NOT NULL);
INSERT INTO month SELECT month, count(*) FROM record WHERE month IS NOT NULL GROUP BY month;
CREATE INDEX link_back ON link (dst, role, src);
CREATE INDEX rests_facts ON rests (source, record);
UPDATE article SET facts = (SELECT count(DISTINCT record) FROM rests WHERE rests.source = article.source);
CREATE INDEX record_kind ON record (record, kind);
CREATE INDEX source_at ON record (at DESC, n) WHERE record = 'source' AND lo IS NOT NULL;
CREATE INDEX document_n ON document (n);
CREATE INDEX full_name_full ON full_name (full, d);
CREATE INDEX full_name_capitals ON full_name (capitals, d) WHERE capitals <> '';
CREATE INDEX vocabulary_first ON vocabulary (first, length);
CREATE INDEX vocabulary_second ON vocabulary (second, length);
CREATE INDEX vocabulary_loose ON vocabulary (loose);
CREATE INDEX vocabulary_sound ON vocabulary (sound);
"""
