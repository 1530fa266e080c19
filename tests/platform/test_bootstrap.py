"""`scripts/bootstrap` on machines that lack something: stand-in programs on the PATH, nothing installed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The files that the bootstrap reads, and an empty folder `bin` that will be the PATH."""
    for name in ("scripts/bootstrap", "backend/pyproject.toml", "backend/requirements.lock"):
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, target)
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("cat", "cksum", "dirname"):
        programs.joinpath(name).symlink_to(shutil.which(name) or "")
    return tmp_path


def program(clone: Path, name: str, script: str) -> None:
    file = clone / "bin" / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def bootstrap(clone: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["/bin/sh", str(clone / "scripts" / "bootstrap")],
        env={"PATH": str(clone / "bin"), "HOME": os.environ.get("HOME", "/")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_machine_without_git_is_told_so(clone: Path) -> None:
    done = bootstrap(clone)
    assert (done.returncode, done.stderr) == (1, "git is missing: install it (for example: apt-get install git).\n")


def test_a_name_on_the_path_that_does_not_run_or_is_too_old_is_no_python(clone: Path) -> None:
    program(clone, "git", "exit 0")
    program(clone, "python3.13", "echo 'pyenv: python3.13: command not found' >&2; exit 127")
    program(clone, "python3", "exit 1")
    done = bootstrap(clone)
    assert done.returncode == 1
    assert done.stderr.startswith("No Python 3.11 or newer was found: install one")
    assert len(done.stderr.splitlines()) == 1


def test_the_newest_python_that_runs_is_taken_and_a_missing_venv_module_named(clone: Path) -> None:
    program(clone, "git", "exit 0")
    program(clone, "python3.13", "exit 127")
    program(clone, "python3.12", 'case "$1" in --version) echo Python 3.12.0;; -m) exit 1;; *) exit 0;; esac')
    program(clone, "python3", f'exec {sys.executable} "$@"')
    done = bootstrap(clone)
    assert done.returncode == 1
    assert "Making .venv with Python 3.12.0" in done.stdout
    assert done.stderr == "Python's venv module is missing: install it (for example: apt-get install python3-venv).\n"


def test_nothing_is_installed_while_the_lock_is_the_same(clone: Path) -> None:
    program(clone, "git", "exit 0")
    python = clone / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text("#!/bin/sh\nexit 99\n")
    python.chmod(0o755)
    files = [clone / name for name in ("scripts/bootstrap", "backend/pyproject.toml", "backend/requirements.lock")]
    content = b"".join(file.read_bytes() for file in files)
    stamp = subprocess.run(["cksum"], input=content, capture_output=True, check=True).stdout.decode().strip()
    (clone / ".venv" / "bootstrapped").write_text(stamp)
    done = bootstrap(clone)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_web_admin_asks_for_node(clone: Path) -> None:
    test_nothing_is_installed_while_the_lock_is_the_same(clone)
    (clone / "frontend" / "src").mkdir(parents=True)
    (clone / "frontend" / "src" / "main.tsx").touch()
    done = bootstrap(clone)
    assert (done.returncode, "The web admin needs Node.js 20.19 or newer" in done.stderr) == (1, True)
