"""Announcing a file that a form or mutation will name."""

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Forbidden, InvalidValue
from prepaid.core.files import Files, UploadTicket, upload_purposes
from prepaid.core.files.uploads import ensure_room


async def start_upload(
    tx: WriteSession, actor: Actor, *, files: Files, purpose: str, name: str, content_type: str, size: int
) -> UploadTicket:
    """Where to send a file of `size` bytes, and the token that a mutation takes for it within a day.

    Raises:
        InvalidValue: there is no such purpose; the name cannot be kept.
        FileTooLarge, FileEmpty, FileTypeNotAllowed: the purpose takes no such file.
        UploadsTooMany: too many files of the actor wait to be used.
        Forbidden: the purpose takes a permission.
    """
    asked = upload_purposes().get(purpose)
    if asked is None:
        raise InvalidValue(path=("purpose",), reason="UNKNOWN")
    if asked.permission is not None and not actor.may(asked.permission):
        raise Forbidden
    await ensure_room(tx)
    return await files.create_upload(tx, purpose, name, size, content_type)
