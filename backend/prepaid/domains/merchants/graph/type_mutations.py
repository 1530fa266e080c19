"""Mutations of merchant types."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.merchants.commands import create_merchant_type as creating
from prepaid.domains.merchants.commands import publish_merchant_type as publishing
from prepaid.domains.merchants.commands import retire_merchant_type as retiring
from prepaid.domains.merchants.commands import save_type_terms as saving
from prepaid.domains.merchants.graph.inputs import (
    CreateMerchantTypeInput,
    PublishMerchantTypeInput,
    RetireMerchantTypeInput,
    SaveMerchantTypeTermsInput,
)
from prepaid.domains.merchants.graph.types import MerchantType, MerchantTypeVersion
from prepaid.domains.merchants.models import MerchantTypeVersion as VersionRow
from prepaid.graph.types import MutationContext, mutation, ref

SAVED = {"merchant_type": MerchantType, "version": MerchantTypeVersion}


@mutation(permission="merchant_type.edit", idempotent=True, payload=SAVED)
async def create_merchant_type(ctx: MutationContext, input: CreateMerchantTypeInput) -> Mapping[str, Any]:
    """Make a type with a first draft of its terms; merchants apply once it is published."""
    version = await creating.create_merchant_type(
        ctx.tx, ctx.actor, code=input.code, name_zh=input.name_zh, name_en=input.name_en
    )
    return _saved(version)


@mutation(permission="merchant_type.edit", payload=SAVED)
async def save_merchant_type_terms(ctx: MutationContext, input: SaveMerchantTypeTermsInput) -> Mapping[str, Any]:
    """Write the draft of a type's next version, beginning one where there is none."""
    version = await saving.save_type_terms(
        ctx.tx,
        ctx.actor,
        version_id=input.version_id.of("MerchantTypeVersion", path=("versionId",)).id,
        terms=input.read(),
        expected_revision=input.expected_revision,
    )
    return _saved(version)


@mutation(permission="merchant_type.publish", payload=SAVED)
async def publish_merchant_type(ctx: MutationContext, input: PublishMerchantTypeInput) -> Mapping[str, Any]:
    """Put the draft into force for what begins from now on."""
    version = await publishing.publish_merchant_type(
        ctx.tx,
        ctx.actor,
        type_id=input.type_id.of("MerchantType", path=("typeId",)).id,
        expected_revision=input.expected_revision,
    )
    return _saved(version)


@mutation(permission="merchant_type.publish", payload={"merchant_type": MerchantType})
async def retire_merchant_type(ctx: MutationContext, input: RetireMerchantTypeInput) -> Mapping[str, Any]:
    """Take no new applications of this type."""
    type_id = input.type_id.of("MerchantType", path=("typeId",)).id
    found = await retiring.retire_merchant_type(ctx.tx, ctx.actor, type_id=type_id, reason=input.reason)
    return {"merchant_type": ref(MerchantType, None, found.id)}


def _saved(version: VersionRow) -> Mapping[str, Any]:
    return {
        "merchant_type": ref(MerchantType, None, version.type_id),
        "version": ref(MerchantTypeVersion, None, version.id),
    }
