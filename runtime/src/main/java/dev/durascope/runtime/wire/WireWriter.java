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
import dev.durascope.runtime.wire.WireValue.Numbered;
import dev.durascope.runtime.wire.WireValue.Property;
import dev.durascope.runtime.wire.WireValue.Real;
import dev.durascope.runtime.wire.WireValue.Reference;
import dev.durascope.runtime.wire.WireValue.SparseArray;
import dev.durascope.runtime.wire.WireValue.Text;
import dev.durascope.runtime.wire.WireValue.Undefined;
import dev.durascope.runtime.wire.WireValue.View;
import java.util.List;

/** Writes a tree as bytes; counts the objects to see that every reference is to an earlier one. */
final class WireWriter {

  private final WireOutput out = new WireOutput();
  private int begun;
  private int depth;

  private WireWriter() {}

  static byte[] write(WireValue value) {
    WireWriter writer = new WireWriter();
    writer.item(value);
    return writer.out.toByteArray();
  }

  private void item(WireValue value) {
    switch (value) {
      case Undefined u -> out.undefined();
      case Null n -> out.nil();
      case Hole h -> out.hole();
      case Bool(var bool) -> out.bool(bool);
      case Int(var integer) -> out.integer(integer);
      case Real(var real) -> out.real(real);
      case BigInt(var integer) -> out.bigInt(integer);
      case Text(var text) -> out.string(text);
      case Reference(var number) -> reference(number);
      case Numbered object -> {
        if (++depth > WireLimits.MAX_DEPTH) {
          throw new IllegalArgumentException(
              "a value nested more than " + WireLimits.MAX_DEPTH + " deep");
        }
        object(object);
        depth--;
      }
    }
  }

  private void reference(int number) {
    if (number < 0 || number >= begun) {
      throw new IllegalArgumentException(
          "a reference to object " + number + ", but only " + begun + " have begun");
    }
    out.reference(number);
  }

  private void object(Numbered value) {
    if (value instanceof View view) {
      item(view.buffer());
      begun++;
      out.view(view.kind(), view.offset(), view.length(), view.flags());
      return;
    }
    begun++;
    switch (value) {
      case JsObject(var properties) -> {
        out.beginObject();
        properties(properties);
        out.endObject(properties.size());
      }
      case DenseArray(var elements, var properties) -> {
        out.beginDenseArray(elements.size());
        elements.forEach(this::item);
        properties(properties);
        out.endDenseArray(properties.size(), elements.size());
      }
      case SparseArray(var length, var properties) -> {
        out.beginSparseArray(length);
        properties(properties);
        out.endSparseArray(properties.size(), length);
      }
      case JsMap(var entries) -> {
        out.beginMap();
        for (Entry entry : entries) {
          item(entry.key());
          item(entry.value());
        }
        out.endMap(entries.size());
      }
      case JsSet(var values) -> {
        out.beginSet();
        values.forEach(this::item);
        out.endSet(values.size());
      }
      case JsDate(var epochMillis) -> out.date(epochMillis);
      case JsRegExp(var source, var flags) -> out.regExp(source, flags);
      case Boxed(var primitive) -> boxed(primitive);
      case Buffer(var content, var max) -> {
        if (max.isPresent()) {
          out.resizableBuffer(content, max.getAsInt());
        } else {
          out.buffer(content);
        }
      }
      case View view -> throw new AssertionError("written above");
      case JsError error -> error(error);
      case HostError error -> hostError(error);
    }
  }

  private void properties(List<Property> properties) {
    for (Property property : properties) {
      item(property.name());
      item(property.value());
    }
  }

  private void boxed(WireValue primitive) {
    switch (primitive) {
      case Bool(var bool) -> out.boxedBool(bool);
      case Real(var real) -> out.boxedNumber(real);
      case BigInt(var integer) -> out.boxedBigInt(integer);
      case Text(var text) -> out.boxedString(text);
      default -> throw new AssertionError("refused when it was made: " + primitive);
    }
  }

  private void error(JsError error) {
    out.beginError(error.kind());
    if (error.message() != null) {
      out.errorMessage(error.message());
    }
    if (error.stack() != null) {
      out.errorStack(error.stack());
    }
    if (error.cause() != null) {
      out.beginErrorCause();
      item(error.cause());
    }
    out.endError();
  }

  private void hostError(HostError error) {
    out.beginHostError(error.kind());
    if (error.name() != null) {
      item(error.name());
    }
    item(error.message());
    item(error.properties());
  }
}
