"""A member's own settings of the admin."""

import re
from typing import Any, Final

import orjson
from sqlalchemy import delete, func, select

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, Unauthenticated
from prepaid.domains.pages.errors.definitions import SettingsTooMany
from prepaid.domains.pages.models import MemberSetting
from prepaid.kit import clock

KEY: Final = re.compile(r"[a-z][A-Za-z0-9]{0,63}(\.[A-Za-z0-9_-]{1,64}){0,3}")
LARGEST_BYTES: Final = 16_000
MOST_SETTINGS: Final = 300


async def save_setting(tx: WriteSession, actor: Actor, *, key: str, value: Any) -> None:
    """Keep a setting by its key, e.g. `columns.members`; None forgets it.

    Raises:
        InvalidValue: a malformed key, or a value of more than 16 kB as JSON.
        SettingsTooMany.
    """
    if actor.account_id is None or actor.membership_id is None:
        raise Unauthenticated
    if KEY.fullmatch(key) is None:
        raise InvalidValue(path=("key",), reason="KEY")
    if len(orjson.dumps(value)) > LARGEST_BYTES:
        raise InvalidValue(path=("value",), reason=f"≤ {LARGEST_BYTES // 1000} kB")
    mine = (MemberSetting.merchant_id == actor.tenant, MemberSetting.membership_id == actor.membership_id)
    if value is None:
        await tx.execute(delete(MemberSetting).where(*mine, MemberSetting.key == key))
        return
    setting = await tx.get(MemberSetting, (actor.tenant, actor.membership_id, key), with_for_update=True)
    if setting is None:
        if (await tx.scalar(select(func.count()).select_from(MemberSetting).where(*mine)) or 0) >= MOST_SETTINGS:
            raise SettingsTooMany
        setting = MemberSetting(
            merchant_id=actor.tenant, membership_id=actor.membership_id, key=key, account_id=actor.account_id
        )
        tx.add(setting)
    setting.value, setting.saved_at = value, clock.now()
    await tx.flush()
