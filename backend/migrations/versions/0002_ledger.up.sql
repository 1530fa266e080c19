CREATE TABLE ledger_chart (
    code TEXT NOT NULL,
    account_class TEXT NOT NULL,
    side TEXT NOT NULL,
    owner TEXT NOT NULL,
    floor_rule TEXT NOT NULL,
    zh TEXT NOT NULL,
    en TEXT NOT NULL,
    CONSTRAINT pk_ledger_chart PRIMARY KEY (code)
)
-- next
INSERT INTO ledger_chart (code, account_class, side, owner, floor_rule, zh, en) VALUES
('CHANNEL_CLEARING', 'ASSET', 'DEBIT', 'MERCHANT', 'NONE', '渠道待清算', 'Channel clearing'),
('CUSTODY_BANK', 'ASSET', 'DEBIT', 'CARD_CONTRACT', 'EXPECTED', '存管账户', 'Custody at the bank'),
('SETTLEMENT_BANK', 'ASSET', 'DEBIT', 'MERCHANT', 'NONE', '结算账户', 'Settlement at the bank'),
('DEPOSIT_BANK', 'ASSET', 'DEBIT', 'MERCHANT', 'AVAILABLE', '保证金账户', 'Deposit at the bank'),
('MERCHANT_ADVANCE', 'ASSET', 'DEBIT', 'CARD_CONTRACT', 'AVAILABLE', '商户预收待履约', 'Services owed for drawable money'),
('MERCHANT_RECEIVABLE', 'ASSET', 'DEBIT', 'MERCHANT', 'AVAILABLE', '应收商户款', 'Owed by the merchant'),
('SALES_RECEIVABLE', 'ASSET', 'DEBIT', 'SALESPERSON', 'AVAILABLE', '应收销售人员款', 'Owed by the salesperson'),
('BANK_SUBSIDY_RECEIVABLE', 'ASSET', 'DEBIT', 'MERCHANT', 'NONE', '应收银行补贴', 'Subsidy owed by the bank'),
('CHANNEL_FEE', 'ASSET', 'DEBIT', 'MERCHANT', 'AVAILABLE', '渠道手续费', 'Channel fees'),
('CARD_LIABILITY', 'CONSUMER_LIABILITY', 'CREDIT', 'CARD_CONTRACT', 'AVAILABLE', '预付卡负债', 'Owed to card holders'),
('ORDER_LIABILITY', 'CONSUMER_LIABILITY', 'CREDIT', 'ORDER', 'AVAILABLE', '待履约订单', 'Paid orders not yet performed'),
('REFUND_PAYABLE', 'CONSUMER_LIABILITY', 'CREDIT', 'REFUND', 'AVAILABLE', '应付退款', 'Refunds to be paid'),
('UNCLAIMED_LIABILITY', 'CONSUMER_LIABILITY', 'CREDIT', 'CARD_CONTRACT', 'AVAILABLE', '无人认领款', 'Unclaimed after deregistration'),
('MERCHANT_DRAWABLE', 'MERCHANT_LIABILITY', 'CREDIT', 'MERCHANT', 'AVAILABLE', '可提现款', 'Drawable by the merchant'),
('HOLDBACK', 'MERCHANT_LIABILITY', 'CREDIT', 'CARD_CONTRACT', 'AVAILABLE', '扣压款', 'Held back'),
('MERCHANT_PENDING', 'MERCHANT_LIABILITY', 'CREDIT', 'MERCHANT', 'AVAILABLE', '争议期内待结款', 'Earned, within the dispute window'),
('MERCHANT_SETTLED', 'MERCHANT_LIABILITY', 'CREDIT', 'MERCHANT', 'AVAILABLE', '已结款', 'Settled to the merchant'),
('FEE_INCOME', 'MERCHANT_LIABILITY', 'CREDIT', 'MERCHANT', 'AVAILABLE', '手续费收入', 'Fee income of the merchant'),
('SUBSIDY_UNEARNED', 'MERCHANT_LIABILITY', 'CREDIT', 'COUPON_USE', 'AVAILABLE', '未赚取补贴', 'Subsidy not yet earned'),
('DEPOSIT', 'MERCHANT_LIABILITY', 'CREDIT', 'MERCHANT', 'AVAILABLE', '保证金', 'Deposit of the merchant'),
('COMMISSION_PAYABLE', 'OTHER_LIABILITY', 'CREDIT', 'SALESPERSON', 'AVAILABLE', '应付佣金', 'Commission to be paid'),
('PAYOUT_CLEARING', 'OTHER_LIABILITY', 'CREDIT', 'MERCHANT', 'AVAILABLE', '付款待清算', 'Payouts under way'),
('BONUS_GRANTED', 'MEMO', 'DEBIT', 'CARD_CONTRACT', 'AVAILABLE', '赠金发放（备查）', 'Bonus granted (memo)'),
('BONUS_LIABILITY', 'MEMO', 'CREDIT', 'CARD_CONTRACT', 'AVAILABLE', '赠金余额（备查）', 'Bonus left (memo)')
-- next
CREATE TABLE ledger_transfer (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    reference TEXT NOT NULL,
    phase TEXT NOT NULL,
    pending_id UUID,
    amount_fen BIGINT NOT NULL,
    fingerprint BYTEA NOT NULL,
    expires_at TIMESTAMP WITH TIME ZONE,
    effective_at TIMESTAMP WITH TIME ZONE NOT NULL,
    accounting_day DATE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_ledger_transfer PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_ledger_transfer_merchant_id_pending_id UNIQUE (merchant_id, pending_id),
    CONSTRAINT fk_ledger_transfer_merchant_id_pending_id FOREIGN KEY(merchant_id, pending_id) REFERENCES ledger_transfer (merchant_id, id),
    CONSTRAINT ck_ledger_transfer_phase CHECK (phase IN ('PENDING', 'POSTED', 'VOIDED', 'EXPIRED')),
    CONSTRAINT ck_ledger_transfer_resolves CHECK (phase NOT IN ('VOIDED', 'EXPIRED') OR pending_id IS NOT NULL),
    CONSTRAINT ck_ledger_transfer_pending CHECK (phase <> 'PENDING' OR pending_id IS NULL),
    CONSTRAINT ck_ledger_transfer_expiry CHECK (expires_at IS NULL OR phase = 'PENDING'),
    CONSTRAINT ck_ledger_transfer_amount CHECK (amount_fen > 0),
    CONSTRAINT ck_ledger_transfer_reference CHECK (length(reference) BETWEEN 1 AND 100),
    CONSTRAINT ck_ledger_transfer_accounting_day CHECK (accounting_day = (effective_at AT TIME ZONE 'Asia/Shanghai')::date)
)
-- next
CREATE INDEX ix_ledger_transfer_effective_at_id ON ledger_transfer (effective_at, id)
-- next
CREATE UNIQUE INDEX uq_ledger_transfer_reference ON ledger_transfer (merchant_id, kind, reference) WHERE pending_id IS NULL
-- next
CREATE INDEX ix_ledger_transfer_merchant_id_reference ON ledger_transfer (merchant_id, reference)
-- next
CREATE INDEX ix_ledger_transfer_merchant_id_effective_at_id ON ledger_transfer (merchant_id, effective_at, id)
-- next
CREATE INDEX ix_ledger_transfer_expiring ON ledger_transfer (expires_at) WHERE expires_at IS NOT NULL
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_transfer
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE ledger_account (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    code TEXT NOT NULL,
    owner_id UUID NOT NULL,
    side TEXT NOT NULL,
    floor_rule TEXT NOT NULL,
    debits_fen BIGINT NOT NULL,
    credits_fen BIGINT NOT NULL,
    balance_fen BIGINT NOT NULL,
    incoming_fen BIGINT NOT NULL,
    outgoing_fen BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    effective_high_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_ledger_account PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_ledger_account_merchant_id_code_owner_id UNIQUE (merchant_id, code, owner_id),
    CONSTRAINT ck_ledger_account_side CHECK (side IN ('DEBIT', 'CREDIT')),
    CONSTRAINT ck_ledger_account_totals CHECK (debits_fen >= 0 AND credits_fen >= 0 AND seq >= 0),
    CONSTRAINT ck_ledger_account_holds CHECK (incoming_fen >= 0 AND outgoing_fen >= 0),
    CONSTRAINT ck_ledger_account_balance CHECK (balance_fen = CASE side WHEN 'DEBIT' THEN debits_fen - credits_fen ELSE credits_fen - debits_fen END),
    CONSTRAINT ck_ledger_account_floor CHECK (CASE floor_rule WHEN 'NONE' THEN true WHEN 'AVAILABLE' THEN balance_fen - outgoing_fen >= 0 WHEN 'EXPECTED' THEN balance_fen >= 0 AND balance_fen + incoming_fen - outgoing_fen >= 0 ELSE false END),
    CONSTRAINT fk_ledger_account_code FOREIGN KEY(code) REFERENCES ledger_chart (code)
)
-- next
CREATE INDEX ix_ledger_account_merchant_id_owner_id ON ledger_account (merchant_id, owner_id)
-- next
CREATE TABLE ledger_posting (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    transfer_id UUID NOT NULL,
    ledger_account_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    side TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    phase TEXT NOT NULL,
    debits_after_fen BIGINT NOT NULL,
    credits_after_fen BIGINT NOT NULL,
    balance_after_fen BIGINT NOT NULL,
    incoming_after_fen BIGINT NOT NULL,
    outgoing_after_fen BIGINT NOT NULL,
    effective_at TIMESTAMP WITH TIME ZONE NOT NULL,
    effective_high_at TIMESTAMP WITH TIME ZONE NOT NULL,
    accounting_day DATE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_ledger_posting PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_ledger_posting_merchant_id_ledger_account_id_seq UNIQUE (merchant_id, ledger_account_id, seq),
    CONSTRAINT fk_ledger_posting_merchant_id_transfer_id FOREIGN KEY(merchant_id, transfer_id) REFERENCES ledger_transfer (merchant_id, id),
    CONSTRAINT fk_ledger_posting_merchant_id_ledger_account_id FOREIGN KEY(merchant_id, ledger_account_id) REFERENCES ledger_account (merchant_id, id),
    CONSTRAINT ck_ledger_posting_side CHECK (side IN ('DEBIT', 'CREDIT')),
    CONSTRAINT ck_ledger_posting_amount CHECK (amount_fen > 0),
    CONSTRAINT ck_ledger_posting_seq CHECK (seq > 0),
    CONSTRAINT ck_ledger_posting_effective CHECK (effective_at <= effective_high_at),
    CONSTRAINT ck_ledger_posting_accounting_day CHECK (accounting_day = (effective_at AT TIME ZONE 'Asia/Shanghai')::date)
)
-- next
CREATE INDEX ix_ledger_posting_merchant_id_transfer_id ON ledger_posting (merchant_id, transfer_id)
-- next
CREATE INDEX ix_ledger_posting_late ON ledger_posting (merchant_id, ledger_account_id, effective_at) WHERE effective_at < effective_high_at
-- next
CREATE INDEX ix_ledger_posting_instant ON ledger_posting (merchant_id, ledger_account_id, effective_high_at, seq)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_posting
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE FUNCTION ledger_refuse_foreign(p_merchant_id uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    own text := current_setting('app.merchant_id', true);
    several text := current_setting('app.merchant_ids', true);
BEGIN
    IF (own <> '' AND own::uuid <> p_merchant_id)
       OR (several <> '' AND NOT p_merchant_id = ANY (string_to_array(several, ',')::uuid[])) THEN
        RAISE EXCEPTION 'another tenant''s ledger' USING ERRCODE = 'LG008';
    END IF;
END $$
-- next
CREATE FUNCTION ledger_lock(p_merchant_id uuid, p_transfers jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    wanted jsonb;
    missing jsonb;
BEGIN
    SELECT jsonb_agg(DISTINCT jsonb_build_object('account', n.account, 'owner', n.owner)) INTO wanted
    FROM jsonb_array_elements(p_transfers) AS t(item) CROSS JOIN LATERAL (
        SELECT l.account, l.owner FROM jsonb_to_recordset(t.item -> 'legs') AS l(account text, owner uuid)
        UNION ALL
        SELECT s.account, s.owner FROM jsonb_to_recordset(t.item #> '{take,sources}') AS s(account text, owner uuid)
        UNION ALL
        SELECT r.account, r.owner FROM jsonb_to_record(t.item #> '{take,to}') AS r(account text, owner uuid)
        WHERE r.account IS NOT NULL
        UNION ALL
        SELECT a.code, a.owner_id FROM ledger_transfer f
        JOIN ledger_posting p ON p.merchant_id = f.merchant_id AND p.transfer_id = f.id
        JOIN ledger_account a ON a.merchant_id = p.merchant_id AND a.id = p.ledger_account_id
        WHERE t.item -> 'resolve' = 'true' AND f.merchant_id = p_merchant_id AND f.kind = t.item ->> 'kind'
          AND f.reference = t.item ->> 'reference' AND f.pending_id IS NULL
    ) AS n;
    WITH w AS MATERIALIZED (
        SELECT w.account, w.owner FROM jsonb_to_recordset(wanted) AS w(account text, owner uuid)
    ), held AS MATERIALIZED (
        SELECT a.code, a.owner_id FROM w
        JOIN ledger_account a ON a.merchant_id = p_merchant_id AND a.code = w.account AND a.owner_id = w.owner
        ORDER BY a.id FOR NO KEY UPDATE OF a
    )
    SELECT jsonb_agg(w) INTO missing FROM w
    WHERE NOT EXISTS (SELECT FROM held h WHERE h.code = w.account AND h.owner_id = w.owner);
    IF missing IS NULL THEN
        RETURN;
    END IF;
    -- Younger ids are greater, so that the second round keeps to the order of the first.
    INSERT INTO ledger_account (merchant_id, id, code, owner_id, side, floor_rule,
        debits_fen, credits_fen, balance_fen, incoming_fen, outgoing_fen, seq)
    SELECT p_merchant_id, uuidv7(), c.code, m.owner, c.side, c.floor_rule, 0, 0, 0, 0, 0, 0
    FROM jsonb_to_recordset(missing) AS m(account text, owner uuid) JOIN ledger_chart c ON c.code = m.account
    ORDER BY c.code, m.owner
    ON CONFLICT (merchant_id, code, owner_id) DO NOTHING;
    PERFORM FROM jsonb_to_recordset(missing) AS m(account text, owner uuid)
    JOIN ledger_account a ON a.merchant_id = p_merchant_id AND a.code = m.account AND a.owner_id = m.owner
    ORDER BY a.id FOR NO KEY UPDATE OF a;
END $$
-- next
CREATE FUNCTION ledger_take(p_merchant_id uuid, p_take jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    source record;
    due bigint := (p_take ->> 'fen')::bigint;
    part bigint;
    legs jsonb := '[]';
BEGIN
    FOR source IN
        SELECT s.value ->> 'account' AS account, s.value ->> 'owner' AS owner,
            a.side, a.balance_fen - a.outgoing_fen AS available
        FROM jsonb_array_elements(p_take -> 'sources') WITH ORDINALITY AS s(value, place)
        JOIN ledger_account a ON a.merchant_id = p_merchant_id AND a.code = s.value ->> 'account'
            AND a.owner_id = (s.value ->> 'owner')::uuid
        ORDER BY s.place
    LOOP
        part := CASE source.side WHEN 'DEBIT' THEN due ELSE least(due, greatest(source.available, 0)) END;
        IF part > 0 THEN
            legs := legs || jsonb_build_object(
                'account', source.account, 'owner', source.owner, 'side', 'DEBIT', 'fen', part);
            due := due - part;
        END IF;
    END LOOP;
    IF p_take -> 'to' IS NOT NULL THEN
        part := (p_take ->> 'fen')::bigint - due;
        IF part > 0 THEN
            legs := legs || ((p_take -> 'to') || jsonb_build_object('side', 'CREDIT', 'fen', part));
        END IF;
    ELSIF due > 0 THEN
        RAISE EXCEPTION 'not enough on the sources' USING ERRCODE = 'LG002', DETAIL = jsonb_build_object(
            'account', p_take #>> '{sources,-1,account}', 'available_fen', (p_take ->> 'fen')::bigint - due)::text;
    END IF;
    RETURN legs;
END $$
-- next
CREATE FUNCTION ledger_refuse_short(p_merchant_id uuid, p_transfer_id uuid, p_legs jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    short record;
BEGIN
    SELECT l.account, a.id, a.balance_fen, a.outgoing_fen INTO short
    FROM jsonb_to_recordset(p_legs) AS l(account text, owner uuid)
    LEFT JOIN ledger_account a ON a.merchant_id = p_merchant_id AND a.code = l.account AND a.owner_id = l.owner
    WHERE a.id IS NULL OR NOT EXISTS (
        SELECT FROM ledger_posting p
        WHERE p.merchant_id = p_merchant_id AND p.transfer_id = p_transfer_id AND p.ledger_account_id = a.id)
    ORDER BY a.id IS NULL DESC LIMIT 1;
    IF short.id IS NULL THEN
        RAISE EXCEPTION 'no account %', short.account USING ERRCODE = 'LG006';
    END IF;
    RAISE EXCEPTION '% would fall below its floor', short.account USING ERRCODE = 'LG002', DETAIL = jsonb_build_object(
        'account', short.account, 'available_fen', short.balance_fen - short.outgoing_fen)::text;
END $$
-- next
CREATE FUNCTION ledger_write(
    p_merchant_id uuid, p_effective_at timestamptz, p_transfer_id uuid, p_legs jsonb, p_phase text, p_pending int
) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    written int;
BEGIN
    -- p_pending: 1 adds to what is incoming and outgoing, -1 takes away, 0 leaves it.
    WITH leg AS MATERIALIZED (
        SELECT l.account, l.owner, l.side, l.fen, CASE p_phase WHEN 'POSTED' THEN l.fen ELSE 0 END AS posted,
            l.fen * p_pending AS pending
        FROM jsonb_to_recordset(p_legs) AS l(account text, owner uuid, side text, fen bigint)
    ), after AS MATERIALIZED (
        SELECT a.id, a.floor_rule, l.side, l.fen, a.seq + 1 AS seq,
            a.debits_fen + CASE l.side WHEN 'DEBIT' THEN l.posted ELSE 0 END AS debits,
            a.credits_fen + CASE l.side WHEN 'CREDIT' THEN l.posted ELSE 0 END AS credits,
            a.balance_fen + CASE l.side WHEN a.side THEN l.posted ELSE -l.posted END AS balance,
            a.incoming_fen + CASE l.side WHEN a.side THEN l.pending ELSE 0 END AS incoming,
            a.outgoing_fen + CASE l.side WHEN a.side THEN 0 ELSE l.pending END AS outgoing,
            greatest(a.effective_high_at, p_effective_at) AS high
        FROM leg l JOIN ledger_account a
            ON a.merchant_id = p_merchant_id AND a.code = l.account AND a.owner_id = l.owner
    ), moved AS (
        UPDATE ledger_account a
        SET debits_fen = n.debits, credits_fen = n.credits, balance_fen = n.balance, incoming_fen = n.incoming,
            outgoing_fen = n.outgoing, seq = n.seq, effective_high_at = n.high
        FROM after n
        WHERE a.merchant_id = p_merchant_id AND a.id = n.id AND CASE n.floor_rule
            WHEN 'AVAILABLE' THEN n.balance >= n.outgoing
            WHEN 'EXPECTED' THEN n.balance >= 0 AND n.balance + n.incoming >= n.outgoing
            ELSE true END
        RETURNING n.*
    )
    INSERT INTO ledger_posting (merchant_id, id, transfer_id, ledger_account_id, seq, side, amount_fen, phase,
        debits_after_fen, credits_after_fen, balance_after_fen, incoming_after_fen, outgoing_after_fen,
        effective_at, effective_high_at, accounting_day)
    SELECT p_merchant_id, uuidv7(), p_transfer_id, m.id, m.seq, m.side, m.fen, p_phase, m.debits, m.credits,
        m.balance, m.incoming, m.outgoing, p_effective_at, m.high,
        (p_effective_at AT TIME ZONE 'Asia/Shanghai')::date
    FROM moved m;
    GET DIAGNOSTICS written = ROW_COUNT;
    IF written <> jsonb_array_length(p_legs) THEN
        PERFORM ledger_refuse_short(p_merchant_id, p_transfer_id, p_legs);
    END IF;
END $$
-- next
CREATE FUNCTION ledger_legs(p_merchant_id uuid, p_transfer_id uuid) RETURNS jsonb LANGUAGE sql STABLE SET search_path = public, pg_temp
BEGIN ATOMIC
    SELECT coalesce(jsonb_agg(
        jsonb_build_object('account', a.code, 'owner', a.owner_id, 'side', p.side, 'fen', p.amount_fen) ORDER BY p.id
    ), '[]')
    FROM ledger_posting p JOIN ledger_account a ON a.merchant_id = p.merchant_id AND a.id = p.ledger_account_id
    WHERE p.merchant_id = p_merchant_id AND p.transfer_id = p_transfer_id;
END
-- next
CREATE FUNCTION ledger_begin(p_merchant_id uuid, p_effective_at timestamptz, p_item jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    wanted bytea := sha256(convert_to((p_item - 'expires_at')::text, 'UTF8'));
    legs jsonb := p_item -> 'legs';
    new_id uuid := uuidv7();
    new_phase text := CASE WHEN p_item -> 'pending' = 'true' THEN 'PENDING' ELSE 'POSTED' END;
    debits numeric;
    credits numeric;
    known record;
BEGIN
    SELECT t.id, t.phase, t.fingerprint INTO known FROM ledger_transfer t
    WHERE t.merchant_id = p_merchant_id AND t.kind = p_item ->> 'kind' AND t.reference = p_item ->> 'reference'
      AND t.pending_id IS NULL;
    IF FOUND THEN
        IF known.fingerprint <> wanted THEN
            RAISE EXCEPTION 'this reference was booked with other contents' USING ERRCODE = 'LG005';
        END IF;
        RETURN jsonb_build_object('id', known.id, 'phase', known.phase, 'replayed', true,
            'legs', CASE WHEN p_item -> 'take' IS NOT NULL THEN ledger_legs(p_merchant_id, known.id) END);
    END IF;
    IF p_item -> 'take' IS NOT NULL THEN
        SELECT jsonb_agg(jsonb_build_object('account', g.account, 'owner', g.owner, 'side', g.side, 'fen', g.fen))
        INTO legs
        FROM (
            SELECT l.account, l.owner, l.side, sum(l.fen) AS fen
            FROM jsonb_to_recordset(legs || ledger_take(p_merchant_id, p_item -> 'take'))
                AS l(account text, owner uuid, side text, fen bigint)
            GROUP BY l.account, l.owner, l.side
        ) AS g;
        IF legs IS NULL THEN
            RETURN NULL;
        END IF;
    END IF;
    SELECT sum(l.fen) FILTER (WHERE l.side = 'DEBIT'), sum(l.fen) FILTER (WHERE l.side = 'CREDIT')
    INTO debits, credits FROM jsonb_to_recordset(legs) AS l(side text, fen bigint);
    IF debits IS DISTINCT FROM credits OR debits IS NULL THEN
        RAISE EXCEPTION 'debits % and credits % do not balance', debits, credits USING ERRCODE = 'LG001';
    END IF;
    INSERT INTO ledger_transfer (merchant_id, id, kind, reference, phase, amount_fen, fingerprint, expires_at,
        effective_at, accounting_day)
    VALUES (p_merchant_id, new_id, p_item ->> 'kind', p_item ->> 'reference', new_phase, debits, wanted,
        (p_item ->> 'expires_at')::timestamptz, p_effective_at, (p_effective_at AT TIME ZONE 'Asia/Shanghai')::date);
    PERFORM ledger_write(
        p_merchant_id, p_effective_at, new_id, legs, new_phase, CASE new_phase WHEN 'PENDING' THEN 1 ELSE 0 END);
    -- The caller knows the legs, but for those of a take.
    RETURN jsonb_build_object('id', new_id, 'phase', new_phase, 'replayed', false,
        'legs', CASE WHEN p_item -> 'take' IS NOT NULL THEN legs END);
END $$
-- next
CREATE FUNCTION ledger_resolve(p_merchant_id uuid, p_effective_at timestamptz, p_item jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    wanted text := p_item ->> 'phase';
    pending record;
    answer record;
    legs jsonb;
    new_id uuid := uuidv7();
BEGIN
    SELECT t.id, t.kind, t.reference, t.phase, t.amount_fen, t.fingerprint INTO pending FROM ledger_transfer t
    WHERE t.merchant_id = p_merchant_id AND t.kind = p_item ->> 'kind' AND t.reference = p_item ->> 'reference'
      AND t.pending_id IS NULL;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no such pending transfer' USING ERRCODE = 'LG003';
    END IF;
    SELECT t.id, t.phase INTO answer FROM ledger_transfer t
    WHERE t.merchant_id = p_merchant_id AND t.pending_id = pending.id;
    IF FOUND OR pending.phase <> 'PENDING' THEN
        IF coalesce(answer.phase, pending.phase) <> wanted OR pending.phase <> 'PENDING' THEN
            RAISE EXCEPTION 'resolved already' USING ERRCODE = 'LG004',
                DETAIL = jsonb_build_object('phase', coalesce(answer.phase, pending.phase))::text;
        END IF;
        RETURN jsonb_build_object('id', answer.id, 'phase', answer.phase, 'replayed', true,
            'legs', ledger_legs(p_merchant_id, answer.id));
    END IF;
    legs := ledger_legs(p_merchant_id, pending.id);
    INSERT INTO ledger_transfer (merchant_id, id, kind, reference, phase, pending_id, amount_fen, fingerprint,
        effective_at, accounting_day)
    VALUES (p_merchant_id, new_id, pending.kind, pending.reference, wanted, pending.id, pending.amount_fen,
        pending.fingerprint, p_effective_at, (p_effective_at AT TIME ZONE 'Asia/Shanghai')::date);
    PERFORM ledger_write(p_merchant_id, p_effective_at, new_id, legs, wanted, -1);
    RETURN jsonb_build_object('id', new_id, 'phase', wanted, 'replayed', false, 'legs', legs);
END $$
-- next
CREATE FUNCTION ledger_post(p_merchant_id uuid, p_effective_at timestamptz, p_transfers jsonb) RETURNS jsonb
LANGUAGE plpgsql SET search_path = public, pg_temp
SET role = app_worker
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    item jsonb;
    answers jsonb := '[]';
BEGIN
    PERFORM ledger_refuse_foreign(p_merchant_id);
    PERFORM ledger_lock(p_merchant_id, p_transfers);
    FOR item IN SELECT value FROM jsonb_array_elements(p_transfers) LOOP
        answers := answers || jsonb_build_array(CASE
            WHEN item -> 'resolve' = 'true' THEN ledger_resolve(p_merchant_id, p_effective_at, item)
            ELSE ledger_begin(p_merchant_id, p_effective_at, item)
        END);
    END LOOP;
    RETURN answers;
END $$
-- next
REVOKE ALL ON FUNCTION ledger_refuse_foreign(uuid) FROM PUBLIC
-- next
REVOKE ALL ON FUNCTION ledger_lock(uuid, jsonb) FROM PUBLIC
-- next
REVOKE ALL ON FUNCTION ledger_take(uuid, jsonb) FROM PUBLIC
-- next
REVOKE ALL ON FUNCTION ledger_refuse_short(uuid, uuid, jsonb) FROM PUBLIC
-- next
REVOKE ALL ON FUNCTION ledger_write(uuid, timestamptz, uuid, jsonb, text, int) FROM PUBLIC
-- next
REVOKE ALL ON FUNCTION ledger_legs(uuid, uuid) FROM PUBLIC
-- next
REVOKE ALL ON FUNCTION ledger_begin(uuid, timestamptz, jsonb) FROM PUBLIC
-- next
REVOKE ALL ON FUNCTION ledger_resolve(uuid, timestamptz, jsonb) FROM PUBLIC
-- next
REVOKE ALL ON FUNCTION ledger_post(uuid, timestamptz, jsonb) FROM PUBLIC
-- next
GRANT EXECUTE ON FUNCTION ledger_refuse_foreign(uuid) TO app_worker
-- next
GRANT EXECUTE ON FUNCTION ledger_lock(uuid, jsonb) TO app_worker
-- next
GRANT EXECUTE ON FUNCTION ledger_take(uuid, jsonb) TO app_worker
-- next
GRANT EXECUTE ON FUNCTION ledger_refuse_short(uuid, uuid, jsonb) TO app_worker
-- next
GRANT EXECUTE ON FUNCTION ledger_write(uuid, timestamptz, uuid, jsonb, text, int) TO app_worker
-- next
GRANT EXECUTE ON FUNCTION ledger_legs(uuid, uuid) TO app_worker
-- next
GRANT EXECUTE ON FUNCTION ledger_begin(uuid, timestamptz, jsonb) TO app_worker
-- next
GRANT EXECUTE ON FUNCTION ledger_resolve(uuid, timestamptz, jsonb) TO app_worker
-- next
GRANT EXECUTE ON FUNCTION ledger_post(uuid, timestamptz, jsonb) TO app_merchant, app_operator, app_bank, app_consumer, app_worker
-- next
ALTER TABLE ledger_chart ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE ledger_chart FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON ledger_chart TO app_merchant
-- next
CREATE POLICY app_merchant ON ledger_chart FOR SELECT TO app_merchant USING (true)
-- next
GRANT SELECT ON ledger_chart TO app_operator
-- next
CREATE POLICY app_operator ON ledger_chart FOR SELECT TO app_operator USING (true)
-- next
GRANT SELECT ON ledger_chart TO app_bank
-- next
CREATE POLICY app_bank ON ledger_chart FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT ON ledger_chart TO app_worker
-- next
CREATE POLICY app_worker ON ledger_chart FOR SELECT TO app_worker USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON ledger_chart TO app_maintenance
-- next
ALTER TABLE ledger_transfer ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE ledger_transfer FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON ledger_transfer TO app_merchant
-- next
CREATE POLICY app_merchant ON ledger_transfer FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON ledger_transfer TO app_operator
-- next
CREATE POLICY app_operator ON ledger_transfer FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON ledger_transfer TO app_bank
-- next
CREATE POLICY app_bank ON ledger_transfer FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON ledger_transfer TO app_worker
-- next
CREATE POLICY app_worker ON ledger_transfer FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON ledger_transfer TO app_maintenance
-- next
ALTER TABLE ledger_account ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE ledger_account FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON ledger_account TO app_merchant
-- next
CREATE POLICY app_merchant ON ledger_account FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON ledger_account TO app_operator
-- next
CREATE POLICY app_operator ON ledger_account FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON ledger_account TO app_bank
-- next
CREATE POLICY app_bank ON ledger_account FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE (debits_fen, credits_fen, balance_fen, incoming_fen, outgoing_fen, seq, effective_high_at) ON ledger_account TO app_worker
-- next
CREATE POLICY app_worker ON ledger_account FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON ledger_account TO app_maintenance
-- next
ALTER TABLE ledger_posting ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE ledger_posting FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON ledger_posting TO app_merchant
-- next
CREATE POLICY app_merchant ON ledger_posting FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON ledger_posting TO app_operator
-- next
CREATE POLICY app_operator ON ledger_posting FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON ledger_posting TO app_bank
-- next
CREATE POLICY app_bank ON ledger_posting FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON ledger_posting TO app_worker
-- next
CREATE POLICY app_worker ON ledger_posting FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON ledger_posting TO app_maintenance
