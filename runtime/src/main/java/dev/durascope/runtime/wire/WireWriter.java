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
      case Bool bool -> out.bool(bool.value());
      case Int integer -> out.integer(integer.value());
      case Real real -> out.real(real.value());
      case BigInt integer -> out.bigInt(integer.value());
      case Text text -> out.string(text.value());
      case Reference reference -> reference(reference.number());
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
      case JsObject object -> jsObject(object.properties());
      case DenseArray array -> denseArray(array.elements(), array.properties());
      case SparseArray array -> sparseArray(array.length(), array.properties());
      case JsMap map -> map(map.entries());
      case JsSet set -> set(set.values());
      case JsDate date -> out.date(date.epochMillis());
      case JsRegExp regExp -> out.regExp(regExp.source(), regExp.flags());
      case Boxed boxed -> boxed(boxed.primitive());
      case Buffer buffer -> buffer(buffer);
      case View view -> throw new AssertionError("written above");
      case JsError error -> error(error);
      case HostError error -> hostError(error);
      case External(var index) -> out.external(index);
    }
  }

  private void jsObject(List<Property> properties) {
    out.beginObject();
    properties(properties);
    out.endObject(properties.size());
  }

  private void denseArray(List<WireValue> elements, List<Property> properties) {
    out.beginDenseArray(elements.size());
    for (WireValue element : elements) {
      item(element);
    }
    properties(properties);
    out.endDenseArray(properties.size(), elements.size());
  }

  private void sparseArray(long length, List<Property> properties) {
    out.beginSparseArray(length);
    properties(properties);
    out.endSparseArray(properties.size(), length);
  }

  private void map(List<Entry> entries) {
    out.beginMap();
    for (Entry entry : entries) {
      item(entry.key());
      item(entry.value());
    }
    out.endMap(entries.size());
  }

  private void set(List<WireValue> values) {
    out.beginSet();
    for (WireValue value : values) {
      item(value);
    }
    out.endSet(values.size());
  }

  private void buffer(Buffer buffer) {
    if (buffer.maxLength().isPresent()) {
      out.resizableBuffer(buffer.content(), buffer.maxLength().getAsInt());
    } else {
      out.buffer(buffer.content());
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
