"""From a file to an edition in force: picked, read, reviewed."""
