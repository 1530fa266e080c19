"""The product's server with the till beside it: `uvicorn --factory tests.faults.server:create_app`."""

from starlette.types import ASGIApp, Receive, Scope, Send

from prepaid.app import create_app as create_product
from tests.faults.till import Till


def create_app() -> ASGIApp:
    product, till = create_product(), Till()

    async def both(scope: Scope, receive: Receive, send: Send) -> None:
        at_the_till = scope["type"] == "http" and scope["path"].startswith("/till/")
        await (till.app if at_the_till else product)(scope, receive, send)

    return both
