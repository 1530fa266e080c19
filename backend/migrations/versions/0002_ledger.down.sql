DROP FUNCTION ledger_post(uuid, timestamptz, jsonb)
-- next
DROP FUNCTION ledger_resolve(uuid, timestamptz, jsonb)
-- next
DROP FUNCTION ledger_begin(uuid, timestamptz, jsonb)
-- next
DROP FUNCTION ledger_legs(uuid, uuid)
-- next
DROP FUNCTION ledger_write(uuid, timestamptz, uuid, jsonb, text, int)
-- next
DROP FUNCTION ledger_refuse_short(uuid, uuid, jsonb)
-- next
DROP FUNCTION ledger_take(uuid, jsonb)
-- next
DROP FUNCTION ledger_lock(uuid, jsonb)
-- next
DROP FUNCTION ledger_refuse_foreign(uuid)
-- next
DROP TABLE ledger_posting
-- next
DROP TABLE ledger_account
-- next
DROP TABLE ledger_transfer
-- next
DROP TABLE ledger_chart
