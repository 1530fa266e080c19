"""From declarations to a Strawberry schema and the catalogue that plans are made from."""
