"""The test set-up itself: the closing line, databases of one's own, and what a killed run leaves."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from prepaid.core.revisions import head_revision

ROOT = Path(__file__).parents[2]


def inner_run(folder: Path, test: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run pytest in a process of its own, with its own temporary folder, on one file."""
    (folder / "test_inner.py").write_text(test)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "PREPAID_TEST"))}
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pytest.ini"), f"--rootdir={ROOT}"]
    plugins = ["-p", "tests.support.postgres", "-p", "tests.support.closing_line", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*command, *plugins, *options, str(folder / "test_inner.py")],
        cwd=ROOT,
        env=kept | {"TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("options", [[], ["-n", "2"]])
def test_a_run_ends_with_its_counts_and_fails_with_its_failures(tmp_path: Path, options: list[str]) -> None:
    test = (
        "import pytest\n"
        "def test_good(): pass\n"
        "def test_bad(): assert False\n"
        "@pytest.fixture\n"
        "def broken(): raise ValueError\n"
        "def test_error(broken): pass\n"
        "@pytest.mark.skip\n"
        "def test_later(): pass\n"
    )
    done = inner_run(tmp_path, test, *options)
    assert done.stdout.splitlines()[-1] == "1 passed, 2 failed, 1 skipped"
    assert done.returncode == 1


def test_a_run_that_passes_ends_with_zero_failed(tmp_path: Path) -> None:
    done = inner_run(tmp_path, "def test_good(): pass\n")
    assert (done.stdout.splitlines()[-1], done.returncode) == ("1 passed, 0 failed", 0)


def test_a_fresh_database_is_migrated_and_nobody_else_s(fresh_database: str, database: str) -> None:
    with psycopg.connect(fresh_database) as mine, psycopg.connect(database) as shared:
        mine.execute("CREATE TABLE only_here ()")
        mine.commit()
        for connection in (mine, shared):
            assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (head_revision(),)
        assert shared.execute("SELECT to_regclass('only_here')").fetchone() == (None,)


def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path: Path) -> None:
    killed = inner_run(
        tmp_path,
        "import os\n"
        "def test_dies(postgres):\n"
        "    print(postgres.embedded.pid(), flush=True)\n"
        "    os.kill(os.getpid(), 9)\n",
        "-s",
    )
    assert killed.returncode == -9
    pid = int(killed.stdout.split()[-1])
    assert Path(f"/proc/{pid}").exists()
    left = next(tmp_path.glob("prepaid-tests-*"))
    assert len(list(left.iterdir())) == 1

    assert inner_run(tmp_path, "def test_good(): pass\n").returncode == 0
    assert list(left.iterdir()) == []
    state = Path(f"/proc/{pid}/stat")
    assert not state.exists() or state.read_text().split(") ")[1][0] in "ZX"
