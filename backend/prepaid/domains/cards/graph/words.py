"""Enums of cards: their values in the schema, on the pages and in the audit trail."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from prepaid.domains.cards.rules.cards import CardStatus, Funding, HoldKind, LotUnit, TakeDirection
from prepaid.domains.cards.rules.stock import BatchState, FileFault, RowCode, StockState
from prepaid.domains.cards.rules.stock_words import FILE_WORDS, ROW_WORDS
from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import Tone
from prepaid.graph.types import described_enum

Words = Mapping[Any, tuple[str, str]]

STATUS: Final[Words] = {
    CardStatus.PENDING: ("待激活", "Pending"),
    CardStatus.ACTIVE: ("正常", "Active"),
    CardStatus.EXPIRED: ("已过期", "Expired"),
    CardStatus.REFUNDED: ("已退卡", "Refunded"),
    CardStatus.CLOSED: ("已注销", "Closed"),
    CardStatus.REPLACED: ("已补换", "Replaced"),
}
HOLDS: Final[Words] = {
    HoldKind.REFUND: ("退卡申请中", "Refund requested"),
    HoldKind.GIFT: ("赠与中", "Being given"),
    HoldKind.DEREGISTRATION: ("注销申请中", "Deregistration requested"),
    HoldKind.DISPUTE: ("争议处理中", "In dispute"),
    HoldKind.RISK: ("风控冻结", "Risk"),
    HoldKind.FRAUD: ("欺诈冻结", "Fraud"),
    HoldKind.LOSS: ("挂失", "Lost"),
}
UNITS: Final[Words] = {
    LotUnit.MONEY: ("储值（分）", "Stored value in fen"),
    LotUnit.VISIT: ("次数", "Uses"),
    LotUnit.PERIOD: ("期限（天）", "Days"),
}
FUNDINGS: Final[Words] = {Funding.PAID: ("付费", "Paid"), Funding.BONUS: ("赠送", "Bonus")}
DIRECTIONS: Final[Words] = {TakeDirection.TAKE: ("扣减", "Taken"), TakeDirection.GIVE_BACK: ("撤回", "Given back")}
STOCK: Final[Words] = {
    StockState.IN_STOCK: ("在库", "In stock"),
    StockState.ALLOCATED: ("已调拨", "At a store"),
    StockState.SOLD: ("已售", "Sold"),
    StockState.BLOCKED: ("已作废", "Blocked"),
}
BATCH: Final[Words] = {
    BatchState.WAITING: ("等待读取", "Waiting"),
    BatchState.READING: ("导入中", "Loading"),
    BatchState.DONE: ("已完成", "Done"),
    BatchState.FAILED: ("失败", "Failed"),
}
TONES: Final[Mapping[Any, Tone]] = {
    CardStatus.PENDING: Tone.INFO,
    CardStatus.ACTIVE: Tone.SUCCESS,
    CardStatus.EXPIRED: Tone.WARNING,
    StockState.ALLOCATED: Tone.INFO,
    StockState.SOLD: Tone.SUCCESS,
    StockState.BLOCKED: Tone.DANGER,
    BatchState.READING: Tone.INFO,
    BatchState.DONE: Tone.SUCCESS,
    BatchState.FAILED: Tone.DANGER,
}
SOURCES: Final = {
    "REDEMPTION": ("核销", "Redemption"),
    "REFUND": ("退卡", "Refund"),
    "PERIOD": ("按日履约", "Performed by days"),
    "DEMO": ("核销", "Redemption"),
}
EVENTS: Final = {
    "OPENED": ("开卡", "Opened"),
    "ACTIVATED": ("激活", "Activated"),
    "GRANTED": ("购入权益", "Lots granted"),
    "HELD": ("冻结", "Held"),
    "HOLD_LIFTED": ("解冻", "Hold lifted"),
    "REPLACED": ("被补换", "Replaced"),
    "REPLACES": ("补换旧卡", "Replaces a lost card"),
    "REGISTERED": ("实名升级", "Registered"),
    "RENAMED": ("转让更名", "Transferred"),
    "PIN_SET": ("重置密码", "PIN set"),
    "EXPIRED": ("到期", "Expired"),
    "REACTIVATED": ("重新激活", "Reactivated"),
}
NAMED: Final[tuple[tuple[str, type[Enum], Words], ...]] = (
    ("CardStatus", CardStatus, STATUS),
    ("CardHoldKind", HoldKind, HOLDS),
    ("CardLotUnit", LotUnit, UNITS),
    ("CardFunding", Funding, FUNDINGS),
    ("CardTakeDirection", TakeDirection, DIRECTIONS),
    ("CardStockState", StockState, STOCK),
    ("CardBatchState", BatchState, BATCH),
    ("CardRowCode", RowCode, ROW_WORDS),
    ("CardFileFault", FileFault, FILE_WORDS),
)
for _name, _enum, _words in NAMED:
    described_enum(_enum, {value: f"{zh}: {en}" for value, (zh, en) in _words.items()}, name=_name)

DICTIONARIES: Final = (
    *(
        dictionary(name, [(value.value, zh, en, TONES.get(value)) for value, (zh, en) in words.items()])
        for name, _, words in NAMED
    ),
    dictionary("CardSource", [(code, zh, en, None) for code, (zh, en) in SOURCES.items()]),
    dictionary("CardEventKind", [(code, zh, en, None) for code, (zh, en) in EVENTS.items()]),
    dictionary(
        "BankHoldKind",
        [(kind.value, *HOLDS[kind], None) for kind in (HoldKind.RISK, HoldKind.FRAUD, HoldKind.DISPUTE)],
    ),
)
