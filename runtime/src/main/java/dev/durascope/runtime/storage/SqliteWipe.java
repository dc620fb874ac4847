package dev.durascope.runtime.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Empties a database within the pending transaction: every table, view and trigger goes.
 *
 * <p>workerd deletes the file instead. To do it by statements keeps {@code deleteAll()} whole with
 * the writes around it: a crash leaves either all of the old content or what came after it. The
 * file stays, with its pages free for what is written next.
 *
 * <p>The order matters: triggers and views refer to tables; a virtual table (FTS5, R-Tree) takes
 * its shadow tables along; rows go before tables, so that no foreign key is broken on the way.
 */
final class SqliteWipe {

  private final SqliteFile file;

  SqliteWipe(SqliteFile file) {
    this.file = file;
  }

  void run() {
    names("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        .forEach(name -> drop("TRIGGER", name));
    names("SELECT name FROM sqlite_master WHERE type = 'view'").forEach(name -> drop("VIEW", name));
    names("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL %'")
        .forEach(name -> drop("TABLE", name));
    file.execute("delete all", "PRAGMA defer_foreign_keys=ON");
    List<String> tables =
        names(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
                + " ESCAPE '\\'");
    tables.forEach(name -> file.execute("delete all", "DELETE FROM " + quoted(name)));
    tables.forEach(name -> drop("TABLE", name));
    if (file.hasTable("sqlite_sequence")) {
      file.execute("delete all", "DELETE FROM sqlite_sequence");
    }
  }

  private void drop(String kind, String name) {
    file.execute("delete all", "DROP " + kind + " IF EXISTS " + quoted(name));
  }

  private List<String> names(String query) {
    return file.attempt(
        "read the schema",
        () -> {
          PreparedStatement statement = file.prepared(query);
          List<String> names = new ArrayList<>();
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              names.add(rows.getString(1));
            }
          }
          return names;
        });
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
