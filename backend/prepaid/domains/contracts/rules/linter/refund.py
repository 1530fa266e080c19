"""Class one: no refund, no rescission."""

import re
from typing import Final

from prepaid.domains.contracts.rules.linter.classes import VoidClass
from prepaid.domains.contracts.rules.linter.concepts import grammar
from prepaid.domains.contracts.rules.linter.found import Found, patterns
from prepaid.domains.contracts.rules.linter.guards import HARMLESS, performed_or_given

_FORBIDDING: Final = frozenset({"不得", "不可", "不可以", "不能", "禁止", "严禁", "无权", "不许", "不准", "拒绝"})
_ACT_OF_EITHER: Final = re.compile("解除|解约|终止|撤销|撤回|反悔|中止|取消|退出|提前")
_OWNED_BY_CONSUMER: Final = grammar("(?:归|属于?){~6}(?:{CONSUMER})")
_SAME_SERVICE: Final = re.compile("相同|同类|同样|同一|依法")


def merchant_is_bound(found: Found) -> bool:
    """The merchant must not rescind: that protects the consumer."""
    return (
        found.subject == "merchant"
        and found.match["neg"] in _FORBIDDING
        and bool(_ACT_OF_EITHER.search(found.match[0]))
    )


def owned_by_consumer(found: Found) -> bool:
    """The balance is said to be the consumer's."""
    return bool(_OWNED_BY_CONSUMER.search(found.match[0]))


def another_way(found: Found) -> bool:
    """The way back is closed, so there is another one: 原路径无法退回的，退至同名账户."""
    return found.match["neg"] in ("无法", "不能") and bool(re.search("原(?:路|支付|付款|账户|渠道)", found.whole))


def lawful_exception(found: Found) -> bool:
    """No cooling-off where the same service was obtained before (article 14)."""
    return bool(_SAME_SERVICE.search(found.whole))


PATTERNS: Final = (
    *patterns(
        VoidClass.NO_REFUND,
        *HARMLESS,
        performed_or_given,
        merchant_is_bound,
        another_way,
        of=(
            "(?P<neg>{NOT}){ANYHOW}{0,5}{REFUND}",
            "(?:{MONEY}|{REFUND}){~8}(?P<neg>{NOT})(?:再|予以|予|作|做|进行|任何)*(?:{GRANTING})",
            "(?:{MONEY}){~8}(?P<neg>无需|无须|不必|毋须|不用)(?:再)?(?:退|返|归还|偿还)",
            "(?P<neg>只能|仅能|只可|仅可|只得|仅限|只限|须|必须)(?:继续|在本店|于本店|用于|用来|在店内)*(?:消费|使用|消耗)(?:完毕|完|至零|殆尽)",
            "(?:售出|办理|付款|缴费|支付|开通|激活|签约|签字|签署|办卡|报名|入会|开课|成交|购买)(?:后|即|之后|之日起|,)*"
            "(?:视为|即为|属于)?{~4}(?P<neg>不可逆|终局|钱货两清|交易(?:已)?(?:完成|终结|完结)|最终成交|不可更改)",
        ),
    ),
    *patterns(
        VoidClass.NO_REFUND,
        *HARMLESS,
        performed_or_given,
        owned_by_consumer,
        of=(
            "(?P<neg>没收|扣没|罚没|扣留)(?:其|会员|消费者|乙方|持卡人|全部|所有|已付|剩余|的)*(?:{MONEY})",
            "{MONEY}{~14}(?P<neg>(?:归|属|划归|收归|转归|转为){~8}(?:所有|享有|支配|处置|收入)|"
            "视(?:为|作|同)(?:自动|自愿|主动)?(?:放弃|弃权|赠与|捐赠|赠送)|没收|充公|罚没|扣没|(?:全部|全额)?(?:抵作|充抵|充作|作为)违约金)",
        ),
    ),
    *patterns(
        VoidClass.NO_REFUND,
        *HARMLESS,
        lawful_exception,
        of=(
            "(?P<neg>不适用|不享有|不享受|没有|不设|无|排除|放弃|取消){~6}(?:七日|七天|7日|7天|冷静期|无理由|后悔权|犹豫期)",
        ),
    ),
)
