"""The system account that PostgreSQL's programs run as.

PostgreSQL refuses to run as root. Started by root (containers, fresh machines), it runs as the
machine's `nobody`, or as whoever owns the database folder already; nothing on the machine is changed.
"""

import os
import pwd
import shutil
import stat
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from prepaid.core.setup_error import SetupError

CAPABILITY_BITS = {"dac_read_search": 2, "dac_override": 1}
"""Linux capabilities that let a process pass closed parent folders, least powerful first (capability.h)."""


@dataclass(frozen=True)
class Account:
    """Who runs PostgreSQL: `uid` and `gid` None for the caller itself; `prefix` goes before each command."""

    uid: int | None = None
    gid: int | None = None
    prefix: tuple[str, ...] = ()

    def run(self, command: Sequence[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """Run a command to its end as this account; its output is returned, whatever the exit code.

        The working folder is `/`: the caller's may be closed to the account.
        """
        switch: dict[str, Any] = (
            {} if self.uid is None or self.prefix else {"user": self.uid, "group": self.gid, "extra_groups": []}
        )
        return subprocess.run(
            [*self.prefix, *command],
            cwd="/",
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            **switch,
        )

    def own(self, path: Path) -> None:
        """Give a file or folder to the account."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)


def account_for(folder: Path, needed: Iterable[Path]) -> Account:
    """The account for the database folder `folder`, which must reach every path in `needed`.

    Raises:
        SetupError: a parent folder is closed to the account and the machine offers no way through.
    """
    if os.geteuid() != 0:
        return Account()
    owner = folder.stat() if folder.exists() else None
    if owner is not None and owner.st_uid != 0:
        uid, gid = owner.st_uid, owner.st_gid
    else:
        nobody = pwd.getpwnam("nobody")
        uid, gid = nobody.pw_uid, nobody.pw_gid
    closed = next((parent for path in needed for parent in _closed_parents(path, uid)), None)
    if closed is None:
        return Account(uid, gid)
    return Account(uid, gid, _prefix_through(closed, uid, gid))


def _closed_parents(path: Path, uid: int) -> list[Path]:
    """Parents of `path` that the account may not pass through, outermost first."""
    closed = []
    for parent in reversed(path.resolve().parents):
        state = parent.stat()
        needed = stat.S_IXUSR if state.st_uid == uid else stat.S_IXOTH
        if not state.st_mode & needed:
            closed.append(parent)
    return closed


def _prefix_through(closed: Path, uid: int, gid: int) -> tuple[str, ...]:
    """A `setpriv` command that becomes the account but keeps the one right to pass closed folders."""
    setpriv = shutil.which("setpriv")
    held = _effective_capabilities()
    capability = next((name for name, bit in CAPABILITY_BITS.items() if held >> bit & 1), None)
    if setpriv is None or capability is None:
        raise SetupError(
            f"PostgreSQL does not run as root and other accounts cannot enter {closed}: "
            f"move the project to a folder that everybody may enter, or run as an ordinary user."
        )
    keep = f"-all,+{capability}"
    return (
        setpriv,
        f"--reuid={uid}",
        f"--regid={gid}",
        "--clear-groups",
        f"--inh-caps={keep}",
        f"--ambient-caps={keep}",
        "--",
    )


def _effective_capabilities() -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return next((int(line.split()[1], 16) for line in status.read_text().splitlines() if line.startswith("CapEff")), 0)
