package dev.durascope.runtime.storage;

import dev.durascope.runtime.storage.sql.SqlPolicy;
import dev.durascope.runtime.text.Utf8;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tables that an object's own code has made, as something to be carried elsewhere: the
 * statements that make them, and their rows.
 *
 * <p>A virtual table, such as one of FTS5, keeps its content in shadow tables, which come into
 * being with it. Their rows are carried like all others, so that an index is not built anew.
 */
public final class SqlTables {
  private static final String SEQUENCE = "sqlite_sequence";

  private final SqliteFile file;

  SqlTables(SqliteFile file) {
    this.file = file;
  }

  /** When a definition is to be run. */
  public enum Phase {
    /** Before the rows. */
    TABLE,
    /** After the rows: indexes, which are quicker then, and triggers, which must not fire. */
    REST
  }

  /** A statement that makes a part of the schema. */
  public record Definition(String sql, Phase phase) {}

  /**
   * A table with rows.
   *
   * @param columns what to read and to insert: the row id too where no column is it, and no
   *     generated columns
   * @param madeWithRows whether it may have rows already when it has just been made
   */
  public record Table(String name, List<String> columns, boolean madeWithRows) {
    public Table {
      columns = List.copyOf(columns);
    }
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** The names of the tables, without those that stand behind others. */
  List<String> names() {
    if (file.tables().stream().allMatch(SqlTables::isInternal)) {
      return List.of(); // most have none, and asking further takes time
    }
    return listed(false).stream().map(Listed::name).toList();
  }

  private record Listed(String name, String type, boolean withoutRowId) {}

  private List<Listed> listed(boolean withShadows) {
    return file.attempt(
        "read the schema",
        () -> {
          var tables = new ArrayList<Listed>();
          var query =
              file.prepared("SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main'");
          try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              var table = new Listed(rows.getString(1), rows.getString(2), rows.getBoolean(3));
              var shown =
                  !isInternal(table.name())
                      && !table.type().equals("view")
                      && (withShadows || !table.type().equals("shadow"));
              if (shown) {
                tables.add(table);
              }
            }
          }
          tables.sort((a, b) -> a.name().compareTo(b.name()));
          return tables;
        });
  }

  private static boolean isInternal(String name) {
    return SqlPolicy.isReserved(name) || name.equals(NameTable.NAME) || name.startsWith("sqlite_");
  }

  List<Definition> definitions() {
    Set<String> shadows =
        listed(true).stream()
            .filter(table -> table.type().equals("shadow"))
            .map(Listed::name)
            .collect(Collectors.toCollection(HashSet::new));
    return file.attempt(
        "read the schema",
        () -> {
          var definitions = new ArrayList<Definition>();
          var query =
              file.prepared(
                  "SELECT type, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY"
                      + " rowid");
          try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              var table = rows.getString(2);
              if (!isInternal(table) && !shadows.contains(table)) {
                var phase = rows.getString(1).equals("table") ? Phase.TABLE : Phase.REST;
                definitions.add(new Definition(rows.getString(3), phase));
              }
            }
          }
          return definitions;
        });
  }

  List<Table> all() {
    var tables = new ArrayList<Table>();
    for (var table : listed(true)) {
      if (!table.type().equals("virtual")) {
        tables.add(
            new Table(
                table.name(),
                columns(table.name(), table.withoutRowId()),
                table.type().equals("shadow")));
      }
    }
    if (file.hasTable(SEQUENCE)) {
      tables.add(new Table(SEQUENCE, List.of("name", "seq"), true));
    }
    return tables;
  }

  private List<String> columns(String table, boolean withoutRowId) {
    return file.attempt(
        "read the schema",
        () -> {
          var columns = new ArrayList<String>();
          var primary = new ArrayList<String>();
          var query = file.prepared("SELECT name, type, pk, hidden FROM pragma_table_xinfo(?)");
          query.setString(1, table);
          try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
              if (rows.getInt(4) == 0) {
                columns.add(rows.getString(1));
              }
              if (rows.getInt(3) > 0) {
                primary.add(String.valueOf(rows.getString(2)));
              }
            }
          }
          var isAlias = primary.size() == 1 && primary.getFirst().equalsIgnoreCase("INTEGER");
          if (!withoutRowId && !isAlias) {
            rowIdName(columns).ifPresent(columns::addFirst);
          }
          return columns;
        });
  }

  /** A name by which the row id can be had beside columns of any name. */
  private static Optional<String> rowIdName(List<String> columns) {
    return List.of("rowid", "_rowid_", "oid").stream()
        .filter(name -> columns.stream().noneMatch(name::equalsIgnoreCase))
        .findFirst();
  }

  void forEachRow(Table table, Consumer<List<@Nullable Object>> action) {
    var sql =
        table.columns().stream()
            .map(SqlTables::quoted)
            .collect(Collectors.joining(", ", "SELECT ", " FROM " + quoted(table.name())));
    file.attempt(
        "read a table",
        () -> {
          try (var statement = file.connection().createStatement();
              ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
              action.accept(row(rows, table.columns().size()));
            }
          }
          return true;
        });
  }

  /** A row as it is stored: Long, Double, String, {@link RawText}, byte[] or null. */
  static List<@Nullable Object> row(ResultSet rows, int columns) throws SQLException {
    var values = new ArrayList<@Nullable Object>(columns);
    for (var i = 1; i <= columns; i++) {
      values.add(
          switch (rows.getObject(i)) {
            case null -> null;
            case Integer number -> number.longValue();
            case String text -> text(text, rows.getBytes(i));
            case Object other -> other;
          });
    }
    return values;
  }

  private static Object text(String text, byte @Nullable [] bytes) {
    if (bytes == null || text.indexOf('\uFFFD') < 0) {
      return text;
    }
    var decoded = Utf8.decode(bytes);
    return Arrays.equals(Utf8.encode(decoded), bytes) ? decoded : new RawText(bytes);
  }
}
