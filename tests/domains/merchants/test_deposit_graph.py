"""Deposits, standing and the blacklist as the demo's people see and change them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from prepaid.core.actor import SYSTEM
from prepaid.domains.merchants.commands.close_merchant import close_if_settled
from prepaid.domains.merchants.commands.document_expiry import keep_documents, note_expiry
from prepaid.domains.merchants.errors.sale_gate import SaleBlocked
from prepaid.domains.merchants.reads.sale_gate import ensure_sale_allowed, merchant_sale_stops
from prepaid.domains.merchants.rules.document_expiry import AcceptedDocument
from prepaid.domains.merchants.rules.sale_gate import SaleStop
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.demo import Demo
from tests.domains.identity.graphql import gid

WHY = "现场检查发现违规收费"
DEPOSITS = "{ deposits(first: 20) { nodes { state heldFen missingFen merchant { name } availableActions { key } } } }"
GATE = (
    "{ merchants(first: 20) { nodes { id name maySell saleGate suspendedBecause availableActions { key enabled } } } }"
)


async def who(demo: Demo, template: str, role: str, nth: int = 0) -> str:
    """Name of a person of the demo by his role."""
    names = await demo.superuser.fetch(
        "SELECT m.display_name FROM membership m JOIN membership_role h ON h.membership_id = m.id"
        " JOIN role r ON r.id = h.role_id JOIN platform_template t ON t.id = r.template_id"
        " WHERE t.code = $1 AND r.code = $2 ORDER BY m.id",
        template,
        role,
    )
    return str(names[nth]["display_name"])


async def test_the_demo_has_deposits_of_every_story(demo: Demo) -> None:
    data = await demo.ask(await who(demo, "bank", "finance"), DEPOSITS)
    states = sorted(row["state"] for row in data["deposits"]["nodes"] if row["heldFen"])
    assert "GRACE" in states
    assert states.count("SATISFIED") >= 3


async def test_a_merchant_sees_its_own_deposit_alone_and_may_pay(demo: Demo) -> None:
    data = await demo.ask(await who(demo, "merchant", "owner"), DEPOSITS)
    (row,) = data["deposits"]["nodes"]
    assert {each["key"] for each in row["availableActions"]} == {"requestDepositPayment"}


@pytest.mark.parametrize("role", ["cashier", "salesperson"])
async def test_sellers_see_no_deposits(demo: Demo, role: str) -> None:
    actor = await demo.person(await who(demo, "merchant", role))
    _, errors = await demo.graph.answer(actor, DEPOSITS)
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"


async def test_the_gate_names_every_reason_and_opens_without_one(demo: Demo) -> None:
    risk = await who(demo, "bank", "risk")
    await demo.superuser.execute("UPDATE custody_account SET state = 'OPEN'")
    nodes = (await demo.ask(risk, GATE))["merchants"]["nodes"]
    assert () in {tuple(each["saleGate"]) for each in nodes}
    selling = next(each for each in nodes if each["maySell"])
    assert selling["saleGate"] == []
    merchant = await demo.merchant(selling["name"])
    await demo.superuser.execute(
        "UPDATE merchant_document SET expires_on = '2020-01-01' WHERE merchant_id = $1", merchant
    )
    await demo.superuser.execute("UPDATE custody_account SET state = 'OPENING' WHERE merchant_id = $1", merchant)
    await demo.graph.act(
        await demo.person(risk), "suspendMerchant", "merchant { id }", merchantId=selling["id"], reason=WHY
    )
    nodes = (await demo.ask(risk, GATE))["merchants"]["nodes"]
    (now,) = [each for each in nodes if each["name"] == selling["name"]]
    assert now["saleGate"] == ["CUSTODY_NOT_OPEN", "DOCUMENT_EXPIRED", "SUSPENDED"]
    assert (now["maySell"], now["suspendedBecause"]) == (False, WHY)
    assert {"key": "proposeResumption", "enabled": True} in now["availableActions"]
    assert "suspendMerchant" not in {each["key"] for each in now["availableActions"]}


async def test_a_suspended_merchant_still_redeems_and_two_people_resume_it(demo: Demo) -> None:
    risk, checker = await demo.person(await who(demo, "bank", "risk")), await who(demo, "bank", "administrator")
    owner = await who(demo, "merchant", "owner")
    merchant = (await demo.person(owner)).merchant_id
    assert merchant is not None
    target = {"merchantId": gid("Merchant", merchant), "reason": WHY}
    await demo.graph.act(risk, "suspendMerchant", "merchant { gate }", **target)
    async with demo.db.write(risk) as tx:
        with pytest.raises(SaleBlocked) as refused:
            await ensure_sale_allowed(tx, merchant)
    assert "SUSPENDED" in refused.value.data["stops"]
    by_gate = {"merchantId": target["merchantId"], "gate": "OPEN", "reason": WHY}
    alone = await demo.graph.refused(risk, "setMerchantGate", "", **by_gate)
    assert alone["userErrors"] == [{"code": "MERCHANT_SUSPENDED_ALREADY", "path": ["gate"]}]
    redeeming = await demo.person(await who(demo, "merchant", "cashier"))
    assert redeeming.may("store.read")
    change = (await demo.graph.act(risk, "proposeResumption", "change { id payloadHash }", **target))["change"]
    twice = await demo.graph.refused(risk, "proposeResumption", "", **target)
    assert twice["userErrors"][0]["code"] == "CHANGE_ALREADY_OPEN"
    decided = {"changeId": change["id"], "payloadHash": change["payloadHash"]}
    await demo.graph.act(await demo.person(checker), "approveChange", "changeRequest { state }", **decided)
    gate = await demo.superuser.fetchval("SELECT gate FROM merchant WHERE id = $1", merchant)
    assert gate == "OPEN"
    told = await demo.superuser.fetch("SELECT kind FROM notice WHERE merchant_id = $1", merchant)
    assert {"merchant.suspended", "merchant.resumed"} <= {row["kind"] for row in told}


async def test_a_merchant_is_closed_when_nothing_is_owed(demo: Demo) -> None:
    risk, checker = await demo.person(await who(demo, "bank", "risk")), await who(demo, "bank", "administrator")
    risk = replace(risk, stepped_up_at=clock.now())
    merchant = (await demo.person(await who(demo, "merchant", "owner"))).merchant_id
    assert merchant is not None
    soon = {"merchantId": gid("Merchant", merchant), "reason": WHY, "closesOn": day(29)}
    early = await demo.graph.refused(risk, "proposeClosing", "", **soon)
    assert early["userErrors"] == [{"code": "CLOSING_TOO_SOON", "path": ["closesOn"]}]
    asked = {**soon, "closesOn": day(30)}
    change = (await demo.graph.act(risk, "proposeClosing", "change { id payloadHash }", **asked))["change"]
    decided = {"changeId": change["id"], "payloadHash": change["payloadHash"]}
    await demo.graph.act(await demo.person(checker), "approveChange", "changeRequest { state }", **decided)
    async with demo.db.write(risk) as tx:
        assert SaleStop.CLOSING in await merchant_sale_stops(tx, merchant)

    async def close() -> bool:
        async with demo.db.write(SYSTEM) as tx:
            return await close_if_settled(tx, merchant)

    assert not await close()
    with clock.travel(timedelta(days=31)):
        await demo.superuser.execute(
            "INSERT INTO ledger_account (merchant_id, id, code, owner_id, side, floor_rule, debits_fen, credits_fen,"
            " balance_fen, incoming_fen, outgoing_fen, seq) VALUES"
            " ($1, $2, 'CARD_LIABILITY', $2, 'CREDIT', 'AVAILABLE', 0, 5, 5, 0, 0, 1)",
            merchant,
            uuid7(),
        )
        assert not await close()
        await demo.superuser.execute(
            "UPDATE ledger_account SET debits_fen = credits_fen, balance_fen = 0, outgoing_fen = 0"
            " WHERE merchant_id = $1 AND code IN ('CARD_LIABILITY', 'ORDER_LIABILITY', 'REFUND_PAYABLE')",
            merchant,
        )
        assert await close()
    assert await demo.superuser.fetchval("SELECT gate FROM merchant WHERE id = $1", merchant) == "CLOSED"


async def test_documents_remind_at_thirty_seven_and_one_days_and_then_pause(demo: Demo) -> None:
    merchant = (await demo.person(await who(demo, "merchant", "owner"))).merchant_id
    assert merchant is not None
    await demo.superuser.execute("DELETE FROM merchant_document")
    expires = clock.today_shanghai() + timedelta(days=31)
    document = AcceptedDocument(code="permit", name_zh="卫生许可证", name_en="Permit", expires_on=expires)
    async with demo.db.write(SYSTEM) as tx:
        await keep_documents(tx, merchant_id=merchant, documents=[document])
    told = []
    for days in range(34):
        with clock.travel(timedelta(days=days)):
            async with demo.db.write(SYSTEM) as tx:
                if await note_expiry(tx):
                    told.append(31 - days)
                blocked = SaleStop.DOCUMENT_EXPIRED in await merchant_sale_stops(tx, merchant)
                assert blocked == (days > 31)
    assert told == [30, 7, 1, -1]
    with clock.travel(timedelta(days=40)):
        newer = replace(document, expires_on=expires + timedelta(days=365))
        async with demo.db.write(SYSTEM) as tx:
            await keep_documents(tx, merchant_id=merchant, documents=[newer])
            assert SaleStop.DOCUMENT_EXPIRED not in await merchant_sale_stops(tx, merchant)


async def test_compliance_keeps_the_blacklist_and_merchants_never_see_it(demo: Demo) -> None:
    compliance = await demo.person(await who(demo, "bank", "compliance"))
    listed = {"kind": "NAME", "value": "南郊健身有限公司", "reason": WHY}
    made = await demo.graph.act(compliance, "addToBlacklist", "blacklistEntry { id shown listed }", **listed)
    assert made["blacklistEntry"]["shown"] == "南郊健身有限公司"
    again = await demo.graph.refused(compliance, "addToBlacklist", "", **listed)
    assert again["userErrors"] == [{"code": "BLACKLISTED_ALREADY", "path": ["value"]}]
    off = {"entryId": made["blacklistEntry"]["id"], "reason": WHY}
    gone = await demo.graph.act(
        compliance, "removeFromBlacklist", "blacklistEntry { listed availableActions { key enabled reason } }", **off
    )
    (action,) = gone["blacklistEntry"]["availableActions"]
    assert (gone["blacklistEntry"]["listed"], action["enabled"]) == (False, False)
    assert action["reason"]
    owner = await demo.person(await who(demo, "merchant", "owner"))
    _, errors = await demo.graph.answer(owner, "{ blacklistEntries(first: 1) { nodes { id } } }")
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"


def day(days: int) -> str:
    return (clock.today_shanghai() + timedelta(days=days)).isoformat()
