"""What `prepaid verify` checks of contracts."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

import asyncpg
import orjson

from prepaid.core.files import open_store
from prepaid.core.findings import Finding, check
from prepaid.core.settings import settings
from prepaid.domains.contracts.commands.template_content import hits_of, stored_clauses
from prepaid.domains.contracts.reads.signing_keys import serial_text
from prepaid.domains.contracts.rules.clauses import content_hash
from prepaid.domains.contracts.rules.scenes import SIGNING_ORDER
from prepaid.kit import clock
from prepaid.providers.signing import Inspection, inspect_signatures

SNAPSHOT: Final = 8
"""Number of the invariant that what was agreed stays as it was (domain/00)."""
TRAIL: Final = 10
FILES: Final = """
SELECT c.merchant_id, c.id, c.number, c.state, c.content_sha256, c.signed_sha256, c.in_force_at,
  o.key AS content_key, o.size AS content_size, s.key AS signed_key, s.size AS signed_size
FROM contract c
LEFT JOIN stored_file o ON o.merchant_id = c.merchant_id AND o.id = c.content_file_id AND o.status = 'READY'
LEFT JOIN stored_file s ON s.merchant_id = c.merchant_id AND s.id = c.signed_file_id AND s.status = 'READY'
WHERE c.content_sha256 IS NOT NULL ORDER BY c.number
"""
SIGNATURES: Final = """
SELECT g.contract_id, g.party, g.signed_at, g.digest, g.certificate_serial, g.document_sha256, g.result_sha256,
  g.grant_id, g.change_id, g.account_id, e.administrator_account_id, t.id AS stamping_id,
  EXISTS (SELECT FROM seal_grant r WHERE r.merchant_id = g.seal_tenant_id AND r.id = g.grant_id
          AND r.seal_id = g.seal_id AND r.account_id = g.account_id) AS granted,
  EXISTS (SELECT FROM change_request q WHERE q.id = g.change_id AND q.state = 'APPROVED'
          AND q.maker_account_id = g.account_id) AS approved,
  EXISTS (SELECT FROM audit_event a WHERE a.object_id = e.id AND a.action = 'seal.administrator_changed') AS handed_over
FROM contract_signature g
JOIN seal e ON e.merchant_id = g.seal_tenant_id AND e.id = g.seal_id
LEFT JOIN seal_stamping t ON t.merchant_id = g.seal_tenant_id AND t.signature_id = g.id
WHERE g.state = 'APPLIED' ORDER BY g.contract_id, g.signed_at
"""
VERSIONS: Final = """
SELECT t.code, v.version, v.state, v.clauses::text AS clauses, v.variables::text AS variables,
  v.parameters::text AS parameters, v.ranges::text AS ranges, v.content_hash, v.submitted_by, v.published_by
FROM contract_template_version v JOIN contract_template t ON t.id = v.template_id
WHERE v.state IN ('PUBLISHED', 'RETIRED') ORDER BY t.code, v.version
"""
DOUBLED: Final = """
SELECT scene, type_code, count(*) AS versions FROM contract_template_type WHERE state = 'PUBLISHED'
GROUP BY scene, type_code HAVING count(*) > 1
"""
OVERLONG: Final = """
SELECT g.merchant_id, g.id FROM seal_grant g JOIN seal s ON s.merchant_id = g.merchant_id AND s.id = g.seal_id
WHERE g.valid_to > g.valid_from + interval '3 years'
   OR (g.revoked_at IS NULL AND s.state IN ('REVOKED', 'REJECTED'))
ORDER BY g.merchant_id, g.id
"""
ROOT: Final = "SELECT certificate FROM signing_key WHERE kind = 'ROOT'"


@check("contract-files", invariants=(SNAPSHOT,))
async def verify_files(connection: asyncpg.Connection) -> list[Finding]:
    """The bytes of every contract have the hash that was kept; in force they carry every signature, and each stands."""
    root = await connection.fetchval(ROOT)
    signatures: dict[Any, list[asyncpg.Record]] = {}
    for row in await connection.fetch(SIGNATURES):
        signatures.setdefault(row["contract_id"], []).append(row)
    store, found = open_store(settings()), []
    for row in await connection.fetch(FILES):
        for part in ("content", "signed"):
            if row[f"{part}_sha256"] is None:
                continue
            content = await _read(store, row[f"{part}_key"], row[f"{part}_size"])
            if content is None or sha256(content).digest() != row[f"{part}_sha256"]:
                found.append(_finding(row, f"has other {part} bytes than were kept"))
            elif part == "signed" and root is not None:
                seen = await inspect_signatures(content, root=root, at=clock.now())
                found += [_finding(row, detail) for detail in _unsound(signatures.get(row["id"], []), seen)]
        if row["in_force_at"] is not None:
            parties = {each["party"] for each in signatures.get(row["id"], [])}
            missing = [party.value for party in SIGNING_ORDER if party.value not in parties]
            found += [_finding(row, f"is in force without the signature of {party}") for party in missing]
    return found


@check("contract-signatures", invariants=(TRAIL,))
async def verify_signatures(connection: asyncpg.Connection) -> list[Finding]:
    """Every signature was made over the bytes before it, in the log of its seal, by somebody who might."""
    found: list[Finding] = []
    before: dict[Any, bytes] = {}
    for row in await connection.fetch(SIGNATURES):
        name = f"signature of {row['party']} on contract {row['contract_id']}"
        earlier = before.get(row["contract_id"])
        if earlier is not None and earlier != row["document_sha256"]:
            found.append(Finding("contract-signatures", TRAIL, name, "was made over other bytes than stood there"))
        before[row["contract_id"]] = row["result_sha256"]
        if row["stamping_id"] is None:
            found.append(Finding("contract-signatures", TRAIL, name, "is missing in the log of its seal"))
        administrator = row["account_id"] == row["administrator_account_id"] or row["handed_over"]
        if not (row["granted"] or row["approved"] or (row["grant_id"] is None and administrator)):
            found.append(Finding("contract-signatures", TRAIL, name, "was made without a grant or an approval"))
    return found


@check("contract-templates", invariants=(SNAPSHOT,))
async def verify_templates(connection: asyncpg.Connection) -> list[Finding]:
    """What was published is what was approved, by two people, without a void clause, once per scene and type."""
    found = []
    for row in await connection.fetch(VERSIONS):
        name = f"version {row['version']} of the template {row['code']}"
        clauses = stored_clauses(orjson.loads(row["clauses"]))
        parts = [orjson.loads(row[part]) for part in ("variables", "parameters", "ranges")]
        if content_hash(clauses, *parts) != row["content_hash"]:
            found.append(Finding("contract-templates", SNAPSHOT, name, "has other contents than were approved"))
        if row["submitted_by"] is not None and row["submitted_by"] == row["published_by"]:
            found.append(Finding("contract-templates", TRAIL, name, "was approved by its maker"))
        if row["state"] == "PUBLISHED" and hits_of(clauses):
            found.append(Finding("contract-templates", None, name, "is in force with a void clause"))
    for row in await connection.fetch(DOUBLED):
        name = f"scene {row['scene']} of the type {row['type_code']}"
        found.append(Finding("contract-templates", None, name, f"has {row['versions']} versions in force"))
    return found


@check("seal-grants", invariants=(TRAIL,))
async def verify_grants(connection: asyncpg.Connection) -> list[Finding]:
    """No grant runs for more than three years, or outlives its seal."""
    return [
        Finding("seal-grants", TRAIL, f"grant {row['merchant_id']}/{row['id']}", "runs too long, or outlives its seal")
        for row in await connection.fetch(OVERLONG)
    ]


async def _read(store: Any, key: str | None, size: int | None) -> bytes | None:
    if key is None or size is None or await store.size(key) != size:
        return None
    return b"".join([chunk async for chunk in store.get(key, 0, size)])


def _unsound(known: list[asyncpg.Record], seen: Inspection) -> Iterator[str]:
    if not seen.sound:
        yield "has signatures that do not stand"
    kept = [(each["digest"], each["certificate_serial"]) for each in known]
    if kept != [(each.digest, serial_text(each.certificate_serial)) for each in seen.signatures]:
        yield "carries other signatures than were noted"


def _finding(row: asyncpg.Record, detail: str) -> Finding:
    return Finding("contract-files", SNAPSHOT, f"contract {row['number']}", detail)
