DROP TABLE contract_signature
-- next
DROP TABLE seal_stamping
-- next
DROP TABLE seal_grant
-- next
DROP TABLE contract_template_type
-- next
DROP TABLE contract
-- next
DROP TABLE agreement_acceptance
-- next
DROP TABLE seal
-- next
DROP TABLE contract_template_version
-- next
DROP TABLE signing_key
-- next
DROP TABLE contract_template
-- next
DROP SEQUENCE contract_number_seq
-- next
DROP FUNCTION sign_as_own_party()
-- next
DROP FUNCTION keep_signed_bytes()
-- next
DROP FUNCTION refuse_frozen_change()
