"""Tables of contracts."""

from prepaid.domains.contracts.models.agreements import AgreementAcceptance
from prepaid.domains.contracts.models.contracts import CONTRACT_NUMBERS, Contract, ContractSignature
from prepaid.domains.contracts.models.seals import Seal, SealGrant, SealStamping, SigningKey
from prepaid.domains.contracts.models.templates import ContractTemplate, ContractTemplateType, ContractTemplateVersion

__all__ = [
    "CONTRACT_NUMBERS",
    "AgreementAcceptance",
    "Contract",
    "ContractSignature",
    "ContractTemplate",
    "ContractTemplateType",
    "ContractTemplateVersion",
    "Seal",
    "SealGrant",
    "SealStamping",
    "SigningKey",
]
