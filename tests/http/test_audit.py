"""The public audit suite of the GraphQL-over-HTTP specification (npm graphql-http), run as an integrator."""

import json
import subprocess
from collections import Counter
from pathlib import Path


def test_all_61_audits_pass(server: str, audit_script: Path) -> None:
    command = ["node", str(audit_script), server, "integrator"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    results = json.loads(done.stdout)
    assert [result for result in results if result["status"] != "ok"] == []
    assert Counter(result["status"] for result in results) == {"ok": 61}


def test_the_suite_finds_faults(server: str, audit_script: Path) -> None:
    """Without credentials most audits fail: the green run above says something."""
    command = ["node", str(audit_script), server, "forged"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    statuses = Counter(result["status"] for result in json.loads(done.stdout))
    assert statuses["error"] > 5
