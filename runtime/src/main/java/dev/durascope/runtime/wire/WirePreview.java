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
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value in one line for people, much as they would write it in JavaScript: {@code {name: "ada",
 * at: Date(2026-01-01T00:00:00.000Z)}}.
 *
 * <p>Meant for tables and log lines: cut off at a length, and not to be read back; {@link WireJson}
 * is for that. Stops working as soon as the line is full, however large the value.
 */
public final class WirePreview {

  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
  private static final String ELLIPSIS = "…";

  private final StringBuilder line = new StringBuilder();
  private final int limit;

  private WirePreview(int limit) {
    this.limit = limit;
  }

  /**
   * Returns a line of at most {@code limit} characters.
   *
   * @param value the value
   * @param limit the length of the line, at least 1; a cut one ends in {@code …}
   */
  public static String of(WireValue value, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a preview needs at least 1 character: " + limit);
    }
    WirePreview preview = new WirePreview(limit);
    preview.item(value);
    StringBuilder line = preview.line;
    if (line.length() > limit) {
      int end = limit - ELLIPSIS.length();
      boolean splitsPair = end > 0 && Character.isHighSurrogate(line.charAt(end - 1));
      line.setLength(splitsPair ? end - 1 : end);
      line.append(ELLIPSIS);
    }
    return line.toString();
  }

  private boolean isFull() {
    return line.length() > limit;
  }

  private void item(WireValue value) {
    if (isFull()) {
      return;
    }
    switch (value) {
      case Undefined u -> line.append("undefined");
      case Null n -> line.append("null");
      case Hole h -> line.append("empty");
      case Bool(var bool) -> line.append(bool);
      case Int(var integer) -> line.append(integer);
      case Real(var real) -> line.append(JsText.number(real));
      case BigInt(var integer) -> line.append(integer).append('n');
      case Text(var text) -> quoted(text);
      case Reference(var number) -> line.append("[object #").append(number).append(']');
      case JsObject(var properties) -> {
        line.append('{');
        properties(properties, true);
        line.append('}');
      }
      case DenseArray(var elements, var properties) -> {
        line.append('[');
        items(elements);
        properties(properties, elements.isEmpty());
        line.append(']');
      }
      case SparseArray(var length, var properties) -> {
        line.append("Array(").append(length).append(")[");
        properties(properties, true);
        line.append(']');
      }
      case JsMap(var entries) -> {
        line.append("Map(").append(entries.size()).append(") {");
        entries(entries);
        line.append('}');
      }
      case JsSet(var values) -> {
        line.append("Set(").append(values.size()).append(") {");
        items(values);
        line.append('}');
      }
      case JsDate(var epochMillis) ->
          line.append("Date(").append(JsText.date(epochMillis)).append(')');
      case JsRegExp(var source, var flags) ->
          line.append('/').append(cut(source)).append('/').append(flags.letters());
      case Boxed(var primitive) -> {
        line.append("Object(");
        item(primitive);
        line.append(')');
      }
      case Buffer(var content, var max) ->
          line.append("ArrayBuffer(").append(content.length).append(')');
      case View view -> view(view);
      case JsError error -> error(error.kind().className(), error.message(), error.cause());
      case HostError error -> hostError(error);
      case External(var index) -> line.append("[external #").append(index).append(']');
    }
  }

  private void items(List<WireValue> values) {
    boolean first = true;
    for (WireValue value : values) {
      if (isFull()) {
        return;
      }
      comma(first);
      item(value);
      first = false;
    }
  }

  private void properties(List<Property> properties, boolean atBeginning) {
    boolean first = atBeginning;
    for (Property property : properties) {
      if (isFull()) {
        return;
      }
      comma(first);
      name(property.name());
      line.append(": ");
      item(property.value());
      first = false;
    }
  }

  private void entries(List<Entry> entries) {
    boolean first = true;
    for (Entry entry : entries) {
      if (isFull()) {
        return;
      }
      comma(first);
      item(entry.key());
      line.append(" => ");
      item(entry.value());
      first = false;
    }
  }

  private void comma(boolean first) {
    if (!first) {
      line.append(", ");
    }
  }

  private void name(WireValue name) {
    if (name instanceof Text(var text) && IDENTIFIER.matcher(cut(text)).matches()) {
      line.append(cut(text));
    } else {
      item(name);
    }
  }

  private void view(View view) {
    String name = view.kind().className();
    if (view.flags().lengthTracking()) {
      line.append(name);
    } else {
      line.append(name).append('(').append(view.length() / view.kind().elementBytes()).append(')');
    }
    boolean isBytes = view.kind() == ViewKind.UINT8 || view.kind() == ViewKind.UINT8_CLAMPED;
    if (isBytes && view.buffer() instanceof Buffer(var content, var max)) {
      line.append(" [");
      for (int i = 0; i < view.length() && !isFull(); i++) {
        comma(i == 0);
        line.append(content[view.offset() + i] & 0xFF);
      }
      line.append(']');
    }
  }

  private void error(String className, @Nullable String message, @Nullable WireValue cause) {
    line.append(className);
    if (message != null && !message.isEmpty()) {
      line.append(": ").append(cut(message));
    }
    if (cause != null) {
      line.append(" (cause: ");
      item(cause);
      line.append(')');
    }
  }

  private void hostError(HostError error) {
    String name = error.name() instanceof Text(var text) ? text : error.kind().className();
    String message = error.message() instanceof Text(var text) ? text : null;
    error(name, message, null);
  }

  private void quoted(String text) {
    line.append('"');
    for (int i = 0; i < text.length() && !isFull(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"' -> line.append("\\\"");
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> {
          if (Character.isISOControl(unit)) {
            line.append("\\u%04x".formatted((int) unit));
          } else {
            line.append(unit);
          }
        }
      }
    }
    line.append('"');
  }

  /** Returns no more of {@code text} than can be shown. */
  private String cut(String text) {
    return text.length() <= limit + 1 ? text : text.substring(0, limit + 1);
  }
}
