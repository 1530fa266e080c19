"""Enums of deposits, the sale gate, documents and the blacklist in the schema, with their Chinese labels."""

from prepaid.domains.merchants.rules.blacklist import BlacklistKind
from prepaid.domains.merchants.rules.deposits import (
    DeductionPurpose,
    DeductionState,
    DepositPaymentKind,
    DepositPaymentState,
    DepositState,
)
from prepaid.domains.merchants.rules.document_expiry import DocumentState
from prepaid.domains.merchants.rules.sale_gate import STOP_WORDS, SaleStop
from prepaid.graph.types import described_enum

described_enum(
    DepositState,
    {
        DepositState.NOT_REQUIRED: "无需缴纳: nothing is due",
        DepositState.UNPAID: "待缴纳: the first payment is due, nothing is sold before",
        DepositState.SATISFIED: "已缴足: enough is there",
        DepositState.GRACE: "宽限期: short, still selling",
        DepositState.PAUSED: "已停售: short, the grace is over",
    },
)
described_enum(
    DepositPaymentKind,
    {DepositPaymentKind.INITIAL: "首次缴纳: the first payment", DepositPaymentKind.TOP_UP: "补缴: a later one"},
)
described_enum(
    DepositPaymentState,
    {
        DepositPaymentState.REQUESTED: "待支付: waits for the payer",
        DepositPaymentState.PAID: "已到账: became deposit",
        DepositPaymentState.CLOSED: "已关闭: nobody pays it any more",
    },
)
described_enum(
    DeductionPurpose,
    {
        DeductionPurpose.COMPENSATION: "赔付消费者: owed to the consumer of a case",
        DeductionPurpose.DEBT: "抵偿欠款: what the merchant owes the bank",
    },
)
described_enum(
    DeductionState,
    {
        DeductionState.FROZEN: "已冻结: waits for a second person",
        DeductionState.DONE: "已扣划: taken",
        DeductionState.RELEASED: "已解冻: came to nothing",
    },
)
described_enum(
    DocumentState,
    {
        DocumentState.VALID: "有效: valid",
        DocumentState.EXPIRING: "即将到期: ends within 30 days",
        DocumentState.EXPIRED: "已过期: has ended",
        DocumentState.REPLACED: "已更换: another one took its place",
    },
    name="MerchantDocumentState",
)
described_enum(
    BlacklistKind,
    {
        BlacklistKind.COMPANY_CODE: "统一社会信用代码: a company's code",
        BlacklistKind.ID_NUMBER: "身份证号: a person's identity number",
        BlacklistKind.NAME: "名称或姓名: a company's or a person's name",
    },
)
described_enum(SaleStop, {stop: f"{zh}: {en}" for stop, (zh, en) in STOP_WORDS.items()})
