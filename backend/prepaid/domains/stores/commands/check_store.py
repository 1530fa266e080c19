"""Checking what a merchant says of a store."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.identity.commands.wording import free_text, name_text
from prepaid.domains.stores.errors import HoursInvalid, StoreNameTaken
from prepaid.domains.stores.models import Store
from prepaid.domains.stores.rules.details import StoreDetails
from prepaid.domains.stores.rules.stores import InvalidHours, OpeningHours, Weekday
from prepaid.kit.pinyin import search_text


async def checked(
    tx: WriteSession, merchant_id: UUID, given: StoreDetails, *, store_id: UUID | None = None
) -> dict[str, Any]:
    """The columns that the details fill.

    Raises:
        InvalidValue, HoursInvalid.
        StoreNameTaken: another store of the merchant that is not closed has the name.
    """
    name = name_text(given.name, ("name",))
    same = select(Store.id).where(Store.merchant_id == merchant_id, Store.name == name, Store.status != "CLOSED")
    if await tx.scalar(same.where(Store.id != store_id) if store_id else same):
        raise StoreNameTaken(path=("name",))
    address = free_text(given.address, ("address",))
    if not address:
        raise InvalidValue(path=("address",), reason="EMPTY")
    if (given.longitude is None) != (given.latitude is None):
        raise InvalidValue(path=("latitude" if given.latitude is None else "longitude",), reason="EMPTY")
    for path, degrees, most in (("longitude", given.longitude, 180), ("latitude", given.latitude, 90)):
        if degrees is not None and not -most <= degrees <= most:
            raise InvalidValue(path=(path,), reason="OUT_OF_RANGE")
    try:
        OpeningHours.read(given.opens or None, given.closes or None, given.closed_weekdays)
    except InvalidHours as error:
        raise HoursInvalid(path=("opens",)) from error
    return {
        "name": name,
        "search": search_text(name, address),
        "address": address,
        "longitude": given.longitude,
        "latitude": given.latitude,
        "opens": given.opens or None,
        "closes": given.closes or None,
        "closed_weekdays": sorted(set(given.closed_weekdays), key=list(Weekday).index),
        "phone": free_text(given.phone or "", ("phone",)) or None,
    }
