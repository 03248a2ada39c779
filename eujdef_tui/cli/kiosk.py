"""Serve a shared box: `eujdef --kiosk` is what sshd runs for everyone (ForceCommand).

A client's command comes in SSH_ORIGINAL_COMMAND. It is never given to a shell: it is split at white space, and its
verb and options must be offered by the table of verbs (`cli/verb_table.py`). Quotation marks belong to the query.
No client can open, write or start anything.
"""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator, MutableMapping

from eujdef_tui.cli.unwanted_words import is_unwanted_word
from eujdef_tui.cli.verb_table import VERBS, Verb
from eujdef_tui.errors import QueryError
from eujdef_tui.text.unicode import clean

__all__ = ["help_text", "parse_command", "restrict_process"]

LONGEST = 1000  # characters of a command; the search line takes as many

_OFFERED = {name: verb for name, verb in VERBS.items() if verb.kiosk}
_ADVICE = f"ask {', '.join(f'{name} {verb.operand}'.strip() for name, verb in _OFFERED.items())} or help"

# No query needs these characters, and whoever writes one expects a shell.
_SHELL = re.compile(r"[\x00-\x1f\x7f-\x9f;|&`$<>\\]")

# Variables that stay in the environment: the owner's EUJDEF_*, and what describes the terminal. Every other one may
# come from a client (AcceptEnv), and some name files: LANG and LC_* to gettext, TERMINFO to curses, TEXTUAL_* to
# textual, TMUX to the clipboard.
_VARIABLES = re.compile("EUJDEF_[A-Z]+|TERM|COLORTERM|NO_COLOR|ESCDELAY|SSH_CONNECTION|HOME|XDG_CACHE_HOME|TZ")


def restrict_process(environ: MutableMapping[str, str]) -> str:
    """Remove all variables that have no use here, and ignore SIGTSTP (^Z).

    Returns the client's command, "" for none.
    """
    command = environ.get("SSH_ORIGINAL_COMMAND", "")
    for name in [name for name in environ if not _VARIABLES.fullmatch(name)]:
        del environ[name]
    environ["EUJDEF_CONFIG"] = os.devnull  # no settings file is read: the box is set up by its command line
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    return command


def parse_command(command: str) -> list[str]:
    """Return a client's command as arguments of `eujdef`: [] for the explorer, ["help"] for `help_text`.

    Raises QueryError, with the column, for everything that is not offered.
    """
    _check_characters(command)
    words = [(match[0], match.start()) for match in re.finditer(r"\S+", command)]
    if words and words[0][0] == "eujdef":
        del words[0]
    if not words:
        return []
    name, column = words[0]
    if name in ("help", "--help", "-h"):
        return ["help"]
    if name not in _OFFERED:
        shown = name if len(name) <= 40 else name[:39] + "…"
        raise QueryError(f"“{shown}” is not answered here", _ADVICE, column)
    verb = _OFFERED[name]
    options, operands = _split(verb, words[1:])
    if operands and not verb.operand:
        raise QueryError(f"{name} stands alone", _ADVICE, words[1][1])
    if verb.operand and not operands:
        raise QueryError(f"{name} what?", _ADVICE, len(command))
    return [name, *options, *operands]


def _check_characters(command: str) -> None:
    if len(command) > LONGEST:
        raise QueryError(f"this is longer than {LONGEST:,} characters", "ask for less at a time", LONGEST)
    if found := _SHELL.search(command):
        char = found[0] if found[0].isprintable() else f"U+{ord(found[0]):04X}"
        advice = "no shell reads this; leave out control characters and ; | & ` $ < > \\"
        raise QueryError(f"“{char}” is not taken here", advice, found.start())
    cleaned = clean(command)
    if cleaned != command:
        at = next(i for i, (new, old) in enumerate(zip(cleaned, command, strict=True)) if new != old)
        raise QueryError(f"the character U+{ord(command[at]):04X} is not taken here", "leave it out", at)


def _split(verb: Verb, words: list[tuple[str, int]]) -> tuple[list[str], list[str]]:
    """Split (word, column) pairs into options with their values, and operands."""
    offered = {one.flags[0]: one.kiosk for one in verb.arguments if one.kiosk is not None}
    options: list[str] = []
    operands: list[str] = []
    remaining = iter(words)
    for word, column in remaining:
        if word in offered:
            options.append(word)
            if allowed := offered[word]:
                value = next(remaining, ("", column))[0]
                if not _is_allowed(value, allowed):
                    raise QueryError(f"{word} takes {_described(allowed)}", _ADVICE, column)
                options.append(value)
        elif word.startswith("-") and word != "-" and not (verb.name == "find" and is_unwanted_word(word)):
            raise QueryError(f"there is no {word} here", _ADVICE, column)
        else:
            operands.append(word)
    return options, operands


def _is_allowed(value: str, allowed: range | tuple[str, ...] | re.Pattern[str]) -> bool:
    if isinstance(allowed, re.Pattern):
        return allowed.fullmatch(value) is not None
    if isinstance(allowed, range):
        return bool(re.fullmatch("[1-9][0-9]{0,9}", value)) and int(value) in allowed
    return value in allowed


def _described(allowed: range | tuple[str, ...] | re.Pattern[str]) -> str:
    if isinstance(allowed, re.Pattern):
        return "a date such as 2024-11-01"
    return f"a number from {allowed[0]} to {allowed[-1]:,}" if isinstance(allowed, range) else ", ".join(allowed)


def help_text() -> str:
    """Return what a client may ask for, from the table of verbs."""
    return "\n".join(_help_lines()) + "\n"


def _help_lines() -> Iterator[str]:
    yield "What is answered here:"
    for verb in _OFFERED.values():
        options = [one for one in verb.arguments if one.kiosk is not None]
        shown = {one.flags[0]: f"{one.flags[0]} {one.settings.get('metavar', '')}".strip() for one in options}
        operands = [f"{verb.operand}…"] if verb.operand else []
        yield " ".join((f"  {verb.name}", *operands, *(f"[{option}]" for option in shown.values())))
        yield f"      {verb.summary}"
        for one in options:
            limits = f", N from {one.kiosk[0]} to {one.kiosk[-1]:,}" if isinstance(one.kiosk, range) else ""
            yield f"      {shown[one.flags[0]]:<11} {one.settings['help']}{limits}"
    yield "Without a command the explorer opens; it needs a terminal: ssh -t"
