"""Requests that HTTP itself refuses at `/graphql`; each is answered as a GraphQL error with its status."""

from prepaid.core.errors import RequestError


class MalformedRequest(RequestError):
    """The body or the query string is no GraphQL request."""

    code = "MALFORMED_REQUEST"
    zh = "请求内容格式不正确"
    en = "The request is malformed"


class MethodNotAllowed(RequestError):
    """This caller, or this operation, does not come by this method."""

    code, status = "METHOD_NOT_ALLOWED", 405
    zh = "不支持该请求方法"
    en = "This method is not supported here"


class NotAcceptable(RequestError):
    """No acceptable media type of the answer."""

    code, status = "NOT_ACCEPTABLE", 406
    zh = "不支持所要求的响应格式"
    en = "Answers are application/graphql-response+json or application/json"


class BodyTooSlow(RequestError):
    """The body did not arrive in time."""

    code, status, retryable = "BODY_TOO_SLOW", 408, True
    zh = "请求内容传输超时"
    en = "The body arrived too slowly"


class BodyTooLarge(RequestError):
    """The body exceeds the limit, which the answer names."""

    code, status = "BODY_TOO_LARGE", 413
    zh = "请求内容过大"
    en = "The body is too large"


class UnsupportedMediaType(RequestError):
    """The body is not declared as JSON."""

    code, status = "UNSUPPORTED_MEDIA_TYPE", 415
    zh = "请求类型必须为 application/json"
    en = "Content-Type must be application/json"


class ForeignOrigin(RequestError):
    """A browser sends this from a site that is not ours, or without the header that only our pages set."""

    code, status = "FOREIGN_ORIGIN", 403
    zh = "请求来源不被允许"
    en = "Requests from this origin are not accepted"
