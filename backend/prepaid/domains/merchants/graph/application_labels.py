"""Enums of applications in the schema, with their Chinese labels."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from prepaid.domains.merchants.commands.activate_merchant import Missing
from prepaid.domains.merchants.rules.appids import REGISTRATION_WORDS, RegistrationState
from prepaid.domains.merchants.rules.application_words import (
    CHECKS,
    KINDS,
    OUTCOMES,
    PROBLEMS,
    STATES,
    CheckCode,
    CheckOutcome,
    ProblemCode,
)
from prepaid.domains.merchants.rules.applications import ApplicationKind, ApplicationState
from prepaid.graph.types import described_enum


def _described(enum: type[StrEnum], words: Mapping[Any, tuple[str, str]], name: str) -> None:
    described_enum(enum, {each: f"{words[each][0]}: {words[each][1].lower()}" for each in enum}, name=name)


MISSING: Mapping[Missing, tuple[str, str]] = {
    Missing.DEPOSIT: ("保证金", "The deposit"),
    Missing.APPID: ("小程序 APPID", "An APPID"),
}
_described(ApplicationState, STATES, "ApplicationState")
_described(ApplicationKind, KINDS, "ApplicationKind")
_described(CheckCode, CHECKS, "ApplicationCheckCode")
_described(CheckOutcome, OUTCOMES, "ApplicationCheckOutcome")
_described(ProblemCode, PROBLEMS, "ApplicationProblemCode")
_described(RegistrationState, REGISTRATION_WORDS, "AppidRegistrationState")
_described(Missing, MISSING, "OnboardingMissing")
