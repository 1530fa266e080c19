"""Revealing a masked value, with a reason that stays."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.crypto import DataKeys
from prepaid.core.database import WriteSession
from prepaid.core.errors import Forbidden, NotFound
from prepaid.domains.identity.commands.charge_attempt import charge_attempt
from prepaid.domains.identity.commands.revealable_fields import REVEALABLE
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.errors.members import FieldNotRevealable
from prepaid.domains.identity.rules.reveal import REVEALS


async def reveal(
    tx: WriteSession,
    actor: Actor,
    *,
    data_keys: DataKeys,
    type_name: str,
    tenant: UUID,
    row_id: UUID,
    field: str,
    reason: str,
) -> str:
    """The plain value, this once; who asked for what and why is in the audit trail. Tried ones count too.

    Raises:
        FieldNotRevealable, Forbidden, ReasonTooShort, NotFound.
        TooManyAttempts: this person has revealed 30 values within the hour.
        PersonErased: the data were erased.
    """
    known = REVEALABLE.get((type_name, field))
    if known is None:
        raise FieldNotRevealable(path=("field",))
    if actor.account_id is None or not actor.may(known.permission):
        raise Forbidden
    reason = reason_text(reason)
    await charge_attempt(tx.database, REVEALS, str(actor.account_id))
    plain = await known.read(tx, actor, data_keys, tenant, row_id)
    if plain is None:
        raise NotFound(path=("field",))
    await audit.record(
        tx,
        "personal_data.revealed",
        object_type=type_name,
        object_id=row_id,
        tenant=tenant,
        after={"field": field},
        reason=reason,
    )
    return plain
