"""The blacklist: found by code, number and name in whatever spelling; kept as blind indexes alone."""

from dataclasses import replace

import asyncpg
import pytest

from prepaid.core.crypto import KeyRing
from prepaid.core.database import Database
from prepaid.core.settings import settings
from prepaid.domains.merchants.commands.edit_blacklist import add_to_blacklist, remove_from_blacklist
from prepaid.domains.merchants.errors.blacklist import BlacklistedAlready, BlacklistValueInvalid, NotBlacklisted
from prepaid.domains.merchants.reads.blacklist import blacklisted
from prepaid.domains.merchants.rules.blacklist import BlacklistKind, Suspect, spelled
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import uuid7
from tests.domains.identity.cast import BANK, do

WHY = "法院列为失信被执行人"
COMPANY = "北辰（示例）健身有限公司"


@pytest.fixture
def keyring() -> KeyRing:
    return KeyRing.from_settings(settings())


async def listed(db: Database, keyring: KeyRing, kind: BlacklistKind, value: str) -> None:
    await do(db, BANK, add_to_blacklist, keyring=keyring, kind=kind, value=value, reason=WHY)


@pytest.mark.parametrize(
    ("kind", "value", "suspect"),
    [
        (BlacklistKind.COMPANY_CODE, fictitious.uscc(7), Suspect(company_code=fictitious.uscc(7).lower())),
        (BlacklistKind.ID_NUMBER, fictitious.id_card(7), Suspect(id_number=fictitious.id_card(7))),
        (BlacklistKind.NAME, COMPANY, Suspect(company_name="北辰(示例) 健身有限公司")),
        (BlacklistKind.NAME, "张三丰", Suspect(person_name=" 张三丰")),
    ],
    ids=["code", "number", "company", "person"],
)
async def test_a_listed_applicant_is_found(
    db: Database, keyring: KeyRing, superuser: asyncpg.Connection, kind: BlacklistKind, value: str, suspect: Suspect
) -> None:
    # Given the list has an entry of this kind; when an applicant's own role asks, then it is found.
    await listed(db, keyring, kind, value)
    shopkeeper = replace(BANK, db_role=BANK.db_role.MERCHANT, merchant_id=uuid7())
    async with db.write(shopkeeper) as tx:
        assert await blacklisted(tx, keyring, suspect)
        assert not await blacklisted(tx, keyring, Suspect(person_name="李四", company_code=fictitious.uscc(8)))
    stored = await superuser.fetchrow("SELECT value_index, shown FROM blacklist_entry")
    assert len(stored["value_index"]) == 16
    if kind in (BlacklistKind.ID_NUMBER,) or value == "张三丰":
        assert value not in stored["shown"]


async def test_whoever_is_taken_off_is_not_found_any_more(db: Database, keyring: KeyRing) -> None:
    suspect = Suspect(company_name=COMPANY)
    await listed(db, keyring, BlacklistKind.NAME, COMPANY)
    async with db.write(BANK) as tx:
        (entry,) = await blacklisted(tx, keyring, suspect)
    await do(db, BANK, remove_from_blacklist, entry_id=entry.id, reason="案件已经结清")
    async with db.write(BANK) as tx:
        assert await blacklisted(tx, keyring, suspect) == []
    with pytest.raises(NotBlacklisted):
        await do(db, BANK, remove_from_blacklist, entry_id=entry.id, reason="案件已经结清")
    await listed(db, keyring, BlacklistKind.NAME, COMPANY)


async def test_nobody_is_listed_twice(db: Database, keyring: KeyRing) -> None:
    await listed(db, keyring, BlacklistKind.NAME, COMPANY)
    with pytest.raises(BlacklistedAlready):
        await listed(db, keyring, BlacklistKind.NAME, "北辰(示例)健身有限公司")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (BlacklistKind.COMPANY_CODE, "91310000MA1K00000X"),
        (BlacklistKind.ID_NUMBER, "310101199001011235"),
        (BlacklistKind.NAME, "（）"),
    ],
    ids=["code", "number", "name"],
)
async def test_what_nobody_has_is_not_listed(db: Database, keyring: KeyRing, kind: BlacklistKind, value: str) -> None:
    assert spelled(kind, value) is None
    with pytest.raises(BlacklistValueInvalid):
        await listed(db, keyring, kind, value)


async def test_only_the_banks_staff_reads_the_list(db: Database, keyring: KeyRing) -> None:
    await listed(db, keyring, BlacklistKind.NAME, COMPANY)
    async with db.read(replace(BANK, db_role=BANK.db_role.MERCHANT, merchant_id=uuid7())) as source:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await source.fetch("SELECT 1 FROM blacklist_entry")
