"""Refusals of values that a form does not take; each code is a `ProblemCode` of the rules."""

from collections.abc import Mapping
from typing import Final

from prepaid.core.errors import Refusal


class FieldRequired(Refusal):
    code = "FIELD_REQUIRED"
    zh = "必填"
    en = "This is required"


class FieldUnknown(Refusal):
    code = "FIELD_UNKNOWN"
    zh = "没有这一项"
    en = "There is no such field"


class FieldHidden(Refusal):
    code = "FIELD_HIDDEN"
    zh = "按当前填写内容，该项不应填写"
    en = "With what is filled in, this does not apply"


class FieldReadOnly(Refusal):
    code = "FIELD_READ_ONLY"
    zh = "该项不能修改"
    en = "This cannot be changed"


class FieldType(Refusal):
    code = "FIELD_TYPE"
    zh = "格式不正确"
    en = "This has the wrong form"


class TextTooShort(Refusal):
    code = "TEXT_TOO_SHORT"
    zh = "至少 {min} 个字符"
    en = "At least {min} characters"


class TextTooLong(Refusal):
    code = "TEXT_TOO_LONG"
    zh = "最多 {max} 个字符"
    en = "At most {max} characters"


class TextInvalid(Refusal):
    code = "TEXT_INVALID"
    zh = "含有不能使用的字符"
    en = "It contains characters that cannot be used"


class FormatInvalid(Refusal):
    code = "FORMAT_INVALID"
    zh = "格式不正确"
    en = "This has the wrong form"


class CheckDigitWrong(Refusal):
    code = "CHECK_DIGIT_WRONG"
    zh = "校验位不正确，请核对号码"
    en = "The check digit is wrong; compare the number"


class NumberTooSmall(Refusal):
    code = "NUMBER_TOO_SMALL"
    zh = "不能小于 {shown}"
    en = "At least {shown}"


class NumberTooLarge(Refusal):
    code = "NUMBER_TOO_LARGE"
    zh = "不能大于 {shown}"
    en = "At most {shown}"


class NumberTooPrecise(Refusal):
    code = "NUMBER_TOO_PRECISE"
    zh = "最多 {scale} 位小数"
    en = "At most {scale} decimals"


class OptionUnknown(Refusal):
    code = "OPTION_UNKNOWN"
    zh = "不是可选项"
    en = "This is not one of the options"


class DateTooEarly(Refusal):
    code = "DATE_TOO_EARLY"
    zh = "不能早于 {min}"
    en = "Not before {min}"


class DateTooLate(Refusal):
    code = "DATE_TOO_LATE"
    zh = "不能晚于 {max}"
    en = "Not after {max}"


class RangeReversed(Refusal):
    code = "RANGE_REVERSED"
    zh = "开始日期不能晚于结束日期"
    en = "It ends before it begins"


class TooFew(Refusal):
    code = "TOO_FEW"
    zh = "至少 {min} 项"
    en = "At least {min}"


class TooMany(Refusal):
    code = "TOO_MANY"
    zh = "最多 {max} 项"
    en = "At most {max}"


class Repeated(Refusal):
    code = "REPEATED"
    zh = "不能重复"
    en = "The same stands there twice"


class DocumentExpired(Refusal):
    code = "DOCUMENT_EXPIRED"
    zh = "证照已过期"
    en = "The document has expired"


class DocumentExpiryMissing(Refusal):
    code = "DOCUMENT_EXPIRY_MISSING"
    zh = "请填写有效期"
    en = "Give the day on which it expires"


FIELD_REFUSALS: Final[Mapping[str, type[Refusal]]] = {
    one.code: one
    for one in (
        FieldRequired,
        FieldUnknown,
        FieldHidden,
        FieldReadOnly,
        FieldType,
        TextTooShort,
        TextTooLong,
        TextInvalid,
        FormatInvalid,
        CheckDigitWrong,
        NumberTooSmall,
        NumberTooLarge,
        NumberTooPrecise,
        OptionUnknown,
        DateTooEarly,
        DateTooLate,
        RangeReversed,
        TooFew,
        TooMany,
        Repeated,
        DocumentExpired,
        DocumentExpiryMissing,
    )
}
"""By code: what a problem of the rules is refused with."""
