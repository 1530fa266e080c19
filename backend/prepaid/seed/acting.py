"""The people of the demo as actors: what needs two of them, or a person's word, is done in their names."""

from typing import Final

from sqlalchemy import select

from prepaid.core.actor import Actor, ScopeKind, Via, intern_grants
from prepaid.core.database import WriteSession
from prepaid.domains.identity.models import Membership, PlatformTemplate
from prepaid.domains.identity.reads.grants import codes_of_membership
from prepaid.domains.identity.rules.permissions import Audience
from prepaid.domains.identity.rules.scopes import database_role
from prepaid.kit.ids import PLATFORM_TENANT
from prepaid.seed.people import PEOPLE, DemoPerson

ADDRESS: Final = "192.0.2.10"
DEVICE: Final = "Demo"


def person_with(role: str, *, merchant: str | None = None) -> DemoPerson:
    """The demo's person of a role of the bank, or of a merchant by its key."""
    template = "merchant" if merchant else "bank"
    return next(each for each in PEOPLE if (each.template, each.merchant, each.role) == (template, merchant, role))


async def acting(tx: WriteSession, person: DemoPerson) -> Actor:
    """A person of the demo with what his roles grant."""
    query = select(Membership, PlatformTemplate.audience).join(
        PlatformTemplate, PlatformTemplate.id == Membership.template_id
    )
    found = await tx.execute(query.where(Membership.display_name == person.name))
    member, audience = found.one()
    codes = await codes_of_membership(tx, member.account_id, member.id)
    merchant_id = None if member.merchant_id == PLATFORM_TENANT else member.merchant_id
    return Actor(
        via=Via.COOKIE,
        db_role=database_role(Audience(audience), ScopeKind(member.scope)),
        account_id=member.account_id,
        membership_id=member.id,
        template=person.template,
        grants=intern_grants(codes),
        scope=ScopeKind(member.scope),
        merchant_id=merchant_id,
        merchant_ids=(merchant_id,) if merchant_id else (),
        address=ADDRESS,
        device=DEVICE,
    )
