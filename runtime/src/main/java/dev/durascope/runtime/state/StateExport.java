package dev.durascope.runtime.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.storage.ObjectFile;
import dev.durascope.runtime.storage.SqlTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Writes state as text, in the form of {@link ExportFormat}, line by line. Of a running project it
 * gives what has been committed; each object as it is at one moment.
 */
public final class StateExport {
  private final Writer out;
  private long objects;
  private long keys;
  private long rows;

  /**
   * @param out is flushed and not closed
   */
  public StateExport(Writer out) {
    this.out = out;
  }

  /** How much was written, or read. */
  public record Totals(long objects, long keys, long rows) {
    JsonObject json() {
      var json = new JsonObject();
      json.addProperty("objects", objects);
      json.addProperty("keys", keys);
      json.addProperty("rows", rows);
      return json;
    }
  }

  /**
   * Writes objects, each class's together.
   *
   * @param only the one object to write; without, all of the classes
   */
  public Totals write(ProjectState state, List<StateClass> classes, Optional<StateObject> only)
      throws IOException {
    try {
      var head = ExportFormat.line("format", new JsonPrimitive(ExportFormat.NAME));
      head.addProperty("version", ExportFormat.VERSION);
      line(head);
      for (var type : classes) {
        var files = state.folder().ofClass(type.uniqueKey());
        var ids = only.map(object -> List.of(object.id())).orElseGet(files::objectIds);
        if (ids.isEmpty()) {
          continue;
        }
        var line = ExportFormat.line("worker", new JsonPrimitive(type.worker()));
        line.addProperty("class", type.className());
        line(line);
        var names = files.namesOfAlarms();
        for (var id : ids) {
          try (var file = files.read(id, names)) {
            object(id, file);
          }
        }
      }
      var totals = new Totals(objects, keys, rows);
      line(ExportFormat.line("end", totals.json()));
      out.flush();
      return totals;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void object(String id, ObjectFile file) {
    var line = ExportFormat.line("object", new JsonPrimitive(id));
    line.add("name", ExportFormat.orNull(file.name()));
    var alarm = file.alarm();
    line.add("alarm", alarm.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(alarm.getAsLong()));
    line(line);
    objects++;
    file.forEachEntry(
        entry -> {
          line(ExportFormat.entry(entry.key(), entry.value()));
          keys++;
        });
    var definitions = file.definitions();
    define(definitions, SqlTables.Phase.TABLE);
    file.tables().forEach(table -> table(file, table));
    define(definitions, SqlTables.Phase.REST);
  }

  private void define(List<SqlTables.Definition> definitions, SqlTables.Phase phase) {
    for (var definition : definitions) {
      if (definition.phase() == phase) {
        line(ExportFormat.line("define", new JsonPrimitive(definition.sql())));
      }
    }
  }

  private void table(ObjectFile file, SqlTables.Table table) {
    var line = ExportFormat.line("table", new JsonPrimitive(table.name()));
    line.add("columns", ExportFormat.names(table.columns()));
    if (table.madeWithRows()) {
      line.addProperty("empty", true);
    }
    line(line);
    file.forEachRow(
        table,
        values -> {
          var row = new JsonArray(values.size());
          values.forEach(value -> row.add(ExportFormat.cell(value)));
          line(ExportFormat.line("row", row));
          rows++;
        });
  }

  private void line(JsonElement json) {
    try {
      out.write(json.toString());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
