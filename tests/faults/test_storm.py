"""Money under load while server, worker, database, connections and providers fail: nothing is doubled, nothing lost.

The short form runs with all tests; `make test-faults` storms for a minute with each of three seeds.
"""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final
from uuid import UUID

import asyncpg
import httpx
import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.verify import run_checks
from prepaid.domains.custody.commands.open_merchant_wallet import open_merchant_wallet
from prepaid.domains.custody.rules.tiers import CustodyTier
from prepaid.domains.identity.commands.create_merchant import create_merchant
from prepaid.domains.payment.commands.register_sub_merchant import register_sub_merchant
from prepaid.providers.custody_wallet import Place, WalletAct
from prepaid.providers.custody_wallet_http import HttpCustodyWallets
from tests.domains.identity.cast import BANK, do
from tests.faults import compare_books
from tests.faults.monkey import Monkey
from tests.faults.plant import Plant, plant
from tests.faults.settling import services_of, settle
from tests.faults.shoppers import Shoppers
from tests.support.custody import KEY, Sandbox

pytestmark = [pytest.mark.faults, pytest.mark.slow]

STORM_SECONDS = float(os.environ.get("PREPAID_STORM_SECONDS", "12"))
SEEDS = [int(seed) for seed in os.environ.get("PREPAID_STORM_SEEDS", "1").split()]
SHOPPERS = 6
ACTS = 9
"""Ways in which the monkey breaks things; a storm lasts until each was tried."""
BELOW_BUSINESS: Final = ("ciphertexts", "what waits for the end of dispute windows")
"""What verify finds of every storm: it moves money through the ledger's recipes alone, without redemptions."""
TAKEN_OVER_SECONDS = 20
"""Long enough for a worker to take over what a killed one had in hand."""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that the database's account may enter."""
    made = Path(mkdtemp(prefix="prepaid-storm-"))
    made.chmod(0o755)
    yield made
    for log in made.glob("*.log"):
        sys.stdout.write(f"=== {log.name}\n{log.read_text(errors='replace')[-2_000:]}\n")
    subprocess.run(["rm", "-rf", str(made)], check=True)


@pytest.mark.parametrize("seed", SEEDS)
async def test_after_a_storm_the_providers_lists_equal_the_ledger(folder: Path, seed: int) -> None:
    async with plant(folder) as running:
        shop = await opened_shop(running)
        shoppers = Shoppers(running.server_url, running.sandbox_url, shop, seed)
        monkey = Monkey(running, seed, shoppers.acknowledged.total)
        await storm(shoppers, monkey)
        await running.ready("server")
        await asyncio.sleep(TAKEN_OVER_SECONDS)
        await running.stop("worker")
        await running.stop("server")
        async with services_of(running) as services:
            assert await settle(services) == 0
        sys.stdout.write(f"{dict(monkey.done)}\n{dict(shoppers.acknowledged)}, {shoppers.repeated} repeated\n")
        assert shoppers.acknowledged["redeem"] > 0
        assert len(monkey.done) == ACTS
        await nothing_acknowledged_is_lost(running, shoppers)
        compared = await asyncio.to_thread(compare, running)
        assert compared.returncode == 0, compared.stdout + compared.stderr
        sys.stdout.write(compared.stdout)
        findings = [str(finding) for finding in await run_checks(running.admin_url)]
        assert [line for line in findings if not any(part in line for part in BELOW_BUSINESS)] == []
        await the_comparison_finds_what_only_one_side_knows(running)


async def the_comparison_finds_what_only_one_side_knows(running: Plant) -> None:
    """Who checks the checker: a move at the provider behind our back is named."""
    async with httpx.AsyncClient(base_url=running.sandbox_url, trust_env=False) as http:
        held = (await http.get("/custody/books")).json()["wallets"]
        wallet, row = next((UUID(key), row) for key, row in held.items() if not row["closed"])
        async with HttpCustodyWallets(running.sandbox_url, KEY) as provider:
            stray = Sandbox(provider, http, UUID(row["account"]), wallet)
            await stray.do(WalletAct.LOAD, (Place.CHANNEL, Place.WALLET, 1))
    compared = await asyncio.to_thread(compare, running)
    assert compared.returncode == 1
    assert "only at the provider: CHANNEL to WALLET" in compared.stdout


async def opened_shop(running: Plant) -> UUID:
    """A merchant that collects and has custody."""
    async with services_of(running) as services:
        merchant = await do(services.database, BANK, create_merchant, name="云岭滑冰馆")

        async def prepare(tx: Any) -> None:
            await register_sub_merchant(tx, merchant_id=merchant.id, number="1900000109")
            await open_merchant_wallet(tx, SYSTEM, merchant_id=merchant.id, tier=CustodyTier.SCALE)

        await services.database.run(SYSTEM, prepare)
        for _ in range(300):
            async with services.database.read(SYSTEM) as reading:
                if await reading.fetchval("SELECT state FROM custody_account") == "OPEN":
                    return merchant.id
            await asyncio.sleep(0.1)
    raise AssertionError("the worker opens no account")


async def storm(shoppers: Shoppers, monkey: Monkey) -> None:
    """Load and faults at the same time; afterwards everybody gets his answer."""
    enough = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(shoppers.shop_until(enough, shoppers=SHOPPERS))
        raging = group.create_task(monkey.rage(enough))
        await asyncio.sleep(STORM_SECONDS)
        while len(monkey.done) < ACTS and not raging.done():
            await asyncio.sleep(0.5)
        enough.set()
        await raging
        await monkey.make_peace()


async def nothing_acknowledged_is_lost(running: Plant, shoppers: Shoppers) -> None:
    """Every redemption that a client was told of is in the ledger once, and no others are."""
    connection = await asyncpg.connect(running.admin_url)
    try:
        booked = await connection.fetch(
            "SELECT reference FROM ledger_transfer WHERE kind = 'REDEMPTION' AND reference NOT IN"
            " (SELECT reference FROM ledger_transfer WHERE kind = 'REDEMPTION_UNDONE')"
        )
    finally:
        await connection.close()
    assert sorted(row["reference"] for row in booked) == sorted(map(str, shoppers.visits))


def compare(running: Plant) -> subprocess.CompletedProcess[str]:
    """The separate program."""
    command = [sys.executable, compare_books.__file__, running.admin_url, running.sandbox_url]
    return subprocess.run(command, capture_output=True, text=True, check=False)
