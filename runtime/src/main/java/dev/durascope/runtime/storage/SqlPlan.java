package dev.durascope.runtime.storage;

import dev.durascope.runtime.storage.sql.SqlPolicy;
import dev.durascope.runtime.storage.sql.SqlStatement;
import dev.durascope.runtime.storage.sql.SqlToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What SQLite is going to do for a statement, by its own account: the program that {@code EXPLAIN}
 * lists.
 */
final class SqlPlan {
  private static final Set<String> OPENS = Set.of("OpenRead", "OpenWrite", "ReopenIdx");
  private static final String RESERVED =
      "SELECT rootpage, tbl_name FROM sqlite_master WHERE substr(tbl_name, 1, 4) LIKE '\\_cf\\_'"
          + " ESCAPE '\\'";

  private static final String TABLES = "SELECT rootpage, tbl_name FROM sqlite_master";

  private record Step(String operation, int p1, int p2, int p3) {}

  private SqlPlan() {}

  private static List<Step> steps(SqliteFile file, SqlStatement statement) throws SQLException {
    var steps = new java.util.ArrayList<Step>();
    var text =
        statement.tokens().getFirst().is("EXPLAIN")
            ? statement.text()
            : "EXPLAIN " + statement.text();
    try (var explain = file.connection().prepareStatement(text);
        ResultSet rows = explain.executeQuery()) {
      while (rows.next()) {
        steps.add(new Step(rows.getString(2), rows.getInt(3), rows.getInt(4), rows.getInt(5)));
      }
    }
    return steps;
  }

  /** The error if the statement opens a table that belongs to the platform. */
  static Optional<String> refusal(SqliteFile file, SqlStatement statement) throws SQLException {
    Map<Integer, String> reserved = new HashMap<>();
    try (ResultSet rows = file.prepared(RESERVED).executeQuery()) {
      while (rows.next()) {
        reserved.put(rows.getInt(1), rows.getString(2));
      }
    }
    if (reserved.isEmpty()) {
      return Optional.empty();
    }
    for (Step step : steps(file, statement)) {
      var page =
          OPENS.contains(step.operation) ? step.p2 : step.operation.equals("Clear") ? step.p1 : 0;
      var table = reserved.get(page);
      if (table != null) {
        return Optional.of(words(file, statement, table));
      }
    }
    return Optional.empty();
  }

  private static String words(SqliteFile file, SqlStatement statement, String table)
      throws SQLException {
    if (!statement.isSelect() || statement.tokens().stream().anyMatch(token -> token.is("IN"))) {
      return statement.isSelect()
          ? prohibited(table, columns(file, table).getFirst())
          : SqlPolicy.NOT_AUTHORIZED;
    }
    var columns = columns(file, table);
    for (SqlToken token : statement.tokens()) {
      for (String column : columns) {
        if (token.mayBeName() && token.value().equalsIgnoreCase(column)) {
          return prohibited(table, column);
        }
      }
      if (token.text().equals("*") && token.start() > 0) {
        return statement.text().startsWith("(", token.start() - 1)
            ? SqlPolicy.NOT_AUTHORIZED
            : prohibited(table, columns.getFirst());
      }
    }
    return SqlPolicy.NOT_AUTHORIZED;
  }

  private static String prohibited(String table, String column) {
    return "access to " + table + "." + column + " is prohibited: SQLITE_AUTH";
  }

  private static List<String> columns(SqliteFile file, String table) throws SQLException {
    var columns = new java.util.ArrayList<String>();
    var query = file.prepared("SELECT name FROM pragma_table_info(?)");
    query.setString(1, table);
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        columns.add(rows.getString(1));
      }
    }
    return columns;
  }

  /** The tables that a statement opens, and what for; none if SQLite does not take it. */
  static Map<String, SqlSession.TableUse> tables(SqliteFile file, SqlStatement statement) {
    Map<String, SqlSession.TableUse> uses = new LinkedHashMap<>();
    if (statement.definesSchema() || !statement.isQuery()) {
      return uses;
    }
    try {
      Map<Integer, String> pages = new HashMap<>();
      try (ResultSet rows = file.prepared(TABLES).executeQuery()) {
        while (rows.next()) {
          pages.put(rows.getInt(1), rows.getString(2));
        }
      }
      for (Step step : steps(file, statement)) {
        var writes = step.operation.equals("OpenWrite") || step.operation.equals("Clear");
        var page = step.operation.equals("Clear") ? step.p1 : step.p2;
        var table = writes || OPENS.contains(step.operation) ? pages.get(page) : null;
        if (table != null && (writes || !uses.containsKey(table))) {
          uses.put(table, writes ? SqlSession.TableUse.WRITE : SqlSession.TableUse.READ);
        }
      }
    } catch (SQLException e) {
      // What is wrong with it is said when it is run.
      return uses;
    }
    return uses;
  }

  /** How many entries of tables and indexes are written for each row that is changed. */
  static int writesPerChange(SqliteFile file, SqlStatement statement) {
    if (!statement.tokens().isEmpty() && statement.tokens().getFirst().is("DELETE")) {
      return 1;
    }
    try {
      Set<Integer> tables = new HashSet<>();
      var writes = 0;
      for (Step step : steps(file, statement)) {
        if (step.operation.equals("OpenWrite")) {
          tables.add(step.p1);
        }
        boolean insertion = step.operation.equals("Insert") || step.operation.equals("IdxInsert");
        writes += insertion && tables.contains(step.p1) ? 1 : 0;
      }
      return Math.max(1, writes);
    } catch (SQLException e) {
      // The tables have changed since; one is what is certain.
      return 1;
    }
  }
}
