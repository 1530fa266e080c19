"""Class seven: whatever else is unfair."""

import re
from typing import Final

from prepaid.domains.contracts.rules.linter.classes import VoidClass
from prepaid.domains.contracts.rules.linter.concepts import grammar
from prepaid.domains.contracts.rules.linter.found import Found, patterns
from prepaid.domains.contracts.rules.linter.guards import HARMLESS, percent_in

REASONABLE_REFUND_FEE_PERCENT: Final = 10.0
REASONABLE_PENALTY_PERCENT: Final = 20.0
_KEPT: Final = re.compile(
    "(?<!不可)(?<!不能)(?<!不得)(?<!不予)(?<!不再)(?<!无法)(?<!不)(?<!不可以)(?<!不会)"
    "(?<!不作任何)(?<!不做任何)(?<!不作)(?<!不做)(?<!不办理)"
    "(?:激活|延期|续期|延长|换卡|顺延|继续使用|退还|(?:可|可以)(?:[^,。]{0,8})?退|仍(?:可|有效)|恢复使用|保留)|不(?:影响|清零|作废|失效|丧失)"
)
_AGREED: Final = re.compile(
    "(?<!未)(?<!未经)(?<!无需)(?:经|取得|征得|获得)[^,。]{0,10}(?:同意|授权)|单独同意|明确同意|授权范围|脱敏|依法"
)
_TOLD: Final = re.compile("提前[^,。]{0,8}(?:提醒|通知|告知)|可(?:随时)?(?:取消|关闭)|同意后")
_MERCHANT_PAYS: Final = grammar("(?:{MERCHANT})[^，。]{0,16}$")


def balance_kept(found: Found) -> bool:
    """What is left stays the consumer's (法释〔2025〕4号, 24)."""
    return bool(_KEPT.search(found.whole) or _KEPT.search(found.following))


def with_consent(found: Found) -> bool:
    """The person agreed."""
    return bool(_AGREED.search(found.whole))


def told_before(found: Found) -> bool:
    """Announced, and it can be stopped."""
    return bool(_TOLD.search(found.whole + found.following))


def small_share(found: Found) -> bool:
    """A fee or penalty within reason, or one that the merchant pays."""
    percent = percent_in(found.match[0] + found.rest[:10])
    if percent is not None:
        limit = REASONABLE_REFUND_FEE_PERCENT if "退" in found.match[0] else REASONABLE_PENALTY_PERCENT
        return percent <= limit or found.subject == "merchant"
    return found.subject == "merchant" or not re.search("倍|全部|全额|高额|罚款|罚金", found.match[0] + found.rest[:6])


def merchant_is_bound(found: Found) -> bool:
    """The merchant or the bank gives something up."""
    return found.subject in ("merchant", "bank")


def merchant_record_open(found: Found) -> bool:
    """The consumer may show otherwise."""
    return bool(re.search("可(?:以)?提出异议|有权(?:提出)?异议|相反证据|核对", found.whole + found.following))


_EXPIRY: Final = (
    "(?:过期|逾期|到期|期满|届满|超期|超过{~10}(?:有效期|期限|年|月|日|天)|有效期(?:外|过后|结束|截止|内未)|"
    "(?:未|没有|没)(?:在{~12})?(?:用完|使用完毕|使用完|消费完|消费完毕|上完|使用|消费|预约|到店))"
)
_FORFEIT: Final = (
    "作废|清零|归零|(?:自动)?失效|不予保留|不再保留|视(?:为|作|同)(?:自动|自愿|主动)?(?:放弃|弃权)|"
    "视(?:为|作|同)(?:已)?(?:消费|使用|上课|完成|耗完|核销)|自动(?:注销|清零|清除|扣除)|(?:归|属){~8}所有|"
    "(?:不可|不得|不能|无法|不予|不)(?:再|继续)?(?:使用|消费|延期|补(?:课|上|用)?|顺延|兑换)|没收|收归"
)
_U: Final = VoidClass.OTHER_UNFAIR
PATTERNS: Final = (
    *patterns(
        _U,
        *HARMLESS,
        of=("(?P<neg>不予?(?:开具?|提供|出具)|恕不(?:开|提供)|无法(?:开|提供)|不含){~6}(?:发票|票据|收据|凭证)",),
    ),
    *patterns(_U, *HARMLESS, of=("(?P<neg>(?:最终|最后)(?:的)?解释权|解释权(?:均|全部)?(?:归|属|由|在于?))",)),
    *patterns(
        _U,
        *HARMLESS,
        balance_kept,
        of=(_EXPIRY + "{~18}(?P<neg>" + _FORFEIT + ")",),
    ),
    *patterns(
        _U,
        *HARMLESS,
        small_share,
        of=(
            "(?:违约金|赔偿金|滞纳金|罚款|罚金|手续费|管理费|服务费|折旧费){~14}(?P<neg>\\d+(?:\\.\\d+)?%|百分之[一二三四五六七八九十百零两]+|[一二三四五六七八九两]成|"
            "[一二三四五六七八九十两双\\d]+倍|全部|全额|高额)",
            "(?P<neg>\\d+(?:\\.\\d+)?%|百分之[一二三四五六七八九十百零两]+|[一二三四五六七八九两]成|[一二三四五六七八九十两双\\d]+倍|全部|全额|高额){~10}"
            "(?:违约金|赔偿金|滞纳金|罚款|罚金|手续费|管理费|折旧费)",
            "(?:{REFUND}){~14}(?P<neg>扣除|扣减|扣取|收取|支付|承担|扣){~12}(?:\\d+(?:\\.\\d+)?%|百分之[一二三四五六七八九十百零两]+|[一二三四五六七八九两]成)",
        ),
    ),
    *patterns(_U, *HARMLESS, of=("(?:对|向)?(?:{CONSUMER}){~10}(?P<neg>罚款|处罚|罚金)",)),
    *patterns(
        _U,
        *HARMLESS,
        merchant_is_bound,
        of=(
            "(?P<neg>扣除|扣减|扣掉|扣)(?:其)?(?:双倍|[二三四五六七八九十两\\d]+倍){~4}(?:次数|课时|课程|费用|金额|余额|积分)",
        ),
    ),
    *patterns(
        _U,
        *HARMLESS,
        of=(
            "(?:须|必须|应当?|视为)(?P<neg>同意|授权){~16}(?:个人信息|肖像|照片|视频|联系方式|手机号|人脸){~10}"
            "(?:任何|一切|其他|商业|第三方|广告|营销|宣传)",
        ),
    ),
    *patterns(
        _U,
        *HARMLESS,
        merchant_is_bound,
        of=(
            "(?P<neg>(?:自愿|同意|承诺|视为)?放弃)(?:其|对|就)?{~6}(?:一切|全部|任何|所有|追究|索赔|投诉|抗辩|隐私|知情|优先|相关|上述|前述)",
            "(?P<neg>{NOT})(?:在{~8}(?:上|中|平台|网络|网站))?{ANYHOW}{0,4}(?:进行|通过|作出|给予|给|写|留|发布|发表|散布|传播)*(?:任何)?(?:{COMPLAINT})",
            "(?P<neg>{NOT})(?:向[^，。]{0,10})(?:{COMPLAINT})",
            "(?P<neg>不得|不能|无权|不可|不接受|不予|放弃|不许){ANYHOW}{0,3}(?:提出|持有|有)?(?:任何)?异议",
        ),
    ),
    *patterns(
        _U,
        *HARMLESS,
        merchant_record_open,
        of=(
            "(?:以|凭)(?:{MERCHANT}|系统|后台|电脑|前台){~10}(?:记录|数据|台账|登记|统计|签到){~4}(?P<neg>为(?:唯一|最终)|为准)",
        ),
    ),
    *patterns(
        _U,
        *HARMLESS,
        with_consent,
        of=(
            "(?P<neg>有权|可以?|可自行|可随时|得以){~10}(?:使用|公开|提供|出售|披露|发布|共享){~12}(?:个人信息|肖像|照片|视频|联系方式|手机号|隐私|人脸){~16}"
            "(?:宣传|推广|第三方|商业|广告|营销|他人)",
            "(?:个人信息|肖像|人像|形象|照片|视频|联系方式|手机号|人脸){~12}(?P<neg>随意|任意|有权|可以?|自由){~8}(?:用|拿|作|做|供|公开|出售)"
            "{~8}(?:宣传|推广|第三方|商业|广告|营销|他人|公开|出售)",
            "(?P<neg>有权|可以?|可自行|可随时|得以){~6}(?:将|把)(?:{CONSUMER}|其)?(?:的)?{~6}(?:个人信息|肖像|照片|视频|联系方式|手机号|人脸){~16}"
            "(?:宣传|推广|第三方|商业|广告|营销|他人|公开|出售)",
        ),
    ),
    *patterns(
        _U, *HARMLESS, told_before, of=("(?P<neg>自动|默认)(?:为其|为会员|为消费者)?(?:续费|扣款|扣费|续卡|充值|购买)",)
    ),
    *patterns(
        _U,
        *HARMLESS,
        of=(
            "(?P<neg>没收|收缴){~6}(?:卡|会员资格|会籍)",
            "(?P<neg>最低消费|强制(?:购买|消费|办理|续费|搭配)|必须(?:同时)?(?:购买|加购|搭配|续(?:费|卡))|不得自带|禁止自带)",
            "(?P<neg>视为|视同|即视为|默认|即代表|即表示){~10}(?:同意|接受|认可|遵守){~12}(?:一切|所有|全部|任何|今后|将来|后续|日后|未来)",
            "有权{~8}(?P<neg>拒绝(?:提供)?服务|取消(?:其)?(?:会员)?资格|注销|收回|没收|清退|终止服务){~14}(?:无需|无须|不必|不予|不作|不退|不说明|而不)",
        ),
    ),
)
