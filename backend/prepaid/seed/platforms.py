"""The four platforms that every installation has, as documents in the export's format."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

import orjson
from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.progress import Report, silent
from prepaid.domains.identity.commands.import_template import import_template
from prepaid.domains.identity.models import PlatformTemplate

PLATFORMS: Final = ("permission", "bank", "merchant", "consumer")


def platform_document(code: str) -> Mapping[str, Any]:
    """The document of a platform as it is delivered."""
    text = files("prepaid.seed").joinpath("templates", f"{code}.json").read_bytes()
    document: Mapping[str, Any] = orjson.loads(text)
    return document


async def seed_platforms(tx: WriteSession, report: Report = silent) -> None:
    """Make the platforms that are missing. One that is there stays as its administrators have made it."""
    known = set(await tx.scalars(select(PlatformTemplate.code)))
    for done, code in enumerate(PLATFORMS, 1):
        if code not in known:
            await import_template(tx, tx.actor, document=platform_document(code))
        report("Platforms", done, len(PLATFORMS))
