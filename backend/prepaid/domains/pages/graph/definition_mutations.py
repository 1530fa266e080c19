"""Mutations of the page editor and the form designer."""

from collections.abc import Mapping
from typing import Any

import strawberry
from strawberry.scalars import JSON

from prepaid.domains.identity.graph.reading import as_document
from prepaid.domains.pages.commands import publish_overlay as publishing
from prepaid.domains.pages.commands import save_form as forms
from prepaid.domains.pages.commands import save_overlay as saving
from prepaid.domains.pages.commands import withdraw_form as withdrawing
from prepaid.domains.pages.graph.configurations import configurations_of
from prepaid.domains.pages.graph.definition_types import FormDefinition, PageOverlay
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref


@strawberry.input(description="What a platform, or a merchant type in it, changes of a page.")
class SaveOverlayInput:
    """Input of `saveOverlay`."""

    template_code: str = strawberry.field(description="Code of the platform")
    merchant_type: str | None = strawberry.field(default=None, description="Code of the merchant type; absent: all")
    page_key: strawberry.ID = strawberry.field(description="Key of the page; `app` for the shell")
    patch: JSON = strawberry.field(description='The changes: `{"ops": […]}`')
    expected_revision: int | None = strawberry.field(
        default=None, description="Revision of the draft that the editor started from; absent for a new one"
    )


@strawberry.input(description="An overlay to be put in force.")
class PublishOverlayInput:
    """Input of `publishOverlay`."""

    overlay_id: GlobalID = strawberry.field(description="The draft")
    expected_revision: int | None = strawberry.field(default=None, description="Its revision, as it was shown")


@strawberry.input(description="An overlay to be taken out of force, or a draft to be thrown away.")
class WithdrawOverlayInput:
    """Input of `withdrawOverlay`."""

    overlay_id: GlobalID = strawberry.field(description="The overlay")


@strawberry.input(description="A form to be kept as a draft.")
class SaveFormInput:
    """Input of `saveForm`."""

    key: str = strawberry.field(description="What the form is for, e.g. `onboarding`")
    merchant_type: str | None = strawberry.field(default=None, description="Code of the merchant type; absent: all")
    name_zh: str = strawberry.field(description="Chinese name")
    name_en: str = strawberry.field(description="English name")
    definition: JSON = strawberry.field(description="The form")
    expected_revision: int | None = strawberry.field(
        default=None, description="Revision of the draft that the editor started from; absent for a new one"
    )


@strawberry.input(description="A form to be put in force.")
class PublishFormInput:
    """Input of `publishForm`."""

    form_id: GlobalID = strawberry.field(description="The draft")
    expected_revision: int | None = strawberry.field(default=None, description="Its revision, as it was shown")


@strawberry.input(description="A form to be taken out of force, or a draft to be thrown away.")
class WithdrawFormInput:
    """Input of `withdrawForm`."""

    form_id: GlobalID = strawberry.field(description="The form")


@mutation(permission="page.overlay_edit", payload={"overlay": PageOverlay})
async def save_overlay(ctx: MutationContext, input: SaveOverlayInput) -> Mapping[str, Any]:
    """Save the draft of an overlay. Whatever the compiler refuses is told with its place and not saved."""
    overlay = await saving.save_overlay(
        ctx.tx,
        ctx.actor,
        template_code=input.template_code,
        merchant_type=input.merchant_type,
        page_key=input.page_key,
        patch=as_document(input.patch),
        prove=configurations_of(ctx.graph).compiler.prove,
        expected_revision=input.expected_revision,
    )
    return {"overlay": ref(PageOverlay, None, overlay.id)}


@mutation(permission="page.overlay_publish", payload={"overlay": PageOverlay})
async def publish_overlay(ctx: MutationContext, input: PublishOverlayInput) -> Mapping[str, Any]:
    """Put the draft of an overlay in force for everybody, in the place of the version before it."""
    overlay = await publishing.publish_overlay(
        ctx.tx,
        ctx.actor,
        overlay_id=input.overlay_id.of("PageOverlay", path=("overlayId",)).id,
        expected_revision=input.expected_revision,
        prove=configurations_of(ctx.graph).compiler.prove,
    )
    return {"overlay": ref(PageOverlay, None, overlay.id)}


@mutation(permission="page.overlay_publish", payload={"overlay": PageOverlay})
async def withdraw_overlay(ctx: MutationContext, input: WithdrawOverlayInput) -> Mapping[str, Any]:
    """Take a published overlay out of force, or throw a draft away."""
    overlay = await publishing.withdraw_overlay(
        ctx.tx,
        ctx.actor,
        overlay_id=input.overlay_id.of("PageOverlay", path=("overlayId",)).id,
        prove=configurations_of(ctx.graph).compiler.prove,
    )
    return {"overlay": ref(PageOverlay, None, overlay.id) if overlay else None}


@mutation(permission="form.edit", payload={"form": FormDefinition})
async def save_form(ctx: MutationContext, input: SaveFormInput) -> Mapping[str, Any]:
    """Save the draft of a form. Whatever the compiler refuses is told with its place and not saved."""
    form = await forms.save_form(
        ctx.tx,
        ctx.actor,
        key=input.key,
        merchant_type=input.merchant_type,
        name_zh=input.name_zh,
        name_en=input.name_en,
        definition=as_document(input.definition),
        prove=configurations_of(ctx.graph).compiler.prove_form,
        expected_revision=input.expected_revision,
    )
    return {"form": ref(FormDefinition, None, form.id)}


@mutation(permission="form.publish", payload={"form": FormDefinition})
async def publish_form(ctx: MutationContext, input: PublishFormInput) -> Mapping[str, Any]:
    """Put the draft of a form in force for whatever begins from now on."""
    form = await forms.publish_form(
        ctx.tx,
        ctx.actor,
        form_id=input.form_id.of("FormDefinition", path=("formId",)).id,
        expected_revision=input.expected_revision,
        prove=configurations_of(ctx.graph).compiler.prove_form,
    )
    return {"form": ref(FormDefinition, None, form.id)}


@mutation(permission="form.publish", payload={"form": FormDefinition})
async def withdraw_form(ctx: MutationContext, input: WithdrawFormInput) -> Mapping[str, Any]:
    """Throw the draft of a form away, or take a merchant type's own form out of force."""
    form = await withdrawing.withdraw_form(
        ctx.tx, ctx.actor, form_id=input.form_id.of("FormDefinition", path=("formId",)).id
    )
    return {"form": ref(FormDefinition, None, form.id) if form else None}
