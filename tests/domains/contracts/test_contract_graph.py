"""Contracts as each side sees and signs them through the schema; whoever has no grant asks, and may be refused."""

from dataclasses import replace

import asyncpg
import pytest

from prepaid.domains.contracts.commands.sign_contract import current_bytes
from prepaid.domains.identity.commands.reject_change import reject_change
from prepaid.kit import clock
from tests.domains.contracts.world import World
from tests.domains.demo import Demo
from tests.domains.identity.cast import do
from tests.domains.identity.graphql import gid

TO_SIGN = """{ contractsToSign(first: 9) { nodes { id number waitsFor documentSha256 merchant { name }
  availableActions { key enabled reason } signatures { party address statement } } } }"""
OWNER, BANK = "何冰", "赵文"
DECLINE = """mutation($input: ContractReasonInput!) { declineContract(input: $input) {
  contract { state endReason } userErrors { code path } } }"""
DECLINED = "分成比例与口头约定不一致"


async def test_the_merchant_has_its_contract_to_sign_and_the_bank_waits(demo: Demo) -> None:
    (row,) = (await demo.ask(OWNER, TO_SIGN))["contractsToSign"]["nodes"]
    assert row["waitsFor"] == "MERCHANT"
    may = {each["key"]: each["enabled"] for each in row["availableActions"]}
    assert may == {"signContract": True, "declineContract": True, "downloadContract": True}
    assert (await demo.ask(BANK, TO_SIGN))["contractsToSign"]["nodes"] == []
    seen = "query($id: ID!) { contract(id: $id) { availableActions { key enabled reason } } }"
    bank = {each["key"]: each for each in (await demo.ask(BANK, seen, id=row["id"]))["contract"]["availableActions"]}
    assert (bank["signContract"]["enabled"], bool(bank["signContract"]["reason"])) == (False, True)
    assert bank["voidContract"]["enabled"]


async def test_no_other_merchant_learns_of_it(demo: Demo) -> None:
    (row,) = (await demo.ask(OWNER, TO_SIGN))["contractsToSign"]["nodes"]
    stranger = await demo.superuser.fetchval(
        "SELECT m.display_name FROM membership m JOIN merchant x ON x.id = m.merchant_id"
        " JOIN membership_role h ON h.membership_id = m.id JOIN role r ON r.id = h.role_id"
        " WHERE r.code = 'owner' AND x.name <> '冰河滑冰俱乐部' AND m.status = 'ACTIVE' ORDER BY m.id LIMIT 1"
    )
    one = "query($id: ID!) { contract(id: $id) { number } node(id: $id) { id } }"
    assert await demo.ask(stranger, one, id=row["id"]) == {"contract": None, "node": None}
    asked = {"contractId": row["id"], "reason": DECLINED}
    declined = (await demo.ask(stranger, DECLINE, input=asked))["declineContract"]
    assert declined["userErrors"][0]["code"] == "NOT_FOUND"


async def test_declining_names_the_reason_to_the_bank(demo: Demo) -> None:
    (row,) = (await demo.ask(OWNER, TO_SIGN))["contractsToSign"]["nodes"]
    short = (await demo.ask(OWNER, DECLINE, input={"contractId": row["id"], "reason": "不"}))["declineContract"]
    assert short["userErrors"] == [{"code": "REASON_TOO_SHORT", "path": ["reason"]}]
    done = (await demo.ask(OWNER, DECLINE, input={"contractId": row["id"], "reason": DECLINED}))["declineContract"]
    assert done["contract"] == {"state": "DECLINED", "endReason": DECLINED}
    told = await demo.superuser.fetchval("SELECT count(*) FROM notice WHERE kind = 'contract.ended'")
    assert told >= 2


async def test_signing_takes_a_second_proof_and_the_bytes_that_were_shown(demo: Demo) -> None:
    (row,) = (await demo.ask(OWNER, TO_SIGN))["contractsToSign"]["nodes"]
    owner = await demo.person(OWNER)
    assert owner.merchant_id is not None
    seal = await demo.superuser.fetchval("SELECT id FROM seal WHERE merchant_id = $1", owner.merchant_id)
    asked = {
        "contractId": row["id"],
        "sealId": gid("Seal", seal, owner.merchant_id),
        "documentSha256": row["documentSha256"],
    }
    document = "mutation($input: SignContractInput!) { signContract(input: $input) { userErrors { code path } } }"
    _, errors = await demo.graph.answer(owner, document, input=asked)
    assert errors[0]["extensions"]["code"] == "STEP_UP_REQUIRED"
    proved = replace(owner, stepped_up_at=clock.now(), address="203.0.113.9", device="Firefox")
    other = await demo.graph.refused(proved, "signContract", "", **{**asked, "documentSha256": "00" * 32})
    assert [each["code"] for each in other["userErrors"]] == ["CONTRACT_NOT_AS_SHOWN"]
    fields = "signature { party state address device documentSha256 }"
    signed = (await demo.graph.act(proved, "signContract", fields, **asked))["signature"]
    assert signed == {
        "party": "MERCHANT",
        "state": "PENDING",
        "address": "203.0.113.9",
        "device": "Firefox",
        "documentSha256": row["documentSha256"],
    }


@pytest.mark.parametrize("name", ["cashier", "salesperson"])
async def test_people_without_the_permission_see_no_contracts(demo: Demo, name: str) -> None:
    who = await demo.superuser.fetchval(
        "SELECT m.display_name FROM membership m JOIN membership_role h ON h.membership_id = m.id"
        " JOIN role r ON r.id = h.role_id JOIN platform_template t ON t.id = r.template_id"
        " WHERE t.code = 'merchant' AND r.code = $1 ORDER BY m.id LIMIT 1",
        name,
    )
    for document in ("{ contracts(first: 1) { nodes { id } } }", TO_SIGN, "{ seals(first: 1) { nodes { id } } }"):
        _, errors = await demo.graph.answer(await demo.person(who), document)
        assert errors[0]["extensions"]["code"] == "FORBIDDEN"


async def test_an_approval_that_is_refused_leaves_the_contract_unsigned(
    world: World, superuser: asyncpg.Connection
) -> None:
    await world.published()
    seal = await world.seal(world.owner)
    contract = await world.contract()
    signing = await world.sign(world.clerk, contract, seal)
    assert signing.change is not None
    which = {"tenant": signing.change.merchant_id, "change_id": signing.change.id}
    await do(world.db, world.owner, reject_change, **which, reason="该合同尚未经法务审核")
    await world.work()
    again = await world.again(contract)
    assert (again.state, again.signed_sha256) == ("SIGNING", None)
    assert current_bytes(again) == again.content_sha256
    assert await superuser.fetchval("SELECT count(*) FROM seal_stamping") == 0
    assert await superuser.fetchval("SELECT count(*) FROM contract_signature WHERE state <> 'FAILED'") == 0
