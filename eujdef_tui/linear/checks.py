"""Commands that hold something against the facts: a text of one's own, the rules of the checker, another state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from eujdef_tui.errors import FactFileError, Problem
from eujdef_tui.linear.answers import read_page
from eujdef_tui.linear.changes import changes_listing
from eujdef_tui.linear.explorer import LinearExplorer
from eujdef_tui.linear.listing import Listing
from eujdef_tui.linear.marks_in_words import GRADE_WORDS
from eujdef_tui.linear.place import Place
from eujdef_tui.linear.refused import Refused
from eujdef_tui.linear.speech import in_full, joined, sentence, voiced
from eujdef_tui.linear.spoken_rows import row_words
from eujdef_tui.model.labels import quoted, source_label
from eujdef_tui.present.sheet_heading import counted
from eujdef_tui.present.view_results import view_results
from eujdef_tui.text.unicode import clean, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from eujdef_tui.verify.checking import Checked
    from eujdef_tui.verify.verdict import Word

__all__ = ["check", "diff", "verify"]

_TEXTS = (".md", ".txt", ".markdown", ".text")
# What one and several sentences with a verdict do, those that are told first before the others.
_VERDICTS: dict[Word, tuple[str, str]] = {
    "differs": ("differs", "differ"),
    "no source": ("has no source", "have no source"),
    "supported": ("is supported", "are supported"),
    "nothing to check": ("has nothing to check", "have nothing to check"),
}


# --- a text ---


def verify(to: LinearExplorer, asked: str) -> Iterator[str]:
    """Hold a text file, or a sentence as it was typed, against the facts; what is not supported is read first."""
    if not asked:
        raise Refused("Verify what? For example verify speech.md, or verify and a sentence of yours.")
    from eujdef_tui.verify.checking import Checker  # most sessions check no text
    from eujdef_tui.verify.draft_file import read_draft
    from eujdef_tui.verify.draft_text import cleaned_draft

    is_file = _names_file(asked)
    if is_file and to.opening.kiosk:
        raise Refused("A shared box reads no files: verify and a sentence of yours checks that sentence.")
    text = read_draft(asked) if is_file else cleaned_draft(asked)
    to.go(Place(view_results(to.whole, None), listing=_checked(to, text, list(Checker(to.whole, text).check(text)))))
    yield from read_page(to, 0)


def _names_file(asked: str) -> bool:
    """Whether what is to be checked is a file, also one that is not there."""
    if asked.endswith(_TEXTS) or asked.startswith(("/", "./", "../")):
        return True
    try:
        return Path(asked).is_file()
    except (OSError, ValueError):  # longer than a name can be
        return False


def _checked(to: LinearExplorer, text: str, checked: Sequence[Checked]) -> Listing:
    """The sentences of a text as answers, those that are not supported first; a number reads the fact of one."""
    from eujdef_tui.verify.draft_text import places_of

    places = places_of(text, [one.part.start for one in checked])
    told = [
        (one, line) for one, (line, _) in zip(checked, places, strict=True) if one.verdict.word != "nothing to check"
    ]
    told.sort(key=lambda pair: pair[0].verdict.word == "supported")
    counts = Counter(one.verdict.word for one in checked)
    title = joined(*(f"{counts[word]:,} {_VERDICTS[word][counts[word] != 1]}" for word in _VERDICTS if counts[word]))
    return Listing(
        f"{counted(len(checked), 'sentence')}: {title}" if checked else "There is no sentence to check",
        [one.verdict.fact.n if one.verdict.fact else 0 for one, _ in told],
        [_sentence_words(text, one, line if "\n" in text.strip() else 0) for one, line in told],
        said={0: () if told else tuple(sentence(in_full(one.verdict.why)) for one in checked[:1])},
        after={nth: tuple(_why(to, one)) for nth, (one, _) in enumerate(told)},
        answers=0,
    )


def _sentence_words(text: str, one: Checked, line: int) -> str:
    """The verdict on a sentence, and the sentence: "Line 6, differs: He unveiled the pact"."""
    from eujdef_tui.verify.draft_text import without_marks

    shown = without_marks(text[one.part.start : one.part.end], one.part.shape)
    word = one.verdict.word
    return f"{joined(f'line {line:,}' if line else '', word).capitalize()}: {one_line(shown)}"


def _why(to: LinearExplorer, one: Checked) -> Iterator[str]:
    """Why a sentence has its verdict, the fact, and the first quote that it rests on."""
    yield sentence(in_full(one.verdict.why))
    if (fact := one.verdict.fact) is None:
        return
    row = to.whole.record(fact.n)
    nearest = "Nearest: " if one.verdict.word == "no source" else ""
    yield f"{nearest}{row_words(to.whole, row, to.today, marked=False)}"
    for item in fact.evidence[:1]:
        said = joined(GRADE_WORDS.get(item.grade, ""), in_full(source_label(to.whole.source(item.source))))
        yield f"{said[:1].upper()}{said[1:]}: {quoted(item.quote)}"


# --- the fact file ---


def _fact_file(to: LinearExplorer, what: str) -> Path:
    """The open fact file. Raises Refused where there is only a base, and on a shared box."""
    to.stays(what)
    if to.opening.fact_file is None:
        raise Refused("Only a base is open: open its fact file with the option -f for that.")
    return to.opening.fact_file


def check(to: LinearExplorer, _: str = "") -> Iterator[str]:
    """List what is weak in the fact file as it is now, as `eujdef check` does, and sum it up."""
    path = _fact_file(to, "check fact files")
    from eujdef_tui.factfile.anchoring import anchor_evidence  # most sessions check no file
    from eujdef_tui.factfile.loader import load
    from eujdef_tui.present.saved_problems import search_problems
    from eujdef_tui.rules import check as checked

    summary: list[str] = []
    try:
        file = load(path)
        report = checked(anchor_evidence(file))
        problems = sorted((*report.problems, *search_problems(file.searches)), key=lambda one: one.place)
        summary = [sentence(in_full(line)) for line in report.summary()]
        title = "Every quote holds" if report.holds else "Not every quote holds"
    except FactFileError as error:
        problems, title = list(error.problems), "The fact file cannot be used"
    said = joined(title, counted(len(problems), "problem") if problems else "and nothing is weak")
    texts = list(map(_problem_words, problems))
    if not texts:
        yield sentence(said)
        yield from summary
        return
    to.go(to.at._replace(listing=Listing(said, texts=texts, said={len(texts): summary}, answers=0)))
    yield from read_page(to, 0)


def _problem_words(problem: Problem) -> str:
    """A problem with its place: "warning in facts.yaml, line 33: …, rule unaccounted-sentence"."""
    place = joined(Path(problem.place.path).name, f"line {problem.place.line:,}" if problem.place.line else "")
    words = f"{problem.message} {problem.advice}".strip()
    return one_line(voiced(f"{problem.level.capitalize()} in {place}: {words} This is of the rule {problem.rule}"))


def diff(to: LinearExplorer, asked: str) -> Iterator[str]:
    """List what changed from another fact file, or a git revision of the open one, to the open one as it is now."""
    path = _fact_file(to, "compare fact files")
    if not asked:
        raise Refused(
            "Compared with what? For example diff HEAD~1, or diff old.yaml; changes tells what is new to you."
        )
    from eujdef_tui.compare.change import counted as counts_of  # most sessions compare nothing
    from eujdef_tui.compare.change import counted_words
    from eujdef_tui.compare.comparing import compare
    from eujdef_tui.compare.states import is_path, read_states, state_of_path, state_of_revision
    from eujdef_tui.system.git_tree import GitTree

    with ExitStack() as opened:
        since = None
        if is_path(asked):
            old = state_of_path(Path(asked))
        else:
            tree = opened.enter_context(GitTree(str(path if path.is_dir() else path.parent), asked))
            old, since = state_of_revision(tree, path), tree.day
        read = read_states(old, state_of_path(path), (since, to.day) if since else None)
    found = compare(*read, since, to.day)
    words = counted_words(counts_of(found))
    title = f"From {asked} to {path.name}: {words}"
    if not found:
        yield sentence(in_full(title))
        return
    to.go(Place(view_results(to.whole, None), listing=changes_listing(to, found, clean(title))))
    yield from read_page(to, 0)
