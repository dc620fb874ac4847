package dev.durascope.runtime.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.wire.WireValue.BigInt;
import dev.durascope.runtime.wire.WireValue.Bool;
import dev.durascope.runtime.wire.WireValue.Boxed;
import dev.durascope.runtime.wire.WireValue.Buffer;
import dev.durascope.runtime.wire.WireValue.DenseArray;
import dev.durascope.runtime.wire.WireValue.Entry;
import dev.durascope.runtime.wire.WireValue.External;
import dev.durascope.runtime.wire.WireValue.Hole;
import dev.durascope.runtime.wire.WireValue.HostError;
import dev.durascope.runtime.wire.WireValue.Int;
import dev.durascope.runtime.wire.WireValue.JsDate;
import dev.durascope.runtime.wire.WireValue.JsError;
import dev.durascope.runtime.wire.WireValue.JsMap;
import dev.durascope.runtime.wire.WireValue.JsObject;
import dev.durascope.runtime.wire.WireValue.JsRegExp;
import dev.durascope.runtime.wire.WireValue.JsSet;
import dev.durascope.runtime.wire.WireValue.Null;
import dev.durascope.runtime.wire.WireValue.Property;
import dev.durascope.runtime.wire.WireValue.Real;
import dev.durascope.runtime.wire.WireValue.Reference;
import dev.durascope.runtime.wire.WireValue.SparseArray;
import dev.durascope.runtime.wire.WireValue.Text;
import dev.durascope.runtime.wire.WireValue.Undefined;
import dev.durascope.runtime.wire.WireValue.View;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The way from values to the JSON of {@link WireJson}. */
final class JsonWriting {

  private JsonWriting() {}

  static JsonElement item(WireValue value) {
    return switch (value) {
      case Undefined u -> tagged("$undefined", true);
      case Null n -> JsonNull.INSTANCE;
      case Hole h -> tagged("$hole", true);
      case Bool(var bool) -> new JsonPrimitive(bool);
      case Int(var integer) -> integer(value, integer);
      case Real(var real) -> real(value, real);
      case BigInt(var integer) -> tagged("$bigint", integer.toString());
      case Text(var text) -> text(text);
      case Reference(var number) -> tagged("$ref", number);
      case JsObject object -> object(object);
      case DenseArray array -> array(array);
      case SparseArray(var length, var properties) -> {
        JsonObject json = tagged("$sparse", length);
        json.add("properties", properties(properties));
        yield json;
      }
      case JsMap(var entries) -> tagged("$map", entries(entries));
      case JsSet(var values) -> tagged("$set", items(values));
      case JsDate(var epochMillis) ->
          tagged("$date", Double.isNaN(epochMillis) ? JsonNull.INSTANCE : plainNumber(epochMillis));
      case JsRegExp(var source, var flags) -> {
        JsonObject json = tagged("$regexp", text(source));
        json.addProperty("flags", flags.letters());
        yield json;
      }
      case Boxed(var primitive) -> tagged("$boxed", item(primitive));
      case Buffer(var content, var max) -> {
        JsonObject json = tagged("$buffer", Base64.getEncoder().encodeToString(content));
        max.ifPresent(length -> json.addProperty("max", length));
        yield json;
      }
      case View view -> view(view);
      case JsError error -> error(error);
      case HostError error -> hostError(error);
      case External(var index) -> tagged("$external", index);
    };
  }

  private static JsonElement integer(WireValue value, int integer) {
    return value.equals(WireValue.number(integer))
        ? new JsonPrimitive(integer)
        : tagged("$int", integer);
  }

  private static JsonElement real(WireValue value, double real) {
    boolean special =
        Double.isNaN(real)
            || Double.isInfinite(real)
            || (real == 0 && Double.doubleToRawLongBits(real) != 0);
    if (special) {
      return tagged("$real", JsText.number(real));
    }
    return value.equals(WireValue.number(real))
        ? plainNumber(real)
        : tagged("$real", plainNumber(real));
  }

  /** Without the {@code .0} that Java puts behind integers. */
  private static JsonPrimitive plainNumber(double value) {
    long integer = (long) value;
    return integer == value && Math.abs(value) < 1e18
        ? new JsonPrimitive(integer)
        : new JsonPrimitive(value);
  }

  private static JsonElement text(String text) {
    if (StandardCharsets.UTF_16LE.newEncoder().canEncode(text)) {
      return new JsonPrimitive(text);
    }
    JsonArray units = new JsonArray(text.length());
    text.chars().forEach(units::add);
    return tagged("$utf16", units);
  }

  private static JsonElement object(JsObject object) {
    JsonObject plain = new JsonObject();
    Set<String> names = new HashSet<>();
    for (Property property : object.properties()) {
      String name = plainName(property.name());
      if (name.startsWith("$") || !names.add(name)) {
        return tagged("$object", properties(object.properties()));
      }
      plain.add(name, item(property.value()));
    }
    return plain;
  }

  /**
   * Returns the name as a member of JSON, or one that begins with {@code $} if it cannot be one.
   */
  private static String plainName(WireValue name) {
    String text =
        switch (name) {
          case Text(var string) -> string;
          case Int(var integer) -> Integer.toString(integer);
          case Real(var real) -> JsText.number(real);
          default -> "$";
        };
    boolean encodable = StandardCharsets.UTF_16LE.newEncoder().canEncode(text);
    return encodable && WireValue.name(text).equals(name) ? text : "$";
  }

  private static JsonElement array(DenseArray array) {
    if (array.properties().isEmpty()) {
      return items(array.elements());
    }
    JsonObject json = tagged("$array", items(array.elements()));
    json.add("properties", properties(array.properties()));
    return json;
  }

  private static JsonElement view(View view) {
    JsonObject json = tagged("$view", view.kind().className());
    json.add("buffer", item(view.buffer()));
    json.addProperty("offset", view.offset());
    json.addProperty("length", view.length());
    if (view.flags().lengthTracking()) {
      json.addProperty("tracking", true);
    }
    if (view.flags().resizable()) {
      json.addProperty("resizable", true);
    }
    return json;
  }

  private static JsonElement error(JsError error) {
    JsonObject json = tagged("$error", error.kind().className());
    if (error.message() != null) {
      json.add("message", text(error.message()));
    }
    if (error.stack() != null) {
      json.add("stack", text(error.stack()));
    }
    if (error.cause() != null) {
      json.add("cause", item(error.cause()));
    }
    return json;
  }

  private static JsonElement hostError(HostError error) {
    JsonObject json = tagged("$hostError", error.kind().className());
    if (error.name() != null) {
      json.add("name", item(error.name()));
    }
    json.add("message", item(error.message()));
    json.add("properties", item(error.properties()));
    return json;
  }

  private static JsonArray items(List<WireValue> values) {
    JsonArray json = new JsonArray(values.size());
    values.forEach(value -> json.add(item(value)));
    return json;
  }

  private static JsonArray properties(List<Property> properties) {
    JsonArray json = new JsonArray(properties.size());
    properties.forEach(property -> json.add(pair(property.name(), property.value())));
    return json;
  }

  private static JsonArray entries(List<Entry> entries) {
    JsonArray json = new JsonArray(entries.size());
    entries.forEach(entry -> json.add(pair(entry.key(), entry.value())));
    return json;
  }

  private static JsonArray pair(WireValue first, WireValue second) {
    JsonArray json = new JsonArray(2);
    json.add(item(first));
    json.add(item(second));
    return json;
  }

  private static JsonObject tagged(String tag, JsonElement value) {
    JsonObject json = new JsonObject();
    json.add(tag, value);
    return json;
  }

  private static JsonObject tagged(String tag, Number value) {
    return tagged(tag, new JsonPrimitive(value));
  }

  private static JsonObject tagged(String tag, String value) {
    return tagged(tag, new JsonPrimitive(value));
  }

  private static JsonObject tagged(String tag, Boolean value) {
    return tagged(tag, new JsonPrimitive(value));
  }
}
