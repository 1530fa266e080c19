"""Taking a consumer's money out of custody, to pay it back to him."""

from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.advancing import end_if_refunded
from prepaid.domains.custody.commands.requesting import Wanted, cash_for, request
from prepaid.domains.custody.models import WalletOperation
from prepaid.domains.custody.reads.wallets import find_operation, wallet_of
from prepaid.domains.custody.rules.cash import CASH_OF
from prepaid.providers.custody_wallet import WalletAct


async def refund(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    contract_id: UUID,
    refund_id: UUID,
    ends_contract: bool,
    evidence: str = "",
) -> WalletOperation | None:
    """Instruct what the ledger's refund left pending: c(X) from the sub-wallet to where the payout is made from.

    A frozen wallet refunds too, and a refund waits for no release. `ends_contract`: nothing is loaded any more, and
    the wallet is REFUNDED when it is empty and nothing is under way. None is returned when nothing lies in custody.
    `WalletOperationDone` tells when the money can be paid out.

    Raises:
        NotFound: the contract has no wallet.
    """
    async with tx.under(DbRole.WORKER):
        wallet = await wallet_of(tx, merchant_id, contract_id)
        known = await find_operation(tx, merchant_id, refund_id, CASH_OF[WalletAct.REFUND])
        if known is not None:
            return known
        wallet.ending = wallet.ending or ends_contract
        cash = await cash_for(tx, merchant_id, WalletAct.REFUND, refund_id)
        if not cash:
            await end_if_refunded(tx, wallet)
            return None
        wanted = Wanted(act=WalletAct.REFUND, subject_id=refund_id, cash=cash, evidence=evidence)
        return await request(tx, merchant_id, wallet, wanted)
