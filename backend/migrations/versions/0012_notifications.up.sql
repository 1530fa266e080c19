ALTER TABLE stored_file ADD COLUMN expires_at TIMESTAMP WITH TIME ZONE
-- next
ALTER TABLE stored_file DROP CONSTRAINT ck_stored_file_status
-- next
ALTER TABLE stored_file ADD CONSTRAINT ck_stored_file_status CHECK (status IN ('PENDING', 'READY', 'REJECTED', 'EXPIRED'))
-- next
UPDATE stored_file SET expires_at = created_at + interval '1 day' WHERE status = 'PENDING'
-- next
CREATE INDEX ix_stored_file_expires_at ON stored_file (expires_at) WHERE expires_at IS NOT NULL
-- next
CREATE INDEX ix_stored_file_merchant_id_created_by ON stored_file (merchant_id, created_by) WHERE expires_at IS NOT NULL
-- next
CREATE INDEX ix_stored_file_key ON stored_file (key)
-- next
ALTER POLICY app_operator ON stored_file USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]) OR (merchant_id = '00000000-0000-7000-8000-000000000000' AND created_by = current_setting('app.account_id', true)::uuid)) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]) OR (merchant_id = '00000000-0000-7000-8000-000000000000' AND created_by = current_setting('app.account_id', true)::uuid))
-- next
ALTER POLICY app_operator ON task USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]) OR (merchant_id = '00000000-0000-7000-8000-000000000000' AND created_by = current_setting('app.account_id', true)::uuid)) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]) OR (merchant_id = '00000000-0000-7000-8000-000000000000' AND created_by = current_setting('app.account_id', true)::uuid))
