"""Moving a wallet's state, and what every step leaves behind."""

from prepaid.core import audit
from prepaid.core.database import WriteSession
from prepaid.domains.custody.models import Wallet
from prepaid.domains.custody.reads.wallets import unsettled
from prepaid.domains.custody.rules.wallets import ENDED, WALLET_STATES, WalletState
from prepaid.kit import clock


async def advance(tx: WriteSession, wallet: Wallet, to: WalletState, *, reason: str | None = None) -> None:
    """Take a step of `WALLET_STATES`, with its audit event."""
    before = WalletState(wallet.state)
    wallet.state = WALLET_STATES.advance(before, to).value
    if to in ENDED:
        wallet.ended_at = clock.now()
    await tx.flush()
    await audit.record(
        tx,
        "custody_wallet.state_changed",
        object_type="CustodyWallet",
        object_id=wallet.id,
        tenant=wallet.merchant_id,
        before={"state": before},
        after={"state": to},
        reason=reason,
    )


async def end_if_refunded(tx: WriteSession, wallet: Wallet) -> None:
    """A wallet that ends with a refund has ended when it is empty and nothing is under way."""
    over = wallet.ending and wallet.held_fen == 0 and WalletState(wallet.state) not in ENDED
    if over and not await unsettled(tx, wallet):
        await advance(tx, wallet, WalletState.REFUNDED)
