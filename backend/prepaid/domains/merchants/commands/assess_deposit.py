"""Assessing a merchant's deposit: what is due, what is there, and what follows."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from prepaid.core import audit, events
from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.identity.models import Merchant
from prepaid.domains.merchants.events.deposits import DepositBecameShort, DepositDue, DepositPaused, DepositSatisfied
from prepaid.domains.merchants.models import Deposit, MerchantType, MerchantTypeVersion
from prepaid.domains.merchants.reads.deposits import (
    deposit_of,
    held,
    prepaid_balance,
    rule_of,
    store_count,
    waived_fen,
)
from prepaid.domains.merchants.rules.deposits import DepositRule, DepositState, requirement, standing
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def assess_deposit(tx: WriteSession, merchant_id: UUID, *, type_version_id: UUID | None = None) -> Deposit:
    """Compute what is due today and how the deposit stands; whoever waits for it hears when that changed.

    The rule is that of the version that the merchant began with, or from now on of `type_version_id`. Every change of
    the deposit ends here, and a job does it for every merchant each day.
    """
    async with tx.under(DbRole.WORKER):
        deposit = await deposit_of(tx, merchant_id, lock=True) or await _begin(tx, merchant_id)
        if type_version_id is not None:
            deposit.type_version_id = type_version_id
        before = DepositState(deposit.state)
        rule = await rule_of(tx, deposit.type_version_id)
        await _measure(tx, deposit, rule)
        await _stand(tx, deposit, rule)
        await tx.flush()
        await _tell(tx, deposit, before)
    return deposit


async def _begin(tx: WriteSession, merchant_id: UUID) -> Deposit:
    version_id = await tx.scalar(
        select(MerchantTypeVersion.id)
        .join(MerchantType, MerchantType.id == MerchantTypeVersion.type_id)
        .join(Merchant, Merchant.type_code == MerchantType.code)
        .where(Merchant.id == merchant_id, MerchantTypeVersion.state == "PUBLISHED")
    )
    zeros = ("store_count", "prepaid_balance_fen", "base_fen", "stores_fen", "balance_part_fen", "capped_fen")
    first = dict.fromkeys((*zeros, "required_fen", "waived_fen", "due_fen"), 0)
    row = {"merchant_id": merchant_id, "id": uuid7(), "type_version_id": version_id, "assessed_at": clock.now()}
    state = {"state": DepositState.NOT_REQUIRED.value}
    await tx.execute(insert(Deposit).values(**first, **row, **state).on_conflict_do_nothing())
    begun = await deposit_of(tx, merchant_id, lock=True)
    assert begun is not None
    return begun


async def _measure(tx: WriteSession, deposit: Deposit, rule: DepositRule) -> None:
    merchant_id = deposit.merchant_id
    stores, balance_fen = await store_count(tx, merchant_id), await prepaid_balance(tx, merchant_id)
    waived = await waived_fen(tx, merchant_id, clock.today_shanghai())
    wanted = requirement(rule, stores=stores, balance_fen=balance_fen)
    with tx.no_autoflush:
        deposit.store_count, deposit.prepaid_balance_fen = stores, balance_fen
        deposit.base_fen, deposit.stores_fen = wanted.base_fen, wanted.stores_fen
        deposit.balance_part_fen, deposit.capped_fen = wanted.balance_part_fen, wanted.capped_fen
        deposit.required_fen, deposit.waived_fen = wanted.required_fen, waived
        deposit.due_fen = max(wanted.required_fen - waived, 0)
        deposit.assessed_at = clock.now()


async def _stand(tx: WriteSession, deposit: Deposit, rule: DepositRule) -> None:
    found = standing(
        required_fen=deposit.required_fen,
        due_fen=deposit.due_fen,
        held_fen=(await held(tx, deposit.merchant_id)).balance_fen,
        satisfied_before=deposit.satisfied_at is not None,
        short_since=deposit.short_since,
        today=clock.today_shanghai(),
        grace_days=rule.grace_days,
    )
    with tx.no_autoflush:
        deposit.state = found.state.value
        deposit.short_since, deposit.grace_until = found.short_since, found.grace_until
        if found.short_since is None and found.state is not DepositState.UNPAID and deposit.type_version_id:
            deposit.satisfied_at = deposit.satisfied_at or clock.now()


async def _tell(tx: WriteSession, deposit: Deposit, before: DepositState) -> None:
    after, merchant_id = DepositState(deposit.state), deposit.merchant_id
    if after is before:
        return
    await audit.record(
        tx,
        "deposit.state_changed",
        object_type="Deposit",
        object_id=deposit.id,
        tenant=merchant_id,
        before={"state": before},
        after={"state": after, "dueFen": deposit.due_fen},
    )
    missing = max(deposit.due_fen - (await held(tx, merchant_id)).balance_fen, 0)
    match after:
        case DepositState.UNPAID:
            await events.publish(tx, DepositDue(merchant_id, missing))
        case DepositState.GRACE:
            assert deposit.grace_until is not None
            await events.publish(tx, DepositBecameShort(merchant_id, missing, deposit.grace_until))
        case DepositState.PAUSED:
            await events.publish(tx, DepositPaused(merchant_id, missing))
        case DepositState.SATISFIED | DepositState.NOT_REQUIRED:
            await events.publish(tx, DepositSatisfied(merchant_id))
