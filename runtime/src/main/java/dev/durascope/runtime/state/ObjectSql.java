package dev.durascope.runtime.state;

import com.google.gson.JsonElement;
import dev.durascope.runtime.storage.ObjectFile;
import dev.durascope.runtime.storage.RawText;
import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.storage.sql.SqlScript;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL by hand, on the tables of one object. */
public final class ObjectSql {
  private static final int MAX_SHOWN_BYTES = 32;

  private ObjectSql() {}

  /**
   * What a statement has given.
   *
   * @param text for people
   * @param json as an export has it
   */
  public record Rows(List<String> columns, List<List<String>> text, List<List<JsonElement>> json) {
    /** The answer of a running project. */
    static Rows of(List<String> columns, List<List<JsonElement>> json) {
      return new Rows(
          columns,
          json.stream()
              .map(row -> row.stream().map(ExportFormat::cell).map(ObjectSql::text).toList())
              .toList(),
          json);
    }

    /** What a file has answered. */
    public static Rows of(ObjectFile.Answer answer) {
      return new Rows(
          answer.columns(),
          answer.rows().stream().map(row -> row.stream().map(ObjectSql::text).toList()).toList(),
          answer.rows().stream()
              .map(row -> row.stream().map(ExportFormat::cell).toList())
              .toList());
    }
  }

  /** Runs one statement that cannot change anything; the project may be running. */
  public static Rows read(ProjectState state, StateObject object, String sql)
      throws StateException {
    if (SqlScript.of(sql).statements().size() > 1) {
      throw new StateException("that is more than one statement. Give --write to run them all.");
    }
    try (var file = state.folder().ofClass(object.type().uniqueKey()).read(stored(state, object))) {
      return Rows.of(file.query(sql));
    } catch (StorageException e) {
      if (e.kind() == StorageException.Kind.READ_ONLY) {
        throw new StateException(
            "the statement would change the object. Give --write to let it.", e);
      }
      throw e;
    }
  }

  /** Runs statements that may change the tables; all of them or none. */
  public static Rows write(ProjectState state, StateObject object, String sql)
      throws StateException {
    if (state.objects() instanceof RunningAccess process) {
      return process.sql(object, sql);
    }
    var folder = state.folder().ofClass(object.type().uniqueKey());
    try (var _ = StateUse.of(state, object.type());
        var edit = folder.edit(stored(state, object), object.name())) {
      return Rows.of(edit.run(sql));
    }
  }

  private static String stored(ProjectState state, StateObject object) throws StateException {
    if (!state.folder().ofClass(object.type().uniqueKey()).has(object.id())) {
      throw new StateException(object + " has stored nothing yet.");
    }
    return object.id();
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case byte[] blob -> hex(blob);
      case RawText(var bytes) -> hex(bytes);
      case Object other -> other.toString().replace("\n", "\\n").replace("\r", "\\r");
    };
  }

  private static String hex(byte[] bytes) {
    var shown = Math.min(bytes.length, MAX_SHOWN_BYTES);
    return "x'"
        + HexFormat.of().formatHex(bytes, 0, shown)
        + (shown < bytes.length ? "…' (" + bytes.length + " bytes)" : "'");
  }
}
