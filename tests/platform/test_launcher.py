"""What is asked before anything starts, and the answers people get."""

import socket
from pathlib import Path

import pytest
from starlette.applications import Starlette

from prepaid.core.databases import ensure_database, require_server, with_database
from prepaid.core.setup_error import SetupError
from prepaid.launcher.ports import require_free_port
from prepaid.launcher.readiness import wait_until_ready
from tests.support.postgres import PostgresServer


def test_a_taken_port_names_the_setting_that_moves_the_server() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SetupError, match=rf"127\.0\.0\.1:{port} .*stop the program .* or set PREPAID_PORT"):
            require_free_port("127.0.0.1", port, "PREPAID_PORT")
    require_free_port("127.0.0.1", port, "PREPAID_PORT")
