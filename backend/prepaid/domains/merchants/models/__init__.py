"""Tables of merchants."""

from prepaid.domains.merchants.models.applications import (
    APPLICATION_NUMBERS,
    ApplicationCheck,
    ApplicationProblem,
    ApplicationStep,
    ApplicationSubmission,
    MerchantApplication,
)
from prepaid.domains.merchants.models.blacklist import BlacklistEntry
from prepaid.domains.merchants.models.companies import AppidRegistration, MerchantCompany
from prepaid.domains.merchants.models.deposits import Deposit, DepositDeduction, DepositPayment, DepositWaiver
from prepaid.domains.merchants.models.document_expiry import MerchantDocument
from prepaid.domains.merchants.models.suspensions import MerchantClosing, MerchantSuspension
from prepaid.domains.merchants.models.types import MerchantType, MerchantTypeVersion

__all__ = [
    "APPLICATION_NUMBERS",
    "AppidRegistration",
    "ApplicationCheck",
    "ApplicationProblem",
    "ApplicationStep",
    "ApplicationSubmission",
    "BlacklistEntry",
    "Deposit",
    "DepositDeduction",
    "DepositPayment",
    "DepositWaiver",
    "MerchantApplication",
    "MerchantClosing",
    "MerchantCompany",
    "MerchantDocument",
    "MerchantSuspension",
    "MerchantType",
    "MerchantTypeVersion",
]
