"""Views and settings: each member's own, and shared ones of a tenant."""

from typing import Any

import pytest
from sqlalchemy import select

from prepaid.core.actor import ANONYMOUS, Actor
from prepaid.core.database import Database
from prepaid.core.errors import Forbidden, InvalidValue, NotFound, Unauthenticated
from prepaid.domains.pages.commands.save_setting import save_setting
from prepaid.domains.pages.commands.save_view import MOST_VIEWS, delete_view, save_view
from prepaid.domains.pages.errors.definitions import ViewNotOwn, ViewsTooMany
from prepaid.domains.pages.models import MemberSetting, SavedView
from prepaid.kit.ids import uuid7
from tests.domains.demo import Demo
from tests.domains.identity import cast
from tests.domains.identity.cast import do
from tests.domains.pages.people import Bank, granted


async def save(db: Database, actor: Actor, **more: Any) -> SavedView:
    inputs = {"page_key": "orders", "label": "待支付", "query": "f.status=UNPAID", "shared": False} | more
    return await do(db, actor, save_view, **inputs)


@pytest.fixture
async def colleague(db: Database, bank: Bank) -> Actor:
    """Somebody else at the rink, who may share views."""
    assert bank.rink.merchant_id is not None
    return granted(await cast.member(db, bank.shops, "lead", tenant=bank.rink.merchant_id), "view.share")


async def test_a_view_is_saved_changed_and_deleted(db: Database, bank: Bank) -> None:
    view = await save(db, bank.rink)
    changed = await save(db, bank.rink, view_id=view.id, label="已支付", query="f.status=PAID")
    assert (changed.id, changed.label, changed.query) == (view.id, "已支付", "f.status=PAID")
    await do(db, bank.rink, delete_view, view_id=view.id)
    with pytest.raises(NotFound):
        await do(db, bank.rink, delete_view, view_id=view.id)


async def test_sharing_takes_a_permission(db: Database, bank: Bank, colleague: Actor) -> None:
    with pytest.raises(Forbidden):
        await save(db, bank.rink, shared=True)
    shared = await save(db, colleague, shared=True)
    with pytest.raises(ViewNotOwn):
        await save(db, bank.rink, view_id=shared.id, label="mine")
    with pytest.raises(ViewNotOwn):
        await do(db, bank.rink, delete_view, view_id=shared.id)


async def test_what_others_keep_for_themselves_is_not_there(db: Database, bank: Bank, colleague: Actor) -> None:
    own = await save(db, bank.rink)
    for other in (colleague, bank.school, bank.editor):
        with pytest.raises(NotFound):
            await do(db, other, delete_view, view_id=own.id)
    with pytest.raises(NotFound):
        await do(db, bank.rink, delete_view, view_id=uuid7())


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({"page_key": "Orders"}, ("pageKey",)),
        ({"query": "f.status=待支付"}, ("query",)),
        ({"query": "x" * 4001}, ("query",)),
        ({"query": "a b"}, ("query",)),
        ({"label": "  "}, ("label",)),
        ({"label": "x" * 81}, ("label",)),
    ],
)
async def test_malformed_views_are_refused(db: Database, bank: Bank, more: dict[str, Any], path: tuple[str]) -> None:
    with pytest.raises(InvalidValue) as refusal:
        await save(db, bank.rink, **more)
    assert refusal.value.path == path


async def test_views_of_a_list_are_limited(db: Database, bank: Bank) -> None:
    for number in range(MOST_VIEWS):
        await save(db, bank.rink, label=str(number))
    with pytest.raises(ViewsTooMany):
        await save(db, bank.rink)
    await save(db, bank.rink, page_key="customers")


async def test_settings_are_kept_by_key_and_forgotten_by_null(db: Database, bank: Bank) -> None:
    await do(db, bank.rink, save_setting, key="columns.orders", value=["no", "status"])
    await do(db, bank.rink, save_setting, key="columns.orders", value=["no"])
    await do(db, bank.rink, save_setting, key="density", value="small")
    await do(db, bank.rink, save_setting, key="density", value=None)
    async with db.write(bank.rink) as tx:
        rows = list(await tx.scalars(select(MemberSetting)))
    assert [(row.key, row.value) for row in rows] == [("columns.orders", ["no"])]


@pytest.mark.parametrize(
    ("key", "value", "path"),
    [("Columns", 1, ("key",)), ("a..b", 1, ("key",)), ("a" * 65, 1, ("key",)), ("a", "x" * 20_000, ("value",))],
)
async def test_malformed_settings_are_refused(db: Database, bank: Bank, key: str, value: Any, path: tuple[str]) -> None:
    with pytest.raises(InvalidValue) as refusal:
        await do(db, bank.rink, save_setting, key=key, value=value)
    assert refusal.value.path == path


async def test_only_members_keep_anything(db: Database) -> None:
    with pytest.raises(Unauthenticated):
        await do(db, ANONYMOUS, save_setting, key="a", value=1)
    with pytest.raises(Unauthenticated):
        await save(db, ANONYMOUS)


async def test_operators_keep_views_of_their_own(demo: Demo) -> None:
    operator, colleague = await demo.person("许远山"), await demo.person("高青禾")
    view = {"pageKey": "members", "label": "在岗", "query": "f.status=ACTIVE", "shared": False}
    saved = await demo.graph.act(operator, "saveView", "view { label mine }", **view)
    assert saved["view"] == {"label": "在岗", "mine": True}
    for actor, views in ((operator, [{"label": "在岗"}]), (colleague, [])):
        seen = await demo.graph.ask(actor, '{ savedViews(pageKey: "members") { label } }')
        assert seen["savedViews"] == views
