"""The answer to a pending transfer: it happened, or it will not."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import book
from prepaid.domains.ledger.rules.transfers import Phase, Resolution, Transfer, TransferKind


async def confirm(tx: WriteSession, merchant_id: UUID, kind: TransferKind, reference: UUID) -> Transfer:
    """What was pending has happened: its legs are posted. A repeat is answered with `replayed`.

    Raises:
        TransferUnknown, TransferAlreadyResolved.
        InsufficientFunds: another pending transfer must happen first, as loading does before releasing.
    """
    return await book(tx, merchant_id, Resolution(kind, str(reference), Phase.POSTED))


async def void(tx: WriteSession, merchant_id: UUID, kind: TransferKind, reference: UUID) -> Transfer:
    """What was pending will not happen: what it held is free again. A repeat is answered with `replayed`.

    Raises:
        TransferUnknown, TransferAlreadyResolved.
        InsufficientFunds: another pending transfer counts on it.
    """
    return await book(tx, merchant_id, Resolution(kind, str(reference), Phase.VOIDED))
