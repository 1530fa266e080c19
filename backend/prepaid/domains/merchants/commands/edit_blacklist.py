"""Putting companies and people on the bank's blacklist, and taking them off."""

from uuid import UUID

from sqlalchemy.exc import IntegrityError

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.obstacles import ensure_none
from prepaid.domains.identity.commands.wording import free_text, reason_text
from prepaid.domains.merchants.errors.blacklist import BlacklistedAlready, BlacklistValueInvalid
from prepaid.domains.merchants.models.blacklist import BlacklistEntry
from prepaid.domains.merchants.reads.blacklist import index_of
from prepaid.domains.merchants.reads.blacklist_obstacles import REMOVE
from prepaid.domains.merchants.rules.blacklist import BlacklistKind, shown, spelled
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def add_to_blacklist(
    tx: WriteSession, actor: Actor, *, keyring: KeyRing, kind: BlacklistKind, value: str, reason: str, source: str = ""
) -> BlacklistEntry:
    """From now on no application of this company or person is taken; only its blind index is kept.

    Raises:
        BlacklistValueInvalid: no such code, number or name exists.
        BlacklistedAlready, ReasonTooShort, InvalidValue.
    """
    reason, source = reason_text(reason), free_text(source, ("source",))
    known_as = spelled(kind, value)
    if known_as is None:
        raise BlacklistValueInvalid(path=("value",))
    plain = value.strip() if kind is BlacklistKind.NAME else known_as
    entry = BlacklistEntry(
        id=uuid7(),
        kind=kind.value,
        value_index=index_of(keyring, kind, known_as),
        shown=shown(kind, plain),
        reason=reason,
        source=source,
        listed_at=clock.now(),
        listed_by=actor.account_id,
        removed_at=None,
        removed_by=None,
        removal_reason=None,
    )
    try:
        async with tx.begin_nested():
            tx.add(entry)
    except IntegrityError as error:
        raise BlacklistedAlready(path=("value",)) from error
    await audit.record(
        tx,
        "blacklist.added",
        object_type="BlacklistEntry",
        object_id=entry.id,
        after={"kind": kind, "source": source},
        reason=reason,
    )
    return entry


async def remove_from_blacklist(tx: WriteSession, actor: Actor, *, entry_id: UUID, reason: str) -> BlacklistEntry:
    """Applications of this company or person are taken again; the entry stays as history.

    Raises:
        NotFound, NotBlacklisted, ReasonTooShort.
    """
    reason = reason_text(reason)
    entry = await tx.get(BlacklistEntry, entry_id, with_for_update=True)
    if entry is None:
        raise NotFound(path=("entryId",))
    await ensure_none(tx, actor, REMOVE, entry, path=("entryId",))
    entry.removed_at, entry.removed_by, entry.removal_reason = clock.now(), actor.account_id, reason
    await tx.flush()
    await audit.record(
        tx,
        "blacklist.removed",
        object_type="BlacklistEntry",
        object_id=entry.id,
        before={"kind": entry.kind},
        after={"kind": None},
        reason=reason,
    )
    return entry
