package dev.durascope.runtime.binding.d1;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.durascope.runtime.binding.Kept;
import dev.durascope.runtime.binding.store.Operations;
import dev.durascope.runtime.binding.store.Store;
import dev.durascope.runtime.script.ScriptError;
import dev.durascope.runtime.storage.SqlCursor;
import dev.durascope.runtime.storage.SqlDatabase;
import dev.durascope.runtime.storage.SqlException;
import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.time.Clock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A D1 database. wrangler keeps it as the storage of a Durable Object of miniflare's, and so is it
 * kept here: {@code v3/d1/miniflare-D1DatabaseObject/ID.sqlite}, where the id is that of the object
 * with the database's id for its name.
 *
 * <p>All queries of one request are one transaction. A request is a JSON array of {@code {sql,
 * params}}, bytes being arrays of numbers; the answer is {@code {results: [{columns, rows, meta}],
 * bookmark}}.
 */
final class D1Database implements Kept.Resource {
  private static final String OBJECT_CLASS = "miniflare-D1DatabaseObject";
  private static final Pattern COMMENT_LINE = Pattern.compile("(?m)^\\s*--.*");
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private final SqlDatabase database;
  private final Operations operations;
  private final Clock clock;

  /** Grows with every request, across restarts as well: bookmarks are compared as text. */
  private long bookmark;

  private D1Database(SqlDatabase database, Operations operations, Clock clock) {
    this.database = database;
    this.operations = operations;
    this.clock = clock;
  }

  static D1Database open(Path state, String id, Clock clock) {
    var file = Store.databaseFile(state.resolve("v3/d1"), OBJECT_CLASS, id);
    return new D1Database(new SqlDatabase(file), new Operations("D1 " + id), clock);
  }

  Operations operations() {
    return operations;
  }

  @Override
  public void close() {
    operations.close();
    database.close();
  }

  /** Answers a request; on the database's thread. */
  String query(String request) {
    var queries = new ArrayList<JsonObject>();
    for (JsonElement element : JsonParser.parseString(request).getAsJsonArray()) {
      var query = element.getAsJsonObject();
      var text = query.get("sql").getAsString();
      if (!COMMENT_LINE.matcher(text).replaceAll("").isBlank()) {
        queries.add(query);
      }
    }
    if (queries.isEmpty()) {
      throw ScriptError.error("No SQL statements detected.");
    }
    try {
      var results = new ArrayList<Map<String, Object>>();
      for (JsonObject query : queries) {
        results.add(run(query.get("sql").getAsString(), values(query.get("params"))));
      }
      database.commit();
      return GSON.toJson(Map.of("results", results, "bookmark", nextBookmark()));
    } catch (SqlException | StorageException e) {
      database.rollback();
      throw ScriptError.error(String.valueOf(e.getMessage()));
    }
  }

  private String nextBookmark() {
    bookmark = Math.max(bookmark + 1, clock.millis());
    return "%016x-00000000-%032x".formatted(bookmark, 0);
  }

  private Map<String, Object> run(String text, List<@Nullable Object> values) {
    var sql = database.sql();
    var sizeBefore = sql.databaseSize();
    var changesBefore = sql.totalChanges();
    var rowBefore = sql.lastInsertedRow();
    var begun = clock.millis();
    SqlCursor cursor = sql.execute(text, values);
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var row = cursor.next(); row != null; row = cursor.next()) {
      rows.add(json(row));
    }
    double duration = clock.millis() - begun;
    var size = sql.databaseSize();
    var changes = sql.totalChanges() - changesBefore;
    var row = sql.lastInsertedRow();
    var meta = new LinkedHashMap<String, Object>();
    meta.put("served_by", "miniflare.db");
    meta.put("served_by_primary", true);
    meta.put("total_attempts", 1);
    meta.put("timings", Map.of("sql_duration_ms", duration));
    meta.put("duration", duration);
    meta.put("changes", changes);
    meta.put("last_row_id", row);
    meta.put("changed_db", changes != 0 || row != rowBefore || size != sizeBefore);
    meta.put("size_after", size);
    meta.put("rows_read", cursor.rowsRead());
    meta.put("rows_written", cursor.rowsWritten());
    return Map.of("columns", cursor.columns(), "rows", rows, "meta", meta);
  }

  private static List<@Nullable Object> values(@Nullable JsonElement parameters) {
    var values = new ArrayList<@Nullable Object>();
    if (parameters == null || parameters.isJsonNull()) {
      return values;
    }
    for (JsonElement parameter : parameters.getAsJsonArray()) {
      if (parameter.isJsonNull()) {
        values.add(null);
      } else if (parameter.isJsonArray()) {
        var numbers = parameter.getAsJsonArray();
        var bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) numbers.get(i).getAsInt();
        }
        values.add(bytes);
      } else if (parameter.getAsJsonPrimitive().isNumber()) {
        values.add(parameter.getAsDouble());
      } else {
        values.add(parameter.getAsString());
      }
    }
    return values;
  }

  private static List<@Nullable Object> json(@Nullable Object[] row) {
    var values = new ArrayList<@Nullable Object>();
    for (var value : row) {
      if (value instanceof byte[] bytes) {
        var numbers = new ArrayList<Integer>();
        for (byte b : bytes) {
          numbers.add(b & 0xFF);
        }
        values.add(numbers);
      } else if (value instanceof Double number && !Double.isFinite(number)) {
        values.add(null); // JSON has no other way to say it, in production as well.
      } else {
        values.add(value);
      }
    }
    return values;
  }
}
