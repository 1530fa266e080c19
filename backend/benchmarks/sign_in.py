"""Signing in to this server as a person does, and finding one order to ask for."""

import json
from collections.abc import Mapping
from typing import Any

import httpx

from benchmarks.world import LOGIN
from prepaid.seed import DEMO_ACCOUNTS

SIGN_IN = "mutation In($input: SignInInput!) { signIn(input: $input) { step userErrors { code } } }"


def session_headers(url: str) -> dict[str, str]:
    """Headers of a signed-in cookie session of the demo merchant's owner."""
    password = next(account.password for account in DEMO_ACCOUNTS if account.login == LOGIN)
    headers = {"X-Requested-With": "benchmark", "Origin": url}
    body = {"query": SIGN_IN, "variables": {"input": {"login": LOGIN, "password": password}}}
    with httpx.Client(base_url=url, headers=headers) as client:
        answer = client.post("/graphql", json=body).json()
        if answer.get("data", {}).get("signIn", {}).get("step") != "SIGNED_IN":
            raise RuntimeError(f"signing in to the benchmark's server failed: {json.dumps(answer)}")
        return headers | {"Cookie": "; ".join(f"{name}={value}" for name, value in client.cookies.items())}


def first_order(url: str, headers: Mapping[str, str]) -> str:
    """Global id of one order that the signed-in owner may see."""
    answer: Any = httpx.post(
        f"{url}/graphql", json={"query": "{ latest: benchOrders(first: 1) { nodes { id } } }"}, headers=headers
    )
    found: str = answer.json()["data"]["latest"]["nodes"][0]["id"]
    return found
