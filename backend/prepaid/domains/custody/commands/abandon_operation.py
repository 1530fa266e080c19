"""Deciding that a queued instruction is not carried out."""

from collections.abc import Mapping
from uuid import UUID

from prepaid.core import events
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.advancing import advance
from prepaid.domains.custody.commands.ending import cancel, end, go_on, resolve_cash
from prepaid.domains.custody.commands.queue import decided, queued
from prepaid.domains.custody.errors.wallets import OperationOutcomeUnclear
from prepaid.domains.custody.events import WalletOperationAbandoned
from prepaid.domains.custody.models import Wallet, WalletOperation
from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.custody.reads.wallets import account_of, unsettled
from prepaid.domains.custody.rules.accounts import ACCOUNT_STATES, AccountState
from prepaid.domains.custody.rules.operations import SURELY_UNDONE, OperationState
from prepaid.domains.custody.rules.wallets import WalletState
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.ledger.rules.transfers import Phase
from prepaid.providers.custody_wallet import WalletAct


async def abandon_operation(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, operation_id: UUID, reason: str
) -> WalletOperation:
    """Give an instruction up: its money stays where it is, and who asked for it hears (`WalletOperationAbandoned`).

    Raises:
        NotFound, OperationNotInQueue, ReasonTooShort.
        OperationOutcomeUnclear: the provider may have done it; have it asked first.
        InsufficientFunds: other instructions count on the money that it would have brought.
    """
    reason = reason_text(reason)
    await ensure_seen(tx, merchant_id, "operationId")
    async with tx.under(DbRole.WORKER):
        operation, wallets = await queued(tx, merchant_id, operation_id)
        if operation.last_outcome not in SURELY_UNDONE:
            raise OperationOutcomeUnclear
        await end(tx, operation, OperationState.FAILED, reason=reason)
        await resolve_cash(tx, operation, Phase.VOIDED)
        await decided(tx, operation, "custody_operation.abandoned", reason)
        await _consequences(tx, operation, wallets, reason)
        wallet = wallets[operation.wallet_id] if operation.wallet_id else None
        await events.publish(
            tx,
            WalletOperationAbandoned(
                merchant_id=merchant_id,
                contract_id=wallet.contract_id if wallet else None,
                operation_id=operation.id,
                act=WalletAct(operation.act),
                subject_id=operation.subject_id,
                reason=reason,
            ),
        )
        await go_on(tx, wallets)
    return operation


async def _consequences(
    tx: WriteSession, operation: WalletOperation, wallets: Mapping[UUID, Wallet], reason: str
) -> None:
    """What can't be any more: an account or wallet that does not exist, the way back of what did not go."""
    wallet = wallets[operation.wallet_id] if operation.wallet_id else None
    if wallet is None:
        account = await account_of(tx, operation.merchant_id, lock=True)
        assert account is not None
        account.state = ACCOUNT_STATES.advance(AccountState(account.state), AccountState.FAILED).value
        return
    for waiting in await unsettled(tx, wallet):
        if operation.act == WalletAct.OPEN or (
            waiting.act == WalletAct.REVERSE
            and operation.act == WalletAct.RELEASE
            and waiting.subject_id == operation.subject_id
        ):
            await cancel(tx, waiting, {})
    if operation.act == WalletAct.OPEN:
        await advance(tx, wallet, WalletState.FAILED, reason=reason)
