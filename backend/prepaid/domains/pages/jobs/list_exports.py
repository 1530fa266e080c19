"""Writing lists into files, as those who asked see them at that moment."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Final, cast
from uuid import UUID

import anyio.to_thread

from prepaid.core import audit, tasks
from prepaid.core.actor import GATEKEEPER, SYSTEM, Actor
from prepaid.core.errors import Forbidden, Locale, Refusal, RequestError
from prepaid.core.files import CSV, XLSX, file_purpose
from prepaid.core.jobs import JobContext, job
from prepaid.domains.identity.reads.member_actor import actor_of_member
from prepaid.domains.notifications.commands.notify import Recipient, notify
from prepaid.domains.notifications.rules.kinds import NoticeKind, NoticeTone, Value, Words, notice_kind
from prepaid.domains.pages.commands.export_list import EXPORT_LIST, WRITE_LIST_EXPORT
from prepaid.domains.pages.commands.list_source import ListSource, Record, lists
from prepaid.domains.pages.jobs.list_files import ListFile, list_file
from prepaid.domains.pages.models import ListExport
from prepaid.domains.pages.rules.exports.cells import cell
from prepaid.domains.pages.rules.exports.texts import cut_off, file_name
from prepaid.domains.pages.rules.layout.pages import ExportFormat
from prepaid.kit import clock

KEPT_FOR: Final = timedelta(days=7)
MEMORY_BYTES: Final = 4 * 1024 * 1024
PURPOSE: Final = file_purpose("list_export", max_bytes=1024**3, kinds=[CSV, XLSX], made_here=True)
TASKS: Final = "tasks"
READY: Final = notice_kind(
    NoticeKind(
        code="export.ready",
        title=Words("导出完成：{title}", "Export ready: {title}"),
        body=Words("共 {rows} 行，文件保留 {days} 天", "{rows} rows; the file is kept for {days} days"),
        tone=NoticeTone.SUCCESS,
        page_key=TASKS,
    )
)
FAILED: Final = notice_kind(
    NoticeKind(
        code="export.failed",
        title=Words("导出失败：{title}", "Export failed: {title}"),
        body=Words("请在列表中重新导出", "Export it again from the list"),
        tone=NoticeTone.WARNING,
        page_key=TASKS,
    )
)


@job(WRITE_LIST_EXPORT, at_once=2)
async def write_list_export(ctx: JobContext, *, export_id: UUID) -> None:
    """Write the file, with the grants, the data scope and the masking that the member has now.

    A task that was cancelled, or done by a run that did not live to say so, leaves nothing to do.
    """
    database = ctx.services.database
    async with database.write(SYSTEM) as tx:
        asked = await tx.get(ListExport, (ctx.actor.tenant, export_id))
    if asked is None:
        return
    with SpooledTemporaryFile(max_size=MEMORY_BYTES) as spool:
        file = cast(BinaryIO, spool)
        try:
            await tasks.Progress(database, asked.merchant_id, asked.task_id).begin()
            actor = await _caller(ctx, asked)
            opened = lists()(
                ctx.services, actor, page_key=asked.page_key, columns=asked.columns, variables=asked.variables
            )
            async with opened as source:
                result = await _write(ctx, source, file, asked)
        except tasks.TaskEnded:
            return
        except (Refusal, RequestError) as refusal:
            if getattr(refusal, "retryable", False):
                raise
            await _refused(ctx, asked, refusal.code)
            return
        await _store(ctx, asked, file, result)


async def _caller(ctx: JobContext, asked: ListExport) -> Actor:
    """The member as he is now. Raises `Forbidden` when he has left, or may not export any more."""
    locale = cast(Locale, asked.locale)
    async with ctx.services.database.read(GATEKEEPER) as source:
        actor = await actor_of_member(source, asked.merchant_id, asked.membership_id, locale)
    if actor is None or not actor.may(EXPORT_LIST):
        raise Forbidden
    return actor


async def _write(ctx: JobContext, source: ListSource, file: BinaryIO, asked: ListExport) -> dict[str, int | bool]:
    """Fill the file; how many rows it holds, and whether some were left out."""
    locale = cast(Locale, asked.locale)
    total = None if source.total is None else min(source.total, source.most_rows)
    progress = tasks.Progress(ctx.services.database, asked.merchant_id, asked.task_id, total=total)
    # Another thread writes: a workbook takes some seconds of a processor.
    made = await anyio.to_thread.run_sync(list_file, ExportFormat(asked.format), file, source.title, source.columns)
    done, beyond = 0, False
    async for chunk in source.chunks:
        kept = chunk[: source.most_rows - done]
        beyond = beyond or len(kept) < len(chunk)
        await anyio.to_thread.run_sync(_add, made, source, kept, locale)
        done += len(kept)
        await progress.report(min(done, total) if total is not None else done)
    if beyond:
        made.note(cut_off(locale, done))
    await anyio.to_thread.run_sync(made.finish)
    return {"rows": done, "truncated": beyond}


def _add(made: ListFile, source: ListSource, records: Sequence[Record], locale: Locale) -> None:
    made.rows([[cell(column, record, locale) for column in source.columns] for record in records])


async def _store(ctx: JobContext, asked: ListExport, file: BinaryIO, result: dict[str, int | bool]) -> None:
    now, english = clock.now(), asked.locale == "en"
    kind = CSV if asked.format == ExportFormat.CSV else XLSX
    name = file_name(asked.title_en if english else asked.title_zh, now, kind.extensions[0].removeprefix("."))
    put = partial(ctx.services.files.put, tenant=asked.merchant_id, expires_at=now + KEPT_FOR)
    file_id = await put(ctx.tx, PURPOSE.code, name, file, kind.media_type)
    await tasks.finish(ctx.tx, asked.merchant_id, asked.task_id, result=result, file_id=file_id)
    after = {"page": asked.page_key, **result}
    await audit.record(ctx.tx, "list.exported", object_type="ListExport", object_id=asked.id, after=after)
    title = Words(asked.title_zh, asked.title_en)
    data: dict[str, Value] = {"title": title, "rows": int(result["rows"]), "days": KEPT_FOR.days}
    await notify(ctx.tx, READY, [_owner(asked)], data=data)


async def _refused(ctx: JobContext, asked: ListExport, code: str) -> None:
    await tasks.fail(ctx.tx, asked.merchant_id, asked.task_id, code)
    await notify(ctx.tx, FAILED, [_owner(asked)], data={"title": Words(asked.title_zh, asked.title_en)})


def _owner(asked: ListExport) -> Recipient:
    return Recipient(asked.merchant_id, asked.account_id, asked.membership_id)
