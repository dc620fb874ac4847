package dev.durascope.runtime.wire;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.durascope.runtime.wire.WireValue.BigInt;
import dev.durascope.runtime.wire.WireValue.Bool;
import dev.durascope.runtime.wire.WireValue.Boxed;
import dev.durascope.runtime.wire.WireValue.Buffer;
import dev.durascope.runtime.wire.WireValue.DenseArray;
import dev.durascope.runtime.wire.WireValue.Entry;
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
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The way from the JSON of {@link WireJson} to values. Each complaint begins with the place, as a
 * path from {@code $}: {@code $.tags[2]}.
 */
final class JsonReading {

  private int depth;

  WireValue item(JsonElement json, String place) {
    if (json.isJsonNull()) {
      return new Null();
    }
    if (json instanceof JsonPrimitive primitive) {
      return primitive(primitive, place);
    }
    if (++depth > WireLimits.MAX_DEPTH) {
      throw wrong(place, "nested more than " + WireLimits.MAX_DEPTH + " deep");
    }
    WireValue value =
        json instanceof JsonArray array
            ? new DenseArray(items(array, place), List.of())
            : object(json.getAsJsonObject(), place);
    depth--;
    return value;
  }

  private static WireValue primitive(JsonPrimitive primitive, String place) {
    if (primitive.isBoolean()) {
      return new Bool(primitive.getAsBoolean());
    }
    if (primitive.isString()) {
      return new Text(primitive.getAsString());
    }
    return WireValue.number(number(primitive, place));
  }

  private WireValue object(JsonObject json, String place) {
    String tag = json.isEmpty() ? "" : json.keySet().iterator().next();
    if (!tag.startsWith("$")) {
      List<Property> properties = new ArrayList<>();
      json.asMap()
          .forEach(
              (name, value) ->
                  properties.add(
                      new Property(WireValue.name(name), item(value, place + "." + name))));
      return new JsObject(properties);
    }
    JsonElement value = json.get(tag);
    String inside = place + "." + tag;
    return switch (tag) {
      case "$undefined" -> new Undefined();
      case "$hole" -> new Hole();
      case "$int" -> new Int(integer(value, inside));
      case "$real" -> new Real(real(value, inside));
      case "$bigint" -> new BigInt(bigInteger(value, inside));
      case "$utf16" -> new Text(text(json, inside));
      case "$date" -> new JsDate(date(value, inside));
      case "$regexp" ->
          new JsRegExp(
              text(value, inside), flags(text(member(json, "flags", place), place), place));
      case "$boxed" -> boxed(item(value, inside), inside);
      case "$object" -> new JsObject(properties(value, inside));
      case "$array" ->
          new DenseArray(
              items(array(value, inside), inside),
              properties(member(json, "properties", place), place));
      case "$sparse" ->
          new SparseArray(
              length(value, inside), properties(member(json, "properties", place), place));
      case "$map" -> new JsMap(entries(value, inside));
      case "$set" -> new JsSet(items(array(value, inside), inside));
      case "$buffer" -> new Buffer(base64(value, inside), max(json, place));
      case "$view" -> view(json, place);
      case "$error" -> error(json, place);
      case "$hostError" -> hostError(json, place);
      case "$ref" -> new Reference(integer(value, inside));
      default -> throw wrong(place, "unknown tag " + tag);
    };
  }

  private WireValue view(JsonObject json, String place) {
    String className = text(json.get("$view"), place);
    ViewKind kind =
        ViewKind.ofClassName(className)
            .orElseThrow(() -> wrong(place, "unknown kind of view " + className));
    WireValue buffer = item(member(json, "buffer", place), place + ".buffer");
    if (!(buffer instanceof Buffer || buffer instanceof Reference)) {
      throw wrong(place + ".buffer", "expected a $buffer or a $ref to one");
    }
    int offset = integer(member(json, "offset", place), place + ".offset");
    int length = integer(member(json, "length", place), place + ".length");
    if (buffer instanceof Buffer(var content, var max)
        && (offset < 0
            || length < 0
            || offset > content.length - length
            || offset % kind.elementBytes() != 0
            || length % kind.elementBytes() != 0)) {
      throw wrong(place, "the view does not fit its buffer of " + content.length + " bytes");
    }
    return new View(
        buffer, kind, offset, length, new ViewFlags(json.has("tracking"), json.has("resizable")));
  }

  private WireValue error(JsonObject json, String place) {
    String className = text(json.get("$error"), place);
    ErrorKind kind =
        ErrorKind.ofClassName(className)
            .orElseThrow(() -> wrong(place, "unknown class of error " + className));
    JsonElement cause = json.get("cause");
    return new JsError(
        kind,
        optionalText(json.get("message"), place),
        optionalText(json.get("stack"), place),
        cause == null ? null : item(cause, place + ".cause"));
  }

  private WireValue hostError(JsonObject json, String place) {
    HostErrorKind kind = HostErrorKind.ofName(text(json.get("$hostError"), place));
    WireValue name =
        kind == HostErrorKind.OTHER ? item(member(json, "name", place), place + ".name") : null;
    return new HostError(
        kind,
        name,
        item(member(json, "message", place), place + ".message"),
        item(member(json, "properties", place), place + ".properties"));
  }

  private static WireValue boxed(WireValue primitive, String place) {
    return switch (primitive) {
      case Int(var integer) -> new Boxed(new Real(integer));
      case Bool b -> new Boxed(b);
      case Real r -> new Boxed(r);
      case BigInt b -> new Boxed(b);
      case Text t -> new Boxed(t);
      default -> throw wrong(place, "only booleans, numbers, bigints and strings can be boxed");
    };
  }

  private List<WireValue> items(JsonArray json, String place) {
    List<WireValue> values = new ArrayList<>(json.size());
    for (int i = 0; i < json.size(); i++) {
      values.add(item(json.get(i), place + "[" + i + "]"));
    }
    return values;
  }

  private List<Property> properties(JsonElement json, String place) {
    List<Property> properties = new ArrayList<>();
    for (Entry entry : entries(json, place)) {
      WireValue name = entry.key();
      if (!(name instanceof Text || name instanceof Int || name instanceof Real)) {
        throw wrong(place, "the name of a property must be a string or a number");
      }
      properties.add(new Property(name, entry.value()));
    }
    return properties;
  }

  private List<Entry> entries(JsonElement json, String place) {
    List<Entry> entries = new ArrayList<>();
    int i = 0;
    for (JsonElement element : array(json, place)) {
      String inside = place + "[" + i++ + "]";
      JsonArray pair = array(element, inside);
      if (pair.size() != 2) {
        throw wrong(inside, "expected a pair, found " + pair.size() + " items");
      }
      entries.add(new Entry(item(pair.get(0), inside), item(pair.get(1), inside)));
    }
    return entries;
  }

  private static JsonElement member(JsonObject json, String name, String place) {
    JsonElement member = json.get(name);
    if (member == null) {
      throw wrong(place, "the member \"" + name + "\" is missing");
    }
    return member;
  }

  private static JsonArray array(@Nullable JsonElement json, String place) {
    if (json instanceof JsonArray array) {
      return array;
    }
    throw wrong(place, "expected an array");
  }

  private static double number(@Nullable JsonElement json, String place) {
    if (json instanceof JsonPrimitive primitive && primitive.isNumber()) {
      return primitive.getAsDouble();
    }
    throw wrong(place, "expected a number");
  }

  private static int integer(@Nullable JsonElement json, String place) {
    double number = number(json, place);
    if (number != (int) number) {
      throw wrong(place, "expected an integer of 32 bits");
    }
    return (int) number;
  }

  private static long length(@Nullable JsonElement json, String place) {
    double number = number(json, place);
    if (number != (long) number || number < 0 || number > WireTag.MAX_INDEX + 1) {
      throw wrong(place, "expected the length of an array");
    }
    return (long) number;
  }

  private static double real(@Nullable JsonElement json, String place) {
    if (!(json instanceof JsonPrimitive primitive) || !primitive.isString()) {
      return number(json, place);
    }
    return switch (primitive.getAsString()) {
      case "-0" -> -0.0;
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw wrong(place, "expected a number, \"-0\", \"NaN\" or \"Infinity\"");
    };
  }

  private static BigInteger bigInteger(@Nullable JsonElement json, String place) {
    try {
      return new BigInteger(text(json, place));
    } catch (NumberFormatException e) {
      throw wrong(place, "expected the digits of a bigint");
    }
  }

  /** A text is a string, or an object with the tag {@code $utf16}. */
  private static String text(@Nullable JsonElement json, String place) {
    if (json instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    if (json instanceof JsonObject object && object.has("$utf16")) {
      StringBuilder text = new StringBuilder();
      for (JsonElement unit : array(object.get("$utf16"), place)) {
        text.append((char) integer(unit, place));
      }
      return text.toString();
    }
    throw wrong(place, "expected a string");
  }

  private static @Nullable String optionalText(@Nullable JsonElement json, String place) {
    return json == null ? null : text(json, place);
  }

  private static RegExpFlags flags(String letters, String place) {
    try {
      return RegExpFlags.of(letters);
    } catch (IllegalArgumentException e) {
      throw wrong(place, String.valueOf(e.getMessage()));
    }
  }

  private static double date(JsonElement json, String place) {
    if (json.isJsonNull()) {
      return Double.NaN;
    }
    if (json instanceof JsonPrimitive primitive && primitive.isString()) {
      try {
        return Instant.parse(primitive.getAsString()).toEpochMilli();
      } catch (DateTimeException | ArithmeticException e) {
        throw wrong(place, "expected a time such as 2026-01-01T00:00:00.000Z");
      }
    }
    return number(json, place);
  }

  private static byte[] base64(@Nullable JsonElement json, String place) {
    try {
      return Base64.getDecoder().decode(text(json, place));
    } catch (IllegalArgumentException e) {
      throw wrong(place, "expected base64");
    }
  }

  private static OptionalInt max(JsonObject json, String place) {
    JsonElement max = json.get("max");
    return max == null ? OptionalInt.empty() : OptionalInt.of(integer(max, place + ".max"));
  }

  private static IllegalArgumentException wrong(String place, String what) {
    return new IllegalArgumentException("%s: %s".formatted(place, what));
  }
}
