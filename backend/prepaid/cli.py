"""`prepaid`: every command of the product, each a few lines that call the part which does the work.

Parts are imported inside the commands, so that `prepaid --help` and small commands start at once.
"""

import asyncio
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from prepaid.core.settings import settings
from prepaid.core.setup_error import SetupError
from prepaid.launcher.administrator import administrator_url, application_database, scratch_url

BACKEND = Path(__file__).parents[1]
ROOT = BACKEND.parent

app = typer.Typer(
    help="Prepaid-card platform: server, jobs, database and tools. Settings: README.md, 'Configuration'.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command()
def run() -> None:
    """Start everything on this machine: database, migrations, demo data, sandbox, worker, server."""
    from prepaid import seed
    from prepaid.launcher.run import run as run_all

    raise typer.Exit(run_all([("Migrations", _migrate), ("Demo data", _seed)], seed.DEMO_ACCOUNTS))


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on [default: PREPAID_HOST].")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on [default: PREPAID_PORT].")] = None,
    workers: Annotated[int, typer.Option(help="Server processes that share the port.", min=1)] = 1,
) -> None:
    """Serve GraphQL over HTTP until SIGTERM; requests in flight get 30 seconds."""
    from prepaid.core import logs
    from prepaid.launcher.http_server import serve_http

    with application_database():
        logs.configure(settings())
        host, port = host or settings().host, port or settings().port
        serve_http("prepaid.app:create_app", host=host, port=port, workers=workers)


@app.command()
def worker(
    healthy: Annotated[bool, typer.Option("--healthy", help="Only ask whether a worker is alive here.")] = False,
) -> None:
    """Do background jobs and schedules until SIGTERM; jobs in hand are finished."""
    from prepaid.launcher.heartbeat import beats, with_heartbeat

    if healthy:
        raise typer.Exit(0 if beats() else 1)
    import prepaid.app  # noqa: F401 - registers the jobs of every domain
    from prepaid.core import logs
    from prepaid.core.jobs import run_worker

    with application_database():
        logs.configure(settings())
        asyncio.run(with_heartbeat(run_worker()))


@app.command()
def sandbox(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
) -> None:
    """Play the outside providers over HTTP, for development and tests."""
    from prepaid.core import logs
    from prepaid.launcher.http_server import serve_http

    logs.configure(settings())
    port = settings().sandbox_port
    serve_http("prepaid.sandbox.app:served_app", host=host, port=port, port_variable="PREPAID_SANDBOX_PORT")


@app.command()
def migrate(
    revision: Annotated[str, typer.Argument(help="Revision to reach.")] = "head",
    down: Annotated[bool, typer.Option("--down", help="Go back to the revision (`base`: no tables).")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only compare models and migrations, elsewhere.")] = False,
) -> None:
    """Make the database roles and bring the tables to a revision."""
    from alembic.util import CommandError

    from prepaid.core.migrate import check_drift, downgrade, upgrade

    password = settings().app_database_password.get_secret_value()
    try:
        with scratch_url() if check else administrator_url() as url:
            if down:
                downgrade(url, revision)
            else:
                upgrade(url, password, revision)
            if check:
                check_drift(url)
    except CommandError as error:
        raise SetupError(f"{error}: correct the revision, or add one for what the models say.") from error
    typer.echo("Models and migrations agree." if check else f"The database is at {revision}.")


@app.command()
def seed() -> None:
    """Fill in the demo data; what is there already stays."""
    with administrator_url() as admin_url:
        _seed(admin_url)


@app.command("create-admin")
def create_admin(
    login: Annotated[str, typer.Argument(help="Login of the first administrator of the permission platform.")],
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True)],
) -> None:
    """Create an administrator of the permission platform, who then makes all other accounts."""
    from prepaid.seed import create_administrator

    with administrator_url() as admin_url:
        asyncio.run(create_administrator(admin_url, login=login, password=password))
    typer.echo(f"{login} may sign in to the permission platform.")


@app.command()
def verify() -> None:
    """Check every invariant on the whole database; print what breaks and exit with 1 if anything does."""
    import prepaid.app  # noqa: F401 - registers the checks of every domain
    from prepaid.core.verify import run_checks
    from prepaid.launcher.bars import progress_bars

    with administrator_url() as admin_url, progress_bars() as report:
        findings = asyncio.run(run_checks(admin_url, report))
    for finding in findings:
        typer.echo(str(finding), err=True)
    typer.echo(f"{len(findings)} findings" if findings else "All invariants hold.")
    raise typer.Exit(1 if findings else 0)


@app.command()
def schema(
    check: Annotated[bool, typer.Option("--check", help="Only compare: file, released schema, documents.")] = False,
    release: Annotated[bool, typer.Option("--release", help="Take the file as what clients build on.")] = False,
) -> None:
    """Print the GraphQL schema into schema.graphql."""
    from prepaid.app import graph_schema
    from prepaid.launcher.schema_files import check_schema, release_schema, write_schema

    if check:
        typer.echo(check_schema(graph_schema().core, ROOT, date.today()))
    elif release:
        typer.echo(f"Released, with {release_schema(ROOT, date.today())} new documents of the admin.")
    else:
        write_schema(graph_schema().core, ROOT)


@app.command("settings")
def write_settings() -> None:
    """Write the table of settings into README.md."""
    from prepaid.launcher.configuration import write_table

    write_table(ROOT / "README.md")


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def bench(context: typer.Context) -> None:
    """Measure this server beside its limits and peers; options are passed on (see --help of the benchmarks)."""
    done = subprocess.run([sys.executable, "-m", "benchmarks", *context.args], cwd=BACKEND, check=False)
    raise typer.Exit(done.returncode)


@app.command()
def backup(file: Annotated[Path, typer.Argument(help="File to write.")]) -> None:
    """Write the whole database into one file, as the maintenance role that sees every row."""
    from prepaid.core.backup import backup as write_backup
    from prepaid.launcher.bars import progress_bars

    with administrator_url() as admin_url, progress_bars() as report:
        size = write_backup(admin_url, file, report)
    typer.echo(f"{file}: {size:,} bytes")


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="File that `prepaid backup` wrote.")]) -> None:
    """Fill an empty database from a backup, whole or not at all."""
    from prepaid.core.backup import restore as read_backup
    from prepaid.launcher.bars import progress_bars

    with administrator_url() as admin_url, progress_bars() as report:
        read_backup(admin_url, file, report)
    typer.echo("Restored. `prepaid verify` checks it.")


@app.command("rotate-keys")
def rotate_keys() -> None:
    """Encrypt everything under the first key of PREPAID_ENCRYPTION_KEYS; afterwards the others may be dropped."""
    import prepaid.app  # noqa: F401 - registers the encrypted columns of every domain
    from prepaid.core.crypto import rotate
    from prepaid.launcher.bars import progress_bars

    with administrator_url() as admin_url, progress_bars() as report:
        changed = asyncio.run(rotate(admin_url, report))
    typer.echo(f"{changed} values encrypted anew.")


def _migrate(admin_url: str) -> None:
    from prepaid.core.migrate import upgrade

    upgrade(admin_url, settings().app_database_password.get_secret_value())


def _seed(admin_url: str) -> None:
    from prepaid.launcher.bars import progress_bars
    from prepaid.seed import seed_demo

    with progress_bars() as report:
        asyncio.run(seed_demo(admin_url, report))


def main() -> None:
    """Run a command; what the user can put right is one sentence and exit code 1, never a traceback."""
    try:
        app()
    except SetupError as error:
        sentence = str(error)
    except ValidationError as error:
        sentence = "; ".join(f"PREPAID_{'.'.join(map(str, e['loc'])).upper()}: {e['msg']}" for e in error.errors())
    else:
        return
    typer.secho(sentence, fg="red", err=True)
    raise SystemExit(1)


if __name__ == "__main__":
    main()
