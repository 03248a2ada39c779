"""`python -m eujdef_tui` is `eujdef`."""

import gc
import signal
import sys

__all__ = ["run"]


def run() -> int:
    """Run `eujdef` and return its exit code. While it loads, ctrl+c ends it without a word."""
    gc.set_threshold(50_000)  # what is made while a question is answered stays: looking for litter finds none
    heard = signal.getsignal(signal.SIGINT)
    if heard is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from eujdef_tui.cli.commands import main

    if heard is signal.default_int_handler:
        signal.signal(signal.SIGINT, heard)
    return main()


if __name__ == "__main__":
    sys.exit(run())
