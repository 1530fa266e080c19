"""What a consumer holds: his cards with what is left, the rules of their sale, and where the money is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.cards.models import Card, CardLot
from prepaid.domains.cards.reads.cards import principal_left_fen
from prepaid.domains.cards.rules.cards import Funding
from prepaid.domains.catalog.models import CardTypeVersion, Service
from prepaid.domains.contracts.models import AgreementAcceptance, ContractTemplate, ContractTemplateVersion
from prepaid.domains.contracts.rules.parameters import RuleParameters, read_parameters
from prepaid.domains.custody.models import Wallet
from prepaid.domains.identity.models import Merchant
from prepaid.domains.ordering.models import Order
from prepaid.kit.money import Fen


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCard:
    """A card as its holder sees it."""

    card: Card
    merchant_name: str
    type_name: str
    lots: Sequence[CardLot]
    services: Mapping[UUID, str]
    """Names of the services of the lots."""
    parameters: RuleParameters
    """Rules that were agreed at its sale."""
    held_fen: Fen
    """In custody at the bank now."""

    @property
    def principal_left_fen(self) -> Fen:
        """Paid, and not performed yet."""
        return sum(principal_left_fen(lot) for lot in self.lots if lot.funding == Funding.PAID.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedAgreement:
    """An agreement that a consumer accepted, by its version."""

    id: UUID
    merchant_id: UUID
    merchant_name: str
    title: str
    version: int
    text_sha256: bytes
    accepted_at: datetime


async def own_cards(tx: WriteSession, account_id: UUID) -> list[OwnCard]:
    """The cards that this consumer holds, at all merchants, newest first."""
    async with tx.under(DbRole.WORKER):
        query = select(Card, Merchant.name).join(Merchant, Merchant.id == Card.merchant_id)
        rows = (await tx.execute(query.filter(Card.holder_account_id == account_id).order_by(Card.id.desc()))).all()
        return [await _own_card(tx, card, merchant_name) for card, merchant_name in rows]


async def accepted_agreements(tx: WriteSession, account_id: UUID) -> list[AcceptedAgreement]:
    """Every agreement that this consumer accepted, newest first."""
    query = (
        select(AgreementAcceptance, Merchant.name, ContractTemplate.name_zh, ContractTemplateVersion.version)
        .join(Merchant, Merchant.id == AgreementAcceptance.merchant_id)
        .join(ContractTemplateVersion, ContractTemplateVersion.id == AgreementAcceptance.template_version_id)
        .join(ContractTemplate, ContractTemplate.id == ContractTemplateVersion.template_id)
        .where(AgreementAcceptance.account_id == account_id)
        .order_by(AgreementAcceptance.accepted_at.desc())
    )
    async with tx.under(DbRole.WORKER):
        rows = (await tx.execute(query)).all()
    return [
        AcceptedAgreement(
            id=row.id,
            merchant_id=row.merchant_id,
            merchant_name=merchant_name,
            title=title,
            version=version,
            text_sha256=row.text_sha256,
            accepted_at=row.accepted_at,
        )
        for row, merchant_name, title, version in rows
    ]


async def _own_card(tx: WriteSession, card: Card, merchant_name: str) -> OwnCard:
    merchant_id = card.merchant_id
    lots = (
        await tx.scalars(
            select(CardLot).filter_by(merchant_id=merchant_id, card_id=card.id).order_by(CardLot.granted_at, CardLot.id)
        )
    ).all()
    wanted = {each for lot in lots for each in lot.service_ids}
    services = select(Service).where(Service.merchant_id == merchant_id, Service.id.in_(wanted))
    wallet = select(Wallet.held_fen).filter_by(merchant_id=merchant_id, contract_id=card.contract_id)
    type_version = await tx.get_one(CardTypeVersion, (merchant_id, card.card_type_version_id))
    return OwnCard(
        card=card,
        merchant_name=merchant_name,
        type_name=type_version.name,
        lots=lots,
        services={each.id: each.name for each in await tx.scalars(services)},
        parameters=await _agreed(tx, card),
        held_fen=await tx.scalar(wallet) or 0,
    )


async def _agreed(tx: WriteSession, card: Card) -> RuleParameters:
    """The rules on the order that opened the card; those of the law where it was opened without one."""
    terms: Mapping[str, Any] | None = None
    if card.order_id is not None:
        terms = await tx.scalar(select(Order.terms).filter_by(merchant_id=card.merchant_id, id=card.order_id))
    return read_parameters(dict(terms))[0] if terms else RuleParameters()
