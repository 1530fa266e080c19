"""Refusals (business says no) and request errors (the caller may not or cannot ask this)."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal

Locale = Literal["zh-CN", "en"]
Path = Sequence[str]

REFUSALS: dict[str, type["Refusal"]] = {}
"""Every refusal by its code: the source of the `ErrorCode` enum, of its texts and of the guide anchors."""


class Refusal(Exception):
    """The business says no, in words that the user can act on.

    A subclass states `code`, `zh` and `en`; the texts may name keys of `data` in braces. Raised by
    commands; the mutation wrapper rolls the business rows back and answers it in `userErrors`.
    """

    code: ClassVar[str]
    zh: ClassVar[str]
    en: ClassVar[str]

    def __init__(self, *, path: Path = (), **data: Any) -> None:
        super().__init__(self.code)
        self.path = tuple(path)
        """Where in the mutation's input the value stands that is refused, e.g. `("phone",)`."""
        self.data: Mapping[str, Any] = data
        self.also: tuple[Refusal, ...] = ()
        """Further refusals of the same input, each with its own path: a form's other wrong fields."""

    def __init_subclass__(cls) -> None:
        for name in ("code", "zh", "en"):
            if not isinstance(getattr(cls, name, None), str):
                raise TypeError(f"{cls.__name__} must state {name}")
        known = REFUSALS.setdefault(cls.code, cls)
        if (known.__module__, known.__qualname__) != (cls.__module__, cls.__qualname__):
            raise TypeError(f"two refusals share the code {cls.code}")

    def message(self, locale: Locale) -> str:
        return (self.en if locale == "en" else self.zh).format(**self.data)


class NotFound(Refusal):
    """The object does not exist, or not for this caller: the same answer for both."""

    code = "NOT_FOUND"
    zh = "未找到该对象"
    en = "Not found"


class InvalidValue(Refusal):
    code = "INVALID_VALUE"
    zh = "填写内容不正确：{reason}"
    en = "This value is not valid: {reason}"


class StaleObject(Refusal):
    code = "STALE_OBJECT"
    zh = "该内容已被他人修改，请刷新后重试"
    en = "Someone else has changed this; refresh and try again"


class RequestError(Exception):
    """A request that is refused as a whole: a top-level GraphQL error or a plain HTTP answer."""

    code: ClassVar[str] = "BAD_REQUEST"
    status: ClassVar[int] = 400
    retryable: ClassVar[bool] = False
    zh: ClassVar[str] = "请求无效"
    en: ClassVar[str] = "Bad request"

    def __init__(self, detail: str | None = None, **data: Any) -> None:
        super().__init__(detail or self.en)
        self.detail = detail
        self.data = data

    def message(self, locale: Locale) -> str:
        return self.detail or (self.en if locale == "en" else self.zh)


class BadUserInput(RequestError):
    code = "BAD_USER_INPUT"
    zh = "输入内容格式不正确"
    en = "The input is malformed"


class Unauthenticated(RequestError):
    code, status = "UNAUTHENTICATED", 401
    zh = "请先登录"
    en = "Sign in first"


class Forbidden(RequestError):
    code, status = "FORBIDDEN", 403
    zh = "没有权限"
    en = "Not allowed"


class StepUpRequired(RequestError):
    code, status = "STEP_UP_REQUIRED", 403
    zh = "请再次验证身份后继续"
    en = "Confirm your identity again to continue"


class ScreenLocked(RequestError):
    code, status = "SCREEN_LOCKED", 403
    zh = "屏幕已锁定，请输入 PIN 码"
    en = "The screen is locked; enter your PIN"


class RateLimited(RequestError):
    code, status, retryable = "RATE_LIMITED", 429, True
    zh = "操作过于频繁，请稍后再试"
    en = "Too many requests; try again later"


class Unavailable(RequestError):
    code, status, retryable = "UNAVAILABLE", 503, True
    zh = "系统繁忙，请稍后再试"
    en = "Busy; try again later"


class TimedOut(RequestError):
    code, status, retryable = "TIMEOUT", 503, True
    zh = "请求超时"
    en = "The request took too long"
