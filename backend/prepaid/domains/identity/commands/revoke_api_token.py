"""Taking an API token back."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.models import ApiToken
from prepaid.domains.identity.reads.known_callers import announce
from prepaid.kit import clock


async def revoke_api_token(tx: WriteSession, actor: Actor, *, tenant: UUID, token_id: UUID) -> ApiToken:
    """From now on the token is refused everywhere; one that was revoked before stays so.

    Raises:
        NotFound: no such token among the tenants that the actor sees.
    """
    token = await tx.get(ApiToken, (tenant, token_id), with_for_update=True)
    if token is None:
        raise NotFound(path=("id",))
    if token.revoked_at is None:
        token.revoked_at = clock.now()
        await announce(tx, token=token.id)
        await audit.record(
            tx,
            "api_token.revoked",
            object_type="ApiToken",
            object_id=token.id,
            tenant=token.merchant_id,
            after={"prefix": token.prefix, "by": actor.key},
        )
    return token
