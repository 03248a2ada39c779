"""Make the fragment of a fact file from its records, once every quote is anchored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence

from eujdef_tui.factfile.anchoring import Corpus
from eujdef_tui.model.file_reader import FileReader
from eujdef_tui.model.glyphs import date_mark
from eujdef_tui.model.labels import date_of, kind_of, record_type, title_of
from eujdef_tui.model.parts import evidence_of, parts_of
from eujdef_tui.model.records import Actor, Agreement, Event, Evidence, Record, Source, Statement, Tension
from eujdef_tui.model.serialize import to_plain
from eujdef_tui.store.filter_tags import dated_tags, kind_tags
from eujdef_tui.store.fragment import Entry, Fragment, Row, Rows
from eujdef_tui.store.screen_order import heading_of, place_of
from eujdef_tui.store.sql_schema import view_of
from eujdef_tui.store.text_rows import lines_of, texts_of
from eujdef_tui.text import edtf

__all__ = ["OWN_TEXT", "fragment_of", "span_of", "text_digest"]

OWN_TEXT = "text "  # how the origin of a source that derives from nothing begins: the digest of its text follows

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def fragment_of(corpus: Corpus) -> Fragment:
    """Prepare the rows of a file, or of several that are read as one."""
    entries: Rows = []
    rows: Rows = []
    reader = FileReader()
    for record in corpus.file.records():
        evidence = list(evidence_of(record))
        entries.append(list(_entry(record, evidence, corpus)))
        rows.append(list(_row(record, evidence, corpus, reader)))
    return Fragment(entries, rows, sorted(reader.small))


def span_of(record: Record) -> tuple[int | None, int | None]:
    """The bounds of all dates of a record (yyyymmdd); None for one that has no date."""
    written = [date_of(record)]
    if isinstance(record, Agreement):
        written = [milestone.date for milestone in record.milestones]
    spans = [edtf.bounds(text) for text in written if text]
    return min((lo for lo, _ in spans), default=None), max((hi for _, hi in spans), default=None)


def _entry(record: Record, evidence: Sequence[Evidence], corpus: Corpus) -> Entry:
    links = list(_links(record))
    return Entry(
        record.id,
        record_type(record),
        kind_of(record),
        place_of(record),
        heading_of(record),
        (record.sort_name or record.name) if isinstance(record, Actor) else "",
        record.speaker if isinstance(record, Statement) else "",
        _origin(record, corpus) if isinstance(record, Source) else "",
        [role for role, _ in links],
        [target for _, target in links],
        list(dict.fromkeys(item.source for item in evidence)),
        list(dict.fromkeys(item.source for item in evidence if item.start >= 0)),
    )


def _origin(source: Source, corpus: Corpus) -> str:
    """What a source derives from: a source or an outlet, else its own text, so that one text counts once."""
    return source.derived_from or f"{OWN_TEXT}{text_digest(corpus.file.texts[source.id])}"


def text_digest(text: str) -> str:
    """The SHA-256 of an article's text as it is read: other bytes may be the same text, such as a tab for a space."""
    return hashlib.sha256(text.encode()).hexdigest()


def _row(record: Record, evidence: Sequence[Evidence], corpus: Corpus, reader: FileReader) -> Row:
    lo, hi = span_of(record)
    date = date_of(record)
    status = record.status if isinstance(record, Event) and hi is not None else ""
    article = None
    if isinstance(record, Source):
        texts = corpus.file.texts[record.id], corpus.file.hidden.get(record.id, 0)
        article = [*texts, json.dumps(corpus.sentences[record.id])]
    read = reader.read(record, corpus.quoted(record, evidence))
    return Row(
        [
            title_of(record),
            lo,
            hi,
            edtf.sort_key(date)[0],
            edtf.month(record.date) if isinstance(record, Event) else None,
            _JSON.encode(to_plain(record)),
        ],
        {"planned": 0, "target": 1}.get(status),
        [[item.source, item.sentence, item.last_sentence] for item in evidence if item.start >= 0],
        article,
        texts_of(read),
        [list(kind_tags(record, view_of(record_type(record)))), list(_has(record)), list(dated_tags(lo, hi))],
        lines_of(read),
    )


def _has(record: Record) -> Iterator[str]:
    """Yield what a record has by itself, of the words of the tags _h."""
    if any("x-outside" in node.x or date_mark(node) for node in (record, *parts_of(record))):
        yield "outside"
    if getattr(record, "value", ""):
        yield "value"
    if getattr(record, "speaker", ""):
        yield "speaker"


def _links(record: Record) -> Iterator[tuple[str, str]]:
    """Yield (role, id) of every record that a record links to."""
    match record:
        case Event():
            yield from (("actor", actor) for actor in record.actors)
            yield from (("agreement", agreement) for agreement in record.agreements)
        case Actor():
            yield from (("member", membership.organization) for membership in record.memberships)
        case Agreement():
            yield from (("party", party) for party in record.parties)
            yield from (("related", link.id) for link in record.related)
        case Statement():
            if record.speaker:
                yield "speaker", record.speaker
            yield from (("about", target) for target in record.about)
        case Tension():
            role = "differs" if record.kind == "difference" else "read"
            yield from ((role, fact) for fact in record.facts)
