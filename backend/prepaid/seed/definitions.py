"""Overlays of the merchants' platform for three merchant types, and the form that merchants begin with."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

import orjson
from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.pages.commands.publish_overlay import publish_overlay
from prepaid.domains.pages.commands.save_form import publish_form, save_form
from prepaid.domains.pages.commands.save_overlay import save_overlay
from prepaid.domains.pages.models import FormDefinition, PageOverlay

OVERLAYS: Final = ("merchant", "ice_rink", "dance_school", "beauty_salon")
FORMS: Final = (
    "onboarding",
    "onboarding_ice_rink",
    "onboarding_swimming_pool",
    "onboarding_dance_school",
    "onboarding_beauty_salon",
    "service_ice_rink",
    "service_dance_school",
    "package_dance_school",
)
PARTS: Final = ("sections", "dictionaries", "fields")
LAST: Final = "documents"
"""Section of a form that stays behind what an extension adds."""


def delivered(name: str) -> Mapping[str, Any]:
    """A definition as it is delivered."""
    content: dict[str, Any] = orjson.loads(files("prepaid.seed").joinpath("pages", f"{name}.json").read_bytes())
    base = content.pop("extends", None)
    if base is not None:
        content["definition"] = _extended(delivered(base)["definition"], content["definition"])
    return content


def _extended(base: Mapping[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """A form with further parts; its documents stay the last step."""
    whole = {**base, **{part: [*base[part], *more[part]] for part in PARTS}}
    whole["sections"] = sorted(whole["sections"], key=lambda section: section["key"] == LAST)
    return whole


async def seed_definitions(tx: WriteSession) -> None:
    """Publish the delivered overlays and forms where none was ever made; what editors made stays.

    Here they are only read, since nothing else of a seed needs the schema: that they fit the pages is proven
    by the tests, and at run time an overlay that does not fit is left out.
    """
    known = {(row.template_code, row.merchant_type, row.page_key) for row in await tx.scalars(select(PageOverlay))}
    for name in OVERLAYS:
        source = delivered(name)
        for page_key, ops in source["overlays"].items():
            if (source["template"], source["merchantType"], page_key) not in known:
                await _overlay(tx, source, page_key, ops)
    forms = {(row.key, row.merchant_type) for row in await tx.scalars(select(FormDefinition))}
    for name in FORMS:
        source = delivered(name)
        if (source["key"], source["merchantType"]) not in forms:
            await _form(tx, source)


async def _overlay(tx: WriteSession, source: Mapping[str, Any], page_key: str, ops: list[Any]) -> None:
    draft = await save_overlay(
        tx,
        tx.actor,
        template_code=source["template"],
        merchant_type=source["merchantType"],
        page_key=page_key,
        patch={"ops": ops},
        prove=lambda *_: None,
    )
    await publish_overlay(tx, tx.actor, overlay_id=draft.id, expected_revision=None, prove=lambda *_: None)


async def _form(tx: WriteSession, source: Mapping[str, Any]) -> None:
    draft = await save_form(
        tx,
        tx.actor,
        key=source["key"],
        merchant_type=source["merchantType"],
        name_zh=source["name"]["zh"],
        name_en=source["name"]["en"],
        definition=source["definition"],
        prove=lambda _: None,
    )
    await publish_form(tx, tx.actor, form_id=draft.id, expected_revision=None, prove=lambda _: None)
