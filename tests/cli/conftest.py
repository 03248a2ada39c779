"""The verbs run in this process, which costs a twentieth of a process of their own, and counts their lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from eujdef_tui.cli.commands import main
from tests.helpers.processes import Ran


@pytest.fixture
def here(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run `eujdef` with these arguments here: its exit code, and what it prints. It has no terminal."""

    def run(*arguments: str, **variables: str) -> Ran:
        capsys.readouterr()
        with monkeypatch.context() as patch:
            for name, value in variables.items():
                patch.setenv(name, value)
            code = main(arguments)
        return Ran(code, *capsys.readouterr())

    return run
