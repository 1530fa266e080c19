"""An instruction is done: the ledger posts, the wallet's figures follow, what waited goes on."""

from collections.abc import Mapping
from uuid import UUID

from prepaid.core import audit, events
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.advancing import advance
from prepaid.domains.custody.commands.check_sufficiency import check_sufficiency
from prepaid.domains.custody.commands.ending import end, go_on, resolve_cash
from prepaid.domains.custody.events import WalletOperationDone
from prepaid.domains.custody.models import Wallet, WalletOperation
from prepaid.domains.custody.reads.wallets import account_of
from prepaid.domains.custody.rules.accounts import ACCOUNT_STATES, AccountState
from prepaid.domains.custody.rules.operations import OperationState
from prepaid.domains.custody.rules.wallets import WalletState
from prepaid.domains.ledger.rules.transfers import Phase
from prepaid.kit import clock
from prepaid.providers.custody_wallet import WalletAct


async def complete(
    tx: WriteSession,
    operation: WalletOperation,
    wallets: Mapping[UUID, Wallet],
    *,
    number: str,
    reason: str | None = None,
) -> None:
    """Book that the provider has done it, under its receipt's number; `reason` when a person says so.

    Raises:
        InsufficientFunds: the ledger knows of less money than it would take.
    """
    act = WalletAct(operation.act)
    operation.number = number
    await end(tx, operation, OperationState.DONE, reason=reason)
    wallet = wallets[operation.wallet_id] if operation.wallet_id else None
    if wallet is None:
        await _open_account(tx, operation)
    else:
        _count(operation, act, wallet, wallets.get(operation.other_wallet_id) if operation.other_wallet_id else None)
        await tx.flush()
        await _step(tx, act, wallets, operation)
    await resolve_cash(tx, operation, Phase.POSTED)
    await events.publish(
        tx,
        WalletOperationDone(
            merchant_id=operation.merchant_id,
            contract_id=wallet.contract_id if wallet else None,
            operation_id=operation.id,
            act=act,
            subject_id=operation.subject_id,
            amount_fen=operation.amount_fen,
        ),
    )
    await go_on(tx, wallets)


def _count(operation: WalletOperation, act: WalletAct, wallet: Wallet, other: Wallet | None) -> None:
    fen = operation.wallet_fen
    match act:
        case WalletAct.LOAD:
            wallet.loaded_fen += fen
            wallet.held_fen += fen
        case WalletAct.RELEASE:
            wallet.released_fen += fen
            wallet.held_fen -= fen
        case WalletAct.REVERSE:
            wallet.released_fen -= fen
            wallet.held_fen += fen
        case WalletAct.REFUND:
            wallet.refunded_fen += fen
            wallet.held_fen -= fen
        case WalletAct.TRANSFER:
            assert other is not None
            wallet.given_fen += fen
            wallet.held_fen -= fen
            other.received_fen += fen
            other.held_fen += fen


async def _step(tx: WriteSession, act: WalletAct, wallets: Mapping[UUID, Wallet], operation: WalletOperation) -> None:
    """The step that the wallets' states take with it, if any."""
    filled = {WalletAct.LOAD: operation.wallet_id, WalletAct.TRANSFER: operation.other_wallet_id}.get(act)
    if filled is not None and wallets[filled].state == WalletState.CREATED:
        await advance(tx, wallets[filled], WalletState.LOADED)
    assert operation.wallet_id is not None
    wallet = wallets[operation.wallet_id]
    if act is WalletAct.RELEASE and wallet.state == WalletState.ACTIVE:
        await advance(tx, wallet, WalletState.PARTLY_RELEASED)
    if act is WalletAct.CLOSE:
        await advance(tx, wallet, WalletState.CLOSED)


async def _open_account(tx: WriteSession, operation: WalletOperation) -> None:
    """The merchant's custody is open; what it holds is tested from this day on."""
    account = await account_of(tx, operation.merchant_id, lock=True)
    assert account is not None
    account.state = ACCOUNT_STATES.advance(AccountState(account.state), AccountState.OPEN).value
    account.number, account.opened_at = operation.number, clock.now()
    await tx.flush()
    await audit.record(
        tx,
        "custody_account.opened",
        object_type="CustodyAccount",
        object_id=account.id,
        tenant=operation.merchant_id,
        after={"number": operation.number},
    )
    await check_sufficiency(tx, merchant_id=operation.merchant_id)
