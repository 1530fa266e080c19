"""The permissions that products ask for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, Gate, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})
MERCHANT: Final = frozenset({Audience.MERCHANT})
ANYBODY: Final = frozenset(Audience)
"""Consumers read what is or was on sale: PostgreSQL shows them nothing else."""

declare(
    [
        Permission("product.read", NodeKind.PAGE, "商品", "Products", None, ANYBODY),
        Permission("product.edit", NodeKind.ACTION, "编辑商品", "Edit products", "product.read", MERCHANT),
        Permission("product.submit", NodeKind.ACTION, "提交商品审核", "Submit products", "product.read", MERCHANT),
        Permission(
            "product.sell",
            NodeKind.ACTION,
            "商品上架与下架",
            "Put products on sale",
            "product.read",
            MERCHANT,
            None,
            Gate.SALES,
        ),
        Permission("product.review", NodeKind.PAGE, "商品审核", "Product review"),
        Permission("product.decide", NodeKind.ACTION, "通过与驳回商品", "Decide on products", "product.review"),
        Permission("product.words", NodeKind.PAGE, "敏感词", "Sensitive words"),
        Permission("product.words_edit", NodeKind.ACTION, "维护敏感词", "Edit sensitive words", "product.words"),
    ]
)
