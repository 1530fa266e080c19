"""What the audit trail's ids of redemptions are called: their numbers."""

from prepaid.core.audit import naming

naming(
    "redemption",
    "SELECT id::text AS key, number AS zh, number AS en FROM redemption WHERE id = ANY ($1::uuid[])",
    permission="redemption.read",
)
