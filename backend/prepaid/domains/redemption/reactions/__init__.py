"""What redemption does when something happens in it or below."""
