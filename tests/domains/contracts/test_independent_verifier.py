"""Poppler's verifier, which knows nothing of us but the root certificate, in a certificate store made for it."""

import subprocess
from pathlib import Path

import pytest

from prepaid.domains.contracts.commands.signing_service import root_certificate
from tests.domains.contracts.test_verify_document import _changed, _with_page_added
from tests.domains.contracts.world import World

VALID, TRUSTED = "Signature Validation: Signature is Valid.", "Certificate Validation: Certificate is Trusted."
UNTRUSTED = "Certificate Validation: Certificate issuer is unknown."
WHOLE = "Total document signed"


def run(*command: str) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    )
    return done.stdout + done.stderr


async def store_with_root(world: World, folder: Path) -> Path:
    """A fresh NSS store that trusts the platform's root."""
    async with world.db.write() as tx:
        root = await root_certificate(tx)
    assert root is not None
    folder.mkdir()
    (folder / "root.der").write_bytes(root)
    store = f"sql:{folder}"
    run("certutil", "-N", "-d", store, "--empty-password")
    assert run("certutil", "-A", "-d", store, "-n", "root", "-t", "CT,CT,CT", "-i", str(folder / "root.der")) == ""
    return folder


def pdfsig(store: Path, file: Path, content: bytes) -> list[str]:
    """What it says of each signature."""
    file.write_bytes(content)
    return run("pdfsig", "-nssdir", f"sql:{store}", str(file)).split("Signature #")[1:]


async def test_both_signatures_are_valid_and_trusted(world: World, tmp_path: Path) -> None:
    _, content = await world.in_force()
    found = pdfsig(await store_with_root(world, tmp_path / "nss"), tmp_path / "contract.pdf", content)
    assert len(found) == 2
    for each in found:
        assert VALID in each
        assert TRUSTED in each
    assert WHOLE in found[-1]


async def test_without_our_root_it_trusts_nobody(world: World, tmp_path: Path) -> None:
    _, content = await world.in_force()
    (tmp_path / "nss").mkdir()
    run("certutil", "-N", "-d", f"sql:{tmp_path / 'nss'}", "--empty-password")
    for each in pdfsig(tmp_path / "nss", tmp_path / "contract.pdf", content):
        assert VALID in each
        assert TRUSTED not in each


@pytest.mark.parametrize("place", [200, None], ids=["head", "quarter"])
async def test_it_reports_one_changed_byte(world: World, tmp_path: Path, place: int | None) -> None:
    _, content = await world.in_force()
    altered = _changed(content, place or len(content) // 4)
    found = pdfsig(await store_with_root(world, tmp_path / "nss"), tmp_path / "altered.pdf", altered)
    assert all(VALID not in each for each in found)


async def test_it_reports_a_page_that_was_added_after_signing(world: World, tmp_path: Path) -> None:
    _, content = await world.in_force()
    found = pdfsig(await store_with_root(world, tmp_path / "nss"), tmp_path / "longer.pdf", _with_page_added(content))
    assert all(WHOLE not in each for each in found)
