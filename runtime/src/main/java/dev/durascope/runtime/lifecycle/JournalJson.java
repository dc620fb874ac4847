package dev.durascope.runtime.lifecycle;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of the journal, and of an application that can be taken back. */
final class JournalJson {
  private JournalJson() {}

  static JsonObject of(Journal.Entry entry) {
    var json = new JsonObject();
    json.addProperty("number", entry.number());
    json.addProperty("undo", entry.isUndo());
    var notes = new JsonArray();
    entry.notes().forEach(notes::add);
    json.add("notes", notes);
    var moves = new JsonArray();
    for (var move : entry.moves()) {
      var each = new JsonObject();
      each.addProperty("from", move.from());
      each.addProperty("to", move.to());
      moves.add(each);
    }
    json.add("moves", moves);
    var after = new LinkedHashMap<String, Optional<WorkerRecord>>();
    entry.records().forEach((worker, record) -> after.put(worker, Optional.of(record)));
    entry.before().keySet().forEach(worker -> after.putIfAbsent(worker, Optional.empty()));
    json.add("records", records(after));
    json.add("before", records(entry.before()));
    return json;
  }

  private static JsonObject records(Map<String, Optional<WorkerRecord>> records) {
    var json = new JsonObject();
    records.forEach(
        (worker, record) ->
            json.add(worker, record.isPresent() ? RecordJson.of(record.get()) : JsonNull.INSTANCE));
    return json;
  }

  static int number(JsonObject json) {
    return json.get("number").getAsInt();
  }

  static boolean isUndo(JsonObject json) {
    return json.get("undo").getAsBoolean();
  }

  static String phase(JsonObject json) {
    return json.get("phase").getAsString();
  }

  static List<Move> moves(JsonObject json) {
    var moves = new ArrayList<Move>();
    for (var element : json.getAsJsonArray("moves")) {
      var move = element.getAsJsonObject();
      moves.add(new Move(move.get("from").getAsString(), move.get("to").getAsString()));
    }
    return moves;
  }

  static List<String> notes(JsonObject json) {
    var notes = new ArrayList<String>();
    json.getAsJsonArray("notes").forEach(note -> notes.add(note.getAsString()));
    return notes;
  }

  /**
   * The records at {@code key}.
   *
   * @throws JsonParseException if one is no record
   */
  static Map<String, Optional<WorkerRecord>> records(JsonObject json, String key) {
    var records = new LinkedHashMap<String, Optional<WorkerRecord>>();
    for (var entry : json.getAsJsonObject(key).entrySet()) {
      records.put(
          entry.getKey(),
          entry.getValue() instanceof JsonObject record
              ? Optional.of(RecordJson.read(record))
              : Optional.empty());
    }
    return records;
  }
}
