package dev.durascope.runtime.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/**
 * The table {@code __miniflare_do_name} of an object's file, from which the tools around workerd
 * learn an object's name: an id alone does not tell it. Its single row has id 1.
 */
final class NameTable {

  static final String NAME = "__miniflare_do_name";

  /** To the letter as miniflare makes it: SQLite keeps this text as the schema. */
  static final String CREATE =
      "CREATE TABLE IF NOT EXISTS __miniflare_do_name (id INTEGER PRIMARY KEY, name TEXT)";

  private static final String GET = "SELECT name FROM __miniflare_do_name WHERE id = 1";
  private static final String SET =
      "INSERT OR REPLACE INTO __miniflare_do_name (id, name) VALUES (1, ?)";

  private final SqliteFile file;

  NameTable(SqliteFile file) {
    this.file = file;
  }

  Optional<String> get() {
    if (!file.hasTable(NAME)) {
      return Optional.empty();
    }
    return file.attempt(
        "read the object's name",
        () -> {
          try (ResultSet rows = file.prepared(GET).executeQuery()) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.<String>empty();
          }
        });
  }

  void set(String name) {
    file.execute("create the table of the object's name", CREATE);
    file.attempt(
        "write the object's name",
        () -> {
          PreparedStatement set = file.prepared(SET);
          set.setString(1, name);
          return set.executeUpdate();
        });
  }
}
