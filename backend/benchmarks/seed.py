"""Fills the benchmark's database: 100 merchants with 50 products and 500 customers each, 3 lines an order."""

from uuid import UUID

import psycopg
from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

from benchmarks.slice.tables import BenchBase
from prepaid.core.access import access_ddl

MERCHANTS = 100
SEEDED_ORDERS = 200_000
_UUID = "('0198c000-{kind}-7000-8000-' || lpad(to_hex({number}), 12, '0'))::uuid"


def _sql(kind: str, number: str) -> str:
    return _UUID.format(kind=kind, number=number)


MERCHANT, PRODUCT, CUSTOMER, ORDER, LINE = "0001", "0002", "0003", "0004", "0005"


def statements(orders: int, asked: UUID) -> list[str]:
    """Row i of a kind belongs to merchant i % 100, so keys of one merchant point at rows of the same."""
    tenant = f"CASE i % {MERCHANTS} WHEN 7 THEN '{asked}'::uuid ELSE {_sql(MERCHANT, f'i % {MERCHANTS}')} END"
    return [
        f"INSERT INTO bench_product (merchant_id, id, name, price_fen)"
        f" SELECT {tenant}, {_sql(PRODUCT, 'i')}, '单品' || i, (i * 37) % 100000 FROM generate_series(0, 4999) i",
        f"INSERT INTO bench_customer (merchant_id, id, name, phone_masked)"
        f" SELECT {tenant}, {_sql(CUSTOMER, 'i')}, '客户' || i, '138****' || lpad((i % 10000)::text, 4, '0')"
        f" FROM generate_series(0, 49999) i",
        f"INSERT INTO bench_order (merchant_id, id, number, status, total_fen, customer_id, created_at)"
        f" SELECT {tenant}, {_sql(ORDER, 'i')}, 'O' || i, (array['PAID', 'UNPAID', 'SETTLED'])[1 + i % 3],"
        f" (i * 71) % 100000,"
        f" {_sql(CUSTOMER, f'i % {MERCHANTS} + {MERCHANTS} * ((i / {MERCHANTS} * 7) % 500)')},"
        f" timestamptz '2026-01-01T00:00:00Z' + (i || ' seconds')::interval FROM generate_series(0, {orders - 1}) i",
        f"INSERT INTO bench_line (merchant_id, id, order_id, product_id, quantity, price_fen)"
        f" SELECT {tenant}, {_sql(LINE, 'i * 3 + k')}, {_sql(ORDER, 'i')},"
        f" {_sql(PRODUCT, f'i % {MERCHANTS} + {MERCHANTS} * ((i * 13 + k) % 50)')}, 1 + (i + k) % 3,"
        f" ((i + k) * 37) % 100000"
        f" FROM generate_series(0, {orders - 1}) i, generate_series(0, 2) k",
        "ANALYZE bench_product, bench_customer, bench_order, bench_line",
    ]


def seed(url: str, asked: UUID, orders: int = SEEDED_ORDERS) -> None:
    """Make and fill the benchmark's tables in a migrated database, as its administrator.

    `asked` is the merchant whose orders are asked for: one of the hundred.
    """
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    BenchBase.metadata.create_all(engine)
    engine.dispose()
    with psycopg.connect(url, autocommit=True) as connection:
        for table in BenchBase.metadata.sorted_tables:
            for statement in access_ddl(table.name, table.info["access"]):
                connection.execute(statement.encode())
        for statement in statements(orders, asked):
            connection.execute(statement.encode())
