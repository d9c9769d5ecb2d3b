"""What marks a file as a sciplan database, and the version of its tables that this program knows."""

from __future__ import annotations

APPLICATION_ID = 0x5343504C
"""`SCPL` in ASCII; SQLite keeps it in the file's header (`PRAGMA application_id`)."""

SCHEMA_VERSION = 6
"""`PRAGMA user_version` of the head revision: revision `0001` sets 1, `0002` sets 2, and so on."""
