"""Wallets and instructions, locked where a command will change them."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import exists, or_, select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.custody.models import CustodyAccount, Wallet, WalletOperation
from prepaid.domains.custody.rules.operations import UNSETTLED
from prepaid.domains.custody.rules.wallets import WAITS_FOR
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.providers.custody_wallet import WalletAct


async def account_of(tx: WriteSession, merchant_id: UUID, *, lock: bool = False) -> CustodyAccount | None:
    """The merchant's account at the provider, if it has one."""
    query = select(CustodyAccount).filter_by(merchant_id=merchant_id)
    return await tx.scalar(query.with_for_update() if lock else query)


async def find_wallet(tx: WriteSession, merchant_id: UUID, contract_id: UUID) -> Wallet | None:
    """The sub-wallet of a card contract, locked."""
    query = select(Wallet).filter_by(merchant_id=merchant_id, contract_id=contract_id).with_for_update()
    return await tx.scalar(query.execution_options(populate_existing=True))


async def wallet_of(tx: WriteSession, merchant_id: UUID, contract_id: UUID) -> Wallet:
    """The sub-wallet of a card contract, locked. Raises `NotFound`."""
    wallet = await find_wallet(tx, merchant_id, contract_id)
    if wallet is None:
        raise NotFound(path=("contractId",))
    return wallet


async def contract_of(tx: WriteSession, merchant_id: UUID, wallet_id: UUID) -> UUID:
    """The card contract of a wallet that the actor sees. Raises `NotFound`."""
    wallet = await tx.get(Wallet, (merchant_id, wallet_id))
    if wallet is None:
        raise NotFound(path=("walletId",))
    return wallet.contract_id


async def wallets_of(tx: WriteSession, operation: WalletOperation) -> dict[UUID, Wallet]:
    """The sub-wallets of an instruction by id, locked in the order of their ids."""
    ids = sorted(wallet for wallet in (operation.wallet_id, operation.other_wallet_id) if wallet is not None)
    query = select(Wallet).filter_by(merchant_id=operation.merchant_id).where(Wallet.id.in_(ids)).order_by(Wallet.id)
    found = await tx.scalars(query.with_for_update().execution_options(populate_existing=True)) if ids else ()
    return {wallet.id: wallet for wallet in found}


async def locked_operation(
    tx: WriteSession, merchant_id: UUID, operation_id: UUID
) -> tuple[WalletOperation, dict[UUID, Wallet]]:
    """An instruction and its sub-wallets by id, locked in this order: wallets, instruction. Raises `NotFound`."""
    key = (merchant_id, operation_id)
    operation = await tx.get(WalletOperation, key)
    if operation is None:
        raise NotFound(path=("operationId",))
    wallets = await wallets_of(tx, operation)
    return await tx.get_one(WalletOperation, key, with_for_update=True, populate_existing=True), wallets


async def find_operation(
    tx: WriteSession, merchant_id: UUID, subject_id: UUID, kinds: Collection[TransferKind]
) -> WalletOperation | None:
    """The instruction that carries out such a transfer of a business act, locked."""
    query = select(WalletOperation).filter_by(merchant_id=merchant_id, subject_id=subject_id)
    query = query.where(WalletOperation.transfer_kinds.overlap([kind.value for kind in kinds]))
    return await tx.scalar(query.order_by(WalletOperation.id).with_for_update())


async def unsettled(tx: WriteSession, wallet: Wallet) -> Sequence[WalletOperation]:
    """Instructions of a wallet that are not over, oldest first."""
    touches = or_(WalletOperation.wallet_id == wallet.id, WalletOperation.other_wallet_id == wallet.id)
    query = select(WalletOperation).filter_by(merchant_id=wallet.merchant_id)
    query = query.where(touches, WalletOperation.state.in_(UNSETTLED))
    return (await tx.scalars(query.order_by(WalletOperation.id))).all()


async def must_wait(tx: WriteSession, operation: WalletOperation) -> bool:
    """Whether an earlier instruction has to be settled first, by `WAITS_FOR`."""
    ids = [wallet for wallet in (operation.wallet_id, operation.other_wallet_id) if wallet is not None]
    earlier = exists().where(
        WalletOperation.merchant_id == operation.merchant_id,
        or_(WalletOperation.wallet_id.in_(ids), WalletOperation.other_wallet_id.in_(ids)),
        WalletOperation.act.in_(WAITS_FOR[WalletAct(operation.act)]),
        WalletOperation.state.in_(UNSETTLED),
        WalletOperation.id < operation.id,
    )
    return bool(ids) and bool(await tx.scalar(select(earlier)))
