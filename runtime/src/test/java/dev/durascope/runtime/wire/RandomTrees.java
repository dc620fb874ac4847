package dev.durascope.runtime.wire;

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
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;

/** Makes trees of every kind of value out of a seed, valid references included. */
final class RandomTrees {

  private final Random random;
  private int begun;

  RandomTrees(long seed) {
    this.random = new Random(seed);
  }

  WireValue tree(int depth) {
    int kinds = depth == 0 ? 10 : 22;
    return switch (random.nextInt(kinds)) {
      case 0 -> new Undefined();
      case 1 -> new Null();
      case 2 -> new Bool(random.nextBoolean());
      case 3 -> new Int(random.nextInt());
      case 4 -> new Int(random.nextInt(200) - 100);
      case 5 -> new Real(real());
      case 6 -> new BigInt(bigInteger());
      case 7, 8 -> new Text(text());
      case 9 -> begun == 0 ? new Null() : new Reference(random.nextInt(begun));
      case 10, 11, 12 -> numbered(() -> new JsObject(properties(depth)));
      case 13 -> numbered(() -> new DenseArray(elements(depth), properties(depth)));
      case 14 ->
          numbered(() -> new SparseArray(random.nextInt() & 0xFFFF_FFFFL, properties(depth)));
      case 15 -> numbered(() -> new JsMap(entries(depth)));
      case 16 -> numbered(() -> new JsSet(values(depth)));
      case 17 -> numbered(() -> new JsDate(random.nextInt() * 1e5));
      case 18 -> numbered(() -> new JsRegExp(text(), new RegExpFlags(random.nextInt(512))));
      case 19 -> numbered(this::boxed);
      case 20 -> buffer();
      default ->
          random.nextBoolean() ? numbered(() -> error(depth)) : numbered(() -> hostError(depth));
    };
  }

  private WireValue numbered(Supplier<WireValue> make) {
    begun++;
    return make.get();
  }

  private double real() {
    return switch (random.nextInt(5)) {
      case 0 -> Double.NaN;
      case 1 -> -0.0;
      case 2 -> random.nextInt() * 4.0;
      case 3 -> Double.NEGATIVE_INFINITY;
      default -> Double.longBitsToDouble(random.nextLong() & 0x7FEF_FFFF_FFFF_FFFFL);
    };
  }

  private BigInteger bigInteger() {
    BigInteger magnitude = new BigInteger(random.nextInt(200), random);
    return random.nextBoolean() ? magnitude : magnitude.negate();
  }

  private String text() {
    int length = random.nextInt(8);
    int range = random.nextBoolean() ? 0x100 : 0x10000;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) random.nextInt(range));
    }
    return text.toString();
  }

  private List<WireValue> values(int depth) {
    List<WireValue> values = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      values.add(tree(depth - 1));
    }
    return values;
  }

  private List<WireValue> elements(int depth) {
    List<WireValue> elements = values(depth);
    elements.add(random.nextInt(elements.size() + 1), new Hole());
    return elements;
  }

  private List<Property> properties(int depth) {
    List<Property> properties = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String name =
          switch (random.nextInt(4)) {
            case 0 -> "$" + i;
            case 1 -> Integer.toString(random.nextInt(100));
            default -> text();
          };
      properties.add(new Property(WireValue.name(name), tree(depth - 1)));
    }
    return properties;
  }

  private List<Entry> entries(int depth) {
    List<Entry> entries = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      entries.add(new Entry(tree(depth - 1), tree(depth - 1)));
    }
    return entries;
  }

  private WireValue boxed() {
    return new Boxed(
        switch (random.nextInt(4)) {
          case 0 -> new Bool(random.nextBoolean());
          case 1 -> new Real(real());
          case 2 -> new BigInt(bigInteger());
          default -> new Text(text());
        });
  }

  private WireValue buffer() {
    byte[] content = new byte[8 * random.nextInt(4)];
    random.nextBytes(content);
    OptionalInt max =
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(content.length + 8);
    begun++;
    Buffer buffer = new Buffer(content, max);
    if (random.nextBoolean()) {
      return buffer;
    }
    begun++;
    ViewKind kind = oneOf(List.of(ViewKind.values()));
    ViewFlags flags = new ViewFlags(max.isPresent() && random.nextBoolean(), max.isPresent());
    return new View(buffer, kind, 0, flags.lengthTracking() ? 0 : content.length, flags);
  }

  private WireValue error(int depth) {
    ErrorKind kind = oneOf(List.of(ErrorKind.values()));
    return new JsError(
        kind,
        random.nextBoolean() ? null : text(),
        random.nextBoolean() ? null : text(),
        random.nextBoolean() ? null : tree(depth - 1));
  }

  private WireValue hostError(int depth) {
    HostErrorKind kind = oneOf(List.of(HostErrorKind.values()));
    WireValue name = kind == HostErrorKind.OTHER ? tree(depth - 1) : null;
    return new HostError(
        kind, name, new Text(text()), numbered(() -> new JsObject(properties(depth))));
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
