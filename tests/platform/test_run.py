"""`prepaid run` whole: from an empty folder to a server that answers, and back to nothing."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from prepaid.core.embedded_postgres import EmbeddedPostgres
from prepaid.seed import DEMO_ACCOUNTS

READY = "Ctrl-C stops everything"
ADMIN = "<!doctype html><title>the admin</title>"

pytestmark = pytest.mark.slow


class Run:
    """A running `prepaid run` on ports and a data folder of its own."""

    def __init__(self, data_dir: Path) -> None:
        self.port, sandbox_port = free_ports(2)
        self.data_dir = data_dir
        admin = data_dir.with_name("admin")
        admin.mkdir(exist_ok=True)
        (admin / "index.html").write_text(ADMIN)
        kept = {name: value for name, value in os.environ.items() if "DATABASE_URL" not in name}
        own = {
            "PREPAID_DATA_DIR": data_dir,
            "PREPAID_PORT": self.port,
            "PREPAID_SANDBOX_PORT": sandbox_port,
            "PREPAID_ADMIN_DIR": admin,
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", "prepaid.cli", "run"],
            env={**kept, "NO_COLOR": "1", "COLUMNS": "200"} | {name: str(value) for name, value in own.items()},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.output = ""

    def read_until(self, text: str) -> None:
        """Read its output up to the line with `text`; fails with the output if it ends before."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line
            if text in line:
                return
        pytest.fail(f"it ended without {text!r}:\n{self.output}")

    def finish(self) -> int:
        """Read the rest and wait for its end."""
        rest, _ = self.process.communicate(timeout=90)
        self.output += rest
        return self.process.returncode

    def children(self) -> dict[str, int]:
        """Process ids by command."""
        pid = self.process.pid
        pids = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        return {Path(f"/proc/{child}/cmdline").read_text().split("\0")[3]: child for child in pids}


@pytest.fixture(scope="module")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this module's runs, empty before the first."""
    return tmp_path_factory.mktemp("run") / "data"


@pytest.fixture
def run(data_dir: Path) -> Iterator[Run]:
    run = Run(data_dir)
    yield run
    if run.process.poll() is None:
        run.process.terminate()
        run.finish()


def free_ports(count: int) -> list[int]:
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


def test_it_starts_from_nothing_and_a_second_time_with_nothing_to_prepare(run: Run) -> None:
    run.read_until(READY)
    assert "Demo data" in run.output
    run.process.terminate()
    assert run.finish() == 0, run.output
    second = Run(run.data_dir)
    try:
        second.read_until(READY)
        assert "Migrations" not in second.output
        assert "Demo data" not in second.output
        assert httpx.get(f"http://127.0.0.1:{second.port}/readyz", trust_env=False).status_code == 200
    finally:
        second.process.terminate()
        second.finish()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_who_may_sign_in_and_leaves_nothing_running(run: Run, number: signal.Signals) -> None:
    run.read_until(READY)
    address = f"http://127.0.0.1:{run.port}"
    assert httpx.get(f"{address}/readyz", trust_env=False).status_code == 200
    said = "\n".join(line for line in run.output.splitlines() if "│" not in line)
    assert re.findall(r"https?://\S+", said) == [address], "one address, and nothing else to open"
    assert httpx.get(address, trust_env=False).text == ADMIN
    assert httpx.get(f"{address}/graphql", trust_env=False).status_code == 405, "GraphQL, not a page of the admin"
    for _, login, password, _ in DEMO_ACCOUNTS:
        assert login in run.output
        assert password in run.output

    run.process.send_signal(number)
    assert run.finish() == 0, run.output
    assert EmbeddedPostgres(run.data_dir).pid() is None
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://127.0.0.1:{run.port}/readyz", trust_env=False)
    assert "Traceback" not in run.output


def test_a_process_that_dies_ends_everything_with_its_last_lines(run: Run) -> None:
    run.read_until(READY)
    os.kill(run.children()["worker"], signal.SIGKILL)
    assert run.finish() == 1
    assert "worker ended with signal SIGKILL; the others have been stopped" in run.output
    assert EmbeddedPostgres(run.data_dir).pid() is None


def test_a_second_one_beside_it_says_that_the_port_is_taken(run: Run) -> None:
    run.read_until(READY)
    environment = os.environ | {"PREPAID_DATA_DIR": str(run.data_dir), "PREPAID_PORT": str(run.port)}
    second = subprocess.run(
        [sys.executable, "-m", "prepaid.cli", "run"], env=environment, capture_output=True, text=True, check=False
    )
    assert second.returncode == 1
    assert re.search(rf"127\.0\.0\.1:{run.port} .*stop the program .* or set PREPAID_PORT", second.stderr)
    assert len(second.stderr.strip().splitlines()) == 1
