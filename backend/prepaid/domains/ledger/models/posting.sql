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
