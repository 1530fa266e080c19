"""Refusals of signing in, of second factors, of sessions and of API tokens."""

from prepaid.core.errors import Refusal, Unauthenticated


class SessionRotated(Unauthenticated):
    """The secret was replaced a moment ago (step-up, switch): the caller has the new one or will have it."""

    retryable = True


class SignInFailed(Refusal):
    """Unknown account, wrong password, disabled account: one answer."""

    code = "SIGN_IN_FAILED"
    zh = "账号或密码不正确"
    en = "The account or the password is not right"


class SignInExpired(Refusal):
    """The ticket between password and second factor is too old or not ours."""

    code = "SIGN_IN_EXPIRED"
    zh = "登录已超时，请重新登录"
    en = "The sign-in took too long; start again"


class SecondFactorWrong(Refusal):
    code = "SECOND_FACTOR_WRONG"
    zh = "验证码不正确或已被使用"
    en = "The code is not right or was used before"


class PasswordWrong(Refusal):
    code = "PASSWORD_WRONG"
    zh = "当前密码不正确"
    en = "The current password is not right"


class PasswordTooShort(Refusal):
    code = "PASSWORD_TOO_SHORT"
    zh = "密码至少需要 {characters} 个字符"
    en = "A password has at least {characters} characters"


class PasswordTooLong(Refusal):
    code = "PASSWORD_TOO_LONG"
    zh = "密码最多 {characters} 个字符"
    en = "A password has at most {characters} characters"


class PasswordTooCommon(Refusal):
    code = "PASSWORD_TOO_COMMON"
    zh = "该密码过于常见，容易被猜到，请换一个"
    en = "This password is too common; choose another one"


class PasswordContainsLogin(Refusal):
    code = "PASSWORD_CONTAINS_LOGIN"
    zh = "密码中不能包含手机号或邮箱"
    en = "A password must not contain the phone number or e-mail address"


class SignUpCodeWrong(Refusal):
    code = "SIGN_UP_CODE_WRONG"
    zh = "验证码错误或已过期"
    en = "This code is wrong or has expired"


class ResetCodeWrong(Refusal):
    """Wrong, used or expired, or nobody asked for one: one answer."""

    code = "RESET_CODE_WRONG"
    zh = "验证码不正确或已过期"
    en = "The code is not right or has expired"


class TotpAlreadyEnrolled(Refusal):
    code = "TOTP_ALREADY_ENROLLED"
    zh = "已绑定动态口令，如需更换请先解绑"
    en = "An authenticator is enrolled already; remove it first"


class TotpNotEnrolled(Refusal):
    code = "TOTP_NOT_ENROLLED"
    zh = "尚未绑定动态口令"
    en = "No authenticator is enrolled"


class SecondFactorMandatory(Refusal):
    code = "SECOND_FACTOR_MANDATORY"
    zh = "您所在的平台要求使用动态口令，不能解绑"
    en = "A platform you belong to requires a second factor; it cannot be removed"


class PinMalformed(Refusal):
    code = "PIN_MALFORMED"
    zh = "PIN 码为 4 至 6 位数字"
    en = "A PIN has four to six digits"


class PinTooSimple(Refusal):
    code = "PIN_TOO_SIMPLE"
    zh = "PIN 码过于简单，请勿使用重复或连续的数字"
    en = "This PIN is too simple: no repeated and no consecutive digits"


class PinNotSet(Refusal):
    code = "PIN_NOT_SET"
    zh = "请先设置 PIN 码"
    en = "Set a PIN first"


class PinWrong(Refusal):
    code = "PIN_WRONG"
    zh = "PIN 码不正确"
    en = "The PIN is not right"


class PinExhausted(Refusal):
    """The last wrong PIN ended the session."""

    code = "PIN_EXHAUSTED"
    zh = "PIN 码错误次数过多，已退出登录，请重新登录"
    en = "Too many wrong PINs: you are signed out; sign in again"


class RefreshTokenInvalid(Refusal):
    """Unknown, expired, revoked, or used before; then its session is revoked as stolen."""

    code = "REFRESH_TOKEN_INVALID"
    zh = "登录状态已失效，请重新登录"
    en = "This sign-in is no longer valid; sign in again"


class LoginMissing(Refusal):
    code = "LOGIN_MISSING"
    zh = "请填写手机号或邮箱"
    en = "Give a phone number or an e-mail address"


class LoginMalformed(Refusal):
    code = "LOGIN_MALFORMED"
    zh = "手机号或邮箱格式不正确"
    en = "This is neither a mobile number nor an e-mail address"


class LoginTaken(Refusal):
    code = "LOGIN_TAKEN"
    zh = "该手机号或邮箱已有账号"
    en = "An account has this phone number or e-mail address already"


class DirectorySignInFailed(Refusal):
    """The bank's directory refused, or its answer does not hold."""

    code = "DIRECTORY_SIGN_IN_FAILED"
    zh = "统一认证登录失败，请重试"
    en = "Signing in by the directory failed; try again"


class DirectoryAccountUnknown(Refusal):
    code = "DIRECTORY_ACCOUNT_UNKNOWN"
    zh = "您的统一认证账号尚未开通本系统，请联系权限管理员"
    en = "Your directory account has no account here; ask a permission administrator"


class ApiTokenLifeInvalid(Refusal):
    code = "API_TOKEN_LIFE_INVALID"
    zh = "有效期须在当前时间之后，且不超过 {days} 天"
    en = "The expiry must lie in the future, at most {days} days away"


class AddressBlockInvalid(Refusal):
    code = "ADDRESS_BLOCK_INVALID"
    zh = "“{block}”不是有效的 IP 地址或网段"
    en = "“{block}” is not an IP address or network"
