"""Deliveries of physical cards as files, and their loading by the job."""

import csv
import io
from datetime import timedelta
from typing import Any
from uuid import UUID

from openpyxl import Workbook

from prepaid.core.files import CSV, XLSX
from prepaid.core.jobs import run_due
from prepaid.domains.cards.rules.numbers import card_number
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.catalog.shop import CARD_TYPE, SAVED, Shop, on_sale
from tests.domains.demo import Demo
from tests.domains.identity.graphql import gid

PREFIX = "8866"
IMPORTED = "batch { id number } taskId"
BATCH = """
query($id: ID!) { cardBatch(id: $id) { state rowsTotal rowsDone loaded refused failure failurePlace
  availableActions { key } } }
"""


def numbers(count: int, begin: int = 1) -> list[str]:
    return [card_number(PREFIX, running) for running in range(begin, begin + count)]


def csv_file(values: list[str], encoding: str = "utf-8", heading: str = "卡号") -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([heading, "备注"])
    writer.writerows([value, "新卡"] for value in values)
    return text.getvalue().encode(encoding)


def xlsx_file(values: list[Any]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["序号", "卡号"])
    for index, value in enumerate(values, 1):
        sheet.append([index, value])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


class Delivery:
    """The first rink's owner with a card type of plastic."""

    def __init__(self, demo: Demo, shop: Shop, card_type: str) -> None:
        self.demo, self.shop, self.card_type = demo, shop, card_type

    @classmethod
    async def of(cls, demo: Demo) -> "Delivery":
        shop, bank = await Shop.of(demo, "merchant", "owner", "ice_rink"), await Shop.of(demo, "bank", "compliance")
        change = {"name": "实体滑冰卡", "form": "PHYSICAL", "numberPrefix": PREFIX}
        saved = await shop.act("saveCardType", f"cardType {{ id }} {SAVED}", **{**CARD_TYPE, **change})
        await on_sale(shop, bank, saved["version"]["id"])
        return cls(demo, shop, saved["cardType"]["id"])

    async def upload(self, content: bytes, *, workbook: bool = False) -> str:
        actor = await self.demo.person(self.shop.name)
        kind, name = (XLSX, "cards.xlsx") if workbook else (CSV, "cards.csv")
        async with self.demo.db.write(actor) as tx:
            file_id = await self.demo.graph.services.files.put(
                tx, "card_stock", name, content, kind.media_type, expires_at=clock.now() + timedelta(days=1)
            )
        return gid("File", file_id, actor.tenant)

    async def begin(self, content: bytes, *, workbook: bool = False, **more: Any) -> str:
        """Upload a file and ask for its import; the batch's id."""
        token = await self.upload(content, workbook=workbook)
        asked = {"cardTypeId": self.card_type, "file": [token], "idempotencyKey": str(uuid7()), **more}
        return str((await self.shop.act("importStock", IMPORTED, **asked))["batch"]["id"])

    async def load(self, content: bytes, *, workbook: bool = False, **more: Any) -> dict[str, Any]:
        """The same, and the job's work; the batch then."""
        batch = await self.begin(content, workbook=workbook, **more)
        await self.work()
        return await self.read(batch)

    async def work(self) -> None:
        await run_due(self.demo.graph.services)

    async def read(self, batch: str) -> dict[str, Any]:
        found: dict[str, Any] = (await self.demo.ask(self.shop.name, BATCH, id=batch))["cardBatch"]
        return {"id": batch, **found}

    async def store(self) -> tuple[str, UUID]:
        row = await self.demo.superuser.fetchrow(
            "SELECT s.merchant_id, s.id FROM store s JOIN merchant m ON m.id = s.merchant_id "
            "WHERE m.type_code = 'ice_rink' AND s.type = 'DIRECT' ORDER BY m.number, s.number LIMIT 1"
        )
        return gid("Store", row["id"], row["merchant_id"]), row["id"]
