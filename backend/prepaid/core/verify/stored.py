"""What was stored can be used: answers of idempotency keys, keys and ciphertexts, files."""

from hashlib import sha256
from uuid import UUID

import asyncpg

from prepaid.core.crypto import KeyRing, Undecryptable, place
from prepaid.core.crypto.rotation import encrypted_columns
from prepaid.core.files import open_store
from prepaid.core.findings import Finding, check
from prepaid.core.settings import settings

SAMPLED_FILES = 200
LISTED = 20
UNANSWERED = """
SELECT merchant_id, actor_key, recorded_at FROM idempotency_key WHERE answer IS NULL ORDER BY recorded_at LIMIT $1
"""
FILES = """
SELECT merchant_id, id, key, size, sha256 FROM stored_file WHERE status = 'READY' ORDER BY random() LIMIT $1
"""


@check("idempotency", invariants=(6,))
async def verify_answers(connection: asyncpg.Connection) -> list[Finding]:
    """A key without an answer was claimed by a command that acted and forgot to store what it answered."""
    return [
        Finding(
            "idempotency", 6, f"idempotency_key of {row['actor_key']}", f"no answer since {row['recorded_at']:%F %T}"
        )
        for row in await connection.fetch(UNANSWERED, LISTED)
    ]


@check("ciphertexts")
async def verify_ciphertexts(connection: asyncpg.Connection) -> list[Finding]:
    """Every data key and every directly encrypted value opens with the ring, in the place where it stands."""
    keyring = KeyRing.from_settings(settings())
    findings: list[Finding] = []
    for column in encrypted_columns():
        sql = f"SELECT {column.tenant} AS tenant, id, {column.name} AS value FROM {column.table}"
        async for row in connection.cursor(f"{sql} WHERE {column.name} IS NOT NULL", prefetch=500):
            try:
                keyring.decrypt(row["value"], place(column.place, row["tenant"], row["id"]))
            except Undecryptable:
                name = f"{column.place} of {_row(row['tenant'], row['id'])}"
                findings.append(Finding("ciphertexts", None, name, "does not open: damaged, moved, or its key is lost"))
    return findings


@check("files")
async def verify_files(connection: asyncpg.Connection) -> list[Finding]:
    """A random sample of ready files lies in the store, with the contents that were received."""
    store = open_store(settings())
    findings = []
    for row in await connection.fetch(FILES, SAMPLED_FILES):
        name = f"stored_file {_row(row['merchant_id'], row['id'])}"
        if await store.size(row["key"]) != row["size"]:
            findings.append(Finding("files", None, name, "is missing in the store, or has another size"))
            continue
        digest = sha256()
        async for chunk in store.get(row["key"], 0, row["size"]):
            digest.update(chunk)
        if digest.digest() != row["sha256"]:
            findings.append(Finding("files", None, name, "has other contents than were received"))
    return findings


def _row(tenant: UUID, row_id: UUID) -> str:
    return f"{tenant}/{row_id}"
