"""A consumer's signed log of everything that was redeemed of his own (domain/50)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.settings import settings
from prepaid.domains.identity.models import Merchant
from prepaid.domains.redemption.models import Redemption, RedemptionItem
from prepaid.domains.redemption.rules.log_signature import log_key, public_pem, signed
from prepaid.kit import clock
from prepaid.kit.codec import canonical_json
from prepaid.kit.ids import GlobalId

FORMAT: Final = "prepaid.consumption-log"
MOST: Final = 20_000
"""Items of one log; who has more asks for the time before the oldest of them at the bank."""


@dataclass(frozen=True, slots=True)
class SignedLog:
    """The document as text, its signature, and what checks it."""

    document: str
    signature: str
    public_key: str


async def export_log(tx: WriteSession, actor: Actor) -> SignedLog:
    """All of it at this instant, newest first, undone and disputed ones included."""
    assert actor.account_id is not None
    joined = (Redemption.merchant_id == RedemptionItem.merchant_id) & (Redemption.id == RedemptionItem.redemption_id)
    query = (
        select(Redemption, RedemptionItem, Merchant.name)
        .join(RedemptionItem, joined)
        .join(Merchant, Merchant.id == Redemption.merchant_id)
        .where(Redemption.account_id == actor.account_id)
        .order_by(Redemption.redeemed_at.desc(), Redemption.id.desc(), RedemptionItem.position)
        .limit(MOST)
    )
    async with tx.under(DbRole.WORKER):
        rows = (await tx.execute(query)).all()
        document = canonical_json(_document(rows)).decode()
        await audit.record(
            tx,
            "redemption.log_exported",
            object_type="Account",
            object_id=actor.account_id,
        )
    key = log_key(settings().signing_key.get_secret_value().encode())
    return SignedLog(document, signed(key, document), public_pem(key))


def log_public_key() -> str:
    """What the bank's logs are checked with, as PEM."""
    return public_pem(log_key(settings().signing_key.get_secret_value().encode()))


def _document(rows: Iterable[Any]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": 1,
        "exportedAt": clock.now(),
        "records": [_record(redemption, item, merchant) for redemption, item, merchant in rows],
    }


def _record(redemption: Redemption, item: RedemptionItem, merchant: str) -> dict[str, Any]:
    return {
        "id": GlobalId("RedemptionItem", item.merchant_id, item.id).encode(),
        "number": redemption.number,
        "merchant": merchant,
        "store": redemption.store_name,
        "cashier": redemption.cashier_name,
        "at": item.redeemed_at,
        "card": item.card_number,
        "order": item.order_number,
        "what": item.name,
        "unit": item.unit,
        "quantity": item.quantity,
        "left": item.units_left,
        "valueFen": item.value_fen,
        "principalFen": item.principal_fen,
        "bonusFen": item.bonus_fen,
        "status": item.status,
    }
