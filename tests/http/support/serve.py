"""A server process for tests that look at it from outside: `python -m tests.http.support.serve <database url>`.

Prints its port, and stops when its standard input ends.
"""

import asyncio
import contextlib
import socket
import sys
from collections.abc import AsyncIterator

import uvicorn
import uvloop
from starlette.applications import Starlette
from starlette.routing import Mount

from prepaid.core.database import Database
from tests.http.support.app import app_settings, build


async def serve(url: str) -> None:
    database = Database(url)
    settings = app_settings(rate_limit_cost_per_minute=10**9)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await database.open()
        yield
        await database.close()

    app = Starlette(routes=[Mount("/", build(database, settings=settings))], lifespan=lifespan)
    config = uvicorn.Config(app, http="httptools", ws="websockets-sansio", log_config=None, access_log=False)
    server = uvicorn.Server(config)
    listener = socket.create_server(("127.0.0.1", 0))
    sys.stdout.write(f"{listener.getsockname()[1]}\n")
    sys.stdout.flush()
    asyncio.get_running_loop().add_reader(sys.stdin, lambda: setattr(server, "should_exit", True))
    await server.serve(sockets=[listener])


if __name__ == "__main__":
    uvloop.run(serve(sys.argv[1]))
