"""Who edits pages and who looks at them."""

from dataclasses import dataclass, replace
from typing import Any

from prepaid.core.actor import Actor, intern_grants
from prepaid.core.database import Database
from prepaid.domains.identity.models import MerchantTypeFeatures
from tests.domains.identity import cast
from tests.domains.pages.shop_pages import ALL

TYPES = ("ice_rink", "dance_school")
EDITING = frozenset(
    {"page.read", "page.overlay_edit", "page.overlay_publish", "page.preview", "form.read", "form.edit", "form.publish"}
)


@dataclass(frozen=True)
class Bank:
    """A bank with a platform `shop` for its merchants, two merchant types, and a merchant of each."""

    editor: Actor
    rink: Actor
    school: Actor
    shops: cast.Platform


async def bank(db: Database) -> Bank:
    headquarters = await cast.platform(db, cast.HEADQUARTERS)
    shops = await cast.platform(db, cast.SHOP)
    async with db.write(cast.BANK) as tx:
        tx.add_all(MerchantTypeFeatures(type_code=code, name_zh=code, name_en=code, features=[]) for code in TYPES)
    staff = {}
    for code in TYPES:
        merchant = await cast.shop(db, name=code, type_code=code)
        person = await cast.member(db, shops, "owner", tenant=merchant.id)
        staff[code] = granted(person, *ALL)
    editor = granted(await cast.member(db, headquarters, "root", staff_number="1001"), *EDITING)
    return Bank(editor, staff["ice_rink"], staff["dance_school"], shops)


def granted(actor: Actor, *codes: str) -> Actor:
    return replace(actor, grants=intern_grants(frozenset(codes)))


def patch(*ops: dict[str, Any]) -> dict[str, Any]:
    return {"ops": list(ops)}
