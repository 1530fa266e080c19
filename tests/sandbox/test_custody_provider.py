"""The custody client against the sandbox over HTTP: each reference once, and no answer believed that proves nothing."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from pydantic import SecretStr

from prepaid.core.settings import Settings
from prepaid.kit.ids import uuid7
from prepaid.providers.custody_signature import SigningKey
from prepaid.providers.custody_wallet import Place, WalletAct, WalletRefused, WalletUnclear
from prepaid.providers.custody_wallet_http import HttpCustodyWallets
from prepaid.sandbox.app import create_app
from tests.support.custody import KEY, SHORT_SECONDS, Sandbox, custody_sandbox
from tests.support.http_server import running

CHANNEL, WALLET, SETTLEMENT = Place.CHANNEL, Place.WALLET, Place.SETTLEMENT


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with custody_sandbox(timeout_seconds=SHORT_SECONDS) as sandbox:
        yield sandbox


async def test_a_card_s_money_from_load_to_the_last_fen(sandbox: Sandbox) -> None:
    await sandbox.opened()
    load = await sandbox.do(WalletAct.LOAD, (CHANNEL, WALLET, 40_000), (CHANNEL, SETTLEMENT, 60_000))
    assert (load.moved_fen, load.held_fen, load.repeated) == (100_000, 40_000, False)
    await sandbox.do(WalletAct.RELEASE, (WALLET, SETTLEMENT, 10_001), evidence="R000001")
    await sandbox.do(WalletAct.REVERSE, (SETTLEMENT, WALLET, 1))
    assert (await sandbox.do(WalletAct.REFUND, (WALLET, SETTLEMENT, 30_000))).held_fen == 0
    await sandbox.do(WalletAct.CLOSE)
    moves = await sandbox.wallets.moves()
    assert [(m.sequence, m.source, m.target, m.amount_fen) for m in moves] == [
        (1, CHANNEL, WALLET, 40_000),
        (2, CHANNEL, SETTLEMENT, 60_000),
        (3, WALLET, SETTLEMENT, 10_001),
        (4, SETTLEMENT, WALLET, 1),
        (5, WALLET, SETTLEMENT, 30_000),
    ]
    assert [m.sequence for m in await sandbox.wallets.moves(after=2, limit=3)] == [3, 4, 5]


async def test_a_reference_is_carried_out_once(sandbox: Sandbox) -> None:
    await sandbox.opened(1_000)
    release = sandbox.instruction(WalletAct.RELEASE, (WALLET, SETTLEMENT, 300))
    first = await sandbox.wallets.carry_out(release)
    again = await sandbox.wallets.carry_out(release)
    assert (again.number, again.held_fen, again.repeated) == (first.number, 700, True)
    assert await sandbox.wallets.query(release.reference) == again
    with pytest.raises(WalletRefused, match="REFERENCE_REUSED"):
        await sandbox.wallets.carry_out(replace(release, evidence="another"))
    assert await sandbox.held_fen() == 700


async def test_a_gift_moves_from_wallet_to_wallet(sandbox: Sandbox) -> None:
    await sandbox.opened(1_000)
    giver, receiver = sandbox.wallet, uuid7()
    await sandbox.do(WalletAct.OPEN, wallet=receiver)
    gift = (WALLET, Place.OTHER_WALLET, 400)
    for wrong in (uuid7(), giver):
        with pytest.raises(WalletRefused, match="UNKNOWN_WALLET"):
            await sandbox.do(WalletAct.TRANSFER, gift, other_wallet=wrong)
    with pytest.raises(WalletRefused, match="MOVE_NOT_ALLOWED"):
        await sandbox.do(WalletAct.TRANSFER, gift)
    assert (await sandbox.do(WalletAct.TRANSFER, gift, other_wallet=receiver)).held_fen == 600
    assert (await sandbox.books())["wallets"][str(receiver)]["held_fen"] == 400
    assert (await sandbox.wallets.moves())[-1].other_wallet == receiver


async def test_an_unknown_reference_was_not_carried_out(sandbox: Sandbox) -> None:
    assert await sandbox.wallets.query(uuid7()) is None


REFUSALS = {
    "more than it holds": (WalletAct.RELEASE, (WALLET, SETTLEMENT, 1_001), "INSUFFICIENT"),
    "a way that the act does not have": (WalletAct.RELEASE, (WALLET, CHANNEL, 1), "MOVE_NOT_ALLOWED"),
    "nothing at all": (WalletAct.RELEASE, (WALLET, SETTLEMENT, 0), "MOVE_NOT_ALLOWED"),
    "less than nothing": (WalletAct.LOAD, (CHANNEL, WALLET, -5), "MOVE_NOT_ALLOWED"),
    "opened again": (WalletAct.OPEN, None, "WALLET_EXISTS"),
    "closed with money in it": (WalletAct.CLOSE, None, "NOT_EMPTY"),
}


@pytest.mark.parametrize("case", REFUSALS)
async def test_what_does_not_fit_the_books_is_refused(sandbox: Sandbox, case: str) -> None:
    act, move, code = REFUSALS[case]
    await sandbox.opened(1_000)
    with pytest.raises(WalletRefused, match=code):
        await sandbox.do(act, *([move] if move else []))
    assert await sandbox.held_fen() == 1_000


async def test_a_wallet_of_another_merchant_is_unknown(sandbox: Sandbox) -> None:
    await sandbox.opened(1_000)
    with pytest.raises(WalletRefused, match="UNKNOWN_ACCOUNT"):
        await sandbox.do(WalletAct.RELEASE, (WALLET, SETTLEMENT, 1), account=uuid7())
    other = uuid7()
    await sandbox.do(WalletAct.OPEN_ACCOUNT, account=other)
    with pytest.raises(WalletRefused, match="UNKNOWN_WALLET"):
        await sandbox.do(WalletAct.RELEASE, (WALLET, SETTLEMENT, 1), account=other)


async def test_a_frozen_wallet_pays_the_consumer_alone(sandbox: Sandbox) -> None:
    await sandbox.opened(1_000)
    await sandbox.do(WalletAct.FREEZE)
    with pytest.raises(WalletRefused, match="WALLET_FROZEN"):
        await sandbox.do(WalletAct.RELEASE, (WALLET, SETTLEMENT, 1))
    await sandbox.do(WalletAct.REFUND, (WALLET, SETTLEMENT, 400))
    await sandbox.do(WalletAct.UNFREEZE)
    assert (await sandbox.do(WalletAct.RELEASE, (WALLET, SETTLEMENT, 600))).held_fen == 0
    await sandbox.do(WalletAct.CLOSE)
    with pytest.raises(WalletRefused, match="WALLET_CLOSED"):
        await sandbox.do(WalletAct.LOAD, (CHANNEL, WALLET, 1))


@pytest.mark.parametrize("after_effect", [False, True], ids=["not done", "done"])
@pytest.mark.parametrize("delay", [0.0, 2 * SHORT_SECONDS], ids=["at once", "late"])
async def test_a_failing_provider_leaves_it_unclear_and_asking_again_settles_it(
    sandbox: Sandbox, delay: float, after_effect: bool
) -> None:
    await sandbox.opened()
    load = sandbox.instruction(WalletAct.LOAD, (CHANNEL, WALLET, 500))
    await sandbox.fault(status=503, delay_seconds=delay, after_effect=after_effect)
    with pytest.raises(WalletUnclear):
        await sandbox.wallets.carry_out(load)
    known = await sandbox.wallets.query(load.reference)
    assert (known is not None) == after_effect
    assert (await sandbox.wallets.carry_out(load)).repeated == after_effect
    assert await sandbox.held_fen() == 500


@pytest.mark.parametrize("odd", ["FORGED", "WRONG_AMOUNT", "OTHER_REFERENCE"])
async def test_an_answer_that_proves_nothing_is_unclear(sandbox: Sandbox, odd: str) -> None:
    await sandbox.opened()
    load = sandbox.instruction(WalletAct.LOAD, (CHANNEL, WALLET, 500))
    await sandbox.odd(odd, act="LOAD")
    with pytest.raises(WalletUnclear):
        await sandbox.wallets.carry_out(load)
    assert (await sandbox.wallets.carry_out(load)).repeated
    assert await sandbox.held_fen() == 500


async def test_a_request_that_arrives_twice_is_carried_out_once(sandbox: Sandbox) -> None:
    await sandbox.opened()
    await sandbox.odd("TWICE")
    assert (await sandbox.do(WalletAct.LOAD, (CHANNEL, WALLET, 500))).repeated
    assert await sandbox.held_fen() == 500


async def test_a_refusal_on_demand_does_nothing(sandbox: Sandbox) -> None:
    await sandbox.opened()
    await sandbox.odd("REFUSED", times=2)
    for _ in range(2):
        with pytest.raises(WalletRefused, match="REFUSED"):
            await sandbox.do(WalletAct.LOAD, (CHANNEL, WALLET, 500))
    assert (await sandbox.do(WalletAct.LOAD, (CHANNEL, WALLET, 500))).held_fen == 500


async def test_a_stranger_s_signature_opens_nothing(sandbox: Sandbox) -> None:
    await sandbox.opened(1_000)
    for key in (SigningKey("sandbox", b"guessed"), SigningKey("other", KEY.secret)):
        async with HttpCustodyWallets(str(sandbox.http.base_url), key) as stranger:
            with pytest.raises(WalletUnclear, match="HTTP 401"):
                await stranger.carry_out(sandbox.instruction(WalletAct.RELEASE, (WALLET, SETTLEMENT, 1)))
            with pytest.raises(WalletUnclear, match="HTTP 401"):
                await stranger.moves()
    assert await sandbox.held_fen() == 1_000


async def test_a_request_is_answered_once(sandbox: Sandbox) -> None:
    target = "/custody/v1/moves?after=0&limit=5"
    header, _ = KEY.request_header("GET", target, b"")
    answers = [await sandbox.http.get(target, headers={"authorization": header}) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 401]


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b"{}", b'{"reference": "x"}', b"{"])
async def test_a_malformed_instruction_is_refused(sandbox: Sandbox, body: bytes) -> None:
    header, _ = KEY.request_header("POST", "/custody/v1/instructions", body)
    answer = await sandbox.http.post("/custody/v1/instructions", content=body, headers={"authorization": header})
    assert (answer.status_code, answer.json()) == (422, {"code": "MALFORMED"})


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"answer": "NO"}', b'{"answer": "TWICE", "times": 0}'])
async def test_a_malformed_oddity_is_refused(sandbox: Sandbox, body: bytes) -> None:
    assert (await sandbox.http.put("/custody/oddity", content=body)).status_code == 400


async def test_the_page_shows_wallets_and_moves(sandbox: Sandbox) -> None:
    await sandbox.opened(123_456)
    page = (await sandbox.http.get("/custody")).text
    assert "1,234.56" in page
    assert "CHANNEL → WALLET" in page
    assert "/custody" in (await sandbox.http.get("/")).text


@asynccontextmanager
async def kept_in(folder: Path, account: UUID, wallet: UUID) -> AsyncIterator[Sandbox]:
    async with (
        running(create_app(folder)) as address,
        HttpCustodyWallets(address, KEY) as wallets,
        httpx.AsyncClient(base_url=address, trust_env=False) as http,
    ):
        yield Sandbox(wallets, http, account, wallet)


async def test_the_books_outlive_the_process_and_a_crash_in_the_middle_of_a_line(tmp_path: Path) -> None:
    ids = uuid7(), uuid7()
    async with kept_in(tmp_path, *ids) as sandbox:
        await sandbox.opened(700)
    with (tmp_path / "custody.jsonl").open("ab") as journal:
        journal.write(b'{"reference": "cut off')
    async with kept_in(tmp_path, *ids) as sandbox:
        assert await sandbox.held_fen() == 700
        await sandbox.do(WalletAct.RELEASE, (WALLET, SETTLEMENT, 200))
    async with kept_in(tmp_path, *ids) as sandbox:
        assert await sandbox.held_fen() == 500


async def test_a_provider_that_is_not_there_may_come_back() -> None:
    async with HttpCustodyWallets("http://127.0.0.1:9", KEY) as wallets:
        with pytest.raises(WalletUnclear):
            await wallets.query(uuid7())


@pytest.mark.parametrize(
    "missing", [{"custody_url": None}, {"custody_key": SecretStr("sandbox")}], ids=["address", "key"]
)
def test_production_names_its_provider_and_a_key_of_its_own(missing: dict[str, Any]) -> None:
    whole: dict[str, Any] = {
        "environment": "production",
        "custody_url": "https://custody.example",
        "custody_key": SecretStr("k" * 32),
    }
    settings = Settings.model_construct(**(whole | missing))
    with pytest.raises(ValueError, match="PREPAID_CUSTODY"):
        HttpCustodyWallets.of(settings)
