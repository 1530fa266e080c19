"""Search over all records: what is found may be opened, and nothing else is found."""

from typing import Any

import pytest

from prepaid.core.actor import Actor
from tests.domains.pages.product import Product, without

SEARCH = """query($text: String!, $first: Int! = 20) {
  globalSearch(text: $text, first: $first) { id title subtitle kindLabel pageKey } }"""


async def found(product: Product, actor: Actor, text: str, **more: Any) -> list[dict[str, Any]]:
    hits: list[dict[str, Any]] = (await product.graph.ask(actor, SEARCH, text=text, **more))["globalSearch"]
    return hits


async def test_records_of_several_kinds_are_found_best_match_first(product: Product) -> None:
    """What begins with the words goes before what has them inside, and the shorter of two before the longer."""
    hits = [(hit["title"], hit["kindLabel"]) for hit in await found(product, await product.person("韩正"), "云")]
    begins = [title.startswith("云") for title, _ in hits]
    assert begins == sorted(begins, reverse=True)
    assert ("林晓云", "成员") in hits
    (best,) = await found(product, await product.person("韩正"), "云岭", first=1)
    assert best["title"] == "云岭滑冰馆"
    (merchant,) = [
        hit for hit in await found(product, await product.person("韩正"), "云岭") if hit["kindLabel"] == "商户"
    ]
    assert (merchant["title"], merchant["pageKey"]) == ("云岭滑冰馆", "merchant")


async def test_nobody_finds_what_he_may_not_open(product: Product) -> None:
    async def members(actor: Actor, text: str) -> list[str]:
        return [hit["title"] for hit in await found(product, actor, text) if hit["kindLabel"] == "成员"]

    owner = await product.person("林晓云")
    assert [hit["title"] for hit in await found(product, owner, "星")] == []
    assert await members(owner, "周") == ["周海"]
    assert await members(without(owner, "member.read"), "周") == []
    assert await members(await product.person("吴迪"), "周") == []


@pytest.mark.parametrize(("text", "first"), [("x" * 101, 20), ("x", 0), ("x", 51)])
async def test_what_is_no_search_is_refused(product: Product, text: str, first: int) -> None:
    _, errors = await product.graph.answer(await product.person("韩正"), SEARCH, text=text, first=first)
    assert errors[0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_blank_text_finds_nothing(product: Product) -> None:
    assert await found(product, await product.person("韩正"), "  ") == []
