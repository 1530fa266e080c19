CREATE SEQUENCE merchant_application_number_seq
-- next
CREATE TABLE appid_registration (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    reference TEXT NOT NULL,
    subject_index BYTEA NOT NULL,
    company_name TEXT NOT NULL,
    state TEXT NOT NULL,
    appid TEXT,
    failure_code TEXT,
    failure TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by UUID,
    submitted_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_appid_registration PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_appid_registration_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT ck_appid_registration_state CHECK (state IN ('CREATED', 'SUBMITTED', 'FACE_CHECK', 'DONE', 'FAILED')),
    CONSTRAINT ck_appid_registration_appid CHECK ((state = 'DONE') = (appid IS NOT NULL)),
    CONSTRAINT ck_appid_registration_failed CHECK ((state = 'FAILED') = (failure_code IS NOT NULL)),
    CONSTRAINT uq_appid_registration_reference UNIQUE (reference)
)
-- next
CREATE UNIQUE INDEX uq_appid_registration_running ON appid_registration (subject_index) WHERE state IN ('CREATED', 'SUBMITTED', 'FACE_CHECK')
-- next
CREATE INDEX ix_appid_registration_subject_index_created_at ON appid_registration (subject_index, created_at)
-- next
CREATE TABLE merchant_application (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    type_code TEXT,
    type_version_id UUID,
    form_id UUID,
    company_name TEXT,
    values JSONB NOT NULL,
    secrets BYTEA,
    accepted TEXT[] NOT NULL,
    revision BIGINT NOT NULL,
    round BIGINT NOT NULL,
    submitted_at TIMESTAMP WITH TIME ZONE,
    submitted_by UUID,
    due_at TIMESTAMP WITH TIME ZONE,
    claimed_by UUID,
    claimed_name TEXT,
    claimed_at TIMESTAMP WITH TIME ZONE,
    decided_at TIMESTAMP WITH TIME ZONE,
    decided_by UUID,
    reason TEXT,
    contract_id UUID,
    activated_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_merchant_application PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_merchant_application_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT ck_merchant_application_kind CHECK (kind IN ('ONBOARDING', 'LICENCE', 'LEGAL_PERSON', 'PAYEE_ACCOUNT', 'PREMISES')),
    CONSTRAINT ck_merchant_application_state CHECK (state IN ('DRAFT', 'SUBMITTED', 'REVIEWING', 'REJECTED', 'NEED_SIGN', 'NEED_DEPOSIT', 'ACTIVE', 'SUSPENDED', 'APPLIED', 'CLOSED')),
    CONSTRAINT ck_merchant_application_claimed CHECK ((state = 'REVIEWING') = (claimed_by IS NOT NULL)),
    CONSTRAINT ck_merchant_application_form CHECK (state = 'DRAFT' OR state = 'CLOSED' OR form_id IS NOT NULL),
    CONSTRAINT ck_merchant_application_round CHECK (round >= 0),
    CONSTRAINT ck_merchant_application_change CHECK (kind = 'ONBOARDING' OR state NOT IN ('NEED_SIGN', 'NEED_DEPOSIT')),
    CONSTRAINT uq_merchant_application_number UNIQUE (number),
    CONSTRAINT fk_merchant_application_type_version_id FOREIGN KEY(type_version_id) REFERENCES merchant_type_version (id),
    CONSTRAINT fk_merchant_application_form_id FOREIGN KEY(form_id) REFERENCES form_definition (id)
)
-- next
CREATE INDEX ix_merchant_application_claimed_by ON merchant_application (claimed_by)
-- next
CREATE UNIQUE INDEX uq_merchant_application_onboarding ON merchant_application (merchant_id) WHERE kind = 'ONBOARDING'
-- next
CREATE INDEX ix_merchant_application_created_by ON merchant_application (created_by)
-- next
CREATE INDEX ix_merchant_application_type_version_id ON merchant_application (type_version_id)
-- next
CREATE INDEX ix_merchant_application_form_id ON merchant_application (form_id)
-- next
CREATE INDEX ix_merchant_application_state_due_at ON merchant_application (state, due_at)
-- next
CREATE UNIQUE INDEX uq_merchant_application_open_change ON merchant_application (merchant_id, kind) WHERE kind <> 'ONBOARDING' AND state IN ('DRAFT', 'SUBMITTED', 'REVIEWING', 'REJECTED')
-- next
CREATE TABLE merchant_company (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    code TEXT NOT NULL,
    code_type TEXT NOT NULL,
    legal_person TEXT NOT NULL,
    address TEXT NOT NULL,
    phone_masked TEXT NOT NULL,
    account_name TEXT NOT NULL,
    account_masked TEXT NOT NULL,
    appid TEXT,
    form_id UUID NOT NULL,
    type_version_id UUID NOT NULL,
    values JSONB NOT NULL,
    secrets BYTEA,
    reviewed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_merchant_company PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_merchant_company_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT uq_merchant_company_merchant_id UNIQUE (merchant_id),
    CONSTRAINT ck_merchant_company_code_type CHECK (code_type IN ('USCC', 'ORG_CODE', 'LICENCE')),
    CONSTRAINT fk_merchant_company_form_id FOREIGN KEY(form_id) REFERENCES form_definition (id),
    CONSTRAINT fk_merchant_company_type_version_id FOREIGN KEY(type_version_id) REFERENCES merchant_type_version (id)
)
-- next
CREATE UNIQUE INDEX uq_merchant_company_code ON merchant_company (code) WHERE ended_at IS NULL
-- next
CREATE INDEX ix_merchant_company_type_version_id ON merchant_company (type_version_id)
-- next
CREATE INDEX ix_merchant_company_form_id ON merchant_company (form_id)
-- next
CREATE UNIQUE INDEX uq_merchant_company_appid ON merchant_company (appid) WHERE ended_at IS NULL
-- next
CREATE TABLE application_check (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    application_id UUID NOT NULL,
    round BIGINT NOT NULL,
    position BIGINT NOT NULL,
    code TEXT NOT NULL,
    outcome TEXT NOT NULL,
    field TEXT,
    detail TEXT,
    checked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_application_check PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_application_check_merchant_id_application_id FOREIGN KEY(merchant_id, application_id) REFERENCES merchant_application (merchant_id, id),
    CONSTRAINT uq_application_check_merchant_id_application_id_round_position UNIQUE (merchant_id, application_id, round, position),
    CONSTRAINT ck_application_check_outcome CHECK (outcome IN ('PASSED', 'NOTICE', 'ALARM'))
)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON application_check
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE application_problem (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    application_id UUID NOT NULL,
    round BIGINT NOT NULL,
    field TEXT NOT NULL,
    path TEXT[] NOT NULL,
    label TEXT NOT NULL,
    code TEXT NOT NULL,
    message TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_application_problem PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_application_problem_merchant_id_application_id FOREIGN KEY(merchant_id, application_id) REFERENCES merchant_application (merchant_id, id),
    CONSTRAINT uq_application_problem_merchant_id_application_id_round_field UNIQUE (merchant_id, application_id, round, field),
    CONSTRAINT ck_application_problem_code CHECK (code IN ('WRONG', 'UNREADABLE', 'INCOMPLETE', 'EXPIRED', 'MISMATCH', 'OTHER'))
)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON application_problem
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE application_step (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    application_id UUID NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    round BIGINT NOT NULL,
    reason TEXT,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_application_step PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_application_step_merchant_id_application_id FOREIGN KEY(merchant_id, application_id) REFERENCES merchant_application (merchant_id, id)
)
-- next
CREATE INDEX ix_application_step_merchant_id_application_id_at ON application_step (merchant_id, application_id, at)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON application_step
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE application_submission (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    application_id UUID NOT NULL,
    round BIGINT NOT NULL,
    values JSONB NOT NULL,
    fingerprints JSONB NOT NULL,
    submitted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    submitted_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_application_submission PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_application_submission_merchant_id_application_id FOREIGN KEY(merchant_id, application_id) REFERENCES merchant_application (merchant_id, id),
    CONSTRAINT uq_application_submission_merchant_id_application_id_round UNIQUE (merchant_id, application_id, round)
)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON application_submission
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
ALTER TABLE appid_registration ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE appid_registration FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON appid_registration TO app_merchant
-- next
CREATE POLICY app_merchant ON appid_registration FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON appid_registration TO app_operator
-- next
CREATE POLICY app_operator ON appid_registration FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON appid_registration TO app_bank
-- next
CREATE POLICY app_bank ON appid_registration FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON appid_registration TO app_worker
-- next
CREATE POLICY app_worker ON appid_registration FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON appid_registration TO app_maintenance
-- next
ALTER TABLE merchant_application ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE merchant_application FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_application TO app_merchant
-- next
CREATE POLICY app_merchant ON merchant_application FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_application TO app_operator
-- next
CREATE POLICY app_operator ON merchant_application FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_application TO app_bank
-- next
CREATE POLICY app_bank ON merchant_application FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_application TO app_worker
-- next
CREATE POLICY app_worker ON merchant_application FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON merchant_application TO app_maintenance
-- next
ALTER TABLE merchant_company ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE merchant_company FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_company TO app_merchant
-- next
CREATE POLICY app_merchant ON merchant_company FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_company TO app_operator
-- next
CREATE POLICY app_operator ON merchant_company FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_company TO app_bank
-- next
CREATE POLICY app_bank ON merchant_company FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_company TO app_worker
-- next
CREATE POLICY app_worker ON merchant_company FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON merchant_company TO app_maintenance
-- next
ALTER TABLE application_check ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE application_check FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON application_check TO app_bank
-- next
CREATE POLICY app_bank ON application_check FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON application_check TO app_worker
-- next
CREATE POLICY app_worker ON application_check FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON application_check TO app_maintenance
-- next
ALTER TABLE application_problem ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE application_problem FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON application_problem TO app_merchant
-- next
CREATE POLICY app_merchant ON application_problem FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON application_problem TO app_operator
-- next
CREATE POLICY app_operator ON application_problem FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT ON application_problem TO app_bank
-- next
CREATE POLICY app_bank ON application_problem FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON application_problem TO app_worker
-- next
CREATE POLICY app_worker ON application_problem FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON application_problem TO app_maintenance
-- next
ALTER TABLE application_step ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE application_step FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON application_step TO app_merchant
-- next
CREATE POLICY app_merchant ON application_step FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON application_step TO app_operator
-- next
CREATE POLICY app_operator ON application_step FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT ON application_step TO app_bank
-- next
CREATE POLICY app_bank ON application_step FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON application_step TO app_worker
-- next
CREATE POLICY app_worker ON application_step FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON application_step TO app_maintenance
-- next
ALTER TABLE application_submission ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE application_submission FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON application_submission TO app_merchant
-- next
CREATE POLICY app_merchant ON application_submission FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON application_submission TO app_operator
-- next
CREATE POLICY app_operator ON application_submission FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT ON application_submission TO app_bank
-- next
CREATE POLICY app_bank ON application_submission FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON application_submission TO app_worker
-- next
CREATE POLICY app_worker ON application_submission FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON application_submission TO app_maintenance
-- next
GRANT USAGE ON SEQUENCE merchant_application_number_seq TO app_bank, app_worker
-- next
GRANT USAGE, SELECT ON SEQUENCE merchant_application_number_seq TO app_maintenance
