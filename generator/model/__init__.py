"""What a handbook holds: typed records, each with the place it was read from, and the checks across them."""
