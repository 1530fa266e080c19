"""Keeping a personnel record."""

import secrets
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.domains.identity.commands.wording import free_text, name_text
from prepaid.domains.identity.models import Membership
from prepaid.domains.salesforce.errors import MemberTaken, SalespersonNumberTaken
from prepaid.domains.salesforce.models import Salesperson
from prepaid.domains.salesforce.reads.people import salesperson_of
from prepaid.domains.salesforce.rules.details import PersonDetails
from prepaid.domains.stores.models import Store
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.pinyin import search_text

ALPHABET: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0, 1, I and O, which people mistake for each other."""
CODE_LENGTH: Final = 6


async def save_salesperson(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    details: PersonDetails,
    salesperson_id: UUID | None = None,
) -> Salesperson:
    """Write a person's record; without `salesperson_id` a new one, with a share code.

    Raises:
        NotFound: the person, the store or the member is not the merchant's.
        SalespersonNumberTaken, MemberTaken: somebody else has it.
        InvalidValue: a text that is none, or hired in more than a year.
    """
    columns = await _checked(tx, merchant_id, details, salesperson_id)
    before: dict[str, Any] | None = None
    if salesperson_id is None:
        person = Salesperson(
            merchant_id=merchant_id,
            id=uuid7(),
            share_code="".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)),
            left_on=None,
            created_at=clock.now(),
            **columns,
        )
        tx.add(person)
    else:
        person = await salesperson_of(tx, merchant_id, salesperson_id, lock=True)
        before = {name: getattr(person, name) for name in columns}
        for name, value in columns.items():
            setattr(person, name, value)
    await tx.flush()
    await audit.record(
        tx,
        "salesperson.saved",
        object_type="Salesperson",
        object_id=person.id,
        tenant=merchant_id,
        before=before and _said(before),
        after=_said(columns),
    )
    return person


async def _checked(
    tx: WriteSession, merchant_id: UUID, details: PersonDetails, salesperson_id: UUID | None
) -> dict[str, Any]:
    name = name_text(details.name, ("name",))
    number = name_text(details.staff_number, ("staffNumber",))
    others = select(Salesperson.id).where(Salesperson.merchant_id == merchant_id)
    if salesperson_id is not None:
        others = others.where(Salesperson.id != salesperson_id)
    if await tx.scalar(others.where(Salesperson.staff_number == number)):
        raise SalespersonNumberTaken(path=("staffNumber",))
    if await tx.get(Store, (merchant_id, details.store_id)) is None:
        raise NotFound(path=("storeId",))
    member = details.membership_id
    if member is not None:
        if await tx.get(Membership, (merchant_id, member)) is None:
            raise NotFound(path=("memberId",))
        if await tx.scalar(others.where(Salesperson.membership_id == member, Salesperson.status != "LEFT")):
            raise MemberTaken(path=("memberId",))
    if (details.hired_on - clock.today_shanghai()).days > 366:
        raise InvalidValue(path=("hiredOn",), reason="OUT_OF_RANGE")
    return {
        "name": name,
        "search": search_text(name, number),
        "staff_number": number,
        "title": free_text(details.title, ("title",)),
        "employment": details.employment.value,
        "performs": details.performs,
        "store_id": details.store_id,
        "membership_id": member,
        "hired_on": details.hired_on,
        "note": free_text(details.note, ("note",)),
    }


def _said(columns: dict[str, Any]) -> dict[str, Any]:
    return {
        "staffNumber": columns["staff_number"],
        "title": columns["title"],
        "employment": columns["employment"],
        "performs": columns["performs"],
        "store": columns["store_id"],
        "member": columns["membership_id"],
        "hiredOn": columns["hired_on"].isoformat(),
    }
