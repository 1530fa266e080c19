"""Class six: settling a dispute is made costly."""

import re
from typing import Final

from prepaid.domains.contracts.rules.linter.classes import VoidClass
from prepaid.domains.contracts.rules.linter.concepts import grammar
from prepaid.domains.contracts.rules.linter.found import Found, patterns
from prepaid.domains.contracts.rules.linter.guards import HARMLESS

_NEAR_COURT: Final = re.compile(
    "(?:消费者|会员|持卡人|顾客|学员|被告)(?:的)?(?:住所地|所在地|经常居住地|居住地|户籍地)|合同(?:履行|签订)地|履行地|有管辖权|"
    "服务(?:提供|发生)?(?:地|所在地)|任选|(?:可|可以)选择|门店所在地|依法(?:确定)?管辖"
)
_CHOICE: Final = re.compile("可以|也可|均可|或者|或向|任选|选择|亦可|有权|可向|可依法|可申请|可提请|可通过")
_LOSER: Final = re.compile("败诉|过错|违约方|责任方|依法|法院(?:判决|裁定)|恶意|裁决")
_ABOUT_DISPUTE: Final = grammar("{DISPUTE}|{ACTION}|{COMPLAINT}|法院|调解|主张权利")


def near_court(found: Found) -> bool:
    """The consumer can go to a court where he lives or where the service is given."""
    return bool(_NEAR_COURT.search(found.whole))


def by_choice(found: Found) -> bool:
    """One way among others."""
    return bool(_CHOICE.search(found.whole)) and not re.search("只能|仅能|只可|必须|一律|唯一", found.whole)


def loser_pays(found: Found) -> bool:
    """Costs follow the decision."""
    return bool(_LOSER.search(found.whole))


def other_matter(found: Found) -> bool:
    """Costs of something else."""
    return not _ABOUT_DISPUTE.search(found.whole)


def merchant_is_bound(found: Found) -> bool:
    """The merchant or the bank gives up the way to court."""
    return found.subject in ("merchant", "bank")


PATTERNS: Final = (
    *patterns(
        VoidClass.COSTLY_DISPUTE,
        *HARMLESS,
        near_court,
        of=(
            "(?:由|向|提交|提请|交由|诉至|在|至|归|到){~6}(?:{MERCHANT}|甲方|乙方)(?:的)?{~4}(?:总部|注册地?|住所地?|所在地?|指定|选定|选择|认可|总公司)"
            "{~14}(?P<neg>法院|仲裁|管辖|起诉|诉讼|打官司)",
            "(?:总部|总公司|注册地)(?:所在地|所在)?{~10}(?P<neg>法院|仲裁|管辖|起诉|诉讼|打官司)",
            "(?:指定|选定)(?:的)?{~8}(?P<neg>法院|仲裁)",
        ),
    ),
    *patterns(
        VoidClass.COSTLY_DISPUTE,
        *HARMLESS,
        of=(
            "(?P<neg>境外|国外|海外|香港|澳门|新加坡|伦敦|纽约|外省|外地|异地|外国){~12}(?:法院|仲裁|诉讼|法律|管辖|起诉)",
            "(?:须|必须|只能|应当?)(?:由)?(?:{CONSUMER})?(?:本人|亲自|自行|先)*(?:前往|到|赴|至){~6}(?:总部|总公司|外地|异地|注册地|境外){~10}"
            "(?P<neg>办理|处理|协商|解决|申请|投诉|起诉|主张)",
            "(?:先|事先|首先|预先){~4}(?:缴纳|支付|预交|交纳|垫付){~14}(?:方可|才能|才可|后方|后可|否则){~8}"
            "(?P<neg>{ACTION}|{COMPLAINT}|{DISPUTE}|受理|处理)",
            "(?:{ACTION}){~8}(?:先|事先|首先|预先){~8}(?P<neg>缴纳|支付|预交|交纳|垫付)",
        ),
    ),
    *patterns(
        VoidClass.COSTLY_DISPUTE,
        *HARMLESS,
        by_choice,
        of=(
            "(?:提交|提请|申请|交由|由|通过|向|以|采取|进行){~16}(?P<neg>仲裁(?:委员会|院|机构|中心|裁决|解决|庭|方式)?)",
            "(?P<neg>只能|仅能|只可|仅可|必须){~8}(?:{ACTION})",
        ),
    ),
    *patterns(
        VoidClass.COSTLY_DISPUTE,
        *HARMLESS,
        loser_pays,
        other_matter,
        of=(
            "(?:{COSTS})(?:等|及其他费用)*{~6}(?:由|均由|概由|应由|须由|全部由|全由|一律由){~2}"
            "(?:{CONSUMER}|其|对方|投诉人|申请人|提起方|起诉方|投诉方){~6}(?P<neg>承担|负担|支付|预付|垫付)",
            "(?:{COSTS}){~4}(?P<neg>自行承担|自理|自负|自行负担|自担)",
            "(?:{CONSUMER}|投诉人|起诉方|申请人){~14}(?P<neg>承担|支付|缴纳|预交|垫付|负担){~8}(?:{COSTS})",
        ),
    ),
    *patterns(
        VoidClass.COSTLY_DISPUTE,
        *HARMLESS,
        merchant_is_bound,
        of=("(?P<neg>{NOT}){ANYHOW}{0,4}(?:通过|采取|诉诸|寻求)?(?:提起|申请|进行)?(?:{ACTION})",),
    ),
)
