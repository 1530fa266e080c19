CREATE TABLE sales_order (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    account_id UUID NOT NULL,
    buyer_masked TEXT NOT NULL,
    placed_by UUID NOT NULL,
    idempotency_key TEXT NOT NULL,
    store_id UUID NOT NULL,
    store_name TEXT NOT NULL,
    region_id UUID,
    region_path TEXT,
    salesperson_id UUID,
    salesperson_name TEXT,
    payment_status TEXT NOT NULL,
    commission_status TEXT NOT NULL,
    list_fen BIGINT NOT NULL,
    gross_fen BIGINT NOT NULL,
    total_fen BIGINT NOT NULL,
    refunded_fen BIGINT NOT NULL,
    pending_for UUID,
    card_type_id UUID,
    card_type_version_id UUID,
    card_id UUID,
    card_number TEXT,
    agreement_version_id UUID,
    merchant_contract_id UUID,
    terms JSONB NOT NULL,
    custody_bps BIGINT NOT NULL,
    holdback_bps BIGINT NOT NULL,
    placed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    paid_at TIMESTAMP WITH TIME ZONE,
    closed_at TIMESTAMP WITH TIME ZONE,
    close_reason TEXT,
    failure TEXT,
    transfer_id UUID,
    delivery_reported_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_sales_order PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_sales_order_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT fk_sales_order_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id),
    CONSTRAINT uq_sales_order_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT uq_sales_order_merchant_id_placed_by_idempotency_key UNIQUE (merchant_id, placed_by, idempotency_key),
    CONSTRAINT ck_sales_order_kind CHECK (kind IN ('CARD_PURCHASE', 'CARD_RECHARGE', 'SINGLE_SERVICE', 'CARD_CONSUMPTION')),
    CONSTRAINT ck_sales_order_channel CHECK (channel IN ('MINI_PROGRAM', 'COUNTER')),
    CONSTRAINT ck_sales_order_payment CHECK (payment_status IN ('UNPAID', 'PAYING', 'PAID', 'CLOSED', 'PARTLY_REFUNDED', 'REFUNDED')),
    CONSTRAINT ck_sales_order_commission CHECK (commission_status IN ('NONE', 'PENDING', 'SETTLED', 'REVERSED')),
    CONSTRAINT ck_sales_order_reason CHECK (close_reason IS NULL OR close_reason IN ('CANCELLED', 'EXPIRED', 'OPENING_FAILED')),
    CONSTRAINT ck_sales_order_closed CHECK ((payment_status = 'CLOSED') = (closed_at IS NOT NULL)),
    CONSTRAINT ck_sales_order_closed_why CHECK ((closed_at IS NULL) = (close_reason IS NULL)),
    CONSTRAINT ck_sales_order_paid CHECK ((payment_status IN ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')) = (paid_at IS NOT NULL)),
    CONSTRAINT ck_sales_order_amounts CHECK (list_fen >= total_fen AND total_fen >= 0 AND gross_fen >= total_fen),
    CONSTRAINT ck_sales_order_refunded CHECK (0 <= refunded_fen AND refunded_fen <= total_fen),
    CONSTRAINT ck_sales_order_card_type CHECK (kind NOT IN ('CARD_PURCHASE', 'CARD_RECHARGE') OR card_type_id IS NOT NULL),
    CONSTRAINT ck_sales_order_card CHECK (kind <> 'CARD_RECHARGE' OR card_id IS NOT NULL),
    CONSTRAINT ck_sales_order_shares CHECK (custody_bps BETWEEN 0 AND 10000 AND holdback_bps BETWEEN 0 AND 10000),
    CONSTRAINT fk_sales_order_account_id FOREIGN KEY(account_id) REFERENCES consumer (id),
    CONSTRAINT fk_sales_order_agreement_version_id FOREIGN KEY(agreement_version_id) REFERENCES contract_template_version (id)
)
-- next
CREATE UNIQUE INDEX uq_sales_order_pending ON sales_order (merchant_id, account_id, pending_for) WHERE payment_status IN ('UNPAID', 'PAYING') AND pending_for IS NOT NULL
-- next
CREATE INDEX ix_sales_order_waiting ON sales_order (expires_at) WHERE payment_status IN ('UNPAID', 'PAYING')
-- next
CREATE INDEX ix_sales_order_agreement_version_id ON sales_order (agreement_version_id)
-- next
CREATE INDEX ix_sales_order_account_id_placed_at ON sales_order (account_id, placed_at)
-- next
CREATE INDEX ix_sales_order_merchant_id_store_id_placed_at ON sales_order (merchant_id, store_id, placed_at)
-- next
CREATE INDEX ix_sales_order_merchant_id_card_id ON sales_order (merchant_id, card_id)
-- next
CREATE INDEX ix_sales_order_merchant_id_placed_at ON sales_order (merchant_id, placed_at)
-- next
CREATE TABLE deal (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    order_id UUID NOT NULL,
    kind TEXT NOT NULL,
    account_id UUID NOT NULL,
    buyer_masked TEXT NOT NULL,
    salesperson_id UUID,
    salesperson_name TEXT,
    store_id UUID NOT NULL,
    store_name TEXT NOT NULL,
    region_path TEXT,
    card_id UUID,
    card_number TEXT,
    products TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    commission_fen BIGINT NOT NULL,
    sold_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_deal PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_deal_merchant_id_order_id FOREIGN KEY(merchant_id, order_id) REFERENCES sales_order (merchant_id, id),
    CONSTRAINT uq_deal_merchant_id_order_id UNIQUE (merchant_id, order_id),
    CONSTRAINT ck_deal_amounts CHECK (amount_fen > 0 AND commission_fen >= 0),
    CONSTRAINT ck_deal_seller CHECK (salesperson_id IS NOT NULL OR commission_fen = 0)
)
-- next
CREATE INDEX ix_deal_merchant_id_sold_at ON deal (merchant_id, sold_at)
-- next
CREATE INDEX ix_deal_merchant_id_salesperson_id_sold_at ON deal (merchant_id, salesperson_id, sold_at)
-- next
CREATE INDEX ix_deal_merchant_id_store_id_sold_at ON deal (merchant_id, store_id, sold_at)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON deal
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE order_event (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    axis TEXT NOT NULL,
    before TEXT,
    after TEXT NOT NULL,
    reason TEXT,
    payment_id UUID,
    by_account_id UUID,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    order_id UUID NOT NULL,
    account_id UUID NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_order_event PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_order_event_merchant_id_order_id FOREIGN KEY(merchant_id, order_id) REFERENCES sales_order (merchant_id, id),
    CONSTRAINT ck_order_event_axis CHECK (axis IN ('PAYMENT', 'COMMISSION'))
)
-- next
CREATE INDEX ix_order_event_merchant_id_order_id ON order_event (merchant_id, order_id)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON order_event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE order_line (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    position BIGINT NOT NULL,
    product_kind TEXT NOT NULL,
    product_id UUID NOT NULL,
    version_id UUID NOT NULL,
    name TEXT NOT NULL,
    unit TEXT,
    quantity BIGINT NOT NULL,
    unit_list_fen BIGINT NOT NULL,
    unit_price_fen BIGINT NOT NULL,
    list_fen BIGINT NOT NULL,
    gross_fen BIGINT NOT NULL,
    net_fen BIGINT NOT NULL,
    unit_fen BIGINT[] NOT NULL,
    entitlements JSONB NOT NULL,
    gifts JSONB NOT NULL,
    order_id UUID NOT NULL,
    account_id UUID NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_order_line PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_order_line_merchant_id_order_id FOREIGN KEY(merchant_id, order_id) REFERENCES sales_order (merchant_id, id),
    CONSTRAINT uq_order_line_merchant_id_order_id_position UNIQUE (merchant_id, order_id, position),
    CONSTRAINT ck_order_line_product_kind CHECK (product_kind IN ('SERVICE', 'PACKAGE')),
    CONSTRAINT ck_order_line_units CHECK (quantity > 0 AND cardinality(unit_fen) = quantity),
    CONSTRAINT ck_order_line_gross CHECK (gross_fen = unit_price_fen * quantity AND list_fen = unit_list_fen * quantity),
    CONSTRAINT ck_order_line_net CHECK (0 <= net_fen AND net_fen <= gross_fen)
)
-- next
CREATE INDEX ix_order_line_merchant_id_product_id ON order_line (merchant_id, product_id)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON order_line
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE order_receipt (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    order_id UUID NOT NULL,
    account_id UUID NOT NULL,
    items JSONB NOT NULL,
    issued_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_order_receipt PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_order_receipt_merchant_id_order_id FOREIGN KEY(merchant_id, order_id) REFERENCES sales_order (merchant_id, id),
    CONSTRAINT uq_order_receipt_merchant_id_order_id UNIQUE (merchant_id, order_id)
)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON order_receipt
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE order_tender (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    card_id UUID,
    payment_id UUID,
    settled_at TIMESTAMP WITH TIME ZONE,
    order_id UUID NOT NULL,
    account_id UUID NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_order_tender PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_order_tender_merchant_id_order_id FOREIGN KEY(merchant_id, order_id) REFERENCES sales_order (merchant_id, id),
    CONSTRAINT uq_order_tender_merchant_id_order_id_position UNIQUE (merchant_id, order_id, position),
    CONSTRAINT ck_order_tender_kind CHECK (kind IN ('CHANNEL', 'CARD_BALANCE')),
    CONSTRAINT ck_order_tender_amount CHECK (amount_fen > 0),
    CONSTRAINT ck_order_tender_card CHECK ((kind = 'CARD_BALANCE') = (card_id IS NOT NULL))
)
-- next
CREATE INDEX ix_order_tender_merchant_id_payment_id ON order_tender (merchant_id, payment_id)
-- next
CREATE TABLE deal_commission (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    deal_id UUID NOT NULL,
    line_id UUID NOT NULL,
    salesperson_id UUID NOT NULL,
    basis_fen BIGINT NOT NULL,
    amount_fen BIGINT NOT NULL,
    rule JSONB NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_deal_commission PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_deal_commission_merchant_id_deal_id FOREIGN KEY(merchant_id, deal_id) REFERENCES deal (merchant_id, id),
    CONSTRAINT fk_deal_commission_merchant_id_line_id FOREIGN KEY(merchant_id, line_id) REFERENCES order_line (merchant_id, id),
    CONSTRAINT uq_deal_commission_merchant_id_deal_id_line_id UNIQUE (merchant_id, deal_id, line_id),
    CONSTRAINT ck_deal_commission_amounts CHECK (amount_fen >= 0 AND basis_fen >= 0)
)
-- next
CREATE INDEX ix_deal_commission_merchant_id_salesperson_id ON deal_commission (merchant_id, salesperson_id)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON deal_commission
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE order_reduction (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    line_id UUID NOT NULL,
    stage TEXT NOT NULL,
    source_id UUID NOT NULL,
    name TEXT NOT NULL,
    share_fen BIGINT NOT NULL,
    unit_fen BIGINT[] NOT NULL,
    order_id UUID NOT NULL,
    account_id UUID NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_order_reduction PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_order_reduction_merchant_id_line_id FOREIGN KEY(merchant_id, line_id) REFERENCES order_line (merchant_id, id),
    CONSTRAINT uq_order_reduction_merchant_id_line_id_stage_source_id UNIQUE (merchant_id, line_id, stage, source_id),
    CONSTRAINT ck_order_reduction_share CHECK (share_fen >= 0)
)
-- next
CREATE INDEX ix_order_reduction_merchant_id_order_id ON order_reduction (merchant_id, order_id)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON order_reduction
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
ALTER TABLE sales_order ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE sales_order FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON sales_order TO app_merchant
-- next
CREATE POLICY app_merchant ON sales_order FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON sales_order TO app_operator
-- next
CREATE POLICY app_operator ON sales_order FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON sales_order TO app_bank
-- next
CREATE POLICY app_bank ON sales_order FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON sales_order TO app_worker
-- next
CREATE POLICY app_worker ON sales_order FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON sales_order TO app_consumer
-- next
CREATE POLICY app_consumer ON sales_order FOR SELECT TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON sales_order TO app_maintenance
-- next
ALTER TABLE deal ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE deal FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON deal TO app_merchant
-- next
CREATE POLICY app_merchant ON deal FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON deal TO app_operator
-- next
CREATE POLICY app_operator ON deal FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON deal TO app_bank
-- next
CREATE POLICY app_bank ON deal FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON deal TO app_worker
-- next
CREATE POLICY app_worker ON deal FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON deal TO app_maintenance
-- next
ALTER TABLE order_event ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE order_event FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON order_event TO app_merchant
-- next
CREATE POLICY app_merchant ON order_event FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON order_event TO app_operator
-- next
CREATE POLICY app_operator ON order_event FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON order_event TO app_bank
-- next
CREATE POLICY app_bank ON order_event FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON order_event TO app_worker
-- next
CREATE POLICY app_worker ON order_event FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON order_event TO app_consumer
-- next
CREATE POLICY app_consumer ON order_event FOR SELECT TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON order_event TO app_maintenance
-- next
ALTER TABLE order_line ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE order_line FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON order_line TO app_merchant
-- next
CREATE POLICY app_merchant ON order_line FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON order_line TO app_operator
-- next
CREATE POLICY app_operator ON order_line FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON order_line TO app_bank
-- next
CREATE POLICY app_bank ON order_line FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON order_line TO app_worker
-- next
CREATE POLICY app_worker ON order_line FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON order_line TO app_consumer
-- next
CREATE POLICY app_consumer ON order_line FOR SELECT TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON order_line TO app_maintenance
-- next
ALTER TABLE order_receipt ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE order_receipt FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON order_receipt TO app_merchant
-- next
CREATE POLICY app_merchant ON order_receipt FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON order_receipt TO app_operator
-- next
CREATE POLICY app_operator ON order_receipt FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON order_receipt TO app_bank
-- next
CREATE POLICY app_bank ON order_receipt FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON order_receipt TO app_worker
-- next
CREATE POLICY app_worker ON order_receipt FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON order_receipt TO app_consumer
-- next
CREATE POLICY app_consumer ON order_receipt FOR SELECT TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON order_receipt TO app_maintenance
-- next
ALTER TABLE order_tender ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE order_tender FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON order_tender TO app_merchant
-- next
CREATE POLICY app_merchant ON order_tender FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON order_tender TO app_operator
-- next
CREATE POLICY app_operator ON order_tender FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON order_tender TO app_bank
-- next
CREATE POLICY app_bank ON order_tender FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON order_tender TO app_worker
-- next
CREATE POLICY app_worker ON order_tender FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON order_tender TO app_consumer
-- next
CREATE POLICY app_consumer ON order_tender FOR SELECT TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON order_tender TO app_maintenance
-- next
ALTER TABLE deal_commission ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE deal_commission FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON deal_commission TO app_merchant
-- next
CREATE POLICY app_merchant ON deal_commission FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON deal_commission TO app_operator
-- next
CREATE POLICY app_operator ON deal_commission FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON deal_commission TO app_bank
-- next
CREATE POLICY app_bank ON deal_commission FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON deal_commission TO app_worker
-- next
CREATE POLICY app_worker ON deal_commission FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON deal_commission TO app_maintenance
-- next
ALTER TABLE order_reduction ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE order_reduction FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON order_reduction TO app_merchant
-- next
CREATE POLICY app_merchant ON order_reduction FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON order_reduction TO app_operator
-- next
CREATE POLICY app_operator ON order_reduction FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON order_reduction TO app_bank
-- next
CREATE POLICY app_bank ON order_reduction FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON order_reduction TO app_worker
-- next
CREATE POLICY app_worker ON order_reduction FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON order_reduction TO app_consumer
-- next
CREATE POLICY app_consumer ON order_reduction FOR SELECT TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON order_reduction TO app_maintenance
