"""What the audit trail's ids and codes of identity are called now."""

from prepaid.core.audit import naming

naming("role", "SELECT id::text AS key, name_zh AS zh, name_en AS en FROM role WHERE id = ANY ($1::uuid[])")
naming(
    "role.code",
    # A code may stand for roles of several platforms.
    "SELECT code AS key, string_agg(DISTINCT name_zh, '/') AS zh, string_agg(DISTINCT name_en, '/') AS en "
    "FROM role WHERE code = ANY ($1::text[]) GROUP BY code",
    ids=False,
)
naming(
    "member.role",
    # A code means a role of the member's own platform.
    "SELECT k.key, r.name_zh AS zh, r.name_en AS en "
    "FROM unnest($1::text[]) AS k (key) "
    "JOIN membership m ON m.id = split_part(k.key, '/', 1)::uuid "
    "JOIN role r ON r.template_id = m.template_id AND r.code = split_part(k.key, '/', 2)",
    ids=False,
)
naming(
    "permission",
    "SELECT code AS key, min(name_zh) AS zh, min(name_en) AS en "
    "FROM permission_node WHERE code = ANY ($1::text[]) GROUP BY code",
    ids=False,
)
naming(
    "platform",
    "SELECT id::text AS key, name_zh AS zh, name_en AS en FROM platform_template WHERE id = ANY ($1::uuid[])",
)
naming(
    "template",
    "SELECT code AS key, name_zh AS zh, name_en AS en FROM platform_template WHERE code = ANY ($1::text[])",
    ids=False,
)
naming(
    "merchantType",
    "SELECT type_code AS key, name_zh AS zh, name_en AS en FROM merchant_type_features "
    "WHERE type_code = ANY ($1::text[])",
    ids=False,
)
naming(
    "merchant",
    "SELECT id::text AS key, name AS zh, name AS en FROM merchant WHERE id = ANY ($1::uuid[])",
    permission="merchant.read",
)
naming(
    "operator",
    "SELECT id::text AS key, name AS zh, name AS en FROM operator WHERE id = ANY ($1::uuid[])",
    permission="operator.read",
)
naming(
    "member",
    "SELECT id::text AS key, display_name AS zh, display_name AS en FROM membership WHERE id = ANY ($1::uuid[])",
    permission="member.read",
)
naming(
    "membership.place",
    "SELECT m.id::text AS key, concat_ws(' · ', t.name_zh, p.name) AS zh, concat_ws(' · ', t.name_en, p.name) AS en "
    "FROM membership m JOIN platform_template t ON t.id = m.template_id LEFT JOIN merchant p ON p.id = m.merchant_id "
    "WHERE m.id = ANY ($1::uuid[])",
    permission="member.read",
)
naming(
    "account",
    "SELECT account_id::text AS key, min(display_name) AS zh, min(display_name) AS en "
    "FROM membership WHERE account_id = ANY ($1::uuid[]) GROUP BY account_id",
    permission="member.read",
)
naming(
    "apiToken",
    "SELECT id::text AS key, name AS zh, name AS en FROM api_token WHERE id = ANY ($1::uuid[])",
    permission="token.read",
)
