"""What was carried out, as lines of JSON in a file, so that the books outlive the process."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


class Journal:
    """Appends instructions; without a file it keeps nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def lines(self) -> Iterator[Any]:
        """Everything written before; a last line that a crash cut short is dropped for good."""
        if self._path is None or not self._path.exists():
            return
        whole, _, cut_short = self._path.read_bytes().rpartition(b"\n")
        if cut_short:
            self._path.write_bytes(whole + b"\n" if whole else b"")
        for line in whole.splitlines():
            yield json.loads(line)

    def append(self, body: Any) -> None:
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.write(json.dumps(body, separators=(",", ":")).encode() + b"\n")
