DROP TABLE list_export
-- next
DROP TABLE notice
-- next
ALTER POLICY app_operator ON task USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
ALTER POLICY app_operator ON stored_file USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
DROP INDEX ix_stored_file_key
-- next
DROP INDEX ix_stored_file_merchant_id_created_by
-- next
DROP INDEX ix_stored_file_expires_at
-- next
UPDATE stored_file SET status = 'REJECTED' WHERE status = 'EXPIRED'
-- next
ALTER TABLE stored_file DROP CONSTRAINT ck_stored_file_status
-- next
ALTER TABLE stored_file ADD CONSTRAINT ck_stored_file_status CHECK (status IN ('PENDING', 'READY', 'REJECTED'))
-- next
ALTER TABLE stored_file DROP COLUMN expires_at
