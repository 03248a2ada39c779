"""`eujdef review`: decide the drafts of an article, one key each; what is kept becomes facts."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from eujdef_tui.cli.exit_codes import NOTHING_FOUND, SUCCESS, USAGE_ERROR
from eujdef_tui.cli.opening import fact_file_path, open_named_base
from eujdef_tui.cli.printing import print_line, print_message
from eujdef_tui.cli.review_session import draft_files, known_without, open_session, read_review, unread_in_words
from eujdef_tui.draft.alike import Base as KnownBase
from eujdef_tui.draft.decisions import read_log
from eujdef_tui.draft.review import Review
from eujdef_tui.errors import EujdefError
from eujdef_tui.text.unicode import clean

__all__ = ["run"]


def run(options: argparse.Namespace) -> int:
    """List what is open, count what was decided, or open the screen."""
    fact_file = fact_file_path(options)
    folder = fact_file if fact_file.is_dir() else fact_file.parent
    files = [_named(folder, options.draft)] if options.draft else draft_files(folder)
    if not files:
        print_message(f"eujdef: there are no drafts in {clean(str(folder))}")
        print_message("    Make some: eujdef draft ARTICLE -f FOLDER, and review them with the same -f")
        return NOTHING_FOUND
    if options.list or options.stats:
        return _print(files, stats=options.stats)
    from eujdef_tui.tui.driver.tty import unavailable_reason

    if reason := unavailable_reason():
        print_message(f"eujdef: a review needs a terminal: {reason}. eujdef review --list says what is open")
        return USAGE_ERROR
    return _review(options, fact_file, files)


def _named(folder: Path, name: str) -> Path:
    """The file of drafts of this name: an id, or a path."""
    path = Path(name)
    return path if path.suffix == ".draft" and path.exists() else folder / f"{path.name.removesuffix('.draft')}.draft"


def _review(options: argparse.Namespace, fact_file: Path, files: Sequence[Path]) -> int:
    """Open the screen on the drafts with most left; when it is left, write what is kept."""
    path = files[0] if len(files) == 1 else max(files, key=_left)
    base = open_named_base(options)
    records = tuple(known_without(base, read_log(path).header.id))  # --out may have given the file another name
    session = open_session(path, fact_file, base, records)
    wrote = list(session.log.wrote)
    try:
        from eujdef_tui.tui.review_app import run as run_app

        write = None if session.review.read_only else lambda: session.write_later(wrote)
        code = run_app(session.review, KnownBase(records), session.title, session.note, write)
        if said := write()() if write else "":
            print_message(f"eujdef: {said}")
        _print_end(session.review, None if said else session.target.file)
        return code
    finally:
        session.lock.release()


def _print_end(review: Review, file: Path | None) -> None:
    """Say what was decided, and in which file it is, None where not all of it could be written."""
    counts = review.counts()
    left = f", {counts.left} left" if counts.left else ""
    where = f" in {clean(str(file))}" if counts.all_kept and file else ""
    print_message(f"eujdef: {counts.all_kept} kept{where}, {counts.dropped} dropped{left}")


def _left(path: Path) -> int:
    try:
        return read_review(path, ())[0].counts().left
    except EujdefError:
        return -1


# --- without a screen ---


def _print(files: Sequence[Path], *, stats: bool) -> int:
    """Print a line a file of drafts: how much is left, or how many drafts of each sort were kept as they were."""
    code = SUCCESS
    for path in files:
        try:
            review, _ = read_review(path, ())
        except EujdefError as error:
            print_message(f"eujdef: {clean(str(error))}")
            code = USAGE_ERROR
            continue
        if review.unread:
            print_message(f"eujdef: {unread_in_words(path, review.unread)}")
        for line in _stats(review) if stats else _listed(review):
            print_line(clean(line))
    return code


def _listed(review: Review) -> Iterator[str]:
    counts = review.counts()
    yield (
        f"{review.header.id}: {counts.left} left, {counts.all_kept} kept, {counts.dropped} dropped;"
        f" {counts.decided} of {counts.sentences} sentences decided"
    )


def _stats(review: Review) -> Iterator[str]:
    """How the drafts of each drafter did, by their sort: kept as they were, edited, dropped, and left."""
    edited = review.edited()
    tally: Counter[tuple[str, str, str]] = Counter()
    for n, item in review.items.items():
        first = review.drafted.get(n, item)
        if first.draft.record == "mention" and not item.state:
            continue
        became = {"keep": "edited" if n in edited else "kept", "drop": "dropped"}.get(item.state, "left")
        tally[first.draft.by, first.type, became] += 1
    yield f"{review.header.id}: kept as drafted / edited / dropped / left"
    for by, type_ in dict.fromkeys((by, type_) for by, type_, _ in tally):
        figures = " / ".join(str(tally[by, type_, became]) for became in ("kept", "edited", "dropped", "left"))
        yield f"  {by:12} {type_:10} {figures}"
