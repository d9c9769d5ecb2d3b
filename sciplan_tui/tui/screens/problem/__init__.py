"""Problems: one after the other, and what mends them."""
