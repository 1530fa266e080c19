"""Root aggregates."""

from collections import Counter, defaultdict
from datetime import timedelta

from tests.graph.conftest import Asking
from tests.graph.shop.data import A, Shopping

STATS = """
query ($filter: OrderFilter) {
  orderStats(filter: $filter) { __typename count totalFen largestFen paid
    byStatus { __typename key count totalFen }
    days: byDay { day: key count paid } }
}
"""


async def test_figures_whole_and_by_group(ask: Asking, shopping: Shopping) -> None:
    rows = shopping.of("t_order", A)
    stats = (await ask(STATS))["orderStats"]
    assert ask.result.statements == 1
    assert stats["count"] == len(rows)
    assert stats["totalFen"] == sum(row["total_fen"] for row in rows)
    assert stats["largestFen"] == max(row["total_fen"] for row in rows)
    assert stats["paid"] == sum(row["status"] == "paid" for row in rows)
    counts = Counter(row["status"].upper() for row in rows)
    assert {group["key"]: group["count"] for group in stats["byStatus"]} == counts
    assert stats["byStatus"][0]["__typename"] == "OrderStatsByStatus"
    days: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        days[(row["created_at"] + timedelta(hours=8)).date().isoformat()].append(row["status"] == "paid")
    assert stats["days"] == [{"day": day, "count": len(paid), "paid": sum(paid)} for day, paid in sorted(days.items())]


async def test_figures_over_nothing(ask: Asking) -> None:
    assert (await ask(STATS, filter={"no": {"eq": "none"}}))["orderStats"] == {
        "__typename": "OrderStats",
        "count": 0,
        "totalFen": 0,
        "largestFen": None,
        "paid": 0,
        "byStatus": [],
        "days": [],
    }


async def test_groups_without_a_figure_of_the_whole(ask: Asking, shopping: Shopping) -> None:
    counts = Counter(row["status"].upper() for row in shopping.of("t_order", A))
    groups = (await ask("{ orderStats { byStatus { key count } } }"))["orderStats"]["byStatus"]
    assert {group["key"]: group["count"] for group in groups} == counts
    assert (await ask("{ orderStats { __typename } }"))["orderStats"] == {"__typename": "OrderStats"}
