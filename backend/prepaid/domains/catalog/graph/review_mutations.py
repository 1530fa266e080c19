"""Mutations by which the bank decides on products and keeps its list of words."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.catalog.commands import decide_review as deciding
from prepaid.domains.catalog.commands import sensitive_words as words
from prepaid.domains.catalog.graph.inputs import (
    AddSensitiveWordInput,
    ApproveProductInput,
    RejectProductInput,
    RemoveSensitiveWordInput,
)
from prepaid.domains.catalog.graph.review_types import ProductReview, SensitiveWord
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref


@mutation(permission="product.decide", payload={"review": ProductReview})
async def approve_product(ctx: MutationContext, input: ApproveProductInput) -> Mapping[str, Any]:
    """The version may be put on sale."""
    return await _decided(ctx, input.review_id, approve=True, reason=input.reason or "")


@mutation(permission="product.decide", payload={"review": ProductReview})
async def reject_product(ctx: MutationContext, input: RejectProductInput) -> Mapping[str, Any]:
    """The version has to be corrected."""
    return await _decided(ctx, input.review_id, approve=False, reason=input.reason)


@mutation(permission="product.words_edit", payload={"word": SensitiveWord})
async def add_sensitive_word(ctx: MutationContext, input: AddSensitiveWordInput) -> Mapping[str, Any]:
    """Look for a word in whatever is submitted from now on."""
    row = await words.add_sensitive_word(ctx.tx, ctx.actor, word=input.word, category=input.category)
    return {"word": ref(SensitiveWord, None, row.id)}


@mutation(permission="product.words_edit")
async def remove_sensitive_word(ctx: MutationContext, input: RemoveSensitiveWordInput) -> Mapping[str, Any]:
    """Look for a word no more."""
    word_id = input.word_id.of("SensitiveWord", path=("wordId",)).id
    await words.remove_sensitive_word(ctx.tx, ctx.actor, word_id=word_id)
    return {}


async def _decided(ctx: MutationContext, review_id: GlobalID, *, approve: bool, reason: str) -> Mapping[str, Any]:
    found = review_id.of("ProductReview", path=("reviewId",))
    review = await deciding.decide_review(
        ctx.tx, ctx.actor, merchant_id=found.tenant, review_id=found.id, approve=approve, reason=reason
    )
    return {"review": ref(ProductReview, review.merchant_id, review.id)}
