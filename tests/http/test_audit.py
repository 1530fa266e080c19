"""The public audit suite of the GraphQL-over-HTTP specification (npm graphql-http), run as an integrator."""

import fcntl
import json
import subprocess
from collections import Counter
from pathlib import Path

import pytest

AUDIT = Path(__file__).parent / "audit"


@pytest.fixture(scope="module")
def suite() -> Path:
    """The suite's script, with its locked packages installed beside it."""
    lock, installed = AUDIT / "package-lock.json", AUDIT / "node_modules" / ".package-lock.json"
    with lock.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)  # test processes side by side install once
        if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
            command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
            subprocess.run(command, cwd=AUDIT, check=True, capture_output=True, timeout=300)
    return AUDIT / "audit.mjs"


def test_all_61_audits_pass(server: str, suite: Path) -> None:
    command = ["node", str(suite), server, "integrator"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    results = json.loads(done.stdout)
    assert [result for result in results if result["status"] != "ok"] == []
    assert Counter(result["status"] for result in results) == {"ok": 61}


def test_the_suite_finds_faults(server: str, suite: Path) -> None:
    """Without credentials most audits fail: the green run above says something."""
    command = ["node", str(suite), server, "forged"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    statuses = Counter(result["status"] for result in json.loads(done.stdout))
    assert statuses["error"] > 5
