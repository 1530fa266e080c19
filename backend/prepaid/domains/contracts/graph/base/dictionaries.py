"""Words of contracts for the pages."""

from typing import Final

from prepaid.domains.contracts.rules.parameters import SPECS
from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import FormDictionary, Tone

DICTIONARIES: Final[tuple[FormDictionary, ...]] = (
    dictionary(
        "ContractScene",
        (
            ("MERCHANT_AGREEMENT", "商户入驻合同", "Merchant agreement", None),
            ("CUSTODY_AGREEMENT", "资金存管协议", "Custody agreement", None),
            ("SUPPLEMENTARY_AGREEMENT", "补充协议", "Supplementary agreement", None),
            ("CONSUMER_AGREEMENT", "消费者购卡协议", "Consumer agreement", None),
            ("GIFT_AGREEMENT", "卡片赠与协议", "Gift agreement", None),
        ),
    ),
    dictionary(
        "ContractTemplateState",
        (
            ("DRAFT", "草稿", "Draft", Tone.NEUTRAL),
            ("REVIEW", "复核中", "Under review", Tone.INFO),
            ("PUBLISHED", "已发布", "Published", Tone.SUCCESS),
            ("RETIRED", "已停用", "Retired", Tone.NEUTRAL),
        ),
    ),
    dictionary(
        "ContractState",
        (
            ("DRAFT", "生成中", "Being made", Tone.NEUTRAL),
            ("SIGNING", "签署中", "Being signed", Tone.INFO),
            ("IN_FORCE", "已生效", "In force", Tone.SUCCESS),
            ("DECLINED", "已拒签", "Declined", Tone.DANGER),
            ("VOIDED", "已作废", "Voided", Tone.NEUTRAL),
            ("SUPERSEDED", "已被替代", "Superseded", Tone.NEUTRAL),
            ("EXPIRED", "已到期", "Expired", Tone.WARNING),
            ("TERMINATED", "已终止", "Terminated", Tone.WARNING),
        ),
    ),
    dictionary("ContractParty", (("MERCHANT", "商户", "Merchant", None), ("BANK", "银行", "Bank", None))),
    dictionary(
        "SignatureState",
        (
            ("PENDING", "签署处理中", "Being made", Tone.INFO),
            ("APPLIED", "已签署", "Signed", Tone.SUCCESS),
            ("FAILED", "签署失败", "Failed", Tone.DANGER),
        ),
    ),
    dictionary(
        "SealKind",
        (
            ("OFFICIAL", "公章", "Official seal", None),
            ("CONTRACT", "合同专用章", "Contract seal", None),
            ("FINANCE", "财务专用章", "Finance seal", None),
            ("LEGAL_REPRESENTATIVE", "法定代表人章", "Legal representative's seal", None),
        ),
    ),
    dictionary(
        "SealState",
        (
            ("REVIEW", "待审核", "To review", Tone.INFO),
            ("APPROVED", "证书签发中", "Being certified", Tone.INFO),
            ("ACTIVE", "已启用", "Active", Tone.SUCCESS),
            ("SUSPENDED", "已停用", "Suspended", Tone.WARNING),
            ("REJECTED", "未通过", "Rejected", Tone.DANGER),
            ("REVOKED", "已吊销", "Revoked", Tone.NEUTRAL),
        ),
    ),
    dictionary(
        "ReleaseRule",
        (
            ("PER_REDEMPTION", "逐笔核销释放", "With each redemption", None),
            ("DAILY", "按日汇总释放", "Daily", None),
            ("MONTHLY", "按月汇总释放", "Monthly", None),
        ),
    ),
    dictionary(
        "InterestRule",
        (
            ("STATUTORY", "按司法解释计算", "As the law lays down", None),
            ("AGREED", "按约定利率计算", "As agreed", None),
        ),
    ),
    dictionary(
        "AgreementChannel",
        (("MINI_PROGRAM", "小程序", "Mini-program", None), ("COUNTER", "柜台", "Counter", None)),
    ),
    dictionary(
        "ContractVariableKind",
        (
            ("TEXT", "文字", "Text", None),
            ("LONG_TEXT", "长文字", "Long text", None),
            ("INTEGER", "整数", "Whole number", None),
            ("DECIMAL", "小数", "Decimal", None),
            ("FEN", "金额", "Amount", None),
            ("PERCENT", "比例", "Share", None),
            ("BOOLEAN", "是/否", "Yes or no", None),
            ("DATE", "日期", "Day", None),
            ("PHONE", "电话", "Phone", None),
        ),
    ),
    dictionary("NegotiableParameter", tuple((spec.name, spec.zh, spec.en, None) for spec in SPECS if spec.negotiable)),
)
