"""What is remembered of a person beside the database: small JSON files in the folder of the user's settings."""
