"""Errors as they go out: coded, in the caller's language, and nothing of ours in them."""

from collections.abc import Iterable, Mapping
from typing import Any

import asyncpg
import structlog
from graphql import GraphQLError

from prepaid.core.database import sqlstate
from prepaid.core.errors import BadUserInput, Locale, Refusal, RequestError, TimedOut, Unavailable
from prepaid.graph.plan.denied import Notice

log = structlog.get_logger(__name__)

QUERY_CANCELED = "57014"
NOT_NOW = {"25P02", "53300", "55P03", "57P01", "57P02", "57P03"}
"""SQLSTATEs of a database that goes down, is full, or has given up this transaction (beside class 08)."""


def error_entry(error: BaseException, locale: Locale, trace_id: str, path: Iterable[Any] = ()) -> dict[str, Any]:
    """One entry of `errors`. What nobody foresaw is logged and told as INTERNAL with the trace id."""
    origin = error.original_error or error if isinstance(error, GraphQLError) else error
    if isinstance(error, GraphQLError) and error.path is not None:
        path = error.path
    entry: dict[str, Any] = {"message": "", "path": list(path)}
    if not entry["path"]:
        del entry["path"]
    known = _known(origin)
    if isinstance(known, RequestError):
        entry["message"] = known.message(locale)
        entry["extensions"] = {"code": known.code, "retryable": known.retryable, "traceId": trace_id, **known.data}
    elif isinstance(known, Refusal):
        entry["message"] = known.message(locale)
        entry["extensions"] = {"code": known.code, "retryable": False, "traceId": trace_id}
    else:
        log.error("operation_failed", trace_id=trace_id, path=entry.get("path"), exc_info=origin)
        entry["message"] = "Internal error" if locale == "en" else "系统错误，请稍后再试"
        entry["extensions"] = {"code": "INTERNAL", "retryable": True, "traceId": trace_id}
    return entry


def notice_entry(notice: Notice, locale: Locale, trace_id: str) -> dict[str, Any]:
    """What a plan decided the caller may not see."""
    return error_entry(notice.error, locale, trace_id, notice.path)


def failed_transaction(error: BaseException) -> bool:
    """Whether the transaction is lost, or there is none to be had: nothing more can be read in it."""
    return isinstance(error, asyncpg.PostgresError | asyncpg.InterfaceError | OSError | Unavailable)


def _known(error: BaseException) -> BaseException | None:
    if isinstance(error, RequestError | Refusal):
        return error
    state = sqlstate(error) or ""
    if state == QUERY_CANCELED or isinstance(error, TimeoutError):
        return TimedOut()
    if state in NOT_NOW or state.startswith("08") or isinstance(error, ConnectionError):
        return Unavailable()
    if isinstance(error, GraphQLError):
        # Raised by graphql-core itself: arguments or variables that do not fit.
        return BadUserInput(error.message)
    return None


def user_errors(refusal: Refusal, locale: Locale) -> dict[str, Any]:
    """A refusal as the fields of a `UserError`."""
    data: Mapping[str, Any] | None = dict(refusal.data) or None
    return {
        "code": refusal.code,
        "message": refusal.message(locale),
        "path": list(refusal.path) or None,
        "data": data,
    }
