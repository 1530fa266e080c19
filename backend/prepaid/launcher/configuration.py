"""The settings as a table for people; the README carries it."""

import re
from pathlib import Path

from pydantic import SecretStr

from prepaid.core.settings import Settings

TABLE = re.compile(r"(?<=<!-- settings -->\n).*?(?=<!-- /settings -->)", re.DOTALL)


def markdown_table() -> str:
    """Every setting: environment variable, default, meaning."""
    rows = ["| variable | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = _shown(field.get_default(call_default_factory=True, validated_data={}))
        rows.append(f"| `PREPAID_{name.upper()}` | {default} | {field.description} |")
    return "\n".join(rows) + "\n"


def write_table(readme: Path) -> None:
    """Put the current table between the marks `<!-- settings -->` and `<!-- /settings -->`."""
    readme.write_text(TABLE.sub(lambda _: markdown_table(), readme.read_text()))


def _shown(default: object) -> str:
    if default is None:
        return "–"
    if isinstance(default, SecretStr):
        return "one for development"
    return f"`{str(default).lower() if isinstance(default, bool) else default}`"
