"""Asking for the audit trail as a file."""

import re
from dataclasses import asdict, replace
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import tasks
from prepaid.core.actor import Actor, DbRole, ScopeKind
from prepaid.core.database import WriteSession
from prepaid.core.errors import Forbidden, InvalidValue, NotFound
from prepaid.core.jobs import enqueue
from prepaid.core.tables import AuditEvent
from prepaid.domains.identity.models import Merchant
from prepaid.domains.identity.reads.members import visible_member
from prepaid.domains.identity.rules.audit_csv import TrailFilter, columns_for
from prepaid.domains.identity.rules.scopes import WITHIN_STORES

EXPORT_AUDIT: Final = tasks.task_kind("audit.export", "导出审计日志", "Export of the audit trail")
"""Kind of the task."""
WRITE_AUDIT_EXPORT: Final = "identity.write_audit_export"
ACTION: Final = re.compile(r"[a-z0-9_.]{1,80}")
OBJECT_TYPE: Final = re.compile(r"[A-Za-z0-9]{1,64}")


async def export_audit(
    tx: WriteSession, actor: Actor, *, chosen: TrailFilter, member_tenant: UUID | None = None
) -> tuple[UUID, UUID]:
    """Begin a task that writes what the actor may see of the audit trail into a CSV file; (tenant, task).

    `member_tenant` is the tenant of the member whom `chosen` names. Staff of several merchants name one of
    them: the file lies in the tenant whose events it holds.

    Raises:
        InvalidValue, NotFound.
        Forbidden: an API token asks; a task belongs to a person.
    """
    if actor.account_id is None:
        raise Forbidden
    _ensure_sense(chosen)
    await _ensure_visible(tx, actor, chosen, member_tenant)
    whole = actor.db_role is DbRole.BANK
    tenant = actor.tenant if whole else chosen.merchant_id or actor.merchant_id
    if tenant is None:
        raise InvalidValue(path=("merchantId",), reason="REQUIRED")
    wanted = chosen if whole else replace(chosen, merchant_id=tenant)
    task_id = await tasks.start(tx, EXPORT_AUDIT, tenant=tenant)
    await enqueue(
        tx,
        WRITE_AUDIT_EXPORT,
        payload={
            "task_id": task_id,
            "chosen": {name: value for name, value in asdict(wanted).items() if value is not None},
            "columns": columns_for(_sight(actor)),
            "language": actor.locale,
            "whole": whole,
        },
        tenant=tenant,
        task_id=task_id,
    )
    return tenant, task_id


def _sight(actor: Actor) -> frozenset[str]:
    """Within stores and for oneself, only some members may be seen, so that the column of names is left out."""
    if actor.scope is ScopeKind.SELF or actor.scope in WITHIN_STORES:
        return actor.grants.codes - {"member.read"}
    return actor.grants.codes


def _ensure_sense(chosen: TrailFilter) -> None:
    if chosen.since is not None and chosen.until is not None and chosen.since >= chosen.until:
        raise InvalidValue(path=("to",), reason="from ≥ to")
    if chosen.action is not None and ACTION.fullmatch(chosen.action) is None:
        raise InvalidValue(path=("action",), reason="a-z 0-9 _ .")
    if chosen.object_type is not None and OBJECT_TYPE.fullmatch(chosen.object_type) is None:
        raise InvalidValue(path=("objectType",), reason="A-Z a-z 0-9")


async def _ensure_visible(tx: WriteSession, actor: Actor, chosen: TrailFilter, member_tenant: UUID | None) -> None:
    """Nobody learns by an export's success that an object of others exists."""
    if chosen.merchant_id is not None and await tx.get(Merchant, chosen.merchant_id) is None:
        raise NotFound(path=("merchantId",))
    if chosen.membership_id is not None:
        await visible_member(tx, actor, member_tenant or actor.tenant, chosen.membership_id)
    if chosen.object_id is not None:
        about = select(AuditEvent.id).filter_by(object_id=chosen.object_id).limit(1)
        if await tx.scalar(about) is None:
            raise NotFound(path=("objectId",))
