"""What a new database begins with."""

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import select

from prepaid import seed
from prepaid.core.settings import settings
from prepaid.core.setup_error import SetupError
from prepaid.domains.identity.commands.export_template import export_template
from prepaid.domains.identity.models import PlatformTemplate
from prepaid.domains.identity.rules.template_document import read, write
from prepaid.seed.opened import SEEDER, opened
from prepaid.seed.people import MERCHANTS, OPERATORS, PASSWORD, PEOPLE
from prepaid.seed.platforms import PLATFORMS, platform_document

COUNTS = """
SELECT (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM membership) AS members,
  (SELECT count(*) FROM membership_role) AS roles, (SELECT count(*) FROM merchant) AS merchants,
  (SELECT count(*) FROM operator) AS operators, (SELECT count(*) FROM platform_template) AS templates,
  (SELECT count(*) FROM audit_event) AS events
"""


@pytest.fixture
async def superuser(fresh_database: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(fresh_database)
    yield connection
    await connection.close()


@pytest.mark.parametrize("code", PLATFORMS)
def test_a_delivered_platform_is_in_the_canonical_form(code: str) -> None:
    document = dict(platform_document(code))
    assert write(read(document)) == document


async def test_the_demo_is_made_once_and_the_same_each_time(
    fresh_database: str, superuser: asyncpg.Connection, tmp_path: Path
) -> None:
    reported: list[tuple[str, int, int]] = []
    chosen = settings().model_copy(update={"data_dir": tmp_path})
    await seed.seed_demo(fresh_database, lambda what, done, total: reported.append((what, done, total)), chosen=chosen)
    first = dict(await superuser.fetchrow(COUNTS))
    await seed.seed_demo(fresh_database, chosen=chosen)
    assert dict(await superuser.fetchrow(COUNTS)) == first
    # Applicants and holders of cards come beside the people who are listed.
    assert first["accounts"] == first["members"] == first["roles"] > len(PEOPLE)
    assert first["merchants"] > len(MERCHANTS)
    assert (first["operators"], first["templates"]) == (len(OPERATORS), 4)
    assert ("People", len(PEOPLE), len(PEOPLE)) in reported
    without = await superuser.fetch(
        "SELECT a.email_masked FROM account a JOIN membership m ON m.account_id = a.id"
        " JOIN platform_template t ON t.id = m.template_id"
        " WHERE t.second_factor = 'REQUIRED' AND a.totp_confirmed_at IS NULL"
    )
    assert not without
    roles = await superuser.fetchval(
        "SELECT count(*) FROM role r WHERE NOT EXISTS (SELECT FROM membership_role h WHERE h.role_id = r.id)"
    )
    assert roles == 0, "every seeded role has an account"


async def test_every_platform_is_exported_as_it_was_delivered(fresh_database: str) -> None:
    async with opened(fresh_database) as db, db.write(SEEDER) as tx:
        await seed.seed_platforms(tx)
        for template in await tx.scalars(select(PlatformTemplate)):
            exported = await export_template(tx, SEEDER, template_id=template.id)
            assert exported == platform_document(template.code)


def test_everybody_who_may_sign_in_is_told() -> None:
    assert {person.login for person in PEOPLE} <= {account.login for account in seed.DEMO_ACCOUNTS}
    assert {account.password for account in seed.DEMO_ACCOUNTS} == {PASSWORD}
    bank = [account for account in seed.DEMO_ACCOUNTS if "行内" in account.who]
    assert len(bank) == 8
    assert all(account.note.startswith("TOTP ") for account in bank)


async def test_production_gets_no_demo(fresh_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(settings()), "production", property(lambda _: True))
    with pytest.raises(SetupError):
        await seed.seed_demo(fresh_database)


async def test_the_first_administrators_are_made_by_hand(fresh_database: str, superuser: asyncpg.Connection) -> None:
    for login in ("first@example.com", "second@example.com"):
        await seed.create_administrator(fresh_database, login=login, password="harbour-lantern-77")
    assert await superuser.fetchval("SELECT count(*) FROM membership") == 2
    for login, password, words in (
        ("nobody", "harbour-lantern-77", "neither"),
        ("third@example.com", "short", "at least"),
    ):
        with pytest.raises(SetupError, match=words):
            await seed.create_administrator(fresh_database, login=login, password=password)
    assert await superuser.fetchval("SELECT count(*) FROM account") == 2
