"""What contracts are made for, and the states of templates, contracts and seals."""

from enum import StrEnum
from typing import Final

from prepaid.kit.states import StateMachine


class Scene(StrEnum):
    """What a contract is made for (业务场景)."""

    MERCHANT_AGREEMENT = "MERCHANT_AGREEMENT"
    CUSTODY_AGREEMENT = "CUSTODY_AGREEMENT"
    SUPPLEMENTARY_AGREEMENT = "SUPPLEMENTARY_AGREEMENT"
    CONSUMER_AGREEMENT = "CONSUMER_AGREEMENT"
    GIFT_AGREEMENT = "GIFT_AGREEMENT"


SIGNED: Final = frozenset({Scene.MERCHANT_AGREEMENT, Scene.CUSTODY_AGREEMENT, Scene.SUPPLEMENTARY_AGREEMENT})
"""Between merchant and bank, by their seals; the others are accepted by consumers."""


class TemplateState(StrEnum):
    """State of a version of a template (模版版本状态)."""

    DRAFT = "DRAFT"
    REVIEW = "REVIEW"
    PUBLISHED = "PUBLISHED"
    RETIRED = "RETIRED"


TEMPLATE_STATES: Final = StateMachine(
    {
        TemplateState.DRAFT: frozenset({TemplateState.REVIEW}),
        TemplateState.REVIEW: frozenset({TemplateState.PUBLISHED, TemplateState.DRAFT}),
        TemplateState.PUBLISHED: frozenset({TemplateState.RETIRED}),
        TemplateState.RETIRED: frozenset(),
    }
)


class ContractState(StrEnum):
    """State of a contract (合同状态)."""

    DRAFT = "DRAFT"
    SIGNING = "SIGNING"
    IN_FORCE = "IN_FORCE"
    DECLINED = "DECLINED"
    VOIDED = "VOIDED"
    SUPERSEDED = "SUPERSEDED"
    EXPIRED = "EXPIRED"
    TERMINATED = "TERMINATED"


CONTRACT_STATES: Final = StateMachine(
    {
        ContractState.DRAFT: frozenset({ContractState.SIGNING, ContractState.VOIDED}),
        ContractState.SIGNING: frozenset(
            {ContractState.IN_FORCE, ContractState.DECLINED, ContractState.VOIDED, ContractState.EXPIRED}
        ),
        ContractState.IN_FORCE: frozenset({ContractState.SUPERSEDED, ContractState.EXPIRED, ContractState.TERMINATED}),
        ContractState.DECLINED: frozenset(),
        ContractState.VOIDED: frozenset(),
        ContractState.SUPERSEDED: frozenset(),
        ContractState.EXPIRED: frozenset(),
        ContractState.TERMINATED: frozenset(),
    }
)
"""DRAFT: its bytes are being made. Before every signature is there it can be voided, afterwards only terminated."""


class Party(StrEnum):
    """Who signs (签约方)."""

    MERCHANT = "MERCHANT"
    BANK = "BANK"


SIGNING_ORDER: Final = (Party.MERCHANT, Party.BANK)


class SignatureState(StrEnum):
    """State of a signature (签署状态): asked for by a person, then made by the signing service."""

    PENDING = "PENDING"
    APPLIED = "APPLIED"
    FAILED = "FAILED"


SIGNATURE_STATES: Final = StateMachine(
    {
        SignatureState.PENDING: frozenset({SignatureState.APPLIED, SignatureState.FAILED}),
        SignatureState.APPLIED: frozenset(),
        SignatureState.FAILED: frozenset(),
    }
)


class SealKind(StrEnum):
    """Kind of a seal (印章种类)."""

    OFFICIAL = "OFFICIAL"
    CONTRACT = "CONTRACT"
    FINANCE = "FINANCE"
    LEGAL_REPRESENTATIVE = "LEGAL_REPRESENTATIVE"


SIGNS_CONTRACTS: Final = frozenset({SealKind.OFFICIAL, SealKind.CONTRACT})


class SealState(StrEnum):
    """State of a seal (印章状态)."""

    REVIEW = "REVIEW"
    APPROVED = "APPROVED"
    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    REJECTED = "REJECTED"
    REVOKED = "REVOKED"


SEAL_STATES: Final = StateMachine(
    {
        SealState.REVIEW: frozenset({SealState.APPROVED, SealState.REJECTED, SealState.REVOKED}),
        SealState.APPROVED: frozenset({SealState.ACTIVE, SealState.REVOKED}),
        SealState.ACTIVE: frozenset({SealState.SUSPENDED, SealState.REVOKED}),
        SealState.SUSPENDED: frozenset({SealState.ACTIVE, SealState.REVOKED}),
        SealState.REJECTED: frozenset(),
        SealState.REVOKED: frozenset(),
    }
)
"""APPROVED: the bank agreed, its certificate is being issued."""


class KeyKind(StrEnum):
    """What a key of the key store is for."""

    ROOT = "ROOT"
    TIME_STAMP = "TIME_STAMP"
    SEAL = "SEAL"
