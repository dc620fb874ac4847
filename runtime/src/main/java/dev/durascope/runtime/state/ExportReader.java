package dev.durascope.runtime.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.durascope.runtime.state.StateExport.Totals;
import dev.durascope.runtime.storage.ObjectFileDraft;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link StateExport} has written. All objects are made beside those that there are;
 * only when the last line has been read do they take their places, so that a damaged text changes
 * nothing.
 */
public final class ExportReader {

  /**
   * How to read.
   *
   * @param as the class that all objects become, in place of their own
   * @param name the name that the one object of the text gets
   * @param replace whether objects that there are may be replaced
   * @param skipUnnamed whether objects that cannot be carried to another class are left out
   */
  public record Options(
      Optional<StateClass> as, Optional<String> name, boolean replace, boolean skipUnnamed) {}

  private final ImportPlace place;
  private final Options options;
  private final List<ImportPlace.Made> drafts = new ArrayList<>();
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

  private ExportReader(ImportPlace place, Options options) {
    this.place = place;
    this.options = options;
  }

  /** What was read, and how many objects were left out. */
  public record Outcome(Totals totals, long skipped) {}

  /**
   * Reads all of a text.
   *
   * @throws StateException if it is no such text, damaged or cut off, or does not fit
   */
  public static Outcome read(ImportPlace place, BufferedReader in, Options options)
      throws StateException, IOException {
    var reading = new ExportReader(place, options);
    try {
      return reading.read(in);
    } finally {
      reading.finish();
      reading.drafts.forEach(place::discard);
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
      } catch (JsonParseException e) {
        throw new StateException(
            "line "
                + number
                + " is no JSON: the export is damaged or cut off. Nothing was changed.",
            e);
      } catch (IllegalArgumentException
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
    place.install(drafts);
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
    var name = options.name().orElse(text(json.get("name")));
    if (options.name().isPresent() && !drafts.isEmpty()) {
      throw new StateException("one name is for one object, and the export has more.");
    }
    var oldId = json.get("object").getAsString();
    var id =
        options.name().isPresent()
            ? Optional.of(place.idOfName(target, options.name().get()))
            : place.idOf(target, oldId, name);
    skipping = id.isEmpty();
    if (id.isEmpty()) {
      if (!options.skipUnnamed()) {
        throw Carried.unnamed(target, oldId);
      }
      skipped++;
      return;
    }
    var made = new StateObject(target, id.get(), name);
    if (place.has(made) && !options.replace()) {
      throw new StateException(
          "there is an object "
              + made
              + " already. Give --replace to overwrite such objects. Nothing was changed.");
    }
    if (!taken.add(target.uniqueKey() + "/" + id.get())) {
      throw Carried.twice(made);
    }
    var draft = place.begin(made);
    drafts.add(new ImportPlace.Made(made, draft));
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
