"""All configuration of a process, read once from the environment, `.env` and secret files.

Every field is an environment variable of the same name in capitals with the prefix `PREPAID_`
(`DATABASE_URL` alone also works without the prefix). A secret may come from a file in
`PREPAID_SECRETS_DIR` named like the field, as container platforms provide them.
"""

import os
import re
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

Environment = Literal["development", "test", "production"]

DEVELOPMENT_KEY = "ZGV2ZWxvcG1lbnQtb25seS1rZXktbm90LXNlY3JldCE="
"""A 32-byte key (base64) that only development and tests accept."""


class Settings(BaseSettings):
    """Configuration; the README's table is generated from these fields and their descriptions."""

    model_config = SettingsConfigDict(
        env_prefix="PREPAID_",
        env_file=".env",
        extra="ignore",
        secrets_dir=os.environ.get("PREPAID_SECRETS_DIR"),
        populate_by_name=True,
    )

    environment: Environment = Field("development", description="development, test or production")
    database_url: str | None = Field(
        None,
        description="PostgreSQL 18 of your own, as an administrator; without it an embedded server runs",
        validation_alias=AliasChoices("PREPAID_DATABASE_URL", "DATABASE_URL", "database_url"),
    )
    app_database_password: SecretStr = Field(
        SecretStr("prepaid-development"),
        description="password of the role prepaid_app, with which server and worker connect",
    )
    data_dir: Path = Field(Path(".data"), description="folder of the embedded database, files and generated secrets")
    host: str = Field("127.0.0.1", description="address that the server listens on")
    port: int = Field(8000, description="port that the server listens on")
    sandbox_port: int = Field(8010, description="port of the provider sandbox")
    admin_dir: Path | None = Field(
        None, description="folder of the built web admin that the server serves; `make run` names its own"
    )
    public_url: str = Field("http://127.0.0.1:8000", description="address under which browsers reach the server")
    allowed_origins: list[str] = Field(
        default_factory=list, description="further origins (JSON list) that may send cookie requests"
    )
    trusted_proxies: list[str] = Field(
        default_factory=list, description="addresses whose X-Forwarded-For is believed (JSON list)"
    )
    database_pool_size: int = Field(10, description="connections a process keeps for writes, and again for reads")
    concurrency_limit: int = Field(
        1000, description="connections that a server process serves at once; above it answers 503"
    )
    request_timeout_seconds: float = Field(
        10.0, description="longest time a GraphQL request may take; its SQL is cancelled then"
    )
    encryption_keys: SecretStr = Field(
        SecretStr(f"1:{DEVELOPMENT_KEY}"),
        description="key ring `id:base64key,…` that wraps data keys; the first one encrypts",
    )
    blind_index_key: SecretStr = Field(
        SecretStr(DEVELOPMENT_KEY), description="base64 key of the bank-wide blind indexes"
    )
    signing_key: SecretStr = Field(SecretStr(DEVELOPMENT_KEY), description="base64 key that signs links and tickets")
    file_store: str = Field(
        "local", description="`local`, or an S3 address `s3://bucket/prefix` (endpoint and keys by AWS_* variables)"
    )
    upload_max_bytes: int = Field(20 * 1024 * 1024, description="largest upload, in bytes")
    bank_name: str = Field("示例银行股份有限公司", description="the bank's legal name in contracts and certificates")
    bank_code: str = Field("91900000PDY00001XL", description="the bank's unified social credit code in contracts")
    bank_representative: str = Field("秦远山", description="the bank's legal representative in contracts")
    bank_address: str = Field("示例市银行路 1 号", description="the bank's registered address in contracts")
    bank_phone: str = Field("95000", description="the bank's phone number in contracts")
    oidc_issuer: str | None = Field(None, description="issuer of the bank's own directory (OpenID Connect)")
    oidc_client_id: str | None = Field(None, description="client id at that directory")
    oidc_client_secret: SecretStr | None = Field(None, description="client secret at that directory")
    messages_url: str | None = Field(
        None, description="message gateway (SMS, e-mail); outside production the sandbox when empty"
    )
    messages_key: SecretStr = Field(SecretStr("sandbox"), description="bearer key at the message gateway")
    custody_url: str | None = Field(
        None, description="custody wallet provider; outside production the sandbox when empty"
    )
    custody_key_id: str = Field("sandbox", description="name of the key that custody requests are signed with")
    custody_key: SecretStr = Field(SecretStr("sandbox"), description="key shared with the custody provider")
    wechat_pay_url: str | None = Field(None, description="WeChat Pay; its own address when empty, or the sandbox")
    wechat_pay_mchid: str | None = Field(
        None, description="the bank's partner number at WeChat Pay; outside production the sandbox when empty"
    )
    wechat_pay_appid: str | None = Field(None, description="application that consumers pay in")
    wechat_pay_certificate_serial: str | None = Field(None, description="serial number of the partner's certificate")
    wechat_pay_private_key_file: Path | None = Field(None, description="private key of that certificate (PEM)")
    wechat_pay_public_key_id: str | None = Field(None, description="id of WeChat Pay's public key")
    wechat_pay_public_key_file: Path | None = Field(None, description="WeChat Pay's public key (PEM)")
    wechat_pay_api_v3_key: SecretStr | None = Field(None, description="key that notifications are encrypted with")
    wechat_pay_notify_url: str | None = Field(
        None, description="address that WeChat Pay notifies; below the public address when empty"
    )
    wechat_pay_transfer_scene: str | None = Field(None, description="registered scene of transfers to persons")
    mini_program_url: str | None = Field(
        None, description="WeChat's server of the mini-program; its own address when empty, or the sandbox"
    )
    mini_program_secret: SecretStr | None = Field(None, description="secret of that application at WeChat")
    rate_limit_cost_per_minute: int = Field(600_000, description="GraphQL cost that one actor may spend a minute")
    metrics_networks: list[str] = Field(
        ["127.0.0.0/8", "::1/128"],
        description="addresses (JSON list) that may read /metrics; for others it is not there",
    )
    log_level: str = Field("INFO", description="lowest level of log lines")
    log_json: bool = Field(False, description="one JSON object a log line; default: readable lines")
    otlp_endpoint: str | None = Field(None, description="OpenTelemetry collector (OTLP over HTTP); off when empty")

    @field_validator("database_url")
    @classmethod
    def _database_address(cls, value: str | None) -> str | None:
        """One spelling of the scheme, whatever library the address was written for."""
        if not value:
            return None
        address = re.sub(r"^(postgres|postgresql\+\w+)://", "postgresql://", value.strip())
        if not re.match(r"postgresql://[^/]*/[^/]+", address):
            raise ValueError("DATABASE_URL must look like postgresql://user:password@host:5432/database")
        return address

    @model_validator(mode="after")
    def _refuse_development_secrets(self) -> "Settings":
        if self.environment == "production":
            weak = [
                name
                for name in ("encryption_keys", "blind_index_key", "signing_key")
                if DEVELOPMENT_KEY in getattr(self, name).get_secret_value()
            ]
            if self.app_database_password.get_secret_value() == "prepaid-development":
                weak.append("app_database_password")
            if weak:
                raise ValueError(f"production needs its own values for: {', '.join(weak)}")
        return self

    @property
    def production(self) -> bool:
        return self.environment == "production"


@cache
def settings() -> Settings:
    """The process's settings; tests replace them with `settings.cache_clear()` after changing the environment."""
    return Settings()  # type: ignore[call-arg]
