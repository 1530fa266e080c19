"""Taking back a release that was not sent."""

from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.ending import cancel
from prepaid.domains.custody.reads.wallets import find_operation, wallet_of
from prepaid.domains.custody.rules.cash import CASH_OF
from prepaid.domains.custody.rules.operations import ENDED_UNDONE, OperationState
from prepaid.providers.custody_wallet import WalletAct


async def cancel_release(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, contract_id: UUID, redemption_id: UUID
) -> bool:
    """Cancel the release of a redemption if it has not been sent; returns whether the money has to come back instead.

    False: nothing leaves custody (it is cancelled now, or there was nothing to release). True: it was sent, so
    the provider has done it or may still; undo the redemption in the ledger with `released=True` and ask for
    `reverse_release`, which waits for the release.

    Raises:
        NotFound: the contract has no wallet.
    """
    async with tx.under(DbRole.WORKER):
        wallet = await wallet_of(tx, merchant_id, contract_id)
        operation = await find_operation(tx, merchant_id, redemption_id, CASH_OF[WalletAct.RELEASE])
        if operation is None or OperationState(operation.state) in ENDED_UNDONE:
            return False
        if operation.state != OperationState.REQUESTED:
            return True
        await cancel(tx, operation, {wallet.id: wallet})
        return False
