"""Refusals about applying for a mini-program."""

from prepaid.core.errors import Refusal


class AppidThere(Refusal):
    code = "APPID_THERE"
    zh = "商户已有 APPID"
    en = "The merchant has an APPID already"


class AppidRegistrationRunning(Refusal):
    code = "APPID_REGISTRATION_RUNNING"
    zh = "该企业的小程序注册正在进行中"
    en = "A mini-program is being registered for this company"


class AppidRegistrationLocked(Refusal):
    """`until`: when it may be asked for again."""

    code = "APPID_REGISTRATION_LOCKED"
    zh = "同一企业 24 小时内只能注册一次小程序，请在 {until} 后再试"
    en = "A company may apply once in 24 hours; try again after {until}"


class AppidFactsMissing(Refusal):
    """`fields`: what the registration needs."""

    code = "APPID_FACTS_MISSING"
    zh = "申请中缺少注册小程序所需的信息"
    en = "The application lacks what registering a mini-program needs"
