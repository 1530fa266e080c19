"""Uploads in the hands of mutations: a file is its uploader's until a command takes it, and gone after a day."""

from collections.abc import Sequence
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import CursorResult, func, select, update

from prepaid.core.database import WriteSession
from prepaid.core.files.errors import UploadGone, UploadsTooMany
from prepaid.core.tables import StoredFile
from prepaid.kit.ids import GlobalId, InvalidGlobalId

READY: Final = "READY"
TOKEN_TYPE: Final = "File"  # noqa: S105 - a kind, not a secret
MOST_WAITING: Final = 200
"""Uploads of one person that no command has taken yet."""


def upload_token(tenant: UUID, file_id: UUID) -> str:
    """What a mutation names an uploaded file by. No secret: only its uploader can have it taken."""
    return GlobalId(TOKEN_TYPE, tenant, file_id).encode()


async def take_upload(
    tx: WriteSession, token: str, purpose: str, *, tenant: UUID | None = None, path: Sequence[str] = ()
) -> UUID:
    """Keep a file that the actor has uploaded for `purpose`; the id to refer to it by.

    The file then belongs to `tenant`, the merchant whose record refers to it (by default the actor's own).

    Raises:
        UploadGone: no such file of the actor's, not for this, not arrived, or expired; `path` leads to the token.
    """
    try:
        found = GlobalId.decode(token)
    except InvalidGlobalId as error:
        raise UploadGone(path=path) from error
    row = {"merchant_id": found.tenant, "id": found.id, "status": READY, "purpose": purpose}
    account = tx.actor.account_id
    own = StoredFile.created_by.is_(None) if account is None else StoredFile.created_by == account
    kept = {"expires_at": None, "merchant_id": tenant or tx.actor.tenant}
    statement = update(StoredFile).filter_by(**row).where(own).values(**kept)
    if found.type_code != TOKEN_TYPE or cast(CursorResult[Any], await tx.execute(statement)).rowcount != 1:
        raise UploadGone(path=path)
    return found.id


async def ensure_room(tx: WriteSession) -> None:
    """Raises `UploadsTooMany` when too many uploads of the actor wait to be taken."""
    own = {"merchant_id": tx.actor.tenant, "created_by": tx.actor.account_id}
    waiting = select(func.count()).select_from(StoredFile).filter_by(**own).where(StoredFile.expires_at.is_not(None))
    if (await tx.scalar(waiting) or 0) >= MOST_WAITING:
        raise UploadsTooMany(most=MOST_WAITING)
