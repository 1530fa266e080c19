"""Why nothing can be done with a contract at present."""

from typing import Final

from sqlalchemy import ColumnElement, and_, exists, literal, or_, select

from prepaid.core.obstacles import Asker, Obstacle
from prepaid.domains.contracts.errors.contracts import (
    ContractComplete,
    ContractFileMissing,
    ContractNotInForce,
    ContractNotSigning,
    ContractNotYourTurn,
    ContractPastSigning,
    ContractSignedAlready,
)
from prepaid.domains.contracts.models import Contract, ContractSignature
from prepaid.domains.contracts.rules.scenes import Party
from prepaid.kit.ids import PLATFORM_TENANT


def signed_by(party: Party, *states: str) -> ColumnElement[bool]:
    """Whether a party has asked to sign (or `states`: where its signature stands)."""
    made = select(literal(1)).where(
        ContractSignature.merchant_id == Contract.merchant_id,
        ContractSignature.contract_id == Contract.id,
        ContractSignature.party == party.value,
        ContractSignature.state.in_(states or ("PENDING", "APPLIED")),
    )
    return exists(made)


def _bank(ask: Asker) -> ColumnElement[bool]:
    """The caller belongs to the bank: `contract.end` and the like are its own; a merchant has a tenant."""
    return ask.actor_param("tenant") == literal(PLATFORM_TENANT)


def _own_side_signed(ask: Asker) -> ColumnElement[bool]:
    return or_(and_(_bank(ask), signed_by(Party.BANK)), and_(~_bank(ask), signed_by(Party.MERCHANT)))


def _not_my_turn(ask: Asker) -> ColumnElement[bool]:
    return and_(_bank(ask), ~signed_by(Party.MERCHANT, "APPLIED"))


NOT_SIGNING: Final = Obstacle(ContractNotSigning, lambda ask: Contract.state != "SIGNING")
PAST_SIGNING: Final = Obstacle(ContractPastSigning, lambda ask: Contract.sign_by <= ask.now())
SIGNED_ALREADY: Final = Obstacle(ContractSignedAlready, _own_side_signed)
NOT_YOUR_TURN: Final = Obstacle(ContractNotYourTurn, _not_my_turn)
COMPLETE: Final = Obstacle(ContractComplete, lambda ask: Contract.state.not_in(("DRAFT", "SIGNING")))
NOT_IN_FORCE: Final = Obstacle(ContractNotInForce, lambda ask: Contract.state != "IN_FORCE")
NO_FILE: Final = Obstacle(ContractFileMissing, lambda ask: Contract.content_file_id.is_(None))

SIGN: Final = (NOT_SIGNING, PAST_SIGNING, SIGNED_ALREADY, NOT_YOUR_TURN)
DECLINE: Final = (NOT_SIGNING, SIGNED_ALREADY, NOT_YOUR_TURN)
VOID: Final = (COMPLETE,)
TERMINATE: Final = (NOT_IN_FORCE,)
DOWNLOAD: Final = (NO_FILE,)
