"""What a merchant sees of its redemptions: figures that agree with the rows, the money behind each."""

from typing import Any

from tests.domains.demo import Demo
from tests.domains.identity.graphql import gid

FIGURES = "{ redemptionFigures { pendingFen disputedFen settledFen valueFen byDay { key count pendingFen } } }"
ITEMS = "{ redemptionItems(first: 100) { nodes { status pendingFen valueFen } } }"
MONEY = """query($id: ID!) { redemptionTransfers(redemption: $id) { nodes { kind phase amountFen } } }"""


def total(rows: list[dict[str, Any]], name: str, *status: str) -> int:
    return sum(row[name] for row in rows if row["status"] in status)


async def test_figures_are_the_sums_of_their_rows(demo: Demo) -> None:
    owner = await demo.person("林晓云")
    rows = (await demo.graph.ask(owner, ITEMS))["redemptionItems"]["nodes"]
    figures = (await demo.graph.ask(owner, FIGURES))["redemptionFigures"]
    assert figures["pendingFen"] == total(rows, "pendingFen", "PENDING")
    assert figures["disputedFen"] == total(rows, "pendingFen", "DISPUTED", "UPHELD") > 0
    assert figures["settledFen"] == total(rows, "pendingFen", "SETTLED") > 0
    assert figures["valueFen"] == total(rows, "valueFen", "PENDING", "DISPUTED", "UPHELD", "SETTLED")
    assert sum(day["count"] for day in figures["byDay"]) == len(rows)
    assert sum(day["pendingFen"] for day in figures["byDay"]) == figures["pendingFen"]


async def test_each_redemption_shows_what_was_booked_for_it(demo: Demo) -> None:
    owner = await demo.person("林晓云")
    row = await demo.superuser.fetchrow(
        "SELECT merchant_id, id FROM redemption WHERE status = 'UNDONE' ORDER BY id LIMIT 1"
    )
    variables = {"id": gid("Redemption", row["id"], row["merchant_id"])}
    nodes = (await demo.graph.ask(owner, MONEY, **variables))["redemptionTransfers"]["nodes"]
    assert {"SERVICE_PERFORMED", "REDEMPTION_UNDONE"} <= {node["kind"] for node in nodes}


async def test_a_consumer_sees_no_figures(demo: Demo) -> None:
    consumer = await demo.person(await _consumer_name(demo))
    _, errors = await demo.graph.answer(consumer, FIGURES)
    assert [error["extensions"]["code"] for error in errors] == ["FORBIDDEN"]


async def _consumer_name(demo: Demo) -> str:
    sql = """SELECT m.display_name FROM membership m JOIN platform_template t ON t.id = m.template_id
    WHERE t.code = 'consumer' ORDER BY m.id LIMIT 1"""
    name: str = await demo.superuser.fetchval(sql)
    return name
