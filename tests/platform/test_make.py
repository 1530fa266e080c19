"""The make targets and the CI script."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from prepaid.launcher import run

ROOT = Path(__file__).parents[2]


def test_help_lists_every_target_that_people_need() -> None:
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    listed = set(re.findall(r"make ([a-z-]+)", done.stdout))
    assert {"run", "test", "test-fast", "test-faults", "check", "schema", "seed", "verify", "bench", "help"} <= listed


@pytest.mark.parametrize(
    ("failing", "called", "code"), [("none", "check test", 0), ("check", "check", 3), ("test", "check test", 3)]
)
def test_ci_checks_then_tests_and_fails_with_the_first_failure(
    tmp_path: Path, failing: str, called: str, code: int
) -> None:
    make = tmp_path / "make"
    make.write_text(f'#!/bin/sh\necho "$1" >>{tmp_path}/called\n[ "$1" != {failing} ] || exit 3\n')
    make.chmod(0o755)
    done = subprocess.run(["bash", ROOT / ".ci/run"], env={"PATH": f"{tmp_path}:{os.environ['PATH']}"}, check=False)
    assert (" ".join((tmp_path / "called").read_text().split()), done.returncode) == (called, code)


def test_a_failing_check_fails_make(tmp_path: Path) -> None:
    done = subprocess.run(
        ["make", "check-unused", f"BIN={tmp_path}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2


@pytest.mark.parametrize("drifted", [False, True], ids=["current", "drifted"])
def test_types_that_are_not_what_the_schema_says_fail_the_check(tmp_path: Path, drifted: bool) -> None:
    schema = (ROOT / "schema.graphql").read_text()
    if drifted:
        schema = re.sub(r"(?<=\nenum TaskState \{)", '\n  """Nobody has generated this"""\n  PAUSED\n', schema)
        assert "PAUSED" in schema
    given = tmp_path / "schema.graphql"
    given.write_text(schema)
    done = subprocess.run(
        ["npm", "run", "--silent", "codegen:check"],
        cwd=ROOT / "frontend",
        env=os.environ | {"PREPAID_SCHEMA": str(given)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode != 0) == drifted, done.stdout + done.stderr
    assert ("src/gql/gen/graphql.ts" in done.stdout + done.stderr) == drifted
    assert "codegen:check" in (ROOT / "Makefile").read_text()


def test_the_server_serves_the_web_admin_once_it_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "FRONTEND", tmp_path)
    for built in (False, True):
        if built:
            (tmp_path / "dist").mkdir()
            (tmp_path / "dist" / "index.html").write_text("<!doctype html>")
        specs = run.children("postgresql://a/b", "http://127.0.0.1:1")
        assert [spec.name for spec in specs] == ["sandbox", "server", "worker"]
        folder = str(tmp_path / "dist") if built else None
        assert {spec.environment.get("PREPAID_ADMIN_DIR") for spec in specs} == {folder}
        assert {spec.environment.get("PREPAID_PUBLIC_URL") for spec in specs} == {"http://127.0.0.1:1"}


def test_the_product_s_processes_do_not_get_the_administrator_s_login() -> None:
    for spec in run.children("postgresql://prepaid_app:x@127.0.0.1/prepaid", "http://127.0.0.1:1")[:3]:
        assert spec.environment["PREPAID_DATABASE_URL"] == "postgresql://prepaid_app:x@127.0.0.1/prepaid"
