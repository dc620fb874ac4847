package dev.durascope.runtime.state;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import dev.durascope.runtime.control.ControlRefusal;
import dev.durascope.runtime.control.ControlTarget.StoredEntry;
import dev.durascope.runtime.control.ControlTarget.StoredValue;
import dev.durascope.runtime.wire.WireException;
import dev.durascope.runtime.wire.WireJson;
import dev.durascope.runtime.wire.WirePreview;
import dev.durascope.runtime.wire.WireValue;

/** Stored values as people and tools read them. */
public final class StoredValues {
  /** A preview's length, in UTF-16 units: a line of a table. */
  private static final int MAX_PREVIEW = 120;

  private StoredValues() {}

  /** The value in one short line; for bytes that cannot be read, why. */
  public static String preview(byte[] bytes) {
    try {
      return WirePreview.of(WireValue.read(bytes), MAX_PREVIEW);
    } catch (WireException e) {
      return unreadable(bytes, e);
    }
  }

  /** The entry as a line of a list. */
  public static StoredEntry entry(String key, byte[] bytes) {
    try {
      var value = WireValue.read(bytes);
      return new StoredEntry(key, type(value), WirePreview.of(value, MAX_PREVIEW), bytes.length);
    } catch (WireException e) {
      return new StoredEntry(key, "unreadable", unreadable(bytes, e), bytes.length);
    }
  }

  public static StoredValue value(String key, byte[] bytes) throws ControlRefusal {
    try {
      var value = WireValue.read(bytes);
      return new StoredValue(
          key, type(value), WirePreview.of(value, MAX_PREVIEW), WireJson.write(value));
    } catch (WireException e) {
      throw new ControlRefusal(
          ControlRefusal.Kind.FAILED, "unreadable-value", unreadable(bytes, e));
    }
  }

  /** The bytes of a value that came as JSON. */
  public static byte[] bytes(JsonElement json) throws ControlRefusal {
    try {
      return WireJson.read(json).toBytes();
    } catch (JsonParseException | IllegalArgumentException | WireException e) {
      throw new ControlRefusal(
          ControlRefusal.Kind.BAD_REQUEST, "bad-value", String.valueOf(e.getMessage()));
    }
  }

  private static String unreadable(byte[] bytes, WireException e) {
    return "(" + bytes.length + " bytes that cannot be read: " + e.getMessage() + ")";
  }

  /** The JavaScript type, as {@code typeof} or the class's name tells it. */
  static String type(WireValue value) {
    return switch (value) {
      case WireValue.Undefined undefined -> "undefined";
      case WireValue.Null nothing -> "null";
      case WireValue.Hole hole -> "undefined";
      case WireValue.Bool bool -> "boolean";
      case WireValue.Int number -> "number";
      case WireValue.Real number -> "number";
      case WireValue.BigInt number -> "bigint";
      case WireValue.Text text -> "string";
      case WireValue.Reference reference -> "Object";
      case WireValue.JsObject object -> "Object";
      case WireValue.DenseArray array -> "Array";
      case WireValue.SparseArray array -> "Array";
      case WireValue.JsMap map -> "Map";
      case WireValue.JsSet set -> "Set";
      case WireValue.JsDate date -> "Date";
      case WireValue.JsRegExp regExp -> "RegExp";
      case WireValue.Boxed boxed -> "Object";
      case WireValue.Buffer buffer -> "ArrayBuffer";
      case WireValue.View view -> view.kind().className();
      case WireValue.JsError error -> "Error";
      case WireValue.HostError error -> "Error";
      case WireValue.External external -> "Object";
    };
  }
}
