"""A database says by what code it was prepared: a second start does nothing again."""

import asyncio
from pathlib import Path

import pytest

from prepaid.launcher import prepared
from prepaid.launcher.prepared import fingerprint, is_prepared, mark_prepared
from prepaid.launcher.run import _prepare


@pytest.fixture
def code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of the code that is looked at."""
    monkeypatch.setattr(prepared, "BACKEND", tmp_path)
    file = tmp_path / "prepaid" / "seed.py"
    file.parent.mkdir()
    file.write_text("1")
    return file


def test_what_the_code_has_done_it_does_not_do_again(fresh_database: str, code: Path) -> None:
    done: list[str] = []
    steps = [("Migrations", lambda _: done.append("migrated")), ("Demo data", lambda _: done.append("filled"))]
    _prepare(fresh_database, steps)
    _prepare(fresh_database, steps)
    assert done == ["migrated", "filled"]
    code.write_text("22")
    _prepare(fresh_database, steps)
    assert len(done) == 4


def test_a_preparation_that_failed_is_tried_again(fresh_database: str, code: Path) -> None:
    def fail(_: str) -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        _prepare(fresh_database, [("Migrations", fail)])
    assert not asyncio.run(is_prepared(fresh_database, fingerprint()))


def test_the_mark_goes_where_the_database_goes(fresh_database: str) -> None:
    asyncio.run(mark_prepared(fresh_database, "abc"))
    assert asyncio.run(is_prepared(fresh_database, "abc"))
    assert not asyncio.run(is_prepared(fresh_database, "abd"))


def test_other_files_do_not_matter(code: Path) -> None:
    before = fingerprint()
    (code.parent / "notes.txt").write_text("x")
    (code.parent / "__pycache__").mkdir()
    (code.parent / "__pycache__" / "seed.cpython-311.pyc").write_text("x")
    assert fingerprint() == before
