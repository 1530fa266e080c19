DROP POLICY app_consumer ON saved_view
-- next
REVOKE ALL ON saved_view FROM app_consumer
-- next
DROP POLICY app_consumer ON member_setting
-- next
REVOKE ALL ON member_setting FROM app_consumer
