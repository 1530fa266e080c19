DROP TABLE store_relocation
-- next
DROP TABLE store_region
-- next
DROP TABLE store
-- next
DROP TABLE region_placement
-- next
DROP TABLE region_level
-- next
DROP TABLE region
