DROP TABLE application_submission
-- next
DROP TABLE application_step
-- next
DROP TABLE application_problem
-- next
DROP TABLE application_check
-- next
DROP TABLE merchant_company
-- next
DROP TABLE merchant_application
-- next
DROP TABLE appid_registration
-- next
DROP SEQUENCE merchant_application_number_seq
