package dev.durascope.runtime.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.control.ControlTarget.AcceptedSocket;
import dev.durascope.runtime.control.ControlTarget.ObjectDetail;
import dev.durascope.runtime.control.ControlTarget.ObjectSummary;
import dev.durascope.runtime.control.ControlTarget.Page;
import dev.durascope.runtime.control.ControlTarget.StoredEntry;
import dev.durascope.runtime.control.ControlTarget.StoredValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The API's JSON: the one place that knows how its records are spelled on the wire. */
final class ControlJson {
  private ControlJson() {}

  static JsonObject of(ProjectFacts project) {
    var json = new JsonObject();
    json.addProperty("name", project.name());
    json.add("ready", orNull(project.ready().map(Object::toString)));
    json.addProperty("pid", project.pid());
    json.add("workers", array(project.workers(), ControlJson::of));
    return json;
  }

  private static JsonObject of(ProjectFacts.WorkerFacts worker) {
    var json = new JsonObject();
    json.addProperty("name", worker.name());
    json.add("classes", array(worker.classes(), ControlJson::of));
    return json;
  }

  private static JsonObject of(ProjectFacts.ClassFacts facts) {
    var json = new JsonObject();
    json.addProperty("className", facts.className());
    json.addProperty("storage", word(facts.storage()));
    json.add("bindings", array(facts.bindings(), JsonPrimitive::new));
    return json;
  }

  static JsonObject objects(Page<ObjectSummary> page) {
    return page("objects", page, ControlJson::of);
  }

  static JsonObject of(ObjectSummary object) {
    var json = withoutSockets(object);
    json.addProperty("sockets", object.sockets());
    return json;
  }

  static JsonObject of(ObjectDetail detail) {
    var json = withoutSockets(detail.summary());
    json.add("sockets", array(detail.sockets(), ControlJson::of));
    return json;
  }

  private static JsonObject withoutSockets(ObjectSummary object) {
    var json = new JsonObject();
    json.addProperty("id", object.id());
    json.add("name", orNull(object.name()));
    json.addProperty("state", word(object.state()));
    json.add(
        "alarm",
        object.alarm().isPresent()
            ? new JsonPrimitive(object.alarm().getAsLong())
            : JsonNull.INSTANCE);
    return json;
  }

  private static JsonObject of(AcceptedSocket socket) {
    var json = new JsonObject();
    json.add("tags", array(socket.tags(), JsonPrimitive::new));
    json.add("attachment", orNull(socket.attachment()));
    json.addProperty("accepted", word(socket.accepted()));
    return json;
  }

  static JsonObject entries(Page<StoredEntry> page) {
    return page("entries", page, ControlJson::of);
  }

  private static JsonObject of(StoredEntry entry) {
    var json = new JsonObject();
    json.addProperty("key", entry.key());
    json.addProperty("type", entry.type());
    json.addProperty("preview", entry.preview());
    json.addProperty("size", entry.size());
    return json;
  }

  static JsonObject of(StoredValue value) {
    var json = new JsonObject();
    json.addProperty("key", value.key());
    json.addProperty("type", value.type());
    json.addProperty("preview", value.preview());
    json.add("value", value.value());
    return json;
  }

  static JsonObject of(TimeControl.ClockFacts clock) {
    var json = new JsonObject();
    json.addProperty("millis", clock.millis());
    json.addProperty("frozen", clock.frozen());
    return json;
  }

  static JsonObject of(List<TimeControl.DueAlarm> alarms) {
    var json = new JsonObject();
    json.add("alarms", array(alarms, ControlJson::of));
    return json;
  }

  private static JsonObject of(TimeControl.DueAlarm alarm) {
    var json = new JsonObject();
    json.addProperty("worker", alarm.worker());
    json.addProperty("class", alarm.className());
    json.addProperty("id", alarm.id());
    json.add("name", orNull(alarm.name()));
    json.addProperty("scheduledTime", alarm.scheduledTime());
    json.addProperty("nextRun", alarm.nextRun());
    json.addProperty("retryCount", alarm.retryCount());
    json.addProperty("running", alarm.running());
    return json;
  }

  static JsonObject of(ControlEvent event) {
    return switch (event) {
      case ControlEvent.ObjectsChanged changed ->
          event("objectsChanged", changed.worker(), Optional.of(changed.className()));
      case ControlEvent.StorageChanged changed -> {
        var json = event("storageChanged", changed.worker(), Optional.of(changed.className()));
        json.addProperty("id", changed.id());
        yield json;
      }
      case ControlEvent.Reloaded reloaded -> event("reloaded", reloaded.worker(), Optional.empty());
      case ControlEvent.Log log -> {
        var json = event("log", log.worker(), Optional.empty());
        json.addProperty("level", word(log.level()));
        json.addProperty("text", log.text());
        json.add("class", orNull(log.className()));
        json.add("id", orNull(log.id()));
        yield json;
      }
    };
  }

  private static JsonObject event(String type, String worker, Optional<String> className) {
    var json = new JsonObject();
    json.addProperty("type", type);
    json.addProperty("worker", worker);
    className.ifPresent(name -> json.addProperty("class", name));
    return json;
  }

  static JsonObject schedules(List<Schedule> schedules) {
    var json = new JsonObject();
    json.add(
        "schedules",
        array(
            schedules,
            schedule -> {
              var each = new JsonObject();
              each.addProperty("worker", schedule.worker());
              each.addProperty("cron", schedule.cron());
              return each;
            }));
    return json;
  }

  private static <T> JsonObject page(
      String name, Page<T> page, Function<T, ? extends JsonElement> item) {
    var json = new JsonObject();
    json.add(name, array(page.items(), item));
    json.add("cursor", orNull(page.cursor()));
    return json;
  }

  private static <T> JsonArray array(List<T> items, Function<T, ? extends JsonElement> item) {
    var array = new JsonArray(items.size());
    items.forEach(each -> array.add(item.apply(each)));
    return array;
  }

  private static JsonElement orNull(Optional<String> text) {
    return text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
