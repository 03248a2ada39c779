"""The commands of the linear mode: help, the table of docs/linear.md and the reading of a line come from it.

`keys` names the actions of the screen (`tui.key_bindings`) that a command stands for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from eujdef_tui.export.names import BRIEF_FORMS, CITATION_STYLES, EXPORT_FORMATS

__all__ = ["COMMANDS", "NOT_NEEDED", "Command", "Given", "command_of", "table", "what_fits"]


class Command(NamedTuple):
    """A command.

    Attributes:
        name: its word.
        short: letters and signs that say the same.
        takes: what follows it, as the help writes it; in brackets where it may be left out.
        does: what the help says.
        keys: names of the actions of the screen that it does.
        fits: a pattern of what follows; a line that has something else is a search.
        leaves: whether it writes a file or starts a program, which a shared box allows nobody.
    """

    name: str
    short: tuple[str, ...]
    takes: str
    does: str
    keys: tuple[str, ...] = ()
    fits: str = ""
    leaves: bool = False

    @property
    def shown(self) -> str:
        """How it is written: "mark [N], m"."""
        return ", ".join((f"{self.name} {self.takes}".strip(), *self.short))


_N = r"\d{1,9}"
_SOME = r".+"
_FILE = r"\S+\.ya?ml|\.{0,2}/.*|(?:HEAD|@)(?:[~^@]\S*)?|[0-9a-f]{7,64}"  # a fact file, or what is surely a revision
_MAYBE_N = rf"(?:{_N})?"
_MARKED = r"(?: marked)?"
_VIEWS = "timeline actors agreements statements tensions sources".split()

COMMANDS: tuple[Command, ...] = (
    Command("find", ("/",), "WORDS", "search; any line that is no command does too", ("search",), _SOME),
    Command("suggest", (), "WORD", "what a word that has a colon or begins a field may become", ("next-pane",), _SOME),
    Command("fields", (":",), "", "the fields of a query, such as kind and from"),
    Command("yes", (), "", "search for the mended words where nothing was found"),
    Command("searches", (), "", "earlier searches, to search again", ("earlier-searches",)),
    Command("saved", (), "", "saved searches", ("commands",)),
    Command("date", ("t",), "DATE", "the timeline from a date on", ("date",), _SOME),
    Command("all", (), "", "all answers, or a first look", ("all",)),
    *(Command(view, (), "", f"list {view}", (view,)) for view in _VIEWS),
    Command("views", (), "", "how many answers each view has"),
    Command("next view", ("]",), "", "the next view that has answers", ("next-view",)),
    Command("previous view", ("[",), "", "the view before", ("prev-view",)),
    Command("drop", (), "", "drop the query: views list all of theirs", ("out",)),
    Command("list", (), "", "read the answers again from the first"),
    Command("from", (), "N", "read the answers from number N on", (), _N),
    Command("more", ("an empty line",), "", "go on: answers, a sheet, an article", ("page-down", "half-down")),
    Command("less", (), "", "the answers or sentences before", ("page-up", "half-up")),
    Command("read", ("N alone",), "[N]", "read answer N: its sheet and its proof", ("read",), _MAYBE_N),
    Command("next", ("j", "J"), "[N]", "read the next answer, or the Nth after it", ("down", "next-fact", "count"),
            _MAYBE_N),
    Command("previous", ("k", "K"), "[N]", "read the answer before", ("up", "prev-fact"), _MAYBE_N),
    Command("first", ("g",), "", "read the first answer", ("first",)),
    Command("last", ("G",), "", "read the last answer", ("last",)),
    Command("quote", ("n",), "", "the next quote of the fact, or the next match of a seek", ("next-proof",)),
    Command("quote before", ("N", "p"), "", "the quote or the match before", ("prev-proof",)),
    Command("link", ("l",), "[N]", "follow link N of the sheet; without N the links", (), _MAYBE_N),
    Command("article", ("a",), "[N]", "read the article from the quote or sentence N on", ("zoom",), _MAYBE_N),
    Command("seek", (), "WORDS", "find in the article that is read", (), _SOME),
    Command("facts", ("f",), "[N]", "the facts on the sentence, or on sentence N", ("facts-here",), _MAYBE_N),
    Command("back", ("b",), "", "back to where you were; ends a seek first", ("back", "prev-pane")),
    Command("again", (), "", "say the last answer again", ("redraw",)),
    Command("copy", ("c", "y"), "[FORM] [marked]", "the fact with its citation, in lines and in a file", ("copy",),
            rf"(?:(?:{'|'.join(CITATION_STYLES)}|marked)(?: |$)){{0,2}}"),
    Command("copy again", ("Y",), "", "copy in the form chosen last", ("copy-again",)),
    Command("card", (), "", "meeting card: the fact and its quotes, short", ("card",)),
    Command("mark", ("m",), "[N | all]", "mark the fact, answer N or all answers; again takes the mark off", ("mark",),
            f"(?:{_N}|all)?"),
    Command("unmark all", (), "", "take all marks off"),
    Command("undo", (), "", "undo the last change of marks"),
    Command("marks", ("'",), "", "list the marked facts", ("marks",)),
    Command("export", (), "FORM [marked]", "write the answers, or the marked facts, into a new file", (),
            rf"(?:{'|'.join(EXPORT_FORMATS)}){_MARKED}", leaves=True),
    Command("brief", (), "[FORM] [marked]", "write a brief of them into a new file", (),
            rf"(?:{'|'.join(BRIEF_FORMS)})?(?: ?marked)?", leaves=True),
    Command("edit", ("e",), "", "open the fact's line of the fact file in your editor", ("edit",), leaves=True),
    Command("open", ("o",), "", "open the source's address in the browser, or say it", ("open-source",), leaves=True),
    Command("today", (), "", "which day it is, what is to come and what has passed"),
    Command("changes", ("d",), "", "what changed since the facts were looked at last", ("changes",), leaves=True),
    Command("verify", (), "FILE or SENTENCE", "hold a text of yours against the facts, sentence by sentence",
            ("commands",), _SOME),
    Command("check", (), "", "what is weak in the fact file, and whether its quotes hold", leaves=True),
    Command("diff", (), "FILE or REVISION", "what changed from another fact file or git revision to this one", (),
            _FILE, leaves=True),
    Command("reload", ("r",), "", "read the fact file anew once it has changed", ("reload",)),
    Command("help", ("h", "?"), "[COMMAND]", "the commands, or what one does", ("help",), r"(?:\S+)?"),
    Command("quit", ("q",), "", "quit; so does the end of the input", ("quit",)),
)  # fmt: skip

# Actions of the screen that lines of text have no use for, and why.
NOT_NEEDED = {
    "suspend": "the terminal does it itself",
    "interrupt": "control C drops the line; twice, it quits",
}


class Given(NamedTuple):
    """A command as it was typed, with what follows it."""

    name: str
    argument: str = ""


@cache
def _by_word() -> dict[str, Command]:
    """Each command by its word and its letters."""
    found = {one.name: one for one in COMMANDS}
    return found | {short: one for one in COMMANDS for short in one.short if " " not in short}


def command_of(line: str) -> Given:
    """Read a line: a command with what it takes, the number of an answer, or a search for all of it.

    A number of four digits is a year. A line that begins like a command and goes on otherwise is a search.
    """
    if not line:
        return Given("more")
    if re.fullmatch(r"\d{1,3}", line):
        return Given("read", str(int(line)))
    if line[0] == "/":
        return Given("find", line[1:].strip())
    if line.startswith("eujdef ") and (given := command_of(line.partition(" ")[2].strip())).name != "find":
        return given  # as it is typed into a shell
    words = _by_word()
    if line in words:
        return Given(words[line].name)
    first, _, rest = line.partition(" ")
    rest = rest.strip()
    if first in words and rest:
        command = words[first]
        if command.fits and re.fullmatch(command.fits, rest, re.DOTALL) and (command.name != "date" or _is_date(rest)):
            return Given(command.name, rest)
    return Given("find", line)


def what_fits(line: str) -> str:
    """Return what may follow the command that a line begins with, where what follows it does not fit; "" for none.

    Such a line is searched for. Who finds nothing by it may have meant the command.
    """
    first, _, rest = line.partition(" ")
    command = _by_word().get(first)
    if command is None or not rest.strip() or not command.fits or command_of(line).name == command.name:
        return ""
    takes = _TAKES.get(command.name, "a number" if command.fits in (_N, _MAYBE_N) else "")
    return f"The command {command.name} takes {takes}." if takes else ""


_TAKES = {
    "copy": f"a form: {', '.join(CITATION_STYLES)}; and marked",
    "export": f"a format: {', '.join(EXPORT_FORMATS)}; and marked",
    "brief": f"a form: {', '.join(BRIEF_FORMS)}; and marked",
    "date": "a date",
    "mark": "a number, or all",
    "diff": "a fact file, such as old.yaml, or a git revision, such as HEAD~1",
}


def _is_date(text: str) -> bool:
    from eujdef_tui.present.dated_event import date_error  # few lines ask for one

    return not date_error(text)


def table() -> str:
    """The commands as a Markdown table, with the names of the actions of the screen that they stand for."""
    rows = ["| command | what it does | on the screen |", "| --- | --- | --- |"]
    for one in COMMANDS:
        shown = ", ".join(f"`{way}`" if " " not in way or way == one.name else way for way in
                          (f"{one.name} {one.takes}".strip().replace("|", "or"), *one.short))  # fmt: skip
        rows.append(f"| {shown} | {one.does} | {', '.join(one.keys)} |")
    rows += [f"| | {why} | {name} |" for name, why in NOT_NEEDED.items()]
    return "\n".join(rows) + "\n"
