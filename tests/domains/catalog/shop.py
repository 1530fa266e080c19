"""A merchant's people at work on products, and the bank's reviewer."""

from typing import Any

from tests.domains.demo import Demo

SERVICE = {
    "name": "自由滑单次票",
    "category": "滑冰",
    "unit": "VISIT",
    "unitPriceFen": 8_000,
    "description": "冰场单次滑行 120 分钟",
    "attributes": {"iceSession": "WEEKDAY"},
}
CARD_TYPE = {"name": "自由滑次卡", "kind": "REGISTERED", "faceLimitFen": 300_000, "numberPrefix": "8601"}
SAVED = "version { id version state revision }"
ROLE = """
SELECT m.display_name FROM membership m JOIN membership_role h ON h.membership_id = m.id JOIN role r ON r.id = h.role_id
JOIN platform_template t ON t.id = r.template_id LEFT JOIN merchant x ON x.id = m.merchant_id
WHERE t.code = $1 AND r.code = $2 AND ($3::text IS NULL OR x.type_code = $3) ORDER BY x.number, m.id LIMIT 1
"""


class Shop:
    """Somebody of the demo who acts through GraphQL."""

    def __init__(self, demo: Demo, name: str) -> None:
        self.demo, self.name = demo, name

    @classmethod
    async def of(cls, demo: Demo, template: str, role: str, merchant_type: str | None = None) -> "Shop":
        return cls(demo, await demo.superuser.fetchval(ROLE, template, role, merchant_type))

    async def act(self, mutation: str, fields: str, /, **inputs: Any) -> Any:
        return await self.demo.graph.act(await self.demo.person(self.name), mutation, fields, **inputs)

    async def typed(self, mutation: str, kind: str, fields: str, /, **inputs: Any) -> Any:
        """A mutation whose input type is not called like itself."""
        document = (
            f"mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {fields} userErrors {{ code path data }} }} }}"
        )
        return (await self.demo.ask(self.name, document, input=inputs))[mutation]

    async def refused(self, mutation: str, kind: str | None = None, /, **inputs: Any) -> list[str]:
        kind = kind or f"{mutation[0].upper()}{mutation[1:]}Input"
        return [each["code"] for each in (await self.typed(mutation, kind, "", **inputs))["userErrors"]]

    async def submit(self, version_id: str) -> str:
        payload = await self.typed("submitProduct", "ProductVersionInput", "review { id }", versionId=version_id)
        assert not payload["userErrors"], payload["userErrors"]
        return str(payload["review"]["id"])

    async def sell(self, version_id: str) -> None:
        payload = await self.typed("putProductOnSale", "ProductVersionInput", "package { id }", versionId=version_id)
        assert not payload["userErrors"], payload["userErrors"]


async def on_sale(shop: Shop, bank: Shop, version_id: str) -> None:
    """Through the bank's review and onto the shelf."""
    review = await shop.submit(version_id)
    await bank.act("approveProduct", "review { state }", reviewId=review)
    await shop.sell(version_id)
