"""What `prepaid verify` checks of applications beyond the database's own constraints."""

from typing import Final

import asyncpg

from prepaid.core.findings import Finding, check

RECORDED: Final = 10
"""Number of the invariant that every change of state is recorded (domain/00)."""
OTHER_STATE: Final = """
SELECT a.number, a.state, s.to_state FROM merchant_application a
JOIN LATERAL (
  SELECT to_state FROM application_step s WHERE s.merchant_id = a.merchant_id AND s.application_id = a.id
  ORDER BY s.recorded_at DESC LIMIT 1
) s ON true
WHERE a.state <> s.to_state ORDER BY a.number
"""
NO_STEP: Final = """
SELECT a.number, a.state FROM merchant_application a
WHERE a.state <> 'DRAFT' AND NOT EXISTS (
  SELECT FROM application_step s WHERE s.merchant_id = a.merchant_id AND s.application_id = a.id
) ORDER BY a.number
"""
NO_APPID: Final = """
SELECT a.number FROM merchant_application a
LEFT JOIN merchant_company c ON c.merchant_id = a.merchant_id
WHERE a.kind = 'ONBOARDING' AND a.state IN ('ACTIVE', 'SUSPENDED') AND c.appid IS NULL ORDER BY a.number
"""


@check("applications", invariants=(RECORDED,))
async def verify_applications(connection: asyncpg.Connection) -> list[Finding]:
    """Every application stands where its last step led it; whoever is ACTIVE has a company with an APPID."""
    found = [
        Finding(
            "applications",
            RECORDED,
            f"application {row['number']}",
            f"it is {row['state']}, its last step led to {row['to_state']}",
        )
        for row in await connection.fetch(OTHER_STATE)
    ]
    found += [
        Finding("applications", RECORDED, f"application {row['number']}", f"it is {row['state']} without a step")
        for row in await connection.fetch(NO_STEP)
    ]
    found += [
        Finding("applications", RECORDED, f"application {row['number']}", "the merchant is active without an APPID")
        for row in await connection.fetch(NO_APPID)
    ]
    return found
