"""Entry point of `eujdef` and of `python -m eujdef_tui`."""

import gc
import sys

__all__ = ["run"]


def run() -> int:
    """Run `eujdef` and return its exit code.

    While modules load, ctrl+c ends it as it does later: a KeyboardInterrupt would print a traceback.
    """
    # A one-shot command keeps nearly all it makes: collections would scan live objects and free nothing.
    gc.set_threshold(500_000)
    if sys.argv[1:] == ["--version"] and _told_version():
        return 0
    try:
        from eujdef_tui.cli.commands import main
    except KeyboardInterrupt:
        from eujdef_tui.cli.exit_codes import INTERRUPTED

        return INTERRUPTED
    code = main()
    # The collections of the interpreter's own shutdown would walk through all that is left: a sixth of a `find`.
    gc.freeze()
    return code


def _told_version() -> bool:
    """Print the version without the command line's own modules, which take as long to load as Python itself."""
    from eujdef_tui import __version__

    try:
        sys.stdout.write(f"eujdef {__version__}\n")
        sys.stdout.flush()
    except (AttributeError, OSError):  # closed, full or broken: the command line knows what to do
        return False
    return True


if __name__ == "__main__":
    sys.exit(run())
