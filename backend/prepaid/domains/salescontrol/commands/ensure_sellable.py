"""Asking, before something is sold, whether it may be sold in the seller's store."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, Path, Refusal
from prepaid.domains.catalog.reads.lineage import lineage_of, named_products
from prepaid.domains.catalog.rules.products import ProductRef
from prepaid.domains.salescontrol.errors import QuotaExhausted, SaleDenied, SaleElsewhere, StoreNotSelling
from prepaid.domains.salescontrol.models import SaleRefusal
from prepaid.domains.salescontrol.reads.control import rules_of, stores_on
from prepaid.domains.salescontrol.rules.control import ControlRule, Ground, Verdict, decide
from prepaid.domains.stores.rules.stores import SERVING, StoreStatus
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


@dataclass(frozen=True, slots=True, kw_only=True)
class Permit:
    """That a product may be sold in a store, and by which rules: what `take_quota` takes from."""

    merchant_id: UUID
    product: ProductRef
    product_name: str
    store_id: UUID
    at: datetime
    rules: tuple[ControlRule, ...] = ()
    """Deciding rules: of the product itself, then of a package's card type; none where nothing is controlled."""


async def ensure_sellable(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    product: ProductRef,
    store_id: UUID,
    count: int = 1,
    at: datetime | None = None,
    path: Path = (),
) -> Permit:
    """Whether `count` pieces may be sold in the seller's store at an instant (default: now).

    A refusal is noted in a transaction of its own (domain/01, 3), unless nobody runs the command by `Database.run`.

    Raises:
        NotFound: the product or the store is not the merchant's, or the store is closed for good.
        SaleDenied, SaleElsewhere, QuotaExhausted, StoreNotSelling.
    """
    at = at or clock.now()
    day = clock.shanghai_day(at)
    async with tx.under(DbRole.WORKER):
        source = await tx.raw()
        lineage = await lineage_of(source, merchant_id, product)
        named = await named_products(source, merchant_id, [product.id])
        stores = await stores_on(source, merchant_id, day, [store_id])
        rules = await rules_of(source, merchant_id, [each.id for each in lineage], at)
    if product.id not in named or not stores:
        raise NotFound(path=path)
    ((store, seat),) = stores
    permit = Permit(
        merchant_id=merchant_id, product=product, product_name=named[product.id]["name"], store_id=store_id, at=at
    )
    if StoreStatus(store["status"]) not in SERVING:
        note_refusal(tx, actor, permit, Ground.STORE_NOT_SELLING, None, count)
        raise StoreNotSelling(path=path)
    verdicts = [decide(each.id, rules.get(each.id, ()), seat, day, count=count) for each in lineage]
    for verdict in verdicts:
        if not verdict.permitted:
            note_refusal(tx, actor, permit, verdict.ground, verdict.rule, count)
            raise refusal_of(verdict, path)
    return Permit(
        merchant_id=merchant_id,
        product=product,
        product_name=permit.product_name,
        store_id=store_id,
        at=at,
        rules=_deciding(verdicts),
    )


def refusal_of(verdict: Verdict, path: Path = ()) -> Refusal:
    """The refusal that says a verdict."""
    rule = verdict.rule
    assert rule is not None
    said = {"rule": rule.number, "ruleId": str(rule.id)}
    if verdict.ground is Ground.DENIED:
        return SaleDenied(path=path, **said)
    if verdict.ground is Ground.ELSEWHERE:
        return SaleElsewhere(path=path, **said)
    return QuotaExhausted(path=path, quota=rule.quota, remaining=rule.remaining, **said)


def note_refusal(
    tx: WriteSession, actor: Actor, permit: Permit, ground: Ground, rule: ControlRule | None, count: int
) -> None:
    """Note the attempt once the command has been refused, in a transaction of its own."""
    row = SaleRefusal(
        merchant_id=permit.merchant_id,
        id=uuid7(),
        rule_id=rule and rule.id,
        product_kind=permit.product.kind.value,
        product_id=permit.product.id,
        product_name=permit.product_name,
        store_id=permit.store_id,
        ground=ground.value,
        count=count,
        refused_at=permit.at,
        account_id=actor.account_id,
    )

    async def note(aside: WriteSession) -> None:
        aside.add(row)
        await aside.flush()

    tx.if_refused(note)


def _deciding(verdicts: Sequence[Verdict]) -> tuple[ControlRule, ...]:
    return tuple(each.rule for each in verdicts if each.rule is not None)
