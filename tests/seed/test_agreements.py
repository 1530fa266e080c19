"""The contract templates and contracts that the demo begins with."""

from pathlib import Path

import asyncpg
import pytest

from prepaid.core.settings import settings
from prepaid.core.verify import snapshot
from prepaid.domains.contracts.jobs import checks
from prepaid.domains.contracts.rules.linter import LintClause, lint
from prepaid.domains.contracts.rules.scenes import Scene
from prepaid.seed import seed_demo
from prepaid.seed.agreements import SCENES, clauses_for, delivered_agreement
from prepaid.seed.merchant_types import TYPES
from prepaid.seed.people import MERCHANTS


@pytest.mark.parametrize("type_code", [each.code for each in TYPES])
@pytest.mark.parametrize("scene", SCENES)
def test_no_delivered_clause_is_void(scene: Scene, type_code: str) -> None:
    clauses = clauses_for(delivered_agreement(scene), type_code)
    assert not lint([LintClause(each["key"], each["body"]) for each in clauses])
    assert len({each["key"] for each in clauses}) == len(clauses) >= 12


async def test_every_merchant_has_signed_and_one_is_asked_again(
    fresh_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = settings().model_copy(update={"data_dir": tmp_path})
    await seed_demo(fresh_database, chosen=chosen)
    connection = await asyncpg.connect(fresh_database)
    states = await connection.fetch("SELECT state, count(*) FROM contract GROUP BY 1 ORDER BY 1")
    # An admitted applicant's contract is typeset by the worker.
    assert dict(map(tuple, states)) == {"DRAFT": 1, "IN_FORCE": len(MERCHANTS), "SIGNING": 1}
    published = "SELECT scene, count(*) FROM contract_template_type WHERE state = 'PUBLISHED' GROUP BY 1"
    assert dict(map(tuple, await connection.fetch(published))) == {scene: len(TYPES) for scene in SCENES}
    assert await connection.fetchval("SELECT count(*) FROM contract_signature WHERE state = 'APPLIED'") == 8
    await connection.close()
    monkeypatch.setattr(checks, "settings", lambda: chosen)
    async with snapshot(fresh_database) as connection:
        for examine in (checks.verify_files, checks.verify_signatures, checks.verify_templates, checks.verify_grants):
            assert not await examine(connection)
