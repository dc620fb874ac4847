package dev.durascope.runtime.bundle.esbuild;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A value of the esbuild service's protocol: what JSON has, with bytes beside it and with 32-bit
 * integers for its only numbers.
 *
 * <p>The readers on {@link Dict} are lenient about what is absent, since the service leaves a field
 * out rather than sending it empty, and strict about what is present: a field of another type than
 * expected is a {@link ProtocolException}.
 *
 * <p>Each kind writes itself, and nothing here is a {@code switch} over the kinds: this code runs
 * in every start, and the class that the JVM makes for such a switch is one that its AOT cache
 * cannot hold, at several milliseconds each.
 */
public sealed interface WireValue {

  /** Appends the value as {@link Packet} describes it. */
  void writeTo(WireOutput out);

  /** Nothing. */
  record Null() implements WireValue {
    @Override
    public void writeTo(WireOutput out) {
      out.write(Packet.NULL);
    }
  }

  /** A truth value. */
  record Bool(boolean value) implements WireValue {
    @Override
    public void writeTo(WireOutput out) {
      out.write(Packet.BOOL);
      out.write(value ? 1 : 0);
    }
  }

  /** A signed 32-bit integer, the only number the protocol knows. */
  record Int(int value) implements WireValue {
    @Override
    public void writeTo(WireOutput out) {
      out.write(Packet.INT);
      out.writeInt(value);
    }
  }

  /** Text, UTF-8 on the wire. */
  record Text(String value) implements WireValue {
    @Override
    public void writeTo(WireOutput out) {
      out.write(Packet.TEXT);
      out.writeText(value);
    }
  }

  /** Raw bytes. The array belongs to the value: nobody writes to it. */
  @SuppressWarnings("ArrayRecordComponent") // identity is enough here; nobody compares blobs
  record Bytes(byte[] value) implements WireValue {
    @Override
    public void writeTo(WireOutput out) {
      out.write(Packet.BYTES);
      out.writeBlob(value);
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

    @Override
    public void writeTo(WireOutput out) {
      out.write(Packet.ARRAY);
      out.writeInt(items.size());
      items.forEach(item -> item.writeTo(out));
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

    @Override
    public void writeTo(WireOutput out) {
      out.write(Packet.DICT);
      out.writeInt(entries.size());
      entries.forEach(
          (key, item) -> {
            out.writeText(key);
            item.writeTo(out);
          });
    }

    /** The text under the key, empty where there is none. */
    public String text(String key) {
      return has(key) ? field(key, Text.class).value() : "";
    }

    /** The integer under the key, or {@code fallback} where there is none. */
    public int integer(String key, int fallback) {
      return has(key) ? field(key, Int.class).value() : fallback;
    }

    /** Whether the key holds {@code true}. */
    public boolean flag(String key) {
      return has(key) && field(key, Bool.class).value();
    }

    /**
     * The bytes under the key, none where there are none. The service sends some of them as text.
     */
    public byte[] bytes(String key) {
      if (entries.get(key) instanceof Text(String value)) {
        return value.getBytes(StandardCharsets.UTF_8);
      }
      return has(key) ? field(key, Bytes.class).value() : new byte[0];
    }

    /** The maps in the list under the key, none where there is no list. */
    public List<Dict> dicts(String key) {
      var dicts = new ArrayList<Dict>();
      for (var item : items(key)) {
        if (!(item instanceof Dict dict)) {
          throw unexpected(key, Dict.class, item);
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
          throw unexpected(key, Int.class, item);
        }
        integers.add(value);
      }
      return integers;
    }

    /** The map under the key, empty where there is none. */
    public Dict dict(String key) {
      return has(key) ? field(key, Dict.class) : empty();
    }

    /** Whether anything but nothing is under the key. */
    public boolean has(String key) {
      var value = entries.get(key);
      return value != null && !(value instanceof Null);
    }

    private List<WireValue> items(String key) {
      return has(key) ? field(key, Array.class).items() : List.of();
    }

    private <T extends WireValue> T field(String key, Class<T> type) {
      var value = entries.get(key);
      if (!type.isInstance(value)) {
        throw unexpected(key, type, value);
      }
      return type.cast(value);
    }

    private static ProtocolException unexpected(
        String key, Class<?> wanted, @Nullable WireValue found) {
      var kind = found == null ? "nothing" : found.getClass().getSimpleName();
      return new ProtocolException(
          "expected " + wanted.getSimpleName() + " under \"" + key + "\", found " + kind);
    }
  }
}
