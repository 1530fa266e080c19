"""What commands of custody look up."""
