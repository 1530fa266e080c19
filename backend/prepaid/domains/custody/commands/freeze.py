"""Freezing and unfreezing a sub-wallet."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.requesting import Wanted, request
from prepaid.domains.custody.errors.wallets import WalletEnded, WalletIsFrozen, WalletNotFrozen
from prepaid.domains.custody.models import Wallet
from prepaid.domains.custody.reads.wallets import wallet_of
from prepaid.domains.custody.rules.wallets import ENDED, WalletState
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.providers.custody_wallet import WalletAct


async def freeze(tx: WriteSession, actor: Actor, *, merchant_id: UUID, contract_id: UUID, reason: str) -> Wallet:
    """From now on nothing is released from the wallet; refunds and loads go on.

    Raises:
        NotFound, ReasonTooShort, WalletEnded, WalletIsFrozen.
    """
    return await _switch(tx, merchant_id, contract_id, reason, WalletAct.FREEZE)


async def unfreeze(tx: WriteSession, actor: Actor, *, merchant_id: UUID, contract_id: UUID, reason: str) -> Wallet:
    """Releases go on, those that waited first.

    Raises:
        NotFound, ReasonTooShort, WalletEnded, WalletNotFrozen.
    """
    return await _switch(tx, merchant_id, contract_id, reason, WalletAct.UNFREEZE)


async def _switch(tx: WriteSession, merchant_id: UUID, contract_id: UUID, reason: str, act: WalletAct) -> Wallet:
    reason = reason_text(reason)
    freezing = act is WalletAct.FREEZE
    async with tx.under(DbRole.WORKER):
        wallet = await wallet_of(tx, merchant_id, contract_id)
        if WalletState(wallet.state) in ENDED:
            raise WalletEnded(state=wallet.state)
        if (wallet.frozen_at is not None) == freezing:
            raise WalletIsFrozen if freezing else WalletNotFrozen
        wallet.frozen_at = clock.now() if freezing else None
        await request(tx, merchant_id, wallet, Wanted(act=act, subject_id=uuid7(), evidence=reason))
        await audit.record(
            tx,
            "custody_wallet.frozen" if freezing else "custody_wallet.unfrozen",
            object_type="CustodyWallet",
            object_id=wallet.id,
            tenant=merchant_id,
            reason=reason,
        )
    return wallet
