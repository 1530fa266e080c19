"""What the ledger's enums are called, in the schema and on pages."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from prepaid.domains.ledger.rules.chart import CHART, AccountClass, AccountCode, Side
from prepaid.domains.ledger.rules.transfers import Phase, TransferKind
from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import Tone
from prepaid.graph.types import described_enum

K = TransferKind
KINDS: Final[Mapping[TransferKind, tuple[str, str]]] = {
    K.PAYMENT_CAPTURED: ("收款", "Payment captured"),
    K.CARD_FUNDED: ("卡入账", "Card funded"),
    K.CUSTODY_LOAD: ("存管入金", "Load into custody"),
    K.SETTLEMENT_SWEEP: ("划入结算账户", "Sweep to settlement"),
    K.REDEMPTION: ("核销", "Redemption"),
    K.HOLDBACK_EARNED: ("扣压释放", "Holdback earned"),
    K.CUSTODY_RELEASE: ("存管释放", "Release from custody"),
    K.REDEMPTION_UNDONE: ("撤销核销", "Redemption undone"),
    K.HOLDBACK_RESTORED: ("恢复扣压", "Holdback restored"),
    K.CUSTODY_RELOAD: ("存管冲回", "Reload into custody"),
    K.CUSTODY_CORRECTION: ("存管尾差调整", "Correction of custody"),
    K.DISPUTE_WINDOW_OVER: ("争议期届满结款", "Dispute window over"),
    K.DISPUTE_HOLD: ("争议冻结", "Held for a dispute"),
    K.SERVICE_PERFORMED: ("单次服务履约", "Single service performed"),
    K.REFUND_DECIDED: ("退卡核定", "Card refund decided"),
    K.ORDER_REFUND_DECIDED: ("退单核定", "Order refund decided"),
    K.REFUND_RAISED: ("退款追加", "Refund raised"),
    K.CUSTODY_REFUND: ("存管退款出金", "Refund out of custody"),
    K.REFUND_PAYOUT: ("退款付款", "Refund payout"),
    K.DEREGISTERED_UNPAID: ("注销未付转挂", "Deregistered unpaid"),
    K.GIFT_CLAIMED: ("赠卡领取", "Gift claimed"),
    K.CUSTODY_MOVE: ("存管钱包间划转", "Move between wallets"),
    K.COMMISSION_APPROVED: ("分佣核定", "Commission approved"),
    K.COMMISSION_PAYOUT: ("分佣付款", "Commission payout"),
    K.COMMISSION_REVERSED: ("分佣冲回", "Commission reversed"),
    K.COMMISSION_NETTED: ("分佣抵扣应收", "Commission set off"),
    K.COMMISSION_WRITTEN_OFF: ("应收销售人员款核销", "Receivable written off"),
    K.SUBSIDY_GRANTED: ("银行补贴计提", "Subsidy granted"),
    K.SUBSIDY_EARNED: ("银行补贴赚取", "Subsidy earned"),
    K.SUBSIDY_RETURNED: ("银行补贴退回", "Subsidy returned"),
    K.DEPOSIT_PAID: ("保证金缴存", "Deposit paid"),
    K.DEPOSIT_DEDUCTED: ("保证金扣划", "Deposit deducted"),
    K.DEPOSIT_CASH: ("保证金资金划转", "Deposit's cash moved"),
    K.WITHDRAWAL: ("提现", "Withdrawal"),
    K.PAID_OUT: ("付款完成", "Paid out"),
    K.PAYOUT_RETURNED: ("付款退回", "Payout returned"),
    K.CHANNEL_FEE: ("渠道手续费", "Channel fee"),
    K.BONUS_GRANTED: ("赠金发放", "Bonus granted"),
    K.BONUS_CONSUMED: ("赠金消耗", "Bonus consumed"),
}
PHASES: Final[Mapping[Phase, tuple[str, str]]] = {
    Phase.PENDING: ("待处理", "Pending"),
    Phase.POSTED: ("已入账", "Posted"),
    Phase.VOIDED: ("已撤销", "Voided"),
    Phase.EXPIRED: ("已过期", "Expired"),
}
TONES: Final[Mapping[Phase, Tone]] = {
    Phase.PENDING: Tone.INFO,
    Phase.POSTED: Tone.SUCCESS,
    Phase.VOIDED: Tone.NEUTRAL,
    Phase.EXPIRED: Tone.WARNING,
}
SIDES: Final[Mapping[Side, tuple[str, str]]] = {Side.DEBIT: ("借", "Debit"), Side.CREDIT: ("贷", "Credit")}
CODES: Final[Mapping[AccountCode, tuple[str, str]]] = {code: (kind.zh, kind.en) for code, kind in CHART.items()}
CLASSES: Final[Mapping[AccountClass, tuple[str, str]]] = {
    AccountClass.ASSET: ("资产", "Assets"),
    AccountClass.CONSUMER_LIABILITY: ("对消费者的负债", "Owed to consumers"),
    AccountClass.MERCHANT_LIABILITY: ("对商户的负债", "Owed to the merchant"),
    AccountClass.OTHER_LIABILITY: ("其他负债", "Owed to others"),
    AccountClass.MEMO: ("备查", "Memo"),
}
NAMED: Final[tuple[tuple[str, type[Enum], Mapping[Any, tuple[str, str]]], ...]] = (
    ("TransferKind", TransferKind, KINDS),
    ("TransferPhase", Phase, PHASES),
    ("LedgerSide", Side, SIDES),
    ("LedgerAccountCode", AccountCode, CODES),
    ("LedgerAccountClass", AccountClass, CLASSES),
)
for _name, _enum, _words in NAMED:
    described_enum(_enum, {value: f"{zh}: {en}" for value, (zh, en) in _words.items()}, name=_name)

DICTIONARIES: Final = tuple(
    dictionary(name, [(value.value, zh, en, TONES.get(value)) for value, (zh, en) in words.items()])
    for name, _, words in NAMED
)
