"""Unit statements: where they stand in the text, what they say, and which node of the outline holds them."""
