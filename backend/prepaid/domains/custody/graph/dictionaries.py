"""Words of custody for the pages."""

from typing import Final

from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import Tone

DICTIONARIES: Final = (
    dictionary(
        "CustodyAccountState",
        (
            ("OPENING", "开通中", "Being opened", Tone.INFO),
            ("OPEN", "已开通", "Open", Tone.SUCCESS),
            ("FAILED", "开通失败", "Failed", Tone.DANGER),
        ),
    ),
    dictionary(
        "CustodyWalletState",
        (
            ("CREATED", "已创建", "Created", Tone.INFO),
            ("LOADED", "已入金", "Loaded", Tone.SUCCESS),
            ("ACTIVE", "履约中", "Active", Tone.SUCCESS),
            ("PARTLY_RELEASED", "部分释放", "Partly released", Tone.SUCCESS),
            ("CLOSED", "已关闭", "Closed", Tone.NEUTRAL),
            ("REFUNDED", "已退款", "Refunded", Tone.NEUTRAL),
            ("FAILED", "失败", "Failed", Tone.DANGER),
        ),
    ),
    dictionary(
        "WalletAct",
        (
            ("OPEN_ACCOUNT", "开通账户", "Open account", None),
            ("OPEN", "开立子钱包", "Open wallet", None),
            ("LOAD", "入金", "Load", None),
            ("RELEASE", "释放", "Release", None),
            ("REVERSE", "冲回", "Reverse", None),
            ("REFUND", "退款出金", "Refund", None),
            ("TRANSFER", "钱包间划转", "Transfer", None),
            ("FREEZE", "冻结", "Freeze", None),
            ("UNFREEZE", "解冻", "Unfreeze", None),
            ("CLOSE", "关闭", "Close", None),
        ),
    ),
    dictionary(
        "WalletOperationState",
        (
            ("REQUESTED", "待发送", "To be sent", Tone.INFO),
            ("SENT", "已发送", "Sent", Tone.INFO),
            ("DONE", "已完成", "Done", Tone.SUCCESS),
            ("IN_QUEUE", "待处理", "To decide", Tone.WARNING),
            ("FAILED", "已作废", "Abandoned", Tone.DANGER),
            ("CANCELLED", "已撤销", "Cancelled", Tone.NEUTRAL),
        ),
    ),
    dictionary(
        "WalletOutcome",
        (
            ("DONE", "已执行", "Carried out", Tone.SUCCESS),
            ("REFUSED", "已拒绝", "Refused", Tone.DANGER),
            ("NOT_DONE", "未执行", "Not carried out", Tone.WARNING),
            ("UNCLEAR", "不明确", "Unclear", Tone.WARNING),
        ),
    ),
    dictionary(
        "CustodyTier",
        (
            ("SCALE", "规模企业（20%）", "Scale (20%)", None),
            ("GROUP", "集团企业（30%）", "Group (30%)", None),
            ("BRAND", "品牌企业（40%）", "Brand (40%)", None),
            ("LOCAL", "地方标准", "Local standard", None),
            ("ECNY_FULL", "数字人民币全额", "e-CNY, all of it", None),
        ),
    ),
    dictionary(
        "GuaranteeKind",
        (("BANK_LETTER", "银行保函", "Bank letter", None), ("INSURANCE", "保证保险", "Surety insurance", None)),
    ),
)
