"""Class four: the merchant alone changes what was sold."""

import re
from typing import Final

from prepaid.domains.contracts.rules.linter.classes import VoidClass
from prepaid.domains.contracts.rules.linter.concepts import grammar
from prepaid.domains.contracts.rules.linter.found import Found, patterns
from prepaid.domains.contracts.rules.linter.guards import HARMLESS

_CONSENT: Final = grammar(
    "协商一致|双方(?:书面)?(?:协商|同意|确认|约定)|(?<!无需)(?<!无须)(?<!不必)(?<!未)(?<!不)(?<!毋须)(?<!毋需)"
    "(?:经|征得|取得|获得)(?:过)?(?:{CONSUMER}|其|对方|本人|双方){~6}同意|与(?:{CONSUMER}){~4}协商"
)
_SOLD_KEPT: Final = re.compile(
    "(?:已售|已购|已购买|已出售|已办理|已签|既有|存量|此前购买|之前购买)|原(?:价|合同|约定|标准|条件)|不影响|不适用于|不得降低|不得高于|继续(?:按|执行|享受|有效)|"
    "不溯及|仅适用于新|新购|新办|新签|购卡时|购买时|签约时|订立时|办卡时|更优惠|更有利|有利于消费者|降价"
)
_SOLD_TOO: Final = re.compile("(?:包括|含|适用于|及于|同样适用)[^,。]{0,6}(?:已售|已购|存量)")
_BY_LAW: Final = re.compile("法律|法规|监管|政策|主管部门|政府")
_WILL: Final = re.compile("随时|随意|任意|单方|无需|无须|不必|毋|不另|不再|恕不|自行|自由|未经|不经")
_BARRED: Final = re.compile("不得|不能|无权|禁止|不应|不可")
_MADE_GOOD: Final = re.compile("顺延|补偿|延长|补课|退还|退款|解除合同|赔偿")


def consumer_or_bank_acts(found: Found) -> bool:
    """It is the consumer's right, or the bank's duty, to change something."""
    return found.subject in ("consumer", "bank") and not re.search("同意|通知|告知|征求", found.match["neg"])


def barred_within(found: Found) -> bool:
    """Without the consumer's consent it must not be: 未经消费者同意，不得变更."""
    return bool(_BARRED.search(found.match[0]))


def by_agreement(found: Found) -> bool:
    """Both sides agree on it."""
    return bool(_CONSENT.search(found.whole))


def sold_stays(found: Found) -> bool:
    """What was sold is not touched."""
    return bool(_SOLD_KEPT.search(found.whole + found.following)) and not _SOLD_TOO.search(found.whole)


def required_by_law(found: Found) -> bool:
    """The law changes, and the contract follows."""
    return bool(_BY_LAW.search(found.whole)) and not _WILL.search(found.match[0])


def made_good(found: Found) -> bool:
    """The consumer is compensated, or may leave."""
    return bool(_MADE_GOOD.search(found.rest + found.following)) and not _WILL.search(found.match[0])


def may_leave(found: Found) -> bool:
    """Whoever does not agree gets the money back."""
    return bool(
        re.search("(?:有权|可以?|可)[^,。]{0,8}(?:解除|退|拒绝)|不同意[^。]{0,12}退", found.whole + found.following)
    )


_NO_NOTICE: Final = (
    "(?:无需|无须|不必|毋须|毋需|不需|不用|不需要|不经|未经|不再|不|恕不)(?:再|另行|事先|提前|经过|经|征得|取得|征求|获得|另外|逐一|单独)*"
    "(?:通知|告知|公告|征求|说明|会员|消费者|顾客|持卡人|学员|客户|其|对方|同意|许可|协商)"
)
PATTERNS: Final = (
    *patterns(
        VoidClass.UNILATERAL_CHANGE,
        *HARMLESS,
        consumer_or_bank_acts,
        barred_within,
        by_agreement,
        sold_stays,
        required_by_law,
        made_good,
        of=(
            "(?P<neg>{AT_WILL}){~18}(?:{CHANGE}){~16}(?:{SUBSTANCE})",
            "(?P<neg>{AT_WILL}){~8}(?:将|对|就|把){~14}(?:{SUBSTANCE}){~8}(?:{CHANGE})",
            "(?:{SUBSTANCE}){~10}(?P<neg>{AT_WILL}){~10}(?:{CHANGE})",
            "(?:{SUBSTANCE}){~8}(?:{CHANGE}){~12}(?P<neg>" + _NO_NOTICE + ")",
            "(?:{CHANGE}){~8}(?:{SUBSTANCE}){~14}(?P<neg>" + _NO_NOTICE + ")",
            "(?:涨价|加价|提价|调价|变价|改价){~12}(?P<neg>" + _NO_NOTICE + ")",
            "(?P<neg>保留){~8}(?:{CHANGE}){~14}权",
            "(?:{SUBSTANCE}){~10}(?:以|按照?|依|由){~6}(?:{MERCHANT}){~10}(?P<neg>为准|决定|确定|裁量|说了算)",
            "(?:{SUBSTANCE}){~8}(?:以|按照?){~4}(?:最新|当时|届时|当日|现场|实际|现行|后续){~8}(?P<neg>为准|执行)",
        ),
    ),
    *patterns(
        VoidClass.UNILATERAL_CHANGE,
        *HARMLESS,
        by_agreement,
        sold_stays,
        may_leave,
        of=("(?:{CHANGE}){~20}(?P<neg>视为|视同|默认|推定|无条件|必须|均须){~8}(?:同意|接受|认可|无异议|遵守|服从)",),
    ),
)
