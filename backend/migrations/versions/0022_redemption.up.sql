CREATE TABLE redemption (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    means TEXT NOT NULL,
    account_id UUID,
    holder_masked TEXT NOT NULL,
    store_id UUID NOT NULL,
    store_name TEXT NOT NULL,
    cashier_account_id UUID,
    cashier_membership_id UUID,
    cashier_name TEXT,
    code_id UUID,
    class_session_id UUID,
    order_id UUID,
    redeemed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    redeemed_on DATE NOT NULL,
    value_fen BIGINT NOT NULL,
    pending_fen BIGINT NOT NULL,
    undo_until TIMESTAMP WITH TIME ZONE NOT NULL,
    undone_at TIMESTAMP WITH TIME ZONE,
    undone_by UUID,
    undone_by_name TEXT,
    undo_reason TEXT,
    settled_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_redemption PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_redemption_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT fk_redemption_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id),
    CONSTRAINT fk_redemption_merchant_id_order_id FOREIGN KEY(merchant_id, order_id) REFERENCES sales_order (merchant_id, id),
    CONSTRAINT uq_redemption_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT uq_redemption_merchant_id_order_id UNIQUE (merchant_id, order_id),
    CONSTRAINT ck_redemption_kind CHECK (kind IN ('COUNTER', 'PERIOD_DAY')),
    CONSTRAINT ck_redemption_status CHECK (status IN ('PENDING', 'SETTLED', 'UNDONE')),
    CONSTRAINT ck_redemption_means CHECK (means IN ('CODE', 'CARD_PIN', 'ORDER_NUMBER', 'SCHEDULE')),
    CONSTRAINT ck_redemption_scheduled CHECK ((kind = 'PERIOD_DAY') = (means = 'SCHEDULE')),
    CONSTRAINT ck_redemption_cashier CHECK ((kind = 'COUNTER') = (cashier_account_id IS NOT NULL)),
    CONSTRAINT ck_redemption_undone CHECK ((status = 'UNDONE') = (undone_at IS NOT NULL)),
    CONSTRAINT ck_redemption_undone_why CHECK ((undone_at IS NULL) = (undo_reason IS NULL)),
    CONSTRAINT ck_redemption_settled CHECK ((status = 'SETTLED') = (settled_at IS NOT NULL)),
    CONSTRAINT ck_redemption_amounts CHECK (value_fen >= 0 AND 0 <= pending_fen AND pending_fen <= value_fen),
    CONSTRAINT fk_redemption_account_id FOREIGN KEY(account_id) REFERENCES account (id)
)
-- next
CREATE INDEX ix_redemption_merchant_id_class_session_id ON redemption (merchant_id, class_session_id)
-- next
CREATE INDEX ix_redemption_merchant_id_store_id_redeemed_at ON redemption (merchant_id, store_id, redeemed_at)
-- next
CREATE INDEX ix_redemption_merchant_id_cashier_account_id_redeemed_at ON redemption (merchant_id, cashier_account_id, redeemed_at)
-- next
CREATE UNIQUE INDEX uq_redemption_code_used ON redemption (merchant_id, code_id) WHERE code_id IS NOT NULL
-- next
CREATE INDEX ix_redemption_account_id_redeemed_at ON redemption (account_id, redeemed_at)
-- next
CREATE INDEX ix_redemption_merchant_id_redeemed_at ON redemption (merchant_id, redeemed_at)
-- next
CREATE TABLE order_line_use (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    quantity BIGINT NOT NULL,
    used BIGINT NOT NULL,
    frozen BIGINT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_order_line_use PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_order_line_use_merchant_id_id FOREIGN KEY(merchant_id, id) REFERENCES order_line (merchant_id, id),
    CONSTRAINT ck_order_line_use_sum CHECK (used >= 0 AND frozen >= 0 AND used + frozen <= quantity)
)
-- next
CREATE TABLE redemption_code (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    means TEXT NOT NULL,
    account_id UUID,
    card_id UUID,
    order_id UUID,
    manual_index BYTEA,
    issued_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    used_at TIMESTAMP WITH TIME ZONE,
    redemption_id UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_redemption_code PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_redemption_code_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT fk_redemption_code_merchant_id_card_id FOREIGN KEY(merchant_id, card_id) REFERENCES card (merchant_id, id),
    CONSTRAINT fk_redemption_code_merchant_id_order_id FOREIGN KEY(merchant_id, order_id) REFERENCES sales_order (merchant_id, id),
    CONSTRAINT ck_redemption_code_means CHECK (means IN ('CODE', 'CARD_PIN', 'ORDER_NUMBER')),
    CONSTRAINT ck_redemption_code_code CHECK (means <> 'CODE' OR account_id IS NOT NULL),
    CONSTRAINT ck_redemption_code_card CHECK (means <> 'CARD_PIN' OR card_id IS NOT NULL),
    CONSTRAINT ck_redemption_code_order CHECK (means <> 'ORDER_NUMBER' OR order_id IS NOT NULL),
    CONSTRAINT ck_redemption_code_life CHECK (expires_at > issued_at),
    CONSTRAINT ck_redemption_code_used CHECK ((used_at IS NULL) = (redemption_id IS NULL)),
    CONSTRAINT fk_redemption_code_account_id FOREIGN KEY(account_id) REFERENCES account (id)
)
-- next
CREATE INDEX ix_redemption_code_merchant_id_card_id ON redemption_code (merchant_id, card_id)
-- next
CREATE INDEX ix_redemption_code_account_id ON redemption_code (account_id)
-- next
CREATE INDEX ix_redemption_code_merchant_id_order_id ON redemption_code (merchant_id, order_id)
-- next
CREATE INDEX ix_redemption_code_expired ON redemption_code (expires_at)
-- next
CREATE UNIQUE INDEX uq_redemption_code_manual ON redemption_code (merchant_id, manual_index)
-- next
CREATE TABLE redemption_item (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    redemption_id UUID NOT NULL,
    position BIGINT NOT NULL,
    account_id UUID,
    store_id UUID NOT NULL,
    source TEXT NOT NULL,
    card_id UUID,
    card_number TEXT,
    contract_id UUID,
    order_id UUID,
    order_number TEXT,
    order_line_id UUID,
    lot_ids UUID[] NOT NULL,
    unit TEXT NOT NULL,
    service_id UUID,
    name TEXT NOT NULL,
    quantity BIGINT NOT NULL,
    units_before BIGINT NOT NULL,
    units_left BIGINT NOT NULL,
    value_fen BIGINT NOT NULL,
    principal_fen BIGINT NOT NULL,
    bonus_fen BIGINT NOT NULL,
    list_fen BIGINT NOT NULL,
    pending_fen BIGINT NOT NULL,
    channel_fen BIGINT NOT NULL,
    performer_id UUID,
    performer_name TEXT,
    commission JSONB,
    commission_fen BIGINT NOT NULL,
    status TEXT NOT NULL,
    redeemed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    settle_at TIMESTAMP WITH TIME ZONE NOT NULL,
    settled_at TIMESTAMP WITH TIME ZONE,
    transfer_id UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_redemption_item PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_redemption_item_merchant_id_redemption_id FOREIGN KEY(merchant_id, redemption_id) REFERENCES redemption (merchant_id, id),
    CONSTRAINT fk_redemption_item_merchant_id_card_id FOREIGN KEY(merchant_id, card_id) REFERENCES card (merchant_id, id),
    CONSTRAINT fk_redemption_item_merchant_id_order_line_id FOREIGN KEY(merchant_id, order_line_id) REFERENCES order_line (merchant_id, id),
    CONSTRAINT fk_redemption_item_merchant_id_performer_id FOREIGN KEY(merchant_id, performer_id) REFERENCES salesperson (merchant_id, id),
    CONSTRAINT uq_redemption_item_merchant_id_redemption_id_position UNIQUE (merchant_id, redemption_id, position),
    CONSTRAINT ck_redemption_item_source CHECK (source IN ('CARD', 'ORDER')),
    CONSTRAINT ck_redemption_item_card CHECK ((source = 'CARD') = (card_id IS NOT NULL)),
    CONSTRAINT ck_redemption_item_contract CHECK ((source = 'CARD') = (contract_id IS NOT NULL)),
    CONSTRAINT ck_redemption_item_order_line CHECK ((source = 'ORDER') = (order_line_id IS NOT NULL)),
    CONSTRAINT ck_redemption_item_unit CHECK (unit IN ('MONEY', 'VISIT', 'PERIOD')),
    CONSTRAINT ck_redemption_item_status CHECK (status IN ('PENDING', 'DISPUTED', 'UPHELD', 'SETTLED', 'UNDONE')),
    CONSTRAINT ck_redemption_item_units CHECK (quantity > 0 AND units_left >= 0 AND units_before >= 0),
    CONSTRAINT ck_redemption_item_parts CHECK (principal_fen >= 0 AND bonus_fen >= 0 AND list_fen >= 0 AND commission_fen >= 0),
    CONSTRAINT ck_redemption_item_value CHECK (value_fen = principal_fen + bonus_fen),
    CONSTRAINT ck_redemption_item_channel CHECK (0 <= channel_fen AND channel_fen <= pending_fen),
    CONSTRAINT ck_redemption_item_pending CHECK (pending_fen <= principal_fen),
    CONSTRAINT ck_redemption_item_performer CHECK ((performer_id IS NULL) = (performer_name IS NULL)),
    CONSTRAINT ck_redemption_item_commission CHECK (performer_id IS NOT NULL OR commission IS NULL),
    CONSTRAINT ck_redemption_item_settled CHECK ((status = 'SETTLED') = (settled_at IS NOT NULL))
)
-- next
CREATE INDEX ix_redemption_item_merchant_id_order_line_id ON redemption_item (merchant_id, order_line_id)
-- next
CREATE INDEX ix_redemption_item_due ON redemption_item (settle_at) WHERE status = 'PENDING'
-- next
CREATE INDEX ix_redemption_item_merchant_id_performer_id_redeemed_at ON redemption_item (merchant_id, performer_id, redeemed_at)
-- next
CREATE INDEX ix_redemption_item_merchant_id_card_id_redeemed_at ON redemption_item (merchant_id, card_id, redeemed_at)
-- next
CREATE INDEX ix_redemption_item_merchant_id_redeemed_at ON redemption_item (merchant_id, redeemed_at)
-- next
CREATE INDEX ix_redemption_item_account_id ON redemption_item (account_id)
-- next
CREATE TABLE redemption_dispute (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    item_id UUID NOT NULL,
    account_id UUID NOT NULL,
    reason TEXT NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    held_pending_fen BIGINT NOT NULL,
    held_drawable_fen BIGINT NOT NULL,
    closed_at TIMESTAMP WITH TIME ZONE,
    closed_by UUID,
    outcome TEXT,
    close_reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_redemption_dispute PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_redemption_dispute_merchant_id_item_id FOREIGN KEY(merchant_id, item_id) REFERENCES redemption_item (merchant_id, id),
    CONSTRAINT ck_redemption_dispute_outcome CHECK (outcome IS NULL OR outcome IN ('WITHDRAWN', 'REJECTED', 'UPHELD')),
    CONSTRAINT ck_redemption_dispute_closed CHECK ((closed_at IS NULL) = (outcome IS NULL)),
    CONSTRAINT ck_redemption_dispute_held CHECK (held_pending_fen >= 0 AND held_drawable_fen >= 0),
    CONSTRAINT fk_redemption_dispute_account_id FOREIGN KEY(account_id) REFERENCES account (id)
)
-- next
CREATE UNIQUE INDEX uq_redemption_dispute_open ON redemption_dispute (merchant_id, item_id) WHERE closed_at IS NULL
-- next
CREATE INDEX ix_redemption_dispute_account_id ON redemption_dispute (account_id)
-- next
CREATE INDEX ix_redemption_dispute_merchant_id_opened_at ON redemption_dispute (merchant_id, opened_at)
-- next
ALTER TABLE redemption ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE redemption FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON redemption TO app_merchant
-- next
CREATE POLICY app_merchant ON redemption FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON redemption TO app_operator
-- next
CREATE POLICY app_operator ON redemption FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON redemption TO app_bank
-- next
CREATE POLICY app_bank ON redemption FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON redemption TO app_worker
-- next
CREATE POLICY app_worker ON redemption FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON redemption TO app_consumer
-- next
CREATE POLICY app_consumer ON redemption FOR SELECT TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON redemption TO app_maintenance
-- next
ALTER TABLE order_line_use ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE order_line_use FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON order_line_use TO app_merchant
-- next
CREATE POLICY app_merchant ON order_line_use FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON order_line_use TO app_operator
-- next
CREATE POLICY app_operator ON order_line_use FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON order_line_use TO app_bank
-- next
CREATE POLICY app_bank ON order_line_use FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON order_line_use TO app_worker
-- next
CREATE POLICY app_worker ON order_line_use FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON order_line_use TO app_maintenance
-- next
ALTER TABLE redemption_code ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE redemption_code FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON redemption_code TO app_merchant
-- next
CREATE POLICY app_merchant ON redemption_code FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON redemption_code TO app_operator
-- next
CREATE POLICY app_operator ON redemption_code FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON redemption_code TO app_bank
-- next
CREATE POLICY app_bank ON redemption_code FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON redemption_code TO app_worker
-- next
CREATE POLICY app_worker ON redemption_code FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON redemption_code TO app_maintenance
-- next
ALTER TABLE redemption_item ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE redemption_item FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON redemption_item TO app_merchant
-- next
CREATE POLICY app_merchant ON redemption_item FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON redemption_item TO app_operator
-- next
CREATE POLICY app_operator ON redemption_item FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON redemption_item TO app_bank
-- next
CREATE POLICY app_bank ON redemption_item FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON redemption_item TO app_worker
-- next
CREATE POLICY app_worker ON redemption_item FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON redemption_item TO app_consumer
-- next
CREATE POLICY app_consumer ON redemption_item FOR SELECT TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON redemption_item TO app_maintenance
-- next
ALTER TABLE redemption_dispute ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE redemption_dispute FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON redemption_dispute TO app_merchant
-- next
CREATE POLICY app_merchant ON redemption_dispute FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON redemption_dispute TO app_operator
-- next
CREATE POLICY app_operator ON redemption_dispute FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON redemption_dispute TO app_bank
-- next
CREATE POLICY app_bank ON redemption_dispute FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON redemption_dispute TO app_worker
-- next
CREATE POLICY app_worker ON redemption_dispute FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON redemption_dispute TO app_consumer
-- next
CREATE POLICY app_consumer ON redemption_dispute FOR SELECT TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON redemption_dispute TO app_maintenance
