"""Waits for the server's own word that it is ready."""

import asyncio

import httpx

from prepaid.core.setup_error import SetupError

INTERVAL_SECONDS = 0.1


async def wait_until_ready(url: str, timeout_seconds: float = 60.0) -> None:
    """Ask `url` until it answers 200.

    Raises:
        SetupError: it did not within the time.
    """
    answer = "no answer"
    async with httpx.AsyncClient(trust_env=False, timeout=5) as client:
        try:
            async with asyncio.timeout(timeout_seconds):
                while True:
                    try:
                        response = await client.get(url)
                    except httpx.TransportError as error:
                        answer = type(error).__name__
                    else:
                        if response.status_code == httpx.codes.OK:
                            return
                        answer = f"{response.status_code} {response.text[:200]}"
                    await asyncio.sleep(INTERVAL_SECONDS)
        except TimeoutError as error:
            raise SetupError(
                f"The server is not ready after {timeout_seconds:.0f} s ({url}: {answer}): see its lines above."
            ) from error
