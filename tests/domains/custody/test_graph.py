"""Custody through GraphQL: what the bank decides, what a merchant sees, what nobody else may."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from prepaid.core.actor import Actor, DbRole, ScopeKind
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.custody.world import UNDO_WINDOW, World
from tests.domains.identity.cast import document, member, node, platform, role
from tests.domains.identity.cast import shop as merchant
from tests.domains.identity.graphql import Graph, gid, stepped_up

REASON = "存管机构电话确认"
LATER = UNDO_WINDOW + timedelta(seconds=1)
READS = ("custody.read", "sufficiency.read", "guarantee.read", "issuing.read", "merchant.read", "member.read")
ACTS = {
    "custody.freeze": "custody.read",
    "custody.queue": "custody.read",
    "sufficiency.check": "sufficiency.read",
    "custody.tier": "sufficiency.read",
    "custody.open_account": "sufficiency.read",
    "custody.guarantee_edit": "guarantee.read",
    "issuing.switch": "issuing.read",
    "issuing.approve": "issuing.read",
}
PAGES = [node(code, "PAGE") for code in READS]
DESK = document(
    "custody_desk",
    "BANK",
    [*PAGES, *(node(code, "ACTION", parent) for code, parent in ACTS.items())],
    [role("officer", *READS, *ACTS)],
)
BOOTH = document("booth", "MERCHANT", PAGES, [role("owner", *READS)])


@pytest.fixture
async def graph(shop: World) -> Graph:
    return Graph(shop.services)


@pytest.fixture
async def officer(shop: World) -> Actor:
    desk = await platform(shop.db, DESK)
    return stepped_up(await member(shop.db, desk, "officer", staff_number="B9001"))


@pytest.fixture
async def owner(shop: World) -> Actor:
    return await member(shop.db, await platform(shop.db, BOOTH), "owner", tenant=shop.merchant_id)


async def queued(shop: World) -> str:
    """The global id of a release that the provider refused."""
    card = await shop.sold(1_000)
    await shop.work()
    await shop.redeemed(card, 250)
    await shop.sandbox.odd("REFUSED", act="RELEASE")
    with clock.travel(LATER):
        await shop.work()
    operation = await shop.superuser.fetchval("SELECT id FROM custody_operation WHERE state = 'IN_QUEUE'")
    return gid("WalletOperation", operation, shop.merchant_id)


OVERVIEW = """{
  custodyFigures { count heldFen byState { key count } }
  walletOperationFigures { inQueue underWay }
  walletOperations(filter: {state: {eq: IN_QUEUE}}) { nodes { act amountFen lastOutcome lastCode
    wallet { heldFen contractId } merchant { name } events { state outcome code } } }
  custodyWallets { nodes { state frozen heldFen underWay operations(first: 5) { nodes { act state } } } }
  custodyAccounts { nodes { state tier short shortfallFen checks(first: 1) { nodes { day } } } }
}"""


async def test_the_bank_sees_its_queue_and_every_wallet(shop: World, graph: Graph, officer: Actor) -> None:
    await queued(shop)
    seen = await graph.ask(officer, OVERVIEW)
    assert seen["custodyFigures"] == {"count": 1, "heldFen": 400, "byState": [{"key": "ACTIVE", "count": 1}]}
    assert seen["walletOperationFigures"] == {"inQueue": 1, "underWay": 0}
    (operation,) = seen["walletOperations"]["nodes"]
    assert (operation["act"], operation["lastOutcome"], operation["lastCode"]) == ("RELEASE", "REFUSED", "REFUSED")
    assert [event["state"] for event in operation["events"]] == ["REQUESTED", "SENT", "IN_QUEUE"]
    (wallet,) = seen["custodyWallets"]["nodes"]
    assert wallet["underWay"] == 1
    assert [each["act"] for each in wallet["operations"]["nodes"]] == ["RELEASE", "LOAD", "OPEN"]


async def test_a_merchant_sees_its_own_and_decides_nothing(shop: World, graph: Graph, owner: Actor) -> None:
    operation = await queued(shop)
    other = await merchant(shop.db, "星河游泳馆")
    stranger = await member(shop.db, await platform(shop.db, BOOTH, "booth_two"), "owner", tenant=other.id)
    assert (await graph.ask(owner, OVERVIEW))["custodyFigures"]["heldFen"] == 400
    nothing = await graph.ask(stranger, OVERVIEW)
    assert nothing["custodyFigures"]["count"] == 0
    assert nothing["custodyWallets"]["nodes"] == nothing["walletOperations"]["nodes"] == []
    _, errors = await graph.answer(
        owner,
        "mutation($input: RetryWalletOperationInput!) { retryWalletOperation(input: $input) { userErrors { code } } }",
        input={"operationId": operation, "reason": REASON},
    )
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"


DECISIONS: dict[str, tuple[str, dict[str, Any], str]] = {
    "retried": ("retryWalletOperation", {}, "SENT"),
    "booked": ("resolveWalletOperation", {"number": "CW-1", "idempotencyKey": "a" * 16}, "DONE"),
    "abandoned": ("abandonWalletOperation", {"idempotencyKey": "b" * 16}, "FAILED"),
}


@pytest.mark.parametrize("decision", DECISIONS)
async def test_the_bank_decides(shop: World, graph: Graph, officer: Actor, decision: str) -> None:
    operation = await queued(shop)
    name, more, state = DECISIONS[decision]
    done = await graph.act(officer, name, "walletOperation { state }", operationId=operation, reason=REASON, **more)
    assert done["walletOperation"] == {"state": state}
    again = await graph.refused(
        officer,
        name,
        "walletOperation { state }",
        operationId=operation,
        reason=REASON,
        **(more | ({"idempotencyKey": "c" * 16} if "idempotencyKey" in more else {})),
    )
    assert again["userErrors"][0]["code"] == "OPERATION_NOT_IN_QUEUE"


async def test_asking_is_put_into_the_queue_of_jobs(shop: World, graph: Graph, officer: Actor) -> None:
    operation = await queued(shop)
    asked = await graph.act(officer, "askCustodyProvider", "walletOperation { state }", operationId=operation)
    assert asked["walletOperation"] == {"state": "IN_QUEUE"}
    assert await shop.superuser.fetchval("SELECT count(*) FROM pgqueuer WHERE entrypoint = 'custody.ask'") == 1


async def test_wallets_are_frozen_by_their_id(shop: World, graph: Graph, officer: Actor) -> None:
    card = await shop.sold(1_000)
    wallet = gid("CustodyWallet", (await shop.wallet(card))["id"], shop.merchant_id)
    frozen = await graph.act(officer, "freezeCustodyWallet", "custodyWallet { frozen }", walletId=wallet, reason=REASON)
    assert frozen["custodyWallet"] == {"frozen": True}
    thawed = await graph.act(
        officer, "unfreezeCustodyWallet", "custodyWallet { frozen }", walletId=wallet, reason=REASON
    )
    assert thawed["custodyWallet"] == {"frozen": False}
    unknown = gid("CustodyWallet", uuid7(), shop.merchant_id)
    refused = await graph.refused(
        officer, "freezeCustodyWallet", "custodyWallet { frozen }", walletId=unknown, reason=REASON
    )
    assert refused["userErrors"][0]["code"] == "NOT_FOUND"


LISTS = """query($a: ID!) {
  sufficiencyChecks(account: $a) { nodes { shortfallFen } }
  custodyQuarters { nodes { quarter } }
}"""


async def test_tier_test_and_guarantee(shop: World, graph: Graph, officer: Actor) -> None:
    await shop.sold(1_000)
    account = (await graph.ask(officer, "{ custodyAccounts { nodes { id } } }"))["custodyAccounts"]["nodes"][0]["id"]
    set_ = await graph.act(
        officer,
        "setCustodyTier",
        "custodyAccount { tier short shortfallFen requiredFen }",
        accountId=account,
        tier="ECNY_FULL",
        reason=REASON,
    )
    assert set_["custodyAccount"] == {"tier": "ECNY_FULL", "short": True, "shortfallFen": 600, "requiredFen": 1000}
    today = clock.today_shanghai()
    registered = await graph.act(
        officer,
        "registerGuarantee",
        "custodyGuarantee { id inForce hasDocument amountFen }",
        merchantId=gid("Merchant", shop.merchant_id),
        kind="INSURANCE",
        number="BX-1",
        issuer="某某保险",
        amountFen=600,
        validFrom=today.isoformat(),
        validUntil=today.isoformat(),
        idempotencyKey="g" * 16,
    )
    assert registered["custodyGuarantee"]["inForce"] is True
    check = await graph.act(
        officer, "checkSufficiency", "sufficiencyCheck { shortfallFen snapshot { quarter } }", accountId=account
    )
    assert check["sufficiencyCheck"]["shortfallFen"] == 0
    guarantee = registered["custodyGuarantee"]["id"]
    missing = await graph.refused(officer, "downloadGuarantee", "url", guaranteeId=guarantee)
    assert missing["userErrors"][0]["code"] == "NOT_FOUND"
    ended = await graph.act(
        officer, "endGuarantee", "custodyGuarantee { inForce endReason }", guaranteeId=guarantee, reason=REASON
    )
    assert ended["custodyGuarantee"] == {"inForce": False, "endReason": REASON}
    listed = await graph.ask(officer, LISTS, a=account)
    assert [each["shortfallFen"] for each in listed["sufficiencyChecks"]["nodes"]] == [600, 0, 0, 600, 0]
    assert len(listed["custodyQuarters"]["nodes"]) == 1


async def test_a_guarantee_s_document_is_fetched(shop: World, graph: Graph, officer: Actor) -> None:
    async with shop.db.write(officer) as tx:
        file_id = await shop.services.files.put(
            tx, "custody.guarantee", "letter.pdf", b"%PDF-1.7\n%%EOF", "application/pdf", tenant=shop.merchant_id
        )
    today = clock.today_shanghai()
    await shop.superuser.execute(
        "INSERT INTO custody_guarantee (merchant_id, id, kind, number, issuer, amount_fen, valid_from, valid_until,"
        " file_id, created_at) VALUES ($1, $2, 'BANK_LETTER', 'n', 'i', 5, $3, $3, $4, now())",
        shop.merchant_id,
        guarantee := uuid7(),
        today,
        file_id,
    )
    link = await graph.act(
        officer, "downloadGuarantee", "url expiresAt", guaranteeId=gid("CustodyGuarantee", guarantee, shop.merchant_id)
    )
    assert "/files/" in link["url"]


async def test_issuing_is_stopped_by_one_and_resumed_by_a_proposal(shop: World, graph: Graph, officer: Actor) -> None:
    whom = {"merchantId": gid("Merchant", shop.merchant_id)}
    stopped = await graph.act(
        officer, "stopIssuing", "issuingSwitch { stopped reason merchant { name } }", reason=REASON, **whom
    )
    assert stopped["issuingSwitch"]["stopped"] is True
    change = await graph.act(officer, "resumeIssuing", "changeRequest { state kind }", reason=REASON, **whom)
    assert change["changeRequest"] == {"state": "OPEN", "kind": "issuing.resume"}
    await graph.act(officer, "stopIssuing", "issuingSwitch { merchant { name } }", reason=REASON)
    listed = await graph.ask(officer, "{ issuingSwitches { nodes { merchant { name } changer { displayName } } } }")
    assert [each["merchant"] is None for each in listed["issuingSwitches"]["nodes"]] == [True, False]


async def test_staff_of_some_merchants_reach_no_others(shop: World, graph: Graph, officer: Actor) -> None:
    """A member of the bank with a list of merchants: what is not on it does not exist for him."""
    operation = await queued(shop)
    other = await merchant(shop.db, "星河游泳馆")
    limited = member_of(officer, other.id)
    for name, inputs in (
        ("retryWalletOperation", {"operationId": operation, "reason": REASON}),
        ("abandonWalletOperation", {"operationId": operation, "reason": REASON, "idempotencyKey": "d" * 16}),
        ("stopIssuing", {"merchantId": gid("Merchant", shop.merchant_id), "reason": REASON}),
        ("openCustodyAccount", {"merchantId": gid("Merchant", shop.merchant_id), "tier": "SCALE"}),
    ):
        payload = await graph.refused(limited, name, "__typename", **inputs)
        assert payload["userErrors"][0]["code"] == "NOT_FOUND", name
    _, errors = await graph.answer(
        limited,
        "mutation($input: StopIssuingInput!) { stopIssuing(input: $input) { userErrors { code } } }",
        input={"reason": REASON},
    )
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"
    opened = await graph.act(
        limited, "openCustodyAccount", "custodyAccount { state }", merchantId=gid("Merchant", other.id), tier="SCALE"
    )
    assert opened["custodyAccount"] == {"state": "OPENING"}


def member_of(actor: Actor, merchant_id: UUID) -> Actor:
    return replace(actor, scope=ScopeKind.CUSTOM, db_role=DbRole.OPERATOR, merchant_ids=(merchant_id,))
