"""What pages are made from, as stored."""
