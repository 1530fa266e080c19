"""Functions, methods, classes, imports and arguments that nothing uses; exit code 1 if there are any.

Fields of data classes, columns, enum members and settings are declarations: what reads them is a library.
What frameworks call is named in backend/pyproject.toml ([tool.vulture]).
"""

import tomllib
from pathlib import Path

from vulture import Vulture

ROOT = Path(__file__).parents[1]
DECLARATIONS = {"attribute", "variable"}
CERTAIN = 100


def main() -> int:
    """Print each finding as `path:line: text`."""
    configuration = tomllib.loads((ROOT / "backend" / "pyproject.toml").read_text())["tool"]["vulture"]
    vulture = Vulture(ignore_names=configuration["ignore_names"], ignore_decorators=configuration["ignore_decorators"])
    vulture.scavenge([ROOT / path for path in configuration["paths"]], exclude=configuration["exclude"])
    findings = [
        item
        for item in vulture.get_unused_code(min_confidence=60)
        if item.typ not in DECLARATIONS or item.confidence == CERTAIN
    ]
    for item in findings:
        print(f"{Path(item.filename).relative_to(ROOT)}:{item.first_lineno}: {item.message}")
    return 1 if findings else 0


if __name__ == "__main__":
    raise SystemExit(main())
