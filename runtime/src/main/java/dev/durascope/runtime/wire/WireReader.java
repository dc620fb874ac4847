package dev.durascope.runtime.wire;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads bytes as a tree. */
final class WireReader {

  private final WireInput in;
  private final boolean message;
  private int depth;

  /** For each object that has begun, by number: the length of the buffer that it is, or nothing. */
  private final List<OptionalInt> bufferLengths = new ArrayList<>();

  private WireReader(WireInput in, boolean message) {
    this.in = in;
    this.message = message;
  }

  static WireValue read(byte[] bytes) {
    return read(bytes, false);
  }

  static WireValue readMessage(byte[] bytes) {
    return read(bytes, true);
  }

  private static WireValue read(byte[] bytes, boolean message) {
    WireInput in = new WireInput(bytes);
    WireValue value = new WireReader(in, message).item();
    in.end();
    return value;
  }

  private WireValue item() {
    int start = in.position();
    int tag = in.tag();
    while (tag == WireTag.OBJECT_COUNT) {
      in.varint();
      start = in.position();
      tag = in.tag();
    }
    return switch (tag) {
      case WireTag.UNDEFINED -> new Undefined();
      case WireTag.NULL -> new Null();
      case WireTag.TRUE -> new Bool(true);
      case WireTag.FALSE -> new Bool(false);
      case WireTag.INT -> new Int(in.integer());
      case WireTag.UINT -> unsigned(in.varint());
      case WireTag.DOUBLE -> new Real(in.real());
      case WireTag.BIG_INT -> new BigInt(in.bits());
      case WireTag.LATIN1_STRING -> new Text(in.latin1());
      case WireTag.UTF16_STRING -> new Text(in.utf16());
      case WireTag.UTF8_STRING -> new Text(in.utf8());
      case WireTag.REFERENCE -> reference();
      default -> object(start, tag);
    };
  }

  private static WireValue unsigned(int bits) {
    return bits >= 0 ? new Int(bits) : new Real(Integer.toUnsignedLong(bits));
  }

  private WireValue reference() {
    int number = in.reference(bufferLengths.size());
    OptionalInt bufferLength = bufferLengths.get(number);
    Reference reference = new Reference(number);
    return bufferLength.isPresent() ? orView(reference, bufferLength.getAsInt()) : reference;
  }

  private WireValue object(int start, int tag) {
    if (++depth > WireLimits.MAX_DEPTH) {
      throw in.damaged(start, "nested more than " + WireLimits.MAX_DEPTH + " deep");
    }
    int number = bufferLengths.size();
    bufferLengths.add(OptionalInt.empty());
    WireValue value = object(start, tag, number);
    depth--;
    return value;
  }

  private WireValue object(int start, int tag, int number) {
    return switch (tag) {
      case WireTag.OBJECT -> jsObject();
      case WireTag.DENSE_ARRAY -> denseArray();
      case WireTag.SPARSE_ARRAY -> sparseArray();
      case WireTag.MAP -> map();
      case WireTag.SET -> set();
      case WireTag.DATE -> new JsDate(in.real());
      case WireTag.REG_EXP -> new JsRegExp(in.string("the source of a RegExp"), in.regExpFlags());
      case WireTag.TRUE_OBJECT -> new Boxed(new Bool(true));
      case WireTag.FALSE_OBJECT -> new Boxed(new Bool(false));
      case WireTag.NUMBER_OBJECT -> new Boxed(new Real(in.real()));
      case WireTag.BIG_INT_OBJECT -> new Boxed(new BigInt(in.bits()));
      case WireTag.STRING_OBJECT -> new Boxed(new Text(in.string("a String object")));
      case WireTag.BUFFER -> buffer(number, new Buffer(in.buffer(), OptionalInt.empty()));
      case WireTag.RESIZABLE_BUFFER -> {
        WireInput.Resizable resizable = in.resizableBuffer();
        yield buffer(
            number, new Buffer(resizable.content(), OptionalInt.of(resizable.maxLength())));
      }
      case WireTag.ERROR -> error();
      case WireTag.HOST_OBJECT -> hostObject();
      default -> throw in.unexpected(start, "a value", tag);
    };
  }

  private WireValue jsObject() {
    List<Property> properties = properties(WireTag.OBJECT_END);
    in.expectCount(properties.size(), "properties");
    return new JsObject(properties);
  }

  private WireValue denseArray() {
    int length = in.length("an array");
    List<WireValue> elements = new ArrayList<>(length);
    for (int i = 0; i < length; i++) {
      elements.add(in.take(WireTag.HOLE) ? new Hole() : item());
    }
    List<Property> properties = properties(WireTag.DENSE_ARRAY_END);
    in.expectCount(properties.size(), "properties");
    in.expectCount(length, "elements");
    return new DenseArray(elements, properties);
  }

  private WireValue sparseArray() {
    long length = Integer.toUnsignedLong(in.varint());
    List<Property> properties = properties(WireTag.SPARSE_ARRAY_END);
    in.expectCount(properties.size(), "properties");
    in.expectCount(length, "elements");
    return new SparseArray(length, properties);
  }

  private List<Property> properties(int end) {
    List<Property> properties = new ArrayList<>();
    while (!in.take(end)) {
      int start = in.position();
      WireValue name = item();
      if (!(name instanceof Text || name instanceof Int || name instanceof Real)) {
        throw in.damaged(start, "expected the name of a property, found " + kindOf(name));
      }
      properties.add(new Property(name, item()));
    }
    return properties;
  }

  private WireValue map() {
    List<Entry> entries = new ArrayList<>();
    while (!in.take(WireTag.MAP_END)) {
      entries.add(new Entry(item(), item()));
    }
    in.expectCount(2L * entries.size(), "keys and values of a Map");
    return new JsMap(entries);
  }

  private WireValue set() {
    List<WireValue> values = new ArrayList<>();
    while (!in.take(WireTag.SET_END)) {
      values.add(item());
    }
    in.expectCount(values.size(), "values of a Set");
    return new JsSet(values);
  }

  private WireValue buffer(int number, Buffer buffer) {
    int length = buffer.content().length;
    bufferLengths.set(number, OptionalInt.of(length));
    return orView(buffer, length);
  }

  /** A view comes right after its buffer, and stands for both. */
  private WireValue orView(WireValue buffer, int bufferLength) {
    if (!in.take(WireTag.VIEW)) {
      return buffer;
    }
    bufferLengths.add(OptionalInt.empty());
    WireInput.View view = in.view(bufferLength);
    return new View(buffer, view.kind(), view.offset(), view.length(), view.flags());
  }

  private WireValue error() {
    ErrorKind kind = ErrorKind.ERROR;
    @Nullable String message = null;
    @Nullable String stack = null;
    @Nullable WireValue cause = null;
    while (true) {
      int start = in.position();
      int part = in.tag();
      switch (part) {
        case WireTag.ERROR_MESSAGE -> message = in.string("the message of an error");
        case WireTag.ERROR_STACK -> stack = in.string("the stack of an error");
        case WireTag.ERROR_CAUSE -> cause = item();
        case WireTag.ERROR_END -> {
          return new JsError(kind, message, stack, cause);
        }
        default -> {
          Optional<ErrorKind> known = ErrorKind.ofCode(part);
          kind = known.orElseThrow(() -> in.unexpected(start, "a part of an error", part));
        }
      }
    }
  }

  private WireValue hostObject() {
    int start = in.position();
    int what = in.varint();
    if (what == WireTag.EXTERNAL && message) {
      return new External(in.varint());
    }
    if (what != WireTag.HOST_ERROR) {
      throw in.damaged(start, HostObjects.cannotBeRead(what));
    }
    int code = in.varint();
    HostErrorKind kind =
        HostErrorKind.ofCode(code)
            .orElseThrow(() -> in.damaged(start, "an error of the unknown class " + code));
    WireValue name = kind == HostErrorKind.OTHER ? item() : null;
    return new HostError(kind, name, item(), item());
  }

  private static String kindOf(WireValue value) {
    return value.getClass().getSimpleName();
  }
}
