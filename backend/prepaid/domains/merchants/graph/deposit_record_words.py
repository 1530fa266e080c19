"""What the audit trail calls deposits, documents and entries of the blacklist, in the words of the pages."""

from typing import Final

from prepaid.core.audit import naming
from prepaid.core.audit.words import FieldWords, Words, describe, field
from prepaid.domains.merchants.graph.deposit_dictionaries import DICTIONARIES

WORDS: Final[dict[str, dict[str, Words]]] = {
    each.name: {option.value: (option.label.zh, option.label.en) for option in each.options} for each in DICTIONARIES
}
AMOUNT: Final = field("金额", "Amount")

naming(
    "deposit",
    "SELECT d.id::text AS key, concat(m.name, ' 保证金') AS zh, concat('Deposit of ', m.name) AS en "
    "FROM deposit d JOIN merchant m ON m.id = d.merchant_id WHERE d.id = ANY ($1::uuid[])",
    permission="deposit.read",
)


def _words(name: str, zh: str, en: str) -> FieldWords:
    return field(zh, en, WORDS[name])


describe("Deposit", "保证金", "Deposit", naming="deposit", fields={
    "state": _words("DepositState", "状态", "State"),
    "dueFen": field("应缴", "Due"),
    "amountFen": AMOUNT,
    "kind": _words("DepositPaymentKind", "类型", "Kind"),
})  # fmt: skip
describe("DepositDeduction", "保证金扣划", "Deduction from a deposit", fields={
    "state": _words("DeductionState", "状态", "State"),
    "amountFen": AMOUNT,
    "case": field("案件编号", "Case"),
    "purpose": _words("DeductionPurpose", "用途", "What for"),
})  # fmt: skip
describe("DepositWaiver", "保证金减免", "Waiver of a deposit", fields={
    "amountFen": AMOUNT,
    "validUntil": field("减免至", "Until"),
})  # fmt: skip
describe("MerchantDocument", "资质证照", "Document of a merchant", fields={
    "code": field("证照", "Document"),
    "expiresOn": field("有效期至", "Valid until"),
})  # fmt: skip
describe("BlacklistEntry", "黑名单", "Blacklist", fields={
    "kind": _words("BlacklistKind", "类型", "Kind"),
    "source": field("来源", "Source"),
})  # fmt: skip
MERCHANT: Final = field("商户", "Merchant", "merchant")
describe("deposit.deduct", "扣划保证金", "Deduction from a deposit", fields={
    "merchant": MERCHANT,
    "amountFen": AMOUNT,
    "purpose": _words("DeductionPurpose", "用途", "What for"),
    "case": field("案件编号", "Case"),
})  # fmt: skip
describe("deposit.waive", "减免保证金", "Waiver of a deposit", fields={
    "merchant": MERCHANT,
    "amountFen": AMOUNT,
    "validUntil": field("减免至", "Until"),
})  # fmt: skip
describe("merchant.resume", "恢复商户经营", "Resumption of a merchant", fields={
    "merchant": MERCHANT,
    "suspension": None,
    "suspendedBecause": field("暂停原因", "Why it was suspended"),
})  # fmt: skip
describe("merchant.close", "清退商户", "Closing of a merchant", fields={
    "merchant": MERCHANT,
    "closesOn": field("清退日", "Closes on"),
})  # fmt: skip
