"""People, authorisations and rules on a real database, as ordering asks for them."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID

import pytest

from prepaid.core.actor import SYSTEM, Actor
from prepaid.core.database import WriteSession
from prepaid.core.findings import checks
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.salesforce.commands.authorise import authorise
from prepaid.domains.salesforce.commands.grant_sales import grant_sales, withdraw_sales
from prepaid.domains.salesforce.commands.quote_commission import quote_commission
from prepaid.domains.salesforce.commands.save_commission_rule import retire_commission_rule, save_commission_rule
from prepaid.domains.salesforce.commands.save_salesperson import save_salesperson
from prepaid.domains.salesforce.commands.set_salesperson_status import leave_salesperson, suspend_salesperson
from prepaid.domains.salesforce.errors import (
    AlreadyAuthorised,
    CommissionRuleRetired,
    MemberTaken,
    NotAuthorised,
    RateIncomplete,
    SalespersonNotSelling,
    SalespersonNumberTaken,
)
from prepaid.domains.salesforce.models import CommissionRule, Salesperson
from prepaid.domains.salesforce.reads.people import by_share_code, of_member
from prepaid.domains.salesforce.rules.commission import CommissionQuote, Occasion, Rate, RateKind, SaleItem
from prepaid.domains.salesforce.rules.details import CommissionDetails, PersonDetails
from prepaid.kit import clock
from tests.domains.demo import Demo

T = TypeVar("T")


class Staff:
    """A seeded merchant without salespeople and rules, and what its owner does about that."""

    def __init__(self, demo: Demo, owner: Actor, merchant: UUID, ids: dict[str, list[UUID]]) -> None:
        self.demo, self.owner, self.merchant = demo, owner, merchant
        self.store = ids["store"][0]
        self.lesson = ProductRef(ProductKind.SERVICE, ids["service"][0])
        self.package, self.other = (ProductRef(ProductKind.PACKAGE, each) for each in ids["package"][:2])
        self.card_type = ProductRef(ProductKind.CARD_TYPE, ids["card_type"][0])

    async def do(self, command: Callable[..., Awaitable[T]], **given: Any) -> T:
        async def run(tx: WriteSession) -> T:
            return await command(tx, self.owner, merchant_id=self.merchant, **given)

        return await self.demo.db.run(self.owner, run)

    async def person(self, name: str = "方圆", number: str = "T001", **more: Any) -> Salesperson:
        details = PersonDetails(
            **{
                "name": name,
                "staff_number": number,
                "store_id": self.store,
                "hired_on": clock.today_shanghai() - timedelta(days=30),
                **more,
            }
        )
        return await self.do(save_salesperson, details=details)

    async def rule(self, name: str, bps: int | None, rule_id: UUID | None = None, **named: Any) -> CommissionRule:
        rate = Rate(kind=RateKind.PERCENT, bps=bps)
        details = CommissionDetails(**{"occasion": Occasion.OPENING, "rate": rate, **named})
        return await self.do(save_commission_rule, name=name, position=0, details=details, rule_id=rule_id)

    async def asked(self, who: UUID, *products: ProductRef) -> Salesperson:
        async with self.demo.db.write(SYSTEM) as tx:
            return await authorise(tx, merchant_id=self.merchant, salesperson_id=who, products=products)

    async def quoted(self, who: UUID | None, product: ProductRef | None = None) -> CommissionQuote:
        item = SaleItem(occasion=Occasion.OPENING, product=product or self.package, list_fen=88_000, paid_fen=68_000)
        async with self.demo.db.write(SYSTEM) as tx:
            return await quote_commission(tx, merchant_id=self.merchant, salesperson_id=who, item=item)


@pytest.fixture
async def staff(demo: Demo) -> Staff:
    merchant = await demo.merchant("柳岸舞蹈培训")
    for table in ("sales_authorisation", "commission_rule_version", "commission_rule", "salesperson"):
        await demo.superuser.execute("SET session_replication_role = replica")  # versions are append-only
        await demo.superuser.execute(f"DELETE FROM {table} WHERE merchant_id = $1", merchant)
        await demo.superuser.execute("SET session_replication_role = origin")
    ids = {}
    for table in ("store", "service", "package", "card_type"):
        rows = await demo.superuser.fetch(
            f"SELECT id FROM {table} WHERE merchant_id = $1 ORDER BY number DESC", merchant
        )
        ids[table] = [row["id"] for row in rows]
    return Staff(demo, await demo.person("柳青"), merchant, ids)


async def test_who_is_not_authorised_is_told_what_for_each_product(staff: Staff) -> None:
    person = await staff.person()
    with pytest.raises(NotAuthorised) as refusal:
        await staff.asked(person.id, staff.lesson, staff.package)
    assert refusal.value.path == ("0",)
    assert [each.path for each in refusal.value.also] == [("1",)]
    assert refusal.value.data["salesperson"] == "方圆"
    given = await staff.do(grant_sales, salesperson_id=person.id, kind=ProductKind.SERVICE, product_id=None)
    await staff.do(grant_sales, salesperson_id=person.id, kind=ProductKind.PACKAGE, product_id=staff.package.id)
    assert (await staff.asked(person.id, staff.lesson, staff.package)).id == person.id
    with pytest.raises(NotAuthorised):
        await staff.asked(person.id, staff.other)
    with pytest.raises(AlreadyAuthorised):
        await staff.do(grant_sales, salesperson_id=person.id, kind=ProductKind.SERVICE, product_id=None)
    await staff.do(withdraw_sales, authorisation_id=given.id)
    with pytest.raises(NotAuthorised):
        await staff.asked(person.id, staff.lesson)


async def test_a_card_type_authorises_for_its_packages(staff: Staff) -> None:
    person = await staff.person()
    await staff.do(grant_sales, salesperson_id=person.id, kind=ProductKind.CARD_TYPE, product_id=staff.card_type.id)
    await staff.asked(person.id, staff.package, staff.other)


async def test_who_is_suspended_or_has_left_sells_nothing(staff: Staff) -> None:
    person = await staff.person()
    await staff.do(grant_sales, salesperson_id=person.id, kind=ProductKind.PACKAGE, product_id=None)
    await staff.do(suspend_salesperson, salesperson_id=person.id, reason="内部调查期间暂停")
    with pytest.raises(SalespersonNotSelling):
        await staff.asked(person.id, staff.package)
    today = clock.today_shanghai()
    await staff.do(leave_salesperson, salesperson_id=person.id, on=today, reason="合同到期离职")
    held = "SELECT count(*) FROM sales_authorisation WHERE salesperson_id = $1 AND until IS NULL"
    assert await staff.demo.superuser.fetchval(held, person.id) == 0
    with pytest.raises(SalespersonNotSelling):
        await staff.asked(person.id, staff.package)


async def test_a_number_and_an_account_belong_to_one_person(staff: Staff) -> None:
    member = await staff.demo.superuser.fetchval("SELECT id FROM membership WHERE display_name = '柳青'")
    person = await staff.person(membership_id=member)
    with pytest.raises(SalespersonNumberTaken):
        await staff.person("另一人")
    with pytest.raises(MemberTaken):
        await staff.person("另一人", "T002", membership_id=member)
    async with staff.demo.db.write(staff.owner) as tx:
        found = await of_member(tx, staff.merchant, member)
        assert found is not None
        assert found.id == person.id
        assert (await by_share_code(tx, staff.merchant, person.share_code.lower())) is found


async def test_a_new_version_earns_from_now_on_and_the_old_one_stays(staff: Staff) -> None:
    person = await staff.person()
    rule = await staff.rule("开卡默认", 500)
    before = await staff.quoted(person.id)
    assert (before.amount_fen, before.rule_number, before.version) == (3_400, rule.number, 1)
    await staff.rule("开卡默认", 300, rule.id)
    after = await staff.quoted(person.id)
    assert (after.amount_fen, after.version) == (2_040, 2)
    kept = await staff.demo.superuser.fetchval(
        "SELECT bps FROM commission_rule_version WHERE id = $1", before.rule_version_id
    )
    assert kept == 500


async def test_person_then_product_then_card_type_then_default(staff: Staff) -> None:
    person, other = await staff.person(), await staff.person("另一人", "T002")
    await staff.rule("默认", 100)
    await staff.rule("卡类型", 200, card_type_id=staff.card_type.id)
    await staff.rule("商品", 300, package_id=staff.package.id)
    own = await staff.rule("个人", 0, salesperson_id=person.id)
    assert (await staff.quoted(person.id)).amount_fen == 0
    assert (await staff.quoted(other.id)).amount_fen == 2_040
    assert (await staff.quoted(other.id, staff.other)).amount_fen == 1_360
    assert (await staff.quoted(None)).rule_id is None
    await staff.do(retire_commission_rule, rule_id=own.id, reason="改用商品规则")
    assert (await staff.quoted(person.id)).amount_fen == 2_040
    with pytest.raises(CommissionRuleRetired):
        await staff.rule("个人", 1, own.id, salesperson_id=person.id)


async def test_a_rate_without_its_number_is_refused(staff: Staff) -> None:
    with pytest.raises(RateIncomplete):
        await staff.rule("没有比例", None)


async def test_verify_names_a_lost_version_and_who_left_but_may_sell(staff: Staff) -> None:
    person, rule = await staff.person(), await staff.rule("默认", 100)
    await staff.do(grant_sales, salesperson_id=person.id, kind=ProductKind.PACKAGE, product_id=None)
    (check,) = (each for each in checks() if each.name == "salesforce")
    assert await check.examine(staff.demo.superuser) == []
    await staff.demo.superuser.execute("UPDATE commission_rule SET version = 2 WHERE id = $1", rule.id)
    await staff.demo.superuser.execute(
        "UPDATE salesperson SET status = 'LEFT', left_on = hired_on WHERE id = $1", person.id
    )
    found = await check.examine(staff.demo.superuser)
    assert [each.detail for each in found] == ["is at version 2 and has 1, the latest 1", "left, and may sell"]
