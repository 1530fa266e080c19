"""From the template to a contract in force: frozen bytes, two real signatures, evidence, order."""

from datetime import timedelta
from hashlib import sha256

import asyncpg
import pytest

from prepaid.core.jobs import run_due
from prepaid.domains.contracts.commands.grant_seal import grant_seal
from prepaid.domains.contracts.errors.contracts import (
    ContractNotAsShown,
    ContractNotSigning,
    ContractNotYourTurn,
    ContractPastSigning,
    ContractSignedAlready,
)
from prepaid.domains.contracts.errors.seals import SealNotActive, SealNotForContracts
from prepaid.domains.contracts.rules.scenes import SealKind
from prepaid.kit import clock
from tests.domains.contracts.world import World
from tests.domains.identity.cast import do


async def test_both_sign_and_the_contract_is_in_force(world: World) -> None:
    contract, content = await world.in_force()
    assert contract.state == "IN_FORCE"
    assert contract.number.startswith("HT")
    assert sha256(content).digest() == contract.signed_sha256
    assert contract.content_sha256 != contract.signed_sha256


async def test_what_was_frozen_is_the_beginning_of_what_was_signed(world: World) -> None:
    await world.published()
    seal = await world.seal(world.owner)
    contract = await world.contract()
    frozen = await world.bytes_of(contract)
    await world.sign(world.owner, contract, seal)
    assert (await world.bytes_of(contract)).startswith(frozen)


async def test_a_signature_keeps_its_evidence(world: World, superuser: asyncpg.Connection) -> None:
    contract, _ = await world.in_force()
    rows = await superuser.fetch("SELECT * FROM contract_signature WHERE contract_id = $1 ORDER BY at", contract.id)
    first, second = rows
    assert (first["party"], second["party"]) == ("MERCHANT", "BANK")
    assert first["document_sha256"] == contract.content_sha256
    assert second["document_sha256"] == first["result_sha256"]
    assert second["result_sha256"] == contract.signed_sha256
    assert (first["address"], first["device"]) == ("203.0.113.7", "Firefox")
    assert first["account_id"] == world.owner.account_id
    assert contract.content_sha256.hex() in first["statement"]  # type: ignore[union-attr]
    stamped = await superuser.fetch("SELECT contract_number, document_sha256 FROM seal_stamping ORDER BY at")
    assert [row["contract_number"] for row in stamped] == [contract.number] * 2


async def test_the_bank_waits_for_the_merchant(world: World) -> None:
    await world.published()
    bank = await world.seal(world.maker)
    contract = await world.contract()
    with pytest.raises(ContractNotYourTurn):
        await world.sign(world.maker, contract, bank)


async def test_nobody_signs_twice(world: World) -> None:
    await world.published()
    seal = await world.seal(world.owner)
    contract = await world.contract()
    await world.sign(world.owner, contract, seal)
    with pytest.raises(ContractSignedAlready):
        await world.sign(world.owner, contract, seal)


async def test_other_bytes_than_were_shown_are_not_signed(world: World) -> None:
    await world.published()
    seal = await world.seal(world.owner)
    contract = await world.contract()
    with pytest.raises(ContractNotAsShown):
        await world.sign(world.owner, contract, seal, document_sha256=b"\x00" * 32)


async def test_after_the_deadline_nobody_signs(world: World) -> None:
    await world.published()
    seal = await world.seal(world.owner)
    contract = await world.contract(signing_days=5)
    with clock.travel(timedelta(days=5, minutes=1)), pytest.raises(ContractPastSigning):
        await world.sign(world.owner, contract, seal)


async def test_only_active_seals_for_contracts_sign(world: World) -> None:
    await world.published()
    contract = await world.contract()
    finance = await world.seal(world.owner, SealKind.FINANCE)
    with pytest.raises(SealNotForContracts):
        await world.sign(world.owner, contract, finance)
    seal = await world.seal(world.owner)
    with clock.travel(timedelta(days=365 * 5 + 1)), pytest.raises((SealNotActive, ContractPastSigning)):
        await world.sign(world.owner, contract, seal)


async def test_a_grant_lets_a_colleague_sign(world: World, superuser: asyncpg.Connection) -> None:
    version = await world.published()
    seal = await world.seal(world.owner)
    contract = await world.contract()
    now = clock.now()
    assert world.clerk.membership_id is not None
    grant = await do(
        world.db,
        world.owner,
        grant_seal,
        tenant=world.merchant.id,
        seal_id=seal.id,
        membership_id=world.clerk.membership_id,
        template_ids=[version.template_id],
        valid_from=now,
        valid_to=now + timedelta(days=30),
    )
    signing = await world.sign(world.clerk, contract, seal)
    assert signing.signature is not None
    assert signing.signature.grant_id == grant.id
    assert await superuser.fetchval("SELECT grant_id FROM seal_stamping") == grant.id


async def test_without_a_grant_the_seals_administrator_decides(world: World) -> None:
    await world.published()
    seal = await world.seal(world.owner)
    contract = await world.contract()
    signing = await world.sign(world.clerk, contract, seal)
    assert signing.signature is None
    assert signing.change is not None
    assert (await world.again(contract)).signed_sha256 is None
    await world.approve(signing.change, world.owner)
    await run_due(world.services)
    assert (await world.again(contract)).signed_sha256 is not None


async def test_a_contract_that_ended_meanwhile_is_not_stamped(world: World, superuser: asyncpg.Connection) -> None:
    await world.published()
    seal = await world.seal(world.owner)
    contract = await world.contract()
    signing = await world.sign(world.clerk, contract, seal)
    assert signing.change is not None
    await superuser.execute("UPDATE contract SET state = 'VOIDED', ended_at = now() WHERE id = $1", contract.id)
    with pytest.raises(ContractNotSigning):
        await world.approve(signing.change, world.owner)
