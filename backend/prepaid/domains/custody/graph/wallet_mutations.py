"""Mutations of wallets and of instructions in the bank's queue."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.custody.commands import abandon_operation as abandoning
from prepaid.domains.custody.commands import ask_provider as asking
from prepaid.domains.custody.commands import freeze as freezing
from prepaid.domains.custody.commands import resolve_operation as resolving
from prepaid.domains.custody.commands import retry_operation as retrying
from prepaid.domains.custody.graph.inputs import (
    AbandonWalletOperationInput,
    AskCustodyProviderInput,
    FreezeCustodyWalletInput,
    ResolveWalletOperationInput,
    RetryWalletOperationInput,
    UnfreezeCustodyWalletInput,
)
from prepaid.domains.custody.graph.wallet_types import CustodyWallet, WalletOperation
from prepaid.domains.custody.models import Wallet
from prepaid.domains.custody.models import WalletOperation as OperationRow
from prepaid.domains.custody.reads.wallets import contract_of
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref

SHOWN = {"wallet_operation": WalletOperation}


@mutation(permission="custody.freeze", payload={"custody_wallet": CustodyWallet})
async def freeze_custody_wallet(ctx: MutationContext, input: FreezeCustodyWalletInput) -> Mapping[str, Any]:
    """Nothing is released from the wallet from now on; refunds go on."""
    return _wallet(
        await freezing.freeze(ctx.tx, ctx.actor, **await _contract(ctx, input.wallet_id), reason=input.reason)
    )


@mutation(permission="custody.freeze", payload={"custody_wallet": CustodyWallet})
async def unfreeze_custody_wallet(ctx: MutationContext, input: UnfreezeCustodyWalletInput) -> Mapping[str, Any]:
    """Releases go on, those that waited first."""
    wallet = await freezing.unfreeze(ctx.tx, ctx.actor, **await _contract(ctx, input.wallet_id), reason=input.reason)
    return _wallet(wallet)


@mutation(permission="custody.queue", payload=SHOWN)
async def retry_wallet_operation(ctx: MutationContext, input: RetryWalletOperationInput) -> Mapping[str, Any]:
    """Ask the provider again, under the same reference."""
    return _operation(
        await retrying.retry_operation(ctx.tx, ctx.actor, **_which(input.operation_id), reason=input.reason)
    )


@mutation(permission="custody.queue", idempotent=True, step_up=True, payload=SHOWN)
async def resolve_wallet_operation(ctx: MutationContext, input: ResolveWalletOperationInput) -> Mapping[str, Any]:
    """Book an instruction as carried out, by the provider's receipt."""
    operation = await resolving.resolve_operation(
        ctx.tx, ctx.actor, **_which(input.operation_id), number=input.number, reason=input.reason
    )
    return _operation(operation)


@mutation(permission="custody.queue", idempotent=True, step_up=True, payload=SHOWN)
async def abandon_wallet_operation(ctx: MutationContext, input: AbandonWalletOperationInput) -> Mapping[str, Any]:
    """Give an instruction up that the provider has provably not carried out; its money stays where it is."""
    return _operation(
        await abandoning.abandon_operation(ctx.tx, ctx.actor, **_which(input.operation_id), reason=input.reason)
    )


@mutation(permission="custody.queue", payload=SHOWN)
async def ask_custody_provider(ctx: MutationContext, input: AskCustodyProviderInput) -> Mapping[str, Any]:
    """Have the provider asked what became of an instruction; the answer is seen on it, minutes later at most."""
    return _operation(await asking.ask_provider(ctx.tx, ctx.actor, **_which(input.operation_id)))


async def _contract(ctx: MutationContext, wallet_id: GlobalID) -> dict[str, Any]:
    found = wallet_id.of("CustodyWallet", path=("walletId",))
    return {"merchant_id": found.tenant, "contract_id": await contract_of(ctx.tx, found.tenant, found.id)}


def _which(operation_id: GlobalID) -> dict[str, Any]:
    found = operation_id.of("WalletOperation", path=("operationId",))
    return {"merchant_id": found.tenant, "operation_id": found.id}


def _wallet(wallet: Wallet) -> Mapping[str, Any]:
    return {"custody_wallet": ref(CustodyWallet, wallet.merchant_id, wallet.id)}


def _operation(operation: OperationRow) -> Mapping[str, Any]:
    return {"wallet_operation": ref(WalletOperation, operation.merchant_id, operation.id)}
