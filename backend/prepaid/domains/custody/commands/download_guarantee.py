"""Fetching the document of a guarantee."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.files import DownloadLink, Files
from prepaid.domains.custody.models import Guarantee


async def download_guarantee(
    tx: WriteSession, actor: Actor, *, files: Files, merchant_id: UUID, guarantee_id: UUID
) -> DownloadLink:
    """An address for the actor's session, good for some minutes; that it was asked for is in the audit trail.

    Raises:
        NotFound: no such guarantee, or it has no document.
    """
    guarantee = await tx.get(Guarantee, (merchant_id, guarantee_id))
    if guarantee is None or guarantee.file_id is None:
        raise NotFound(path=("guaranteeId",))
    link = await files.download_link(tx, guarantee.file_id, tenant=merchant_id)
    await audit.record(
        tx,
        "custody.guarantee_fetched",
        object_type="CustodyGuarantee",
        object_id=guarantee.id,
        tenant=merchant_id,
    )
    return link
