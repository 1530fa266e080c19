"""What the audit trail calls contracts, templates and seals, and their values."""

from typing import Final

from prepaid.core.audit.words import FieldWords, Words, describe, field
from prepaid.domains.contracts.rules.parameters import SPECS

SCENES: Final[dict[str, Words]] = {
    "MERCHANT_AGREEMENT": ("商户入驻合同", "Merchant agreement"),
    "CUSTODY_AGREEMENT": ("资金存管协议", "Custody agreement"),
    "SUPPLEMENTARY_AGREEMENT": ("补充协议", "Supplementary agreement"),
    "CONSUMER_AGREEMENT": ("消费者购卡协议", "Consumer agreement"),
    "GIFT_AGREEMENT": ("卡片赠与协议", "Gift agreement"),
}
TEMPLATE_STATES: Final[dict[str, Words]] = {
    "DRAFT": ("草稿", "Draft"),
    "REVIEW": ("复核中", "Under review"),
    "PUBLISHED": ("已发布", "Published"),
    "RETIRED": ("已停用", "Retired"),
}
CONTRACT_STATES: Final[dict[str, Words]] = {
    "DRAFT": ("生成中", "Being made"),
    "SIGNING": ("签署中", "Being signed"),
    "IN_FORCE": ("已生效", "In force"),
    "DECLINED": ("已拒签", "Declined"),
    "VOIDED": ("已作废", "Voided"),
    "SUPERSEDED": ("已被替代", "Superseded"),
    "EXPIRED": ("已到期", "Expired"),
    "TERMINATED": ("已终止", "Terminated"),
}
SEAL_STATES: Final[dict[str, Words]] = {
    "REVIEW": ("待审核", "To review"),
    "APPROVED": ("证书签发中", "Being certified"),
    "ACTIVE": ("已启用", "Active"),
    "SUSPENDED": ("已停用", "Suspended"),
    "REJECTED": ("未通过", "Rejected"),
    "REVOKED": ("已吊销", "Revoked"),
}
SEAL_KINDS: Final[dict[str, Words]] = {
    "OFFICIAL": ("公章", "Official seal"),
    "CONTRACT": ("合同专用章", "Contract seal"),
    "FINANCE": ("财务专用章", "Finance seal"),
    "LEGAL_REPRESENTATIVE": ("法定代表人章", "Legal representative's seal"),
}
PARTIES: Final[dict[str, Words]] = {"MERCHANT": ("商户", "Merchant"), "BANK": ("银行", "Bank")}
FINGERPRINT: Final = field("文件指纹", "SHA-256")
TYPES: Final = field("适用商户类型", "Merchant types", "merchantType")
PARAMETERS: Final = {f"parameters.{spec.name}": FieldWords((spec.zh, spec.en), spec.choices or None) for spec in SPECS}
SEAL_FACTS: Final = {
    "kind": field("种类", "Kind", SEAL_KINDS),
    "holder": field("单位名称", "Company"),
    "code": field("统一社会信用代码", "Unified social credit code"),
    "imageSha256": field("图片指纹", "SHA-256 of the image"),
    "generated": field("平台生成", "Drawn by the platform"),
}

describe("ContractTemplate", "合约模版", "Contract template", naming="contractTemplate", fields={
    "scene": field("业务场景", "Scene", SCENES),
    "customFor": field("定制商户", "Custom for", "merchant"),
})  # fmt: skip
describe("ContractTemplateVersion", "合约模版版本", "Version of a template", naming="contractTemplateVersion", fields={
    "template": field("模版代码", "Template"),
    "state": field("状态", "State", TEMPLATE_STATES),
    "revision": None,
    "types": TYPES,
    "contentHash": field("内容指纹", "Fingerprint"),
})  # fmt: skip
describe("Contract", "合同", "Contract", naming="contract", fields={
    "number": field("合同编号", "Number"),
    "scene": field("业务场景", "Scene", SCENES),
    "state": field("状态", "State", CONTRACT_STATES),
    "template": field("模版版本", "Version of the template", "contractTemplateVersion"),
    "supersedes": field("替代合同", "Takes the place of", "contract"),
    "party": field("签署方", "Party", PARTIES),
    "seal": field("印章", "Seal", "seal"),
    "signature": None,
    "grant": None,
    "approval": None,
    "file": None,
    "code": field("原因代码", "Code"),
    "sha256": FINGERPRINT,
    "verdict": field("验真结果", "Verdict", {
        "AUTHENTIC": ("真实有效", "Authentic"),
        "INCOMPLETE": ("尚未签署完成", "Incomplete"),
        "ALTERED": ("已被改动", "Altered"),
        "UNKNOWN": ("无法识别", "Unknown"),
    }),
    "alterations": field("改动情况", "Alterations"),
    **PARAMETERS,
})  # fmt: skip
describe("Seal", "印章", "Seal", naming="seal", fields={
    "state": field("状态", "State", SEAL_STATES),
    "administrator": field("管理员", "Administrator", "member"),
    **SEAL_FACTS,
})  # fmt: skip
describe("SealGrant", "印章授权", "Grant of a seal", fields={
    "seal": field("印章", "Seal", "seal"),
    "member": field("被授权人", "To whom", "member"),
    "templates": field("限定模版", "Templates", "contractTemplate"),
    "until": field("结束时间", "Until"),
})  # fmt: skip
describe("AgreementAcceptance", "消费者协议签约", "Accepted agreement", fields={
    "version": field("协议版本", "Version", "contractTemplateVersion"),
    "sha256": field("文本指纹", "SHA-256 of the text"),
    "subject": None,
    "channel": field("渠道", "Channel", {"MINI_PROGRAM": ("小程序", "Mini-program"), "COUNTER": ("柜台", "Counter")}),
})  # fmt: skip
describe("contract_template.publish", "合约模版发布", "Publishing a contract template", fields={
    "template": field("模版代码", "Template"),
    "scene": field("业务场景", "Scene", SCENES),
    "merchantTypes": TYPES,
    "customFor": field("定制商户", "Custom for", "merchant"),
    "clauses": field("条款数", "Clauses"),
    "contentHash": field("内容指纹", "Fingerprint"),
    **PARAMETERS,
})  # fmt: skip
describe("contract_template.types", "合约模版适用商户类型变更", "Merchant types of a contract template", fields={
    "template": field("模版代码", "Template"),
    "before": field("原适用类型", "Types now", "merchantType"),
    "merchantTypes": field("新适用类型", "Types afterwards", "merchantType"),
})  # fmt: skip
describe("seal.activate", "印章审核", "Review of a seal", fields=SEAL_FACTS)
describe("seal.stamp", "用印审批", "Use of a seal", fields={
    "merchant": field("商户", "Merchant", "merchant"),
    "number": field("合同编号", "Contract"),
    "title": field("合同名称", "Title"),
    "party": field("签署方", "Party", PARTIES),
    "documentSha256": FINGERPRINT,
    "seal": None,
    "sealTenant": None,
    "sealName": field("印章", "Seal"),
    "signer": field("经办人", "Signed by"),
    "address": field("地址", "Address"),
    "device": field("设备", "Device"),
})  # fmt: skip
