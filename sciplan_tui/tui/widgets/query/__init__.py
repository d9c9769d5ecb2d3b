"""The query line with its candidates and what stands under it."""
