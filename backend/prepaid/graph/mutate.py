"""The one way a mutation runs: permission, step-up, transaction, command, commit, and the payload after it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from strawberry.types.base import get_object_definition

from prepaid.core import idempotency
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Refusal, StepUpRequired
from prepaid.graph.context import GraphContext, Info
from prepaid.graph.declare.mutations import Mutation, MutationContext, Ref
from prepaid.graph.errors import user_errors
from prepaid.graph.permissions import require
from prepaid.kit import clock
from prepaid.kit.codec import fingerprint

STEP_UP_MINUTES: Final = 5


class Payload:
    """What a mutation answers; attributes are the payload type's fields."""

    def __init__(self, things: Mapping[str, Any], *, replayed: bool, errors: list[Any] | None = None) -> None:
        self.user_errors = errors or []
        self.replayed = replayed
        self.things = things

    def __getattr__(self, name: str) -> Any:
        return self.things.get(name)


async def resolve_mutation(mutation: Mutation, info: Info, given: Any) -> Payload:
    """Run one mutation field.

    Raises:
        RequestError: the caller may not, or must confirm who he is.
    """
    context = info.context
    require(context.actor, mutation.permission, while_locked=mutation.while_locked)
    if mutation.step_up:
        _require_step_up(context.actor)
    assert context.reads is not None
    # What an earlier mutation of this document showed was read before this one's changes.
    await context.reads.end()
    replayed = False

    async def command(tx: WriteSession) -> Mapping[str, Any]:
        nonlocal replayed
        run = MutationContext(tx, context.actor, context)
        replayed = False
        if not mutation.idempotent:
            return await _call(mutation, run, given)
        key = str(given.idempotency_key)
        stored = await idempotency.claim(tx, key, fingerprint([mutation.name, _plain(given)]))
        if stored is not None:
            replayed = True
            return {name: _restored(value) for name, value in stored.items()}
        things = await _call(mutation, run, given)
        await idempotency.store(tx, key, {name: _kept(value) for name, value in things.items()})
        return things

    try:
        things = await context.database.run(context.actor, command)
    except Refusal as refusal:
        return Payload({}, replayed=False, errors=[_UserError(one, context) for one in (refusal, *refusal.also)])
    return Payload(things, replayed=replayed)


async def _call(mutation: Mutation, run: MutationContext, given: Any) -> Mapping[str, Any]:
    if mutation.input is None:
        return await mutation.function(run)
    return await mutation.function(run, given)


def _require_step_up(actor: Actor) -> None:
    confirmed = actor.stepped_up_at
    if confirmed is None or clock.now() - confirmed > timedelta(minutes=STEP_UP_MINUTES):
        raise StepUpRequired


class _UserError:
    def __init__(self, refusal: Refusal, context: GraphContext) -> None:
        for name, value in user_errors(refusal, context.actor.locale).items():
            setattr(self, name, value)


def _plain(value: Any) -> Any:
    """An input as plain data, for its fingerprint; the key itself is not part of what was asked."""
    definition = get_object_definition(value)
    if definition is not None:
        fields = (field.python_name for field in definition.fields)
        return {name: _plain(getattr(value, name, None)) for name in fields if name != "idempotency_key"}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return None if type(value).__name__ == "UnsetType" else value


def _kept(value: Any) -> Any:
    """References and plain values as JSON, so that a repeat can show what is there by then."""
    if isinstance(value, Ref):
        return {"ref": [value.type_name, str(value.tenant), str(value.id)]}
    if isinstance(value, list):
        return [_kept(item) for item in value]
    return {"value": value}


def _restored(stored: Any) -> Any:
    if isinstance(stored, list):
        return [_restored(item) for item in stored]
    if "ref" in stored:
        type_name, tenant, row_id = stored["ref"]
        return Ref(type_name, UUID(tenant), UUID(row_id))
    return stored["value"]
