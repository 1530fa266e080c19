"""Words of deposits, the sale gate, documents and the blacklist for the pages."""

from typing import Final

from prepaid.domains.merchants.rules.sale_gate import STOP_WORDS
from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import FormDictionary, Tone

DICTIONARIES: Final[tuple[FormDictionary, ...]] = (
    dictionary(
        "DepositState",
        (
            ("NOT_REQUIRED", "无需缴纳", "Not required", Tone.NEUTRAL),
            ("UNPAID", "待缴纳", "To be paid", Tone.WARNING),
            ("SATISFIED", "已缴足", "Paid", Tone.SUCCESS),
            ("GRACE", "宽限期", "In grace", Tone.WARNING),
            ("PAUSED", "已停售", "Sales paused", Tone.DANGER),
        ),
    ),
    dictionary(
        "DepositPaymentKind", (("INITIAL", "首次缴纳", "First payment", None), ("TOP_UP", "补缴", "Top-up", None))
    ),
    dictionary(
        "DepositPaymentState",
        (
            ("REQUESTED", "待支付", "To be paid", Tone.INFO),
            ("PAID", "已到账", "Paid", Tone.SUCCESS),
            ("CLOSED", "已关闭", "Closed", Tone.NEUTRAL),
        ),
    ),
    dictionary(
        "DeductionPurpose",
        (
            ("COMPENSATION", "赔付消费者", "Compensation of a consumer", None),
            ("DEBT", "抵偿商户欠款", "Debt of the merchant", None),
        ),
    ),
    dictionary(
        "DeductionState",
        (
            ("FROZEN", "已冻结待复核", "Frozen, to be decided", Tone.WARNING),
            ("DONE", "已扣划", "Deducted", Tone.SUCCESS),
            ("RELEASED", "已解冻", "Released", Tone.NEUTRAL),
        ),
    ),
    dictionary(
        "MerchantDocumentState",
        (
            ("VALID", "有效", "Valid", Tone.SUCCESS),
            ("EXPIRING", "即将到期", "Expires soon", Tone.WARNING),
            ("EXPIRED", "已过期", "Expired", Tone.DANGER),
            ("REPLACED", "已更换", "Replaced", Tone.NEUTRAL),
        ),
    ),
    dictionary(
        "BlacklistKind",
        (
            ("COMPANY_CODE", "统一社会信用代码", "Unified social credit code", None),
            ("ID_NUMBER", "身份证号", "Identity number", None),
            ("NAME", "企业名称或姓名", "Company or person by name", None),
        ),
    ),
    dictionary(
        "SaleStop",
        tuple((stop.value, zh, f"{en[:1].upper()}{en[1:]}", Tone.DANGER) for stop, (zh, en) in STOP_WORDS.items()),
    ),
)
