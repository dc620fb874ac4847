package dev.durascope.runtime.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.durascope.runtime.storage.StateFolder;
import dev.durascope.runtime.storage.StorageException;
import dev.durascope.runtime.wire.WireJson;
import dev.durascope.runtime.wire.WireValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Objects of a running project, by its control API; sizes are read from their files beside it. */
record RunningAccess(ControlClient control, StateFolder folder) implements ObjectAccess {
  /** As many as the API gives at a time. */
  private static final int PAGE = 999;

  /** The classes of all workers that the process runs. */
  List<StateClass> classes() throws StateException {
    var classes = new ArrayList<StateClass>();
    for (var worker : control.get("/api/v1/project", Map.of()).getAsJsonArray("workers")) {
      var facts = worker.getAsJsonObject();
      for (var type : facts.getAsJsonArray("classes")) {
        classes.add(new StateClass(text(facts, "name"), text(type.getAsJsonObject(), "className")));
      }
    }
    return classes;
  }

  @Override
  public void objects(StateClass type, Consumer<ObjectRow> action) throws StateException {
    @Nullable String cursor = null;
    do {
      var query = new LinkedHashMap<String, String>();
      query.put("worker", type.worker());
      query.put("class", type.className());
      query.put("limit", Integer.toString(PAGE));
      if (cursor != null) {
        query.put("cursor", cursor);
      }
      var page = control.get("/api/v1/objects", query);
      for (var object : page.getAsJsonArray("objects")) {
        action.accept(row(type, object.getAsJsonObject()));
      }
      cursor = optionalText(page, "cursor");
    } while (cursor != null);
  }

  private ObjectRow row(StateClass type, JsonObject object) {
    var files = folder.ofClass(type.uniqueKey());
    var id = text(object, "id");
    Optional<ObjectRow.Stored> stored = Optional.empty();
    Optional<String> fault = Optional.empty();
    if (files.has(id)) {
      try (var file = files.read(id)) {
        stored = FileAccess.row(file.summary()).stored();
      } catch (StorageException e) {
        fault = Optional.of(String.valueOf(e.getMessage()));
      }
    }
    var alarm = object.get("alarm");
    return new ObjectRow(
        id,
        optionalText(object, "name"),
        alarm.isJsonNull() ? OptionalLong.empty() : OptionalLong.of(alarm.getAsLong()),
        stored,
        Optional.of(new ObjectRow.Live(text(object, "state"), sockets(object.get("sockets")))),
        fault);
  }

  private static int sockets(JsonElement sockets) {
    return sockets instanceof JsonArray list ? list.size() : sockets.getAsInt();
  }

  @Override
  public boolean exists(StateObject object) throws StateException {
    return control.find(path(object), Map.of()).isPresent();
  }

  @Override
  public Keys keys(StateObject object, KeyQuery query) throws StateException {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("prefix", query.prefix());
    parameters.put("limit", Integer.toString(Math.min(query.limit(), PAGE)));
    var start = query.start();
    if (start != null) {
      parameters.put("start", start);
    }
    var page = control.get(path(object) + "/storage", parameters);
    var keys = new ArrayList<Key>();
    for (var each : page.getAsJsonArray("entries")) {
      var entry = each.getAsJsonObject();
      keys.add(
          new Key(
              text(entry, "key"),
              text(entry, "type"),
              text(entry, "preview"),
              entry.get("size").getAsLong()));
    }
    return new Keys(keys, optionalText(page, "cursor"));
  }

  @Override
  public Optional<WireValue> read(StateObject object, String key) throws StateException {
    var answer = control.find(path(object) + "/storage/" + ControlClient.encoded(key), Map.of());
    return answer.map(value -> WireJson.read(value.get("value")));
  }

  @Override
  public void write(StateObject object, String key, WireValue value) throws StateException {
    var body = new JsonObject();
    body.add("value", WireJson.write(value));
    control.put(path(object) + "/storage/" + ControlClient.encoded(key), body);
  }

  @Override
  public boolean delete(StateObject object, String key) throws StateException {
    return control
        .delete(path(object) + "/storage/" + ControlClient.encoded(key))
        .get("deleted")
        .getAsBoolean();
  }

  /**
   * Has the project read an export.
   *
   * @param export writes it
   */
  ExportReader.Outcome importObjects(ControlClient.Text export, ExportReader.Options options)
      throws StateException {
    var query = new LinkedHashMap<String, String>();
    options
        .as()
        .ifPresent(
            type -> {
              query.put("worker", type.worker());
              query.put("class", type.className());
            });
    options.name().ifPresent(name -> query.put("name", name));
    query.put("replace", Boolean.toString(options.replace()));
    query.put("skipUnnamed", Boolean.toString(options.skipUnnamed()));
    var answer = control.post("/api/v1/import", query, export);
    return new ExportReader.Outcome(
        new StateExport.Totals(
            answer.get("objects").getAsLong(),
            answer.get("keys").getAsLong(),
            answer.get("rows").getAsLong()),
        answer.get("skipped").getAsLong());
  }

  /** Has objects start empty; where they are now. */
  Path reset(List<StateReset.Part> objects) throws StateException {
    var parts = new JsonArray();
    for (var part : objects) {
      var json = new JsonObject();
      json.addProperty("worker", part.type().worker());
      json.addProperty("class", part.type().className());
      var ids = new JsonArray();
      part.ids().forEach(ids::add);
      json.add("ids", ids);
      parts.add(json);
    }
    var body = new JsonObject();
    body.add("objects", parts);
    return Path.of(text(control.post("/api/v1/reset", body), "backup"));
  }

  /** Has SQL run that may change the tables. */
  ObjectSql.Rows sql(StateObject object, String sql) throws StateException {
    var body = new JsonObject();
    body.addProperty("sql", sql);
    var answer = control.post(path(object) + "/sql", body);
    return ObjectSql.Rows.of(
        answer.getAsJsonArray("columns").asList().stream().map(JsonElement::getAsString).toList(),
        answer.getAsJsonArray("rows").asList().stream()
            .map(row -> row.getAsJsonArray().asList())
            .toList());
  }

  private static String path(StateObject object) {
    return "/api/v1/objects/"
        + ControlClient.encoded(object.type().worker())
        + "/"
        + ControlClient.encoded(object.type().className())
        + "/"
        + object.id();
  }

  private static String text(JsonObject json, String member) {
    return json.get(member).getAsString();
  }

  private static @Nullable String optionalText(JsonObject json, String member) {
    var value = json.get(member);
    return value == null || value.isJsonNull() ? null : value.getAsString();
  }
}
