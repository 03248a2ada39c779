"""Run a command line: parse it, run the verb, and turn every error into a message on stderr and an exit code.

A closed pipe is success: whoever reads the output has read enough.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

from eujdef_tui.cli.exit_codes import INTERRUPTED, SUCCESS, USAGE_ERROR
from eujdef_tui.cli.plain_options import plain_options
from eujdef_tui.cli.printing import print_error, print_message
from eujdef_tui.cli.streams import open_streams, stop_writing
from eujdef_tui.errors import EujdefError
from eujdef_tui.text.unicode import clean

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run `eujdef` with these arguments, by default those of the process, and return its exit code."""
    try:
        open_streams()
        try:
            return _run(_parse(sys.argv[1:] if argv is None else argv))
        finally:
            sys.stdout.flush()
    except BrokenPipeError:
        stop_writing(sys.stdout)
        return SUCCESS
    except KeyboardInterrupt:
        return INTERRUPTED
    except EujdefError as error:
        print_error(error)
        return error.exit_code
    except OSError as error:
        stop_writing(sys.stdout)
        print_message(f"eujdef: {_reason(error)}")
        return USAGE_ERROR
    finally:
        try:
            sys.stderr.flush()
        except OSError:
            stop_writing(sys.stderr)


def _reason(error: OSError) -> str:
    """What an error says. One of writing that names no file is of stdout: `system/whole_file.py` names its own."""
    if error.filename is None and error.errno == errno.EBADF:
        return "stdout is closed: nothing could be printed"
    if error.filename is None and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"stdout cannot be written: {error.strerror}"
    return clean(str(error))


def _run(options: argparse.Namespace) -> int:
    """Run the verb of these options. Only its own module is imported: `find` starts without the others."""
    name = f"eujdef_tui.cli.verbs.{options.verb or 'explore'}"
    __import__(name)  # `importlib` would load `warnings`: 1.5 of the 165 million instructions of a `find`
    code: int = sys.modules[name].run(options)
    return code


def _parse(typed: Sequence[str]) -> argparse.Namespace:
    """Parse the arguments; with `--kiosk` also the client's command, whose verb and options are then returned."""
    if options := plain_options(typed):
        return options
    if "--kiosk" not in typed:
        from eujdef_tui.cli.parser import build_parser, file_first  # only now: see `plain_options`

        typed = file_first(typed)
        return build_parser(typed).parse_args(typed)
    from eujdef_tui.cli import kiosk

    command = kiosk.restrict_process(os.environ)  # before argparse: gettext reads LANG and LANGUAGE
    from eujdef_tui.cli.parser import build_parser

    owner = build_parser()
    options = owner.parse_args(typed)
    if not options.kiosk or options.verb:
        owner.error("--kiosk takes no verb: what is asked for comes in SSH_ORIGINAL_COMMAND")
    match kiosk.parse_command(command):
        case []:
            return options
        case ["help"]:
            options.verb = "help"
            return options
        case arguments:
            client = build_parser(arguments).parse_args(arguments)
            client.kiosk, client.file, client.base = True, options.file, options.base
            return client
