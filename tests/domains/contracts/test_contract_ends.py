"""How contracts end: declined, taken back, replaced, run out; and how signers are reminded before that."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest
from sqlalchemy import select

from prepaid.core.actor import SYSTEM
from prepaid.domains.contracts.commands.finish_contract import (
    decline_contract,
    expire_contracts,
    remind_signers,
    terminate_contract,
    void_contract,
)
from prepaid.domains.contracts.errors.contracts import (
    ContractComplete,
    ContractNotInForce,
    ContractNotSigning,
    ContractNotYourTurn,
    ContractSignedAlready,
)
from prepaid.domains.contracts.models import Contract, Seal
from prepaid.domains.contracts.reads.contract_rows import contract_in_force
from prepaid.domains.contracts.rules.scenes import Scene
from prepaid.domains.identity.errors.members import ReasonTooShort
from prepaid.kit import clock
from tests.domains.contracts.world import World
from tests.domains.identity.cast import do

WHY = "条款与约定的分成不一致"


def of(contract: Contract, reason: str = WHY) -> dict[str, Any]:
    return {"merchant_id": contract.merchant_id, "contract_id": contract.id, "reason": reason}


async def test_the_merchant_declines_with_a_reason(world: World) -> None:
    await world.published()
    contract = await world.contract()
    with pytest.raises(ReasonTooShort):
        await do(world.db, world.owner, decline_contract, **of(contract, "不"))
    with pytest.raises(ContractNotYourTurn):
        await do(world.db, world.maker, decline_contract, **of(contract))
    await do(world.db, world.owner, decline_contract, **of(contract))
    ended = await world.again(contract)
    assert (ended.state, ended.end_reason, ended.ended_by) == ("DECLINED", WHY, world.owner.account_id)
    with pytest.raises(ContractNotSigning):
        await do(world.db, world.owner, decline_contract, **of(contract))


async def test_whoever_signed_does_not_decline_and_the_bank_may(world: World) -> None:
    await world.published()
    seal = await world.seal(world.owner)
    contract = await world.contract()
    await world.sign(world.owner, contract, seal)
    with pytest.raises(ContractSignedAlready):
        await do(world.db, world.owner, decline_contract, **of(contract))
    await do(world.db, world.maker, decline_contract, **of(contract))
    assert (await world.again(contract)).state == "DECLINED"


async def test_the_bank_takes_back_only_what_is_not_complete(world: World) -> None:
    contract, _ = await world.in_force()
    with pytest.raises(ContractComplete):
        await do(world.db, world.maker, void_contract, **of(contract))
    open_ = await world.contract()
    await do(world.db, world.maker, void_contract, **of(open_))
    assert (await world.again(open_)).state == "VOIDED"
    with pytest.raises(ContractNotInForce):
        await do(world.db, world.maker, terminate_contract, **of(open_))


async def test_an_amendment_takes_the_place_of_the_contract_when_it_is_in_force(world: World) -> None:
    first, before = await world.in_force()
    amendment = await world.contract(supersedes_id=first.id, parameters={"custody_ratio_bps": 5000})
    assert (await world.again(first)).state == "IN_FORCE"
    async with world.db.write(SYSTEM) as tx:
        seals = {seal.merchant_id: seal for seal in await tx.scalars(select(Seal))}
    for actor in (world.owner, world.maker):
        await world.sign(actor, amendment, seals[actor.tenant])
    old, new = await world.again(first), await world.again(amendment)
    assert (old.state, old.end_reason, new.state) == ("SUPERSEDED", new.number, "IN_FORCE")
    assert await world.bytes_of(first) == before
    async with world.db.write(SYSTEM) as tx:
        holds = await contract_in_force(tx, first.merchant_id, Scene.MERCHANT_AGREEMENT)
    assert holds is not None
    assert holds.id == amendment.id


async def test_time_ends_what_is_not_signed_and_what_has_run_its_term(world: World) -> None:
    running, _ = await world.in_force()
    unsigned = await world.contract(signing_days=5)

    async def at(days: int) -> int:
        with clock.travel(timedelta(days=days)):
            async with world.db.write(SYSTEM) as tx:
                return await expire_contracts(tx)

    assert await at(4) == 0
    assert await at(6) == 1
    assert (await world.again(unsigned)).end_reason == "NOT_SIGNED_IN_TIME"
    assert await at(366) == 1
    assert (await world.again(running)).end_reason == "VALIDITY_OVER"
    assert await at(366) == 0


async def test_signers_are_reminded_every_third_day_and_daily_at_the_end(
    world: World, superuser: asyncpg.Connection
) -> None:
    await world.published()
    await world.contract(signing_days=10)
    told = []
    for day in range(11):
        with clock.travel(timedelta(days=day, minutes=30)):
            async with world.db.write(SYSTEM) as tx:
                if await remind_signers(tx):
                    told.append(day)
    assert told == [1, 4, 7, 8, 9]
    notices = await superuser.fetch("SELECT DISTINCT account_id FROM notice WHERE kind = 'contract.reminder'")
    assert {row["account_id"] for row in notices} == {world.owner.account_id, world.clerk.account_id}
