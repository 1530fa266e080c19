"""Who is on the bank's blacklist."""

from sqlalchemy import select, tuple_

from prepaid.core.actor import DbRole
from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.merchants.models.blacklist import BlacklistEntry
from prepaid.domains.merchants.rules.blacklist import INDEX_PURPOSES, BlacklistKind, Suspect


async def blacklisted(tx: WriteSession, keyring: KeyRing, suspect: Suspect) -> list[BlacklistEntry]:
    """The entries that name a suspect, whoever asks: an applicant's own role sees no row of the list."""
    wanted = [(kind.value, index_of(keyring, kind, value)) for kind, value in suspect.values()]
    if not wanted:
        return []
    query = select(BlacklistEntry).where(
        tuple_(BlacklistEntry.kind, BlacklistEntry.value_index).in_(wanted), BlacklistEntry.removed_at.is_(None)
    )
    async with tx.under(DbRole.WORKER):
        return list(await tx.scalars(query.order_by(BlacklistEntry.kind)))


def index_of(keyring: KeyRing, kind: BlacklistKind, value: str) -> bytes:
    """The blind index of a value in the list's spelling (`rules.blacklist.spelled`)."""
    return keyring.blind_index(INDEX_PURPOSES[kind], value)
