"""Money that changes its card contract, as a gift does."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.custody.commands.requesting import Wanted, cash_for, request
from prepaid.domains.custody.errors.wallets import WalletEnded
from prepaid.domains.custody.models import Wallet, WalletOperation
from prepaid.domains.custody.reads.wallets import find_operation
from prepaid.domains.custody.rules.cash import CASH_OF
from prepaid.domains.custody.rules.wallets import ENDED, WalletState
from prepaid.providers.custody_wallet import WalletAct


async def move_custody(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    contract_id: UUID,
    to_contract_id: UUID,
    subject_id: UUID,
    evidence: str = "",
) -> WalletOperation | None:
    """Instruct what the ledger left pending (CUSTODY_MOVE): from one contract's sub-wallet into another's.

    `subject_id` is the gift's. None is returned when nothing of it lies in custody.

    Raises:
        NotFound: one of the contracts has no wallet.
        WalletEnded: the receiving one has ended.
    """
    async with tx.under(DbRole.WORKER):
        query = select(Wallet).filter_by(merchant_id=merchant_id)
        query = query.where(Wallet.contract_id.in_((contract_id, to_contract_id))).order_by(Wallet.id)
        wallets = {wallet.contract_id: wallet for wallet in await tx.scalars(query.with_for_update())}
        if len(wallets) != len({contract_id, to_contract_id}):
            raise NotFound(path=("contractId",))
        known = await find_operation(tx, merchant_id, subject_id, CASH_OF[WalletAct.TRANSFER])
        if known is not None:
            return known
        receiver = wallets[to_contract_id]
        if receiver.ending or WalletState(receiver.state) in ENDED:
            raise WalletEnded(state=receiver.state)
        cash = await cash_for(tx, merchant_id, WalletAct.TRANSFER, subject_id)
        if not cash:
            return None
        wanted = Wanted(
            act=WalletAct.TRANSFER, subject_id=subject_id, cash=cash, other_wallet_id=receiver.id, evidence=evidence
        )
        return await request(tx, merchant_id, wallets[contract_id], wanted)
