"""Accounts that applicants make for themselves."""

from typing import Any

from prepaid.core.actor import ANONYMOUS
from prepaid.domains.identity.commands.sign_up import codes
from prepaid.domains.identity.rules.logins import read_login
from prepaid.kit import clock
from prepaid.kit.identifiers import fictitious
from tests.domains.demo import Demo

PASSWORD = "Ice-Skating-2580-North"


async def asked(demo: Demo, name: str, **inputs: Any) -> Any:
    return await demo.graph.refused(ANONYMOUS, name, "step memberships { id }" if name == "signUp" else "", **inputs)


async def test_a_code_makes_an_account_once(demo: Demo) -> None:
    login = fictitious.phone(7_001)
    assert not (await asked(demo, "requestSignUp", login=login))["userErrors"]
    code = codes(demo.graph.services.keyring, read_login(login))[0]
    wrong = f"{(int(code) + 1) % 10**8:08d}"
    person = {"login": login, "displayName": "周申请", "password": PASSWORD, "kind": "BEARER"}
    refused = await asked(demo, "signUp", code=wrong, **person)
    assert [each["code"] for each in refused["userErrors"]] == ["SIGN_UP_CODE_WRONG"]
    made = await asked(demo, "signUp", code=code, **person)
    assert (made["step"], made["memberships"], made["userErrors"]) == ("SIGNED_IN", [], [])
    again = await asked(demo, "signUp", code=code, **person)
    assert [each["code"] for each in again["userErrors"]] == ["LOGIN_TAKEN"]


async def test_a_code_ends_with_the_next_window(demo: Demo) -> None:
    login = fictitious.phone(7_002)
    now = clock.now()
    with clock.freeze(now):
        code = codes(demo.graph.services.keyring, read_login(login))[0]
    later = now.replace(year=now.year + 1)
    with clock.freeze(later):
        refused = await asked(demo, "signUp", login=login, code=code, displayName="周申请", password=PASSWORD)
    assert [each["code"] for each in refused["userErrors"]] == ["SIGN_UP_CODE_WRONG"]
