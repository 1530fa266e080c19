"""The README says what is so."""

import re
from pathlib import Path

from prepaid.cli import app
from prepaid.core.settings import Settings
from prepaid.launcher.configuration import TABLE, markdown_table

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text()


def test_the_configuration_table_is_current() -> None:
    found = TABLE.search(README)
    assert found is not None
    assert found[0] == markdown_table(), "run `prepaid settings`"
    assert all(field.description for field in Settings.model_fields.values())


def test_the_paths_of_the_map_exist() -> None:
    paths = re.findall(r"^\| `([^`]+/|[\w./]+\.\w+)`", README, re.MULTILINE)
    assert len(paths) > 8
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_commands_it_names_exist() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"make ([a-z-]+)", README)) - {"sure"}
    assert [target for target in targets if not re.search(rf"^{target}:.*## ", makefile, re.MULTILINE)] == []
    commands = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
    assert set(re.findall(r"`prepaid ([a-z-]+)", README)) <= commands


def test_no_default_of_a_secret_is_shown() -> None:
    rows = [row for row in markdown_table().splitlines() if re.search(r"_(KEYS?|PASSWORD|SECRET)` ", row)]
    assert len(rows) >= 5
    assert {row.split(" | ")[1] for row in rows} == {"one for development", "–"}
