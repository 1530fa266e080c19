ALTER TABLE role DROP COLUMN description_en
