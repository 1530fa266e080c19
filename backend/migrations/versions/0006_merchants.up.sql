CREATE TABLE merchant_type (
    id UUID NOT NULL,
    code TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_merchant_type PRIMARY KEY (id),
    CONSTRAINT uq_merchant_type_code UNIQUE (code)
)
-- next
CREATE TABLE merchant_type_version (
    id UUID NOT NULL,
    type_id UUID NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    revision BIGINT NOT NULL,
    features TEXT[] NOT NULL,
    legal_regime TEXT NOT NULL,
    deepest_discount_bps BIGINT NOT NULL,
    longest_term_days BIGINT,
    most_lessons BIGINT,
    registered_face_limit_fen BIGINT NOT NULL,
    anonymous_face_limit_fen BIGINT NOT NULL,
    custody_min_bps BIGINT NOT NULL,
    custody_default_bps BIGINT NOT NULL,
    custody_max_bps BIGINT NOT NULL,
    holdback_min_bps BIGINT NOT NULL,
    holdback_default_bps BIGINT NOT NULL,
    holdback_max_bps BIGINT NOT NULL,
    deposit_base_fen BIGINT NOT NULL,
    deposit_per_store_fen BIGINT NOT NULL,
    deposit_balance_bps BIGINT NOT NULL,
    deposit_cap_fen BIGINT,
    deposit_grace_days BIGINT NOT NULL,
    forms JSONB NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    made_by UUID,
    published_at TIMESTAMP WITH TIME ZONE,
    published_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_merchant_type_version PRIMARY KEY (id),
    CONSTRAINT uq_merchant_type_version_type_id_version UNIQUE (type_id, version),
    CONSTRAINT ck_merchant_type_version_state CHECK (state IN ('DRAFT', 'PUBLISHED', 'RETIRED')),
    CONSTRAINT ck_merchant_type_version_published CHECK ((state = 'DRAFT') = (published_at IS NULL)),
    CONSTRAINT ck_merchant_type_version_custody CHECK (custody_min_bps BETWEEN 0 AND 10000 AND custody_max_bps <= 10000 AND custody_default_bps BETWEEN custody_min_bps AND custody_max_bps),
    CONSTRAINT ck_merchant_type_version_holdback CHECK (holdback_min_bps BETWEEN 0 AND 10000 AND holdback_max_bps <= 10000 AND holdback_default_bps BETWEEN holdback_min_bps AND holdback_max_bps),
    CONSTRAINT fk_merchant_type_version_type_id FOREIGN KEY(type_id) REFERENCES merchant_type (id)
)
-- next
CREATE UNIQUE INDEX uq_merchant_type_version_published ON merchant_type_version (type_id) WHERE state = 'PUBLISHED'
-- next
CREATE UNIQUE INDEX uq_merchant_type_version_draft ON merchant_type_version (type_id) WHERE state = 'DRAFT'
-- next
ALTER TABLE merchant_type ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE merchant_type FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON merchant_type TO app_merchant
-- next
CREATE POLICY app_merchant ON merchant_type FOR SELECT TO app_merchant USING (true)
-- next
GRANT SELECT ON merchant_type TO app_operator
-- next
CREATE POLICY app_operator ON merchant_type FOR SELECT TO app_operator USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_type TO app_bank
-- next
CREATE POLICY app_bank ON merchant_type FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON merchant_type TO app_consumer
-- next
CREATE POLICY app_consumer ON merchant_type FOR SELECT TO app_consumer USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_type TO app_worker
-- next
CREATE POLICY app_worker ON merchant_type FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON merchant_type TO app_identity
-- next
CREATE POLICY app_identity ON merchant_type FOR SELECT TO app_identity USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON merchant_type TO app_maintenance
-- next
ALTER TABLE merchant_type_version ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE merchant_type_version FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON merchant_type_version TO app_merchant
-- next
CREATE POLICY app_merchant ON merchant_type_version FOR SELECT TO app_merchant USING (state <> 'DRAFT')
-- next
GRANT SELECT ON merchant_type_version TO app_operator
-- next
CREATE POLICY app_operator ON merchant_type_version FOR SELECT TO app_operator USING (state <> 'DRAFT')
-- next
GRANT SELECT ON merchant_type_version TO app_consumer
-- next
CREATE POLICY app_consumer ON merchant_type_version FOR SELECT TO app_consumer USING (state <> 'DRAFT')
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON merchant_type_version TO app_bank
-- next
CREATE POLICY app_bank ON merchant_type_version FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_type_version TO app_worker
-- next
CREATE POLICY app_worker ON merchant_type_version FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON merchant_type_version TO app_maintenance
