"""Creating a merchant operator."""

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.identity.errors.members import OperatorNameTaken
from prepaid.domains.identity.models import Operator
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def create_operator(tx: WriteSession, actor: Actor, *, name: str) -> Operator:
    """Make a company that may run several merchants (商户运营方); it has no merchants and no staff yet.

    Raises:
        OperatorNameTaken, InvalidValue.
    """
    name = name_text(name, ("name",))
    if await tx.scalar(select(Operator.id).filter_by(name=name)):
        raise OperatorNameTaken(path=("name",))
    operator = Operator(id=uuid7(), name=name, created_at=clock.now())
    tx.add(operator)
    await tx.flush()
    await audit.record(
        tx, "operator.created", object_type="Operator", object_id=operator.id, after={"name": operator.name}
    )
    return operator
