"""Actions: what can be done from a list or a record."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.layout.operations import Navigation, Operation
from prepaid.domains.pages.rules.plain import PLAIN, Key
from prepaid.domains.pages.rules.text import Text


class ActionPlacement(StrEnum):
    """Where an action is offered."""

    TOOLBAR = "TOOLBAR"
    ROW = "ROW"
    BULK = "BULK"
    DETAIL = "DETAIL"


class AfterAction(StrEnum):
    """What happens when an action has succeeded."""

    REFETCH = "REFETCH"
    CLOSE = "CLOSE"
    GOTO = "GOTO"
    NONE = "NONE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    """A question before an action."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    title: Text
    body: Text | None = None
    confirm_label: Text
    type_to_confirm: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action. Its permission, step-up and idempotency key are those of the mutation it submits.

    On a record it is offered while `availableActions` holds its key.
    """

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    key: Key
    label: Text
    icon: str | None = None
    tone: Tone = Tone.NEUTRAL
    danger: bool = False
    placement: Annotated[tuple[ActionPlacement, ...], Field(min_length=1)]
    shortcut: str | None = None
    confirm: Confirm | None = None
    form: Form | None = None
    load: Operation | None = None
    submit: Operation | None = None
    goto: Navigation | None = None
    after: AfterAction = AfterAction.REFETCH
    job: bool = False
    """The payload names a job, whose progress is shown."""
    permission: str | None = None
