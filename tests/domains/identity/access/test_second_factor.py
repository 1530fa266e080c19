"""The second factor: each code once, five wrong ones lock, recovery codes, and platforms that demand it."""

import asyncio
from datetime import timedelta

import asyncpg
import pytest
from sqlalchemy import text

from prepaid.core.actor import ScopeKind
from prepaid.core.attempts import TooManyAttempts
from prepaid.core.crypto import SecretBox
from prepaid.core.database import WriteSession
from prepaid.core.errors import Forbidden, StepUpRequired
from prepaid.domains.identity.commands.change_password import change_password
from prepaid.domains.identity.commands.confirm_totp import confirm_totp
from prepaid.domains.identity.commands.disable_totp import disable_totp
from prepaid.domains.identity.commands.enroll_totp import enroll_totp
from prepaid.domains.identity.commands.regenerate_recovery_codes import regenerate_recovery_codes
from prepaid.domains.identity.commands.sign_in import TICKET_PURPOSE, SignInStep
from prepaid.domains.identity.errors.access import (
    PasswordWrong,
    SecondFactorMandatory,
    SecondFactorWrong,
    SignInExpired,
    TotpAlreadyEnrolled,
    TotpNotEnrolled,
)
from prepaid.domains.identity.rules.attempt_limits import TOTP
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT
from tests.domains.identity.access.world import PASSWORD, Person, World

STEP = timedelta(seconds=30)
LEFT = text("UPDATE membership SET status = 'LEFT' WHERE id = :id")


async def ticket_of(world: World, person: Person) -> str:
    answer = await world.sign_in(person.phone)
    assert (answer.step, answer.opened) == (SignInStep.SECOND_FACTOR, None)
    assert answer.ticket is not None
    return answer.ticket


async def test_bank_staff_without_authenticator_may_only_enrol_one(world: World) -> None:
    person = await world.banker("audit.read")
    answer = await world.sign_in(person.phone)
    assert answer.step is SignInStep.SECOND_FACTOR_ENROLMENT
    assert answer.opened is not None
    limited = await world.visit(answer.opened.issued)
    assert limited.second_factor_due
    assert (limited.grants.codes, limited.template, limited.merchant_ids) == (frozenset(), None, ())

    async def change(tx: WriteSession) -> None:
        await change_password(
            tx, limited, data_keys=world.data_keys, current_password=PASSWORD, new_password="another-tulip-77"
        )

    with pytest.raises(Forbidden):
        await world.run(limited, change)

    begun = await world.run(limited, lambda tx: enroll_totp(tx, limited, keyring=world.keyring))
    person.totp = begun.secret
    assert begun.address.startswith("otpauth://totp/")
    assert person.phone not in begun.address
    confirmed = await world.run(
        limited, lambda tx: confirm_totp(tx, limited, keyring=world.keyring, code=person.code())
    )
    full = await world.visit(confirmed.issued)
    assert full.may("audit.read")
    assert not full.second_factor_due
    assert len(set(confirmed.recovery_codes)) == 10


async def test_with_an_authenticator_the_password_alone_opens_nothing(world: World) -> None:
    person = await world.with_totp(await world.banker("audit.read"))
    ticket = await ticket_of(world, person)
    with clock.travel(STEP):
        answer = await world.verify(ticket, code=person.code())
    assert answer.step is SignInStep.SIGNED_IN
    assert answer.opened is not None
    assert (await world.visit(answer.opened.issued)).may("audit.read")


async def test_each_code_is_good_once_also_for_two_at_once(world: World) -> None:
    person = await world.with_totp(await world.banker())
    ticket = await ticket_of(world, person)
    with pytest.raises(SecondFactorWrong):
        await world.verify(ticket, code=person.code())  # the enrolment has used it
    with clock.travel(STEP):
        code = person.code()
        outcomes = await asyncio.gather(*(world.verify(ticket, code=code) for _ in range(4)), return_exceptions=True)
        assert sorted(type(outcome).__name__ for outcome in outcomes) == ["SecondFactorWrong"] * 3 + ["SignIn"]
        with pytest.raises(SecondFactorWrong):
            await world.verify(ticket, code=code)


async def test_an_older_code_than_the_last_used_one_is_refused(world: World) -> None:
    person = await world.with_totp(await world.banker())
    ticket = await ticket_of(world, person)
    start = clock.now()
    with clock.freeze(start + 2 * STEP):
        await world.verify(ticket, code=person.code(start + 2 * STEP))
        with pytest.raises(SecondFactorWrong):
            await world.verify(ticket, code=person.code(start + STEP))


@pytest.mark.parametrize(("steps", "accepted"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
async def test_a_clock_may_be_wrong_by_one_step(world: World, steps: int, accepted: bool) -> None:
    person = await world.with_totp(await world.banker())
    ticket = await ticket_of(world, person)
    with clock.freeze(clock.now() + 4 * STEP):
        code = person.code(clock.now() + steps * STEP)
        if accepted:
            await world.verify(ticket, code=code)
        else:
            with pytest.raises(SecondFactorWrong):
                await world.verify(ticket, code=code)


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "１２３４５６", "\udc00", "12345\x00", "9" * 5000])
async def test_what_is_no_code_is_a_wrong_code(world: World, code: str) -> None:
    person = await world.with_totp(await world.banker())
    with pytest.raises(SecondFactorWrong):
        await world.verify(await ticket_of(world, person), code=code)


async def test_five_wrong_codes_lock_although_each_answer_was_a_refusal(world: World) -> None:
    person = await world.with_totp(await world.banker())
    with clock.travel(STEP):
        ticket = await ticket_of(world, person)
        wrong = f"{(int(person.code()) + 1) % 10**6:06d}"
        for _ in range(TOTP.limit):
            with pytest.raises(SecondFactorWrong):
                await world.verify(ticket, code=wrong)
        with pytest.raises(TooManyAttempts):
            await world.verify(ticket, code=person.code())
        with pytest.raises(TooManyAttempts):
            await world.verify(await ticket_of(world, person), code=person.code())
    with clock.travel(STEP + TOTP.lock_for + STEP):
        await world.verify(await ticket_of(world, person), code=person.code())


async def test_a_recovery_code_replaces_the_authenticator_once(world: World) -> None:
    person = await world.with_totp(await world.banker())
    ticket = await ticket_of(world, person)
    spelled_otherwise = person.recovery_codes[0].lower().replace("-", " ")
    await world.verify(ticket, recovery_code=spelled_otherwise)
    for used in (person.recovery_codes[0], "AAAAA-AAAAA", ""):
        with pytest.raises(SecondFactorWrong):
            await world.verify(ticket, recovery_code=used)
    await world.verify(ticket, recovery_code=person.recovery_codes[1])


async def test_recovery_codes_of_one_person_are_worth_nothing_for_another(world: World) -> None:
    one, other = await world.with_totp(await world.banker()), await world.with_totp(await world.banker())
    with pytest.raises(SecondFactorWrong):
        await world.verify(await ticket_of(world, other), recovery_code=one.recovery_codes[0])


async def test_new_recovery_codes_replace_the_old_ones(world: World) -> None:
    person = await world.with_totp((await world.clerk())[0])
    ticket = await ticket_of(world, person)
    with clock.travel(STEP):
        answer = await world.verify(ticket, code=person.code())
        assert answer.opened is not None
        actor = await world.visit(answer.opened.issued)
    with clock.travel(2 * STEP):
        fresh = await world.run(
            actor, lambda tx: regenerate_recovery_codes(tx, actor, keyring=world.keyring, code=person.code())
        )
    with pytest.raises(SecondFactorWrong):
        await world.verify(ticket, recovery_code=person.recovery_codes[0])
    await world.verify(ticket, recovery_code=fresh[0])


async def test_a_ticket_lives_five_minutes_and_only_for_what_it_was_made(world: World) -> None:
    person = await world.with_totp(await world.banker())
    ticket = await ticket_of(world, person)
    with clock.travel(timedelta(minutes=5, seconds=1)), pytest.raises(SignInExpired):
        await world.verify(ticket, code=person.code())
    payload = world.box.open(TICKET_PURPOSE, ticket)
    stranger = SecretBox(b"another signing key of 32 bytes!")
    for forged in (
        "",
        "a.b.c",
        ticket[:-2],
        stranger.sign(TICKET_PURPOSE, payload, STEP),
        world.box.sign("session.refresh", payload, STEP),
    ):
        with pytest.raises(SignInExpired):
            await world.verify(forged, code=person.code())


async def test_a_ticket_ends_with_the_password_it_was_made_for(world: World, fresh_database: str) -> None:
    person = await world.with_totp(await world.banker())
    ticket = await ticket_of(world, person)
    superuser = await asyncpg.connect(fresh_database)
    await superuser.execute("UPDATE account SET password_changed_at = now() WHERE id = $1", person.account_id)
    await superuser.close()
    with pytest.raises(SignInExpired):
        await world.verify(ticket, code=person.code())


async def test_enrolment_wants_a_fresh_proof_and_no_second_authenticator(world: World) -> None:
    person, _ = await world.clerk()
    actor = await world.actor(person)
    with pytest.raises(TotpNotEnrolled):
        await world.run(actor, lambda tx: confirm_totp(tx, actor, keyring=world.keyring, code="123456"))
    with clock.travel(timedelta(minutes=6)), pytest.raises(StepUpRequired):
        await world.run(actor, lambda tx: enroll_totp(tx, actor, keyring=world.keyring))
    await world.with_totp(person)
    with pytest.raises(TotpAlreadyEnrolled):
        await world.run(actor, lambda tx: enroll_totp(tx, actor, keyring=world.keyring))


async def test_removing_the_authenticator_takes_both_factors_and_no_platform_that_demands_it(world: World) -> None:
    person = await world.with_totp((await world.clerk())[0])
    ticket = await ticket_of(world, person)
    with clock.travel(STEP):
        answer = await world.verify(ticket, code=person.code())
    assert answer.opened is not None
    actor = await world.visit(answer.opened.issued)

    async def remove(tx: WriteSession, password: str, code: str) -> None:
        await disable_totp(tx, actor, keyring=world.keyring, password=password, code=code)

    with clock.travel(2 * STEP):
        with pytest.raises(PasswordWrong):
            await world.run(actor, lambda tx: remove(tx, "wrong", person.code()))
        with pytest.raises(SecondFactorWrong):
            await world.run(actor, lambda tx: remove(tx, PASSWORD, "000000"))
    bank = await world.platform("BANK", second_factor="REQUIRED")
    membership = await world.member(person, bank, tenant=PLATFORM_TENANT, scope=ScopeKind.BANK_ALL)
    with clock.travel(3 * STEP), pytest.raises(SecondFactorMandatory):
        await world.run(actor, lambda tx: remove(tx, PASSWORD, person.code()))
    async with world.db.write() as tx:
        await tx.execute(LEFT, {"id": membership})
    with clock.travel(5 * STEP):
        await world.run(actor, lambda tx: remove(tx, PASSWORD, person.code()))
    assert (await world.sign_in(person.phone)).step is SignInStep.SIGNED_IN


async def test_the_secret_is_stored_encrypted_in_its_place(world: World, fresh_database: str) -> None:
    person = await world.with_totp(await world.banker())
    superuser = await asyncpg.connect(fresh_database)
    stored = await superuser.fetchval("SELECT account::text FROM account WHERE id = $1", person.account_id)
    codes = str(await superuser.fetch("SELECT code_hash FROM recovery_code WHERE account_id = $1", person.account_id))
    await superuser.close()
    assert person.totp not in stored
    assert person.totp.encode().hex() not in stored
    assert all(code not in codes for code in person.recovery_codes)
