"""How this product is known at WeChat Pay, read from the settings; outside production as the sandbox knows it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from prepaid.core.settings import Settings

API: Final = "https://api.mch.weixin.qq.com"
NOTIFY_PATH: Final = "/payments/wechat/notify"

SANDBOX_MCHID: Final = "1900000001"
SANDBOX_APPID: Final = "wx5a17db0c7e5a0001"
SANDBOX_SERIAL: Final = "5A17DB0C0000000000000000000000000000001A"
SANDBOX_PLATFORM_KEY_ID: Final = "PUB_KEY_ID_0119000000012026010100000000000001"
SANDBOX_TRANSFER_SCENE: Final = "1000"
PARTNER_KEY: Final = "partner_private.pem"
PLATFORM_KEY: Final = "platform_public.pem"
API_V3_KEY: Final = "api_v3.key"


class NotConfigured(Exception):
    """No number or no keys of WeChat Pay here (yet): the text says what is missing."""


def sandbox_keys(data_dir: Path) -> Path:
    """Folder in which the sandbox keeps its keys and ours."""
    return data_dir / "sandbox" / "wechat-pay"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeChatPayConfig:
    """Numbers, keys and addresses; keys are PEM texts."""

    url: str
    mchid: str
    appid: str
    serial: str
    """Serial number of our own certificate."""
    private_key: str = field(repr=False)
    platform_key_id: str
    platform_key: str
    """The provider's public key: answers and notifications are signed with its private half."""
    api_v3_key: str = field(repr=False)
    """32 characters; notifications are encrypted with it."""
    notify_url: str
    transfer_scene: str
    """Scene (转账场景) that transfers to persons are registered under at the provider."""

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The configured partner; outside production the one of the sandbox when none is.

        Raises:
            NotConfigured: something is missing.
        """
        notify_url = settings.wechat_pay_notify_url or settings.public_url.rstrip("/") + NOTIFY_PATH
        if settings.wechat_pay_mchid is None:
            if settings.production:
                raise NotConfigured("production needs PREPAID_WECHAT_PAY_MCHID and the settings beside it")
            return cls._of_sandbox(settings, notify_url)
        secret = settings.wechat_pay_api_v3_key
        given = {
            "appid": settings.wechat_pay_appid,
            "serial": settings.wechat_pay_certificate_serial,
            "platform_key_id": settings.wechat_pay_public_key_id,
            "private_key": _text(settings.wechat_pay_private_key_file),
            "platform_key": _text(settings.wechat_pay_public_key_file),
            "api_v3_key": secret.get_secret_value() if secret else None,
            "transfer_scene": settings.wechat_pay_transfer_scene,
        }
        complete = {name: value for name, value in given.items() if value}
        if missing := sorted(given.keys() - complete.keys()):
            raise NotConfigured(f"PREPAID_WECHAT_PAY_MCHID is set, but not what belongs to it: {', '.join(missing)}")
        return cls(
            url=settings.wechat_pay_url or API, mchid=settings.wechat_pay_mchid, notify_url=notify_url, **complete
        )

    @classmethod
    def _of_sandbox(cls, settings: Settings, notify_url: str) -> Self:
        folder = sandbox_keys(settings.data_dir)
        keys = {name: _text(folder / name) for name in (PARTNER_KEY, PLATFORM_KEY, API_V3_KEY)}
        if not all(keys.values()):
            raise NotConfigured(f"the sandbox has not made its keys in {folder} yet: start it once")
        return cls(
            url=settings.wechat_pay_url or f"http://127.0.0.1:{settings.sandbox_port}",
            mchid=SANDBOX_MCHID,
            appid=SANDBOX_APPID,
            serial=SANDBOX_SERIAL,
            private_key=keys[PARTNER_KEY] or "",
            platform_key_id=SANDBOX_PLATFORM_KEY_ID,
            platform_key=keys[PLATFORM_KEY] or "",
            api_v3_key=keys[API_V3_KEY] or "",
            notify_url=notify_url,
            transfer_scene=SANDBOX_TRANSFER_SCENE,
        )


def _text(file: Path | None) -> str | None:
    try:
        return None if file is None else file.read_text("utf-8").strip()
    except FileNotFoundError:
        return None
