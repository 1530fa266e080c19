"""Labels of identity's and of this domain's enums, and of what the audit trail calls acts."""

from typing import Final

from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import Tone

GOOD, BUSY, CARE, BAD = Tone.SUCCESS, Tone.INFO, Tone.WARNING, Tone.DANGER

DICTIONARIES: Final = (
    dictionary(
        "MemberStatus",
        [
            ("ACTIVE", "正常", "Active", GOOD),
            ("SUSPENDED", "停用", "Suspended", CARE),
            ("LEFT", "已离开", "Left", None),
        ],
    ),
    dictionary(
        "ScopeKind",
        [
            ("SELF", "本人", "Own only", None),
            ("STORE", "指定店铺", "Stores", None),
            ("REGION_SUBTREE", "区域及下级", "Region", None),
            ("MERCHANT", "本商户", "Merchant", None),
            ("OPERATOR", "运营方", "Operator", None),
            ("BANK_ALL", "全行", "Whole bank", None),
            ("CUSTOM", "指定商户", "Some merchants", None),
        ],
    ),
    dictionary(
        "TokenScope",
        [
            ("MERCHANT", "本商户", "Merchant", None),
            ("OPERATOR", "运营方", "Operator", None),
            ("CUSTOM", "指定商户", "Some merchants", None),
            ("BANK_ALL", "全行", "Whole bank", None),
        ],
    ),
    dictionary(
        "MerchantGate",
        [
            ("OPEN", "正常", "Open", GOOD),
            ("SUSPENDED", "暂停", "Suspended", CARE),
            ("FRAUD_HOLD", "风险冻结", "On hold", BAD),
            ("CLOSED", "已关闭", "Closed", None),
        ],
    ),
    dictionary(
        "ChangeState",
        [
            ("OPEN", "待复核", "To review", CARE),
            ("APPROVED", "已通过", "Approved", GOOD),
            ("REJECTED", "已驳回", "Rejected", BAD),
            ("WITHDRAWN", "已撤回", "Withdrawn", None),
            ("EXPIRED", "已过期", "Expired", None),
        ],
    ),
    dictionary(
        "TaskState",
        [
            ("QUEUED", "排队中", "Waiting", None),
            ("RUNNING", "进行中", "Running", BUSY),
            ("DONE", "已完成", "Done", GOOD),
            ("FAILED", "失败", "Failed", BAD),
            ("CANCELLED", "已取消", "Cancelled", None),
        ],
    ),
    dictionary(
        "DefinitionState",
        [
            ("DRAFT", "草稿", "Draft", BUSY),
            ("PUBLISHED", "已发布", "Published", GOOD),
            ("RETIRED", "已停用", "Retired", None),
        ],
    ),
    dictionary(
        "PlatformAudience",
        [
            ("MERCHANT", "商户", "Merchants", None),
            ("BANK", "行内", "Bank", None),
            ("CONSUMER", "消费者", "Consumers", None),
        ],
    ),
    dictionary("PlatformStatus", [("ACTIVE", "启用", "In use", GOOD), ("RETIRED", "停用", "Retired", None)]),
    dictionary("SecondFactorPolicy", [("REQUIRED", "必须", "Required", None), ("OPTIONAL", "可选", "Optional", None)]),
)
