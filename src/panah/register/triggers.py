"""What the database itself refuses: changing an act or a confirmation, or removing one of a case not destroyed."""

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
