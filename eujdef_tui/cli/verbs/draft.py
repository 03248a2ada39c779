"""`eujdef draft`: propose the facts of a new article, for a person to review."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from eujdef_tui.cli.exit_codes import NOTHING_FOUND, SUCCESS
from eujdef_tui.cli.opening import NamedBase
from eujdef_tui.cli.printing import print_line, print_message, print_wrapped
from eujdef_tui.draft.article import Article, read_article
from eujdef_tui.draft.draft_file import Header, draft_path, source_id, write_drafts, write_text
from eujdef_tui.draft.draft_record import Draft
from eujdef_tui.draft.drafting import MAX_DRAFTS, Drafted, draft
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.outside import draft_with
from eujdef_tui.errors import ArticleError
from eujdef_tui.store import Base
from eujdef_tui.text import edtf
from eujdef_tui.text.unicode import clean

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """Draft an article; print the drafts as JSON, or write them to a file and print what was found."""
    article = read_article(options.article, sys.stdin.buffer)
    issued, basis = _issued(options, article)
    known = NamedBase(options).ask(known_of)
    drafted = draft(article.text, issued, known)
    if options.command:
        drafted = draft_with(options.command, options.timeout, article.text, issued, known, drafted, print_message)
    if not issued:
        print_message("eujdef: without --issued, dates such as “on Friday” are left open")
    if drafted.rest is not None:
        _tell_rest(article.text, drafted.rest)
    if options.json:
        for one in drafted.drafts:
            print_line(json.dumps(one.plain(), ensure_ascii=False))
        return SUCCESS if drafted.drafts else NOTHING_FOUND
    _write(options, article, drafted, issued, basis)
    return SUCCESS if drafted.drafts else NOTHING_FOUND


def _tell_rest(text: str, rest: int) -> None:
    line, column = text.count("\n", 0, rest) + 1, rest - text.rfind("\n", 0, rest)
    print_message(
        f"eujdef: line {line:,}, column {column:,}, and what follows is not drafted: an article has at most"
        f" {MAX_DRAFTS:,} drafts. Draft the rest of it as an article of its own"
    )


def known_of(base: Base) -> Known:
    """The names of the actors and agreements of a base."""
    numbers = (*base.span("actors"), *base.span("agreements"))
    return Known(base.record(n).record for n in numbers)  # type: ignore[misc]


def _issued(options: argparse.Namespace, article: Article) -> tuple[str, str]:
    """The article's day and how it is known. Raises ArticleError for what is no date."""
    text = options.issued or article.issued
    try:
        if text:
            edtf.parse(text)
    except edtf.DateError as error:
        raise ArticleError(f"--issued is no date: {error}.", "Write 2025-07-24, 2025-07 or 2025-07-24~.") from error
    given = "the page gives this day" if article.issued and not options.issued else ""
    return text, options.basis or given


def _write(options: argparse.Namespace, article: Article, drafted: Drafted, issued: str, basis: str) -> None:
    source = options.id or source_id(article.stem)
    named = options.file or os.environ.get("EUJDEF_FILE")
    path = Path(options.out) if options.out else draft_path(Path(named) if named else None, source)
    file = article.file
    if file is None:
        file = path.with_suffix(".txt")
        write_text(file, article)
    shown = os.path.relpath(file, path.parent)
    header = Header(source, shown, article.sha256, issued, basis, drafted.sentences)
    write_drafts(path, header, drafted.drafts)
    print_wrapped((clean(line), 4) for line in _summary(drafted))
    count = len(drafted.drafts)
    print_message(f"eujdef: {count} draft{' is' if count == 1 else 's are'} in {clean(str(path))}")


def _summary(drafted: Drafted) -> Iterator[str]:
    """What was found: counts by record, then each draft that is refused or flagged, then sentences without a draft."""
    counts = Counter(one.record for one in drafted.drafts)
    yield ", ".join(
        f"{count} {_PLURALS.get(record, record) if count > 1 else record}" for record, count in counts.items()
    )
    for record in ("actor", "event", "agreement", "statement"):
        kinds = Counter(one.kind for one in drafted.drafts if one.record == record)
        if kinds:
            yield f"{_PLURALS[record]}: " + ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    yield from _doubtful(drafted.drafts)
    there = {quote.sentence for one in drafted.drafts for quote in one.evidence}
    if missing := [n + 1 for n in range(drafted.read) if n not in there]:
        yield f"sentences without a draft: {', '.join(map(str, missing))}"


def _doubtful(drafts: Sequence[Draft]) -> Iterator[str]:
    for one in drafts:
        what = " ".join(one.label.split())[:70]
        if one.refused:
            yield f"× {one.record}: {what} · {one.refused}"
        for flag in one.flags:
            yield f"! {one.record}: {what} · {flag}"


_PLURALS = {
    "actor": "actors", "mention": "known actors", "event": "events", "agreement": "agreements",
    "statement": "statements", "no_fact": "sentences without a fact",
}  # fmt: skip
