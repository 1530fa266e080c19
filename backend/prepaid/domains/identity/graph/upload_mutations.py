"""The mutation that every upload begins with."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import strawberry

from prepaid.domains.identity.commands.start_upload import start_upload as start_upload_command
from prepaid.graph.types import SIGNED_IN, MutationContext, mutation


@strawberry.type(description="Where the bytes of a file go.")
class UploadTicket:
    """A signed address, and the file's token."""

    url: str = strawberry.field(description="Where to PUT the bytes, with the caller's own session")
    token: str = strawberry.field(
        description="What mutations and forms name the file by once it is there; good for a day"
    )
    expires_at: datetime = strawberry.field(description="Until when the address takes the bytes")


@strawberry.input(description="A file that is to be uploaded.")
class StartUploadInput:
    """Input of `startUpload`."""

    purpose: str = strawberry.field(description="What it is for: decides which kinds and sizes are taken")
    name: str = strawberry.field(description="Name of the file, with its extension")
    content_type: str = strawberry.field(description="Media type of the file; its contents are compared with it")
    size: int = strawberry.field(description="Its size in bytes, exactly")


@mutation(permission=SIGNED_IN, payload={"upload": UploadTicket})
async def start_upload(ctx: MutationContext, input: StartUploadInput) -> Mapping[str, Any]:
    """Announce a file; its bytes go to the address of the ticket, its token into a mutation."""
    ticket = await start_upload_command(
        ctx.tx,
        ctx.actor,
        files=ctx.services.files,
        purpose=input.purpose,
        name=input.name,
        content_type=input.content_type,
        size=input.size,
    )
    return {"upload": UploadTicket(url=ticket.url, token=ticket.token, expires_at=ticket.expires_at)}
