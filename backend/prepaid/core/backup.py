"""Backup and restore of the whole database in one file, with PostgreSQL's own programs.

The dump runs as `app_maintenance`: row-level security is forced, so even the owner of the tables would
dump none of their rows. Files lie in the file store and are saved there.
"""

import asyncio
import os
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import asyncpg

from prepaid.core.migrate import prepare
from prepaid.core.postgres_programs import binaries, environment, reason
from prepaid.core.progress import Report, silent
from prepaid.core.revisions import MAINTENANCE
from prepaid.core.settings import settings
from prepaid.core.setup_error import SetupError

DUMPED = re.compile(r"dumping contents of table")
RESTORED = re.compile(r"processing data for table")
TABLES = "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"


def backup(url: str, path: Path, report: Report = silent) -> int:
    """Write the database at `url` (an administrator's) to `path`, whole or not at all; returns the size in bytes.

    Raises:
        SetupError: the dump failed, or the program is not there.
    """
    draft = path.with_name(f".{path.name}.part")
    tables = asyncio.run(_count_tables(url))
    try:
        _touch_for_owner_alone(draft)
        options = ("--format=custom", f"--role={MAINTENANCE}", f"--file={draft}")
        _run("pg_dump", url, *options, seen=DUMPED, tables=tables, report=report)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path.stat().st_size


def restore(url: str, path: Path, report: Report = silent) -> None:
    """Fill the empty database at `url` (an administrator's) from `path`, in one transaction.

    Missing database roles are made first. `prepaid verify` tells whether the result is sound.

    Raises:
        SetupError: the database is not empty, the file is no backup, or restoring failed.
    """
    if not path.is_file():
        raise SetupError(f"There is no file {path}: name the file that `prepaid backup` wrote.")
    if asyncio.run(_count_tables(url)):
        raise SetupError("The database is not empty: restore into a new one, so that nothing is overwritten.")
    listed = _run("pg_restore", None, "--list", str(path))
    tables = len(re.findall(r"TABLE DATA", listed))
    asyncio.run(prepare(url, settings().app_database_password.get_secret_value()))
    options = ("--single-transaction", "--exit-on-error", str(path))
    _run("pg_restore", url, *options, seen=RESTORED, tables=tables, report=report)


def _touch_for_owner_alone(file: Path) -> None:
    """Before a row is in it: a backup holds every tenant's."""
    try:
        file.touch(mode=0o600)
    except OSError as error:
        raise SetupError(f"Cannot write {file.parent} ({error.strerror}): choose another place.") from error


async def _count_tables(url: str) -> int:
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval(TABLES))
    finally:
        await connection.close()


def _run(
    program: str,
    url: str | None,
    *options: str,
    seen: re.Pattern[str] | None = None,
    tables: int = 0,
    report: Report = silent,
) -> str:
    """Run a program to its end; a line that `seen` finds is one more table. Returns what it wrote."""
    command = [_program(program), *options]
    variables = environment()
    if url is not None:
        parts = urlsplit(url)
        # The password goes by the environment: other users of the machine can read a command line.
        variables |= {"PGPASSWORD": unquote(parts.password or "")}
        command += ["--verbose", "--no-password", f"--dbname={_without_password(url)}"]
    lines, done = [], 0
    with subprocess.Popen(
        command, env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line)
            if seen is not None and seen.search(line):
                done += 1
                report("tables", done, max(done, tables))
    if process.returncode:
        raise SetupError(f"{program} failed ({reason(''.join(lines))}): nothing was changed.")
    return "".join(lines)


def _program(name: str) -> str:
    try:
        bundled = binaries() / name
    except SetupError:
        bundled = None
    if bundled is not None and os.access(bundled, os.X_OK):
        return str(bundled)
    found = shutil.which(name)
    if found is None:
        raise SetupError(f"The program {name} of PostgreSQL is not there: run `make install`, or install its client.")
    return found


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    user, _, host = parts.netloc.rpartition("@")
    return parts._replace(netloc=f"{user.partition(':')[0]}@{host}" if user else host).geturl()
