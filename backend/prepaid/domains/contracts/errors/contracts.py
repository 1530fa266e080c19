"""Refusals of contracts and signatures."""

from prepaid.core.errors import Refusal


class ContractStepImpossible(Refusal):
    """A step that the state table does not have."""

    code = "CONTRACT_STEP_IMPOSSIBLE"
    zh = "合同当前为“{from_zh}”，不能执行该操作"
    en = "The contract is {from_}; this is not possible"


class ContractNotSigning(Refusal):
    code = "CONTRACT_NOT_SIGNING"
    zh = "合同不在签署中"
    en = "This contract is not being signed"


class ContractPastSigning(Refusal):
    code = "CONTRACT_PAST_SIGNING"
    zh = "签署期限已过"
    en = "The time for signing has passed"


class ContractNotYourTurn(Refusal):
    code = "CONTRACT_NOT_YOUR_TURN"
    zh = "请等待前一签署方完成签署"
    en = "Another party signs first"


class ContractSignedAlready(Refusal):
    code = "CONTRACT_SIGNED_ALREADY"
    zh = "本方已签署"
    en = "Your side has signed already"


class ContractNotAsShown(Refusal):
    """What is signed is what was shown, by its hash."""

    code = "CONTRACT_NOT_AS_SHOWN"
    zh = "待签文件与您看到的不一致，请刷新后重新核对"
    en = "The document is not the one that you were shown; refresh and read it again"


class ContractComplete(Refusal):
    code = "CONTRACT_COMPLETE"
    zh = "合同已签署完成，不能作废；如需变更请签订新合同"
    en = "Every party has signed; it cannot be voided, only superseded by another contract"


class ContractNotInForce(Refusal):
    code = "CONTRACT_NOT_IN_FORCE"
    zh = "合同未生效"
    en = "This contract is not in force"


class ContractAlreadySuperseded(Refusal):
    code = "CONTRACT_ALREADY_SUPERSEDED"
    zh = "该合同已有待签或已签的替代合同"
    en = "Another contract supersedes this one already"


class ContractFileMissing(Refusal):
    code = "CONTRACT_FILE_MISSING"
    zh = "合同文件正在生成，请稍后再试"
    en = "The contract's file is being made; try again in a moment"


class PartiesIncomplete(Refusal):
    code = "PARTIES_INCOMPLETE"
    zh = "合同需要商户与银行双方信息"
    en = "A contract names the merchant and the bank"


class PartyFactInvalid(Refusal):
    code = "PARTY_FACT_INVALID"
    zh = "签约方信息不正确：{fact}"
    en = "A fact of a party is not valid: {fact}"


class ValidityInvalid(Refusal):
    code = "VALIDITY_INVALID"
    zh = "合同有效期不正确"
    en = "The contract's validity is not right"


class DocumentUnreadable(Refusal):
    code = "DOCUMENT_UNREADABLE"
    zh = "文件无法读取，请上传 PDF 原件"
    en = "The file cannot be read; upload the original PDF"
