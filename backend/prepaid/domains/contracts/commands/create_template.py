"""Making a contract template."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.contracts.errors.templates import TemplateCodeTaken
from prepaid.domains.contracts.models import ContractTemplate
from prepaid.domains.contracts.rules.scenes import Scene
from prepaid.domains.identity.commands.wording import code_text, free_text, name_text
from prepaid.domains.identity.models import Merchant
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def create_template(
    tx: WriteSession,
    actor: Actor,
    *,
    code: str,
    scene: Scene,
    name_zh: str,
    name_en: str,
    description: str = "",
    custom_merchant_id: UUID | None = None,
) -> ContractTemplate:
    """Make a template without a version; `custom_merchant_id` makes it one for a single merchant (定制模版).

    Raises:
        CodeMalformed, InvalidValue, TemplateCodeTaken.
        NotFound: no such merchant.
    """
    if custom_merchant_id is not None and await tx.get(Merchant, custom_merchant_id) is None:
        raise NotFound(path=("customMerchantId",))
    template = ContractTemplate(
        id=uuid7(),
        code=code_text(code),
        scene=scene.value,
        name_zh=name_text(name_zh, ("nameZh",)),
        name_en=name_text(name_en, ("nameEn",)),
        description=free_text(description, ("description",)),
        custom_merchant_id=custom_merchant_id,
        created_at=clock.now(),
        created_by=actor.account_id,
    )
    await tx.flush()
    try:
        async with tx.begin_nested():
            tx.add(template)
    except IntegrityError as error:
        raise TemplateCodeTaken(path=("code",)) from error
    await audit.record(
        tx,
        "contract_template.created",
        object_type="ContractTemplate",
        object_id=template.id,
        after={"code": template.code, "scene": scene, "customFor": custom_merchant_id},
    )
    return template
