"""Stores and regions through GraphQL, as the seeded merchant's people, on a real database."""

from datetime import timedelta
from typing import Any

import pytest

from prepaid.domains.stores.reads.regions import regions_of_store
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.demo import Demo
from tests.domains.identity.graphql import gid

SHOP = {"name": "滨江店", "address": "滨江路 18 号", "opens": "09:00", "closes": "22:00"}
STORE = "store { id number name status address region { path } }"
REGION = "region { id path depth level { name } }"


@pytest.fixture
async def owner(demo: Demo) -> str:
    name: str = await demo.superuser.fetchval(
        "SELECT m.display_name FROM membership m JOIN merchant x ON x.id = m.merchant_id"
        " JOIN membership_role h ON h.membership_id = m.id JOIN role r ON r.id = h.role_id"
        " WHERE r.code = 'owner' ORDER BY x.number LIMIT 1"
    )
    return name


class Shop:
    """The owner at work."""

    def __init__(self, demo: Demo, owner: str) -> None:
        self.demo, self.owner = demo, owner

    async def act(self, name: str, fields: str, /, **inputs: Any) -> Any:
        return await self.demo.graph.act(await self.demo.person(self.owner), name, fields, **inputs)

    async def refused(self, name: str, /, **inputs: Any) -> str:
        payload = await self.demo.graph.refused(await self.demo.person(self.owner), name, "", **inputs)
        return str(payload["userErrors"][0]["code"])

    async def region(self, name: str, parent: str | None = None) -> str:
        made = await self.act("createRegion", REGION, name=name, parentId=parent, idempotencyKey=str(uuid7()))
        return str(made["region"]["id"])

    async def store(self, name: str = "滨江店", **more: Any) -> dict[str, Any]:
        made = await self.act("createStore", STORE, **{**SHOP, "name": name, "idempotencyKey": str(uuid7()), **more})
        store: dict[str, Any] = made["store"]
        return store


@pytest.fixture
def shop(demo: Demo, owner: str) -> Shop:
    return Shop(demo, owner)


def later(days: int) -> str:
    return (clock.today_shanghai() + timedelta(days=days)).isoformat()


async def test_a_store_opens_moves_and_closes(shop: Shop) -> None:
    store = await shop.store()
    assert (store["number"][0], store["status"]) == ("S", "OPENING")
    assert (await shop.act("openStore", STORE, storeId=store["id"]))["store"]["status"] == "OPEN"
    move = {"address": "江南大道 6 号", "movesOn": later(10), "reason": "租约到期搬迁"}
    moved = (await shop.act("relocateStore", STORE, storeId=store["id"], **move))["store"]
    assert (moved["status"], moved["address"]) == ("RELOCATED", "江南大道 6 号")
    assert (await shop.act("openStore", STORE, storeId=store["id"]))["store"]["status"] == "OPEN"
    closed = await shop.act("closeStore", STORE, storeId=store["id"], reason="经营调整关闭")
    assert closed["store"]["status"] == "CLOSED"
    assert await shop.refused("openStore", storeId=store["id"]) == "STORE_STEP_IMPOSSIBLE"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": ""}, "INVALID_VALUE"),
        ({"opens": "9点"}, "HOURS_INVALID"),
        ({"longitude": 120.1}, "INVALID_VALUE"),
        ({"longitude": 220.1, "latitude": 30.0}, "INVALID_VALUE"),
        ({"address": "  "}, "INVALID_VALUE"),
        ({"type": "ONLINE"}, "INVALID_VALUE"),
    ],
    ids=["name", "hours", "half-a-point", "no-such-point", "address", "online"],
)
async def test_what_is_wrong_with_a_store_is_said(shop: Shop, change: dict[str, Any], code: str) -> None:
    assert await shop.refused("createStore", **{**SHOP, "idempotencyKey": str(uuid7()), **change}) == code


async def test_every_merchant_has_one_online_store_that_nobody_closes(shop: Shop, demo: Demo) -> None:
    data = await demo.ask(
        shop.owner, "{ stores(filter: {type: {eq: ONLINE}}) { nodes { id name status } totalCount } }"
    )
    assert data["stores"]["totalCount"] == 1
    online = data["stores"]["nodes"][0]
    assert await shop.refused("closeStore", storeId=online["id"], reason="不需要线上店") == "ONLINE_STORE_FIXED"
    assert await shop.refused("assignStoreRegion", storeId=online["id"], since=later(0)) == "ONLINE_STORE_FIXED"


async def test_a_moved_region_takes_its_stores_along_and_leaves_the_past(shop: Shop, demo: Demo) -> None:
    north, south = await shop.region("华北大区"), await shop.region("华南大区")
    city = await shop.region("海州市", north)
    store = await shop.store(regionId=city)
    assert store["region"]["path"] == "华北大区 / 海州市"
    moved = await shop.act("moveRegion", REGION, regionId=city, parentId=south, since=later(5))
    assert moved["region"]["path"] == "华北大区 / 海州市"
    row = await demo.superuser.fetchrow("SELECT merchant_id, id FROM store WHERE name = '滨江店'")
    assert row is not None
    today = clock.today_shanghai()
    async with demo.db.write(await demo.person(shop.owner)) as tx:
        ways = [await regions_of_store(tx, row["merchant_id"], row["id"], today + timedelta(days=n)) for n in (4, 5)]
    assert [len(way) for way in ways] == [2, 2]
    assert ways[0][0] == ways[1][0]
    assert ways[0][1] != ways[1][1]


async def test_a_circle_is_refused_also_when_it_would_close_later(shop: Shop) -> None:
    a = await shop.region("甲区")
    b = await shop.region("乙区", a)
    assert await shop.refused("moveRegion", regionId=a, parentId=b, since=later(0)) == "REGION_CYCLE"
    await shop.act("moveRegion", REGION, regionId=b, parentId=None, since=later(9))
    await shop.act("moveRegion", REGION, regionId=a, parentId=b, since=later(9))
    assert await shop.refused("moveRegion", regionId=b, parentId=a, since=later(20)) == "REGION_CYCLE"
    assert await shop.refused("moveRegion", regionId=a, parentId=None, since=later(3)) == "PERIOD_OVERLAPS"


async def test_an_overlapping_period_of_a_store_names_the_place(shop: Shop, demo: Demo) -> None:
    north, south = await shop.region("北一区"), await shop.region("南一区")
    store = await shop.store("重叠店", regionId=north)
    await shop.act("assignStoreRegion", STORE, storeId=store["id"], regionId=south, since=later(9))
    payload = await demo.graph.refused(
        await demo.person(shop.owner), "assignStoreRegion", "", storeId=store["id"], regionId=north, since=later(5)
    )
    (error,) = payload["userErrors"]
    assert (error["code"], error["path"]) == ("PERIOD_OVERLAPS", ["since"])


async def test_levels_bound_the_depth(shop: Shop) -> None:
    parent = None
    for name in ("一级", "二级", "三级"):
        parent = await shop.region(name, parent)
    assert (
        await shop.refused("createRegion", name="四级", parentId=parent, idempotencyKey=str(uuid7()))
        == "REGION_TOO_DEEP"
    )
    assert await shop.refused("saveRegionLevels", levels=[{"name": "大区"}, {"name": "城市"}]) == "REGION_LEVEL_IN_USE"
    four = [{"name": name} for name in ("大区", "省", "市", "片区")]
    await shop.act("saveRegionLevels", "", levels=four)
    made = await shop.act("createRegion", REGION, name="四级", parentId=parent, idempotencyKey=str(uuid7()))
    assert made["region"]["level"]["name"] == "片区"


async def test_a_region_with_something_in_it_is_not_closed(shop: Shop) -> None:
    above = await shop.region("东区")
    below = await shop.region("东一区", above)
    store = await shop.store(regionId=below)
    for region in (above, below):
        assert await shop.refused("closeRegion", regionId=region, reason="区域合并停用") == "REGION_NOT_EMPTY"
    await shop.act("assignStoreRegion", STORE, storeId=store["id"], regionId=above, since=later(0))
    closed = await shop.act("closeRegion", "region { status }", regionId=below, reason="区域合并停用")
    assert closed["region"]["status"] == "CLOSED"
    assert (
        await shop.refused("createRegion", name="东二区", parentId=below, idempotencyKey=str(uuid7()))
        == "REGION_CLOSED"
    )


async def test_a_manager_of_a_region_sees_its_stores_and_no_others(shop: Shop, demo: Demo) -> None:
    north = await shop.region("北区")
    city = await shop.region("北城", north)
    inside, outside = await shop.store("北城店", regionId=city), await shop.store("别处店")
    cashier = await demo.superuser.fetchrow(
        "SELECT m.* FROM membership m JOIN membership_role h ON h.membership_id = m.id JOIN role r ON r.id = h.role_id"
        " WHERE r.code = 'manager' AND m.merchant_id = (SELECT merchant_id FROM store WHERE name = '北城店') LIMIT 1"
    )
    assert cashier is not None
    scope = {"kind": "REGION_SUBTREE", "regionIds": [north]}
    member = gid("Member", cashier["id"], cashier["merchant_id"])
    await shop.act("changeMemberScope", "member { scope }", memberId=member, scope=scope)
    sql = "SELECT array_agg(store_id ORDER BY store_id) FROM membership_store WHERE membership_id = $1"
    assert len(await demo.superuser.fetchval(sql, cashier["id"])) == 1
    await shop.act("assignStoreRegion", STORE, storeId=outside["id"], regionId=north, since=later(0))
    assert len(await demo.superuser.fetchval(sql, cashier["id"])) == 2
    await shop.act("assignStoreRegion", STORE, storeId=inside["id"], regionId=None, since=later(0))
    assert len(await demo.superuser.fetchval(sql, cashier["id"])) == 1


async def test_a_scope_of_strange_stores_is_not_found(shop: Shop, demo: Demo) -> None:
    member = await demo.superuser.fetchrow(
        "SELECT m.* FROM membership m JOIN membership_role h ON h.membership_id = m.id JOIN role r ON r.id = h.role_id"
        " JOIN merchant x ON x.id = m.merchant_id WHERE r.code = 'cashier' ORDER BY x.number LIMIT 1"
    )
    assert member is not None
    strange = await demo.superuser.fetchrow(
        "SELECT * FROM store WHERE merchant_id <> $1 LIMIT 1", member["merchant_id"]
    )
    assert strange is not None
    scope = {"kind": "STORE", "storeIds": [gid("Store", strange["id"], strange["merchant_id"])]}
    member_id = gid("Member", member["id"], member["merchant_id"])
    assert await shop.refused("changeMemberScope", memberId=member_id, scope=scope) == "NOT_FOUND"


async def test_a_store_is_found_by_pinyin_and_initials(shop: Shop, demo: Demo) -> None:
    await shop.store("望京旗舰店")
    for typed in ("wangjing", "wjqjd", "旗舰"):
        data = await demo.ask(shop.owner, "query($q: String) { stores(search: $q) { nodes { name } } }", q=typed)
        assert [node["name"] for node in data["stores"]["nodes"]] == ["望京旗舰店"]
