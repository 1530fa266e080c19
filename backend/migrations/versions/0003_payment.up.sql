CREATE TABLE payment_alert (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    day DATE NOT NULL,
    count BIGINT NOT NULL,
    detail JSONB NOT NULL,
    state TEXT NOT NULL,
    first_at TIMESTAMP WITH TIME ZONE NOT NULL,
    last_at TIMESTAMP WITH TIME ZONE NOT NULL,
    handled_at TIMESTAMP WITH TIME ZONE,
    handled_by UUID,
    handling TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_payment_alert PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_payment_alert_merchant_id_kind_subject_day UNIQUE (merchant_id, kind, subject, day),
    CONSTRAINT ck_payment_alert_state CHECK (state IN ('OPEN', 'HANDLED')),
    CONSTRAINT ck_payment_alert_count CHECK (count > 0),
    CONSTRAINT ck_payment_alert_handled CHECK ((state = 'HANDLED') = (handled_at IS NOT NULL))
)
-- next
CREATE INDEX ix_payment_alert_last_at_id ON payment_alert (last_at, id)
-- next
CREATE TABLE payment_bill (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    day DATE NOT NULL,
    lines BIGINT NOT NULL,
    charged_fen BIGINT NOT NULL,
    refunded_fen BIGINT NOT NULL,
    fee_fen BIGINT NOT NULL,
    fetched_at TIMESTAMP WITH TIME ZONE NOT NULL,
    reconciled_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_payment_bill PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_payment_bill_merchant_id_day UNIQUE (merchant_id, day)
)
-- next
CREATE TABLE payment_bill_line (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    day DATE NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    charge_reference TEXT NOT NULL,
    sub_merchant_number TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    fee_fen BIGINT NOT NULL,
    provider_reference TEXT NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_payment_bill_line PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_payment_bill_line_merchant_id_day_position UNIQUE (merchant_id, day, position),
    CONSTRAINT ck_payment_bill_line_kind CHECK (kind IN ('CHARGE', 'REFUND'))
)
-- next
CREATE INDEX ix_payment_bill_line_merchant_id_reference ON payment_bill_line (merchant_id, reference)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_bill_line
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE payment_break (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    day DATE NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    provider_fen BIGINT,
    own_fen BIGINT,
    ledger_fen BIGINT,
    state TEXT NOT NULL,
    resolution TEXT,
    reason TEXT,
    found_at TIMESTAMP WITH TIME ZONE NOT NULL,
    resolved_at TIMESTAMP WITH TIME ZONE,
    resolved_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_payment_break PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_payment_break_merchant_id_day_reference UNIQUE (merchant_id, day, reference),
    CONSTRAINT ck_payment_break_state CHECK (state IN ('OPEN', 'RESOLVED')),
    CONSTRAINT ck_payment_break_resolved CHECK ((state = 'RESOLVED') = (resolved_at IS NOT NULL)),
    CONSTRAINT ck_payment_break_resolution CHECK ((state = 'RESOLVED') = (resolution IS NOT NULL))
)
-- next
CREATE INDEX ix_payment_break_day_id ON payment_break (day, id)
-- next
CREATE TABLE payout_switch (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    stopped BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    changed_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_payout_switch PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_payout_switch_merchant_id UNIQUE (merchant_id)
)
-- next
CREATE TABLE payment (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    reference TEXT NOT NULL,
    payable_kind TEXT NOT NULL,
    payable_id UUID NOT NULL,
    method TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    description TEXT NOT NULL,
    payer_account_id UUID,
    payer_openid TEXT,
    sub_merchant_number TEXT NOT NULL,
    state TEXT NOT NULL,
    credited BOOLEAN NOT NULL,
    unapplied_reason TEXT,
    unapplied_code TEXT,
    refunding_fen BIGINT NOT NULL,
    refunded_fen BIGINT NOT NULL,
    fee_fen BIGINT,
    pay_parameters JSONB,
    code_url TEXT,
    provider_reference TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
    paid_at TIMESTAMP WITH TIME ZONE,
    captured_at TIMESTAMP WITH TIME ZONE,
    closed_at TIMESTAMP WITH TIME ZONE,
    transfer_id UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_payment PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_payment_merchant_id_reference UNIQUE (merchant_id, reference),
    CONSTRAINT fk_payment_merchant_id_transfer_id FOREIGN KEY(merchant_id, transfer_id) REFERENCES ledger_transfer (merchant_id, id),
    CONSTRAINT ck_payment_state CHECK (state IN ('REQUESTED', 'READY', 'CAPTURED', 'PARTLY_REFUNDED', 'REFUNDED', 'CLOSED', 'FAILED')),
    CONSTRAINT ck_payment_method CHECK (method IN ('JSAPI', 'NATIVE')),
    CONSTRAINT ck_payment_amount CHECK (amount_fen > 0),
    CONSTRAINT ck_payment_refunded CHECK (0 <= refunded_fen AND refunded_fen <= refunding_fen),
    CONSTRAINT ck_payment_refunding CHECK (refunding_fen <= amount_fen),
    CONSTRAINT ck_payment_captured CHECK ((state IN ('CAPTURED', 'PARTLY_REFUNDED', 'REFUNDED')) = (captured_at IS NOT NULL)),
    CONSTRAINT ck_payment_disposition CHECK (captured_at IS NULL OR credited <> (unapplied_reason IS NOT NULL)),
    CONSTRAINT ck_payment_credited CHECK (captured_at IS NOT NULL OR NOT credited)
)
-- next
CREATE INDEX ix_payment_merchant_id_created_at ON payment (merchant_id, created_at)
-- next
CREATE INDEX ix_payment_waiting ON payment (expires_at) WHERE state IN ('REQUESTED', 'READY')
-- next
CREATE UNIQUE INDEX uq_payment_open ON payment (merchant_id, payable_kind, payable_id) WHERE state IN ('REQUESTED', 'READY')
-- next
CREATE UNIQUE INDEX uq_payment_credited ON payment (merchant_id, payable_kind, payable_id) WHERE credited
-- next
CREATE INDEX ix_payment_paid_at ON payment (paid_at) WHERE paid_at IS NOT NULL
-- next
CREATE INDEX ix_payment_merchant_id_payer_account_id ON payment (merchant_id, payer_account_id)
-- next
CREATE INDEX ix_payment_created_at_id ON payment (created_at, id)
-- next
CREATE INDEX ix_payment_merchant_id_payable_id ON payment (merchant_id, payable_id)
-- next
CREATE TABLE sub_merchant (
    id UUID NOT NULL,
    number TEXT NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_sub_merchant PRIMARY KEY (id),
    CONSTRAINT fk_sub_merchant_id FOREIGN KEY(id) REFERENCES merchant (id),
    CONSTRAINT ck_sub_merchant_number CHECK (number ~ '^[0-9]{8,10}$'),
    CONSTRAINT uq_sub_merchant_number UNIQUE (number)
)
-- next
CREATE TABLE payment_refund (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    payment_id UUID NOT NULL,
    refund_id UUID NOT NULL,
    reference TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    failure TEXT,
    fallback_openid TEXT,
    fallback_name_cipher BYTEA,
    fallback_subject_id UUID,
    provider_reference TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    accepted_at TIMESTAMP WITH TIME ZONE,
    settled_at TIMESTAMP WITH TIME ZONE,
    transfer_id UUID NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_payment_refund PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_payment_refund_merchant_id_reference UNIQUE (merchant_id, reference),
    CONSTRAINT uq_payment_refund_merchant_id_payment_id_refund_id UNIQUE (merchant_id, payment_id, refund_id),
    CONSTRAINT fk_payment_refund_merchant_id_payment_id FOREIGN KEY(merchant_id, payment_id) REFERENCES payment (merchant_id, id),
    CONSTRAINT fk_payment_refund_merchant_id_transfer_id FOREIGN KEY(merchant_id, transfer_id) REFERENCES ledger_transfer (merchant_id, id),
    CONSTRAINT ck_payment_refund_state CHECK (state IN ('REQUESTED', 'PROCESSING', 'FAILED', 'REDIRECTED', 'SUCCEEDED')),
    CONSTRAINT ck_payment_refund_amount CHECK (amount_fen > 0),
    CONSTRAINT ck_payment_refund_settled CHECK ((state = 'SUCCEEDED') = (settled_at IS NOT NULL)),
    CONSTRAINT ck_payment_refund_fallback CHECK ((fallback_openid IS NULL) = (fallback_name_cipher IS NULL) AND (fallback_openid IS NULL) = (fallback_subject_id IS NULL))
)
-- next
CREATE INDEX ix_payment_refund_under_way ON payment_refund (created_at) WHERE state IN ('REQUESTED', 'PROCESSING')
-- next
CREATE INDEX ix_payment_refund_merchant_id_created_at ON payment_refund (merchant_id, created_at)
-- next
CREATE INDEX ix_payment_refund_merchant_id_refund_id ON payment_refund (merchant_id, refund_id)
-- next
CREATE INDEX ix_payment_refund_created_at_id ON payment_refund (created_at, id)
-- next
CREATE TABLE payout (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    cause_kind TEXT NOT NULL,
    cause_id UUID NOT NULL,
    purpose TEXT NOT NULL,
    owed_id UUID,
    payment_refund_id UUID,
    reference TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    remark TEXT NOT NULL,
    sub_merchant_number TEXT NOT NULL,
    payee_kind TEXT NOT NULL,
    payee_openid TEXT,
    payee_name_cipher BYTEA,
    payee_name_masked TEXT,
    state TEXT NOT NULL,
    failure TEXT,
    acceptance TEXT,
    provider_reference TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    settled_at TIMESTAMP WITH TIME ZONE,
    transfer_id UUID NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_payout PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_payout_merchant_id_reference UNIQUE (merchant_id, reference),
    CONSTRAINT fk_payout_merchant_id_transfer_id FOREIGN KEY(merchant_id, transfer_id) REFERENCES ledger_transfer (merchant_id, id),
    CONSTRAINT fk_payout_merchant_id_payment_refund_id FOREIGN KEY(merchant_id, payment_refund_id) REFERENCES payment_refund (merchant_id, id),
    CONSTRAINT ck_payout_state CHECK (state IN ('REQUESTED', 'STOPPED', 'PROCESSING', 'AWAITING_PAYEE', 'FAILED', 'SUCCEEDED', 'RETURNED')),
    CONSTRAINT ck_payout_purpose CHECK (purpose IN ('REFUND', 'COMMISSION', 'WITHDRAWAL')),
    CONSTRAINT ck_payout_payee_kind CHECK (payee_kind IN ('WALLET', 'SETTLEMENT_ACCOUNT')),
    CONSTRAINT ck_payout_payee CHECK ((payee_kind = 'WALLET') = (payee_openid IS NOT NULL AND payee_name_cipher IS NOT NULL)),
    CONSTRAINT ck_payout_amount CHECK (amount_fen > 0),
    CONSTRAINT ck_payout_settled CHECK ((state IN ('SUCCEEDED', 'RETURNED')) = (settled_at IS NOT NULL))
)
-- next
CREATE INDEX ix_payout_created_at_id ON payout (created_at, id)
-- next
CREATE UNIQUE INDEX uq_payout_cause ON payout (merchant_id, cause_kind, cause_id) WHERE state NOT IN ('FAILED', 'RETURNED')
-- next
CREATE INDEX ix_payout_merchant_id_created_at ON payout (merchant_id, created_at)
-- next
CREATE INDEX ix_payout_under_way ON payout (created_at) WHERE state IN ('REQUESTED', 'STOPPED', 'PROCESSING', 'AWAITING_PAYEE')
-- next
CREATE TABLE payment_event (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    reference TEXT NOT NULL,
    payment_id UUID,
    payment_refund_id UUID,
    payout_id UUID,
    kind TEXT NOT NULL,
    variant TEXT NOT NULL,
    source TEXT NOT NULL,
    amount_fen BIGINT,
    provider_reference TEXT,
    code TEXT,
    occurred_at TIMESTAMP WITH TIME ZONE,
    effective_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_payment_event PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_payment_event_merchant_id_reference_kind_variant UNIQUE (merchant_id, reference, kind, variant),
    CONSTRAINT fk_payment_event_merchant_id_payment_id FOREIGN KEY(merchant_id, payment_id) REFERENCES payment (merchant_id, id),
    CONSTRAINT fk_payment_event_merchant_id_payment_refund_id FOREIGN KEY(merchant_id, payment_refund_id) REFERENCES payment_refund (merchant_id, id),
    CONSTRAINT fk_payment_event_merchant_id_payout_id FOREIGN KEY(merchant_id, payout_id) REFERENCES payout (merchant_id, id),
    CONSTRAINT ck_payment_event_subject CHECK ((payment_id IS NOT NULL) <> (payout_id IS NOT NULL)),
    CONSTRAINT ck_payment_event_refund CHECK (payment_refund_id IS NULL OR payment_id IS NOT NULL)
)
-- next
CREATE INDEX ix_payment_event_merchant_id_payment_id ON payment_event (merchant_id, payment_id)
-- next
CREATE INDEX ix_payment_event_merchant_id_payment_refund_id ON payment_event (merchant_id, payment_refund_id)
-- next
CREATE INDEX ix_payment_event_merchant_id_payout_id ON payment_event (merchant_id, payout_id)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
ALTER TABLE payment_alert ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE payment_alert FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON payment_alert TO app_bank
-- next
CREATE POLICY app_bank ON payment_alert FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON payment_alert TO app_worker
-- next
CREATE POLICY app_worker ON payment_alert FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON payment_alert TO app_maintenance
-- next
ALTER TABLE payment_bill ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE payment_bill FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON payment_bill TO app_bank
-- next
CREATE POLICY app_bank ON payment_bill FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON payment_bill TO app_worker
-- next
CREATE POLICY app_worker ON payment_bill FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON payment_bill TO app_maintenance
-- next
ALTER TABLE payment_bill_line ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE payment_bill_line FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON payment_bill_line TO app_bank
-- next
CREATE POLICY app_bank ON payment_bill_line FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON payment_bill_line TO app_worker
-- next
CREATE POLICY app_worker ON payment_bill_line FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON payment_bill_line TO app_maintenance
-- next
ALTER TABLE payment_break ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE payment_break FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON payment_break TO app_bank
-- next
CREATE POLICY app_bank ON payment_break FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON payment_break TO app_worker
-- next
CREATE POLICY app_worker ON payment_break FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON payment_break TO app_maintenance
-- next
ALTER TABLE payout_switch ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE payout_switch FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON payout_switch TO app_merchant
-- next
CREATE POLICY app_merchant ON payout_switch FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON payout_switch TO app_operator
-- next
CREATE POLICY app_operator ON payout_switch FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON payout_switch TO app_bank
-- next
CREATE POLICY app_bank ON payout_switch FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON payout_switch TO app_worker
-- next
CREATE POLICY app_worker ON payout_switch FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON payout_switch TO app_maintenance
-- next
ALTER TABLE payment ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE payment FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON payment TO app_merchant
-- next
CREATE POLICY app_merchant ON payment FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON payment TO app_operator
-- next
CREATE POLICY app_operator ON payment FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON payment TO app_bank
-- next
CREATE POLICY app_bank ON payment FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON payment TO app_worker
-- next
CREATE POLICY app_worker ON payment FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON payment TO app_consumer
-- next
CREATE POLICY app_consumer ON payment FOR SELECT TO app_consumer USING (payer_account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON payment TO app_maintenance
-- next
ALTER TABLE payment_refund ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE payment_refund FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON payment_refund TO app_merchant
-- next
CREATE POLICY app_merchant ON payment_refund FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON payment_refund TO app_operator
-- next
CREATE POLICY app_operator ON payment_refund FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON payment_refund TO app_bank
-- next
CREATE POLICY app_bank ON payment_refund FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON payment_refund TO app_worker
-- next
CREATE POLICY app_worker ON payment_refund FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON payment_refund TO app_maintenance
-- next
ALTER TABLE sub_merchant ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE sub_merchant FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON sub_merchant TO app_merchant
-- next
CREATE POLICY app_merchant ON sub_merchant FOR SELECT TO app_merchant USING (id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON sub_merchant TO app_operator
-- next
CREATE POLICY app_operator ON sub_merchant FOR SELECT TO app_operator USING (id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON sub_merchant TO app_bank
-- next
CREATE POLICY app_bank ON sub_merchant FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON sub_merchant TO app_worker
-- next
CREATE POLICY app_worker ON sub_merchant FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON sub_merchant TO app_maintenance
-- next
ALTER TABLE payout ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE payout FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON payout TO app_merchant
-- next
CREATE POLICY app_merchant ON payout FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON payout TO app_operator
-- next
CREATE POLICY app_operator ON payout FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON payout TO app_bank
-- next
CREATE POLICY app_bank ON payout FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON payout TO app_worker
-- next
CREATE POLICY app_worker ON payout FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON payout TO app_maintenance
-- next
ALTER TABLE payment_event ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE payment_event FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON payment_event TO app_merchant
-- next
CREATE POLICY app_merchant ON payment_event FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON payment_event TO app_operator
-- next
CREATE POLICY app_operator ON payment_event FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON payment_event TO app_bank
-- next
CREATE POLICY app_bank ON payment_event FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON payment_event TO app_worker
-- next
CREATE POLICY app_worker ON payment_event FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON payment_event TO app_maintenance
