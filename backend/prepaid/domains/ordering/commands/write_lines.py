"""Writing the lines of an order with the share of every reduction in every line and piece."""

from collections.abc import Mapping, Sequence
from typing import Any

from prepaid.core.database import WriteSession
from prepaid.domains.ordering.commands.quote import Quote
from prepaid.domains.ordering.models import Order, OrderLine, OrderReduction
from prepaid.domains.ordering.reads.products import Sellable
from prepaid.domains.ordering.rules.pricing import unit_shares
from prepaid.kit.ids import uuid7
from prepaid.kit.money import Fen, share_by_weights


async def write_lines(tx: WriteSession, order: Order, priced: Quote) -> None:
    """Once, when the order is placed; the rows are never edited."""
    owner = {"merchant_id": order.merchant_id, "order_id": order.id, "account_id": order.account_id}
    for place, (item, line) in enumerate(zip(priced.items, priced.cart.lines, strict=True)):
        net = priced.cart.net_of(place)
        row = OrderLine(
            **owner,
            id=uuid7(),
            position=place,
            product_kind=item.ref.kind.value,
            product_id=item.ref.id,
            version_id=item.version_id,
            name=item.name,
            unit=item.unit,
            quantity=line.quantity,
            unit_list_fen=line.list_price_fen,
            unit_price_fen=line.price_fen,
            list_fen=line.list_price_fen * line.quantity,
            gross_fen=line.gross_fen,
            net_fen=net,
            unit_fen=unit_shares(net, line.quantity),
            entitlements=entitlements_at(item, net),
            gifts=[dict(gift) for gift in item.gifts],
        )
        tx.add(row)
        for reduction in priced.cart.reductions:
            share = reduction.shares_fen[place]
            if share:
                tx.add(
                    OrderReduction(
                        **owner,
                        id=uuid7(),
                        line_id=row.id,
                        stage=reduction.stage,
                        source_id=reduction.source_id,
                        name=reduction.name,
                        share_fen=share,
                        unit_fen=unit_shares(share, line.quantity),
                    )
                )
    await tx.flush()


def entitlements_at(item: Sellable, net_fen: Fen) -> list[dict[str, Any]]:
    """The entitlements of a package with their shares of what it was sold for."""
    if not item.entitlements:
        return []
    shares = _shares([each["paid_fen"] for each in item.entitlements], net_fen)
    return [_priced(each, share) for each, share in zip(item.entitlements, shares, strict=True)]


def _shares(paid_fen: Sequence[Fen], net_fen: Fen) -> Sequence[Fen]:
    return paid_fen if sum(paid_fen) == net_fen else share_by_weights(net_fen, paid_fen)


def _priced(entitlement: Mapping[str, Any], share: Fen) -> dict[str, Any]:
    return {**entitlement, "paid_fen": share}
