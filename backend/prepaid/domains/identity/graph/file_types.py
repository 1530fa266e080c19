"""Stored files, where a record shows one."""

from typing import Any

from prepaid.core.tables import StoredFile
from prepaid.graph.context import GraphContext
from prepaid.graph.types import PUBLIC, batch, column, graph_type


def _addresses(context: GraphContext, files: list[dict[str, Any]]) -> list[str]:
    store, session = context.services.files, context.actor.session_id
    return [store.address_of(file["merchant_id"], file["id"], session).url for file in files]


@graph_type(StoredFile, permission=PUBLIC, node=False)
class File:
    """A file of a record; whoever may see the record may fetch it, with the own session and for some minutes."""

    name: str = column(StoredFile.name, "Name with its extension")
    media_type: str = column(StoredFile.content_type, "Media type")
    bytes: int = column(StoredFile.size, "Size in bytes")
    url: str = batch(_addresses, "Where to GET it", requires=[StoredFile.merchant_id, StoredFile.id])
