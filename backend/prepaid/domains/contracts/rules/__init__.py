"""What contracts are made of, without a database."""
