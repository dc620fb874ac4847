package dev.durascope.debugadapter.runtime;

import dev.durascope.debugadapter.core.DataAccess;
import dev.durascope.debugadapter.core.StoredData;
import dev.durascope.runtime.worker.StorageAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of a table, and what became of them, as people and conditions read them. */
final class StoredRows {
  /** How many of the changed rows are told. */
  private static final int MAX_TOLD_ROWS = 5;

  private StoredRows() {}

  static DataAccess access(StorageAccess.OfTable access) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("statement", literal(access.operation()));
    variables.put("oldRows", array(access.columns(), access.removed()));
    variables.put("newRows", array(access.columns(), access.added()));
    variables.put(
        "changed",
        String.valueOf(
            access.isWrite()
                && !(access.compared() && access.removed().isEmpty() && access.added().isEmpty())));
    return new DataAccess(
        new StoredData.Table(access.table()),
        access.isWrite(),
        access.operation(),
        change(access),
        variables);
  }

  private static String change(StorageAccess.OfTable access) {
    if (!access.isWrite()) {
      return access.operation();
    }
    if (!access.compared()) {
      return "(too many rows to say what has changed)";
    }
    if (access.removed().isEmpty() && access.added().isEmpty()) {
      return "(no row has changed)";
    }
    return told(access.columns(), access.removed())
        + " → "
        + told(access.columns(), access.added());
  }

  private static String told(List<String> columns, List<List<@Nullable Object>> rows) {
    if (rows.isEmpty()) {
      return "(nothing)";
    }
    var some =
        rows.stream()
            .limit(MAX_TOLD_ROWS)
            .map(row -> object(columns, row))
            .collect(Collectors.joining(", "));
    return rows.size() > MAX_TOLD_ROWS
        ? some + " and " + (rows.size() - MAX_TOLD_ROWS) + " more"
        : some;
  }

  private static String array(List<String> columns, List<List<@Nullable Object>> rows) {
    return rows.stream()
        .map(row -> object(columns, row))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String object(List<String> columns, List<@Nullable Object> row) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> name(columns.get(i)) + ": " + value(row.get(i)))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String name(String column) {
    return column.matches("[\\p{L}_$][\\p{L}\\p{N}_$]*") ? column : literal(column);
  }

  private static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> literal(text);
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          String.valueOf(number.longValue());
      case Object other -> String.valueOf(other);
    };
  }

  /** A string literal of JavaScript. */
  static String literal(String text) {
    var out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        default -> out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
