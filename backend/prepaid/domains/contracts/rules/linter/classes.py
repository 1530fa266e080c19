"""The seven classes, with the law that each comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class VoidClass(StrEnum):
    """Class of a void clause (无效条款)."""

    NO_REFUND = "NO_REFUND"
    TRANSFER_LIMIT = "TRANSFER_LIMIT"
    NO_REPLACEMENT = "NO_REPLACEMENT"
    UNILATERAL_CHANGE = "UNILATERAL_CHANGE"
    LIABILITY_EXCLUSION = "LIABILITY_EXCLUSION"
    COSTLY_DISPUTE = "COSTLY_DISPUTE"
    OTHER_UNFAIR = "OTHER_UNFAIR"


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a clause of the class is void, and where that is written."""

    zh: str
    en: str
    source: str


_ARTICLE: Final = "法释〔2025〕4号 第九条第{item}项"

EXPLANATIONS: Final[Mapping[VoidClass, Explanation]] = {
    VoidClass.NO_REFUND: Explanation(
        "排除消费者依法解除合同或者请求返还预付款的权利",
        "Excludes the consumer's right to rescind or to have the prepayment returned",
        _ARTICLE.format(item="一"),
    ),
    VoidClass.TRANSFER_LIMIT: Explanation(
        "不合理地限制消费者转让预付卡合同权利",
        "Limits the transfer of the consumer's claim unreasonably",
        _ARTICLE.format(item="二"),
    ),
    VoidClass.NO_REPLACEMENT: Explanation(
        "约定记名卡遗失后不予补办",
        "Refuses to replace a lost registered card",
        _ARTICLE.format(item="三"),
    ),
    VoidClass.UNILATERAL_CHANGE: Explanation(
        "约定经营者有权单方变更商品或者服务的价格、种类、质量、数量等实质内容",
        "Lets the merchant alone change price, kind, quality or quantity",
        _ARTICLE.format(item="四"),
    ),
    VoidClass.LIABILITY_EXCLUSION: Explanation(
        "免除经营者对瑕疵、人身损害或者财产损失应当承担的责任",
        "Excludes the merchant's liability for defects, injury or loss",
        _ARTICLE.format(item="五"),
    ),
    VoidClass.COSTLY_DISPUTE: Explanation(
        "约定的争议解决方法不合理地增加消费者的维权成本",
        "Makes it unreasonably costly for the consumer to settle a dispute",
        _ARTICLE.format(item="六"),
    ),
    VoidClass.OTHER_UNFAIR: Explanation(
        "存在其他排除或者限制消费者权利、减轻经营者责任、加重消费者责任的不公平约定",
        "Unfairly limits the consumer's rights, lightens the merchant's duties or burdens the consumer",
        _ARTICLE.format(item="七"),
    ),
}
