"""Creating a platform template."""

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.identity.commands.wording import code_text, name_text
from prepaid.domains.identity.errors.permissions import CodeTaken
from prepaid.domains.identity.models import PlatformTemplate
from prepaid.domains.identity.rules.permissions import Audience
from prepaid.kit.ids import uuid7


async def create_template(
    tx: WriteSession,
    actor: Actor,
    *,
    code: str,
    name_zh: str,
    name_en: str,
    audience: Audience,
    second_factor: str = "OPTIONAL",
    idle_minutes: int = 15,
) -> PlatformTemplate:
    """Make an empty platform: no nodes, no roles, no members. Its audience never changes.

    Raises:
        CodeMalformed, CodeTaken, InvalidValue: also when bank staff would need no second factor.
    """
    code_text(code)
    if await tx.scalar(select(PlatformTemplate.id).filter_by(code=code)):
        raise CodeTaken(path=("code",), value=code)
    if audience is Audience.BANK and second_factor != "REQUIRED":
        raise InvalidValue(path=("secondFactor",), reason="REQUIRED")
    if not 1 <= idle_minutes <= 60:
        raise InvalidValue(path=("idleMinutes",), reason="1–60")
    template = PlatformTemplate(
        id=uuid7(),
        code=code,
        name_zh=name_text(name_zh, ("nameZh",)),
        name_en=name_text(name_en, ("nameEn",)),
        audience=audience.value,
        second_factor=second_factor,
        idle_minutes=idle_minutes,
        status="ACTIVE",
        version=1,
    )
    tx.add(template)
    await tx.flush()
    await audit.record(
        tx,
        "template.created",
        object_type="PlatformTemplate",
        object_id=template.id,
        after={"code": code, "name": template.name_zh, "audience": audience},
    )
    return template
