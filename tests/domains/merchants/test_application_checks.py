"""What `prepaid verify` says of applications that somebody tampered with."""

from prepaid.domains.merchants.jobs.application_checks import verify_applications
from tests.domains.demo import Demo


async def test_the_demo_has_nothing_to_find_and_tampering_is_named(demo: Demo) -> None:
    assert await verify_applications(demo.superuser) == []
    number = await demo.superuser.fetchval(
        "UPDATE merchant_application SET state = 'CLOSED' WHERE state = 'REJECTED' RETURNING number"
    )
    await demo.superuser.execute("UPDATE merchant_company SET appid = NULL WHERE name = '云岭滑冰馆'")
    found = await verify_applications(demo.superuser)
    assert (found[0].object, len(found)) == (f"application {number}", 2)
    assert found[1].detail == "the merchant is active without an APPID"
