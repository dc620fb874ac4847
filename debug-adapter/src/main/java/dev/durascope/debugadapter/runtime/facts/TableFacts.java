package dev.durascope.debugadapter.runtime.facts;

import dev.durascope.debugadapter.core.Fact;
import dev.durascope.debugadapter.core.FactList;
import dev.durascope.debugadapter.core.StoredData;
import dev.durascope.runtime.storage.ObjectStore;
import dev.durascope.runtime.storage.SqlCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables that an object's code has made by SQL: their rows a page at a time. */
final class TableFacts {
  /** Characters of one value in the line of its row. */
  private static final int MAX_VALUE = 40;

  private TableFacts() {}

  static Fact of(ObjectStore store) {
    var names = store.tables();
    var tables = new Tables(store, names);
    return Fact.of("sql", names.size() + (names.size() == 1 ? " table" : " tables"), tables);
  }

  private record Tables(ObjectStore store, List<String> names) implements Fact.Parts {
    @Override
    public int size() {
      return names.size();
    }

    @Override
    public List<Fact> page(int start, int count) {
      return names.stream().skip(start).limit(count).map(this::table).toList();
    }

    @Override
    public Optional<StoredData> stored(String table) {
      return Optional.of(new StoredData.Table(table));
    }

    private Fact table(String name) {
      var counted = store.sql().execute("SELECT count(*) FROM " + quoted(name), List.of()).next();
      var rows = new Rows(store, name, counted == null ? 0 : ((Number) counted[0]).intValue());
      return Fact.of(name, rows.size() + (rows.size() == 1 ? " row" : " rows"), rows);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private record Rows(ObjectStore store, String table, int size) implements Fact.Parts {
    @Override
    public List<Fact> page(int start, int count) {
      var cursor =
          store
              .sql()
              .execute(
                  "SELECT * FROM " + quoted(table) + " LIMIT ? OFFSET ?",
                  List.of((double) count, (double) start));
      var facts = new ArrayList<Fact>();
      for (var row = cursor.next(); row != null; row = cursor.next()) {
        facts.add(row(Integer.toString(start + facts.size()), cursor, row));
      }
      return facts;
    }
  }

  private static Fact row(String name, SqlCursor cursor, @Nullable Object[] row) {
    var line = new StringBuilder("{");
    var columns = new ArrayList<Fact>();
    for (var i = 0; i < row.length; i++) {
      var column = cursor.columns().get(i);
      var text = text(row[i]);
      line.append(i == 0 ? "" : ", ").append(column).append(": ");
      line.append(text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE - 1) + "…");
      columns.add(Fact.of(column, text).typed(type(row[i])));
    }
    return Fact.of(name, line.append('}').toString(), new FactList(columns));
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> Quoted.of(text);
      case byte[] bytes -> "ArrayBuffer(" + bytes.length + ")";
      case Double real when real == Math.rint(real) && Math.abs(real) < 1e15 ->
          Long.toString(real.longValue());
      case Object other -> other.toString();
    };
  }

  private static String type(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String _ -> "string";
      case byte[] _ -> "ArrayBuffer";
      case Object _ -> "number";
    };
  }
}
