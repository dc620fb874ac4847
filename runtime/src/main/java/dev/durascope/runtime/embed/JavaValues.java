package dev.durascope.runtime.embed;

import dev.durascope.runtime.wire.ViewFlags;
import dev.durascope.runtime.wire.ViewKind;
import dev.durascope.runtime.wire.WireValue;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Java's values for JavaScript's, which is how arguments, results and stored values are given.
 *
 * <table>
 *   <caption>Both ways</caption>
 *   <tr><td>null<td>{@code null}; {@code undefined} becomes null
 *   <tr><td>Boolean, String<td>boolean, string
 *   <tr><td>Integer, Double<td>a number: read as Integer if it is whole and fits, else as Double;
 *       Long, Short, Byte, Float are taken where a number holds them exactly
 *   <tr><td>BigInteger<td>bigint
 *   <tr><td>Instant<td>Date
 *   <tr><td>byte[]<td>Uint8Array; any other buffer or view of bytes is read so, too
 *   <tr><td>List<td>Array
 *   <tr><td>Map with String keys<td>a plain object; a {@code Map} is read as a Java Map, too
 *   <tr><td>Set<td>{@code Set}
 *   <tr><td>{@link WireValue}<td>everything else, such as a RegExp or an Error
 * </table>
 *
 * <p>Shared and cyclic references stay what they are: maps, lists and sets are kept by identity.
 */
public final class JavaValues {
  private JavaValues() {}

  /**
   * The bytes in which V8 would store a value.
   *
   * @throws IllegalArgumentException for a value that is none of the table's
   */
  public static byte[] serialize(@Nullable Object value) {
    return new Writing().of(value).toBytes();
  }

  /** The value of such bytes. */
  public static @Nullable Object deserialize(byte[] bytes) {
    return new Reading().of(WireValue.read(bytes));
  }

  /** The way to JavaScript; counts objects as they begin, as references do. */
  private static final class Writing {
    private static final long MAX_SAFE = (1L << 53) - 1;

    private final IdentityHashMap<Object, Integer> begun = new IdentityHashMap<>();
    private int count;

    WireValue of(@Nullable Object value) {
      return switch (value) {
        case null -> new WireValue.Null();
        case WireValue wire -> wire;
        case Boolean bool -> new WireValue.Bool(bool);
        case String text -> new WireValue.Text(text);
        case BigInteger integer -> new WireValue.BigInt(integer);
        case Long number -> WireValue.number(exact(number));
        case Number number -> WireValue.number(number.doubleValue());
        case Instant instant -> numbered(new WireValue.JsDate(instant.toEpochMilli()));
        case byte[] bytes -> bytes(bytes);
        case List<?> list -> container(list);
        case Map<?, ?> map -> container(map);
        case Set<?> set -> container(set);
        default ->
            throw new IllegalArgumentException(
                "There is no JavaScript value for a " + value.getClass().getName());
      };
    }

    private static double exact(long number) {
      if (Math.abs(number) > MAX_SAFE) {
        throw new IllegalArgumentException(
            number + " is no number of JavaScript's; give a BigInteger for a bigint");
      }
      return number;
    }

    private <T extends WireValue> T numbered(T value) {
      count++;
      return value;
    }

    private WireValue bytes(byte[] bytes) {
      count += 2; // the buffer and its view
      return new WireValue.View(
          new WireValue.Buffer(bytes.clone(), OptionalInt.empty()),
          ViewKind.UINT8,
          0,
          bytes.length,
          ViewFlags.FIXED);
    }

    private WireValue container(Object container) {
      var known = begun.get(container);
      if (known != null) {
        return new WireValue.Reference(known);
      }
      begun.put(container, count++);
      return switch (container) {
        case List<?> list ->
            new WireValue.DenseArray(list.stream().map(this::of).toList(), List.of());
        case Set<?> set -> new WireValue.JsSet(set.stream().map(this::of).toList());
        case Map<?, ?> map ->
            new WireValue.JsObject(
                map.entrySet().stream()
                    .map(
                        entry -> new WireValue.Property(name(entry.getKey()), of(entry.getValue())))
                    .toList());
        default -> throw new IllegalArgumentException("no container: " + container.getClass());
      };
    }

    private static WireValue name(@Nullable Object key) {
      if (key instanceof String name) {
        return WireValue.name(name);
      }
      throw new IllegalArgumentException("The keys of a Map have to be strings: " + key);
    }
  }

  /** The way from JavaScript. */
  private static final class Reading {
    private final List<@Nullable Object> begun = new ArrayList<>();

    @Nullable Object of(WireValue value) {
      return switch (value) {
        case WireValue.Undefined undefined -> null;
        case WireValue.Null nothing -> null;
        case WireValue.Hole hole -> null;
        case WireValue.Bool(var bool) -> bool;
        case WireValue.Int(var number) -> number;
        case WireValue.Real(var number) -> number(number);
        case WireValue.BigInt(var integer) -> integer;
        case WireValue.Text(var text) -> text;
        case WireValue.Reference(var number) -> begun.get(number);
        case WireValue.JsObject object -> properties(object.properties());
        case WireValue.DenseArray array when array.properties().isEmpty() -> list(array.elements());
        case WireValue.JsMap map -> map(map);
        case WireValue.JsSet set -> set(set);
        case WireValue.JsDate(var millis) when !Double.isNaN(millis) ->
            begin(Instant.ofEpochMilli((long) millis));
        case WireValue.Buffer buffer -> begin(buffer.content().clone());
        case WireValue.View view -> view(view);
        case WireValue.Numbered other -> opaque(other);
      };
    }

    private static Object number(double number) {
      var whole = (int) number;
      return whole == number && (whole != 0 || 1 / number > 0) ? (Object) whole : number;
    }

    private <T> T begin(T value) {
      begun.add(value);
      return value;
    }

    private Map<String, @Nullable Object> properties(List<WireValue.Property> properties) {
      var map = begin(new LinkedHashMap<String, @Nullable Object>());
      for (var property : properties) {
        map.put(String.valueOf(of(property.name())), of(property.value()));
      }
      return map;
    }

    private List<@Nullable Object> list(List<WireValue> elements) {
      var list = begin(new ArrayList<@Nullable Object>());
      elements.forEach(element -> list.add(of(element)));
      return list;
    }

    private Map<@Nullable Object, @Nullable Object> map(WireValue.JsMap source) {
      var map = begin(new LinkedHashMap<@Nullable Object, @Nullable Object>());
      source.entries().forEach(entry -> map.put(of(entry.key()), of(entry.value())));
      return map;
    }

    private Set<@Nullable Object> set(WireValue.JsSet source) {
      var set = begin(new LinkedHashSet<@Nullable Object>());
      source.values().forEach(element -> set.add(of(element)));
      return set;
    }

    private Object view(WireValue.View view) {
      var buffer = of(view.buffer());
      if (!(buffer instanceof byte[] all)) {
        return opaque(view);
      }
      var end = view.flags().lengthTracking() ? all.length : view.offset() + view.length();
      return begin(Arrays.copyOfRange(all, view.offset(), end));
    }

    /**
     * What has no counterpart is given as it is; what is within it has its numbers all the same.
     */
    private Object opaque(WireValue.Numbered value) {
      begin(value);
      switch (value) {
        case WireValue.SparseArray array -> pass(array.properties());
        case WireValue.DenseArray array -> {
          array.elements().forEach(this::of);
          pass(array.properties());
        }
        case WireValue.Boxed boxed -> of(boxed.primitive());
        case WireValue.JsError(_, _, _, var cause) when cause != null -> of(cause);
        case WireValue.HostError error -> {
          if (error.name() != null) {
            of(error.name());
          }
          of(error.message());
          of(error.properties());
        }
        default -> {}
      }
      return value;
    }

    private void pass(List<WireValue.Property> properties) {
      for (var property : properties) {
        of(property.name());
        of(property.value());
      }
    }
  }
}
