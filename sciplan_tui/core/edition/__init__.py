"""Which plan a file is an edition of, and which stored task is which of its tasks."""
