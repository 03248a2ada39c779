"""Promise: on a shared box a client asks one of a few questions, and nothing it sends opens, writes or starts anything.

`eujdef --kiosk` is what sshd runs for everyone (ForceCommand). What the client wrote after the host's name comes
in SSH_ORIGINAL_COMMAND. It is never given to a shell: it is cut at white space, and each word must be one that
`arguments` knows. Quotation marks belong to the query.
"""

from __future__ import annotations

import re
import signal
from collections.abc import MutableMapping

from eujdef_tui.errors import QueryError
from eujdef_tui.text.unicode import clean

__all__ = ["HELP", "arguments", "shut_in"]

LONGEST = 1000  # characters of a command; the search line takes as many
MOST_HITS = 1000

HELP = """\
What is answered here:
  find WORDS…      find facts; --json prints one object, -n N prints at most N hits (20);
                   find - reads one query a line and prints one object a line
  show ID…         all that is known of a fact, with its quotes
  cite ID…         a fact with its citation; --as markdown, chicago, bibtex, csl-json or plain
  keys             the keys of the explorer
Without a command the explorer opens; it needs a terminal: ssh -t
"""

# For each verb its options, and what the value of each must look like; "" for an option without one.
_VERBS = {
    "find": {"--json": "", "-n": f"[1-9][0-9]{{0,2}}|{MOST_HITS}"},
    "show": {},
    "cite": {"--as": "markdown|chicago|bibtex|csl-json|plain"},
    "keys": {},
}
_ASK = "ask find WORDS, show ID, cite ID, keys or help"

# No query needs them, and whoever writes one expects a shell.
_SHELL = re.compile(r"[\x00-\x1f\x7f-\x9f;|&`$<>\\]")

# The owner's EUJDEF_*, and what says which terminal is there. All else could be a client's (AcceptEnv), and some
# of it names files: LANG and LC_* to gettext, TERMINFO to curses, TEXTUAL_* to textual, TMUX to the clipboard.
_KEPT = re.compile("EUJDEF_[A-Z]+|TERM|COLORTERM|NO_COLOR|ESCDELAY|SSH_CONNECTION|HOME|XDG_CACHE_HOME|TZ")


def shut_in(environ: MutableMapping[str, str]) -> str:
    """Shut the process in: keep of the environment only what has a use here, and be deaf to ^Z.

    Returns what the client asked for, "" for nothing.
    """
    asked = environ.get("SSH_ORIGINAL_COMMAND", "")
    for name in [name for name in environ if not _KEPT.fullmatch(name)]:
        del environ[name]
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    return asked


def arguments(asked: str) -> list[str]:
    """What a client asked for as arguments of `eujdef`: [] for the explorer, ["help"] for `HELP`.

    Raises QueryError, with the column, for all that is not answered here.
    """
    _check_characters(asked)
    words = [(match[0], match.start()) for match in re.finditer(r"\S+", asked)]
    if words and words[0][0] == "eujdef":
        del words[0]
    if not words:
        return []
    verb, column = words[0]
    if verb in ("help", "--help", "-h"):
        return ["help"]
    if verb not in _VERBS:
        said = verb if len(verb) <= 40 else verb[:39] + "…"
        raise QueryError(f"“{said}” is not answered here", _ASK, column)
    options, plain = _sorted(_VERBS[verb], words[1:])
    if verb == "keys" and plain:
        raise QueryError("keys stands alone", _ASK, words[1][1])
    if verb != "keys" and not plain:
        raise QueryError(f"{verb} what?", _ASK, len(asked))
    return [verb, *options, *plain]


def _check_characters(asked: str) -> None:
    if len(asked) > LONGEST:
        raise QueryError(f"this is longer than {LONGEST:,} characters", "ask for less at a time", LONGEST)
    if found := _SHELL.search(asked):
        char = found[0] if found[0].isprintable() else f"U+{ord(found[0]):04X}"
        advice = "no shell reads this; leave out control characters and ; | & ` $ < > \\"
        raise QueryError(f"“{char}” is not taken here", advice, found.start())
    safe = clean(asked)
    if safe != asked:
        at = next(i for i, (ours, theirs) in enumerate(zip(safe, asked, strict=True)) if ours != theirs)
        raise QueryError(f"the character U+{ord(asked[at]):04X} is not taken here", "leave it out", at)


def _sorted(known: dict[str, str], words: list[tuple[str, int]]) -> tuple[list[str], list[str]]:
    """The options with their values, and the other words."""
    options: list[str] = []
    plain: list[str] = []
    left = iter(words)
    for word, column in left:
        if word in known:
            value = next(left, ("", column))[0] if known[word] else ""
            if not re.fullmatch(known[word], value):
                raise QueryError(f"{word} takes {_told(known[word])}", _ASK, column)
            options += [word, value] if value else [word]
        elif word.startswith("-") and word != "-":
            raise QueryError(f"there is no {word} here", _ASK, column)
        else:
            plain.append(word)
    return options, plain


def _told(pattern: str) -> str:
    """What a value must look like, in words."""
    return f"a number from 1 to {MOST_HITS:,}" if "[" in pattern else pattern.replace("|", ", ")
