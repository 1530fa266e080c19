"""What the audit trail calls custody accounts, wallets, instructions and guarantees, in the words of the pages."""

from typing import Final

from prepaid.core.audit.words import Words, describe, field
from prepaid.domains.custody.graph.dictionaries import DICTIONARIES

WORDS: Final[dict[str, dict[str, Words]]] = {
    dictionary.name: {option.value: (option.label.zh, option.label.en) for option in dictionary.options}
    for dictionary in DICTIONARIES
}

describe("CustodyAccount", "存管账户", "Custody account", naming="merchant", fields={
    "tier": field("存管档次", "Tier", WORDS["CustodyTier"]),
    "priorYearRevenueFen": field("上年营业收入", "Revenue of the year before"),
    "number": field("指令编号", "Instruction"),
    "shortfallFen": field("不足金额", "Shortfall"),
})  # fmt: skip
describe("CustodyWallet", "存管子钱包", "Custody wallet", fields={
    "state": field("状态", "State", WORDS["CustodyWalletState"]),
    "contract": field("卡片合同", "Card contract"),
    "custodyBps": field("存管比例", "Custody ratio"),
    "holdbackBps": field("扣压比例", "Holdback"),
})  # fmt: skip
describe("WalletOperation", "存管指令", "Instruction", fields={
    "state": field("状态", "State", WORDS["WalletOperationState"]),
    "act": field("指令", "Instruction", WORDS["WalletAct"]),
    "outcome": field("应答", "Outcome", WORDS["WalletOutcome"]),
    "code": field("应答码", "Code"),
    "number": field("回单编号", "Receipt"),
})  # fmt: skip
describe("CustodyGuarantee", "担保", "Guarantee", fields={
    "kind": field("种类", "Kind", WORDS["GuaranteeKind"]),
    "amountFen": field("担保金额", "Amount"),
    "validUntil": field("有效期至", "Valid until"),
    "endedOn": field("终止日", "Ended on"),
})  # fmt: skip
describe("IssuingSwitch", "发卡开关", "Issuing switch", fields={"stopped": field("已停止", "Stopped")})
