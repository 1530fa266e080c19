"""Class three: a lost registered card is not replaced."""

import re
from typing import Final

from prepaid.domains.contracts.rules.linter.classes import VoidClass
from prepaid.domains.contracts.rules.linter.found import Found, patterns
from prepaid.domains.contracts.rules.linter.guards import BEFORE_REPORT, HARMLESS, percent_in, yuan_in

REASONABLE_YUAN: Final = 50.0
_ANONYMOUS: Final = re.compile("不记名|无记名|非记名|匿名|非实名")
_REGISTERED: Final = re.compile("记名|实名")
_BELONGINGS: Final = re.compile("物品|财物|贵重|行李|衣物|手机|首饰|随身|现金")
_OLD_CARD: Final = re.compile("(?:原|旧)(?:实体|电子)?(?:卡|凭证)[^,。]{0,8}$")
_REPLACED: Final = re.compile(
    "(?<!不)(?<!不予)(?<!概不)(?:可|可以|应当?|免费|及时|予以|办理|凭)[^,。]{0,10}(?:补办|补发|补卡|换发|新卡)|转入新卡"
)


def anonymous_card(found: Found) -> bool:
    """An anonymous card need not be replaced; 记名与不记名卡均不补办 says more than that."""
    return bool(_ANONYMOUS.search(found.whole)) and not _REGISTERED.search(_ANONYMOUS.sub("", found.whole))


def about_belongings(found: Found) -> bool:
    """Things that a person carries, not the card: another class."""
    return bool(_BELONGINGS.search(found.whole))


def before_report(found: Found) -> bool:
    """Loss before it was reported."""
    return bool(BEFORE_REPORT.search(found.whole))


def old_card_ends(found: Found) -> bool:
    """The lost card itself ends, since there is a new one."""
    return bool(_OLD_CARD.search(found.ahead)) or bool(_REPLACED.search(found.ahead + found.rest))


def fee_is_small(found: Found) -> bool:
    """Free or at cost."""
    asked = found.match[0] + found.rest[:12]
    return percent_in(asked) is None and (yuan_in(asked) or 0.0) <= REASONABLE_YUAN


PATTERNS: Final = (
    *patterns(
        VoidClass.NO_REPLACEMENT,
        *HARMLESS,
        anonymous_card,
        about_belongings,
        before_report,
        of=(
            "(?:{LOST}){~14}(?P<neg>{NOT}|不承担|不负责?)(?:再|予以|予|作|做|进行|任何|提供|办理|受理|重新|为其)*"
            "(?:{REPLACE}|{GRANTING}|负责|承担|赔|更换|换|给)",
            "(?P<neg>{NOT}){ANYHOW}{0,3}(?:补办|补发|补卡|补领|补开|补换|挂失|换发|换领|重新办卡|重办)",
        ),
    ),
    *patterns(
        VoidClass.NO_REPLACEMENT,
        *HARMLESS,
        anonymous_card,
        about_belongings,
        before_report,
        old_card_ends,
        of=(
            "(?:{LOST}){~18}(?P<neg>作废|失效|清零|归零|视为放弃|视同放弃|自动放弃|概不负责|重新(?:购买|购卡|缴费|付费)|"
            "(?:自负|自担|自理|自行(?:承担|负责|负担))|由{~6}(?:自行)?(?:承担|负担|负责))",
        ),
    ),
    *patterns(
        VoidClass.NO_REPLACEMENT,
        *HARMLESS,
        anonymous_card,
        fee_is_small,
        of=(
            "(?:{LOST}){~12}(?P<neg>花费|支付|缴纳|交纳|收取|另付|交){~8}元{~8}(?:补|新卡|重办)",
            "(?:补办|补发|补卡|补领|挂失|换卡){~14}(?P<neg>收取|支付|缴纳|交纳|扣除|加收|工本费|手续费|补卡费){~14}(?:费|元|%|百分之)",
        ),
    ),
)
