"""`prepaid schema`: the file beside the code, and the clients that are out there."""

from datetime import date
from pathlib import Path

import pytest
from graphql import build_schema

from prepaid.core.setup_error import SetupError
from prepaid.launcher import schema_files
from prepaid.launcher.schema_files import check_schema, release_schema, write_schema

TODAY = date(2026, 11, 22)
WIDE = build_schema("type Query { card: String, price: Int }")
NARROW = build_schema("type Query { card: String }")


def test_a_file_that_is_missing_or_old_is_refused_until_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema_files, "released_documents", tuple)  # those of this product are of another schema
    for schema in (NARROW, WIDE):
        with pytest.raises(SetupError, match="run `make schema`"):
            check_schema(schema, tmp_path, TODAY)
        write_schema(schema, tmp_path)
        assert "schema.graphql is current" in check_schema(schema, tmp_path, TODAY)


def test_what_was_released_may_not_go(tmp_path: Path) -> None:
    write_schema(WIDE, tmp_path)
    release_schema(tmp_path, TODAY)
    write_schema(NARROW, tmp_path)
    with pytest.raises(SetupError, match=r"breaks clients.*Query\.price"):
        check_schema(NARROW, tmp_path, TODAY)
    with pytest.raises(SetupError, match="breaks clients"):
        release_schema(tmp_path, TODAY)
