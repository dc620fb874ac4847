package dev.durascope.cli.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.durascope.cli.command.Console;
import dev.durascope.cli.command.Flag;
import dev.durascope.cli.command.Syntax;
import dev.durascope.cli.command.UsageError;
import dev.durascope.cli.command.Words;
import dev.durascope.runtime.state.ObjectAccess;
import dev.durascope.runtime.state.ObjectRow;
import dev.durascope.runtime.state.ProjectState;
import dev.durascope.runtime.state.StateClass;
import dev.durascope.runtime.state.StateException;
import dev.durascope.runtime.storage.ScheduledAlarm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** {@code state list}: classes, or a class's objects, or an object's keys. */
final class ListAction implements StateAction {
  private static final String JSON = "--json";
  private static final String PREFIX = "--prefix";
  private static final String START = "--start";
  private static final String LIMIT = "--limit";
  private static final int DEFAULT_LIMIT = 100;

  @Override
  public Syntax syntax() {
    return new Syntax(
        "state list",
        "Lists the classes; with a class, its objects; with an object too, its keys.",
        List.of("CLASS", "OBJECT"),
        List.of(
            Flag.ofSwitch(JSON, "One JSON object a line."),
            Flag.ofValue(PREFIX, "TEXT", "What the keys begin with."),
            Flag.ofValue(START, "KEY", "The first key."),
            Flag.ofValue(LIMIT, "N", "So many keys at most. Default: " + DEFAULT_LIMIT + ".")));
  }

  @Override
  public void run(Words words, Console console, ProjectState state)
      throws StateException, UsageError {
    if (words.operand(0).isEmpty()) {
      classes(words, console, state);
    } else if (words.operand(1).isEmpty()) {
      objects(words, console, state, state.type(words.operand(0).get()));
    } else {
      keys(words, console, state);
    }
  }

  private static void classes(Words words, Console console, ProjectState state)
      throws StateException {
    var lines = new Lines("WORKER", "CLASS", "STORAGE", "OBJECTS", "SIZE", "NEXT ALARM");
    for (var type : state.classes()) {
      var files = state.folder().ofClass(type.uniqueKey());
      var objects = files.objectIds().size();
      var alarm =
          files.alarms().stream()
              .map(ScheduledAlarm::epochMillis)
              .findFirst()
              .map(OptionalLong::of)
              .orElse(OptionalLong.empty());
      var storage = state.hasSql(type).map(sql -> sql ? "sqlite" : "kv");
      if (words.has(JSON)) {
        var json = new JsonObject();
        json.addProperty("worker", type.worker());
        json.addProperty("class", type.className());
        json.add("storage", storage.map(ListAction::text).orElse(null));
        json.addProperty("objects", objects);
        json.addProperty("bytes", files.bytes());
        json.add("nextAlarm", number(alarm));
        console.out().println(json);
      } else {
        lines.add(
            type.worker(),
            type.className(),
            storage.orElse(""),
            Integer.toString(objects),
            Lines.size(files.bytes()),
            Lines.time(alarm));
      }
    }
    if (!words.has(JSON)) {
      lines.print(console.out());
    }
  }

  private static void objects(Words words, Console console, ProjectState state, StateClass type)
      throws StateException {
    if (words.has(JSON)) {
      state.objects().objects(type, row -> console.out().println(json(row)));
      return;
    }
    var rows = new ArrayList<ObjectRow>();
    state.objects().objects(type, rows::add);
    rows.sort(
        Comparator.comparing(ObjectRow::name, Comparator.nullsLast(Comparator.naturalOrder())));
    var running = state.running().isPresent();
    var lines =
        running
            ? new Lines("NAME", "ID", "KEYS", "TABLES", "SIZE", "ALARM", "STATE", "SOCKETS")
            : new Lines("NAME", "ID", "KEYS", "TABLES", "SIZE", "ALARM");
    for (var row : rows) {
      var cells =
          new ArrayList<>(
              List.of(
                  name(row.name()),
                  row.id(),
                  row.stored().map(it -> Integer.toString(it.keys())).orElse(""),
                  row.stored().map(it -> Integer.toString(it.tables().size())).orElse(""),
                  row.stored().map(it -> Lines.size(it.bytes())).orElse(""),
                  Lines.time(row.alarm())));
      if (running) {
        cells.add(row.live().map(ObjectRow.Live::state).orElse(""));
        cells.add(row.live().map(it -> Integer.toString(it.sockets())).orElse(""));
      }
      lines.add(cells.toArray(String[]::new));
    }
    lines.print(console.out());
    rows.forEach(row -> row.fault().ifPresent(console.err()::println));
  }

  private static String name(@Nullable String name) {
    return name == null ? "" : Lines.plain(name);
  }

  private static JsonObject json(ObjectRow row) {
    var json = new JsonObject();
    json.addProperty("id", row.id());
    json.addProperty("name", row.name());
    json.add("alarm", number(row.alarm()));
    row.stored()
        .ifPresent(
            stored -> {
              json.addProperty("keys", stored.keys());
              var tables = new JsonArray();
              stored.tables().forEach(tables::add);
              json.add("tables", tables);
              json.addProperty("bytes", stored.bytes());
            });
    row.fault().ifPresent(fault -> json.addProperty("fault", fault));
    row.live()
        .ifPresent(
            live -> {
              json.addProperty("state", live.state());
              json.addProperty("sockets", live.sockets());
            });
    return json;
  }

  private static JsonElement number(OptionalLong number) {
    return number.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(number.getAsLong());
  }

  private static JsonElement text(String text) {
    return new JsonPrimitive(text);
  }

  private static void keys(Words words, Console console, ProjectState state)
      throws StateException, UsageError {
    var object = Place.object(words, state);
    var query =
        new ObjectAccess.KeyQuery(
            words.value(PREFIX).orElse(""), words.value(START).orElse(null), limit(words));
    var page = state.objects().keys(object, query);
    var lines = new Lines("KEY", "TYPE", "SIZE", "VALUE");
    for (var key : page.keys()) {
      if (words.has(JSON)) {
        var json = new JsonObject();
        json.addProperty("key", key.key());
        json.addProperty("type", key.type());
        json.addProperty("bytes", key.bytes());
        json.addProperty("preview", key.preview());
        console.out().println(json);
      } else {
        lines.add(Lines.plain(key.key()), key.type(), Lines.size(key.bytes()), key.preview());
      }
    }
    if (!words.has(JSON)) {
      lines.print(console.out());
    }
    if (page.next() != null) {
      console
          .err()
          .println("There are more keys, from " + Lines.quoted(page.next()) + " on: --start");
    }
  }

  private static int limit(Words words) throws UsageError {
    var text = words.value(LIMIT);
    try {
      var limit = text.isEmpty() ? DEFAULT_LIMIT : Integer.parseInt(text.get());
      if (limit > 0) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw new UsageError(
        words.command(), LIMIT + " wants a number from 1, not \"" + text.orElse("") + "\"");
  }
}
