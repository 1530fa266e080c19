"""Beginning to apply for a merchant."""

from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import Forbidden
from prepaid.domains.identity.commands.appoint_founder import appoint_founder
from prepaid.domains.identity.commands.create_merchant import create_merchant
from prepaid.domains.identity.models import Membership
from prepaid.domains.merchants.commands.choose_type import pin_type
from prepaid.domains.merchants.errors.applications import TooManyApplications
from prepaid.domains.merchants.models.applications import APPLICATION_NUMBERS, MerchantApplication
from prepaid.domains.merchants.rules.applications import (
    APPLICATION_STATES,
    MOST_DRAFTS,
    NEW_COMPANY,
    OPEN,
    ApplicationKind,
)
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7


async def start_application(
    tx: WriteSession, actor: Actor, *, type_code: str | None = None, company_name: str = ""
) -> tuple[MerchantApplication, Membership | None]:
    """Make the place of a new merchant with an empty application; it sells nothing until it is ACTIVE.

    A person becomes its applicant (second answer); one of an operator's people makes it one of the operator's.

    Raises:
        Forbidden: a program or the bank applies for nobody.
        TooManyApplications, NotFound, MerchantTypeRetired, TypeFormIncomplete, InvalidValue.
    """
    if actor.account_id is None or actor.db_role is DbRole.BANK:
        raise Forbidden
    async with tx.under(DbRole.BANK):
        await _ensure_few(tx, actor.account_id)
        operator_id = await _operator_of(tx, actor)
        merchant = await create_merchant(tx, actor, name=company_name or NEW_COMPANY, operator_id=operator_id)
    member = None
    if operator_id is None:
        member = await appoint_founder(tx, merchant_id=merchant.id, account_id=actor.account_id)
    async with tx.under(DbRole.WORKER):
        application = await open_application(tx, actor, merchant_id=merchant.id, kind=ApplicationKind.ONBOARDING)
        if type_code is not None:
            await pin_type(tx, application, type_code)
    return application, member


async def open_application(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, kind: ApplicationKind
) -> MerchantApplication:
    """An empty application of a merchant."""
    number = await tx.scalar(select(APPLICATION_NUMBERS.next_value()))
    application = MerchantApplication(
        merchant_id=merchant_id,
        id=uuid7(),
        number=f"A{clock.today_shanghai():%Y%m%d}{number:05d}",
        kind=kind.value,
        state=APPLICATION_STATES.initial.value,
        values={},
        accepted=[],
        revision=0,
        round=0,
        created_at=clock.now(),
        created_by=actor.account_id,
    )
    tx.add(application)
    await tx.flush()
    await audit.record(
        tx,
        "application.started",
        object_type="MerchantApplication",
        object_id=application.id,
        tenant=merchant_id,
        after={"number": application.number, "kind": kind.value},
    )
    return application


async def _ensure_few(tx: WriteSession, account_id: UUID) -> None:
    await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"applicant:{account_id}", 0))))
    mine = select(func.count()).select_from(MerchantApplication).filter_by(created_by=account_id)
    if (await tx.scalar(mine.where(MerchantApplication.state.in_(OPEN))) or 0) >= MOST_DRAFTS:
        raise TooManyApplications(most=MOST_DRAFTS)


async def _operator_of(tx: WriteSession, actor: Actor) -> UUID | None:
    if actor.db_role is not DbRole.OPERATOR or actor.membership_id is None:
        return None
    member = await tx.get_one(Membership, (PLATFORM_TENANT, actor.membership_id))
    return member.operator_id
