"""The first administrators of the permission platform, who then make everybody else."""

from prepaid.core.actor import ScopeKind
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.errors import Refusal
from prepaid.core.settings import settings
from prepaid.core.setup_error import SetupError
from prepaid.domains.identity.reads.accounts import login_index
from prepaid.domains.identity.rules.logins import read_login
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.kit.identifiers import InvalidIdentifier
from prepaid.kit.ids import PLATFORM_TENANT
from prepaid.seed.enrol import enrol
from prepaid.seed.opened import SEEDER, opened
from prepaid.seed.platforms import seed_platforms


async def create_administrator(admin_url: str, *, login: str, password: str) -> None:
    """Make an administrator of the permission platform; a number made of his login stands in for his staff number.

    Changes of the bank's own staff take two people, so a new installation runs this for two.

    Raises:
        SetupError: the login or the password is refused, in the words of the refusal.
    """
    keyring = KeyRing.from_settings(settings())
    try:
        async with opened(admin_url) as database, database.write(SEEDER) as tx:
            await seed_platforms(tx)
            await enrol(
                tx,
                keyring=keyring,
                data_keys=DataKeys(keyring),
                name="Administrator",
                logins=(login,),
                password=password,
                template="permission",
                role="administrator",
                tenant=PLATFORM_TENANT,
                scope=MemberScope(kind=ScopeKind.BANK_ALL),
                staff_number=f"ADMIN-{login_index(keyring, read_login(login)).hex()[:8]}",
            )
    except InvalidIdentifier as error:
        raise SetupError("The login is neither a mobile number nor an e-mail address.") from error
    except Refusal as refusal:
        raise SetupError(f"{refusal.message('en')}.") from refusal
