"""The settings that every transaction carries: database role, tenant, account, time limits."""

from prepaid.core.actor import Actor


def settings_sql(actor: Actor, *, timeout_ms: int) -> str:
    """`SET LOCAL …` statements for the actor, as literals that come from UUIDs and enums only.

    Literals and not `set_config`, because a cluster propagates the one and not the other (ADR 0003).
    They end with the transaction, so a pooled connection carries nothing to its next user.
    """
    merchants = ",".join(str(merchant) for merchant in actor.merchant_ids)
    stores = ",".join(str(store) for store in actor.store_ids)
    lines = [
        f"SET LOCAL ROLE {actor.db_role.value}",
        f"SET LOCAL app.merchant_id = '{actor.merchant_id or ''}'",
        f"SET LOCAL app.merchant_ids = '{merchants}'",
        f"SET LOCAL app.account_id = '{actor.account_id or ''}'",
        f"SET LOCAL app.actor = '{actor.key}'",
        f"SET LOCAL statement_timeout = {int(timeout_ms)}",
    ]
    if stores:
        lines.append(f"SET LOCAL app.store_ids = '{stores}'")
    return "; ".join(lines)
