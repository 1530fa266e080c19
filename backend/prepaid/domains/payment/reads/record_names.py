"""What the audit trail's ids of payments, refunds, payouts, alerts and breaks are called: their references."""

from prepaid.core.audit import naming

for _name, _table, _column, _permission in (
    ("payment", "payment", "reference", "payment.read"),
    ("paymentRefund", "payment_refund", "reference", "payment_refund.read"),
    ("payout", "payout", "reference", "payout.read"),
    ("paymentAlert", "payment_alert", "subject", "payment_alert.read"),
    ("paymentBreak", "payment_break", "reference", "payment_break.read"),
):
    naming(
        _name,
        f"SELECT id::text AS key, {_column} AS zh, {_column} AS en FROM {_table} WHERE id = ANY ($1::uuid[])",  # noqa: S608 - constants
        permission=_permission,
    )
