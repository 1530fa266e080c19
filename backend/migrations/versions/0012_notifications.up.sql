ALTER TABLE stored_file ADD COLUMN expires_at TIMESTAMP WITH TIME ZONE
-- next
ALTER TABLE stored_file DROP CONSTRAINT ck_stored_file_status
-- next
ALTER TABLE stored_file ADD CONSTRAINT ck_stored_file_status CHECK (status IN ('PENDING', 'READY', 'REJECTED', 'EXPIRED'))
-- next
UPDATE stored_file SET expires_at = created_at + CASE status WHEN 'PENDING' THEN interval '1 day' ELSE interval '7 days' END WHERE status = 'PENDING' OR purpose = 'export'
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
-- next
CREATE TABLE notice (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    membership_id UUID,
    kind TEXT NOT NULL,
    tone TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    body_zh TEXT,
    body_en TEXT,
    page_key TEXT,
    target_id TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    read_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_notice PRIMARY KEY (merchant_id, id),
    CONSTRAINT ck_notice_tone CHECK (tone IN ('NEUTRAL', 'INFO', 'SUCCESS', 'WARNING', 'DANGER')),
    CONSTRAINT ck_notice_link CHECK (target_id IS NULL OR page_key IS NOT NULL),
    CONSTRAINT ck_notice_read CHECK (read_at >= created_at),
    CONSTRAINT fk_notice_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
)
-- next
CREATE INDEX ix_notice_merchant_id_account_id_created_at ON notice (merchant_id, account_id, created_at)
-- next
CREATE INDEX ix_notice_unread ON notice (merchant_id, account_id) WHERE read_at IS NULL
-- next
CREATE INDEX ix_notice_merchant_id_target_id ON notice (merchant_id, target_id) WHERE target_id IS NOT NULL
-- next
CREATE TABLE list_export (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    membership_id UUID NOT NULL,
    task_id UUID NOT NULL,
    page_key TEXT NOT NULL,
    title_zh TEXT NOT NULL,
    title_en TEXT NOT NULL,
    format TEXT NOT NULL,
    locale TEXT NOT NULL,
    columns TEXT[] NOT NULL,
    variables JSONB NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_list_export PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_list_export_merchant_id_task_id FOREIGN KEY(merchant_id, task_id) REFERENCES task (merchant_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_list_export_merchant_id_membership_id FOREIGN KEY(merchant_id, membership_id) REFERENCES membership (merchant_id, id) ON DELETE CASCADE,
    CONSTRAINT uq_list_export_merchant_id_task_id UNIQUE (merchant_id, task_id),
    CONSTRAINT ck_list_export_format CHECK (format IN ('CSV', 'XLSX')),
    CONSTRAINT ck_list_export_locale CHECK (locale IN ('zh-CN', 'en'))
)
-- next
CREATE INDEX ix_list_export_membership_id ON list_export (membership_id)
-- next
ALTER TABLE notice ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE notice FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, UPDATE (read_at) ON notice TO app_merchant
-- next
CREATE POLICY app_merchant ON notice FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
CREATE POLICY app_merchant_narrowed ON notice AS RESTRICTIVE FOR ALL TO app_merchant USING (account_id = current_setting('app.account_id', true)::uuid) WITH CHECK (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, UPDATE (read_at) ON notice TO app_operator
-- next
CREATE POLICY app_operator ON notice FOR ALL TO app_operator USING (merchant_id = '00000000-0000-7000-8000-000000000000' AND account_id = current_setting('app.account_id', true)::uuid) WITH CHECK (merchant_id = '00000000-0000-7000-8000-000000000000' AND account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, UPDATE (read_at) ON notice TO app_bank
-- next
CREATE POLICY app_bank ON notice FOR ALL TO app_bank USING (account_id = current_setting('app.account_id', true)::uuid) WITH CHECK (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, UPDATE (read_at) ON notice TO app_consumer
-- next
CREATE POLICY app_consumer ON notice FOR ALL TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid) WITH CHECK (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON notice TO app_worker
-- next
CREATE POLICY app_worker ON notice FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON notice TO app_maintenance
-- next
ALTER TABLE list_export ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE list_export FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON list_export TO app_merchant
-- next
CREATE POLICY app_merchant ON list_export FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
CREATE POLICY app_merchant_narrowed ON list_export AS RESTRICTIVE FOR ALL TO app_merchant USING (account_id = current_setting('app.account_id', true)::uuid) WITH CHECK (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON list_export TO app_operator
-- next
CREATE POLICY app_operator ON list_export FOR ALL TO app_operator USING (merchant_id = '00000000-0000-7000-8000-000000000000' AND account_id = current_setting('app.account_id', true)::uuid) WITH CHECK (merchant_id = '00000000-0000-7000-8000-000000000000' AND account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON list_export TO app_bank
-- next
CREATE POLICY app_bank ON list_export FOR ALL TO app_bank USING (account_id = current_setting('app.account_id', true)::uuid) WITH CHECK (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON list_export TO app_worker
-- next
CREATE POLICY app_worker ON list_export FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON list_export TO app_maintenance
