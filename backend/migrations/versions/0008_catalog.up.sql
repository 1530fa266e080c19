CREATE TABLE price_change (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    product_id UUID NOT NULL,
    version_id UUID NOT NULL,
    price_fen BIGINT NOT NULL,
    list_value_fen BIGINT,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_price_change PRIMARY KEY (merchant_id, id),
    CONSTRAINT ck_price_change_kind CHECK (kind IN ('SERVICE', 'CARD_TYPE', 'PACKAGE'))
)
-- next
CREATE INDEX ix_price_change_merchant_id_product_id_since ON price_change (merchant_id, product_id, since)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON price_change
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE product_review (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    product_id UUID NOT NULL,
    version_id UUID NOT NULL,
    product_number TEXT NOT NULL,
    product_name TEXT NOT NULL,
    version BIGINT NOT NULL,
    price_fen BIGINT,
    state TEXT NOT NULL,
    submitted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    submitted_by UUID,
    decided_at TIMESTAMP WITH TIME ZONE,
    decided_by UUID,
    reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_product_review PRIMARY KEY (merchant_id, id),
    CONSTRAINT ck_product_review_kind CHECK (kind IN ('SERVICE', 'CARD_TYPE', 'PACKAGE')),
    CONSTRAINT ck_product_review_state CHECK (state IN ('OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    CONSTRAINT ck_product_review_decided CHECK ((state = 'OPEN') = (decided_at IS NULL))
)
-- next
CREATE INDEX ix_product_review_state_submitted_at ON product_review (state, submitted_at)
-- next
CREATE UNIQUE INDEX uq_product_review_open ON product_review (merchant_id, version_id) WHERE state = 'OPEN'
-- next
CREATE TABLE sensitive_word (
    id UUID NOT NULL,
    word TEXT NOT NULL,
    category TEXT NOT NULL,
    added_at TIMESTAMP WITH TIME ZONE NOT NULL,
    added_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_sensitive_word PRIMARY KEY (id),
    CONSTRAINT ck_sensitive_word_category CHECK (category IN ('ABSOLUTE', 'FINANCE', 'MEDICAL', 'ILLEGAL', 'OTHER')),
    CONSTRAINT uq_sensitive_word_word UNIQUE (word)
)
-- next
CREATE TABLE card_type (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    search TEXT NOT NULL,
    on_sale_version_id UUID,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_card_type PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_card_type_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT uq_card_type_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT uq_card_type_merchant_id_name UNIQUE (merchant_id, name)
)
-- next
CREATE INDEX ix_card_type_search ON card_type USING gin (search gin_trgm_ops)
-- next
CREATE TABLE package (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    search TEXT NOT NULL,
    on_sale_version_id UUID,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_package PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_package_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT uq_package_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT uq_package_merchant_id_name UNIQUE (merchant_id, name)
)
-- next
CREATE INDEX ix_package_search ON package USING gin (search gin_trgm_ops)
-- next
CREATE TABLE service (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    search TEXT NOT NULL,
    on_sale_version_id UUID,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_service PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_service_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT uq_service_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT uq_service_merchant_id_name UNIQUE (merchant_id, name)
)
-- next
CREATE INDEX ix_service_search ON service USING gin (search gin_trgm_ops)
-- next
CREATE TABLE review_finding (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    review_id UUID NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    field TEXT,
    starts_at BIGINT,
    ends_at BIGINT,
    word TEXT,
    value BIGINT,
    compared_with BIGINT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_review_finding PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_review_finding_merchant_id_review_id FOREIGN KEY(merchant_id, review_id) REFERENCES product_review (merchant_id, id),
    CONSTRAINT ck_review_finding_kind CHECK (kind IN ('PRICE_HISTORY', 'TYPE_MEDIAN', 'SENSITIVE_WORD', 'TYPE_LIMIT')),
    CONSTRAINT ck_review_finding_severity CHECK (severity IN ('INFO', 'WARNING', 'ALARM'))
)
-- next
CREATE INDEX ix_review_finding_merchant_id_review_id ON review_finding (merchant_id, review_id)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON review_finding
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE card_type_version (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    face_limit_fen BIGINT NOT NULL,
    number_prefix TEXT NOT NULL,
    all_services BOOLEAN NOT NULL,
    validity TEXT NOT NULL,
    validity_days BIGINT,
    bonus_validity_days BIGINT,
    gift_allowed BOOLEAN NOT NULL,
    transfer_allowed BOOLEAN NOT NULL,
    consumption_order TEXT NOT NULL,
    redemption_scope JSONB NOT NULL,
    product_id UUID NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    revision BIGINT NOT NULL,
    type_version_id UUID NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    attributes JSONB NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    made_by UUID,
    submitted_at TIMESTAMP WITH TIME ZONE,
    submitted_by UUID,
    decided_at TIMESTAMP WITH TIME ZONE,
    on_sale_at TIMESTAMP WITH TIME ZONE,
    off_sale_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_card_type_version PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_card_type_version_merchant_id_product_id FOREIGN KEY(merchant_id, product_id) REFERENCES card_type (merchant_id, id),
    CONSTRAINT uq_card_type_version_merchant_id_product_id_version UNIQUE (merchant_id, product_id, version),
    CONSTRAINT ck_card_type_version_state CHECK (state IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'ON_SALE', 'OFF_SALE')),
    CONSTRAINT ck_card_type_version_kind CHECK (kind IN ('REGISTERED', 'ANONYMOUS')),
    CONSTRAINT ck_card_type_version_form CHECK (form IN ('VIRTUAL', 'PHYSICAL')),
    CONSTRAINT ck_card_type_version_face_limit CHECK (face_limit_fen > 0),
    CONSTRAINT ck_card_type_version_validity CHECK (validity IN ('NONE', 'FROM_PURCHASE', 'FROM_FIRST_USE')),
    CONSTRAINT ck_card_type_version_validity_days CHECK ((validity = 'NONE') = (validity_days IS NULL)),
    CONSTRAINT ck_card_type_version_registered_validity CHECK (kind = 'ANONYMOUS' OR validity = 'NONE'),
    CONSTRAINT ck_card_type_version_anonymous_validity CHECK (validity_days IS NULL OR validity_days >= 1095),
    CONSTRAINT ck_card_type_version_consumption_order CHECK (consumption_order IN ('PRINCIPAL_FIRST', 'PROPORTIONAL')),
    CONSTRAINT ck_card_type_version_number_prefix CHECK (number_prefix ~ '^[0-9]{2,8}$')
)
-- next
CREATE UNIQUE INDEX uq_card_type_version_working ON card_type_version (merchant_id, product_id) WHERE state IN ('DRAFT', 'SUBMITTED', 'REJECTED')
-- next
CREATE UNIQUE INDEX uq_card_type_version_on_sale ON card_type_version (merchant_id, product_id) WHERE state = 'ON_SALE'
-- next
CREATE TABLE package_version (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    card_type_id UUID NOT NULL,
    sale_price_fen BIGINT NOT NULL,
    list_value_fen BIGINT NOT NULL,
    term_days BIGINT,
    sold_as TEXT NOT NULL,
    gifts_on BOOLEAN NOT NULL,
    product_id UUID NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    revision BIGINT NOT NULL,
    type_version_id UUID NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    attributes JSONB NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    made_by UUID,
    submitted_at TIMESTAMP WITH TIME ZONE,
    submitted_by UUID,
    decided_at TIMESTAMP WITH TIME ZONE,
    on_sale_at TIMESTAMP WITH TIME ZONE,
    off_sale_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_package_version PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_package_version_merchant_id_product_id FOREIGN KEY(merchant_id, product_id) REFERENCES package (merchant_id, id),
    CONSTRAINT uq_package_version_merchant_id_product_id_version UNIQUE (merchant_id, product_id, version),
    CONSTRAINT ck_package_version_state CHECK (state IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'ON_SALE', 'OFF_SALE')),
    CONSTRAINT fk_package_version_merchant_id_card_type_id FOREIGN KEY(merchant_id, card_type_id) REFERENCES card_type (merchant_id, id),
    CONSTRAINT ck_package_version_price CHECK (sale_price_fen > 0),
    CONSTRAINT ck_package_version_list_value CHECK (list_value_fen >= 0),
    CONSTRAINT ck_package_version_sold_as CHECK (sold_as IN ('OPENING', 'RECHARGE', 'BOTH')),
    CONSTRAINT ck_package_version_term CHECK (term_days > 0)
)
-- next
CREATE UNIQUE INDEX uq_package_version_working ON package_version (merchant_id, product_id) WHERE state IN ('DRAFT', 'SUBMITTED', 'REJECTED')
-- next
CREATE INDEX ix_package_version_merchant_id_card_type_id ON package_version (merchant_id, card_type_id)
-- next
CREATE UNIQUE INDEX uq_package_version_on_sale ON package_version (merchant_id, product_id) WHERE state = 'ON_SALE'
-- next
CREATE TABLE service_version (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    category TEXT NOT NULL,
    unit TEXT NOT NULL,
    unit_price_fen BIGINT NOT NULL,
    duration_minutes BIGINT,
    refundable BOOLEAN NOT NULL,
    store_scope JSONB NOT NULL,
    images UUID[] NOT NULL,
    product_id UUID NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    revision BIGINT NOT NULL,
    type_version_id UUID NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    attributes JSONB NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    made_by UUID,
    submitted_at TIMESTAMP WITH TIME ZONE,
    submitted_by UUID,
    decided_at TIMESTAMP WITH TIME ZONE,
    on_sale_at TIMESTAMP WITH TIME ZONE,
    off_sale_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_service_version PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_service_version_merchant_id_product_id FOREIGN KEY(merchant_id, product_id) REFERENCES service (merchant_id, id),
    CONSTRAINT uq_service_version_merchant_id_product_id_version UNIQUE (merchant_id, product_id, version),
    CONSTRAINT ck_service_version_state CHECK (state IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'ON_SALE', 'OFF_SALE')),
    CONSTRAINT ck_service_version_unit CHECK (unit IN ('VISIT', 'HOUR', 'LESSON', 'PIECE')),
    CONSTRAINT ck_service_version_price CHECK (unit_price_fen > 0),
    CONSTRAINT ck_service_version_duration CHECK (duration_minutes > 0)
)
-- next
CREATE UNIQUE INDEX uq_service_version_working ON service_version (merchant_id, product_id) WHERE state IN ('DRAFT', 'SUBMITTED', 'REJECTED')
-- next
CREATE UNIQUE INDEX uq_service_version_on_sale ON service_version (merchant_id, product_id) WHERE state = 'ON_SALE'
-- next
CREATE TABLE card_type_service (
    merchant_id UUID NOT NULL,
    version_id UUID NOT NULL,
    service_id UUID NOT NULL,
    CONSTRAINT pk_card_type_service PRIMARY KEY (merchant_id, version_id, service_id),
    CONSTRAINT fk_card_type_service_merchant_id_version_id FOREIGN KEY(merchant_id, version_id) REFERENCES card_type_version (merchant_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_card_type_service_merchant_id_service_id FOREIGN KEY(merchant_id, service_id) REFERENCES service (merchant_id, id)
)
-- next
CREATE TABLE package_entitlement (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    service_ids UUID[] NOT NULL,
    times BIGINT,
    days BIGINT,
    amount_fen BIGINT,
    unit_price_fen BIGINT,
    list_fen BIGINT NOT NULL,
    paid_fen BIGINT NOT NULL,
    version_id UUID NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT pk_package_entitlement PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_package_entitlement_merchant_id_version_id FOREIGN KEY(merchant_id, version_id) REFERENCES package_version (merchant_id, id) ON DELETE CASCADE,
    CONSTRAINT uq_package_entitlement_merchant_id_version_id_position UNIQUE (merchant_id, version_id, position),
    CONSTRAINT ck_package_entitlement_kind CHECK (kind IN ('VISITS', 'PERIOD', 'MONEY')),
    CONSTRAINT ck_package_entitlement_times CHECK ((kind = 'VISITS') = (times IS NOT NULL) AND times > 0),
    CONSTRAINT ck_package_entitlement_days CHECK ((kind = 'PERIOD') = (days IS NOT NULL) AND days > 0),
    CONSTRAINT ck_package_entitlement_amount CHECK ((kind = 'MONEY') = (amount_fen IS NOT NULL) AND amount_fen > 0),
    CONSTRAINT ck_package_entitlement_services CHECK ((kind = 'MONEY') = (cardinality(service_ids) = 0)),
    CONSTRAINT ck_package_entitlement_one_service CHECK (kind <> 'VISITS' OR cardinality(service_ids) = 1),
    CONSTRAINT ck_package_entitlement_values CHECK (list_fen >= 0 AND paid_fen >= 0)
)
-- next
CREATE TABLE package_gift (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    service_id UUID,
    times BIGINT,
    amount_fen BIGINT,
    coupon_batch_id UUID,
    cost_bearer TEXT NOT NULL,
    version_id UUID NOT NULL,
    position BIGINT NOT NULL,
    CONSTRAINT pk_package_gift PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_package_gift_merchant_id_version_id FOREIGN KEY(merchant_id, version_id) REFERENCES package_version (merchant_id, id) ON DELETE CASCADE,
    CONSTRAINT uq_package_gift_merchant_id_version_id_position UNIQUE (merchant_id, version_id, position),
    CONSTRAINT ck_package_gift_kind CHECK (kind IN ('VISITS', 'MONEY', 'COUPON')),
    CONSTRAINT ck_package_gift_visits CHECK ((kind = 'VISITS') = (service_id IS NOT NULL AND times > 0)),
    CONSTRAINT ck_package_gift_amount CHECK ((kind = 'MONEY') = (amount_fen IS NOT NULL) AND amount_fen > 0),
    CONSTRAINT ck_package_gift_coupon CHECK ((kind = 'COUPON') = (coupon_batch_id IS NOT NULL)),
    CONSTRAINT ck_package_gift_cost_bearer CHECK (cost_bearer IN ('MERCHANT', 'BANK'))
)
-- next
ALTER TABLE price_change ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE price_change FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON price_change TO app_merchant
-- next
CREATE POLICY app_merchant ON price_change FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON price_change TO app_operator
-- next
CREATE POLICY app_operator ON price_change FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT ON price_change TO app_bank
-- next
CREATE POLICY app_bank ON price_change FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON price_change TO app_worker
-- next
CREATE POLICY app_worker ON price_change FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON price_change TO app_maintenance
-- next
ALTER TABLE product_review ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE product_review FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON product_review TO app_merchant
-- next
CREATE POLICY app_merchant ON product_review FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON product_review TO app_operator
-- next
CREATE POLICY app_operator ON product_review FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON product_review TO app_bank
-- next
CREATE POLICY app_bank ON product_review FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON product_review TO app_worker
-- next
CREATE POLICY app_worker ON product_review FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON product_review TO app_maintenance
-- next
ALTER TABLE sensitive_word ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE sensitive_word FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON sensitive_word TO app_merchant
-- next
CREATE POLICY app_merchant ON sensitive_word FOR SELECT TO app_merchant USING (true)
-- next
GRANT SELECT ON sensitive_word TO app_operator
-- next
CREATE POLICY app_operator ON sensitive_word FOR SELECT TO app_operator USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON sensitive_word TO app_bank
-- next
CREATE POLICY app_bank ON sensitive_word FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON sensitive_word TO app_consumer
-- next
CREATE POLICY app_consumer ON sensitive_word FOR SELECT TO app_consumer USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON sensitive_word TO app_worker
-- next
CREATE POLICY app_worker ON sensitive_word FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON sensitive_word TO app_identity
-- next
CREATE POLICY app_identity ON sensitive_word FOR SELECT TO app_identity USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON sensitive_word TO app_maintenance
-- next
ALTER TABLE review_finding ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE review_finding FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON review_finding TO app_bank
-- next
CREATE POLICY app_bank ON review_finding FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON review_finding TO app_worker
-- next
CREATE POLICY app_worker ON review_finding FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON review_finding TO app_maintenance
-- next
ALTER TABLE card_type ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE card_type FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON card_type TO app_merchant
-- next
CREATE POLICY app_merchant ON card_type FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON card_type TO app_operator
-- next
CREATE POLICY app_operator ON card_type FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON card_type TO app_bank
-- next
CREATE POLICY app_bank ON card_type FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON card_type TO app_worker
-- next
CREATE POLICY app_worker ON card_type FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON card_type TO app_consumer
-- next
CREATE POLICY app_consumer ON card_type FOR SELECT TO app_consumer USING (on_sale_version_id IS NOT NULL)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_type TO app_maintenance
-- next
ALTER TABLE package ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE package FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON package TO app_merchant
-- next
CREATE POLICY app_merchant ON package FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON package TO app_operator
-- next
CREATE POLICY app_operator ON package FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON package TO app_bank
-- next
CREATE POLICY app_bank ON package FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON package TO app_worker
-- next
CREATE POLICY app_worker ON package FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON package TO app_consumer
-- next
CREATE POLICY app_consumer ON package FOR SELECT TO app_consumer USING (on_sale_version_id IS NOT NULL)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON package TO app_maintenance
-- next
ALTER TABLE service ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE service FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON service TO app_merchant
-- next
CREATE POLICY app_merchant ON service FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON service TO app_operator
-- next
CREATE POLICY app_operator ON service FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON service TO app_bank
-- next
CREATE POLICY app_bank ON service FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON service TO app_worker
-- next
CREATE POLICY app_worker ON service FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON service TO app_consumer
-- next
CREATE POLICY app_consumer ON service FOR SELECT TO app_consumer USING (on_sale_version_id IS NOT NULL)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON service TO app_maintenance
-- next
ALTER TABLE card_type_version ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE card_type_version FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON card_type_version TO app_merchant
-- next
CREATE POLICY app_merchant ON card_type_version FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON card_type_version TO app_operator
-- next
CREATE POLICY app_operator ON card_type_version FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON card_type_version TO app_bank
-- next
CREATE POLICY app_bank ON card_type_version FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON card_type_version TO app_worker
-- next
CREATE POLICY app_worker ON card_type_version FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON card_type_version TO app_consumer
-- next
CREATE POLICY app_consumer ON card_type_version FOR SELECT TO app_consumer USING (state IN ('ON_SALE', 'OFF_SALE'))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_type_version TO app_maintenance
-- next
ALTER TABLE package_version ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE package_version FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON package_version TO app_merchant
-- next
CREATE POLICY app_merchant ON package_version FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON package_version TO app_operator
-- next
CREATE POLICY app_operator ON package_version FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON package_version TO app_bank
-- next
CREATE POLICY app_bank ON package_version FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON package_version TO app_worker
-- next
CREATE POLICY app_worker ON package_version FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON package_version TO app_consumer
-- next
CREATE POLICY app_consumer ON package_version FOR SELECT TO app_consumer USING (state IN ('ON_SALE', 'OFF_SALE'))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON package_version TO app_maintenance
-- next
ALTER TABLE service_version ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE service_version FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON service_version TO app_merchant
-- next
CREATE POLICY app_merchant ON service_version FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON service_version TO app_operator
-- next
CREATE POLICY app_operator ON service_version FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON service_version TO app_bank
-- next
CREATE POLICY app_bank ON service_version FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON service_version TO app_worker
-- next
CREATE POLICY app_worker ON service_version FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON service_version TO app_consumer
-- next
CREATE POLICY app_consumer ON service_version FOR SELECT TO app_consumer USING (state IN ('ON_SALE', 'OFF_SALE'))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON service_version TO app_maintenance
-- next
ALTER TABLE card_type_service ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE card_type_service FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_type_service TO app_merchant
-- next
CREATE POLICY app_merchant ON card_type_service FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_type_service TO app_operator
-- next
CREATE POLICY app_operator ON card_type_service FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_type_service TO app_bank
-- next
CREATE POLICY app_bank ON card_type_service FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_type_service TO app_worker
-- next
CREATE POLICY app_worker ON card_type_service FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON card_type_service TO app_consumer
-- next
CREATE POLICY app_consumer ON card_type_service FOR SELECT TO app_consumer USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_type_service TO app_maintenance
-- next
ALTER TABLE package_entitlement ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE package_entitlement FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON package_entitlement TO app_merchant
-- next
CREATE POLICY app_merchant ON package_entitlement FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON package_entitlement TO app_operator
-- next
CREATE POLICY app_operator ON package_entitlement FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON package_entitlement TO app_bank
-- next
CREATE POLICY app_bank ON package_entitlement FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON package_entitlement TO app_worker
-- next
CREATE POLICY app_worker ON package_entitlement FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON package_entitlement TO app_consumer
-- next
CREATE POLICY app_consumer ON package_entitlement FOR SELECT TO app_consumer USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON package_entitlement TO app_maintenance
-- next
ALTER TABLE package_gift ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE package_gift FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON package_gift TO app_merchant
-- next
CREATE POLICY app_merchant ON package_gift FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON package_gift TO app_operator
-- next
CREATE POLICY app_operator ON package_gift FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON package_gift TO app_bank
-- next
CREATE POLICY app_bank ON package_gift FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON package_gift TO app_worker
-- next
CREATE POLICY app_worker ON package_gift FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON package_gift TO app_consumer
-- next
CREATE POLICY app_consumer ON package_gift FOR SELECT TO app_consumer USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON package_gift TO app_maintenance
