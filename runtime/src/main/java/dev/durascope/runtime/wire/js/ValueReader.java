package dev.durascope.runtime.wire.js;

import dev.durascope.runtime.wire.ErrorKind;
import dev.durascope.runtime.wire.HostErrorKind;
import dev.durascope.runtime.wire.RegExpFlags;
import dev.durascope.runtime.wire.ViewFlags;
import dev.durascope.runtime.wire.ViewKind;
import dev.durascope.runtime.wire.WireLimits;
import dev.durascope.runtime.wire.WireValue;
import dev.durascope.runtime.wire.WireValue.BigInt;
import dev.durascope.runtime.wire.WireValue.Bool;
import dev.durascope.runtime.wire.WireValue.Boxed;
import dev.durascope.runtime.wire.WireValue.Buffer;
import dev.durascope.runtime.wire.WireValue.DenseArray;
import dev.durascope.runtime.wire.WireValue.Entry;
import dev.durascope.runtime.wire.WireValue.External;
import dev.durascope.runtime.wire.WireValue.HostError;
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
import java.util.OptionalInt;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value of JavaScript as a tree, for one value.
 *
 * <p>Walks from Java through the polyglot interface and asks {@code clone.js} once an object. The
 * other way round, a walker in JavaScript that calls Java for each piece, takes two to three times
 * as long in the interpreter.
 */
final class ValueReader {

  private final CloneScript script;
  private final ErrorForm errorForm;
  private final @Nullable Sending externals;
  private final ObjectNumbers numbers;
  private int depth;

  /**
   * @param externals for a message, takes what travels beside the bytes; null where nothing can
   */
  ValueReader(CloneScript script, ErrorForm errorForm, @Nullable Sending externals) {
    this.script = script;
    this.errorForm = errorForm;
    this.externals = externals;
    this.numbers = new ObjectNumbers(script);
  }

  WireValue item(Value value) {
    // Of JavaScript's values only objects have members; a String object is a string for Java too.
    return value.hasMembers() ? numbered(value) : primitive(value);
  }

  private WireValue primitive(Value value) {
    if (value.isString()) {
      return new Text(value.asString());
    }
    if (value.isNumber()) {
      return number(value);
    }
    if (value.isBoolean()) {
      return new Bool(value.asBoolean());
    }
    if (value.isNull()) {
      return script.isUndefined.execute(value).asBoolean() ? new Undefined() : new Null();
    }
    throw refused(value);
  }

  private WireValue numbered(Value value) {
    int number = numbers.of(value);
    if (number >= 0) {
      return new Reference(number);
    }
    if (value.canExecute()) {
      return external(value, externals);
    }
    if (value.isHostObject() || value.isProxyObject()) {
      throw refused(value);
    }
    if (++depth > WireLimits.MAX_DEPTH) {
      script.fail.executeVoid(
          "A value nested more than " + WireLimits.MAX_DEPTH + " deep could not be cloned.");
    }
    WireValue object = object(value);
    depth--;
    return object;
  }

  private WireValue external(Value value, @Nullable Sending sending) {
    if (sending == null) {
      throw refused(value);
    }
    numbers.add(value);
    return new External(sending.send(value));
  }

  private WireValue number(Value value) {
    if (value.fitsInBigInteger() && script.bigIntType.isMetaInstance(value)) {
      return new BigInt(value.asBigInteger());
    }
    return WireValue.number(value.asDouble());
  }

  private IllegalStateException refused(Value value) {
    script.refuse.executeVoid(value);
    return new IllegalStateException("clone.js did not refuse " + value);
  }

  private WireValue object(Value value) {
    Value shape = (externals == null ? script.shape : script.messageShape).execute(value);
    if (shape.hasArrayElements()) {
      numbers.add(value);
      return new JsObject(properties(value, shape));
    }
    ObjectKind kind = ObjectKind.of(shape.asInt());
    if (kind == ObjectKind.VIEW) {
      return view(value);
    }
    if (kind == ObjectKind.INSTANCE) {
      return external(value, externals);
    }
    numbers.add(value);
    return switch (kind) {
      case DENSE_ARRAY -> denseArray(value);
      case ARRAY ->
          new SparseArray(value.getArraySize(), properties(value, script.names.execute(value)));
      case DATE -> new JsDate(script.dateTime.execute(value).asDouble());
      case REG_EXP -> regExp(script.regExp.execute(value));
      case BOXED -> boxed(script.boxed.execute(value));
      case MAP -> new JsMap(entries(script.mapItems.execute(value)));
      case SET -> new JsSet(items(script.setItems.execute(value)));
      case BUFFER -> buffer(value);
      case VIEW, INSTANCE -> throw new AssertionError("read above");
      case ERROR -> error(value);
      case UNSURE ->
          value.isException()
              ? error(value)
              : new JsObject(properties(value, script.names.execute(value)));
    };
  }

  private List<Property> properties(Value object, Value names) {
    int count = (int) names.getArraySize();
    List<Property> properties = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = names.getArrayElement(i).asString();
      Value value = property(object, name);
      if (value != null) {
        properties.add(new Property(WireValue.name(name), item(value)));
      }
    }
    return properties;
  }

  /** Returns the property, or null if a getter before it has removed it. */
  private static @Nullable Value property(Value object, String name) {
    return object.getMember(name);
  }

  private WireValue denseArray(Value array) {
    long length = array.getArraySize();
    List<WireValue> elements = new ArrayList<>((int) length);
    for (long i = 0; i < length; i++) {
      elements.add(i < array.getArraySize() ? item(array.getArrayElement(i)) : new Undefined());
    }
    return new DenseArray(elements, List.of());
  }

  private static WireValue regExp(Value sourceAndFlags) {
    return new JsRegExp(
        sourceAndFlags.getArrayElement(0).asString(),
        RegExpFlags.of(sourceAndFlags.getArrayElement(1).asString()));
  }

  private WireValue boxed(Value primitive) {
    WireValue value = item(primitive);
    return new Boxed(value instanceof WireValue.Int(var integer) ? new Real(integer) : value);
  }

  private List<WireValue> items(Value items) {
    long count = items.getArraySize();
    List<WireValue> values = new ArrayList<>((int) count);
    for (long i = 0; i < count; i++) {
      values.add(item(items.getArrayElement(i)));
    }
    return values;
  }

  private List<Entry> entries(Value items) {
    long count = items.getArraySize();
    List<Entry> entries = new ArrayList<>((int) count / 2);
    for (long i = 0; i < count; i += 2) {
      WireValue key = item(items.getArrayElement(i));
      entries.add(new Entry(key, item(items.getArrayElement(i + 1))));
    }
    return entries;
  }

  private WireValue buffer(Value buffer) {
    double max = script.bufferMax.execute(buffer).asDouble();
    if (buffer.getBufferSize() > WireLimits.MAX_BYTES || max > WireLimits.MAX_BYTES) {
      script.fail.executeVoid(
          "An ArrayBuffer of more than " + WireLimits.MAX_BYTES + " bytes could not be cloned.");
    }
    byte[] content = new byte[(int) buffer.getBufferSize()];
    buffer.readBuffer(0, content, 0, content.length);
    return new Buffer(content, max < 0 ? OptionalInt.empty() : OptionalInt.of((int) max));
  }

  /** A view comes after its buffer, in the numbering too. */
  private WireValue view(Value view) {
    Value parts = script.view.execute(view);
    WireValue buffer = item(parts.getArrayElement(0));
    numbers.add(view);
    String className = parts.getArrayElement(1).asString();
    ViewKind kind =
        ViewKind.ofClassName(className)
            .orElseThrow(() -> new IllegalStateException("unknown kind of view " + className));
    return new View(
        buffer,
        kind,
        parts.getArrayElement(2).asInt(),
        parts.getArrayElement(3).asInt(),
        new ViewFlags(parts.getArrayElement(4).asBoolean(), parts.getArrayElement(5).asBoolean()));
  }

  private WireValue error(Value error) {
    return switch (errorForm) {
      case PLAIN -> plainError(script.error.execute(error));
      case ENHANCED -> hostError(script.hostError.execute(error));
    };
  }

  private WireValue plainError(Value parts) {
    ErrorKind kind = ErrorKind.ofName(parts.getArrayElement(0).asString());
    return new JsError(
        kind,
        textOrNull(parts.getArrayElement(1)),
        textOrNull(parts.getArrayElement(2)),
        parts.getArrayElement(3).asBoolean() ? item(parts.getArrayElement(4)) : null);
  }

  private static @Nullable String textOrNull(Value value) {
    return value.isString() ? value.asString() : null;
  }

  private WireValue hostError(Value parts) {
    Value name = parts.getArrayElement(0);
    HostErrorKind kind =
        name.isString() ? HostErrorKind.ofName(name.asString()) : HostErrorKind.OTHER;
    WireValue writtenName = kind == HostErrorKind.OTHER ? item(name) : null;
    WireValue message = item(parts.getArrayElement(1));
    return new HostError(kind, writtenName, message, item(parts.getArrayElement(2)));
  }
}
