"""The backend as Django looks for it: connecting and the cursor; all else is Django's own SQLite backend."""

from __future__ import annotations

import datetime as dt
import decimal
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from django.db import DatabaseError, OperationalError
from django.db.backends.sqlite3 import base as sqlite
from django.db.backends.sqlite3._functions import register as register_functions
from django.utils.dateparse import parse_date, parse_datetime, parse_time

# Django registers these with the sqlite3 of Python only
sqlcipher.register_converter("bool", b"1".__eq__)
sqlcipher.register_converter("date", lambda told: parse_date(told.decode()))
sqlcipher.register_converter("time", lambda told: parse_time(told.decode()))
sqlcipher.register_converter("datetime", lambda told: parse_datetime(told.decode()))
sqlcipher.register_converter("timestamp", lambda told: parse_datetime(told.decode()))
sqlcipher.register_adapter(decimal.Decimal, str)
sqlcipher.register_adapter(dt.date, dt.date.isoformat)
sqlcipher.register_adapter(dt.datetime, lambda told: told.isoformat(" "))

#: What a damaged or foreign file makes the driver raise, through Django and without it.
DATABASE_ERRORS: tuple[type[Exception], ...] = (DatabaseError, sqlcipher.DatabaseError)

# FULL: an acknowledged write survives the loss of power too, not only of the process
_PRAGMAS = (
    "PRAGMA cipher_memory_security = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
)


class WrongDatabaseKeyError(OperationalError):
    """The key does not open the database, or the file is no database of Panah."""


class DatabaseWrapper(sqlite.DatabaseWrapper):
    """A connection to an encrypted file; OPTIONS needs `key`, a callable that gives 32 bytes."""

    Database = sqlcipher
    display_name = "SQLCipher"
    _key: Callable[[], bytes]

    def get_connection_params(self) -> dict[str, Any]:
        """Take the key out of what is handed to the driver."""
        params = super().get_connection_params()
        self._key = params.pop("key")
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:  # noqa: ANN401  (Django's own signature)
        """Connect, hand over the key and prove it."""
        connection = connect(self._key(), **conn_params)
        register_functions(connection)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ANN401, ARG002  (Django's own signature)
        """Make a cursor that speaks Django's placeholders."""
        return self.connection.cursor(factory=Cursor)


class Cursor(sqlcipher.Cursor):  # type: ignore[misc]  # the driver carries no types
    """Django's cursor on the other driver: the same placeholders, `%s` or by name."""

    convert_query = sqlite.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:  # noqa: ANN401  (Django's own signature)
        """Run a statement."""
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, Mapping) else None
        return super().execute(self.convert_query(query, param_names=names), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:  # noqa: ANN401  (Django's own signature)
        """Run a statement for each of several lists of values (by name is not used with several)."""
        return super().executemany(self.convert_query(query), param_list)


def connect(key: bytes, **params: Any) -> Any:  # noqa: ANN401  (the driver carries no types)
    """Open an encrypted database with its raw key.

    Raises:
        WrongDatabaseKeyError: The key does not open it.
    """
    connection = sqlcipher.connect(**params)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # only reading proves the key
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except sqlcipher.OperationalError:
        connection.close()
        raise
    except sqlcipher.DatabaseError:
        connection.close()
        raise WrongDatabaseKeyError("the key does not open the database") from None
    return connection
