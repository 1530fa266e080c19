"""Enums of contracts in the schema, with their Chinese labels."""

from prepaid.domains.contracts.commands.accept_agreement import Channel
from prepaid.domains.contracts.rules.compare import ClauseChange, WordChange
from prepaid.domains.contracts.rules.linter import VoidClass
from prepaid.domains.contracts.rules.parameters import InterestRule, ReleaseRule
from prepaid.domains.contracts.rules.scenes import (
    ContractState,
    Party,
    Scene,
    SealKind,
    SealState,
    SignatureState,
    TemplateState,
)
from prepaid.domains.contracts.rules.verification import Alteration, Verdict
from prepaid.graph.types import described_enum

described_enum(
    Scene,
    {
        Scene.MERCHANT_AGREEMENT: "商户入驻合同: between bank and merchant when it joins",
        Scene.CUSTODY_AGREEMENT: "资金存管协议: on the custody of prepaid money",
        Scene.SUPPLEMENTARY_AGREEMENT: "补充协议: adds to a contract",
        Scene.CONSUMER_AGREEMENT: "消费者购卡协议: accepted by a consumer who buys a card",
        Scene.GIFT_AGREEMENT: "卡片赠与协议: accepted by whoever gives or receives a card",
    },
    name="ContractScene",
)
described_enum(
    TemplateState,
    {
        TemplateState.DRAFT: "草稿: being written",
        TemplateState.REVIEW: "复核中: waits for a second person",
        TemplateState.PUBLISHED: "已发布: in force for new contracts",
        TemplateState.RETIRED: "已停用: no new contract is made from it",
    },
    name="ContractTemplateState",
)
described_enum(
    ContractState,
    {
        ContractState.DRAFT: "生成中: its file is being made",
        ContractState.SIGNING: "签署中: waits for signatures",
        ContractState.IN_FORCE: "已生效: every party has signed",
        ContractState.DECLINED: "已拒签: a party does not sign",
        ContractState.VOIDED: "已作废: taken back before every party had signed",
        ContractState.SUPERSEDED: "已被替代: another contract took its place",
        ContractState.EXPIRED: "已到期: not signed in time, or its term is over",
        ContractState.TERMINATED: "已终止: ended before its time",
    },
)
described_enum(Party, {Party.MERCHANT: "商户: the merchant", Party.BANK: "银行: the bank"}, name="ContractParty")
described_enum(
    SignatureState,
    {
        SignatureState.PENDING: "签署处理中: agreed to, being made",
        SignatureState.APPLIED: "已签署: in the file",
        SignatureState.FAILED: "签署失败: could not be made",
    },
)
described_enum(
    SealKind,
    {
        SealKind.OFFICIAL: "公章: official seal",
        SealKind.CONTRACT: "合同专用章: contract seal",
        SealKind.FINANCE: "财务专用章: finance seal",
        SealKind.LEGAL_REPRESENTATIVE: "法定代表人章: seal of the legal representative",
    },
)
described_enum(
    SealState,
    {
        SealState.REVIEW: "待审核: waits for the bank",
        SealState.APPROVED: "证书签发中: approved, its certificate is being issued",
        SealState.ACTIVE: "已启用: may be used",
        SealState.SUSPENDED: "已停用: may not be used for now",
        SealState.REJECTED: "未通过: not accepted",
        SealState.REVOKED: "已吊销: never used again",
    },
)
described_enum(
    ReleaseRule,
    {
        ReleaseRule.PER_REDEMPTION: "逐笔核销释放: with each redemption",
        ReleaseRule.DAILY: "按日汇总释放: once a day",
        ReleaseRule.MONTHLY: "按月汇总释放: once a month",
    },
)
described_enum(
    InterestRule,
    {InterestRule.STATUTORY: "按司法解释计算: as the law lays down", InterestRule.AGREED: "按约定利率计算: as agreed"},
)
described_enum(
    VoidClass,
    {
        VoidClass.NO_REFUND: "排除退款或解除权: no refund, no rescission",
        VoidClass.TRANSFER_LIMIT: "不合理限制转让: unreasonable limit on transfer",
        VoidClass.NO_REPLACEMENT: "记名卡遗失不补: no replacement of a lost registered card",
        VoidClass.UNILATERAL_CHANGE: "单方变更: change by the merchant alone",
        VoidClass.LIABILITY_EXCLUSION: "免除责任: exclusion of liability",
        VoidClass.COSTLY_DISPUTE: "增加维权成本: costly settlement of disputes",
        VoidClass.OTHER_UNFAIR: "其他不公平条款: other unfair terms",
    },
    name="VoidClauseClass",
)
described_enum(
    ClauseChange,
    {
        ClauseChange.SAME: "未变: the same",
        ClauseChange.ADDED: "新增: new",
        ClauseChange.REMOVED: "删除: gone",
        ClauseChange.CHANGED: "修改: other words",
        ClauseChange.MOVED: "移位: the same words elsewhere",
    },
)
described_enum(
    WordChange,
    {
        WordChange.SAME: "未变: in both",
        WordChange.ADDED: "新增: only in the later one",
        WordChange.REMOVED: "删除: only in the earlier one",
    },
)
described_enum(
    Verdict,
    {
        Verdict.AUTHENTIC: "真实有效: byte for byte the signed contract, and its signatures stand",
        Verdict.INCOMPLETE: "尚未签署完成: ours, without every signature",
        Verdict.ALTERED: "已被改动: one of our contracts, but not as it was signed",
        Verdict.UNKNOWN: "无法识别: no contract of this platform",
    },
    name="DocumentVerdict",
)
described_enum(
    Alteration,
    {
        Alteration.SIGNED_BYTES_CHANGED: "签名保护的内容被改动: what a signature covers was changed",
        Alteration.CONTENT_ADDED: "签署后添加了内容: pages or content were added after signing",
        Alteration.BYTES_ADDED: "签名之外有改动: bytes that no signature covers were added or changed",
        Alteration.SIGNATURE_REMOVED: "签名被移除: a signature is missing",
        Alteration.NOT_TRUSTED: "签名证书不可信: a signature's certificate is not to be trusted",
        Alteration.UNREADABLE: "文件损坏: the file cannot be read",
    },
    name="DocumentAlteration",
)
described_enum(
    Channel,
    {Channel.MINI_PROGRAM: "小程序: by the consumer himself", Channel.COUNTER: "柜台: beside a cashier"},
    name="AgreementChannel",
)
