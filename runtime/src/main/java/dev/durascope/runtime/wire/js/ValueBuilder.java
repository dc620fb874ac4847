package dev.durascope.runtime.wire.js;

import dev.durascope.runtime.wire.WireValue;
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
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * Makes a value of JavaScript out of a tree, for one tree.
 *
 * <p>An object is made when all that it holds has been made, by one call into JavaScript. Only if
 * something within it refers to it, an empty one is made before and filled by that call.
 */
final class ValueBuilder {

  private final CloneScript script;
  private final IntFunction<Value> externals;
  private final List<Numbered> begun = new ArrayList<>();
  private final List<@Nullable Value> made = new ArrayList<>();

  /**
   * @param externals gives what travels beside the bytes, by its place there
   */
  ValueBuilder(CloneScript script, IntFunction<Value> externals) {
    this.script = script;
    this.externals = externals;
  }

  /** Returns what Java may pass to JavaScript for {@code value}: a Value, or a boxed primitive. */
  Object item(WireValue value) {
    return switch (value) {
      case Undefined u -> script.undefined;
      case Hole h -> script.undefined;
      case Null n -> script.nil;
      case Bool bool -> bool.value();
      case Int integer -> integer.value();
      case Real real -> real.value();
      case BigInt integer -> script.makeBigInt.execute(integer.value().toString());
      case Text text -> text.value();
      case Reference reference -> referred(reference.number());
      case Numbered object -> object(object);
    };
  }

  private Value referred(int number) {
    Value value = made.get(number);
    if (value == null) {
      value = empty(begun.get(number));
      made.set(number, value);
    }
    return value;
  }

  private Value empty(Numbered object) {
    return switch (object) {
      case JsObject o -> script.makeEmptyObject.execute();
      case DenseArray a -> script.makeEmptyArray.execute();
      case SparseArray a -> script.makeEmptyArray.execute();
      case JsMap m -> script.makeEmptyMap.execute();
      case JsSet s -> script.makeEmptySet.execute();
      case JsError error -> script.makeEmptyError.execute(error.kind().className());
      case HostError error -> script.makeEmptyError.execute(error.kind().className());
      case JsDate d -> throw leaf(d);
      case JsRegExp r -> throw leaf(r);
      case Boxed b -> throw leaf(b);
      case Buffer b -> throw leaf(b);
      case View v -> throw leaf(v);
      case External e -> throw leaf(e);
    };
  }

  private static IllegalArgumentException leaf(Numbered object) {
    return new IllegalArgumentException("a reference into the middle of " + object);
  }

  private Value object(Numbered object) {
    if (object instanceof View view) {
      return view(view);
    }
    int number = begin(object);
    Value value =
        switch (object) {
          case JsObject o -> script.makeObject.execute(pairs(number, o.properties()));
          case DenseArray a -> denseArray(number, a);
          case SparseArray a -> sparseArray(number, a.length(), a.properties());
          case JsMap map -> map(number, map.entries());
          case JsSet set -> script.makeSet.execute(targetAnd(number, items(set.values())));
          case JsDate date -> script.makeDate.execute(date.epochMillis());
          case JsRegExp r -> script.makeRegExp.execute(r.source(), r.flags().letters());
          case Boxed boxed -> script.makeBoxed.execute(item(boxed.primitive()));
          case Buffer buffer -> buffer(buffer);
          case View v -> throw new AssertionError("made above");
          case JsError error -> error(number, error);
          case HostError error -> hostError(number, error);
          case External(var index) -> externals.apply(index);
        };
    made.set(number, value);
    return value;
  }

  private int begin(Numbered object) {
    begun.add(object);
    made.add(null);
    return begun.size() - 1;
  }

  /** Returns the object to fill, which may have been made for a reference, or undefined. */
  private Value target(int number) {
    Value target = made.get(number);
    return target == null ? script.undefined : target;
  }

  private Object[] targetAnd(int number, List<Object> rest) {
    Object[] arguments = new Object[rest.size() + 1];
    for (int i = 0; i < rest.size(); i++) {
      arguments[i + 1] = rest.get(i);
    }
    arguments[0] = target(number);
    return arguments;
  }

  private List<Object> items(List<WireValue> values) {
    List<Object> items = new ArrayList<>(values.size());
    for (WireValue value : values) {
      items.add(item(value));
    }
    return items;
  }

  private Object[] pairs(int number, List<Property> properties) {
    return targetAnd(number, flat(properties));
  }

  private List<Object> flat(List<Property> properties) {
    List<Object> flat = new ArrayList<>(properties.size() * 2);
    for (Property property : properties) {
      flat.add(item(property.name()));
      flat.add(item(property.value()));
    }
    return flat;
  }

  private Value denseArray(int number, DenseArray array) {
    boolean whole =
        array.properties().isEmpty() && array.elements().stream().noneMatch(Hole.class::isInstance);
    if (whole) {
      return script.makeDense.execute(targetAnd(number, items(array.elements())));
    }
    List<Property> properties = new ArrayList<>();
    for (int i = 0; i < array.elements().size(); i++) {
      if (!(array.elements().get(i) instanceof Hole)) {
        properties.add(new Property(WireValue.number(i), array.elements().get(i)));
      }
    }
    properties.addAll(array.properties());
    return sparseArray(number, array.elements().size(), properties);
  }

  private Value sparseArray(int number, long length, List<Property> properties) {
    List<Object> rest = flat(properties);
    rest.addFirst((double) length);
    return script.makeSparse.execute(targetAnd(number, rest));
  }

  private Value map(int number, List<Entry> entries) {
    List<Object> rest = new ArrayList<>(entries.size() * 2);
    for (Entry entry : entries) {
      rest.add(item(entry.key()));
      rest.add(item(entry.value()));
    }
    return script.makeMap.execute(targetAnd(number, rest));
  }

  private Value buffer(Buffer buffer) {
    return script.makeBuffer.execute(
        ByteBuffer.wrap(buffer.content()), buffer.content().length, buffer.maxLength().orElse(-1));
  }

  private Value view(View view) {
    Object buffer = item(view.buffer());
    int number = begin(view);
    int elements = view.flags().lengthTracking() ? -1 : view.length() / view.kind().elementBytes();
    Value value = script.makeView.execute(buffer, view.kind().className(), view.offset(), elements);
    made.set(number, value);
    return value;
  }

  private Value error(int number, JsError error) {
    WireValue cause = error.cause();
    Object madeCause = cause == null ? script.undefined : item(cause);
    return script.makeError.execute(
        target(number),
        error.kind().className(),
        textOrUndefined(error.message()),
        textOrUndefined(error.stack()),
        cause != null,
        madeCause);
  }

  private Object textOrUndefined(@Nullable String text) {
    return text == null ? script.undefined : text;
  }

  private Value hostError(int number, HostError error) {
    WireValue name = error.name();
    Object madeName = name == null ? script.undefined : item(name);
    Object message = item(error.message());
    Object properties = item(error.properties());
    return script.makeHostError.execute(
        target(number), error.kind().className(), madeName, message, properties);
  }
}
