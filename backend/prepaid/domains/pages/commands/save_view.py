"""Views of lists: saving, sharing, deleting."""

import re
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Forbidden, InvalidValue, NotFound, Unauthenticated
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.pages.errors.definitions import ViewNotOwn, ViewsTooMany
from prepaid.domains.pages.models import SavedView
from prepaid.kit import clock

SHARE: Final = "view.share"
MOST_VIEWS: Final = 50
PAGE_KEY: Final = re.compile(r"[a-z][A-Za-z0-9]{0,63}")
QUERY: Final = re.compile(r"[A-Za-z0-9\-._~!$&'()*+,;=:@/?%]{0,4000}")
"""RFC 3986, 3.4: what a query string consists of."""


async def save_view(
    tx: WriteSession,
    actor: Actor,
    *,
    page_key: str,
    label: str,
    query: str,
    shared: bool,
    view_id: UUID | None = None,
) -> SavedView:
    """Keep a list's filters, order and columns under a name, for oneself or for the whole tenant.

    `query` is the query string of the list's address. With `view_id` that view is changed.

    Raises:
        NotFound, ViewNotOwn, ViewsTooMany, InvalidValue.
        Forbidden: sharing takes the permission `view.share`.
    """
    account, membership, template = _member(actor)
    if shared and not actor.may(SHARE):
        raise Forbidden
    if PAGE_KEY.fullmatch(page_key) is None:
        raise InvalidValue(path=("pageKey",), reason="KEY")
    if QUERY.fullmatch(query) is None:
        raise InvalidValue(path=("query",), reason="QUERY")
    if view_id is not None:
        view = await _own(tx, actor, view_id)
    else:
        mine = select(func.count()).select_from(SavedView)
        count = await tx.scalar(mine.where(SavedView.membership_id == membership, SavedView.page_key == page_key))
        if (count or 0) >= MOST_VIEWS:
            raise ViewsTooMany(most=MOST_VIEWS)
        view = SavedView(merchant_id=actor.tenant, account_id=account, membership_id=membership, template_code=template)
        tx.add(view)
    view.page_key, view.label, view.query = page_key, name_text(label, ("label",)), query
    view.shared, view.saved_at = shared, clock.now()
    await tx.flush()
    return view


async def delete_view(tx: WriteSession, actor: Actor, *, view_id: UUID) -> None:
    """Delete an own view, or with `view.share` one that somebody else shares.

    Raises:
        NotFound, ViewNotOwn.
    """
    await tx.delete(await _own(tx, actor, view_id))
    await tx.flush()


async def _own(tx: WriteSession, actor: Actor, view_id: UUID) -> SavedView:
    _, membership, template = _member(actor)
    view = await tx.get(SavedView, (actor.tenant, view_id), with_for_update=True)
    if view is None or view.template_code != template or not (view.shared or view.membership_id == membership):
        raise NotFound(path=("id",))
    if view.membership_id != membership and not actor.may(SHARE):
        raise ViewNotOwn
    return view


def _member(actor: Actor) -> tuple[UUID, UUID, str]:
    if actor.account_id is None or actor.membership_id is None or actor.template is None:
        raise Unauthenticated
    return actor.account_id, actor.membership_id, actor.template
