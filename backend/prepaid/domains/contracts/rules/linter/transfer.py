"""Class two: unreasonable limits on transferring the claim."""

import re
from typing import Final

from prepaid.domains.contracts.rules.linter.classes import VoidClass
from prepaid.domains.contracts.rules.linter.concepts import grammar
from prepaid.domains.contracts.rules.linter.found import Found, patterns
from prepaid.domains.contracts.rules.linter.guards import HARMLESS, percent_in, yuan_in

REASONABLE_PERCENT: Final = 2.0
REASONABLE_YUAN: Final = 50.0
_FREE: Final = re.compile("不(?:再|另行|得)?(?:收取|加收)|免费|免收|无需(?:支付|缴纳)|不收")
_BY_CONSUMER: Final = grammar("(?:{CONSUMER})(?:的)?(?:书面|事先|明确)*(?:同意|批准|许可|认可)$")
_CRIME: Final = re.compile("套现|洗钱|非法|违法|欺诈|盗用|冒用|伪造")
_NOTICE: Final = re.compile("未(?:及时)?通知|通知(?:到达)?(?:之)?前|未告知")


def merchant_is_bound(found: Found) -> bool:
    """The merchant or the bank must not pass its own duties on."""
    return found.subject in ("merchant", "bank")


def consumer_agrees(found: Found) -> bool:
    """It is the consumer who has to agree."""
    return bool(_BY_CONSUMER.search(found.match[0]))


def against_crime(found: Found) -> bool:
    """Only transfers that break the law."""
    return bool(_CRIME.search(found.whole))


def before_notice(found: Found) -> bool:
    """A transfer binds the merchant from its notice on (article 11)."""
    return bool(_NOTICE.search(found.whole))


def fee_is_small(found: Found) -> bool:
    """Free, at cost, or a small fixed amount."""
    asked = found.match[0] + found.rest[:12]
    if _FREE.search(found.whole):
        return True
    percent, yuan = percent_in(asked), yuan_in(asked)
    if percent is None and yuan is None:
        return "高额" not in asked
    return (percent or 0.0) <= REASONABLE_PERCENT and (yuan or 0.0) <= REASONABLE_YUAN


PATTERNS: Final = (
    *patterns(
        VoidClass.TRANSFER_LIMIT,
        *HARMLESS,
        merchant_is_bound,
        of=("(?P<neg>{NOT}){ANYHOW}{0,5}(?:{TRANSFER})",),
    ),
    *patterns(
        VoidClass.TRANSFER_LIMIT,
        *HARMLESS,
        against_crime,
        before_notice,
        of=(
            "(?:{TRANSFER}){~8}(?P<neg>{NOT}|不被)(?:再|予以|予|作|做|进行|任何|被)*(?:{GRANTING}|承认)",
            "(?:{TRANSFER}){~10}(?P<neg>无效|作废|失效|注销|收回|没收|取消(?:会员)?资格|终止服务|停止服务)",
            "(?P<neg>只能|仅能|只可|仅可|仅限|只限){~4}(?:{TRANSFER})(?:给|一次|1次|予|于|至|直系|本店|家属|亲属)",
            "(?:{TRANSFER})(?:的)?(?:次数)?(?P<neg>仅限|只限|限|以){~4}(?:一|1|两|2|二)次",
        ),
    ),
    *patterns(
        VoidClass.TRANSFER_LIMIT,
        *HARMLESS,
        consumer_agrees,
        of=(
            "(?:{TRANSFER}){~14}(?:须|需|应当|应|必须|要|得)(?:事先|提前|先|书面)*(?:经|取得|征得|获得|得到|经过|报)(?:过)?{~8}"
            "(?P<neg>同意|批准|许可|审批|核准|认可)",
        ),
    ),
    *patterns(
        VoidClass.TRANSFER_LIMIT,
        *HARMLESS,
        fee_is_small,
        of=(
            "(?:{TRANSFER}){~16}(?P<neg>收取|支付|缴纳|交纳|扣除|加收|补交|补缴|另付|交付|扣取){~16}(?:费|款|元|%|金额|百分之)",
            "(?:转让|转卡|过户|更名|转会)(?:的)?(?P<neg>手续费|费用|费){~14}(?:元|%|百分之)",
        ),
    ),
)
