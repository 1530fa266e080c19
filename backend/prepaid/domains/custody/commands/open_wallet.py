"""Opening the sub-wallet of a card contract."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.requesting import Wanted, request
from prepaid.domains.custody.errors.wallets import CustodyAccountNotOpen, WalletTermsFixed
from prepaid.domains.custody.models import Wallet
from prepaid.domains.custody.reads.wallets import account_of, find_wallet
from prepaid.domains.custody.rules.accounts import AccountState
from prepaid.domains.custody.rules.wallets import WalletState
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.providers.custody_wallet import WalletAct


async def open_wallet(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, contract_id: UUID, custody_bps: int, holdback_bps: int
) -> Wallet:
    """Make the wallet of a card contract, the shares r and h frozen on it (domain/01, 1), and instruct its opening.

    Asked again for the same contract with the same shares, it gives the wallet that is there.

    Raises:
        CustodyAccountNotOpen: the merchant has no open account at the provider.
        WalletTermsFixed: the contract has a wallet with other shares.
    """
    async with tx.under(DbRole.WORKER):
        account = await account_of(tx, merchant_id)
        if account is None or account.state != AccountState.OPEN:
            raise CustodyAccountNotOpen
        known = await find_wallet(tx, merchant_id, contract_id)
        if known is not None:
            if (known.custody_bps, known.holdback_bps) != (custody_bps, holdback_bps):
                raise WalletTermsFixed(path=("contractId",))
            return known
        wallet = Wallet(
            merchant_id=merchant_id,
            id=uuid7(),
            contract_id=contract_id,
            custody_bps=custody_bps,
            holdback_bps=holdback_bps,
            state=WalletState.CREATED.value,
            held_fen=0,
            loaded_fen=0,
            released_fen=0,
            refunded_fen=0,
            ending=False,
            created_at=clock.now(),
        )
        tx.add(wallet)
        await tx.flush()
        await request(tx, merchant_id, wallet, Wanted(act=WalletAct.OPEN, subject_id=contract_id))
        await audit.record(
            tx,
            "custody_wallet.created",
            object_type="CustodyWallet",
            object_id=wallet.id,
            tenant=merchant_id,
            after={"contract": contract_id, "custodyBps": custody_bps, "holdbackBps": holdback_bps},
        )
    return wallet
