"""Putting a job into the queue, in the transaction of the business act that needs it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from opentelemetry.propagate import inject
from sqlalchemy import text

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.kit.codec import canonical_json

LONGEST_PAYLOAD_BYTES = 16_000
ENQUEUE = text("SELECT enqueue_job(:name, :payload, CAST(:headers AS jsonb), :run_at, :dedupe_key, :priority)")


async def enqueue(
    tx: WriteSession,
    name: str,
    *,
    payload: Mapping[str, Any],
    run_at: datetime | None = None,
    dedupe_key: str | None = None,
    tenant: UUID | None = None,
    task_id: UUID | None = None,
    priority: int = 0,
) -> int | None:
    """Run the job `name` after the commit of `tx`, from `run_at` (business clock) on; returns its number.

    `payload` holds references, no personal data: it is read by the worker and by whoever looks at failed jobs.
    With a `dedupe_key` that a waiting or running job has, nothing is added and None returned. `tenant` is the
    merchant that the work is about, the actor's own when not given. Higher `priority` goes first. The task
    `task_id` of that merchant fails when the job fails for the last time.
    """
    body = canonical_json(payload)
    if len(body) > LONGEST_PAYLOAD_BYTES:
        raise ValueError("a job's payload holds references, not contents")
    values = {
        "name": name,
        "payload": body,
        "headers": canonical_json(_headers(tx.actor, tenant, task_id)).decode(),
        "run_at": run_at,
        "dedupe_key": dedupe_key,
        "priority": priority,
    }
    job_id: int | None = await tx.scalar(ENQUEUE, values)
    return job_id


def _headers(actor: Actor, tenant: UUID | None, task_id: UUID | None) -> dict[str, Any]:
    """On whose behalf, and as part of which trace."""
    trace: dict[str, str] = {}
    inject(trace)
    headers = {
        "account_id": actor.account_id,
        "membership_id": actor.membership_id,
        "token_id": actor.token_id,
        "template": actor.template,
        "merchant_id": tenant or actor.merchant_id,
        "task_id": task_id,
        "request_id": actor.request_id,
        "policy_version": actor.policy_version,
        "otel": trace or None,
    }
    return {name: value for name, value in headers.items() if value is not None}
