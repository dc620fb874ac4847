package dev.durascope.runtime.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.storage.RawText;
import dev.durascope.runtime.wire.WireException;
import dev.durascope.runtime.wire.WireJson;
import dev.durascope.runtime.wire.WireValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * State as text: a line of JSON for each thing, in an order in which it can be read and written
 * without holding more than one of them.
 *
 * <pre>
 * {"format": "durascope-state", "version": 1}
 * {"worker": "chat", "class": "ChatRoom"}                  the objects that follow are of it
 * {"object": id, "name": "lobby" | null, "alarm": ms | null}  what follows is in it
 * {"key": "count", "value": 3}                             as {@link WireJson} writes values
 * {"key": "odd", "v8": base64}                             the bytes, where that would lose any
 * {"define": "CREATE TABLE …"}                             before its rows
 * {"table": "t", "columns": ["id", "text"], "empty"?: true}   the rows that follow are of it
 * {"row": [1, "a"]}
 * {"define": "CREATE INDEX …"}                             after the rows
 * {"end": {"objects": 1, "keys": 2, "rows": 1}}
 * </pre>
 *
 * <p>A key that is no text by itself is {@code {"$utf16": [55296]}}, as in values. In a row a text
 * is a string, null is null, and an integer that JavaScript has exactly is a number; all else is an
 * object: {@code {"integer": "9007199254740993"}}, {@code {"real": 1.5}}, {@code {"real":
 * "Infinity"}}, {@code {"blob": base64}}, {@code {"text": base64}} for a text that is not UTF-8.
 */
final class ExportFormat {
  static final String NAME = "durascope-state";
  static final int VERSION = 1;

  private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

  private ExportFormat() {}

  static JsonObject line(String name, JsonElement value) {
    var line = new JsonObject();
    line.add(name, value);
    return line;
  }

  static JsonElement orNull(@Nullable String text) {
    return text == null ? JsonNull.INSTANCE : new JsonPrimitive(text);
  }

  static JsonObject entry(String key, byte[] bytes) {
    var line = line("key", WireJson.write(new WireValue.Text(key)));
    var value = lossless(bytes);
    if (value != null) {
      line.add("value", value);
    } else {
      line.addProperty("v8", Base64.getEncoder().encodeToString(bytes));
    }
    return line;
  }

  /** The value as JSON; null if that does not give the very bytes again. */
  private static @Nullable JsonElement lossless(byte[] bytes) {
    try {
      var json = WireJson.write(WireValue.read(bytes));
      return Arrays.equals(WireJson.read(json).toBytes(), bytes) ? json : null;
    } catch (WireException | IllegalArgumentException e) {
      return null;
    }
  }

  static String key(JsonElement json) {
    if (WireJson.read(json) instanceof WireValue.Text(var text)) {
      return text;
    }
    throw new IllegalArgumentException("a key must be a text");
  }

  static byte[] value(JsonObject line) {
    return line.has("v8")
        ? Base64.getDecoder().decode(line.get("v8").getAsString())
        : WireJson.read(line.get("value")).toBytes();
  }

  static JsonElement cell(@Nullable Object value) {
    return switch (value) {
      case null -> JsonNull.INSTANCE;
      case Long number ->
          Math.abs(number) <= MAX_SAFE_INTEGER && number != Long.MIN_VALUE
              ? new JsonPrimitive(number)
              : line("integer", new JsonPrimitive(number.toString()));
      case Double number ->
          line(
              "real",
              Double.isFinite(number) && !isNegativeZero(number)
                  ? new JsonPrimitive(number)
                  : new JsonPrimitive(number.toString()));
      case String text ->
          StandardCharsets.UTF_16LE.newEncoder().canEncode(text)
              ? new JsonPrimitive(text)
              : WireJson.write(new WireValue.Text(text));
      case byte[] blob -> line("blob", new JsonPrimitive(Base64.getEncoder().encodeToString(blob)));
      case RawText(var bytes) ->
          line("text", new JsonPrimitive(Base64.getEncoder().encodeToString(bytes)));
      default -> throw new IllegalArgumentException("not from a table: " + value.getClass());
    };
  }

  private static boolean isNegativeZero(double number) {
    return number == 0 && Double.doubleToRawLongBits(number) != 0;
  }

  static @Nullable Object cell(JsonElement json) {
    if (json.isJsonNull()) {
      return null;
    }
    if (json instanceof JsonPrimitive primitive) {
      return primitive.isString() ? primitive.getAsString() : (Object) primitive.getAsLong();
    }
    if (json instanceof JsonObject object) {
      if (object.has("integer")) {
        return Long.parseLong(object.get("integer").getAsString());
      }
      if (object.has("real")) {
        return Double.parseDouble(object.get("real").getAsString());
      }
      if (object.has("blob")) {
        return Base64.getDecoder().decode(object.get("blob").getAsString());
      }
      if (object.has("text")) {
        return new RawText(Base64.getDecoder().decode(object.get("text").getAsString()));
      }
      if (object.has("$utf16")) {
        return key(object);
      }
    }
    throw new IllegalArgumentException("no value of a table: " + json);
  }

  static JsonArray names(Iterable<String> names) {
    var array = new JsonArray();
    names.forEach(array::add);
    return array;
  }
}
