"""The compiler of pages, and what the schema says of them."""
