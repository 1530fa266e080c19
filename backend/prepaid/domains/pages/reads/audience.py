"""For whom pages are made: templates and merchant types."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import ReadSession, WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.models import MerchantTypeFeatures, PlatformTemplate

TYPE_OF_MERCHANT = "SELECT type_code FROM merchant WHERE id = $1"
LABEL_OF_TEMPLATE = "SELECT name_zh, name_en FROM platform_template WHERE code = $1"
CODES_OF_TEMPLATE = """
SELECT n.code FROM permission_node n JOIN platform_template t ON t.id = n.template_id
WHERE t.code = $1 AND (n.feature IS NULL OR $2::text IS NULL OR n.feature = ANY (
  SELECT unnest(features) FROM merchant_type_features WHERE type_code = $2))
"""
CODES_OF_ROLES = (
    CODES_OF_TEMPLATE
    + """  AND EXISTS (SELECT FROM role_grant g WHERE g.template_id = n.template_id AND g.node_id = n.id
                AND g.role_id = ANY ($3::uuid[]))
"""
)


async def type_of_merchant(session: ReadSession, merchant_id: UUID | None) -> str | None:
    """The type of a merchant that the caller may see."""
    if merchant_id is None:
        return None
    code: str | None = await session.fetchval(TYPE_OF_MERCHANT, merchant_id)
    return code


async def label_of_template(session: ReadSession, code: str) -> tuple[str, str]:
    """Name of a template in Chinese and English. Raises `NotFound`."""
    rows = await session.fetch(LABEL_OF_TEMPLATE, code)
    if not rows:
        raise NotFound(path=("template",))
    return rows[0]["name_zh"], rows[0]["name_en"]


async def merchant_types(session: ReadSession) -> list[tuple[str, str, str]]:
    """Code, Chinese and English name of every merchant type."""
    rows = await session.fetch("SELECT type_code, name_zh, name_en FROM merchant_type_features ORDER BY type_code")
    return [(row["type_code"], row["name_zh"], row["name_en"]) for row in rows]


async def codes_for_preview(
    session: ReadSession, template: str, merchant_type: str | None, role_ids: list[UUID] | None
) -> frozenset[str]:
    """Permission codes of roles of a template, or of its whole tree, as far as a merchant type has their features."""
    if role_ids is None:
        rows = await session.fetch(CODES_OF_TEMPLATE, template, merchant_type)
    else:
        rows = await session.fetch(CODES_OF_ROLES, template, merchant_type, role_ids)
    return frozenset(row["code"] for row in rows)


async def require_audience(tx: WriteSession, template_code: str | None, merchant_type: str | None) -> None:
    """Refuse a template or a merchant type that does not exist.

    Raises:
        NotFound: pointing at `templateCode` or `merchantType`.
    """
    if template_code is not None:
        template = await tx.scalar(select(PlatformTemplate).filter_by(code=template_code))
        if template is None:
            raise NotFound(path=("templateCode",))
    if merchant_type is not None and await tx.get(MerchantTypeFeatures, merchant_type) is None:
        raise NotFound(path=("merchantType",))
