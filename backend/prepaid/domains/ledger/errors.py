"""What the ledger refuses, and what no caller may ask of it."""

from prepaid.core.errors import Refusal


class InsufficientFunds(Refusal):
    """`account` is the account's code, `available_fen` what it has free."""

    code = "INSUFFICIENT_FUNDS"
    zh = "账户余额不足，无法完成该笔资金操作"
    en = "There is not enough money on the account for this"


class TransferReferenceReused(Refusal):
    """Another transfer of this kind has the reference, with other legs."""

    code = "TRANSFER_REFERENCE_REUSED"
    zh = "该业务已入账且内容不同，不能重复入账"
    en = "This was booked before with other contents"


class TransferUnknown(Refusal):
    code = "TRANSFER_UNKNOWN"
    zh = "未找到该笔待处理的资金划转"
    en = "There is no such pending transfer"


class TransferAlreadyResolved(Refusal):
    """`phase` says how."""

    code = "TRANSFER_ALREADY_RESOLVED"
    zh = "该笔资金划转已处理完毕，不能更改"
    en = "This transfer is resolved already"


class MalformedTransfer(ValueError):
    """A mistake in code: legs that do not balance, an unknown account, a foreign tenant."""
