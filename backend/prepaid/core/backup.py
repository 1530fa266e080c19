"""Backups with PostgreSQL's own programs, taken by the maintenance role that sees every row."""

import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

from prepaid.core.postgres_programs import binaries, environment, reason
from prepaid.core.setup_error import SetupError

MAINTENANCE = "app_maintenance"
FILE_MODE = 0o600
"""A backup holds every tenant's rows: for its owner alone."""


def backup(url_admin: str, file: Path) -> int:
    """Write the database into `file` (pg_dump's compressed custom format); its size in bytes.

    The dump is one consistent snapshot; the file appears only when it is complete.

    Raises:
        SetupError: it could not be written.
    """
    draft = file.with_name(f"{file.name}.part")
    try:
        draft.touch(mode=FILE_MODE)
        _run("pg_dump", url_admin, f"--role={MAINTENANCE}", "--format=custom", f"--file={draft}")
        draft.rename(file)
    except OSError as error:
        raise SetupError(f"Cannot write {file} ({error.strerror}): choose another place.") from error
    finally:
        draft.unlink(missing_ok=True)
    return file.stat().st_size


def restore(url_admin: str, file: Path) -> None:
    """Fill an empty database from a backup, in one transaction: whole or not at all.

    The database roles must exist (`prepaid migrate` makes them).

    Raises:
        SetupError: the file is no backup, or the database is not empty.
    """
    if not file.is_file():
        raise SetupError(f"There is no backup {file}: check the path.")
    _run("pg_restore", url_admin, "--single-transaction", "--exit-on-error", "--dbname=", str(file))


def _run(program: str, url_admin: str, *options: str) -> None:
    """The login goes by environment variables: other users of the machine can read a command line."""
    parts = urlsplit(url_admin)
    login = {
        "PGHOST": parts.hostname or "127.0.0.1",
        "PGPORT": str(parts.port or 5432),
        "PGUSER": unquote(parts.username or "postgres"),
        "PGPASSWORD": unquote(parts.password or ""),
        "PGDATABASE": unquote(parts.path.lstrip("/")),
    }
    done = subprocess.run(
        [str(binaries() / program), "--no-password", *options],
        env=environment() | login,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SetupError(f"{program} failed ({reason(done.stderr)}): put that right and run the command again.")
