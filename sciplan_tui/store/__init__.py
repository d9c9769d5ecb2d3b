"""The database: SQLite, one transaction a gesture."""
