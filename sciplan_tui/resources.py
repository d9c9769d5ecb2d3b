"""Where the files are that ship with the program: the database's history (`db/`) and the demo's plans (`fixtures/`).

In a checkout (and an editable install) they lie beside the package; in a wheel they lie inside it, as `_db` and
`_fixtures`. A checkout is looked at first, and only a checkout: another project's `db/` beside an installed package
(site-packages) is not taken for ours, since it would have to hold our own file too.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def database_history() -> Path:
    """The folder with `schema.sql` and Alembic's `env.py` and `versions/`."""
    beside = _PACKAGE.parent / "db"
    return beside if (beside / "schema.sql").is_file() and _is_checkout() else _PACKAGE / "_db"


def fixtures() -> Path:
    """The folder with the plans that ship with the product."""
    beside = _PACKAGE.parent / "fixtures"
    return beside if beside.is_dir() and _is_checkout() else _PACKAGE / "_fixtures"


def schema_sql() -> str:
    """The text of `schema.sql`: what a new database is made from."""
    return (database_history() / "schema.sql").read_text(encoding="utf-8")


def _is_checkout() -> bool:
    """A checkout has its `pyproject.toml` beside the package; site-packages has none."""
    return (_PACKAGE.parent / "pyproject.toml").is_file()
