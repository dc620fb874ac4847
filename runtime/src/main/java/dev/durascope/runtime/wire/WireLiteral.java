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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value as the JavaScript expression that makes it: {@code {name: "ada", seen: new
 * Date("2026-01-01T00:00:00.000Z")}}.
 *
 * <p>Whole, in one line, and valid JavaScript: what it evaluates to is serialized to the bytes that
 * it was written from. Only a value within which an object is met twice needs statements; it
 * becomes a function that is called at once, {@code (() => { const $0 = {}; $0.me = $0; return $0;
 * })()}.
 */
public final class WireLiteral {
  /** Up to this length an array with holes is written with its holes. */
  private static final int MAX_WRITTEN_HOLES = 64;

  private final Set<Integer> shared;
  private final StringBuilder statements = new StringBuilder();
  private int begun;

  private WireLiteral(Set<Integer> shared) {
    this.shared = shared;
  }

  /** The expression that makes {@code value}. */
  public static String of(WireValue value) {
    var shared = new HashSet<Integer>();
    collect(value, shared);
    var literal = new WireLiteral(shared);
    var expression = literal.item(value);
    return literal.statements.isEmpty()
        ? expression
        : "(() => { " + literal.statements + "return " + expression + "; })()";
  }

  /** Finds the numbers that are referred to. */
  private static void collect(WireValue value, Set<Integer> shared) {
    switch (value) {
      case Reference(var number) -> shared.add(number);
      case JsObject(var properties) -> collectProperties(properties, shared);
      case DenseArray(var elements, var properties) -> {
        elements.forEach(element -> collect(element, shared));
        collectProperties(properties, shared);
      }
      case SparseArray(var length, var properties) -> collectProperties(properties, shared);
      case JsMap(var entries) ->
          entries.forEach(
              entry -> {
                collect(entry.key(), shared);
                collect(entry.value(), shared);
              });
      case JsSet(var values) -> values.forEach(element -> collect(element, shared));
      case View view -> collect(view.buffer(), shared);
      case JsError error -> {
        if (error.cause() != null) {
          collect(error.cause(), shared);
        }
      }
      case HostError error -> {
        collect(error.message(), shared);
        collect(error.properties(), shared);
      }
      case Undefined u -> {}
      case Null n -> {}
      case Hole h -> {}
      case Bool b -> {}
      case Int i -> {}
      case Real r -> {}
      case BigInt b -> {}
      case Text t -> {}
      case JsDate d -> {}
      case JsRegExp r -> {}
      case Boxed b -> {}
      case Buffer b -> {}
      case External e -> {}
    }
  }

  private static void collectProperties(List<Property> properties, Set<Integer> shared) {
    properties.forEach(property -> collect(property.value(), shared));
  }

  private String item(WireValue value) {
    return switch (value) {
      case Undefined u -> "undefined";
      case Hole h -> "undefined";
      case Null n -> "null";
      case Bool(var bool) -> Boolean.toString(bool);
      case Int(var integer) -> Integer.toString(integer);
      case Real(var real) -> JsText.number(real);
      case BigInt(var integer) -> integer + "n";
      case Text(var text) -> LiteralText.quoted(text);
      case Reference(var number) -> "$" + number;
      case View view -> view(view);
      case Numbered object -> {
        var number = begun++;
        yield shared.contains(number) ? named(number, object) : inline(object);
      }
    };
  }

  /** An object that is met again: a constant, filled by statements if it holds others. */
  private String named(int number, Numbered object) {
    var name = "$" + number;
    switch (object) {
      case JsObject(var properties) -> {
        declare(name, "{}");
        assign(name, properties);
      }
      case DenseArray(var elements, var properties) -> {
        declare(name, "[]");
        for (var i = 0; i < elements.size(); i++) {
          if (!(elements.get(i) instanceof Hole)) {
            var made = item(elements.get(i));
            statement(name + "[" + i + "] = " + made);
          }
        }
        statement(name + ".length = " + elements.size());
        assign(name, properties);
      }
      case SparseArray(var length, var properties) -> {
        declare(name, "[]");
        statement(name + ".length = " + length);
        assign(name, properties);
      }
      case JsMap(var entries) -> {
        declare(name, "new Map()");
        for (var entry : entries) {
          var key = item(entry.key());
          var made = item(entry.value());
          statement(name + ".set(" + key + ", " + made + ")");
        }
      }
      case JsSet(var values) -> {
        declare(name, "new Set()");
        for (var element : values) {
          var made = item(element);
          statement(name + ".add(" + made + ")");
        }
      }
      case JsError error -> {
        declare(name, plainError(error, null));
        if (error.cause() != null) {
          defineCause(name, item(error.cause()));
        }
      }
      case HostError error -> {
        declare(name, hostError(error, null, List.of()));
        for (var property : properties(error)) {
          var value = item(property.value());
          if (isCause(property)) {
            defineCause(name, value);
          } else {
            statement(name + "[" + item(property.name()) + "] = " + value);
          }
        }
      }
      case JsDate d -> declare(name, inline(d));
      case JsRegExp r -> declare(name, inline(r));
      case Boxed b -> declare(name, inline(b));
      case Buffer b -> declare(name, inline(b));
      case External e -> declare(name, inline(e));
      case View v -> throw new AssertionError("made elsewhere");
    }
    return name;
  }

  private void declare(String name, String made) {
    statement("const " + name + " = " + made);
  }

  private void statement(String text) {
    statements.append(text).append("; ");
  }

  private void assign(String target, List<Property> properties) {
    for (var property : properties) {
      var value = item(property.value());
      if (property.name() instanceof Text(var text) && text.equals("__proto__")) {
        statement(
            "Object.defineProperty("
                + target
                + ", \"__proto__\", {value: "
                + value
                + ", enumerable: true, configurable: true, writable: true})");
      } else {
        statement(target + "[" + item(property.name()) + "] = " + value);
      }
    }
  }

  private void defineCause(String target, String cause) {
    statement(
        "Object.defineProperty("
            + target
            + ", \"cause\", {value: "
            + cause
            + ", enumerable: false, configurable: true, writable: true})");
  }

  private String inline(Numbered object) {
    return switch (object) {
      case JsObject(var properties) -> object(properties);
      case DenseArray(var elements, var properties) -> {
        var array = array(elements);
        yield properties.isEmpty()
            ? array
            : "Object.assign(" + array + ", " + object(properties) + ")";
      }
      case SparseArray(var length, var properties) -> {
        var elements = elements(length, properties);
        yield elements.isEmpty()
            ? "Object.assign(new Array(" + length + "), " + object(properties) + ")"
            : array(elements);
      }
      case JsMap(var entries) ->
          entries.isEmpty() ? "new Map()" : "new Map([" + map(entries) + "])";
      case JsSet(var values) -> values.isEmpty() ? "new Set()" : "new Set(" + array(values) + ")";
      case JsDate(var epochMillis) -> LiteralText.date(epochMillis);
      case JsRegExp(var source, var flags) -> LiteralText.regExp(source, flags);
      case Boxed(var primitive) -> "Object(" + item(primitive) + ")";
      case Buffer buffer -> LiteralText.buffer(buffer);
      case JsError error -> plainError(error, error.cause() == null ? null : item(error.cause()));
      case HostError error -> {
        String cause = null;
        var assigned = new ArrayList<String>();
        for (var property : properties(error)) {
          var value = item(property.value());
          if (isCause(property)) {
            cause = value;
          } else {
            assigned.add(LiteralText.propertyName(property.name(), this::item) + ": " + value);
          }
        }
        yield hostError(error, cause, assigned);
      }
      case External(var index) ->
          throw new IllegalArgumentException("not stored: external " + index);
      case View v -> throw new AssertionError("made elsewhere");
    };
  }

  /** A short array with holes as its elements; none if that would not say all. */
  private static List<WireValue> elements(long length, List<Property> properties) {
    if (length > MAX_WRITTEN_HOLES) {
      return List.of();
    }
    var elements = new ArrayList<WireValue>();
    for (var property : properties) {
      if (!(property.name() instanceof Int(var index))
          || index < elements.size()
          || index >= length) {
        return List.of();
      }
      fill(elements, index);
      elements.add(property.value());
    }
    fill(elements, (int) length);
    return elements;
  }

  private static void fill(List<WireValue> elements, int length) {
    while (elements.size() < length) {
      elements.add(new Hole());
    }
  }

  private String array(List<WireValue> elements) {
    var out = new StringBuilder("[");
    for (var i = 0; i < elements.size(); i++) {
      var hole = elements.get(i) instanceof Hole;
      out.append(i == 0 ? "" : ", ");
      if (!hole) {
        out.append(item(elements.get(i)));
      }
    }
    // A comma at the end counts only behind a hole.
    var endsInHole = !elements.isEmpty() && elements.getLast() instanceof Hole;
    return out.append(endsInHole ? ",]" : "]").toString();
  }

  private String object(List<Property> properties) {
    return properties.stream()
        .map(
            property -> {
              var value = item(property.value());
              return LiteralText.propertyName(property.name(), this::item) + ": " + value;
            })
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private String map(List<Entry> entries) {
    return entries.stream()
        .map(
            entry -> {
              var key = item(entry.key());
              return "[" + key + ", " + item(entry.value()) + "]";
            })
        .collect(Collectors.joining(", "));
  }

  /** A view begins after its buffer. */
  private String view(View view) {
    var simple =
        view.buffer() instanceof Buffer buffer && !shared.contains(begun)
            ? LiteralText.wholeView(view, buffer)
            : null;
    String made;
    if (simple != null) {
      begun++;
      made = simple;
    } else {
      var buffer = item(view.buffer());
      var length =
          view.flags().lengthTracking() ? "" : ", " + view.length() / view.kind().elementBytes();
      made = "new " + view.kind().className() + "(" + buffer + ", " + view.offset() + length + ")";
    }
    var number = begun++;
    if (!shared.contains(number)) {
      return made;
    }
    declare("$" + number, made);
    return "$" + number;
  }

  private static String plainError(JsError error, @Nullable String cause) {
    var message = error.message();
    var stack = error.stack();
    return LiteralText.error(
        error.kind().className(),
        message == null ? null : LiteralText.quoted(message),
        cause,
        List.of("stack: " + (stack == null ? "undefined" : LiteralText.quoted(stack))));
  }

  private String hostError(HostError error, @Nullable String cause, List<String> others) {
    var assigned = new ArrayList<String>();
    if (error.name() != null) {
      assigned.add("name: " + item(error.name()));
    }
    assigned.addAll(others);
    return LiteralText.error(
        LiteralText.hostErrorClass(error), item(error.message()), cause, assigned);
  }

  /** The properties of an error, which an object holds in the bytes. */
  private List<Property> properties(HostError error) {
    if (error.properties() instanceof JsObject(var properties)) {
      begun++;
      return properties;
    }
    return List.of();
  }

  private static boolean isCause(Property property) {
    return property.name() instanceof Text(var name) && name.equals("cause");
  }
}
