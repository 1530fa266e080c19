"""Following the chain: names every event and block that is not as it was sealed."""

import asyncpg

from prepaid.core.audit.chain import GENESIS, SELECTED, block_hash, digest
from prepaid.core.findings import Finding, check

CHECK = "audit-chain"
AUDITED = 10
BLOCKS = "SELECT number, previous_hash, hash, count FROM audit_block ORDER BY number"
SEALS = f"""
SELECT s.merchant_id AS sealed_merchant_id, s.event_id, s.digest, {SELECTED}
FROM audit_seal AS s LEFT JOIN audit_event AS e ON (e.merchant_id, e.id) = (s.merchant_id, s.event_id)
WHERE s.block_number = $1 ORDER BY s.position
"""
STRAY_SEALS = """
SELECT block_number, count(*) FROM audit_seal AS s
WHERE NOT EXISTS (SELECT FROM audit_block AS b WHERE b.number = s.block_number) GROUP BY 1 ORDER BY 1
"""
UNSEALED = """
SELECT e.merchant_id, e.id, e.recorded_at FROM audit_event AS e
WHERE e.recorded_at < now() - interval '1 hour'
  AND NOT EXISTS (SELECT FROM audit_seal AS s WHERE s.merchant_id = e.merchant_id AND s.event_id = e.id)
ORDER BY e.id LIMIT 20
"""


@check(CHECK, invariants=(AUDITED,))
async def verify_chain(connection: asyncpg.Connection) -> list[Finding]:
    """Recompute the chain from its first block; one finding for each row that is not as it was sealed."""
    findings: list[Finding] = []
    expected_number, expected_previous = 1, GENESIS
    for block in await connection.fetch(BLOCKS):
        number = block["number"]
        if number != expected_number:
            findings.append(_about_block(expected_number, f"blocks {expected_number} to {number - 1} are missing"))
        elif block["previous_hash"] != expected_previous:
            findings.append(_about_block(number, "does not follow the block before it: one of the two was edited"))
        findings += await _verify_block(connection, block)
        expected_number, expected_previous = number + 1, block["hash"]
    for stray in await connection.fetch(STRAY_SEALS):
        findings.append(
            _about_block(stray["block_number"], f"is missing, and {stray['count']} events are sealed in it")
        )
    for event in await connection.fetch(UNSEALED):
        detail = f"recorded at {event['recorded_at']:%F %T} and in no block since: inserted later, or sealing stopped"
        findings.append(_about_event(event["merchant_id"], event["id"], detail))
    return findings


async def _verify_block(connection: asyncpg.Connection, block: asyncpg.Record) -> list[Finding]:
    findings, digests = [], []
    number = block["number"]
    for seal in await connection.fetch(SEALS, number):
        digests.append(seal["digest"])
        if seal["id"] is None:
            detail = f"deleted, or its seal in block {number} was edited"
            findings.append(_about_event(seal["sealed_merchant_id"], seal["event_id"], detail))
        elif digest(seal) != seal["digest"]:
            findings.append(_about_event(seal["merchant_id"], seal["id"], f"not as it was sealed in block {number}"))
    if len(digests) != block["count"]:
        findings.append(_about_block(number, f"lists {len(digests)} events and was sealed with {block['count']}"))
    elif block_hash(block["previous_hash"], number, digests) != block["hash"]:
        findings.append(_about_block(number, "its hash is not that of its events: the block or its seals were edited"))
    return findings


def _about_block(number: int, detail: str) -> Finding:
    return Finding(CHECK, AUDITED, f"audit_block {number}", detail)


def _about_event(merchant_id: object, event_id: object, detail: str) -> Finding:
    return Finding(CHECK, AUDITED, f"audit_event {merchant_id}/{event_id}", detail)
