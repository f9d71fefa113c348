"""What the database itself refuses: changing an act or a confirmation, or removing one of a case not destroyed.

Neither by replacing it (SQLite removes a row so without asking the trigger of removal), nor by emptying the table
(PostgreSQL asks no trigger of rows then).
"""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

APPEND_ONLY_TABLES = ("register_actrow", "register_confirmation")

_SQLITE = """
CREATE TRIGGER {table}_unchanged BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER {table}_kept BEFORE DELETE ON {table}
WHEN (SELECT destroyed_at FROM register_case WHERE id = OLD.case_id) IS NULL
BEGIN SELECT RAISE(ABORT, 'append-only'); END
"""
_POSTGRESQL_FUNCTION = """
CREATE FUNCTION panah_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' OR (SELECT destroyed_at FROM register_case WHERE id = OLD.case_id) IS NULL THEN
        RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$
"""
_POSTGRESQL = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
FOR EACH ROW EXECUTE FUNCTION panah_append_only()
"""


def make(editor: BaseDatabaseSchemaEditor) -> None:
    """Make the triggers in the database that a migration runs on."""
    if editor.connection.vendor == "postgresql":
        editor.execute(_POSTGRESQL_FUNCTION)
        for table in APPEND_ONLY_TABLES:
            editor.execute(_POSTGRESQL.format(table=table))
        return
    for table in APPEND_ONLY_TABLES:
        for statement in _SQLITE.format(table=table).split(";\nCREATE"):
            text = statement.strip()
            editor.execute(text if text.startswith("CREATE") else "CREATE " + text)


_NOT_REPLACED = """
CREATE TRIGGER {table}_not_replaced BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR (case_id = NEW.case_id AND number = NEW.number))
BEGIN SELECT RAISE(ABORT, 'append-only'); END
"""
_NOT_EMPTIED_FUNCTION = """
CREATE FUNCTION panah_not_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'append-only' USING ERRCODE = 'integrity_constraint_violation';
END $$
"""
_NOT_EMPTIED = """
CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION panah_not_emptied()
"""


def make_whole(editor: BaseDatabaseSchemaEditor) -> None:
    """Make the triggers against replacing and emptying."""
    on_postgresql = editor.connection.vendor == "postgresql"
    if on_postgresql:
        editor.execute(_NOT_EMPTIED_FUNCTION)
    for table in APPEND_ONLY_TABLES:
        editor.execute((_NOT_EMPTIED if on_postgresql else _NOT_REPLACED).format(table=table))


def take_away(editor: BaseDatabaseSchemaEditor) -> None:
    """Take away what `make_whole` made."""
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP FUNCTION panah_not_emptied() CASCADE")
        return
    for table in APPEND_ONLY_TABLES:
        editor.execute(f"DROP TRIGGER {table}_not_replaced")
