"""Whether a database was prepared by this very code: then a second start has nothing to migrate and nothing to fill in.

The fingerprint of the code is kept as the comment of the database, so that it goes where the database goes.
"""

from hashlib import sha256
from pathlib import Path
from typing import Final

import asyncpg

BACKEND: Final = Path(__file__).parents[2]
LOOKED_AT: Final = ("prepaid", "migrations")
ENDINGS: Final = frozenset({".py", ".sql", ".json"})
MARK: Final = "prepared by "
READ: Final = """
SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()
"""


def fingerprint() -> str:
    """Of all that migrations and demo data are made of: names, sizes and times of the files."""
    digest = sha256()
    for folder in LOOKED_AT:
        for file in sorted((BACKEND / folder).rglob("*")):
            if file.suffix in ENDINGS:
                known = file.stat()
                digest.update(f"{file} {known.st_size} {known.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:32]


async def is_prepared(admin_url: str, code: str) -> bool:
    """Whether the database says that it was prepared by this code."""
    connection = await asyncpg.connect(admin_url)
    try:
        return bool(await connection.fetchval(READ) == MARK + code)
    finally:
        await connection.close()


async def mark_prepared(admin_url: str, code: str) -> None:
    """Have the database say so."""
    connection = await asyncpg.connect(admin_url)
    try:
        name = await connection.fetchval("SELECT quote_ident(current_database())")
        await connection.execute(f"COMMENT ON DATABASE {name} IS '{MARK}{code}'")
    finally:
        await connection.close()
