"""Words around a match under which it takes nothing from the consumer."""

import re
from typing import Final

from prepaid.domains.contracts.rules.linter.concepts import grammar
from prepaid.domains.contracts.rules.linter.found import Found, subject_of

_PROHIBITION: Final = re.compile(
    "(?:不得|禁止|严禁|不应当?|不可以?|不能|不会|无权|不许|不准|不允许|杜绝|避免|不存在|并未|从未)(?P<between>[^。;!?\n]*)$"
)
_PRETEXT: Final = re.compile(
    "为由|理由|借口|名义|方式|形式|手段|条款|约定|规定|声明|告示|通知|店堂|情形|行为|拖延|推诿|设置"
)
_PARALLEL: Final = re.compile("不得|不可|不能|无权|禁止|严禁|无法|不许|不准")
_REMEDY: Final = re.compile(
    "(?:应当?|须|需要?)(?:依法)?(?:承担|支付|赔偿|按|双倍|加倍|退还|向|在|自|及时)|有权|可以?(?:向|请求|要求|申请|投诉|起诉|依法|从|直接)|"
    "先行|违约|保证金|利息|处罚|责令|视为|按照"
)
_UNDER_CONDITION: Final = re.compile("^[^,。]{0,6}?(?:的|时|之日|情形下?)[,、]")
_IF_MERCHANT: Final = re.compile("(?:^|,)(?:如果?|若|倘若?|假如|当)[^,。]{0,14}$")
_FAILING: Final = re.compile("逾期|拒不|如果?|若|倘|未按|无正当理由|无理|故意|恶意|超过|拖延|仍")
_VOID: Final = re.compile("^[^。]{0,24}(?:无效|不发生效力|不产生效力|不具有?(?:法律)?效力|不成立|违法)")
_LIST_LAW: Final = re.compile("不得|禁止|严禁|不应|可以投诉|有权|承担[^。]{0,10}责任|属于违约|视为违约|应当退|违规")
_DISTANCE: Final = 8
_PRETEXT_DISTANCE: Final = 40
_PERFORMED: Final = re.compile(
    "已(?:经)?(?:实际)?(?:开始|消费|使用|履行|核销|享受|提供|完成|上|接受|发生|兑换|耗用|服务)(?:完毕|完|过)?(?:的)?[^,。]{0,6}?"
    "(?:部分|金额|款项|价款|次数|课时|服务|课程|费用|项目|价值|对价|商品|天数)"
)
_GIFT: Final = re.compile(
    "(?:赠送|赠予|赠与|附赠|奖励|活动赠送|赠)(?:的)?(?:金额|部分|课时|次数|余额|礼品|权益|服务|品|款|项目|金)|赠品|优惠券|礼品"
)
_PRINCIPAL: Final = re.compile("本金|余额|余款|剩余|预付|充值|储值|会费")
_NOT_DIRECTLY: Final = re.compile(
    "(?:不|不能|不会|不可|不应|并不|并非|不因[^,。]{0,14}而?|不得|非|未|不构成|不被|不等于)$"
)


def prohibited(found: Found) -> bool:
    """A merchant must not do it: 不得拒绝退款, 不得以活动优惠为由不予退还."""
    barred = _PROHIBITION.search(found.ahead)
    if barred is None or subject_of(found.ahead[: barred.start()]) == "consumer":
        return False
    between = barred["between"]
    if _PRETEXT.search(between):
        return len(between) <= _PRETEXT_DISTANCE
    if _PARALLEL.match(found.match["neg"]):
        # 不可提现、不可退款: the second one goes on with the first.
        return False
    return len(between) <= _DISTANCE and "," not in between


def under_remedy(found: Found) -> bool:
    """It is the breach, and what follows from it is stated: 逾期不退款的，应当支付违约金."""
    if _IF_MERCHANT.search(found.ahead) and found.rest.startswith(","):
        return found.subject == "merchant" and bool(_REMEDY.search(found.rest))
    if not _UNDER_CONDITION.match(found.rest):
        return False
    return bool(_REMEDY.search(found.rest)) or bool(_FAILING.search(found.ahead))


def declared_void(found: Found) -> bool:
    """Such a clause is said to be void."""
    return bool(_VOID.match(found.rest))


def listed_as_wrong(found: Found) -> bool:
    """It is an item of a list of what must not be, or of what the consumer can complain of."""
    return bool(_LIST_LAW.search(found.lead)) and subject_of(found.lead) != "consumer"


def denied(found: Found) -> bool:
    """The word itself is denied: 不视为放弃, 不免除."""
    return bool(_NOT_DIRECTLY.search(found.ahead))


def performed_or_given(found: Found) -> bool:
    """What is kept is what was consumed already, or a gift (法释〔2025〕4号, 15, 18), and nothing besides."""
    near = found.ahead.rpartition(",")[2][-20:] + found.match[0].partition(",")[0] + found.rest.partition(",")[0][:14]
    others = _GIFT.sub("", _PERFORMED.sub("", near))
    return others != near and not _PRINCIPAL.search(others)


HARMLESS: Final = (prohibited, under_remedy, declared_void, listed_as_wrong, denied)
"""Under these nothing is taken away, whatever the class."""

_PERCENT: Final = re.compile(r"(\d+(?:\.\d+)?)%|百分之([一二三四五六七八九十百零两]+)|([一二三四五六七八九两])成")
_YUAN: Final = re.compile(r"(\d+(?:\.\d+)?)元|([一二三四五六七八九十百千两]+)元")
_DIGITS: Final = {**{digit: value for value, digit in enumerate("零一二三四五六七八九")}, "两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}


def percent_in(text: str) -> float | None:
    """The first percentage of a text."""
    found = _PERCENT.search(text)
    if found is None:
        return None
    if found[1]:
        return float(found[1])
    return float(_number(found[2])) if found[2] else _DIGITS[found[3]] * 10.0


def yuan_in(text: str) -> float | None:
    """The first amount in yuan of a text."""
    found = _YUAN.search(text)
    if found is None:
        return None
    return float(found[1]) if found[1] else float(_number(found[2]))


def _number(text: str) -> int:
    total, digit = 0, 0
    for character in text:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


ANY_CAUSE: Final = re.compile("无论|不论|不管|任何(?:原因|情况|理由)")
OWN_FAULT: Final = grammar(
    "(?:{CONSUMER}|其|自身|个人)(?:自身|本人|自己|的|个人)*(?:故意|重大过失|过错|过失|原因|疾病|健康|身体|隐瞒|违反|违规|不遵守|"
    "不听|未遵守|未如实|擅自|未按|使用不当|保管不善|操作不当)|(?:因|由于)(?:故意|重大过失|隐瞒|违反|使用不当|保管不善)"
)
"""The consumer caused it himself."""
BEFORE_REPORT: Final = re.compile(
    "(?:挂失|冻结|生效|报失|通知)(?:手续)?(?:办理|生效|完成|成功)?(?:之)?前|未(?:及时)?(?:办理|申请|申报)?(?:挂失|通知|报失)"
)
"""Loss before it was reported."""
