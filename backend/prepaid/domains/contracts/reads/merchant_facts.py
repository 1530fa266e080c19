"""What a contract says of a merchant: asked of the higher domain that keeps its company data."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias
from uuid import UUID

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.contracts.rules.parties import PartyFacts
from prepaid.domains.contracts.rules.scenes import Party
from prepaid.domains.identity.models import Merchant

FactsOf: TypeAlias = Callable[[WriteSession, UUID], Awaitable[PartyFacts | None]]
"""The company's facts as of now; None while there are none."""
_sources: list[FactsOf] = []


def merchant_facts_from(source: FactsOf) -> FactsOf:
    """Decorator: the domain that keeps merchants' company data tells them here. Background work's rows are visible."""
    _sources.append(source)
    return source


async def merchant_facts(tx: WriteSession, merchant_id: UUID) -> tuple[PartyFacts, str | None]:
    """A merchant's facts, at least its name, and the code of its type. Raises `NotFound`."""
    async with tx.under(DbRole.WORKER):
        merchant = await tx.get(Merchant, merchant_id)
        if merchant is None:
            raise NotFound(path=("merchantId",))
        for source in _sources:
            facts = await source(tx, merchant_id)
            if facts is not None:
                return facts, merchant.type_code
    return PartyFacts(party=Party.MERCHANT, name=merchant.name, code="", representative=""), merchant.type_code
