"""The history of a card."""

from typing import Any

import orjson

from prepaid.core import audit
from prepaid.core.database import WriteSession
from prepaid.domains.cards.models import Card, CardEvent
from prepaid.kit import clock
from prepaid.kit.codec import canonical_json


async def note_event(tx: WriteSession, card: Card, kind: str, *, reason: str | None = None, **details: Any) -> None:
    """Note what happened to a card, in its history and in the audit trail.

    `details`: references and masked values only.
    """
    await tx.flush()
    tx.add(
        CardEvent(
            merchant_id=card.merchant_id,
            card_id=card.id,
            kind=kind,
            at=clock.now(),
            account_id=tx.actor.account_id,
            membership_id=tx.actor.membership_id,
            reason=reason,
            details=orjson.loads(canonical_json(details)),
        )
    )
    await audit.record(
        tx,
        f"card.{kind.lower()}",
        object_type="Card",
        object_id=card.id,
        tenant=card.merchant_id,
        after=details or None,
        reason=reason,
    )
