"""Add the drafts of an outside command (a language model's, a tagger's) to those of the rules.

The protocol: one run; the prompt on standard input, YAML on standard output, exit code 0. What is sent, and to which
program, is said before it happens. Its drafts go through the same checks, and are never worth more for being a model's.
"""

from __future__ import annotations

from collections.abc import Callable

from eujdef_tui.draft.answer import merged, read_answer
from eujdef_tui.draft.command import ask, words_of
from eujdef_tui.draft.counted_dates import Issued
from eujdef_tui.draft.drafting import Drafted, in_order
from eujdef_tui.draft.known import Known
from eujdef_tui.draft.prompt import prompt
from eujdef_tui.draft.sentences import read_sentences
from eujdef_tui.draft.truth import checked
from eujdef_tui.text.sentences import sentences
from eujdef_tui.text.unicode import clean, one_line

__all__ = ["draft_with"]

_TALK = 20  # lines of standard error, and faults of items, that are shown


def draft_with(
    command: str, seconds: float, text: str, issued: str, known: Known, drafted: Drafted, tell: Callable[[str], None]
) -> Drafted:
    """The drafts of the rules and those of a command, which is given the sentences that the rules have drafted.

    `tell` shows a line to the user. Raises OutsideError.
    """
    spans = sentences(text)
    given = read_sentences(text, spans[: drafted.read])
    asked = prompt(text, given, known)
    name = words_of(command)[0]
    tell(clean(f"eujdef: sends {len(asked):,} characters, the article among them, to: {name}"))
    answer = ask(command, asked, seconds)
    for line in answer.talk.splitlines()[:_TALK]:
        tell(clean(f"{name}: {line}"))
    reading = read_answer(answer.text, text, given, Issued.of(issued), name)
    for problem in reading.problems[:_TALK]:
        tell(clean(f"eujdef: left out of the answer, {one_line(problem)}"))
    if more := len(reading.problems[_TALK:]):
        tell(f"eujdef: left out of the answer, {more:,} more")
    together = checked((*drafted.drafts, *reading.drafts), text, issued, spans, known)
    theirs = list(together)[len(drafted.drafts) :]
    return drafted._replace(drafts=in_order(merged(drafted.drafts, theirs)))
