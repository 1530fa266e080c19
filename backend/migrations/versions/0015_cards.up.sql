CREATE TABLE card_number_series (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    prefix TEXT NOT NULL,
    last BIGINT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_card_number_series PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_card_number_series_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT uq_card_number_series_merchant_id_prefix UNIQUE (merchant_id, prefix)
)
-- next
CREATE TABLE card_batch (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    card_type_id UUID NOT NULL,
    store_id UUID,
    file_id UUID NOT NULL,
    file_name TEXT NOT NULL,
    state TEXT NOT NULL,
    rows_total BIGINT,
    rows_done BIGINT NOT NULL,
    loaded BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    failure TEXT,
    failure_place TEXT,
    task_id UUID NOT NULL,
    error_file_id UUID,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by UUID,
    finished_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_card_batch PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_card_batch_merchant_id_card_type_id FOREIGN KEY(merchant_id, card_type_id) REFERENCES card_type (merchant_id, id),
    CONSTRAINT fk_card_batch_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id),
    CONSTRAINT uq_card_batch_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT ck_card_batch_state CHECK (state IN ('WAITING', 'READING', 'DONE', 'FAILED')),
    CONSTRAINT ck_card_batch_counts CHECK (rows_done >= 0 AND loaded >= 0 AND refused >= 0),
    CONSTRAINT ck_card_batch_whole CHECK (state <> 'DONE' OR loaded + refused = rows_total)
)
-- next
CREATE INDEX ix_card_batch_merchant_id_store_id ON card_batch (merchant_id, store_id)
-- next
CREATE INDEX ix_card_batch_merchant_id_card_type_id ON card_batch (merchant_id, card_type_id)
-- next
CREATE TABLE card (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    card_type_id UUID NOT NULL,
    card_type_version_id UUID NOT NULL,
    package_version_id UUID,
    kind TEXT NOT NULL,
    form TEXT NOT NULL,
    status TEXT NOT NULL,
    holds TEXT[] NOT NULL,
    holder_account_id UUID,
    holder_phone_index BYTEA,
    holder_phone_masked TEXT,
    holder_name_index BYTEA,
    holder_name_masked TEXT,
    holder_id_card_index BYTEA,
    holder_id_card_masked TEXT,
    purchaser_account_id UUID,
    seller_id UUID,
    seller_name TEXT,
    store_id UUID NOT NULL,
    order_id UUID,
    contract_id UUID NOT NULL,
    custody_bps BIGINT NOT NULL,
    holdback_bps BIGINT NOT NULL,
    consumption_order TEXT NOT NULL,
    undo_window_minutes BIGINT NOT NULL,
    dispute_window_days BIGINT NOT NULL,
    agreement_contract_id UUID,
    origin_card_id UUID,
    gifted BOOLEAN NOT NULL,
    pin_hash TEXT,
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    activated_at TIMESTAMP WITH TIME ZONE,
    expires_at TIMESTAMP WITH TIME ZONE,
    expires_after_days BIGINT,
    ended_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_card PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_card_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT fk_card_merchant_id_card_type_id FOREIGN KEY(merchant_id, card_type_id) REFERENCES card_type (merchant_id, id),
    CONSTRAINT fk_card_merchant_id_card_type_version_id FOREIGN KEY(merchant_id, card_type_version_id) REFERENCES card_type_version (merchant_id, id),
    CONSTRAINT fk_card_merchant_id_package_version_id FOREIGN KEY(merchant_id, package_version_id) REFERENCES package_version (merchant_id, id),
    CONSTRAINT fk_card_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id),
    CONSTRAINT fk_card_merchant_id_origin_card_id FOREIGN KEY(merchant_id, origin_card_id) REFERENCES card (merchant_id, id),
    CONSTRAINT uq_card_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT ck_card_kind CHECK (kind IN ('REGISTERED', 'ANONYMOUS')),
    CONSTRAINT ck_card_form CHECK (form IN ('VIRTUAL', 'PHYSICAL')),
    CONSTRAINT ck_card_status CHECK (status IN ('PENDING', 'ACTIVE', 'EXPIRED', 'REFUNDED', 'CLOSED', 'REPLACED')),
    CONSTRAINT ck_card_holds CHECK (holds <@ ARRAY['REFUND', 'GIFT', 'DEREGISTRATION', 'DISPUTE', 'RISK', 'FRAUD', 'LOSS']),
    CONSTRAINT ck_card_real_name CHECK (kind = 'ANONYMOUS' OR holder_id_card_index IS NOT NULL),
    CONSTRAINT ck_card_contract_shares CHECK (custody_bps BETWEEN 0 AND 10000 AND holdback_bps BETWEEN 0 AND 10000),
    CONSTRAINT ck_card_windows CHECK (undo_window_minutes >= 0 AND dispute_window_days >= 0),
    CONSTRAINT ck_card_consumption_order CHECK (consumption_order IN ('PRINCIPAL_FIRST', 'PROPORTIONAL')),
    CONSTRAINT ck_card_activated CHECK (status = 'PENDING' OR status = 'CLOSED' OR activated_at IS NOT NULL),
    CONSTRAINT ck_card_ended CHECK ((status IN ('REFUNDED', 'CLOSED', 'REPLACED')) = (ended_at IS NOT NULL)),
    CONSTRAINT fk_card_holder_account_id FOREIGN KEY(holder_account_id) REFERENCES account (id),
    CONSTRAINT fk_card_purchaser_account_id FOREIGN KEY(purchaser_account_id) REFERENCES account (id)
)
-- next
CREATE INDEX ix_card_merchant_id_card_type_version_id ON card (merchant_id, card_type_version_id)
-- next
CREATE INDEX ix_card_merchant_id_store_id_id ON card (merchant_id, store_id, id)
-- next
CREATE INDEX ix_card_purchaser_account_id ON card (purchaser_account_id)
-- next
CREATE INDEX ix_card_merchant_id_status_id ON card (merchant_id, status, id)
-- next
CREATE INDEX ix_card_merchant_id_contract_id ON card (merchant_id, contract_id)
-- next
CREATE INDEX ix_card_holder_id_card_index ON card (holder_id_card_index)
-- next
CREATE INDEX ix_card_id ON card (id)
-- next
CREATE INDEX ix_card_expiring ON card (expires_at) WHERE status = 'ACTIVE'
-- next
CREATE INDEX ix_card_merchant_id_card_type_id_id ON card (merchant_id, card_type_id, id)
-- next
CREATE INDEX ix_card_holder_name_index ON card (holder_name_index)
-- next
CREATE INDEX ix_card_merchant_id_package_version_id ON card (merchant_id, package_version_id)
-- next
CREATE INDEX ix_card_holder_account_id ON card (holder_account_id)
-- next
CREATE INDEX ix_card_merchant_id_origin_card_id ON card (merchant_id, origin_card_id)
-- next
CREATE INDEX ix_card_holder_phone_index ON card (holder_phone_index)
-- next
CREATE TABLE card_batch_error (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    batch_id UUID NOT NULL,
    row_number BIGINT NOT NULL,
    value TEXT NOT NULL,
    code TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_card_batch_error PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_card_batch_error_merchant_id_batch_id FOREIGN KEY(merchant_id, batch_id) REFERENCES card_batch (merchant_id, id),
    CONSTRAINT uq_card_batch_error_merchant_id_batch_id_row_number UNIQUE (merchant_id, batch_id, row_number)
)
-- next
CREATE TABLE card_event (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    card_id UUID NOT NULL,
    kind TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    account_id UUID,
    membership_id UUID,
    reason TEXT,
    details JSONB NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_card_event PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_card_event_merchant_id_card_id FOREIGN KEY(merchant_id, card_id) REFERENCES card (merchant_id, id)
)
-- next
CREATE INDEX ix_card_event_merchant_id_card_id_at ON card_event (merchant_id, card_id, at)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON card_event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE card_hold (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    card_id UUID NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    reference_id UUID,
    placed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    placed_by UUID,
    lifted_at TIMESTAMP WITH TIME ZONE,
    lifted_by UUID,
    lift_reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_card_hold PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_card_hold_merchant_id_card_id FOREIGN KEY(merchant_id, card_id) REFERENCES card (merchant_id, id),
    CONSTRAINT ck_card_hold_kind CHECK (kind IN ('REFUND', 'GIFT', 'DEREGISTRATION', 'DISPUTE', 'RISK', 'FRAUD', 'LOSS'))
)
-- next
CREATE UNIQUE INDEX uq_card_hold_in_force ON card_hold (merchant_id, card_id, kind) WHERE lifted_at IS NULL
-- next
CREATE INDEX ix_card_hold_merchant_id_card_id_placed_at ON card_hold (merchant_id, card_id, placed_at)
-- next
CREATE TABLE card_lot (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    card_id UUID NOT NULL,
    holder_account_id UUID,
    unit TEXT NOT NULL,
    funding TEXT NOT NULL,
    service_ids UUID[] NOT NULL,
    granted BIGINT NOT NULL,
    consumed BIGINT NOT NULL,
    frozen BIGINT NOT NULL,
    available BIGINT NOT NULL,
    paid_fen BIGINT NOT NULL,
    list_fen BIGINT NOT NULL,
    order_id UUID NOT NULL,
    payment_id UUID,
    payer_account_id UUID,
    payer_wallet TEXT,
    entitlement_id UUID,
    granted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    starts_on DATE,
    expires_at TIMESTAMP WITH TIME ZONE,
    counts_from_first_use BOOLEAN NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_card_lot PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_card_lot_merchant_id_card_id FOREIGN KEY(merchant_id, card_id) REFERENCES card (merchant_id, id),
    CONSTRAINT ck_card_lot_unit CHECK (unit IN ('MONEY', 'VISIT', 'PERIOD')),
    CONSTRAINT ck_card_lot_funding CHECK (funding IN ('PAID', 'BONUS')),
    CONSTRAINT ck_card_lot_sum CHECK (granted = consumed + frozen + available),
    CONSTRAINT ck_card_lot_parts CHECK (granted > 0 AND consumed >= 0 AND frozen >= 0 AND available >= 0),
    CONSTRAINT ck_card_lot_values CHECK (paid_fen >= 0 AND list_fen >= 0),
    CONSTRAINT ck_card_lot_bonus_unpaid CHECK (funding = 'PAID' OR paid_fen = 0),
    CONSTRAINT ck_card_lot_services CHECK (unit = 'MONEY' OR cardinality(service_ids) > 0)
)
-- next
CREATE INDEX ix_card_lot_merchant_id_card_id_granted_at ON card_lot (merchant_id, card_id, granted_at)
-- next
CREATE INDEX ix_card_lot_holder_account_id ON card_lot (holder_account_id)
-- next
CREATE INDEX ix_card_lot_merchant_id_order_id ON card_lot (merchant_id, order_id)
-- next
CREATE TABLE card_purchase (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    card_id UUID NOT NULL,
    order_id UUID NOT NULL,
    amount_fen BIGINT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    account_id UUID,
    phone_index BYTEA,
    id_card_index BYTEA,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_card_purchase PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_card_purchase_merchant_id_card_id FOREIGN KEY(merchant_id, card_id) REFERENCES card (merchant_id, id),
    CONSTRAINT uq_card_purchase_merchant_id_order_id_card_id UNIQUE (merchant_id, order_id, card_id),
    CONSTRAINT ck_card_purchase_amount CHECK (amount_fen >= 0)
)
-- next
CREATE INDEX ix_card_purchase_id_card_index_at ON card_purchase (id_card_index, at)
-- next
CREATE INDEX ix_card_purchase_merchant_id_card_id ON card_purchase (merchant_id, card_id)
-- next
CREATE INDEX ix_card_purchase_account_id_at ON card_purchase (account_id, at)
-- next
CREATE INDEX ix_card_purchase_phone_index_at ON card_purchase (phone_index, at)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON card_purchase
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE physical_card (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    card_type_id UUID NOT NULL,
    batch_id UUID NOT NULL,
    row_number BIGINT NOT NULL,
    state TEXT NOT NULL,
    store_id UUID,
    card_id UUID,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    blocked_reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_physical_card PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_physical_card_merchant_id_card_type_id FOREIGN KEY(merchant_id, card_type_id) REFERENCES card_type (merchant_id, id),
    CONSTRAINT fk_physical_card_merchant_id_batch_id FOREIGN KEY(merchant_id, batch_id) REFERENCES card_batch (merchant_id, id),
    CONSTRAINT fk_physical_card_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id),
    CONSTRAINT fk_physical_card_merchant_id_card_id FOREIGN KEY(merchant_id, card_id) REFERENCES card (merchant_id, id),
    CONSTRAINT uq_physical_card_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT ck_physical_card_state CHECK (state IN ('IN_STOCK', 'ALLOCATED', 'SOLD', 'BLOCKED')),
    CONSTRAINT ck_physical_card_allocated CHECK (state <> 'ALLOCATED' OR store_id IS NOT NULL),
    CONSTRAINT ck_physical_card_sold CHECK (state <> 'SOLD' OR card_id IS NOT NULL)
)
-- next
CREATE INDEX ix_physical_card_merchant_id_batch_id_row_number ON physical_card (merchant_id, batch_id, row_number)
-- next
CREATE UNIQUE INDEX uq_physical_card_card ON physical_card (merchant_id, card_id)
-- next
CREATE INDEX ix_physical_card_merchant_id_card_type_id_state ON physical_card (merchant_id, card_type_id, state)
-- next
CREATE INDEX ix_physical_card_id ON physical_card (id)
-- next
CREATE INDEX ix_physical_card_merchant_id_store_id_state ON physical_card (merchant_id, store_id, state)
-- next
CREATE TABLE card_take (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    lot_id UUID NOT NULL,
    card_id UUID NOT NULL,
    direction TEXT NOT NULL,
    source_kind TEXT NOT NULL,
    source_id UUID NOT NULL,
    service_id UUID,
    units BIGINT NOT NULL,
    consumed_before BIGINT NOT NULL,
    consumed_after BIGINT NOT NULL,
    principal_fen BIGINT NOT NULL,
    bonus_fen BIGINT NOT NULL,
    list_fen BIGINT NOT NULL,
    reverses_id UUID,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    account_id UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_card_take PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_card_take_merchant_id_lot_id FOREIGN KEY(merchant_id, lot_id) REFERENCES card_lot (merchant_id, id),
    CONSTRAINT fk_card_take_merchant_id_card_id FOREIGN KEY(merchant_id, card_id) REFERENCES card (merchant_id, id),
    CONSTRAINT fk_card_take_merchant_id_reverses_id FOREIGN KEY(merchant_id, reverses_id) REFERENCES card_take (merchant_id, id),
    CONSTRAINT uq_card_take_merchant_id_reverses_id UNIQUE (merchant_id, reverses_id),
    CONSTRAINT ck_card_take_direction CHECK (direction IN ('TAKE', 'GIVE_BACK')),
    CONSTRAINT ck_card_take_reverses CHECK ((direction = 'GIVE_BACK') = (reverses_id IS NOT NULL)),
    CONSTRAINT ck_card_take_units CHECK (units >= 0),
    CONSTRAINT ck_card_take_step CHECK (consumed_after - consumed_before = CASE direction WHEN 'TAKE' THEN units ELSE -units END)
)
-- next
CREATE INDEX ix_card_take_merchant_id_card_id_at ON card_take (merchant_id, card_id, at)
-- next
CREATE INDEX ix_card_take_merchant_id_source_id ON card_take (merchant_id, source_id)
-- next
CREATE INDEX ix_card_take_merchant_id_lot_id ON card_take (merchant_id, lot_id)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON card_take
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
ALTER TABLE card_number_series ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE card_number_series FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON card_number_series TO app_merchant
-- next
CREATE POLICY app_merchant ON card_number_series FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON card_number_series TO app_operator
-- next
CREATE POLICY app_operator ON card_number_series FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON card_number_series TO app_bank
-- next
CREATE POLICY app_bank ON card_number_series FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON card_number_series TO app_worker
-- next
CREATE POLICY app_worker ON card_number_series FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_number_series TO app_maintenance
-- next
ALTER TABLE card_batch ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE card_batch FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON card_batch TO app_merchant
-- next
CREATE POLICY app_merchant ON card_batch FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON card_batch TO app_operator
-- next
CREATE POLICY app_operator ON card_batch FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON card_batch TO app_bank
-- next
CREATE POLICY app_bank ON card_batch FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON card_batch TO app_worker
-- next
CREATE POLICY app_worker ON card_batch FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_batch TO app_maintenance
-- next
ALTER TABLE card ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE card FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON card TO app_merchant
-- next
CREATE POLICY app_merchant ON card FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON card TO app_operator
-- next
CREATE POLICY app_operator ON card FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON card TO app_bank
-- next
CREATE POLICY app_bank ON card FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON card TO app_worker
-- next
CREATE POLICY app_worker ON card FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON card TO app_consumer
-- next
CREATE POLICY app_consumer ON card FOR SELECT TO app_consumer USING (holder_account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card TO app_maintenance
-- next
ALTER TABLE card_batch_error ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE card_batch_error FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON card_batch_error TO app_merchant
-- next
CREATE POLICY app_merchant ON card_batch_error FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON card_batch_error TO app_operator
-- next
CREATE POLICY app_operator ON card_batch_error FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON card_batch_error TO app_bank
-- next
CREATE POLICY app_bank ON card_batch_error FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON card_batch_error TO app_worker
-- next
CREATE POLICY app_worker ON card_batch_error FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_batch_error TO app_maintenance
-- next
ALTER TABLE card_event ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE card_event FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON card_event TO app_merchant
-- next
CREATE POLICY app_merchant ON card_event FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON card_event TO app_operator
-- next
CREATE POLICY app_operator ON card_event FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT ON card_event TO app_bank
-- next
CREATE POLICY app_bank ON card_event FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON card_event TO app_worker
-- next
CREATE POLICY app_worker ON card_event FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_event TO app_maintenance
-- next
ALTER TABLE card_hold ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE card_hold FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON card_hold TO app_merchant
-- next
CREATE POLICY app_merchant ON card_hold FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON card_hold TO app_operator
-- next
CREATE POLICY app_operator ON card_hold FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON card_hold TO app_bank
-- next
CREATE POLICY app_bank ON card_hold FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON card_hold TO app_worker
-- next
CREATE POLICY app_worker ON card_hold FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_hold TO app_maintenance
-- next
ALTER TABLE card_lot ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE card_lot FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON card_lot TO app_merchant
-- next
CREATE POLICY app_merchant ON card_lot FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON card_lot TO app_operator
-- next
CREATE POLICY app_operator ON card_lot FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON card_lot TO app_bank
-- next
CREATE POLICY app_bank ON card_lot FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON card_lot TO app_worker
-- next
CREATE POLICY app_worker ON card_lot FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON card_lot TO app_consumer
-- next
CREATE POLICY app_consumer ON card_lot FOR SELECT TO app_consumer USING (holder_account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_lot TO app_maintenance
-- next
ALTER TABLE card_purchase ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE card_purchase FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON card_purchase TO app_merchant
-- next
CREATE POLICY app_merchant ON card_purchase FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON card_purchase TO app_operator
-- next
CREATE POLICY app_operator ON card_purchase FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT ON card_purchase TO app_bank
-- next
CREATE POLICY app_bank ON card_purchase FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON card_purchase TO app_worker
-- next
CREATE POLICY app_worker ON card_purchase FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_purchase TO app_maintenance
-- next
ALTER TABLE physical_card ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE physical_card FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON physical_card TO app_merchant
-- next
CREATE POLICY app_merchant ON physical_card FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON physical_card TO app_operator
-- next
CREATE POLICY app_operator ON physical_card FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON physical_card TO app_bank
-- next
CREATE POLICY app_bank ON physical_card FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON physical_card TO app_worker
-- next
CREATE POLICY app_worker ON physical_card FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON physical_card TO app_maintenance
-- next
ALTER TABLE card_take ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE card_take FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON card_take TO app_merchant
-- next
CREATE POLICY app_merchant ON card_take FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON card_take TO app_operator
-- next
CREATE POLICY app_operator ON card_take FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT ON card_take TO app_bank
-- next
CREATE POLICY app_bank ON card_take FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON card_take TO app_worker
-- next
CREATE POLICY app_worker ON card_take FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON card_take TO app_maintenance
