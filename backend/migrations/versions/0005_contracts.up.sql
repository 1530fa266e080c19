CREATE SEQUENCE contract_number_seq
-- next
CREATE OR REPLACE FUNCTION refuse_frozen_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'the contents of this row of % are frozen', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$
-- next
CREATE TABLE contract_template (
    id UUID NOT NULL,
    code TEXT NOT NULL,
    scene TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    description TEXT NOT NULL,
    custom_merchant_id UUID,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_contract_template PRIMARY KEY (id),
    CONSTRAINT uq_contract_template_id_scene UNIQUE (id, scene),
    CONSTRAINT ck_contract_template_scene CHECK (scene IN ('MERCHANT_AGREEMENT', 'CUSTODY_AGREEMENT', 'SUPPLEMENTARY_AGREEMENT', 'CONSUMER_AGREEMENT', 'GIFT_AGREEMENT')),
    CONSTRAINT uq_contract_template_code UNIQUE (code)
)
-- next
CREATE TABLE signing_key (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    serial TEXT NOT NULL,
    certificate BYTEA NOT NULL,
    private_key BYTEA NOT NULL,
    not_before TIMESTAMP WITH TIME ZONE NOT NULL,
    not_after TIMESTAMP WITH TIME ZONE NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_signing_key PRIMARY KEY (merchant_id, id),
    CONSTRAINT ck_signing_key_kind CHECK (kind IN ('ROOT', 'TIME_STAMP', 'SEAL'))
)
-- next
CREATE UNIQUE INDEX ix_signing_key_serial ON signing_key (serial)
-- next
CREATE UNIQUE INDEX uq_signing_key_platform ON signing_key (kind) WHERE kind IN ('ROOT', 'TIME_STAMP')
-- next
CREATE TRIGGER frozen_contents BEFORE UPDATE ON signing_key FOR EACH ROW
WHEN ((true) AND (OLD.merchant_id IS DISTINCT FROM NEW.merchant_id OR OLD.id IS DISTINCT FROM NEW.id OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.subject IS DISTINCT FROM NEW.subject OR OLD.serial IS DISTINCT FROM NEW.serial OR OLD.certificate IS DISTINCT FROM NEW.certificate OR OLD.not_before IS DISTINCT FROM NEW.not_before OR OLD.not_after IS DISTINCT FROM NEW.not_after)) EXECUTE FUNCTION refuse_frozen_change()
-- next
CREATE TRIGGER frozen_row BEFORE DELETE ON signing_key FOR EACH ROW
WHEN (true) EXECUTE FUNCTION refuse_frozen_change()
-- next
CREATE TABLE contract_template_version (
    id UUID NOT NULL,
    template_id UUID NOT NULL,
    scene TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    custom BOOLEAN NOT NULL,
    clauses JSONB NOT NULL,
    variables JSONB NOT NULL,
    parameters JSONB NOT NULL,
    ranges JSONB NOT NULL,
    content_hash BYTEA NOT NULL,
    note TEXT NOT NULL,
    revision BIGINT NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    made_by UUID,
    submitted_at TIMESTAMP WITH TIME ZONE,
    submitted_by UUID,
    published_at TIMESTAMP WITH TIME ZONE,
    published_by UUID,
    retired_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_contract_template_version PRIMARY KEY (id),
    CONSTRAINT uq_contract_template_version_template_id_version UNIQUE (template_id, version),
    CONSTRAINT uq_contract_template_version_id_scene_state UNIQUE (id, scene, state),
    CONSTRAINT fk_contract_template_version_template_id_scene FOREIGN KEY(template_id, scene) REFERENCES contract_template (id, scene),
    CONSTRAINT ck_contract_template_version_state CHECK (state IN ('DRAFT', 'REVIEW', 'PUBLISHED', 'RETIRED')),
    CONSTRAINT ck_contract_template_version_published CHECK ((published_at IS NOT NULL) = (state IN ('PUBLISHED', 'RETIRED'))),
    CONSTRAINT ck_contract_template_version_maker_is_not_checker CHECK (published_by <> submitted_by)
)
-- next
CREATE UNIQUE INDEX uq_contract_template_version_open ON contract_template_version (template_id) WHERE state IN ('DRAFT', 'REVIEW')
-- next
CREATE INDEX ix_contract_template_version_template_id ON contract_template_version (template_id)
-- next
CREATE UNIQUE INDEX uq_contract_template_version_published ON contract_template_version (template_id) WHERE state = 'PUBLISHED'
-- next
CREATE TRIGGER frozen_contents BEFORE UPDATE ON contract_template_version FOR EACH ROW
WHEN ((OLD.state <> 'DRAFT') AND (OLD.template_id IS DISTINCT FROM NEW.template_id OR OLD.scene IS DISTINCT FROM NEW.scene OR OLD.version IS DISTINCT FROM NEW.version OR OLD.custom IS DISTINCT FROM NEW.custom OR OLD.clauses IS DISTINCT FROM NEW.clauses OR OLD.variables IS DISTINCT FROM NEW.variables OR OLD.parameters IS DISTINCT FROM NEW.parameters OR OLD.ranges IS DISTINCT FROM NEW.ranges OR OLD.content_hash IS DISTINCT FROM NEW.content_hash OR OLD.made_at IS DISTINCT FROM NEW.made_at OR OLD.made_by IS DISTINCT FROM NEW.made_by)) EXECUTE FUNCTION refuse_frozen_change()
-- next
CREATE TRIGGER frozen_row BEFORE DELETE ON contract_template_version FOR EACH ROW
WHEN (OLD.state <> 'DRAFT') EXECUTE FUNCTION refuse_frozen_change()
-- next
CREATE TABLE seal (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    holder_name TEXT NOT NULL,
    holder_code TEXT NOT NULL,
    state TEXT NOT NULL,
    image_file_id UUID NOT NULL,
    image_sha256 BYTEA NOT NULL,
    generated BOOLEAN NOT NULL,
    key_id UUID,
    valid_to TIMESTAMP WITH TIME ZONE,
    held_by_bank BOOLEAN NOT NULL,
    administrator_account_id UUID NOT NULL,
    administrator_membership_id UUID NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by UUID,
    reviewed_at TIMESTAMP WITH TIME ZONE,
    state_reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_seal PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_seal_merchant_id_key_id FOREIGN KEY(merchant_id, key_id) REFERENCES signing_key (merchant_id, id),
    CONSTRAINT ck_seal_kind CHECK (kind IN ('OFFICIAL', 'CONTRACT', 'FINANCE', 'LEGAL_REPRESENTATIVE')),
    CONSTRAINT ck_seal_state CHECK (state IN ('REVIEW', 'APPROVED', 'ACTIVE', 'SUSPENDED', 'REJECTED', 'REVOKED')),
    CONSTRAINT ck_seal_certified CHECK (state NOT IN ('ACTIVE', 'SUSPENDED') OR (key_id IS NOT NULL AND valid_to IS NOT NULL))
)
-- next
CREATE UNIQUE INDEX uq_seal_kind ON seal (merchant_id, kind) WHERE state IN ('REVIEW', 'APPROVED', 'ACTIVE', 'SUSPENDED')
-- next
CREATE TRIGGER frozen_contents BEFORE UPDATE ON seal FOR EACH ROW
WHEN ((OLD.state <> 'REVIEW') AND (OLD.kind IS DISTINCT FROM NEW.kind OR OLD.image_file_id IS DISTINCT FROM NEW.image_file_id OR OLD.image_sha256 IS DISTINCT FROM NEW.image_sha256 OR OLD.holder_name IS DISTINCT FROM NEW.holder_name OR OLD.holder_code IS DISTINCT FROM NEW.holder_code)) EXECUTE FUNCTION refuse_frozen_change()
-- next
CREATE TRIGGER frozen_row BEFORE DELETE ON seal FOR EACH ROW
WHEN (OLD.state <> 'REVIEW') EXECUTE FUNCTION refuse_frozen_change()
-- next
CREATE TABLE agreement_acceptance (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    account_id UUID,
    scene TEXT NOT NULL,
    template_version_id UUID NOT NULL,
    text_sha256 BYTEA NOT NULL,
    channel TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id UUID NOT NULL,
    accepted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_by UUID,
    address TEXT,
    device TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_agreement_acceptance PRIMARY KEY (merchant_id, id),
    CONSTRAINT ck_agreement_acceptance_channel CHECK (channel IN ('MINI_PROGRAM', 'COUNTER')),
    CONSTRAINT fk_agreement_acceptance_template_version_id FOREIGN KEY(template_version_id) REFERENCES contract_template_version (id)
)
-- next
CREATE UNIQUE INDEX uq_agreement_acceptance_subject ON agreement_acceptance (merchant_id, subject_id, scene)
-- next
CREATE INDEX ix_agreement_acceptance_account_id ON agreement_acceptance (account_id)
-- next
CREATE INDEX ix_agreement_acceptance_template_version_id ON agreement_acceptance (template_version_id)
-- next
CREATE INDEX ix_agreement_acceptance_merchant_id_accepted_at ON agreement_acceptance (merchant_id, accepted_at)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON agreement_acceptance
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE contract (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    scene TEXT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    template_version_id UUID NOT NULL,
    template_name TEXT NOT NULL,
    template_version BIGINT NOT NULL,
    parties JSONB NOT NULL,
    variables JSONB NOT NULL,
    parameters JSONB NOT NULL,
    text JSONB NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    sign_by TIMESTAMP WITH TIME ZONE NOT NULL,
    supersedes_id UUID,
    content_file_id UUID,
    content_sha256 BYTEA,
    frozen_at TIMESTAMP WITH TIME ZONE,
    signed_file_id UUID,
    signed_sha256 BYTEA,
    in_force_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by UUID,
    reminded_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    end_reason TEXT,
    ended_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_contract PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_contract_merchant_id_supersedes_id FOREIGN KEY(merchant_id, supersedes_id) REFERENCES contract (merchant_id, id),
    CONSTRAINT ck_contract_state CHECK (state IN ('DRAFT', 'SIGNING', 'IN_FORCE', 'DECLINED', 'VOIDED', 'SUPERSEDED', 'EXPIRED', 'TERMINATED')),
    CONSTRAINT ck_contract_frozen_bytes CHECK (state IN ('DRAFT', 'VOIDED') OR (content_file_id IS NOT NULL AND content_sha256 IS NOT NULL)),
    CONSTRAINT ck_contract_signed_bytes CHECK ((signed_file_id IS NULL) = (signed_sha256 IS NULL)),
    CONSTRAINT ck_contract_in_force CHECK (state NOT IN ('IN_FORCE', 'SUPERSEDED', 'TERMINATED') OR (in_force_at IS NOT NULL AND signed_file_id IS NOT NULL)),
    CONSTRAINT ck_contract_validity CHECK (valid_to IS NULL OR valid_to >= valid_from),
    CONSTRAINT ck_contract_ended CHECK ((state IN ('DRAFT', 'SIGNING', 'IN_FORCE')) = (ended_at IS NULL)),
    CONSTRAINT uq_contract_number UNIQUE (number),
    CONSTRAINT fk_contract_template_version_id FOREIGN KEY(template_version_id) REFERENCES contract_template_version (id)
)
-- next
CREATE INDEX ix_contract_merchant_id_supersedes_id ON contract (merchant_id, supersedes_id)
-- next
CREATE INDEX ix_contract_merchant_id_state_created_at ON contract (merchant_id, state, created_at)
-- next
CREATE INDEX ix_contract_current ON contract (state, valid_to) WHERE state = 'IN_FORCE'
-- next
CREATE INDEX ix_contract_content_sha256 ON contract (content_sha256)
-- next
CREATE INDEX ix_contract_template_version_id ON contract (template_version_id)
-- next
CREATE UNIQUE INDEX uq_contract_supersedes ON contract (merchant_id, supersedes_id) WHERE state IN ('DRAFT', 'SIGNING', 'IN_FORCE')
-- next
CREATE INDEX ix_contract_open ON contract (state, sign_by) WHERE state = 'SIGNING'
-- next
CREATE INDEX ix_contract_signed_sha256 ON contract (signed_sha256)
-- next
CREATE TRIGGER frozen_contents BEFORE UPDATE ON contract FOR EACH ROW
WHEN ((OLD.content_sha256 IS NOT NULL) AND (OLD.number IS DISTINCT FROM NEW.number OR OLD.scene IS DISTINCT FROM NEW.scene OR OLD.title IS DISTINCT FROM NEW.title OR OLD.template_version_id IS DISTINCT FROM NEW.template_version_id OR OLD.template_name IS DISTINCT FROM NEW.template_name OR OLD.template_version IS DISTINCT FROM NEW.template_version OR OLD.parties IS DISTINCT FROM NEW.parties OR OLD.variables IS DISTINCT FROM NEW.variables OR OLD.parameters IS DISTINCT FROM NEW.parameters OR OLD.text IS DISTINCT FROM NEW.text OR OLD.valid_from IS DISTINCT FROM NEW.valid_from OR OLD.valid_to IS DISTINCT FROM NEW.valid_to OR OLD.supersedes_id IS DISTINCT FROM NEW.supersedes_id OR OLD.content_file_id IS DISTINCT FROM NEW.content_file_id OR OLD.content_sha256 IS DISTINCT FROM NEW.content_sha256 OR OLD.frozen_at IS DISTINCT FROM NEW.frozen_at)) EXECUTE FUNCTION refuse_frozen_change()
-- next
CREATE TRIGGER frozen_row BEFORE DELETE ON contract FOR EACH ROW
WHEN (OLD.content_sha256 IS NOT NULL) EXECUTE FUNCTION refuse_frozen_change()
-- next
CREATE FUNCTION keep_signed_bytes() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'the signed bytes of a contract change only while it is being signed'
        USING ERRCODE = 'insufficient_privilege';
END $$
-- next
CREATE TRIGGER signed_bytes BEFORE UPDATE ON contract FOR EACH ROW
WHEN (OLD.state <> 'SIGNING' AND OLD.signed_sha256 IS DISTINCT FROM NEW.signed_sha256
    OR OLD.in_force_at IS NOT NULL AND OLD.in_force_at IS DISTINCT FROM NEW.in_force_at
    OR OLD.state <> 'SIGNING' AND OLD.signed_file_id IS DISTINCT FROM NEW.signed_file_id)
EXECUTE FUNCTION keep_signed_bytes()
-- next
GRANT USAGE ON SEQUENCE contract_number_seq TO app_bank, app_worker
-- next
GRANT USAGE, SELECT ON SEQUENCE contract_number_seq TO app_maintenance
-- next
CREATE TABLE contract_template_type (
    version_id UUID NOT NULL,
    type_code TEXT NOT NULL,
    scene TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_contract_template_type PRIMARY KEY (version_id, type_code),
    CONSTRAINT fk_contract_template_type_version_id_scene_state FOREIGN KEY(version_id, scene, state) REFERENCES contract_template_version (id, scene, state) ON DELETE CASCADE ON UPDATE CASCADE
)
-- next
CREATE UNIQUE INDEX uq_contract_template_type_published ON contract_template_type (scene, type_code) WHERE state = 'PUBLISHED'
-- next
CREATE TABLE seal_grant (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    seal_id UUID NOT NULL,
    membership_id UUID NOT NULL,
    account_id UUID NOT NULL,
    template_ids UUID[] NOT NULL,
    valid_from TIMESTAMP WITH TIME ZONE NOT NULL,
    valid_to TIMESTAMP WITH TIME ZONE NOT NULL,
    granted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    granted_by UUID,
    revoked_at TIMESTAMP WITH TIME ZONE,
    revoked_by UUID,
    revoke_reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_seal_grant PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_seal_grant_merchant_id_seal_id FOREIGN KEY(merchant_id, seal_id) REFERENCES seal (merchant_id, id),
    CONSTRAINT fk_seal_grant_merchant_id_membership_id FOREIGN KEY(merchant_id, membership_id) REFERENCES membership (merchant_id, id),
    CONSTRAINT ck_seal_grant_validity CHECK (valid_to > valid_from AND valid_to <= valid_from + interval '3 years')
)
-- next
CREATE INDEX ix_seal_grant_merchant_id_membership_id ON seal_grant (merchant_id, membership_id)
-- next
CREATE UNIQUE INDEX uq_seal_grant_live ON seal_grant (merchant_id, seal_id, membership_id) WHERE revoked_at IS NULL
-- next
CREATE TABLE seal_stamping (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    seal_id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    contract_tenant_id UUID NOT NULL,
    contract_id UUID NOT NULL,
    contract_number TEXT NOT NULL,
    signature_id UUID NOT NULL,
    grant_id UUID,
    change_id UUID,
    account_id UUID NOT NULL,
    membership_id UUID NOT NULL,
    address TEXT,
    device TEXT,
    document_sha256 BYTEA NOT NULL,
    result_sha256 BYTEA NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_seal_stamping PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_seal_stamping_merchant_id_seal_id FOREIGN KEY(merchant_id, seal_id) REFERENCES seal (merchant_id, id)
)
-- next
CREATE INDEX ix_seal_stamping_merchant_id_seal_id_at ON seal_stamping (merchant_id, seal_id, at)
-- next
CREATE UNIQUE INDEX ix_seal_stamping_signature_id ON seal_stamping (signature_id)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON seal_stamping
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE contract_signature (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    contract_id UUID NOT NULL,
    party TEXT NOT NULL,
    state TEXT NOT NULL,
    seal_tenant_id UUID NOT NULL,
    seal_id UUID NOT NULL,
    grant_id UUID,
    change_id UUID,
    account_id UUID NOT NULL,
    membership_id UUID NOT NULL,
    signer_name TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    address TEXT,
    device TEXT,
    statement TEXT NOT NULL,
    document_sha256 BYTEA NOT NULL,
    signed_at TIMESTAMP WITH TIME ZONE,
    certificate_serial TEXT,
    digest BYTEA,
    result_sha256 BYTEA,
    failure TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_contract_signature PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_contract_signature_merchant_id_contract_id FOREIGN KEY(merchant_id, contract_id) REFERENCES contract (merchant_id, id),
    CONSTRAINT fk_contract_signature_seal_tenant_id_seal_id FOREIGN KEY(seal_tenant_id, seal_id) REFERENCES seal (merchant_id, id),
    CONSTRAINT ck_contract_signature_party CHECK (party IN ('MERCHANT', 'BANK')),
    CONSTRAINT ck_contract_signature_state CHECK (state IN ('PENDING', 'APPLIED', 'FAILED')),
    CONSTRAINT ck_contract_signature_applied CHECK ((state = 'APPLIED') = (result_sha256 IS NOT NULL AND digest IS NOT NULL AND signed_at IS NOT NULL))
)
-- next
CREATE INDEX ix_contract_signature_seal_tenant_id_seal_id ON contract_signature (seal_tenant_id, seal_id)
-- next
CREATE INDEX ix_contract_signature_digest ON contract_signature (digest)
-- next
CREATE UNIQUE INDEX uq_contract_signature_party ON contract_signature (merchant_id, contract_id, party) WHERE state <> 'FAILED'
-- next
CREATE TRIGGER frozen_contents BEFORE UPDATE ON contract_signature FOR EACH ROW
WHEN ((true) AND (OLD.contract_id IS DISTINCT FROM NEW.contract_id OR OLD.party IS DISTINCT FROM NEW.party OR OLD.seal_tenant_id IS DISTINCT FROM NEW.seal_tenant_id OR OLD.seal_id IS DISTINCT FROM NEW.seal_id OR OLD.grant_id IS DISTINCT FROM NEW.grant_id OR OLD.change_id IS DISTINCT FROM NEW.change_id OR OLD.account_id IS DISTINCT FROM NEW.account_id OR OLD.membership_id IS DISTINCT FROM NEW.membership_id OR OLD.signer_name IS DISTINCT FROM NEW.signer_name OR OLD.at IS DISTINCT FROM NEW.at OR OLD.address IS DISTINCT FROM NEW.address OR OLD.device IS DISTINCT FROM NEW.device OR OLD.statement IS DISTINCT FROM NEW.statement OR OLD.document_sha256 IS DISTINCT FROM NEW.document_sha256)) EXECUTE FUNCTION refuse_frozen_change()
-- next
CREATE TRIGGER frozen_row BEFORE DELETE ON contract_signature FOR EACH ROW
WHEN (true) EXECUTE FUNCTION refuse_frozen_change()
-- next
CREATE FUNCTION sign_as_own_party() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    IF current_user IN ('app_merchant', 'app_operator')
        AND (NEW.party <> 'MERCHANT' OR NEW.seal_tenant_id <> NEW.merchant_id OR NEW.state <> 'PENDING') THEN
        RAISE EXCEPTION 'a merchant signs for itself, by its own seal' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$
-- next
CREATE TRIGGER own_party BEFORE INSERT ON contract_signature FOR EACH ROW EXECUTE FUNCTION sign_as_own_party()
-- next
CREATE TRIGGER applied_stays BEFORE UPDATE ON contract_signature FOR EACH ROW
WHEN (OLD.state <> 'PENDING') EXECUTE FUNCTION refuse_frozen_change()
-- next
ALTER TABLE contract_template ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE contract_template FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON contract_template TO app_merchant
-- next
CREATE POLICY app_merchant ON contract_template FOR SELECT TO app_merchant USING (custom_merchant_id IS NULL)
-- next
GRANT SELECT ON contract_template TO app_operator
-- next
CREATE POLICY app_operator ON contract_template FOR SELECT TO app_operator USING (custom_merchant_id IS NULL)
-- next
GRANT SELECT ON contract_template TO app_consumer
-- next
CREATE POLICY app_consumer ON contract_template FOR SELECT TO app_consumer USING (custom_merchant_id IS NULL)
-- next
GRANT SELECT, INSERT, UPDATE ON contract_template TO app_bank
-- next
CREATE POLICY app_bank ON contract_template FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON contract_template TO app_worker
-- next
CREATE POLICY app_worker ON contract_template FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON contract_template TO app_maintenance
-- next
ALTER TABLE signing_key ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE signing_key FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE (private_key) ON signing_key TO app_worker
-- next
CREATE POLICY app_worker ON signing_key FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT (merchant_id, id, kind, subject, serial, certificate, not_before, not_after, created_at, recorded_at) ON signing_key TO app_bank
-- next
CREATE POLICY app_bank ON signing_key FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON signing_key TO app_maintenance
-- next
ALTER TABLE contract_template_version ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE contract_template_version FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON contract_template_version TO app_merchant
-- next
CREATE POLICY app_merchant ON contract_template_version FOR SELECT TO app_merchant USING (state IN ('PUBLISHED', 'RETIRED') AND NOT custom)
-- next
GRANT SELECT ON contract_template_version TO app_operator
-- next
CREATE POLICY app_operator ON contract_template_version FOR SELECT TO app_operator USING (state IN ('PUBLISHED', 'RETIRED') AND NOT custom)
-- next
GRANT SELECT ON contract_template_version TO app_consumer
-- next
CREATE POLICY app_consumer ON contract_template_version FOR SELECT TO app_consumer USING (state IN ('PUBLISHED', 'RETIRED') AND NOT custom)
-- next
GRANT SELECT, INSERT, UPDATE ON contract_template_version TO app_bank
-- next
CREATE POLICY app_bank ON contract_template_version FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON contract_template_version TO app_worker
-- next
CREATE POLICY app_worker ON contract_template_version FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON contract_template_version TO app_maintenance
-- next
ALTER TABLE seal ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE seal FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON seal TO app_merchant
-- next
CREATE POLICY app_merchant ON seal FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON seal TO app_operator
-- next
CREATE POLICY app_operator ON seal FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON seal TO app_bank
-- next
CREATE POLICY app_bank ON seal FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON seal TO app_worker
-- next
CREATE POLICY app_worker ON seal FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON seal TO app_maintenance
-- next
ALTER TABLE agreement_acceptance ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE agreement_acceptance FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON agreement_acceptance TO app_merchant
-- next
CREATE POLICY app_merchant ON agreement_acceptance FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON agreement_acceptance TO app_operator
-- next
CREATE POLICY app_operator ON agreement_acceptance FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT ON agreement_acceptance TO app_bank
-- next
CREATE POLICY app_bank ON agreement_acceptance FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON agreement_acceptance TO app_worker
-- next
CREATE POLICY app_worker ON agreement_acceptance FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON agreement_acceptance TO app_consumer
-- next
CREATE POLICY app_consumer ON agreement_acceptance FOR ALL TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid) WITH CHECK (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON agreement_acceptance TO app_maintenance
-- next
ALTER TABLE contract ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE contract FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, UPDATE (state, ended_at, end_reason, ended_by) ON contract TO app_merchant
-- next
CREATE POLICY app_merchant ON contract FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, UPDATE (state, ended_at, end_reason, ended_by) ON contract TO app_operator
-- next
CREATE POLICY app_operator ON contract FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON contract TO app_bank
-- next
CREATE POLICY app_bank ON contract FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON contract TO app_worker
-- next
CREATE POLICY app_worker ON contract FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON contract TO app_maintenance
-- next
ALTER TABLE contract_template_type ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE contract_template_type FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON contract_template_type TO app_merchant
-- next
CREATE POLICY app_merchant ON contract_template_type FOR SELECT TO app_merchant USING (state IN ('PUBLISHED', 'RETIRED'))
-- next
GRANT SELECT ON contract_template_type TO app_operator
-- next
CREATE POLICY app_operator ON contract_template_type FOR SELECT TO app_operator USING (state IN ('PUBLISHED', 'RETIRED'))
-- next
GRANT SELECT ON contract_template_type TO app_consumer
-- next
CREATE POLICY app_consumer ON contract_template_type FOR SELECT TO app_consumer USING (state IN ('PUBLISHED', 'RETIRED'))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON contract_template_type TO app_bank
-- next
CREATE POLICY app_bank ON contract_template_type FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON contract_template_type TO app_worker
-- next
CREATE POLICY app_worker ON contract_template_type FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON contract_template_type TO app_maintenance
-- next
ALTER TABLE seal_grant ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE seal_grant FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON seal_grant TO app_merchant
-- next
CREATE POLICY app_merchant ON seal_grant FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON seal_grant TO app_operator
-- next
CREATE POLICY app_operator ON seal_grant FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON seal_grant TO app_bank
-- next
CREATE POLICY app_bank ON seal_grant FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON seal_grant TO app_worker
-- next
CREATE POLICY app_worker ON seal_grant FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON seal_grant TO app_maintenance
-- next
ALTER TABLE seal_stamping ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE seal_stamping FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON seal_stamping TO app_merchant
-- next
CREATE POLICY app_merchant ON seal_stamping FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON seal_stamping TO app_operator
-- next
CREATE POLICY app_operator ON seal_stamping FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON seal_stamping TO app_bank
-- next
CREATE POLICY app_bank ON seal_stamping FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON seal_stamping TO app_worker
-- next
CREATE POLICY app_worker ON seal_stamping FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON seal_stamping TO app_maintenance
-- next
ALTER TABLE contract_signature ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE contract_signature FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON contract_signature TO app_merchant
-- next
CREATE POLICY app_merchant ON contract_signature FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON contract_signature TO app_operator
-- next
CREATE POLICY app_operator ON contract_signature FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT ON contract_signature TO app_bank
-- next
CREATE POLICY app_bank ON contract_signature FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON contract_signature TO app_worker
-- next
CREATE POLICY app_worker ON contract_signature FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON contract_signature TO app_maintenance
