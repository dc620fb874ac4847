package dev.durascope.runtime.bundle.esbuild;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A value of the esbuild service's protocol: what JSON has, with bytes beside it and with 32-bit
 * integers for its only numbers.
 *
 * <p>The readers on {@link Dict} are lenient about what is absent, since the service leaves a field
 * out rather than sending it empty, and strict about what is present: a field of another type than
 * expected is a {@link ProtocolException}.
 */
public sealed interface WireValue {

  /** Nothing. */
  record Null() implements WireValue {}

  /** A truth value. */
  record Bool(boolean value) implements WireValue {}

  /** A signed 32-bit integer, the only number the protocol knows. */
  record Int(int value) implements WireValue {}

  /** Text, UTF-8 on the wire. */
  record Text(String value) implements WireValue {}

  /** Raw bytes. The array belongs to the value: nobody writes to it. */
  @SuppressWarnings("ArrayRecordComponent") // identity is enough here; nobody compares blobs
  record Bytes(byte[] value) implements WireValue {
    String text() {
      return new String(value, StandardCharsets.UTF_8);
    }
  }

  /** A list. */
  record Array(List<WireValue> items) implements WireValue {
    public Array {
      items = List.copyOf(items);
    }

    /** A list of texts. */
    public static Array ofTexts(List<String> texts) {
      return new Array(texts.stream().<WireValue>map(Text::new).toList());
    }
  }

  /** A map from text to values, in the order of the wire. */
  record Dict(SequencedMap<String, WireValue> entries) implements WireValue {

    /** An empty map. */
    public static Dict empty() {
      return new Dict(new LinkedHashMap<>());
    }

    /** This map with one more entry. */
    public Dict with(String key, WireValue value) {
      var more = new LinkedHashMap<>(entries);
      more.put(key, value);
      return new Dict(more);
    }

    /** This map with one more entry, a text. */
    public Dict with(String key, String value) {
      return with(key, new Text(value));
    }

    /** This map with one more entry, an integer. */
    public Dict with(String key, int value) {
      return with(key, new Int(value));
    }

    /** This map with one more entry, a truth value. */
    public Dict with(String key, boolean value) {
      return with(key, new Bool(value));
    }

    /** The text under the key, empty where there is none. */
    public String text(String key) {
      return switch (entries.get(key)) {
        case null -> "";
        case Null n -> "";
        case Text(String value) -> value;
        case Bytes bytes -> bytes.text();
        case WireValue other -> throw unexpected(key, "text", other);
      };
    }

    /** The integer under the key, or {@code fallback} where there is none. */
    public int integer(String key, int fallback) {
      return switch (entries.get(key)) {
        case null -> fallback;
        case Null n -> fallback;
        case Int(int value) -> value;
        case WireValue other -> throw unexpected(key, "an integer", other);
      };
    }

    /** Whether the key holds {@code true}. */
    public boolean flag(String key) {
      return switch (entries.get(key)) {
        case null -> false;
        case Null n -> false;
        case Bool(boolean value) -> value;
        case WireValue other -> throw unexpected(key, "a truth value", other);
      };
    }

    /** The bytes under the key, none where there are none. */
    public byte[] bytes(String key) {
      return switch (entries.get(key)) {
        case null -> new byte[0];
        case Null n -> new byte[0];
        case Bytes(byte[] value) -> value;
        case Text(String value) -> value.getBytes(StandardCharsets.UTF_8);
        case WireValue other -> throw unexpected(key, "bytes", other);
      };
    }

    /** The maps in the list under the key, none where there is no list. */
    public List<Dict> dicts(String key) {
      var dicts = new ArrayList<Dict>();
      for (var item : items(key)) {
        if (!(item instanceof Dict dict)) {
          throw unexpected(key, "a list of maps", item);
        }
        dicts.add(dict);
      }
      return dicts;
    }

    /** The integers in the list under the key, none where there is no list. */
    public List<Integer> integers(String key) {
      var integers = new ArrayList<Integer>();
      for (var item : items(key)) {
        if (!(item instanceof Int(int value))) {
          throw unexpected(key, "a list of integers", item);
        }
        integers.add(value);
      }
      return integers;
    }

    /** The map under the key, empty where there is none. */
    public Dict dict(String key) {
      return switch (entries.get(key)) {
        case null -> empty();
        case Null n -> empty();
        case Dict dict -> dict;
        case WireValue other -> throw unexpected(key, "a map", other);
      };
    }

    /** Whether anything but nothing is under the key. */
    public boolean has(String key) {
      var value = entries.get(key);
      return value != null && !(value instanceof Null);
    }

    private List<WireValue> items(String key) {
      return switch (entries.get(key)) {
        case null -> List.of();
        case Null n -> List.of();
        case Array(List<WireValue> items) -> items;
        case WireValue other -> throw unexpected(key, "a list", other);
      };
    }

    private static ProtocolException unexpected(String key, String wanted, WireValue found) {
      return new ProtocolException(
          "expected %s under \"%s\", found %s"
              .formatted(wanted, key, found.getClass().getSimpleName()));
    }
  }
}
