"""The folder of an embedded PostgreSQL: made by initdb, checked, configured."""

import secrets
import shutil
import socket
from pathlib import Path

from prepaid.core.postgres_account import Account
from prepaid.core.postgres_programs import binaries, environment, reason
from prepaid.core.setup_error import SetupError

MAJOR = "18"

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
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "shared_preload_libraries": "",
    "autovacuum_naptime": "10min",
}
"""For data that nobody misses after a power cut (tests): no waiting for the disk."""


class Cluster:
    """Layout below the data folder; the first two belong to the account that runs the server:

    postgres/cluster/            what initdb made
    postgres/server.log          the server's messages
    postgres/port                TCP port on 127.0.0.1, remembered between starts
    secrets/postgres-password    password of the superuser `postgres`
    """

    def __init__(self, data_dir: Path, *, durable: bool) -> None:
        self.home = data_dir / "postgres"
        self.folder = self.home / "cluster"
        self.log = self.home / "server.log"
        self.durable = durable
        self._password_file = data_dir / "secrets" / "postgres-password"
        self._port_file = self.home / "port"

    def ensure(self, account: Account) -> None:
        """Make the cluster if there is none.

        Raises:
            SetupError: initdb failed, or the folder is incomplete or of another major version.
        """
        version = self.folder / "PG_VERSION"
        if not self.folder.exists():
            self._initialise(account)
        elif not version.exists():
            raise SetupError(
                f"{self.folder} is not a complete PostgreSQL folder: move it away, and an empty database is made."
            )
        elif (found := version.read_text().strip()) != MAJOR:
            raise SetupError(
                f"{self.folder} was made by PostgreSQL {found} and this is PostgreSQL {MAJOR}: "
                f"dump it with the old version and restore it here, or move it away."
            )

    def configure(self, account: Account, port: int) -> None:
        """Write the server's settings."""
        settings = SETTINGS | ({} if self.durable else DISPOSABLE_SETTINGS) | {"port": str(port)}
        configuration = self.folder / "postgresql.conf"
        configuration.write_text("".join(f"{name} = '{value}'\n" for name, value in settings.items()))
        account.own(configuration)

    def choose_port(self, fixed: int | None) -> int:
        """The fixed port, or the remembered one while it is free, or a free one; it is remembered.

        Raises:
            SetupError: the fixed port is taken.
        """
        port = _free_port(fixed or self.remembered_port() or 0)
        if port is None and fixed is not None:
            raise SetupError(f"Port {fixed} on 127.0.0.1 is taken: stop what listens there, or choose another port.")
        port = port or _free_port(0)
        assert port is not None
        self._port_file.write_text(str(port))
        return port

    def remembered_port(self) -> int | None:
        """The port of the last start."""
        return int(self._port_file.read_text()) if self._port_file.exists() else None

    def password(self) -> str:
        """The superuser's password, made on first use."""
        if not self._password_file.exists():
            self._password_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._password_file.touch(mode=0o600)
            self._password_file.write_text(secrets.token_urlsafe(24))
        return self._password_file.read_text()

    def _initialise(self, account: Account) -> None:
        """Run initdb beside the final place, so that an interrupted run leaves nothing that looks complete."""
        draft = self.home / "cluster.new"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        account.own(draft)
        password_copy = self.home / "initial-password"
        password_copy.touch(mode=0o600)
        password_copy.write_text(self.password())
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
                environment(),
            )
        finally:
            password_copy.unlink()
        if done.returncode:
            raise SetupError(
                f"No database could be made in {self.home} ({reason(done.stdout)}): "
                f"free space or choose another folder with PREPAID_DATA_DIR."
            )
        draft.rename(self.folder)


def _free_port(wanted: int) -> int | None:
    """`wanted` (0 = any) if nothing listens there, else None."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", wanted))
        except OSError:
            return None
        return int(probe.getsockname()[1])
