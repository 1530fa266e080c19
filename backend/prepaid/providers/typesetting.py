"""Typesetting PDF files and pictures with Typst, in fonts that come with the product."""

from collections.abc import Mapping
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Literal

import anyio.to_thread
import orjson
import pylopdf_fonts_zh_cn
import typst

FONTS: Final = Path(pylopdf_fonts_zh_cn.sans_path()).parent
"""Noto Sans SC and Noto Serif SC (Open Font License)."""
PNG_POINTS_PER_INCH: Final = 300.0


class Untypesettable(Exception):
    """A layout and its data do not fit: a mistake of this code base, named by Typst."""


async def typeset(
    package: str,
    layout: str,
    data: Mapping[str, Any],
    *,
    pictures: Mapping[str, bytes] | None = None,
    kind: Literal["pdf", "png"] = "pdf",
) -> bytes:
    """Run a delivered layout (`package` resource `layout`) over data; returns one file.

    The layout reads `json(bytes(sys.inputs.data))` and pictures by their names. Values are data and never markup:
    nothing that a user writes can become a command of the layout.

    Raises:
        Untypesettable: see there.
    """
    return await anyio.to_thread.run_sync(_typeset, package, layout, data, pictures or {}, kind)


def _typeset(
    package: str, layout: str, data: Mapping[str, Any], pictures: Mapping[str, bytes], kind: Literal["pdf", "png"]
) -> bytes:
    with as_file(files(package).joinpath(layout)) as source, TemporaryDirectory() as folder:
        main = Path(folder, "main.typ")
        main.write_bytes(source.read_bytes())
        for name, content in pictures.items():
            Path(folder, name).write_bytes(content)
        try:
            return typst.compile(
                main,
                root=Path(folder),
                font_paths=[FONTS],
                ignore_system_fonts=True,
                format=kind,
                ppi=PNG_POINTS_PER_INCH,
                sys_inputs={"data": orjson.dumps(data).decode()},
            )
        except typst.TypstError as error:
            raise Untypesettable(str(error)) from error
