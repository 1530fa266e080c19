"""Contract templates that a bank begins with: for each merchant type the merchants' and the consumers' one."""

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any, Final

import orjson
from sqlalchemy import select

from prepaid.core.actor import Actor
from prepaid.core.database import Database
from prepaid.domains.contracts.commands.create_template import create_template
from prepaid.domains.contracts.commands.save_template_draft import save_template_draft
from prepaid.domains.contracts.commands.submit_template import submit_template
from prepaid.domains.contracts.models import ContractTemplate
from prepaid.domains.contracts.rules.scenes import Scene
from prepaid.domains.identity.commands.approve_change import approve_change
from prepaid.domains.identity.models import ChangeRequest
from prepaid.seed.merchant_types import TYPES

SCENES: Final = (Scene.MERCHANT_AGREEMENT, Scene.CONSUMER_AGREEMENT)


def delivered_agreement(scene: Scene) -> Mapping[str, Any]:
    """The wording of a scene as it is delivered: common clauses, and what is particular to each merchant type."""
    name = f"{scene.value.lower()}.json"
    content: Mapping[str, Any] = orjson.loads(files("prepaid.seed").joinpath("contracts", name).read_bytes())
    return content


def clauses_for(source: Mapping[str, Any], type_code: str) -> list[dict[str, str]]:
    """The clauses for a merchant type: its own stand before the clause that its entry names."""
    own = source["types"][type_code]
    keys = [clause["key"] for clause in source["clauses"]]
    at = keys.index(own["before"])
    return [_clause(each) for each in (*source["clauses"][:at], *own["clauses"], *source["clauses"][at:])]


async def seed_agreements(database: Database, maker: Actor, checker: Actor) -> None:
    """Publish the delivered templates that are missing; what the bank made of the others stays."""
    async with database.write(maker) as tx:
        known = set(await tx.scalars(select(ContractTemplate.code)))
    for scene in SCENES:
        source = delivered_agreement(scene)
        for each in TYPES:
            code = f"{source['code']}_{each.code}"
            if code not in known:
                change = await _submitted(database, maker, source, code, (each.code, each.zh, each.en))
                await approved(database, checker, change)


async def approved(database: Database, checker: Actor, change: ChangeRequest) -> None:
    """The second person has read the change, and agrees."""
    async with database.write(checker) as tx:
        which = {"tenant": change.merchant_id, "change_id": change.id}
        await approve_change(tx, checker, **which, payload_hash=change.payload_hash)


async def _submitted(
    database: Database, maker: Actor, source: Mapping[str, Any], code: str, of_type: Sequence[str]
) -> ChangeRequest:
    type_code, zh, en = of_type
    async with database.write(maker) as tx:
        template = await create_template(
            tx,
            maker,
            code=code,
            scene=Scene(source["scene"]),
            name_zh=f"{zh}{source['name']['zh']}",
            name_en=f"{source['name']['en']}: {en}",
        )
        version = await save_template_draft(
            tx,
            maker,
            template_id=template.id,
            clauses=clauses_for(source, type_code),
            variables=source["variables"],
            parameters=source["types"][type_code]["parameters"],
            ranges=source["ranges"],
            type_codes=[type_code],
        )
        _, change = await submit_template(
            tx, maker, version_id=version.id, expected_revision=version.revision, reason="首版发布"
        )
        return change


def _clause(each: Mapping[str, str]) -> dict[str, str]:
    return {"key": each["key"], "title_zh": each["titleZh"], "title_en": each["titleEn"], "body": each["body"]}
