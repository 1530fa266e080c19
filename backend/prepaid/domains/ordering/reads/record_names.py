"""What the audit trail's ids of orders are called: their numbers."""

from prepaid.core.audit import naming

naming(
    "order",
    "SELECT id::text AS key, number AS zh, number AS en FROM sales_order WHERE id = ANY ($1::uuid[])",
    permission="order.read",
)
