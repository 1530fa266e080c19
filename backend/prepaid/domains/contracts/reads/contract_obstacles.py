"""Why nothing can be done with a contract at present."""

from typing import Final

from sqlalchemy import ColumnElement, exists, false, literal, select

from prepaid.core.actor import DbRole
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


def signed_by(party: Party, *states: str) -> ColumnElement[bool]:
    """Whether a party has asked to sign (or `states`: where its signature stands)."""
    made = select(literal(1)).where(
        ContractSignature.merchant_id == Contract.merchant_id,
        ContractSignature.contract_id == Contract.id,
        ContractSignature.party == party.value,
        ContractSignature.state.in_(states or ("PENDING", "APPLIED")),
    )
    return exists(made)


def _own_side_signed(ask: Asker) -> ColumnElement[bool]:
    return signed_by(Party.BANK if ask.db_role is DbRole.BANK else Party.MERCHANT)


def _not_my_turn(ask: Asker) -> ColumnElement[bool]:
    return ~signed_by(Party.MERCHANT, "APPLIED") if ask.db_role is DbRole.BANK else false()


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
