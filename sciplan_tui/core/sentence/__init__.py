"""Facts of the record in words, in the language of whoever reads."""
