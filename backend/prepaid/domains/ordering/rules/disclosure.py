"""The receipt of a sale: the twelve items that a buyer of a prepaid card is told (domain/40, receipt)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from prepaid.domains.contracts.rules.parameters import InterestRule, RuleParameters
from prepaid.kit.money import Fen, format_yuan


class DisclosureItem(StrEnum):
    """What is told (告知事项), in this order."""

    PARTIES = "PARTIES"
    PAYEE_ACCOUNT = "PAYEE_ACCOUNT"
    PRICE_AND_DEDUCTION = "PRICE_AND_DEDUCTION"
    TERM = "TERM"
    LEASE_TERM = "LEASE_TERM"
    RISK = "RISK"
    GIFTS_AT_REFUND = "GIFTS_AT_REFUND"
    REFUND = "REFUND"
    LOSS_AND_TRANSFER = "LOSS_AND_TRANSFER"
    QUERY = "QUERY"
    LIABILITY = "LIABILITY"
    DISPUTES = "DISPUTES"


TITLES: Final[Mapping[DisclosureItem, tuple[str, str]]] = {
    DisclosureItem.PARTIES: ("交易双方", "Parties"),
    DisclosureItem.PAYEE_ACCOUNT: ("收款账户", "Who is paid"),
    DisclosureItem.PRICE_AND_DEDUCTION: ("价款与扣减方式", "Price and how it is used up"),
    DisclosureItem.TERM: ("有效期", "Term"),
    DisclosureItem.LEASE_TERM: ("经营场所租赁期", "Lease of the premises"),
    DisclosureItem.RISK: ("风险提示", "Risks"),
    DisclosureItem.GIFTS_AT_REFUND: ("退款时赠品的处理", "Gifts at a refund"),
    DisclosureItem.REFUND: ("退款计算、渠道与手续费", "Refunds: formula, way, fee"),
    DisclosureItem.LOSS_AND_TRANSFER: ("挂失、补办与转让", "Loss, replacement, transfer"),
    DisclosureItem.QUERY: ("余额与记录查询", "Balance and records"),
    DisclosureItem.LIABILITY: ("违约责任", "Liability"),
    DisclosureItem.DISPUTES: ("争议解决", "Disputes"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleFacts:
    """What the receipt is made of."""

    merchant: str
    merchant_code: str
    """Unified social credit code; empty when it is not on record."""
    buyer: str
    """Masked."""
    payee: str
    """The merchant's own number at the payment provider."""
    bank: str
    bank_phone: str
    store: str
    products: str
    list_fen: Fen
    paid_fen: Fen
    custody_bps: int
    term_days: int | None
    lease_until: str | None
    has_gifts: bool
    parameters: RuleParameters


def disclosure(facts: SaleFacts) -> list[dict[str, Any]]:
    """The twelve items with title and text in both languages; stored as they are, and never made anew."""
    texts = {**_money(facts), **_rights(facts)}
    return [
        {
            "key": item.value,
            "titleZh": TITLES[item][0],
            "titleEn": TITLES[item][1],
            "textZh": texts[item][0],
            "textEn": texts[item][1],
        }
        for item in DisclosureItem
    ]


def _money(facts: SaleFacts) -> dict[DisclosureItem, tuple[str, str]]:
    code = f"（统一社会信用代码 {facts.merchant_code}）" if facts.merchant_code else ""
    code_en = f" (code {facts.merchant_code})" if facts.merchant_code else ""
    custody = f"{facts.custody_bps / 100:g}%"
    days = facts.term_days
    return {
        DisclosureItem.PARTIES: (
            f"售卡商户：{facts.merchant}{code}；销售门店：{facts.store}；购买人：{facts.buyer}",
            f"Sold by {facts.merchant}{code_en}, {facts.store}; bought by {facts.buyer}",
        ),
        DisclosureItem.PAYEE_ACCOUNT: (
            f"款项支付至商户本人的收款商户号 {facts.payee}，其中 {custody} 存入{facts.bank}存管账户",
            f"Paid to the merchant's own number {facts.payee}; {custody} of it goes into custody at {facts.bank}",
        ),
        DisclosureItem.PRICE_AND_DEDUCTION: (
            (
                f"{facts.products}；原价 {format_yuan(facts.list_fen)} 元，实付 {format_yuan(facts.paid_fen)} 元；"
                "按每次服务实际分摊的价款扣减，先扣本金后扣赠送"
            ),
            (
                f"{facts.products}; list price {format_yuan(facts.list_fen)}, paid {format_yuan(facts.paid_fen)} yuan; "
                "each service takes its own share of the price, principal before bonus"
            ),
        ),
        DisclosureItem.TERM: (
            f"建议使用期 {days} 日；到期未用完的余额仍归持卡人，可免费激活" if days else "长期有效，不设使用期限",
            f"{days} days; what is left then stays the holder's and is activated free of charge"
            if days
            else "Without expiry",
        ),
        DisclosureItem.LEASE_TERM: (
            facts.lease_until or "商户未提供租赁期限信息",
            facts.lease_until or "The merchant has given none",
        ),
        DisclosureItem.RISK: (
            f"预付消费存在商户停业、搬迁的风险；存管部分（{custody}）由银行按核销进度释放，请理性充值",
            f"The merchant may close or move; the part in custody ({custody}) is released as services are given",
        ),
    }


def _rights(facts: SaleFacts) -> dict[DisclosureItem, tuple[str, str]]:
    terms = facts.parameters
    fee = f"{terms.refund_fee_cap_bps / 100:g}%"
    cooling = terms.cooling_off_days
    interest_zh = "按约定利率计付利息" if terms.interest_rule is InterestRule.AGREED else "利息按司法解释计算"
    interest = "interest as agreed" if terms.interest_rule is InterestRule.AGREED else "interest as the law lays down"
    gifts = "退款时按实付与赠送比例折算" if facts.has_gifts else "本单无赠品"
    transfer = "可转让，通知商户后生效" if terms.transfer_allowed else "按法律规定办理转让"
    return {
        DisclosureItem.GIFTS_AT_REFUND: (
            gifts,
            "Counted by the ratio of what was paid to what was given" if facts.has_gifts else "There are none",
        ),
        DisclosureItem.REFUND: (
            (
                f"付款后 {cooling} 日内未使用可全额退款；此后退还预付款减去已履行价值，{interest_zh}；"
                f"原路退回，手续费不超过 {fee}"
            ),
            (
                f"All of it within {cooling} days if unused; later what was paid less what was performed, {interest}; "
                f"back the way it came, fee at most {fee}"
            ),
        ),
        DisclosureItem.LOSS_AND_TRANSFER: (
            f"记名卡可挂失、补办；{transfer}",
            "A registered card can be reported lost and replaced; "
            + ("it can be transferred by telling the merchant" if terms.transfer_allowed else "transfer as by law"),
        ),
        DisclosureItem.QUERY: (
            "在小程序“我的卡”随时查询余额、使用记录与资金去向，可导出",
            "Balance, records and where the money is: in the mini-program, at any time, also to export",
        ),
        DisclosureItem.LIABILITY: (
            "商户停业、搬迁或降低服务质量的，购买人可解除合同并要求退还余额及利息",
            "When the merchant closes, moves or serves worse, the buyer may rescind and is paid the rest with interest",
        ),
        DisclosureItem.DISPUTES: (
            (
                f"核销后 {terms.dispute_window_days} 日内可在线提出异议；也可拨打{facts.bank}客服 {facts.bank_phone}、"
                "向消费者协会投诉或向有管辖权的人民法院起诉"
            ),
            (
                f"Within {terms.dispute_window_days} days of a redemption in the mini-program; by {facts.bank}'s line "
                f"{facts.bank_phone}, the consumers' association, or the competent court"
            ),
        ),
    }
