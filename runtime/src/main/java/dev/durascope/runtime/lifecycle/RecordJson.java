package dev.durascope.runtime.lifecycle;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.durascope.model.config.ClassHistory.Change;
import dev.durascope.model.config.ClassHistory.Created;
import dev.durascope.model.config.ClassHistory.Deleted;
import dev.durascope.model.config.ClassHistory.HandedOver;
import dev.durascope.model.config.ClassHistory.Received;
import dev.durascope.model.config.ClassHistory.Renamed;
import dev.durascope.model.config.ClassHistory.Step;
import dev.durascope.model.config.Lifecycle.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records as JSON, in the words of the configuration:
 *
 * <pre>
 *   { "worker": "chat",
 *     "applied": [{ "tag": "v2", "changes": [{ "renamed": "Room", "to": "ChatRoom" }] }],
 *     "classes": { "ChatRoom": { "idKey": "chat-Room", "storage": "sqlite" } } }
 * </pre>
 */
final class RecordJson {
  private static final String SQLITE = "sqlite";
  private static final String KEY_VALUE = "legacy-kv";

  private RecordJson() {}

  static JsonObject of(WorkerRecord record) {
    var json = new JsonObject();
    json.addProperty("worker", record.worker());
    var applied = new JsonArray();
    for (var step : record.applied()) {
      var each = new JsonObject();
      each.addProperty("tag", step.tag());
      var changes = new JsonArray();
      step.changes().forEach(change -> changes.add(of(change)));
      each.add("changes", changes);
      applied.add(each);
    }
    json.add("applied", applied);
    var classes = new JsonObject();
    record
        .classes()
        .forEach(
            (name, holding) -> {
              var each = new JsonObject();
              each.addProperty("idKey", holding.idKey());
              holding.storage().ifPresent(storage -> each.addProperty("storage", word(storage)));
              classes.add(name, each);
            });
    json.add("classes", classes);
    return json;
  }

  /**
   * @throws JsonParseException if the JSON is not a record
   */
  static WorkerRecord read(JsonObject json) {
    try {
      List<Step> applied = new ArrayList<>();
      for (var element : json.getAsJsonArray("applied")) {
        var step = element.getAsJsonObject();
        List<Change> changes = new ArrayList<>();
        step.getAsJsonArray("changes").forEach(each -> changes.add(change(each.getAsJsonObject())));
        applied.add(new Step(text(step, "tag"), changes));
      }
      Map<String, Holding> classes = new LinkedHashMap<>();
      for (var entry : json.getAsJsonObject("classes").entrySet()) {
        var holding = entry.getValue().getAsJsonObject();
        var storage =
            holding.has("storage")
                ? Optional.of(storage(text(holding, "storage")))
                : Optional.<Storage>empty();
        classes.put(entry.getKey(), new Holding(text(holding, "idKey"), storage));
      }
      return new WorkerRecord(text(json, "worker"), applied, classes);
    } catch (ClassCastException | IllegalStateException | NullPointerException e) {
      throw new JsonParseException("not a record of what was applied", e);
    }
  }

  private static JsonObject of(Change change) {
    var json = new JsonObject();
    switch (change) {
      case Created(var name, var storage) -> {
        json.addProperty("created", name);
        json.addProperty("storage", word(storage));
      }
      case Deleted(var name) -> json.addProperty("deleted", name);
      case Renamed(var from, var to) -> {
        json.addProperty("renamed", from);
        json.addProperty("to", to);
      }
      case Received(var worker, var from, var to) -> {
        json.addProperty("received", from);
        json.addProperty("worker", worker);
        json.addProperty("to", to);
      }
      case HandedOver(var name, var worker) -> {
        json.addProperty("handed_over", name);
        json.addProperty("worker", worker);
      }
    }
    return json;
  }

  private static Change change(JsonObject json) {
    if (json.has("created")) {
      return new Created(text(json, "created"), storage(text(json, "storage")));
    }
    if (json.has("deleted")) {
      return new Deleted(text(json, "deleted"));
    }
    if (json.has("renamed")) {
      return new Renamed(text(json, "renamed"), text(json, "to"));
    }
    if (json.has("received")) {
      return new Received(text(json, "worker"), text(json, "received"), text(json, "to"));
    }
    return new HandedOver(text(json, "handed_over"), text(json, "worker"));
  }

  private static String word(Storage storage) {
    return switch (storage) {
      case SQLITE -> SQLITE;
      case KEY_VALUE -> KEY_VALUE;
    };
  }

  private static Storage storage(String word) {
    return word.equals(KEY_VALUE) ? Storage.KEY_VALUE : Storage.SQLITE;
  }

  private static String text(JsonObject json, String key) {
    JsonElement value = json.get(key);
    if (value == null) {
      throw new JsonParseException("\"" + key + "\" is missing");
    }
    return value.getAsString();
  }
}
