"""uvicorn as this product runs it."""

import uvicorn

from prepaid.core.settings import settings
from prepaid.launcher.ports import require_free_port

GRACE_SECONDS = 30
KEEP_ALIVE_SECONDS = 65
"""Longer than the usual 60 s of a balancer, which so never writes into a connection that is being closed."""
WEBSOCKET_MAX_BYTES = 1024 * 1024


def serve_http(factory: str, *, host: str, port: int, workers: int = 1, port_variable: str = "PREPAID_PORT") -> None:
    """Serve the ASGI application that `factory` ("module:function") makes, until SIGTERM or SIGINT.

    Requests in flight get 30 seconds. Above the setting `concurrency_limit` the answer is 503.
    Logs go through the application's own logging, and the application itself decides which proxies it believes.

    Raises:
        SetupError: the port is taken; `port_variable` is the setting that moves it.
    """
    require_free_port(host, port, port_variable)
    uvicorn.run(
        factory,
        factory=True,
        host=host,
        port=port,
        workers=workers,
        loop="uvloop",
        http="httptools",
        ws="websockets-sansio",
        ws_max_size=WEBSOCKET_MAX_BYTES,
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=settings().concurrency_limit,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
