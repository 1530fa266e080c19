"""`scripts/test-programs` on machines that lack something: stand-in programs on the PATH, nothing installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "test-programs"
PRESENT = {"chromium": "", "pdfsig": "", "certutil": "", "fc-list": "echo 'Noto Sans CJK SC'"}


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A machine that has everything; its folder of programs, and `installed` once apt-get has been called."""
    for name, script in PRESENT.items():
        program(tmp_path, name, script)
    program(tmp_path, "apt-get", f'echo "$@" >>{tmp_path}/installed')
    program(tmp_path, "id", "echo 0")
    return tmp_path


def program(machine: Path, name: str, script: str) -> None:
    file = machine / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def run(machine: Path) -> subprocess.CompletedProcess[str]:
    command = [shutil.which("sh") or "", str(SCRIPT)]
    return subprocess.run(command, env={"PATH": str(machine)}, capture_output=True, text=True, check=False)


def test_nothing_is_installed_where_everything_is(machine: Path) -> None:
    done = run(machine)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (machine / "installed").exists()


@pytest.mark.parametrize(
    ("absent", "package"),
    [
        ("chromium", "chromium"),
        ("pdfsig", "poppler-utils"),
        ("certutil", "libnss3-tools"),
        ("fc-list", "fontconfig fonts-noto-cjk"),
    ],
)
def test_only_what_is_absent_is_installed(machine: Path, absent: str, package: str) -> None:
    (machine / absent).unlink()
    done = run(machine)
    assert (done.returncode, done.stdout) == (0, f"Installing for the tests: {package}\n")
    calls = (machine / "installed").read_text().splitlines()
    assert calls == ["update -qq", f"install -y -qq --no-install-recommends {package}"]


def test_another_chromium_and_fonts_without_chinese(machine: Path) -> None:
    (machine / "chromium").rename(machine / "google-chrome")
    program(machine, "fc-list", "exit 0")
    assert run(machine).stdout == "Installing for the tests: fonts-noto-cjk\n"


def test_without_root_the_missing_programs_are_named(machine: Path) -> None:
    program(machine, "id", "echo 1000")
    (machine / "chromium").unlink()
    (machine / "pdfsig").unlink()
    done = run(machine)
    assert done.returncode == 1
    assert "apt-get install chromium poppler-utils)" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (machine / "installed").exists()


def test_a_failing_installation_is_said_in_a_sentence(machine: Path) -> None:
    program(machine, "apt-get", "echo 'E: no network' >&2; exit 100")
    (machine / "certutil").unlink()
    done = run(machine)
    assert done.returncode == 1
    assert done.stderr == "E: no network\napt-get could not install libnss3-tools: the lines above say why.\n"
