"""What was signed never changes: not by a new version of the template, not by the database's owner; verify sees it."""

from pathlib import Path

import asyncpg
import pytest

from prepaid.core.findings import Finding
from prepaid.domains.contracts.jobs import checks
from prepaid.domains.contracts.jobs.checks import verify_files, verify_grants, verify_signatures, verify_templates
from prepaid.domains.contracts.models import ContractTemplate, ContractTemplateVersion
from tests.domains.contracts.world import CLAUSES, World


@pytest.fixture
def looking(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks read the files of this test."""
    monkeypatch.setattr(checks, "settings", lambda: world.services.settings)


async def all_findings(connection: asyncpg.Connection) -> list[str]:
    found: list[Finding] = []
    for check in (verify_files, verify_signatures, verify_templates, verify_grants):
        found += await check(connection)
    return [str(each) for each in found]


async def test_publishing_anew_leaves_contracts_in_force_as_they_are(world: World) -> None:
    contract, content = await world.in_force()
    row = await world.again(contract)
    changed = [{**CLAUSES[0], "body": "新的合作内容，{{area}}。"}, *CLAUSES[1:]]
    async with world.db.write() as tx:
        old = await tx.get_one(ContractTemplateVersion, row.template_version_id)
        made_from = await tx.get_one(ContractTemplate, old.template_id)
    newer = await world.publish(await world.draft(made_from, clauses=changed))
    assert newer.version == 2
    again = await world.again(contract)
    assert (again.state, again.template_version, again.text) == ("IN_FORCE", 1, row.text)
    assert await world.bytes_of(contract) == content


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE contract SET text = '[]'",
        "UPDATE contract SET parameters = '{}'",
        "UPDATE contract SET content_sha256 = decode(repeat('00', 32), 'hex')",
        "UPDATE contract SET parties = '[]'",
        "DELETE FROM contract",
        "UPDATE contract_signature SET statement = 'x'",
        "DELETE FROM contract_signature",
        "UPDATE seal_stamping SET contract_number = 'x'",
    ],
    ids=["text", "parameters", "hash", "parties", "contract", "statement", "signature", "stamping"],
)
async def test_the_database_refuses_every_change_after_the_first_signature(
    world: World, superuser: asyncpg.Connection, change: str
) -> None:
    await world.published()
    contract = await world.contract()
    await world.sign(world.owner, contract, await world.seal(world.owner))
    with pytest.raises(asyncpg.PostgresError):
        await superuser.execute(change)


@pytest.mark.usefixtures("looking")
async def test_nothing_is_found_where_nothing_is_wrong(world: World, superuser: asyncpg.Connection) -> None:
    await world.in_force()
    assert await all_findings(superuser) == []


@pytest.mark.usefixtures("looking")
@pytest.mark.parametrize(
    ("corrupt", "named"),
    [
        ("UPDATE contract SET signed_sha256 = decode(repeat('00', 32), 'hex')", "other signed bytes"),
        ("UPDATE contract_signature SET digest = decode(repeat('00', 32), 'hex')", "other signatures than were noted"),
        ("DELETE FROM contract_signature WHERE party = 'BANK'", "without the signature of BANK"),
        ("UPDATE contract_signature SET document_sha256 = result_sha256 WHERE party = 'BANK'", "over other bytes"),
        ("DELETE FROM seal_stamping", "missing in the log"),
        ("UPDATE seal SET administrator_account_id = gen_random_uuid()", "without a grant"),
        ("UPDATE contract_template_version SET parameters = '{}'", "other contents than were approved"),
        (
            "ALTER TABLE contract_template_version DROP CONSTRAINT ck_contract_template_version_maker_is_not_checker;"
            " UPDATE contract_template_version SET published_by = submitted_by",
            "approved by its maker",
        ),
    ],
    ids=["bytes", "digest", "unsigned", "order", "log", "grant", "template", "maker"],
)
async def test_verify_names_a_planted_corruption(
    world: World, superuser: asyncpg.Connection, corrupt: str, named: str
) -> None:
    await world.in_force()
    await superuser.execute("SET session_replication_role = replica")
    await superuser.execute(corrupt)
    assert any(named in each for each in await all_findings(superuser))


@pytest.mark.usefixtures("looking")
async def test_verify_misses_no_file_that_changed_on_disk(world: World, superuser: asyncpg.Connection) -> None:
    await world.in_force()
    folder = Path(world.services.settings.data_dir) / "files"
    for file in folder.rglob("*"):
        if file.is_file() and file.read_bytes().startswith(b"%PDF"):
            file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert sum("bytes than were kept" in each for each in await all_findings(superuser)) == 2
