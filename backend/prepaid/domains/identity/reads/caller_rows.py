"""The rows behind credentials: a session or token with all that decides what it may do, in one statement."""

from typing import Final

_PLACE: Final = """
  p.merchant_id, p.id AS membership_id, p.scope, t.id AS template_id, t.code AS template, t.audience,
  t.second_factor, t.idle_minutes,
  ARRAY(SELECT r.role_id FROM membership_role r
        WHERE r.merchant_id = p.merchant_id AND r.membership_id = p.id AND r.template_id = p.template_id) AS roles,
  ARRAY(SELECT x.store_id FROM membership_store x
        WHERE x.merchant_id = p.merchant_id AND x.membership_id = p.id ORDER BY x.store_id) AS stores,
  CASE WHEN p.operator_id IS NULL THEN p.scope_merchant_ids
       ELSE ARRAY(SELECT x.id FROM merchant x WHERE x.operator_id = p.operator_id ORDER BY x.id) END AS merchants,
  mt.features AS type_features, me.features, me.gate
"""
_SESSION: Final = f"""
SELECT s.id AS session_id, s.account_id, s.kind, s.secret_hash, s.rotated_at, s.expires_at, s.access_expires_at,
  s.last_seen_at, s.second_factor_at, s.stepped_up_at, s.locked_at, s.revoked_at, a.status AS account_status,
  a.locale, {_PLACE}
FROM user_session s
JOIN account a ON a.id = s.account_id
LEFT JOIN (membership p JOIN platform_template t ON t.id = p.template_id AND t.status = 'ACTIVE')
  ON p.merchant_id = s.membership_merchant_id AND p.id = s.membership_id
  AND p.account_id = s.account_id AND p.status = 'ACTIVE'
LEFT JOIN merchant me ON me.id = p.merchant_id
LEFT JOIN merchant_type_features mt ON mt.type_code = me.type_code
"""  # noqa: S608 - constants alone
SESSION_BY_SECRET: Final = _SESSION + "WHERE s.secret_hash = $1 OR s.previous_secret_hash = $1"
SESSION_BY_ID: Final = _SESSION + "WHERE s.id = $1"

MEMBER_BY_ID: Final = f"""
SELECT p.account_id, {_PLACE}
FROM membership p
JOIN account a ON a.id = p.account_id AND a.status = 'ACTIVE'
JOIN platform_template t ON t.id = p.template_id AND t.status = 'ACTIVE'
LEFT JOIN merchant me ON me.id = p.merchant_id
LEFT JOIN merchant_type_features mt ON mt.type_code = me.type_code
WHERE p.merchant_id = $1 AND p.id = $2 AND p.status = 'ACTIVE'
"""  # noqa: S608 - constants alone

_API_CALLER: Final = """
SELECT p.id AS token_id, p.merchant_id, p.scope, p.allowed_addresses, p.created_at, p.expires_at, p.revoked_at,
  t.id AS template_id, t.code AS template, t.audience,
  ARRAY(SELECT r.role_id FROM api_token_role r
        WHERE r.merchant_id = p.merchant_id AND r.token_id = p.id AND r.template_id = p.template_id) AS roles,
  CASE WHEN p.operator_id IS NULL THEN p.scope_merchant_ids
       ELSE ARRAY(SELECT x.id FROM merchant x WHERE x.operator_id = p.operator_id ORDER BY x.id) END AS merchants,
  mt.features AS type_features, me.features, me.gate
FROM api_token p
JOIN platform_template t ON t.id = p.template_id AND t.status = 'ACTIVE'
LEFT JOIN merchant me ON me.id = p.merchant_id
LEFT JOIN merchant_type_features mt ON mt.type_code = me.type_code
"""
TOKEN_BY_SECRET: Final = _API_CALLER + "WHERE p.secret_hash = $1"
TOKEN_BY_ID: Final = _API_CALLER + "WHERE p.id = $1"
