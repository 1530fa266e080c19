"""Rows of the test business, in memory for comparison and in the database."""

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import create_engine, insert, text
from sqlalchemy.engine import make_url

from prepaid.core.access import access_ddl
from prepaid.kit.ids import uuid7
from tests.graph.shop import tables as t

A, B = uuid7(), uuid7()
"""Two merchants."""
START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(repr=False)
class Shopping:
    """All rows by table name."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def of(self, table: str, merchant: UUID | None = None) -> list[dict[str, Any]]:
        return [row for row in self.rows[table] if merchant is None or row["merchant_id"] == merchant]

    def by_id(self, table: str, merchant: UUID | None = None) -> dict[UUID, dict[str, Any]]:
        return {row["id"]: row for row in self.of(table, merchant)}


def made(orders: int = 60) -> Shopping:
    """The same rows in every run, but for their ids."""
    chance = random.Random(7)
    kinds = [
        {"id": uuid7(), "code": code, "name_zh": zh, "name_en": en}
        for code, zh, en in (("CUT", "理发", "Haircut"), ("WASH", "洗车", "Car wash"))
    ]
    shopping = Shopping(
        {"t_kind": kinds, "t_customer": [], "t_product": [], "t_order": [], "t_line": [], "t_favourite": []}
    )
    for merchant in (A, B):
        _merchant(shopping, merchant, orders, chance)
    return shopping


def _merchant(shopping: Shopping, merchant: UUID, orders: int, chance: random.Random) -> None:
    rows = shopping.rows
    customers = [
        {
            "merchant_id": merchant,
            "id": uuid7(),
            "name": name,
            "phone": f"1380000{i:04}",
            "phone_masked": f"138****{i:04}",
            "email": f"c{i}@example.test" if i % 2 else None,
            "account_id": uuid7() if i < 2 else None,
            "referrer_id": None,
        }
        for i, name in enumerate(["王小明", 'O\'Neil "Q"', "back\\slash\n", "100%_off", "Zoë \u2028", "李雷", "韩梅梅"])
    ]
    customers[1]["referrer_id"] = customers[0]["id"]
    products = [
        {
            "merchant_id": merchant,
            # The same ids in both merchants: only the tenant tells their products apart.
            "id": UUID(int=0x7000_8000_0000_0000_0000_0000 + i),
            "name": f"单品{i}{'' if merchant is A else ' (B)'}",
            "price_fen": 100 * i,
            "kind_id": rows["t_kind"][i % 2]["id"],
            "tags": [] if i == 0 else [f"tag{i}", 'quo"te'],
            "attributes": {"nested": [i, None, {"ä": "1\n"}]},
        }
        for i in range(5)
    ]
    rows["t_customer"] += customers
    rows["t_product"] += products
    rows["t_favourite"] += [
        {"merchant_id": merchant, "customer_id": customers[i]["id"], "product_id": products[j]["id"]}
        for i, j in ((0, 0), (0, 1), (0, 4), (1, 1), (2, 1))
    ]
    for i in range(orders):
        order = {
            "merchant_id": merchant,
            "id": uuid7(),
            "no": f"{'A' if merchant is A else 'B'}{i:05}",
            "status": chance.choice(["unpaid", "paid", "settled"]),
            "total_fen": chance.choice([0, 4_999, 5_000, 9_000, 2**40]),
            "customer_id": chance.choice(customers)["id"],
            "note": chance.choice([None, None, "给妈妈", "a_b", "50%"]),
            "due_on": chance.choice([None, date(2026, 1, 5), date(2026, 2, 1)]),
            "rush": chance.random() < 0.5,
            "store_id": UUID(int=i % 3),
            "created_at": START + timedelta(hours=7 * (i // 2), microseconds=i % 2),
        }
        rows["t_order"].append(order)
        rows["t_line"] += [
            {
                "merchant_id": merchant,
                "id": uuid7(),
                "order_id": order["id"],
                "product_id": chance.choice(products)["id"],
                "quantity": n + 1,
                "price_fen": 100 * n,
            }
            for n in range(i % 4)
        ]


def store(admin_url: str, shopping: Shopping) -> None:
    """Create the tables in a migrated database and fill them, as its administrator."""
    engine = create_engine(make_url(admin_url).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        t.Shop.metadata.create_all(connection)
        for table in t.Shop.metadata.sorted_tables:
            connection.execute(insert(table), shopping.rows[table.name])
            for statement in access_ddl(table.name, table.info["access"]):
                connection.execute(text(statement.replace(":", "\\:")))
    engine.dispose()
