"""What a paper's own front says of it: title, kind, issuer, number, days and years."""
