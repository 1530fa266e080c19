"""Asking what a sale or a visit earns."""

from datetime import datetime
from uuid import UUID

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.salesforce.reads.commission import categories_of, rules_for
from prepaid.domains.salesforce.rules.commission import CommissionQuote, SaleItem, first_match, quote


async def quote_commission(
    tx: WriteSession, *, merchant_id: UUID, salesperson_id: UUID | None, item: SaleItem
) -> CommissionQuote:
    """What a line earns its seller, or a visit its performer, by the rules in force; frozen by `as_json`.

    Without a person, and where no rule fits, 0. Rules have no periods: the versions in force now decide, and what was
    sold keeps its snapshot.

    Raises:
        InvalidValue: an amount below 0.
    """
    if salesperson_id is None:
        return CommissionQuote(occasion=item.occasion, amount_fen=0)
    async with tx.under(DbRole.WORKER):
        return await quoted(await tx.raw(), merchant_id, salesperson_id, item)


async def quoted(
    source: Fetches, merchant_id: UUID, salesperson_id: UUID, item: SaleItem, *, at: datetime | None = None
) -> CommissionQuote:
    """The same for a read that simulates, or by the rules that were in force at `at`. Raises `InvalidValue`."""
    amounts = (item.list_fen, item.paid_fen, item.from_card_fen, item.from_bonus_fen, item.subsidy_fen)
    if min(*amounts, item.count, item.minutes or 0) < 0:
        raise InvalidValue(path=("item",), reason="OUT_OF_RANGE")
    rules = await rules_for(source, merchant_id, item.occasion, at)
    categories = await categories_of(source, merchant_id, item.product)
    return quote(first_match(rules, salesperson_id, item, categories), item)
