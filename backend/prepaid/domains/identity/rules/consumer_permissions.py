"""The permissions that consumers' own data ask for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

CONSUMER: Final = frozenset({Audience.CONSUMER})

declare([Permission("consumer.profile", NodeKind.PAGE, "个人资料", "Own profile", None, CONSUMER)])
