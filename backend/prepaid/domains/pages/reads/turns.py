"""Whose turn it is: changes of one thing happen one after the other."""

from sqlalchemy import func, select

from prepaid.core.database import WriteSession


async def one_at_a_time(tx: WriteSession, *subject: str | None) -> None:
    """Put those in a line who save or publish the same thing: there is one draft of it, and one version in force."""
    await tx.execute(
        select(func.pg_advisory_xact_lock(func.hashtextextended("pages:" + "/".join(map(str, subject)), 0)))
    )
