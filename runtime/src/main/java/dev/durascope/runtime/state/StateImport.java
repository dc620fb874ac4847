package dev.durascope.runtime.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.durascope.runtime.state.StateExport.Totals;
import dev.durascope.runtime.storage.ClassFolder;
import dev.durascope.runtime.storage.ObjectFileDraft;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link StateExport} has written into the state of a project: the same, or another one,
 * or another class. All objects are made beside those that there are; only when the last line has
 * been read do they take their places, so that a damaged text changes nothing.
 */
public final class StateImport {

  /**
   * How to read.
   *
   * @param as the class that all objects become, in place of their own
   * @param replace whether objects that there are may be replaced
   * @param skipUnnamed whether objects that cannot be carried to another class are left out
   */
  public record Options(Optional<StateClass> as, boolean replace, boolean skipUnnamed) {}

  private record Finished(ClassFolder folder, ObjectFileDraft draft) {}

  private final ProjectState state;
  private final Options options;
  private final List<Finished> drafts = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();
  private @Nullable StateClass source;
  private @Nullable ObjectFileDraft object;
  private @Nullable String table;
  private List<String> columns = List.of();
  private boolean skipping;
  private boolean ended;
  private long objects;
  private long keys;
  private long rows;
  private long skipped;

  private StateImport(ProjectState state, Options options) {
    this.state = state;
    this.options = options;
  }

  /** What was read, and how many objects were left out. */
  public record Outcome(Totals totals, long skipped) {}

  /**
   * Reads all of a text.
   *
   * @throws StateException if it is no such text, damaged or cut off, or does not fit
   */
  public static Outcome read(ProjectState state, BufferedReader in, Options options)
      throws StateException, IOException {
    state.requireStopped("be replaced");
    var reading = new StateImport(state, options);
    try {
      return reading.read(in);
    } finally {
      reading.drafts.forEach(finished -> finished.folder().discard(finished.draft()));
    }
  }

  private Outcome read(BufferedReader in) throws StateException, IOException {
    var number = 0L;
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        if (!(JsonParser.parseString(line) instanceof JsonObject json)) {
          throw new IllegalArgumentException("it is no JSON object");
        }
        if (number == 1) {
          requireFormat(json);
        } else {
          line(json);
        }
      } catch (JsonParseException
          | IllegalArgumentException
          | IllegalStateException
          | UnsupportedOperationException
          | NullPointerException e) {
        throw new StateException("line " + number + " is not of an export: " + e.getMessage(), e);
      }
    }
    if (!ended) {
      throw new StateException(
          number == 0
              ? "the export is empty."
              : "the export is cut off: its last line is missing. Nothing was changed.");
    }
    var byFolder = new LinkedHashMap<ClassFolder, List<ObjectFileDraft>>();
    for (var finished : drafts) {
      byFolder.computeIfAbsent(finished.folder(), any -> new ArrayList<>()).add(finished.draft());
    }
    byFolder.forEach(ClassFolder::install);
    drafts.clear();
    return new Outcome(new Totals(objects, keys, rows), skipped);
  }

  private static void requireFormat(JsonObject json) throws StateException {
    if (!json.has("format") || !json.get("format").getAsString().equals(ExportFormat.NAME)) {
      throw new StateException("this is no export of \"durascope state export\".");
    }
    if (json.get("version").getAsInt() != ExportFormat.VERSION) {
      throw new StateException(
          "the export has version "
              + json.get("version")
              + ", and this Durascope reads "
              + ExportFormat.VERSION
              + ".");
    }
  }

  private void line(JsonObject json) throws StateException {
    if (json.has("class")) {
      source = new StateClass(json.get("worker").getAsString(), json.get("class").getAsString());
    } else if (json.has("object")) {
      begin(json);
    } else if (json.has("end")) {
      end(json.getAsJsonObject("end"));
    } else if (!skipping) {
      content(json);
    }
  }

  private void begin(JsonObject json) throws StateException {
    finish();
    if (source == null) {
      throw new IllegalArgumentException("an object before its class");
    }
    var target = options.as().orElse(source);
    var name = text(json.get("name"));
    var id = Carried.id(state, target, json.get("object").getAsString(), name);
    skipping = id.isEmpty();
    if (id.isEmpty()) {
      if (!options.skipUnnamed()) {
        throw Carried.unnamed(target, json.get("object").getAsString());
      }
      skipped++;
      return;
    }
    var folder = state.folder().ofClass(target.uniqueKey());
    if (drafts.isEmpty() || !drafts.getLast().folder().equals(folder)) {
      folder.requireUnused();
    }
    if (folder.has(id.get()) && !options.replace()) {
      throw new StateException(
          "there is an object "
              + new StateObject(target, id.get(), name)
              + " already. Give --replace to overwrite such objects. Nothing was changed.");
    }
    if (!taken.add(target.uniqueKey() + "/" + id.get())) {
      throw Carried.twice(new StateObject(target, id.get(), name));
    }
    var draft = folder.draft(id.get(), name);
    drafts.add(new Finished(folder, draft));
    object = draft;
    objects++;
    var alarm = json.get("alarm");
    if (alarm != null && !alarm.isJsonNull()) {
      draft.setAlarm(alarm.getAsLong());
    }
  }

  private void content(JsonObject json) {
    var draft = object;
    if (draft == null) {
      throw new IllegalArgumentException("content before its object");
    }
    if (json.has("key")) {
      draft.put(ExportFormat.key(json.get("key")), ExportFormat.value(json));
      keys++;
    } else if (json.has("define")) {
      draft.define(json.get("define").getAsString());
    } else if (json.has("table")) {
      table = json.get("table").getAsString();
      columns =
          json.getAsJsonArray("columns").asList().stream().map(JsonElement::getAsString).toList();
      if (json.has("empty")) {
        draft.empty(table);
      }
    } else if (json.has("row") && table != null) {
      var values = new ArrayList<@Nullable Object>();
      json.getAsJsonArray("row").forEach(cell -> values.add(ExportFormat.cell(cell)));
      draft.insert(table, columns, values);
      rows++;
    } else {
      throw new IllegalArgumentException("it says nothing that is known");
    }
  }

  private void end(JsonObject totals) throws StateException {
    finish();
    ended = true;
    var written =
        new Totals(
            totals.get("objects").getAsLong(),
            totals.get("keys").getAsLong(),
            totals.get("rows").getAsLong());
    if (skipped == 0 && !written.equals(new Totals(objects, keys, rows))) {
      throw new StateException("lines of the export are missing. Nothing was changed.");
    }
  }

  private void finish() {
    if (object != null) {
      object.close();
      object = null;
      table = null;
    }
  }

  private static @Nullable String text(@Nullable JsonElement json) {
    return json == null || json.isJsonNull() ? null : json.getAsString();
  }
}
