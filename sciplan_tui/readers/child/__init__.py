"""The child process that opens containers: with limits, used again for many files, and what goes to and fro."""
