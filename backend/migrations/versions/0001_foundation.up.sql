CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$
-- next
CREATE SEQUENCE merchant_number_seq
-- next
CREATE TABLE idempotency_key (
    merchant_id UUID NOT NULL,
    actor_key TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint BYTEA NOT NULL,
    answer JSONB,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_idempotency_key PRIMARY KEY (merchant_id, actor_key, key)
)
-- next
CREATE TABLE attempt_counter (
    kind TEXT NOT NULL,
    subject BYTEA NOT NULL,
    count BIGINT NOT NULL,
    window_began_at TIMESTAMP WITH TIME ZONE NOT NULL,
    lockouts BIGINT NOT NULL,
    locked_until TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_attempt_counter PRIMARY KEY (kind, subject)
)
-- next
CREATE TABLE audit_event (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    actor_account_id UUID,
    actor_membership_id UUID,
    actor_token_id UUID,
    template TEXT,
    action TEXT NOT NULL,
    object_type TEXT NOT NULL,
    object_id UUID,
    before JSONB,
    after JSONB,
    reason TEXT,
    address TEXT,
    device TEXT,
    request_id TEXT,
    policy_version BIGINT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_audit_event PRIMARY KEY (merchant_id, id)
)
-- next
CREATE INDEX ix_audit_event_merchant_id_actor_account_id_at ON audit_event (merchant_id, actor_account_id, at)
-- next
CREATE INDEX ix_audit_event_merchant_id_at ON audit_event (merchant_id, at)
-- next
CREATE INDEX ix_audit_event_at_id ON audit_event (at, id)
-- next
CREATE INDEX ix_audit_event_recorded_at ON audit_event (recorded_at)
-- next
CREATE INDEX ix_audit_event_object_id_at ON audit_event (object_id, at)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE audit_block (
    number BIGINT NOT NULL,
    sealed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    previous_hash BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    count BIGINT NOT NULL,
    CONSTRAINT pk_audit_block PRIMARY KEY (number)
)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_block
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE audit_seal (
    block_number BIGINT NOT NULL,
    position BIGINT NOT NULL,
    merchant_id UUID NOT NULL,
    event_id UUID NOT NULL,
    digest BYTEA NOT NULL,
    CONSTRAINT pk_audit_seal PRIMARY KEY (block_number, position),
    CONSTRAINT uq_audit_seal_merchant_id_event_id UNIQUE (merchant_id, event_id)
)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE data_key (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    subject_id UUID NOT NULL,
    kek_id TEXT NOT NULL,
    wrapped BYTEA,
    destroyed_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_data_key PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_data_key_merchant_id_subject_id UNIQUE (merchant_id, subject_id),
    CONSTRAINT ck_data_key_destroyed CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
)
-- next
CREATE TABLE stored_file (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    purpose TEXT NOT NULL,
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    sha256 BYTEA,
    status TEXT NOT NULL,
    rejection TEXT,
    key TEXT,
    created_by UUID,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_stored_file PRIMARY KEY (merchant_id, id),
    CONSTRAINT ck_stored_file_status CHECK (status IN ('PENDING', 'READY', 'REJECTED')),
    CONSTRAINT ck_stored_file_ready CHECK (status <> 'READY' OR (sha256 IS NOT NULL AND key IS NOT NULL AND size > 0))
)
-- next
CREATE TABLE task (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    done BIGINT NOT NULL,
    total BIGINT,
    message TEXT,
    result JSONB,
    file_id UUID,
    error TEXT,
    created_by UUID,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_task PRIMARY KEY (merchant_id, id),
    CONSTRAINT ck_task_state CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    CONSTRAINT ck_task_progress CHECK (done >= 0 AND (total IS NULL OR done <= total))
)
-- next
CREATE INDEX ix_task_merchant_id_created_by_created_at ON task (merchant_id, created_by, created_at)
-- next
CREATE TABLE account (
    id UUID NOT NULL,
    display_name TEXT NOT NULL,
    phone_index BYTEA,
    phone_cipher BYTEA,
    phone_masked TEXT,
    email_index BYTEA,
    email_cipher BYTEA,
    email_masked TEXT,
    directory_subject TEXT,
    status TEXT NOT NULL,
    locale TEXT NOT NULL,
    password_hash TEXT,
    password_changed_at TIMESTAMP WITH TIME ZONE,
    totp_cipher BYTEA,
    totp_confirmed_at TIMESTAMP WITH TIME ZONE,
    totp_last_step BIGINT,
    pin_hash TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_account PRIMARY KEY (id),
    CONSTRAINT ck_account_login CHECK (phone_index IS NOT NULL OR email_index IS NOT NULL OR directory_subject IS NOT NULL),
    CONSTRAINT ck_account_status CHECK (status IN ('ACTIVE', 'DISABLED')),
    CONSTRAINT uq_account_phone_index UNIQUE (phone_index),
    CONSTRAINT uq_account_email_index UNIQUE (email_index),
    CONSTRAINT uq_account_directory_subject UNIQUE (directory_subject)
)
-- next
CREATE TABLE change_request (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    target_type TEXT NOT NULL,
    target_id UUID NOT NULL,
    target_version BIGINT,
    payload JSONB NOT NULL,
    payload_hash BYTEA NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    maker_account_id UUID NOT NULL,
    maker_membership_id UUID NOT NULL,
    checker_account_id UUID,
    checker_membership_id UUID,
    decision_reason TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    decided_at TIMESTAMP WITH TIME ZONE,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_change_request PRIMARY KEY (merchant_id, id),
    CONSTRAINT ck_change_request_state CHECK (state IN ('OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
    CONSTRAINT ck_change_request_maker_is_not_checker CHECK (checker_account_id <> maker_account_id),
    CONSTRAINT ck_change_request_decided CHECK ((state IN ('APPROVED', 'REJECTED')) = (checker_account_id IS NOT NULL))
)
-- next
CREATE UNIQUE INDEX uq_change_request_open ON change_request (merchant_id, kind, target_id) WHERE state = 'OPEN'
-- next
CREATE INDEX ix_change_request_merchant_id_state_created_at ON change_request (merchant_id, state, created_at)
-- next
CREATE TABLE platform_template (
    id UUID NOT NULL,
    code TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    audience TEXT NOT NULL,
    second_factor TEXT NOT NULL,
    idle_minutes BIGINT NOT NULL,
    status TEXT NOT NULL,
    version BIGINT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_platform_template PRIMARY KEY (id),
    CONSTRAINT ck_platform_template_audience CHECK (audience IN ('MERCHANT', 'BANK', 'CONSUMER')),
    CONSTRAINT ck_platform_template_second_factor CHECK (second_factor IN ('REQUIRED', 'OPTIONAL')),
    CONSTRAINT ck_platform_template_status CHECK (status IN ('ACTIVE', 'RETIRED')),
    CONSTRAINT uq_platform_template_code UNIQUE (code)
)
-- next
CREATE TABLE policy_version (
    id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT pk_policy_version PRIMARY KEY (id),
    CONSTRAINT ck_policy_version_single CHECK (id = 1)
)
-- next
CREATE TABLE operator (
    id UUID NOT NULL,
    name TEXT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_operator PRIMARY KEY (id),
    CONSTRAINT uq_operator_name UNIQUE (name)
)
-- next
CREATE TABLE merchant_type_features (
    type_code TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    features TEXT[] NOT NULL,
    CONSTRAINT pk_merchant_type_features PRIMARY KEY (type_code)
)
-- next
CREATE TABLE recovery_code (
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    code_hash BYTEA NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE,
    CONSTRAINT pk_recovery_code PRIMARY KEY (id),
    CONSTRAINT fk_recovery_code_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
)
-- next
CREATE INDEX ix_recovery_code_account_id ON recovery_code (account_id)
-- next
CREATE TABLE user_session (
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    kind TEXT NOT NULL,
    secret_hash BYTEA NOT NULL,
    previous_secret_hash BYTEA,
    rotated_at TIMESTAMP WITH TIME ZONE,
    refresh_hash BYTEA,
    access_expires_at TIMESTAMP WITH TIME ZONE,
    membership_merchant_id UUID,
    membership_id UUID,
    address TEXT,
    device TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    last_seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    second_factor_at TIMESTAMP WITH TIME ZONE,
    stepped_up_at TIMESTAMP WITH TIME ZONE,
    locked_at TIMESTAMP WITH TIME ZONE,
    revoked_at TIMESTAMP WITH TIME ZONE,
    revoked_reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_user_session PRIMARY KEY (id),
    CONSTRAINT ck_user_session_kind CHECK (kind IN ('COOKIE', 'BEARER')),
    CONSTRAINT fk_user_session_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT uq_user_session_secret_hash UNIQUE (secret_hash),
    CONSTRAINT uq_user_session_previous_secret_hash UNIQUE (previous_secret_hash),
    CONSTRAINT uq_user_session_refresh_hash UNIQUE (refresh_hash)
)
-- next
CREATE INDEX ix_user_session_expires_at ON user_session (expires_at)
-- next
CREATE INDEX ix_user_session_account_id_revoked_at ON user_session (account_id, revoked_at)
-- next
CREATE TABLE password_reset (
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    secret_hash BYTEA NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_password_reset PRIMARY KEY (id),
    CONSTRAINT fk_password_reset_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
    CONSTRAINT uq_password_reset_secret_hash UNIQUE (secret_hash)
)
-- next
CREATE INDEX ix_password_reset_account_id ON password_reset (account_id)
-- next
CREATE TABLE membership (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    template_id UUID NOT NULL,
    operator_id UUID,
    scope TEXT NOT NULL,
    scope_merchant_ids UUID[] NOT NULL,
    status TEXT NOT NULL,
    display_name TEXT NOT NULL,
    staff_number TEXT,
    phone_masked TEXT,
    email_masked TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    left_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_membership PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_membership_merchant_id_id_template_id UNIQUE (merchant_id, id, template_id),
    CONSTRAINT ck_membership_status CHECK (status IN ('ACTIVE', 'SUSPENDED', 'LEFT')),
    CONSTRAINT ck_membership_scope CHECK (scope IN ('SELF', 'STORE', 'REGION_SUBTREE', 'MERCHANT', 'OPERATOR', 'BANK_ALL', 'CUSTOM')),
    CONSTRAINT ck_membership_operator_scope CHECK ((scope = 'OPERATOR') = (operator_id IS NOT NULL)),
    CONSTRAINT ex_membership_person EXCLUDE USING gist (merchant_id WITH =, staff_number WITH =, account_id WITH <>),
    CONSTRAINT fk_membership_account_id FOREIGN KEY(account_id) REFERENCES account (id),
    CONSTRAINT fk_membership_template_id FOREIGN KEY(template_id) REFERENCES platform_template (id),
    CONSTRAINT fk_membership_operator_id FOREIGN KEY(operator_id) REFERENCES operator (id)
)
-- next
CREATE UNIQUE INDEX uq_membership_active ON membership (merchant_id, account_id, template_id, operator_id) NULLS NOT DISTINCT WHERE status <> 'LEFT'
-- next
CREATE INDEX ix_membership_operator_id ON membership (operator_id)
-- next
CREATE INDEX ix_membership_account_id ON membership (account_id)
-- next
CREATE TABLE permission_node (
    id UUID NOT NULL,
    template_id UUID NOT NULL,
    parent_id UUID,
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    position BIGINT NOT NULL,
    feature TEXT,
    gate TEXT,
    CONSTRAINT pk_permission_node PRIMARY KEY (id),
    CONSTRAINT uq_permission_node_template_id_id UNIQUE (template_id, id),
    CONSTRAINT uq_permission_node_template_id_code UNIQUE (template_id, code),
    CONSTRAINT fk_permission_node_template_id_parent_id FOREIGN KEY(template_id, parent_id) REFERENCES permission_node (template_id, id) ON DELETE CASCADE,
    CONSTRAINT ck_permission_node_kind CHECK (kind IN ('MENU', 'PAGE', 'ACTION', 'FIELD', 'DATA')),
    CONSTRAINT ck_permission_node_gate CHECK (gate IS NULL OR gate IN ('SALES', 'REDEMPTION', 'AFTER_SALES')),
    CONSTRAINT ck_permission_node_parent CHECK (parent_id <> id),
    CONSTRAINT fk_permission_node_template_id FOREIGN KEY(template_id) REFERENCES platform_template (id) ON DELETE CASCADE
)
-- next
CREATE TABLE role (
    id UUID NOT NULL,
    template_id UUID NOT NULL,
    code TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    description TEXT NOT NULL,
    version BIGINT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_role PRIMARY KEY (id),
    CONSTRAINT uq_role_template_id_id UNIQUE (template_id, id),
    CONSTRAINT uq_role_template_id_code UNIQUE (template_id, code),
    CONSTRAINT fk_role_template_id FOREIGN KEY(template_id) REFERENCES platform_template (id) ON DELETE CASCADE
)
-- next
CREATE TABLE merchant (
    id UUID NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    operator_id UUID,
    type_code TEXT,
    features TEXT[] NOT NULL,
    gate TEXT NOT NULL,
    clock_offset_seconds BIGINT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_merchant PRIMARY KEY (id),
    CONSTRAINT ck_merchant_gate CHECK (gate IN ('OPEN', 'SUSPENDED', 'FRAUD_HOLD', 'CLOSED')),
    CONSTRAINT uq_merchant_number UNIQUE (number),
    CONSTRAINT fk_merchant_operator_id FOREIGN KEY(operator_id) REFERENCES operator (id),
    CONSTRAINT fk_merchant_type_code FOREIGN KEY(type_code) REFERENCES merchant_type_features (type_code)
)
-- next
CREATE INDEX ix_merchant_operator_id ON merchant (operator_id)
-- next
CREATE TABLE api_token (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    template_id UUID NOT NULL,
    operator_id UUID,
    name TEXT NOT NULL,
    prefix TEXT NOT NULL,
    secret_hash BYTEA NOT NULL,
    scope TEXT NOT NULL,
    scope_merchant_ids UUID[] NOT NULL,
    allowed_addresses TEXT[] NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by UUID,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    last_used_at TIMESTAMP WITH TIME ZONE,
    revoked_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_api_token PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_api_token_merchant_id_id_template_id UNIQUE (merchant_id, id, template_id),
    CONSTRAINT ck_api_token_scope CHECK (scope IN ('MERCHANT', 'OPERATOR', 'BANK_ALL', 'CUSTOM')),
    CONSTRAINT fk_api_token_template_id FOREIGN KEY(template_id) REFERENCES platform_template (id),
    CONSTRAINT fk_api_token_operator_id FOREIGN KEY(operator_id) REFERENCES operator (id),
    CONSTRAINT uq_api_token_secret_hash UNIQUE (secret_hash)
)
-- next
CREATE TABLE page_overlay (
    id UUID NOT NULL,
    template_code TEXT NOT NULL,
    merchant_type TEXT,
    page_key TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    patch JSONB NOT NULL,
    revision BIGINT NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    made_by UUID,
    published_at TIMESTAMP WITH TIME ZONE,
    published_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_page_overlay PRIMARY KEY (id),
    CONSTRAINT uq_page_overlay_template_code_merchant_type_page_key_version UNIQUE NULLS NOT DISTINCT (template_code, merchant_type, page_key, version),
    CONSTRAINT ck_page_overlay_state CHECK (state IN ('DRAFT', 'PUBLISHED', 'RETIRED')),
    CONSTRAINT ck_page_overlay_published CHECK ((state = 'DRAFT') = (published_at IS NULL)),
    CONSTRAINT fk_page_overlay_template_code FOREIGN KEY(template_code) REFERENCES platform_template (code),
    CONSTRAINT fk_page_overlay_merchant_type FOREIGN KEY(merchant_type) REFERENCES merchant_type_features (type_code)
)
-- next
CREATE UNIQUE INDEX uq_page_overlay_published ON page_overlay (template_code, merchant_type, page_key) NULLS NOT DISTINCT WHERE state = 'PUBLISHED'
-- next
CREATE UNIQUE INDEX uq_page_overlay_draft ON page_overlay (template_code, merchant_type, page_key) NULLS NOT DISTINCT WHERE state = 'DRAFT'
-- next
CREATE TABLE form_definition (
    id UUID NOT NULL,
    key TEXT NOT NULL,
    merchant_type TEXT,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    definition JSONB NOT NULL,
    revision BIGINT NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    made_by UUID,
    published_at TIMESTAMP WITH TIME ZONE,
    published_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_form_definition PRIMARY KEY (id),
    CONSTRAINT uq_form_definition_key_merchant_type_version UNIQUE NULLS NOT DISTINCT (key, merchant_type, version),
    CONSTRAINT ck_form_definition_state CHECK (state IN ('DRAFT', 'PUBLISHED', 'RETIRED')),
    CONSTRAINT ck_form_definition_published CHECK ((state = 'DRAFT') = (published_at IS NULL)),
    CONSTRAINT fk_form_definition_merchant_type FOREIGN KEY(merchant_type) REFERENCES merchant_type_features (type_code)
)
-- next
CREATE UNIQUE INDEX uq_form_definition_published ON form_definition (key, merchant_type) NULLS NOT DISTINCT WHERE state = 'PUBLISHED'
-- next
CREATE UNIQUE INDEX uq_form_definition_draft ON form_definition (key, merchant_type) NULLS NOT DISTINCT WHERE state = 'DRAFT'
-- next
CREATE TABLE membership_role (
    merchant_id UUID NOT NULL,
    membership_id UUID NOT NULL,
    role_id UUID NOT NULL,
    template_id UUID NOT NULL,
    CONSTRAINT pk_membership_role PRIMARY KEY (merchant_id, membership_id, role_id),
    CONSTRAINT fk_membership_role_merchant_id_membership_id_template_id FOREIGN KEY(merchant_id, membership_id, template_id) REFERENCES membership (merchant_id, id, template_id) ON DELETE CASCADE,
    CONSTRAINT fk_membership_role_template_id_role_id FOREIGN KEY(template_id, role_id) REFERENCES role (template_id, id) ON DELETE CASCADE
)
-- next
CREATE INDEX ix_membership_role_role_id ON membership_role (role_id)
-- next
CREATE TABLE membership_store (
    merchant_id UUID NOT NULL,
    membership_id UUID NOT NULL,
    store_id UUID NOT NULL,
    CONSTRAINT pk_membership_store PRIMARY KEY (merchant_id, membership_id, store_id),
    CONSTRAINT fk_membership_store_merchant_id_membership_id FOREIGN KEY(merchant_id, membership_id) REFERENCES membership (merchant_id, id) ON DELETE CASCADE
)
-- next
CREATE TABLE membership_region (
    merchant_id UUID NOT NULL,
    membership_id UUID NOT NULL,
    region_id UUID NOT NULL,
    CONSTRAINT pk_membership_region PRIMARY KEY (merchant_id, membership_id, region_id),
    CONSTRAINT fk_membership_region_merchant_id_membership_id FOREIGN KEY(merchant_id, membership_id) REFERENCES membership (merchant_id, id) ON DELETE CASCADE
)
-- next
CREATE TABLE role_grant (
    template_id UUID NOT NULL,
    role_id UUID NOT NULL,
    node_id UUID NOT NULL,
    granted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    granted_by UUID,
    CONSTRAINT pk_role_grant PRIMARY KEY (template_id, role_id, node_id),
    CONSTRAINT fk_role_grant_template_id_role_id FOREIGN KEY(template_id, role_id) REFERENCES role (template_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_role_grant_template_id_node_id FOREIGN KEY(template_id, node_id) REFERENCES permission_node (template_id, id) ON DELETE CASCADE
)
-- next
CREATE INDEX ix_role_grant_node_id ON role_grant (node_id)
-- next
CREATE TABLE api_token_role (
    merchant_id UUID NOT NULL,
    token_id UUID NOT NULL,
    role_id UUID NOT NULL,
    template_id UUID NOT NULL,
    CONSTRAINT pk_api_token_role PRIMARY KEY (merchant_id, token_id, role_id),
    CONSTRAINT fk_api_token_role_merchant_id_token_id_template_id FOREIGN KEY(merchant_id, token_id, template_id) REFERENCES api_token (merchant_id, id, template_id) ON DELETE CASCADE,
    CONSTRAINT fk_api_token_role_template_id_role_id FOREIGN KEY(template_id, role_id) REFERENCES role (template_id, id) ON DELETE CASCADE
)
-- next
CREATE INDEX ix_api_token_role_role_id ON api_token_role (role_id)
-- next
CREATE TABLE saved_view (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    membership_id UUID NOT NULL,
    template_code TEXT NOT NULL,
    page_key TEXT NOT NULL,
    label TEXT NOT NULL,
    query TEXT NOT NULL,
    shared BOOLEAN NOT NULL,
    saved_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_saved_view PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_saved_view_merchant_id_membership_id FOREIGN KEY(merchant_id, membership_id) REFERENCES membership (merchant_id, id) ON DELETE CASCADE,
    CONSTRAINT ck_saved_view_query CHECK (length(query) <= 4000)
)
-- next
CREATE INDEX ix_saved_view_merchant_id_template_code_page_key ON saved_view (merchant_id, template_code, page_key)
-- next
CREATE TABLE member_setting (
    merchant_id UUID NOT NULL,
    membership_id UUID NOT NULL,
    key TEXT NOT NULL,
    account_id UUID NOT NULL,
    value JSONB NOT NULL,
    saved_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_member_setting PRIMARY KEY (merchant_id, membership_id, key),
    CONSTRAINT fk_member_setting_merchant_id_membership_id FOREIGN KEY(merchant_id, membership_id) REFERENCES membership (merchant_id, id) ON DELETE CASCADE
)
-- next
INSERT INTO policy_version (id, version) VALUES (1, 1)
-- next
ALTER TABLE account ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE account FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON account TO app_identity
-- next
CREATE POLICY app_identity ON account FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT (id, display_name, phone_masked, email_masked, status, locale, password_changed_at, totp_confirmed_at, created_at) ON account TO app_merchant
-- next
CREATE POLICY app_merchant ON account FOR SELECT TO app_merchant USING (id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT (id, display_name, phone_masked, email_masked, status, locale, password_changed_at, totp_confirmed_at, created_at) ON account TO app_operator
-- next
CREATE POLICY app_operator ON account FOR SELECT TO app_operator USING (id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT (id, display_name, phone_masked, email_masked, status, locale, password_changed_at, totp_confirmed_at, created_at) ON account TO app_bank
-- next
CREATE POLICY app_bank ON account FOR SELECT TO app_bank USING (id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT (id, display_name, phone_masked, email_masked, status, locale, password_changed_at, totp_confirmed_at, created_at) ON account TO app_consumer
-- next
CREATE POLICY app_consumer ON account FOR SELECT TO app_consumer USING (id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON account TO app_maintenance
-- next
ALTER TABLE attempt_counter ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE attempt_counter FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON attempt_counter TO app_identity
-- next
CREATE POLICY app_identity ON attempt_counter FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON attempt_counter TO app_maintenance
-- next
ALTER TABLE audit_block ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE audit_block FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON audit_block TO app_worker
-- next
CREATE POLICY app_worker ON audit_block FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON audit_block TO app_bank
-- next
CREATE POLICY app_bank ON audit_block FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON audit_block TO app_maintenance
-- next
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE audit_event FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON audit_event TO app_merchant
-- next
CREATE POLICY app_merchant ON audit_event FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON audit_event TO app_operator
-- next
CREATE POLICY app_operator ON audit_event FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT ON audit_event TO app_bank
-- next
CREATE POLICY app_bank ON audit_event FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON audit_event TO app_worker
-- next
CREATE POLICY app_worker ON audit_event FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT INSERT ON audit_event TO app_consumer
-- next
CREATE POLICY app_consumer ON audit_event FOR ALL TO app_consumer USING (actor_account_id = current_setting('app.account_id', true)::uuid) WITH CHECK (actor_account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON audit_event TO app_identity
-- next
CREATE POLICY app_identity ON audit_event FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON audit_event TO app_maintenance
-- next
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON audit_seal TO app_worker
-- next
CREATE POLICY app_worker ON audit_seal FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON audit_seal TO app_bank
-- next
CREATE POLICY app_bank ON audit_seal FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON audit_seal TO app_maintenance
-- next
ALTER TABLE change_request ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE change_request FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON change_request TO app_merchant
-- next
CREATE POLICY app_merchant ON change_request FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON change_request TO app_operator
-- next
CREATE POLICY app_operator ON change_request FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON change_request TO app_bank
-- next
CREATE POLICY app_bank ON change_request FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON change_request TO app_worker
-- next
CREATE POLICY app_worker ON change_request FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON change_request TO app_maintenance
-- next
ALTER TABLE data_key ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE data_key FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON data_key TO app_merchant
-- next
CREATE POLICY app_merchant ON data_key FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON data_key TO app_operator
-- next
CREATE POLICY app_operator ON data_key FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON data_key TO app_bank
-- next
CREATE POLICY app_bank ON data_key FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON data_key TO app_worker
-- next
CREATE POLICY app_worker ON data_key FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON data_key TO app_consumer
-- next
CREATE POLICY app_consumer ON data_key FOR ALL TO app_consumer USING (subject_id = current_setting('app.account_id', true)::uuid) WITH CHECK (subject_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON data_key TO app_identity
-- next
CREATE POLICY app_identity ON data_key FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON data_key TO app_maintenance
-- next
ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE (answer) ON idempotency_key TO app_merchant
-- next
CREATE POLICY app_merchant ON idempotency_key FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE (answer) ON idempotency_key TO app_operator
-- next
CREATE POLICY app_operator ON idempotency_key FOR ALL TO app_operator USING (actor_key = current_setting('app.actor', true)) WITH CHECK (actor_key = current_setting('app.actor', true))
-- next
GRANT SELECT, INSERT, UPDATE (answer) ON idempotency_key TO app_bank
-- next
CREATE POLICY app_bank ON idempotency_key FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE (answer) ON idempotency_key TO app_consumer
-- next
CREATE POLICY app_consumer ON idempotency_key FOR ALL TO app_consumer USING (actor_key = current_setting('app.actor', true)) WITH CHECK (actor_key = current_setting('app.actor', true))
-- next
GRANT SELECT, INSERT, UPDATE (answer) ON idempotency_key TO app_identity
-- next
CREATE POLICY app_identity ON idempotency_key FOR ALL TO app_identity USING (actor_key = current_setting('app.actor', true)) WITH CHECK (actor_key = current_setting('app.actor', true))
-- next
GRANT SELECT, INSERT, UPDATE (answer), DELETE ON idempotency_key TO app_worker
-- next
CREATE POLICY app_worker ON idempotency_key FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency_key TO app_maintenance
-- next
ALTER TABLE merchant_type_features ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE merchant_type_features FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON merchant_type_features TO app_merchant
-- next
CREATE POLICY app_merchant ON merchant_type_features FOR SELECT TO app_merchant USING (true)
-- next
GRANT SELECT ON merchant_type_features TO app_operator
-- next
CREATE POLICY app_operator ON merchant_type_features FOR SELECT TO app_operator USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON merchant_type_features TO app_bank
-- next
CREATE POLICY app_bank ON merchant_type_features FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON merchant_type_features TO app_consumer
-- next
CREATE POLICY app_consumer ON merchant_type_features FOR SELECT TO app_consumer USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON merchant_type_features TO app_worker
-- next
CREATE POLICY app_worker ON merchant_type_features FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON merchant_type_features TO app_identity
-- next
CREATE POLICY app_identity ON merchant_type_features FOR SELECT TO app_identity USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON merchant_type_features TO app_maintenance
-- next
ALTER TABLE operator ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE operator FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON operator TO app_bank
-- next
CREATE POLICY app_bank ON operator FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON operator TO app_worker
-- next
CREATE POLICY app_worker ON operator FOR SELECT TO app_worker USING (true)
-- next
GRANT SELECT ON operator TO app_identity
-- next
CREATE POLICY app_identity ON operator FOR SELECT TO app_identity USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON operator TO app_maintenance
-- next
ALTER TABLE platform_template ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE platform_template FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON platform_template TO app_merchant
-- next
CREATE POLICY app_merchant ON platform_template FOR SELECT TO app_merchant USING (true)
-- next
GRANT SELECT ON platform_template TO app_operator
-- next
CREATE POLICY app_operator ON platform_template FOR SELECT TO app_operator USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON platform_template TO app_bank
-- next
CREATE POLICY app_bank ON platform_template FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON platform_template TO app_consumer
-- next
CREATE POLICY app_consumer ON platform_template FOR SELECT TO app_consumer USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON platform_template TO app_worker
-- next
CREATE POLICY app_worker ON platform_template FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON platform_template TO app_identity
-- next
CREATE POLICY app_identity ON platform_template FOR SELECT TO app_identity USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON platform_template TO app_maintenance
-- next
ALTER TABLE policy_version ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE policy_version FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON policy_version TO app_merchant
-- next
CREATE POLICY app_merchant ON policy_version FOR SELECT TO app_merchant USING (true)
-- next
GRANT SELECT ON policy_version TO app_operator
-- next
CREATE POLICY app_operator ON policy_version FOR SELECT TO app_operator USING (true)
-- next
GRANT SELECT, UPDATE ON policy_version TO app_bank
-- next
CREATE POLICY app_bank ON policy_version FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON policy_version TO app_consumer
-- next
CREATE POLICY app_consumer ON policy_version FOR SELECT TO app_consumer USING (true)
-- next
GRANT SELECT, UPDATE ON policy_version TO app_worker
-- next
CREATE POLICY app_worker ON policy_version FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON policy_version TO app_identity
-- next
CREATE POLICY app_identity ON policy_version FOR SELECT TO app_identity USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON policy_version TO app_maintenance
-- next
ALTER TABLE stored_file ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE stored_file FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON stored_file TO app_merchant
-- next
CREATE POLICY app_merchant ON stored_file FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON stored_file TO app_operator
-- next
CREATE POLICY app_operator ON stored_file FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON stored_file TO app_bank
-- next
CREATE POLICY app_bank ON stored_file FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON stored_file TO app_worker
-- next
CREATE POLICY app_worker ON stored_file FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON stored_file TO app_consumer
-- next
CREATE POLICY app_consumer ON stored_file FOR ALL TO app_consumer USING (created_by = current_setting('app.account_id', true)::uuid) WITH CHECK (created_by = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON stored_file TO app_maintenance
-- next
ALTER TABLE task ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE task FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON task TO app_merchant
-- next
CREATE POLICY app_merchant ON task FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON task TO app_operator
-- next
CREATE POLICY app_operator ON task FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON task TO app_bank
-- next
CREATE POLICY app_bank ON task FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON task TO app_worker
-- next
CREATE POLICY app_worker ON task FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON task TO app_consumer
-- next
CREATE POLICY app_consumer ON task FOR ALL TO app_consumer USING (created_by = current_setting('app.account_id', true)::uuid) WITH CHECK (created_by = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON task TO app_maintenance
-- next
ALTER TABLE api_token ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE api_token FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON api_token TO app_merchant
-- next
CREATE POLICY app_merchant ON api_token FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON api_token TO app_operator
-- next
CREATE POLICY app_operator ON api_token FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON api_token TO app_bank
-- next
CREATE POLICY app_bank ON api_token FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON api_token TO app_worker
-- next
CREATE POLICY app_worker ON api_token FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON api_token TO app_identity
-- next
CREATE POLICY app_identity ON api_token FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON api_token TO app_maintenance
-- next
ALTER TABLE form_definition ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE form_definition FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON form_definition TO app_merchant
-- next
CREATE POLICY app_merchant ON form_definition FOR SELECT TO app_merchant USING (state <> 'DRAFT')
-- next
GRANT SELECT ON form_definition TO app_operator
-- next
CREATE POLICY app_operator ON form_definition FOR SELECT TO app_operator USING (state <> 'DRAFT')
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON form_definition TO app_bank
-- next
CREATE POLICY app_bank ON form_definition FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON form_definition TO app_worker
-- next
CREATE POLICY app_worker ON form_definition FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON form_definition TO app_maintenance
-- next
ALTER TABLE membership ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE membership FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership TO app_merchant
-- next
CREATE POLICY app_merchant ON membership FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership TO app_operator
-- next
CREATE POLICY app_operator ON membership FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership TO app_bank
-- next
CREATE POLICY app_bank ON membership FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership TO app_worker
-- next
CREATE POLICY app_worker ON membership FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership TO app_identity
-- next
CREATE POLICY app_identity ON membership FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON membership TO app_consumer
-- next
CREATE POLICY app_consumer ON membership FOR SELECT TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership TO app_maintenance
-- next
ALTER TABLE merchant ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE merchant FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON merchant TO app_merchant
-- next
CREATE POLICY app_merchant ON merchant FOR SELECT TO app_merchant USING (id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON merchant TO app_operator
-- next
CREATE POLICY app_operator ON merchant FOR SELECT TO app_operator USING (id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON merchant TO app_bank
-- next
CREATE POLICY app_bank ON merchant FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, UPDATE ON merchant TO app_worker
-- next
CREATE POLICY app_worker ON merchant FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON merchant TO app_consumer
-- next
CREATE POLICY app_consumer ON merchant FOR SELECT TO app_consumer USING (true)
-- next
GRANT SELECT ON merchant TO app_identity
-- next
CREATE POLICY app_identity ON merchant FOR SELECT TO app_identity USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON merchant TO app_maintenance
-- next
ALTER TABLE page_overlay ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE page_overlay FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON page_overlay TO app_merchant
-- next
CREATE POLICY app_merchant ON page_overlay FOR SELECT TO app_merchant USING (state <> 'DRAFT')
-- next
GRANT SELECT ON page_overlay TO app_operator
-- next
CREATE POLICY app_operator ON page_overlay FOR SELECT TO app_operator USING (state <> 'DRAFT')
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON page_overlay TO app_bank
-- next
CREATE POLICY app_bank ON page_overlay FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON page_overlay TO app_worker
-- next
CREATE POLICY app_worker ON page_overlay FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON page_overlay TO app_maintenance
-- next
ALTER TABLE password_reset ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE password_reset FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON password_reset TO app_identity
-- next
CREATE POLICY app_identity ON password_reset FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON password_reset TO app_maintenance
-- next
ALTER TABLE permission_node ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE permission_node FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON permission_node TO app_merchant
-- next
CREATE POLICY app_merchant ON permission_node FOR SELECT TO app_merchant USING (true)
-- next
GRANT SELECT ON permission_node TO app_operator
-- next
CREATE POLICY app_operator ON permission_node FOR SELECT TO app_operator USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON permission_node TO app_bank
-- next
CREATE POLICY app_bank ON permission_node FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON permission_node TO app_consumer
-- next
CREATE POLICY app_consumer ON permission_node FOR SELECT TO app_consumer USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON permission_node TO app_worker
-- next
CREATE POLICY app_worker ON permission_node FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON permission_node TO app_identity
-- next
CREATE POLICY app_identity ON permission_node FOR SELECT TO app_identity USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON permission_node TO app_maintenance
-- next
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE recovery_code FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code TO app_identity
-- next
CREATE POLICY app_identity ON recovery_code FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code TO app_maintenance
-- next
ALTER TABLE role ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE role FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON role TO app_merchant
-- next
CREATE POLICY app_merchant ON role FOR SELECT TO app_merchant USING (true)
-- next
GRANT SELECT ON role TO app_operator
-- next
CREATE POLICY app_operator ON role FOR SELECT TO app_operator USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON role TO app_bank
-- next
CREATE POLICY app_bank ON role FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON role TO app_consumer
-- next
CREATE POLICY app_consumer ON role FOR SELECT TO app_consumer USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON role TO app_worker
-- next
CREATE POLICY app_worker ON role FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON role TO app_identity
-- next
CREATE POLICY app_identity ON role FOR SELECT TO app_identity USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON role TO app_maintenance
-- next
ALTER TABLE user_session ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE user_session FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON user_session TO app_identity
-- next
CREATE POLICY app_identity ON user_session FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT (id, account_id, kind, membership_merchant_id, membership_id, address, device, created_at, last_seen_at, expires_at, locked_at, revoked_at) ON user_session TO app_merchant
-- next
CREATE POLICY app_merchant ON user_session FOR SELECT TO app_merchant USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT (id, account_id, kind, membership_merchant_id, membership_id, address, device, created_at, last_seen_at, expires_at, locked_at, revoked_at) ON user_session TO app_operator
-- next
CREATE POLICY app_operator ON user_session FOR SELECT TO app_operator USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT (id, account_id, kind, membership_merchant_id, membership_id, address, device, created_at, last_seen_at, expires_at, locked_at, revoked_at) ON user_session TO app_bank
-- next
CREATE POLICY app_bank ON user_session FOR SELECT TO app_bank USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT (id, account_id, kind, membership_merchant_id, membership_id, address, device, created_at, last_seen_at, expires_at, locked_at, revoked_at) ON user_session TO app_consumer
-- next
CREATE POLICY app_consumer ON user_session FOR SELECT TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON user_session TO app_maintenance
-- next
ALTER TABLE api_token_role ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE api_token_role FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON api_token_role TO app_merchant
-- next
CREATE POLICY app_merchant ON api_token_role FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON api_token_role TO app_operator
-- next
CREATE POLICY app_operator ON api_token_role FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON api_token_role TO app_bank
-- next
CREATE POLICY app_bank ON api_token_role FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON api_token_role TO app_worker
-- next
CREATE POLICY app_worker ON api_token_role FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON api_token_role TO app_identity
-- next
CREATE POLICY app_identity ON api_token_role FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON api_token_role TO app_maintenance
-- next
ALTER TABLE member_setting ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE member_setting FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON member_setting TO app_merchant
-- next
CREATE POLICY app_merchant ON member_setting FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON member_setting TO app_operator
-- next
CREATE POLICY app_operator ON member_setting FOR ALL TO app_operator USING (merchant_id = '00000000-0000-7000-8000-000000000000' AND account_id = current_setting('app.account_id', true)::uuid) WITH CHECK (merchant_id = '00000000-0000-7000-8000-000000000000' AND account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON member_setting TO app_bank
-- next
CREATE POLICY app_bank ON member_setting FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON member_setting TO app_worker
-- next
CREATE POLICY app_worker ON member_setting FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON member_setting TO app_maintenance
-- next
ALTER TABLE membership_region ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE membership_region FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_region TO app_merchant
-- next
CREATE POLICY app_merchant ON membership_region FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_region TO app_operator
-- next
CREATE POLICY app_operator ON membership_region FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_region TO app_bank
-- next
CREATE POLICY app_bank ON membership_region FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_region TO app_worker
-- next
CREATE POLICY app_worker ON membership_region FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_region TO app_identity
-- next
CREATE POLICY app_identity ON membership_region FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_region TO app_maintenance
-- next
ALTER TABLE membership_role ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE membership_role FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_role TO app_merchant
-- next
CREATE POLICY app_merchant ON membership_role FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_role TO app_operator
-- next
CREATE POLICY app_operator ON membership_role FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_role TO app_bank
-- next
CREATE POLICY app_bank ON membership_role FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_role TO app_worker
-- next
CREATE POLICY app_worker ON membership_role FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_role TO app_identity
-- next
CREATE POLICY app_identity ON membership_role FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_role TO app_maintenance
-- next
ALTER TABLE membership_store ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE membership_store FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_store TO app_merchant
-- next
CREATE POLICY app_merchant ON membership_store FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_store TO app_operator
-- next
CREATE POLICY app_operator ON membership_store FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_store TO app_bank
-- next
CREATE POLICY app_bank ON membership_store FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_store TO app_worker
-- next
CREATE POLICY app_worker ON membership_store FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_store TO app_identity
-- next
CREATE POLICY app_identity ON membership_store FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON membership_store TO app_maintenance
-- next
ALTER TABLE role_grant ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE role_grant FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON role_grant TO app_merchant
-- next
CREATE POLICY app_merchant ON role_grant FOR SELECT TO app_merchant USING (true)
-- next
GRANT SELECT ON role_grant TO app_operator
-- next
CREATE POLICY app_operator ON role_grant FOR SELECT TO app_operator USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON role_grant TO app_bank
-- next
CREATE POLICY app_bank ON role_grant FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON role_grant TO app_consumer
-- next
CREATE POLICY app_consumer ON role_grant FOR SELECT TO app_consumer USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON role_grant TO app_worker
-- next
CREATE POLICY app_worker ON role_grant FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON role_grant TO app_identity
-- next
CREATE POLICY app_identity ON role_grant FOR SELECT TO app_identity USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON role_grant TO app_maintenance
-- next
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO app_merchant
-- next
CREATE POLICY app_merchant ON saved_view FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO app_operator
-- next
CREATE POLICY app_operator ON saved_view FOR ALL TO app_operator USING (merchant_id = '00000000-0000-7000-8000-000000000000' AND account_id = current_setting('app.account_id', true)::uuid) WITH CHECK (merchant_id = '00000000-0000-7000-8000-000000000000' AND account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO app_bank
-- next
CREATE POLICY app_bank ON saved_view FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO app_worker
-- next
CREATE POLICY app_worker ON saved_view FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO app_maintenance
-- next
-- pgqueuer 1.6.0 -- prefix='' schema=None durability=durable

CREATE TYPE pgqueuer_status AS ENUM ('queued', 'picked', 'successful', 'exception', 'canceled', 'deleted', 'failed')
-- next
CREATE TABLE pgqueuer (
    id bigserial NOT NULL PRIMARY KEY,
    priority integer NOT NULL,
    queue_manager_id uuid,
    created timestamp with time zone NOT NULL DEFAULT now(),
    updated timestamp with time zone NOT NULL DEFAULT now(),
    heartbeat timestamp with time zone NOT NULL DEFAULT now(),
    execute_after timestamp with time zone NOT NULL DEFAULT now(),
    status pgqueuer_status NOT NULL,
    entrypoint text NOT NULL,
    dedupe_key text,
    payload bytea,
    headers jsonb,
    attempts integer NOT NULL DEFAULT 0,
    slot bigint
)
-- next
CREATE TABLE pgqueuer_log (
    id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL PRIMARY KEY,
    created timestamp with time zone NOT NULL DEFAULT now(),
    job_id bigint NOT NULL,
    status pgqueuer_status NOT NULL,
    priority integer NOT NULL,
    entrypoint text NOT NULL,
    traceback jsonb,
    aggregated boolean DEFAULT false
)
-- next
CREATE TABLE pgqueuer_schedules (
    id bigserial NOT NULL PRIMARY KEY,
    expression text NOT NULL,
    entrypoint text NOT NULL,
    heartbeat timestamp with time zone NOT NULL DEFAULT now(),
    created timestamp with time zone NOT NULL DEFAULT now(),
    updated timestamp with time zone NOT NULL DEFAULT now(),
    next_run timestamp with time zone NOT NULL DEFAULT now(),
    last_run timestamp with time zone,
    status pgqueuer_status DEFAULT 'queued'::pgqueuer_status,
    UNIQUE (expression, entrypoint)
)
-- next
CREATE TABLE pgqueuer_statistics (
    id bigserial NOT NULL PRIMARY KEY,
    created timestamp with time zone NOT NULL DEFAULT date_trunc('sec'::text, now()),
    count bigint NOT NULL,
    priority integer NOT NULL,
    status pgqueuer_status NOT NULL,
    entrypoint text NOT NULL
)
-- next
CREATE INDEX pgqueuer_ep_ea_idx ON pgqueuer USING btree (entrypoint, execute_after) WHERE (status = 'queued'::pgqueuer_status)
-- next
CREATE INDEX pgqueuer_ep_prio_id_idx ON pgqueuer USING btree (entrypoint, priority DESC, id) WHERE (status = 'queued'::pgqueuer_status)
-- next
CREATE INDEX pgqueuer_log_created ON pgqueuer_log USING btree (created)
-- next
CREATE INDEX pgqueuer_log_job_id_status ON pgqueuer_log USING btree (job_id, created DESC)
-- next
CREATE INDEX pgqueuer_log_not_aggregated ON pgqueuer_log USING btree ((1)) WHERE (NOT aggregated)
-- next
CREATE INDEX pgqueuer_log_status ON pgqueuer_log USING btree (status)
-- next
CREATE INDEX pgqueuer_picked_heartbeat_idx ON pgqueuer USING btree (heartbeat) WHERE (status = 'picked'::pgqueuer_status)
-- next
CREATE UNIQUE INDEX pgqueuer_picked_slot_idx ON pgqueuer USING btree (entrypoint, slot) WHERE ((status = 'picked'::pgqueuer_status) AND (slot IS NOT NULL))
-- next
CREATE INDEX pgqueuer_priority_id_id1_idx ON pgqueuer USING btree (priority, id DESC) INCLUDE (id) WHERE (status = 'queued'::pgqueuer_status)
-- next
CREATE INDEX pgqueuer_queue_manager_id_idx ON pgqueuer USING btree (queue_manager_id) WHERE (queue_manager_id IS NOT NULL)
-- next
CREATE UNIQUE INDEX pgqueuer_statistics_unique_count ON pgqueuer_statistics USING btree (priority, date_trunc('sec'::text, timezone('UTC'::text, created)), status, entrypoint)
-- next
CREATE UNIQUE INDEX pgqueuer_unique_dedupe_key ON pgqueuer USING btree (dedupe_key) WHERE ((status = ANY (ARRAY['queued'::pgqueuer_status, 'picked'::pgqueuer_status])) AND (dedupe_key IS NOT NULL))
-- next
CREATE INDEX pgqueuer_updated_id_id1_idx ON pgqueuer USING btree (updated, id DESC) INCLUDE (id) WHERE (status = 'picked'::pgqueuer_status)
-- next
CREATE FUNCTION fn_pgqueuer_changed() RETURNS TRIGGER AS $$
DECLARE
    to_emit BOOLEAN := false;  -- Flag to decide whether to emit a notification
BEGIN
    -- Check operation type and set the emit flag accordingly
    IF TG_OP = 'UPDATE' AND OLD IS DISTINCT FROM NEW THEN
        to_emit := true;
    ELSIF TG_OP = 'DELETE' THEN
        to_emit := true;
    ELSIF TG_OP = 'INSERT' THEN
        to_emit := true;
    ELSIF TG_OP = 'TRUNCATE' THEN
        to_emit := true;
    END IF;

    -- Perform notification if the emit flag is set
    IF to_emit THEN
        PERFORM pg_notify(
            'ch_pgqueuer',
            json_build_object(
                'channel', 'ch_pgqueuer',
                'operation', lower(TG_OP),
                'sent_at', NOW(),
                'table', TG_TABLE_NAME,
                'type', 'table_changed_event'
            )::text
        );
    END IF;

    -- Return appropriate value based on the operation
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        RETURN NEW;
    ELSIF TG_OP = 'DELETE' THEN
        RETURN OLD;
    ELSE
        RETURN NULL; -- For TRUNCATE and other non-row-specific contexts
    END IF;

END;
$$ LANGUAGE plpgsql
-- next
CREATE TRIGGER tg_pgqueuer_changed
AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON pgqueuer
EXECUTE FUNCTION fn_pgqueuer_changed()
-- next
ALTER TABLE pgqueuer ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE pgqueuer FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON pgqueuer TO app_worker
-- next
CREATE POLICY app_worker ON pgqueuer TO app_worker USING (true) WITH CHECK (true)
-- next
ALTER TABLE pgqueuer_log ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE pgqueuer_log FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON pgqueuer_log TO app_worker
-- next
CREATE POLICY app_worker ON pgqueuer_log TO app_worker USING (true) WITH CHECK (true)
-- next
ALTER TABLE pgqueuer_statistics ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE pgqueuer_statistics FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON pgqueuer_statistics TO app_worker
-- next
CREATE POLICY app_worker ON pgqueuer_statistics TO app_worker USING (true) WITH CHECK (true)
-- next
ALTER TABLE pgqueuer_schedules ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE pgqueuer_schedules FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON pgqueuer_schedules TO app_worker
-- next
CREATE POLICY app_worker ON pgqueuer_schedules TO app_worker USING (true) WITH CHECK (true)
-- next
CREATE POLICY prepaid_owner ON pgqueuer TO prepaid_owner USING (true) WITH CHECK (true)
-- next
CREATE FUNCTION enqueue_job(
    job_name text, job_payload bytea, job_headers jsonb, run_at timestamptz, job_dedupe_key text, job_priority integer
) RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO public.pgqueuer (priority, status, entrypoint, payload, headers, execute_after, dedupe_key)
    VALUES (job_priority, 'queued', job_name, job_payload, job_headers, coalesce(run_at, now()), job_dedupe_key)
    ON CONFLICT (dedupe_key) WHERE status IN ('queued', 'picked') AND dedupe_key IS NOT NULL DO NOTHING
    RETURNING id
$$
-- next
REVOKE ALL ON FUNCTION enqueue_job(text, bytea, jsonb, timestamptz, text, integer) FROM PUBLIC
-- next
GRANT EXECUTE ON FUNCTION enqueue_job(text, bytea, jsonb, timestamptz, text, integer) TO app_merchant, app_operator, app_bank, app_consumer, app_worker, app_identity
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON pgqueuer TO app_maintenance
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON pgqueuer_log TO app_maintenance
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON pgqueuer_statistics TO app_maintenance
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON pgqueuer_schedules TO app_maintenance
-- next
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO app_merchant, app_operator, app_bank, app_consumer, app_worker, app_identity
-- next
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO app_maintenance
-- next
GRANT SELECT ON alembic_version TO app_maintenance, app_merchant, app_operator, app_bank, app_consumer, app_worker, app_identity
