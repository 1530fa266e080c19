"""Whose an order is."""

from uuid import UUID

from prepaid.core.actor import Actor, DbRole, ScopeKind
from prepaid.core.errors import NotFound
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.ordering.models import Order


def ensure_own(actor: Actor, order: Order) -> None:
    """A consumer acts on his own orders, staff on those of their merchant and stores. Raises `NotFound`."""
    if actor.db_role is DbRole.CONSUMER:
        own = order.account_id == actor.account_id
    else:
        own = may_act_in(actor, order.merchant_id, order.store_id)
    if not own:
        raise NotFound(path=("orderId",))


def may_act_in(actor: Actor, merchant_id: UUID, store_id: UUID) -> bool:
    """Whether staff act for this merchant in this store."""
    if actor.db_role is DbRole.WORKER:
        return True
    if merchant_id != actor.merchant_id and merchant_id not in actor.merchant_ids:
        return False
    return actor.scope not in (*WITHIN_STORES, ScopeKind.SELF) or store_id in actor.store_ids
