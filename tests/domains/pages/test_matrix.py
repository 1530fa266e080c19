"""The whole matrix: every page of every platform, merchant type, role and language compiles."""

import re
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import pytest

from prepaid.core.actor import SYSTEM, intern_grants
from prepaid.core.errors import Locale
from prepaid.domains.pages.reads.audience import codes_for_preview
from tests.domains.pages.product import Product

CHINESE = re.compile(r"[\u4e00-\u9fff]")
ROLES = """
SELECT t.code AS template, t.audience, r.id AS role FROM role r JOIN platform_template t ON t.id = r.template_id
UNION ALL SELECT code, audience, NULL FROM platform_template ORDER BY 1, 3
"""
LOCALES: tuple[Locale, ...] = ("zh-CN", "en")
SHOWN = {"label", "title", "help", "placeholder", "body", "confirm_label", "unit"}


def shown(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a configuration that a user reads, with the name of its field."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from shown(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from shown(item, name)
    elif isinstance(value, str) and name in SHOWN:
        yield name, value


async def test_every_page_of_every_platform_type_role_and_language_compiles(
    product: Product, capsys: pytest.CaptureFixture[str]
) -> None:
    roles = await product.superuser.fetch(ROLES)
    types = [row["type_code"] for row in await product.superuser.fetch("SELECT type_code FROM merchant_type_features")]
    revisions: set[str] = set()
    combinations = 0
    async with product.db.read(SYSTEM) as session:
        for row in roles:
            for merchant_type in types if row["audience"] == "MERCHANT" else [None]:
                role = None if row["role"] is None else [row["role"]]
                codes = await codes_for_preview(session, row["template"], merchant_type, role)
                for locale in LOCALES:
                    audience = (row["template"], merchant_type)
                    seen = await product.pages.preview(session, audience, intern_grants(codes), locale)
                    assert seen.configuration.page_set.broken == ()
                    for key in seen.configuration.pages:
                        combinations += 1
                        page = seen.configuration.page(key)
                        assert page is not None
                        revisions.add(page.revision)
                        for name, text in shown(asdict(page)):
                            assert text, (key, name)
                            assert locale == "zh-CN" or not CHINESE.search(text), (key, name, text)
    documents = len(list(product.documents))
    with capsys.disabled():
        sys.stdout.write(f"\n{combinations} pages, {len(revisions)} distinct configurations, {documents} documents\n")
    assert len(revisions) > 100
