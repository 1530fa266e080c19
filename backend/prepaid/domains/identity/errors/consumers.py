"""Refusals of signing in as a consumer, and of what is known of him."""

from prepaid.core.errors import Refusal


class MiniProgramUnknown(Refusal):
    """The code is said to be another application's."""

    code = "MINI_PROGRAM_UNKNOWN"
    zh = "该小程序未接入本行"
    en = "This mini-program is not the bank's"


class WechatCodeInvalid(Refusal):
    """Wrong, used before, expired, or of a user whom WeChat has blocked: one answer."""

    code = "WECHAT_CODE_INVALID"
    zh = "微信登录凭证无效或已使用，请重新授权"
    en = "WeChat's code is not valid or was used; authorise again"


class MiniProgramClosed(Refusal):
    """There is no platform for consumers, or it is retired."""

    code = "MINI_PROGRAM_CLOSED"
    zh = "小程序暂未开放"
    en = "The mini-program is not open"


class PhoneOfOtherConsumer(Refusal):
    """Another WeChat user has this number here: only the bank can part them."""

    code = "PHONE_OF_OTHER_CONSUMER"
    zh = "该手机号已绑定其他微信账号，请联系银行客服处理"
    en = "This number belongs to another WeChat user here; ask the bank"


class PhoneNotMainland(Refusal):
    code = "PHONE_NOT_MAINLAND"
    zh = "仅支持中国大陆手机号"
    en = "Only mainland mobile numbers are supported"


class PhoneMalformed(Refusal):
    code = "PHONE_MALFORMED"
    zh = "手机号格式不正确"
    en = "This is not a mobile number"


class PhoneNotBound(Refusal):
    """Whoever buys can be reached."""

    code = "PHONE_NOT_BOUND"
    zh = "请先绑定手机号"
    en = "Bind your mobile number first"


class IdCardMalformed(Refusal):
    code = "ID_CARD_MALFORMED"
    zh = "身份证号码不正确"
    en = "This is not a resident identity number"


class IdentityFixed(Refusal):
    """Cards have been sold to this name."""

    code = "IDENTITY_FIXED"
    zh = "实名信息已登记，如需更正请联系银行客服"
    en = "Your identity is on record; ask the bank to correct it"
