"""docker-compose.yml and the images against the Compose specification, and the promises about hardening."""

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import orjson
import pytest
import yaml

from prepaid.core.settings import Settings

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
SCHEMA = files("check_jsonschema") / "builtin_schemas" / "vendor" / "compose-spec.json"
"""The schema of github.com/compose-spec/compose-spec, as the package check-jsonschema ships it."""

every_service = pytest.mark.parametrize("name", SERVICES)
every_long_runner = pytest.mark.parametrize("name", [name for name in SERVICES if name != "migrate"])


def test_it_follows_the_compose_specification() -> None:
    schema = orjson.loads(SCHEMA.read_bytes())
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert [error.message for error in validator.iter_errors(COMPOSE)] == []
    assert not validator.is_valid({"services": {"server": {"imagee": "x"}}}), "the schema must refuse something"


def test_the_parts_are_there() -> None:
    assert set(SERVICES) == {"postgres", "migrate", "server", "worker", "sandbox", "admin"}
    assert SERVICES["postgres"]["image"] == "postgres:18"
    assert SERVICES["sandbox"]["profiles"] == ["dev"]


@every_service
def test_a_service_has_no_root_no_capability_and_no_writable_root(name: str) -> None:
    service = SERVICES[name]
    assert service["user"] not in ("root", "0", "0:0")
    assert service["cap_drop"] == ["ALL"]
    assert "cap_add" not in service
    assert "privileged" not in service
    assert service["read_only"] is True
    assert "no-new-privileges:true" in service["security_opt"]


@every_service
def test_an_image_has_a_version(name: str) -> None:
    _, _, tag = SERVICES[name]["image"].partition(":")
    assert re.match(r"\d", tag)


@every_long_runner
def test_a_long_running_service_restarts_and_says_how_it_is(name: str) -> None:
    assert SERVICES[name]["restart"] == "unless-stopped"
    check = SERVICES[name]["healthcheck"]
    assert check["test"][0] == "CMD"
    assert {"interval", "timeout", "retries"} <= set(check)


def test_the_database_is_reached_from_inside_only() -> None:
    assert COMPOSE["networks"]["data"]["internal"] is True
    assert SERVICES["postgres"]["networks"] == ["data"]
    assert "ports" not in SERVICES["postgres"]
    assert SERVICES["postgres"]["volumes"] == ["database:/var/lib/postgresql"]


@every_service
def test_published_ports_are_local(name: str) -> None:
    assert all(port.startswith("127.0.0.1:") for port in SERVICES[name].get("ports", ()))


def test_the_server_waits_for_migrations_which_wait_for_the_database() -> None:
    assert SERVICES["migrate"]["depends_on"] == {"postgres": {"condition": "service_healthy"}}
    for name in ("server", "worker"):
        assert SERVICES[name]["depends_on"] == {"migrate": {"condition": "service_completed_successfully"}}


def test_no_secret_is_an_environment_variable_and_only_the_migration_knows_the_administrator() -> None:
    secret_fields = {name for name, field in Settings.model_fields.items() if "SecretStr" in str(field.annotation)}
    for service in SERVICES.values():
        environment = service.get("environment", {})
        assert not {name.removeprefix("PREPAID_").lower() for name in environment} & secret_fields
        assert not re.search(r"://[^@/]*:[^@/]*@", str(environment)), "an address with a password"
    knowing = [name for name, service in SERVICES.items() if "admin_database_url" in str(service.get("secrets"))]
    assert knowing == ["migrate"]


def test_the_generated_secrets_start_a_production_process(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    script = tmp_path / "scripts" / "compose-secrets"
    script.write_bytes((ROOT / "scripts" / "compose-secrets").read_bytes())
    for _ in range(2):
        subprocess.run(["/bin/sh", script], check=True, capture_output=True)
    generated = tmp_path / ".data" / "compose-secrets"
    assert generated.stat().st_mode & 0o777 == 0o700
    assert {path.name for path in generated.iterdir()} == set(COMPOSE["secrets"])
    for name, secret in COMPOSE["secrets"].items():
        assert secret == {"file": f".data/compose-secrets/{name}"}

    mounted = tmp_path / "run-secrets"
    mounted.mkdir()
    for entry in SERVICES["migrate"]["secrets"]:
        source, target = (entry, entry) if isinstance(entry, str) else (entry["source"], entry["target"])
        (mounted / target).write_text((generated / source).read_text())
    program = "from prepaid.core.settings import settings as s; print(s().environment, s().database_url)"
    environment = {"PREPAID_SECRETS_DIR": str(mounted), "PREPAID_ENVIRONMENT": "production"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, cwd=tmp_path, check=True, capture_output=True, text=True
    )
    password = (generated / "postgres_password").read_text()
    assert done.stdout.strip() == f"production postgresql://postgres:{password}@postgres:5432/prepaid"


@pytest.mark.parametrize("dockerfile", ["backend/Dockerfile", "frontend/Dockerfile"])
def test_images_are_built_in_stages_from_pinned_bases(dockerfile: str) -> None:
    stages = re.findall(r"^FROM (\S+)", (ROOT / dockerfile).read_text(), re.MULTILINE)
    assert len(stages) == 2
    assert all(re.search(r":\d", base) for base in stages)


def test_the_backend_image_runs_as_the_user_that_compose_names() -> None:
    user = re.findall(r"^USER (\S+)", (ROOT / "backend/Dockerfile").read_text(), re.MULTILINE)[-1]
    assert {SERVICES[name]["user"] for name in ("migrate", "server", "worker", "sandbox")} == {user}


def test_images_and_bootstrap_install_with_the_same_installer() -> None:
    pins = [
        re.findall(r"uv(?:==|_VERSION=)([\d.]+)", (ROOT / path).read_text(), re.IGNORECASE)
        for path in ("backend/Dockerfile", "scripts/bootstrap")
    ]
    assert pins[0][0] == pins[1][0]
