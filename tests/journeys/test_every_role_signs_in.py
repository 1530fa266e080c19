"""Each seeded role signs in through GraphQL and finds its own place."""

import pytest

from prepaid.seed import DEMO_ACCOUNTS
from tests.support.served import Served

ME = "{ me { account { id } membership { id } template scope grants locked } }"


@pytest.mark.parametrize("login", [account.login for account in DEMO_ACCOUNTS])
def test_signs_in_and_out(served: Served, login: str) -> None:
    caller = served.signed_in(login)
    me = caller.data(ME)["me"]
    assert me["grants"]
    assert not me["locked"]
    caller.data("mutation { signOut { userErrors { code } } }")
    assert caller.ask(ME)["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
