DROP TABLE package_gift
-- next
DROP TABLE package_entitlement
-- next
DROP TABLE card_type_service
-- next
DROP TABLE service_version
-- next
DROP TABLE package_version
-- next
DROP TABLE card_type_version
-- next
DROP TABLE review_finding
-- next
DROP TABLE service
-- next
DROP TABLE package
-- next
DROP TABLE card_type
-- next
DROP TABLE sensitive_word
-- next
DROP TABLE product_review
-- next
DROP TABLE price_change
