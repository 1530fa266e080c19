"""Words of applications for the pages."""

from collections.abc import Mapping
from typing import Any, Final

from prepaid.domains.merchants.rules.appids import REGISTRATION_WORDS, RegistrationState
from prepaid.domains.merchants.rules.application_words import (
    CHECKS,
    KINDS,
    OUTCOMES,
    PROBLEMS,
    STATES,
    CheckOutcome,
)
from prepaid.domains.merchants.rules.applications import ApplicationKind, ApplicationState
from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import FormDictionary, Tone

_TONES: Final[Mapping[Any, Tone]] = {
    ApplicationState.DRAFT: Tone.NEUTRAL,
    ApplicationState.CLOSED: Tone.NEUTRAL,
    ApplicationState.SUBMITTED: Tone.INFO,
    ApplicationState.REVIEWING: Tone.INFO,
    ApplicationState.REJECTED: Tone.WARNING,
    ApplicationState.NEED_SIGN: Tone.INFO,
    ApplicationState.NEED_DEPOSIT: Tone.INFO,
    ApplicationState.ACTIVE: Tone.SUCCESS,
    ApplicationState.APPLIED: Tone.SUCCESS,
    ApplicationState.SUSPENDED: Tone.WARNING,
    CheckOutcome.PASSED: Tone.SUCCESS,
    CheckOutcome.NOTICE: Tone.WARNING,
    CheckOutcome.ALARM: Tone.DANGER,
    RegistrationState.CREATED: Tone.INFO,
    RegistrationState.SUBMITTED: Tone.INFO,
    RegistrationState.FACE_CHECK: Tone.WARNING,
    RegistrationState.DONE: Tone.SUCCESS,
    RegistrationState.FAILED: Tone.DANGER,
}


def _named(name: str, words: Mapping[Any, tuple[str, str]]) -> FormDictionary:
    return dictionary(name, [(key.value, zh, en, _TONES.get(key)) for key, (zh, en) in words.items()])


APPLICATION_DICTIONARIES: Final = (
    _named("ApplicationState", STATES),
    _named("ApplicationKind", KINDS),
    _named(
        "CompanyChangeKind", {kind: words for kind, words in KINDS.items() if kind is not ApplicationKind.ONBOARDING}
    ),
    _named("ApplicationCheckCode", CHECKS),
    _named("ApplicationCheckOutcome", OUTCOMES),
    _named("ApplicationProblemCode", PROBLEMS),
    _named("AppidRegistrationState", REGISTRATION_WORDS),
)
