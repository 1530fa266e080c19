"""The mutation that exports a list."""

from collections.abc import Mapping
from typing import Any

import strawberry
from strawberry.scalars import JSON

from prepaid.core.database import ReadSession
from prepaid.core.errors import BadUserInput
from prepaid.domains.identity.graph.task_types import Task
from prepaid.domains.pages.commands.export_list import EXPORT_LIST
from prepaid.domains.pages.commands.export_list import export_list as export_list_command
from prepaid.domains.pages.graph import export_types as _export_types  # noqa: F401 - declares
from prepaid.domains.pages.graph.configurations import configurations_of
from prepaid.domains.pages.graph.exporting import plan_export, prove_variables
from prepaid.domains.pages.rules.layout.pages import ExportFormat
from prepaid.graph.types import MutationContext, mutation, ref


@strawberry.input(description="A list that is wanted as a file.")
class ExportListInput:
    """Input of `exportList`."""

    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")
    page_key: strawberry.ID = strawberry.field(description="Key of the list page")
    format: ExportFormat = strawberry.field(description="Format of the file")
    columns: list[strawberry.ID] = strawberry.field(description="Keys of the page's columns, in the order wanted")
    variables: JSON | None = strawberry.field(
        default=None, description="Variables of the list's own operation: filter, orderBy, search and the like"
    )


@mutation(permission=EXPORT_LIST, idempotent=True, payload={"task": Task})
async def export_list(ctx: MutationContext, input: ExportListInput) -> Mapping[str, Any]:
    """Write a list into a file, as the caller sees it; the task tells when it is there. It is kept for a week."""
    variables: Any = {} if input.variables is None else input.variables
    if not isinstance(variables, dict):
        raise BadUserInput("variables are a JSON object")
    configurations = configurations_of(ctx.graph)
    seen = await configurations.of(ReadSession(await ctx.tx.raw(), ctx.actor), ctx.actor)
    planned = plan_export(
        configurations.compiler,
        seen.configuration,
        page_key=input.page_key,
        columns=[str(key) for key in input.columns],
        variables=variables,
    )
    prove_variables(configurations.engine, planned)
    task_id = await export_list_command(
        ctx.tx,
        ctx.actor,
        page_key=planned.page.key,
        title=planned.page.title,
        columns=[column.key for column in planned.columns],
        variables=planned.variables,
        file_format=input.format,
    )
    return {"task": ref(Task, ctx.actor.tenant, task_id)}
