"""`prepaid verify` names what is wrong with products: one corruption planted for each thing it checks."""

import asyncpg
import pytest

from prepaid.core.findings import checks
from tests.domains.demo import Demo


async def examined(connection: asyncpg.Connection) -> list[str]:
    (check,) = (each for each in checks() if each.name == "catalog")
    return [each.detail for each in await check.examine(connection)]


async def test_the_demo_is_sound(demo: Demo) -> None:
    assert await examined(demo.superuser) == []


@pytest.mark.parametrize(
    ("corruption", "said"),
    [
        (
            "UPDATE card_type SET on_sale_version_id = NULL WHERE id = (SELECT id FROM card_type LIMIT 1)",
            "shows another version on sale",
        ),
        (
            "UPDATE package_entitlement SET paid_fen = paid_fen + 1 WHERE id = (SELECT e.id FROM package_entitlement e"
            " JOIN package_version v ON v.id = e.version_id WHERE v.state = 'ON_SALE' LIMIT 1)",
            "do not add up",
        ),
        (
            "UPDATE service_version SET unit_price_fen = unit_price_fen + 1"
            " WHERE id = (SELECT id FROM service_version WHERE state = 'ON_SALE' LIMIT 1)",
            "not the latest of its history",
        ),
    ],
    ids=["shelf", "share", "price"],
)
async def test_a_corruption_is_named(demo: Demo, corruption: str, said: str) -> None:
    await demo.superuser.execute(corruption)
    (detail,) = await examined(demo.superuser)
    assert said in detail
