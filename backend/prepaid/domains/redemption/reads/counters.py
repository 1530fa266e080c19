"""The counter at which somebody stands: whether he may redeem there now."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.rules.permissions import CLOSED_BY, Gate, GateState
from prepaid.domains.ordering.reads.access import may_act_in
from prepaid.domains.redemption.errors import MerchantBlocked, OutOfHours, StaffNotAllowed
from prepaid.domains.stores.rules.stores import SERVING, OpeningHours, StoreStatus, StoreType
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT

FIND: Final = """
SELECT s.name, s.type, s.status, s.opens, s.closes, s.closed_weekdays, m.gate,
  (SELECT display_name FROM membership WHERE merchant_id IN ($1, $3) AND id = $4) AS cashier
FROM store s JOIN merchant m ON m.id = s.merchant_id WHERE s.merchant_id = $1 AND s.id = $2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """Where, and by whom."""

    merchant_id: UUID
    store_id: UUID
    store_name: str
    cashier_id: UUID
    cashier_name: str


async def counter_of(tx: WriteSession, actor: Actor, merchant_id: UUID, store_id: UUID) -> Counter:
    """The counter, if it redeems now. Runs as the worker.

    Raises:
        NotFound: not a store of the caller's merchants.
        StaffNotAllowed, MerchantBlocked, OutOfHours.
    """
    source = await tx.raw()
    row = await source.fetchrow(FIND, merchant_id, store_id, PLATFORM_TENANT, actor.membership_id)
    if row is None or merchant_id not in (actor.merchant_id, *actor.merchant_ids):
        raise NotFound(path=("storeId",))
    assert actor.account_id is not None
    name = row["cashier"] or ""
    if not may_act_in(actor, merchant_id, store_id):
        raise StaffNotAllowed(path=("storeId",), staff=name)
    if Gate.REDEMPTION in CLOSED_BY[GateState(row["gate"])]:
        raise MerchantBlocked
    _ensure_open(row)
    return Counter(
        merchant_id=merchant_id,
        store_id=store_id,
        store_name=row["name"],
        cashier_id=actor.account_id,
        cashier_name=name,
    )


def _ensure_open(row: Any) -> None:
    hours = OpeningHours.read(row["opens"], row["closes"], row["closed_weekdays"])
    serving = StoreStatus(row["status"]) in SERVING and row["type"] != StoreType.ONLINE
    if not serving or (hours is not None and not hours.open_at(clock.now())):
        said = f"{row['opens']}–{row['closes']}" if hours is not None else row["status"]
        raise OutOfHours(path=("storeId",), hours=said, opens=row["opens"], closes=row["closes"], status=row["status"])
