"""Log lines: structured, with the request's id and actor, and without the values people typed in.

GraphQL variables, documents and database values never belong in a log: what an exception of the database
quotes of a row is cut off, and fields with telling names are hidden whatever was put into them.
"""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any, Final

import structlog
from structlog.typing import Processor

from prepaid.core.settings import Settings

HIDDEN: Final = frozenset(
    {"authorization", "cookie", "email", "id_number", "password", "phone", "query", "secret", "token", "variables"}
)
_ROW_VALUES = re.compile(r"(?m)^\s*(?:DETAIL:|\[parameters:|\[SQL:).*$\n?")


def configure(settings: Settings) -> None:
    """Send the lines of structlog and of the standard library to standard error in one format."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        hide_values,
    ]
    last: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if settings.log_json
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared, processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last]
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(settings.log_level)


def hide_values(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Processor for structlog: hide fields by name, and cut what an exception quotes of a row or a statement."""
    for name in line:
        if name in HIDDEN:
            line[name] = "[hidden]"
    if isinstance(line.get("exception"), str):
        line["exception"] = _ROW_VALUES.sub("", line["exception"])
    return line
