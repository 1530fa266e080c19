"""Class five: the merchant excludes its liability."""

import re
from typing import Final

from prepaid.domains.contracts.rules.linter.classes import VoidClass
from prepaid.domains.contracts.rules.linter.concepts import grammar
from prepaid.domains.contracts.rules.linter.found import Found, patterns
from prepaid.domains.contracts.rules.linter.guards import ANY_CAUSE, BEFORE_REPORT, HARMLESS, OWN_FAULT

_FORCE: Final = grammar(
    "不可抗力|自然灾害|政府行为|第三(?:人|方)(?:的)?(?:原因|侵权|造成|过错|行为)|非(?:因|由)?(?:{MERCHANT})?(?:的)?(?:原因|过错|责任)|"
    "尽(?:到|了|到了)?[^，。]{0,14}(?:义务|提示)|依法(?:不|免|减|可以)|法律(?:、行政法规)?(?:另有)?规定(?:的)?(?:可以)?(?:免|不承担)|法定免责"
)
_MERCHANT_CAUSE: Final = grammar(
    "(?:或者?|及|以及|和|、|与)(?:{MERCHANT}|场地|设施|设备|器材|地面|教练|员工|工作人员|服务|产品){~4}(?:原因|过错|过失|瑕疵|问题|故障|湿滑|缺陷|失误)"
)
_CONSUMER_RIGHT_BEFORE: Final = grammar("(?:{CONSUMER})(?:对此|对[^，。]{0,8}|均|一律|无需|亦|也|就此)?$")
_LIABILITY: Final = re.compile("责任|赔|义务|负责|免责|损失|后果|无关|不管")


def own_fault(found: Found) -> bool:
    """The consumer caused it, and nothing else is mixed in."""
    whole = found.whole
    return bool(OWN_FAULT.search(whole)) and not ANY_CAUSE.search(whole) and not _MERCHANT_CAUSE.search(whole)


def outside_causes(found: Found) -> bool:
    """Force majeure, a third person, duties fulfilled, the law itself."""
    return bool(_FORCE.search(found.whole)) and not ANY_CAUSE.search(found.whole)


def consumer_is_free(found: Found) -> bool:
    """It is the consumer who does not have to pay."""
    return found.match["neg"][0] in "不无没" and bool(_CONSUMER_RIGHT_BEFORE.search(found.ahead))


def other_duty(found: Found) -> bool:
    """What is not borne is no liability."""
    return not _LIABILITY.search(found.match["neg"] + found.rest[:8])


def before_report(found: Found) -> bool:
    """Misuse of a card before its loss was reported."""
    return bool(BEFORE_REPORT.search(found.whole))


def no_guarantor(found: Found) -> bool:
    """Somebody says that he guarantees nothing for another party; what he sells himself is another matter."""
    return bool(re.search("(?<!瑕疵)(?<!质量)(?<!品质)担保(?:责任|义务)", found.match[0] + found.rest[:8]))


def bank_acts(found: Found) -> bool:
    """The bank is no party to the service."""
    return found.subject == "bank"


_GUARDS: Final = (*HARMLESS, own_fault, outside_causes, consumer_is_free, bank_acts, before_report, no_guarantor)
PATTERNS: Final = (
    *patterns(
        VoidClass.LIABILITY_EXCLUSION,
        *_GUARDS,
        of=(
            "(?:{HARM}){~24}(?P<neg>{NOT_LIABLE})",
            "(?P<neg>{NOT_LIABLE}){~14}(?:{HARM})",
            "(?:{HARM}){~14}(?:{CONSUMER}|监护人|家长)(?:本人|自己)?(?P<neg>自行(?:承担|负责|负担)|自负|自担)",
            "(?P<neg>(?:责任|后果|风险|安全|生死)(?:均)?(?:自负|自担|自理)|生死有命)",
            "(?:{HARM}){~20}(?:由|均由|概由|全由|须由|应由)(?:{CONSUMER}|其|自己|个人|监护人|家长)(?:本人|自己|自行|独自|全部|全额|完全|个人)*"
            "(?:(?:及|和|与|或)其?(?:{CONSUMER}|监护人|家长))?(?P<neg>承担|负责|负担|自理|自负|自担|解决)",
            "(?:由|均由|概由|全由|须由|应由)(?:{CONSUMER}|其|自己|个人|监护人|家长)(?:本人|自己|自行|独自|全部|全额|完全|个人)*"
            "(?P<neg>承担|负担)(?:全部|一切|所有|相应)*(?:责任|后果|损失|风险|赔偿)",
            "(?:赔偿|补偿|责任){~10}(?P<neg>(?:最高|至多|上限|总额|金额|累计)?{~4}(?:不超过|不高于|以{~14}为(?:限|上限)|封顶|(?:上限|限额|最高额)(?:为|是)))",
            "(?P<neg>放弃){~8}(?:追究|索赔|追偿|求偿|赔偿|追责)",
        ),
    ),
    *patterns(VoidClass.LIABILITY_EXCLUSION, *_GUARDS, other_duty, of=("(?:{MERCHANT}){~8}(?P<neg>{NOT_LIABLE})",)),
)
