"""The first member of a merchant that somebody applies for."""

from typing import Final
from uuid import UUID

from sqlalchemy import insert, select

from prepaid.core import audit, events
from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.change_member_roles import set_roles
from prepaid.domains.identity.events.members import MemberAdded
from prepaid.domains.identity.models import Account, Membership, MembershipRole, PlatformTemplate, Role
from prepaid.domains.identity.reads.members import roles_of_member
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

PLATFORM: Final = "merchant"
APPLICANT: Final = "applicant"
OWNER: Final = "owner"


async def appoint_founder(tx: WriteSession, *, merchant_id: UUID, account_id: UUID) -> Membership:
    """Make the person who applies the applicant (申请人) of a merchant that was made for the application."""
    async with tx.under(DbRole.IDENTITY):
        account = await tx.get_one(Account, account_id)
        template, role = await _role(tx, APPLICANT)
        member = Membership(
            merchant_id=merchant_id,
            id=uuid7(),
            account_id=account_id,
            template_id=template.id,
            operator_id=None,
            scope="MERCHANT",
            status="ACTIVE",
            display_name=account.display_name,
            staff_number=None,
            phone_masked=account.phone_masked,
            email_masked=account.email_masked,
            created_at=clock.now(),
        )
        tx.add(member)
        await tx.flush()
        held = {"merchant_id": merchant_id, "membership_id": member.id}
        await tx.execute(insert(MembershipRole).values(**held, role_id=role.id, template_id=template.id))
    # Whoever is at home in another merchant writes nothing into this one by himself.
    async with tx.under(DbRole.WORKER):
        await audit.record(
            tx,
            "member.added",
            object_type="Member",
            object_id=member.id,
            tenant=merchant_id,
            after={"template": template.code, "account": account_id, "roles": [role.code]},
        )
        await events.publish(tx, MemberAdded(merchant_id, member.id, account_id, template.code, False))
    return member


async def promote_founders(tx: WriteSession, *, merchant_id: UUID) -> None:
    """Applicants own the merchant from now on; the caller's database role sees the merchant's members."""
    _, applicant = await _role(tx, APPLICANT)
    template, owner = await _role(tx, OWNER)
    members = select(Membership).filter_by(merchant_id=merchant_id, template_id=template.id, status="ACTIVE")
    for member in (await tx.scalars(members.order_by(Membership.id))).all():
        held = await roles_of_member(tx, member)
        if applicant.id in {role.id for role in held} and applicant.id != owner.id:
            roles = [role for role in held if role.id not in (applicant.id, owner.id)]
            await set_roles(tx, member, held, [*roles, owner], None)


async def _role(tx: WriteSession, code: str) -> tuple[PlatformTemplate, Role]:
    """A role of the merchants' platform; where its administrators keep no role for applicants, the owner's."""
    template = (await tx.scalars(select(PlatformTemplate).filter_by(code=PLATFORM))).one()
    query = select(Role).filter_by(template_id=template.id).where(Role.code.in_((code, OWNER)))
    found = {role.code: role for role in await tx.scalars(query)}
    return template, found.get(code) or found[OWNER]
