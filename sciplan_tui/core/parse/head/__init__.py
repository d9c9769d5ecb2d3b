"""What a plan says of itself: title, number, issuer, region, period."""
