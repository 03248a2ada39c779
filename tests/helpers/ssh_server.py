"""Run a real OpenSSH server on loopback, set up as docs/shared-box.md says, and clients of it.

with Server(tmp_path, METRE) as box:
    box.ask("find kalas").stdout
    with box.session() as session: session.await_text("? help")
"""

from __future__ import annotations

import getpass
import os
import re
import select
import shlex
import shutil
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from tests.helpers.places import ROOT
from tests.helpers.pty_session import Session

__all__ = ["MISSING", "Server", "documented_lines", "proportional_kib"]

SSHD = shutil.which("sshd", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"])) or ""
MISSING = "" if SSHD and shutil.which("ssh") else "OpenSSH's sshd and ssh are not installed"
DEADLINE = 20.0  # seconds until a wait fails


def documented_lines() -> str:
    """Return the lines for sshd_config of docs/shared-box.md."""
    found = re.search(r"```sshd_config\n(.*?)```", (ROOT / "docs" / "shared-box.md").read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


def proportional_kib(pids: list[int]) -> int:
    """Return the memory of processes in KiB, as PSS: a page that n processes share counts 1/n for each."""
    total = 0
    for pid in pids:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
        total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.M)[1])  # type: ignore[index]
    return total


class Server:
    """A server on a free port, for the user who runs the tests. Each client gets `eujdef --kiosk`, or `command`.

    `cache` is the cache folder of the sessions; `folder` holds keys and settings.
    """

    def __init__(self, folder: Path, fact_file: Path, cache: Path, command: str = "") -> None:
        self._folder, self.user = folder, getpass.getuser()
        for name in ("host", "key"):
            make = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
            subprocess.run(make, check=True, timeout=DEADLINE)
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        program = shlex.join([sys.executable, "-m", "eujdef_tui"])
        lines = documented_lines().replace("Match User facts", f"Match User {self.user}")
        lines = lines.replace("/usr/local/bin/eujdef", program).replace("/srv/facts/facts.yaml", str(fact_file))
        if command:
            lines = re.sub("ForceCommand .*", lambda _: f"ForceCommand {command}", lines)
        day = os.environ.get("EUJDEF_TODAY", "2026-01-15")
        # SHLVL=1: bash that sshd starts at a lower level reads ~/.bashrc, and the tester's own may wait for a lock
        settings = f"""\
            Port {self.port}
            ListenAddress 127.0.0.1
            HostKey {folder / "host"}
            AuthorizedKeysFile {folder / "key.pub"}
            PidFile none
            StrictModes no
            UsePAM no
            AuthenticationMethods publickey
            MaxStartups 200
            AcceptEnv LANG LC_* TEXTUAL_*
            Subsystem sftp internal-sftp
            SetEnv PYTHONPATH={ROOT} EUJDEF_CACHE={cache} EUJDEF_TODAY={day} EUJDEF_STATE={os.devnull}/none SHLVL=1
            """
        (folder / "sshd_config").write_text(settings + lines, "utf-8")

    def __enter__(self) -> Server:
        if os.getuid() == 0:
            Path("/run/sshd").mkdir(exist_ok=True)  # sshd as root does not start without it
        command = [SSHD, "-D", "-e", "-f", str(self._folder / "sshd_config")]
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
        self._await_line(b"listening")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        sessions = self.descendants()
        self.process.terminate()
        self.process.wait(DEADLINE)
        assert self.process.stderr
        self.process.stderr.close()
        for pid in sessions:
            with suppress(ProcessLookupError):
                os.kill(pid, 9)

    def _await_line(self, words: bytes) -> None:
        assert self.process.stderr
        output, end = b"", time.monotonic() + DEADLINE
        while words not in output:
            ready = select.select([self.process.stderr], [], [], max(0.0, end - time.monotonic()))[0]
            more = os.read(self.process.stderr.fileno(), 4096) if ready else b""
            if not more:
                raise TimeoutError(f"sshd did not start: {output.decode()}")
            output += more

    def client(self, *options: str, program: str = "ssh") -> list[str]:
        """Return the command line of a client, up to the name of the host."""
        port = "-p" if program == "ssh" else "-P"
        settings = (
            "StrictHostKeyChecking=no UserKnownHostsFile=/dev/null LogLevel=ERROR IdentitiesOnly=yes BatchMode=yes"
        )
        given = [part for setting in settings.split() for part in ("-o", setting)]
        return [program, "-F", "none", "-i", str(self._folder / "key"), port, str(self.port), *given, *options]

    @property
    def host(self) -> str:
        """The host in a client's command line."""
        return f"{self.user}@127.0.0.1"

    def ask(self, *command: str, options: tuple[str, ...] = (), stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run `ssh facts@box COMMAND` without a terminal."""
        return subprocess.run(
            [*self.client(*options), self.host, *command],
            input=stdin, capture_output=True, text=True, timeout=DEADLINE,
        )  # fmt: skip

    def session(self, size: tuple[int, int] = (80, 24), *command: str) -> Session:
        """Run `ssh -tt facts@box` on a pseudo-terminal."""
        return Session([*self.client("-tt"), self.host, *command], size)

    def descendants(self) -> list[int]:
        """Return the ids of all descendant processes of the server, without zombies."""
        parent = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdecimal():
                try:
                    stat = (entry / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
                except OSError:  # the process has ended
                    continue
                if stat[0] != "Z":
                    parent[int(entry.name)] = int(stat[1])
        found = [self.process.pid]
        for pid in found:
            found += [child for child, of in parent.items() if of == pid]
        return found[1:]

    def explorers(self) -> list[int]:
        """Return the ids of the descendants that run `eujdef --kiosk`."""

        def is_one(pid: int) -> bool:
            try:
                return b"--kiosk" in Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
            except OSError:
                return False

        return [pid for pid in self.descendants() if is_one(pid)]
