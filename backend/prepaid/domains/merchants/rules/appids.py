"""Steps of registering a mini-program for a company (小程序代注册)."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Final

from prepaid.kit.states import StateMachine


class RegistrationState(StrEnum):
    """Where a registration stands (注册进度)."""

    CREATED = "CREATED"
    SUBMITTED = "SUBMITTED"
    FACE_CHECK = "FACE_CHECK"
    DONE = "DONE"
    FAILED = "FAILED"


R = RegistrationState
REGISTRATION_STATES: Final = StateMachine(
    {
        R.CREATED: frozenset({R.SUBMITTED, R.FACE_CHECK, R.DONE, R.FAILED}),
        R.SUBMITTED: frozenset({R.FACE_CHECK, R.DONE, R.FAILED}),
        R.FACE_CHECK: frozenset({R.DONE, R.FAILED}),
        R.DONE: frozenset(),
        R.FAILED: frozenset(),
    }
)
RUNNING: Final = frozenset({R.CREATED, R.SUBMITTED, R.FACE_CHECK})
LOCK: Final = timedelta(hours=24)
"""A company may ask once in this time: the provider's own rule for fast registration."""
REGISTRATION_WORDS: Final[Mapping[RegistrationState, tuple[str, str]]] = {
    R.CREATED: ("提交中", "Being sent"),
    R.SUBMITTED: ("已提交", "Submitted"),
    R.FACE_CHECK: ("待法定代表人核验", "Face check due"),
    R.DONE: ("已完成", "Done"),
    R.FAILED: ("失败", "Failed"),
}
