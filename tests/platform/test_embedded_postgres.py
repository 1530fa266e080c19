"""The embedded server against real folders: first start, crashes, and everything that can be wrong with a folder."""

import os
import shutil
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import psycopg
import pytest

from prepaid.core.embedded_postgres import EmbeddedPostgres, EmbeddedPostgresError
from prepaid.core.postgres_account import account_for
from prepaid.core.postgres_programs import binaries


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that other accounts may enter, as a project's usually is; pytest's own are closed to them."""
    made = Path(mkdtemp(prefix="prepaid-cluster-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def server(folder: Path) -> Iterator[EmbeddedPostgres]:
    server = EmbeddedPostgres(folder / "data", durable=False)
    yield server
    server.stop()


def test_starts_with_the_locale_that_chinese_search_needs_and_keeps_its_data(server: EmbeddedPostgres) -> None:
    server.start()
    with psycopg.connect(server.url(), autocommit=True) as connection:
        version, collate, ctype, encoding = connection.execute(
            "SELECT current_setting('server_version_num')::int / 10000, datcollate, datctype,"
            " pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()"
        ).fetchone() or (0, "", "", "")
        assert (version, collate, ctype, encoding) == (18, "C", "C.UTF-8", "UTF8")
        connection.execute("CREATE EXTENSION pg_trgm")
        assert connection.execute("SELECT show_trgm('预付卡')").fetchone() != ([],)
        connection.execute("CREATE TABLE kept (note text)")
    port = server.port
    server.stop()
    assert server.pid() is None
    server.start()
    assert server.port == port
    with psycopg.connect(server.url()) as connection:
        connection.execute("SELECT * FROM kept")


def test_every_call_may_be_repeated(server: EmbeddedPostgres) -> None:
    server.stop()
    server.kill()
    server.start()
    pid = server.pid()
    server.start()
    assert server.pid() == pid
    server.stop()
    server.stop()
    server.kill()
    assert server.pid() is None


def test_the_password_is_a_file_of_the_owner_alone_and_is_asked_for(server: EmbeddedPostgres) -> None:
    server.start()
    password_file = server.data_dir / "secrets" / "postgres-password"
    assert stat.S_IMODE(password_file.stat().st_mode) == 0o600
    wrong = server.url().replace(password_file.read_text(), "wrong")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)
    assert not (server.cluster.home / "initial-password").exists()


def test_starts_again_after_kill_although_sessions_were_working(server: EmbeddedPostgres) -> None:
    server.start()
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
        connection.execute("SELECT pg_advisory_lock(1)")
        server.kill()
        server.start()
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    with psycopg.connect(server.url()) as connection:
        assert connection.execute("SELECT one FROM kept").fetchone() == (1,)


def test_a_lock_file_that_names_a_living_stranger_is_stale(server: EmbeddedPostgres) -> None:
    server.start()
    server.kill()
    pid_file = server.cluster.folder / "postmaster.pid"
    stranger = subprocess.Popen(["/bin/sleep", "60"])
    try:
        lines = pid_file.read_text().splitlines()
        pid_file.write_text("\n".join([str(stranger.pid), *lines[1:]]) + "\n")
        assert server.pid() is None
        server.start()
        psycopg.connect(server.url()).close()
    finally:
        stranger.kill()
        stranger.wait()


def test_the_last_of_several_processes_stops_it(server: EmbeddedPostgres) -> None:
    program = (
        "import sys; from pathlib import Path; from prepaid.core.embedded_postgres import EmbeddedPostgres\n"
        "with EmbeddedPostgres(Path(sys.argv[1]), durable=False).lease(): print('in', flush=True); sys.stdin.read()"
    )
    others = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(server.data_dir)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(2)
    ]
    for other in others:
        assert other.stdout is not None
        assert other.stdout.readline() == b"in\n"
    with server.lease():
        pid = server.pid()
        assert pid is not None
        others[0].communicate()
        assert server.pid() == pid
    assert server.pid() == pid
    others[1].communicate()
    assert server.pid() is None
    assert [other.returncode for other in others] == [0, 0]


def test_a_taken_port_is_a_sentence_when_it_was_asked_for_and_avoided_when_not(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(EmbeddedPostgresError, match=rf"Port {port} on 127\.0\.0\.1 is taken: stop .*\.$"):
            EmbeddedPostgres(folder / "data", port, durable=False).start()
        server = EmbeddedPostgres(folder / "data", durable=False)
        (server.cluster.home / "port").write_text(str(port))
        server.start()
        try:
            assert server.port != port
        finally:
            server.stop()


def test_a_folder_of_another_version_is_refused(server: EmbeddedPostgres) -> None:
    server.start()
    server.stop()
    (server.cluster.folder / "PG_VERSION").write_text("17\n")
    with pytest.raises(EmbeddedPostgresError, match=r"made by PostgreSQL 17 and this is PostgreSQL 18: dump it"):
        server.start()


def test_a_strange_folder_is_refused_and_left_alone(server: EmbeddedPostgres) -> None:
    server.cluster.folder.mkdir(parents=True)
    (server.cluster.folder / "letter.txt").write_text("mine")
    with pytest.raises(EmbeddedPostgresError, match="not a complete PostgreSQL folder: move it away"):
        server.start()
    assert [entry.name for entry in server.cluster.folder.iterdir()] == ["letter.txt"]


def test_a_damaged_folder_says_why_and_where_to_read_more(server: EmbeddedPostgres) -> None:
    server.start()
    server.stop()
    (server.cluster.folder / "global" / "pg_control").write_bytes(b"\0" * 8192)
    with pytest.raises(EmbeddedPostgresError, match=r"does not start \(.+\): restore a backup, or move .*server\.log"):
        server.start()


def test_a_file_in_place_of_the_folder_is_a_sentence(folder: Path) -> None:
    (folder / "data").write_text("")
    with pytest.raises(EmbeddedPostgresError, match="PREPAID_DATA_DIR"):
        EmbeddedPostgres(folder / "data").start()


def test_a_folder_without_permission_is_a_sentence(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o500)
    program = (
        "import os, sys; from pathlib import Path; from prepaid.core.embedded_postgres import EmbeddedPostgres\n"
        "if os.geteuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "EmbeddedPostgres(Path(sys.argv[1]) / 'data').start()"
    )
    done = subprocess.run([sys.executable, "-c", program, str(closed)], capture_output=True, text=True, check=False)
    assert "EmbeddedPostgresError: No permission for" in done.stderr
    assert "choose another folder with PREPAID_DATA_DIR" in done.stderr


def test_it_never_runs_as_root_even_behind_a_closed_folder(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    server = EmbeddedPostgres(closed / "data", durable=False)
    server.start()
    try:
        assert Path(f"/proc/{server.pid()}").stat().st_uid != 0
        psycopg.connect(server.url()).close()
    finally:
        server.stop()


def test_an_ordinary_user_runs_it_as_themselves(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    account = account_for(folder, [binaries()])
    assert (account.uid, account.prefix) == (None, ())
