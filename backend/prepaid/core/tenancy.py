"""The settings that every transaction carries: database role, tenant, account, time limits."""

from prepaid.core.actor import Actor, DbRole


def settings_sql(actor: Actor, *, timeout_ms: int | None = None) -> str:
    """`SET LOCAL …` statements for the actor, as literals that come from UUIDs and enums only.

    Literals and not `set_config`, because a cluster propagates the one and not the other (ADR 0003).
    They end with the transaction, so a pooled connection carries nothing to its next user. What the
    actor does not have stays unset, and a policy that asks for it finds no row: each setting costs every
    request. `timeout_ms` only where it is not the connection's own.
    """
    lines = [f"SET LOCAL ROLE {actor.db_role.value}"]
    if actor.merchant_id is not None:
        lines.append(f"SET LOCAL app.merchant_id = '{actor.merchant_id}'")
    if actor.db_role is DbRole.OPERATOR:
        lines.append(f"SET LOCAL app.merchant_ids = '{','.join(map(str, actor.merchant_ids))}'")
    if actor.account_id is not None:
        lines.append(f"SET LOCAL app.account_id = '{actor.account_id}'")
    if actor.store_ids:
        lines.append(f"SET LOCAL app.store_ids = '{','.join(map(str, actor.store_ids))}'")
    if timeout_ms is not None:
        lines.append(f"SET LOCAL statement_timeout = {int(timeout_ms)}")
    return "; ".join(lines)


def writing_settings_sql(actor: Actor, *, timeout_ms: int | None = None) -> str:
    """The same for a transaction that writes: idempotency keys belong to the actor."""
    return f"{settings_sql(actor, timeout_ms=timeout_ms)}; SET LOCAL app.actor = '{actor.key}'"
