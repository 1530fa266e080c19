"""Cards (卡): what a consumer holds of a merchant, from which every use is taken.

Who: ordering opens and recharges, redemption consumes and undoes, gifting and after-sales hold, move and empty;
merchants keep the stock of physical cards; the bank reads all of it.

Invariants: per lot granted = consumed + frozen + available, all ≥ 0 (also a CHECK); any sequence of uses sums exactly
to what was paid; a card with a hold is unusable; the terms of a card are those of its sale for ever.

For higher domains (each locks the card first, then its lots by id; none of them touches the ledger):

    reads.cards       card_of(tx, merchant_id, card_id, *path, lock=False), card_with_number(…, number, …),
                      existing_card(tx, merchant_id, account_id, card_type_id) -> Card | None,
                      lots_of(tx, card, lock=False), terms_of(card) -> ledger Terms, principal_left_fen(lot),
                      face_fen(lot)
    reads.holders     holder_of(tx, keyring, data_keys, account_id) -> Holder (masked values and blind indexes)
    open_card         open_card(tx, *, merchant_id, card_type: CardTypeVersion, holder: Holder | None, sale: CardSale,
                      terms: CardTerms, physical_number=None, activate=True) -> Card;
                      CardSale(store_id, order_id, package_version_id, purchaser_account_id, seller_id, seller_name);
                      CardTerms(custody_bps, holdback_bps, undo_window_minutes, dispute_window_days,
                      agreement_contract_id=None, contract_id=None: a new card contract);
                      activate_card(tx, card, card_type) for a PENDING one
    package_grants    package_grants(tx, PackageVersion, CardTypeVersion, paid_fen=None) -> [LotGrant]
    grant_lots        grant_lots(tx, card, [LotGrant], *, payer: Payer(order_id, payment_id, account_id, wallet),
                      buyer: Holder | None, paid_at=None) -> [CardLot], one a grant, in their order
    consume           consume(tx, merchant_id, card_id, [Wanted(unit, quantity, service_id, lot_id)], *,
                      source: Source(kind, id), at=None, locked=None) -> [Taken]; refuses CARD_FROZEN(holds),
                      CARD_EXPIRED, CARD_NOT_ACTIVE(status), INSUFFICIENT(available)
    give_back         give_back(tx, merchant_id, card_id, *, source, at=None) -> [Taken]; TAKEN_SINCE when an
                      entitlement was used again since
    holds             place_hold(tx, merchant_id, card_id, HoldKind, *, reason, reference_id=None), lift_hold(…)
    freeze_lots       freeze_lots / unfreeze_lots(tx, card, {lot_id: units}), empty_lots(tx, card, source=, only=None),
                      perform_period(tx, card, lot_id, source=), move_lots(tx, card, to)
    thresholds        ensure_face_limit(tx, merchant_id, card_type, *, card, added_fen),
                      ensure_identified(tx, *, kind, buyer, amount_fen)

`Taken` of a PAID lot gives the ledger `Consumed(principal_before_fen, principal_fen)` where `principal_fen` > 0;
`bonus_fen` is for `consume_bonus`. An order of a recharge names a card; the card keeps the terms of its opening.
"""
