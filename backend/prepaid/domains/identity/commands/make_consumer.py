"""Making a consumer: an account, what is known of him, and his place in the consumers' platform."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import DbRole, ScopeKind
from prepaid.core.database import WriteSession
from prepaid.domains.identity.errors.consumers import MiniProgramClosed
from prepaid.domains.identity.models import Account, Consumer, Membership, MembershipRole, PlatformTemplate, Role
from prepaid.domains.identity.rules.consumers import ConsumerOrigin
from prepaid.domains.identity.rules.permissions import Audience
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

TEMPLATE: Final = "consumer"
ROLE: Final = "consumer"
UNNAMED: Final = "消费者"


async def make_consumer(tx: WriteSession, origin: ConsumerOrigin) -> Consumer:
    """A consumer of whom nothing is known yet. Call it within `tx.under(DbRole.IDENTITY)`.

    Raises:
        MiniProgramClosed: the consumers' platform is not there.
    """
    assert tx.info.get("role") is DbRole.IDENTITY
    row = (
        await tx.execute(
            select(PlatformTemplate.id, Role.id)
            .join(Role, Role.template_id == PlatformTemplate.id)
            .where(
                PlatformTemplate.code == TEMPLATE,
                PlatformTemplate.audience == Audience.CONSUMER.value,
                PlatformTemplate.status == "ACTIVE",
                Role.code == ROLE,
            )
        )
    ).one_or_none()
    if row is None:
        raise MiniProgramClosed
    template_id, role_id = row
    account_id, now = uuid7(), clock.now()
    tx.add(Account(id=account_id, display_name=UNNAMED, consumer=True, status="ACTIVE", locale="zh-CN", created_at=now))
    await tx.flush()
    consumer = Consumer(id=account_id, origin=origin.value, created_at=now)
    tx.add_all([consumer, _member(account_id, template_id)])
    await tx.flush()
    await _role(tx, account_id, template_id, role_id)
    await audit.record(
        tx,
        "consumer.created",
        object_type="Consumer",
        object_id=account_id,
        tenant=PLATFORM_TENANT,
        after={"origin": origin},
    )
    return consumer


def _member(account_id: UUID, template_id: UUID) -> Membership:
    return Membership(
        merchant_id=PLATFORM_TENANT,
        id=uuid7(),
        account_id=account_id,
        template_id=template_id,
        scope=ScopeKind.SELF.value,
        scope_merchant_ids=[],
        status="ACTIVE",
        display_name=UNNAMED,
        created_at=clock.now(),
    )


async def _role(tx: WriteSession, account_id: UUID, template_id: UUID, role_id: UUID) -> None:
    member_id = (
        await tx.scalars(select(Membership.id).filter_by(account_id=account_id, template_id=template_id))
    ).one()
    tx.add(
        MembershipRole(merchant_id=PLATFORM_TENANT, membership_id=member_id, role_id=role_id, template_id=template_id)
    )
    await tx.flush()
