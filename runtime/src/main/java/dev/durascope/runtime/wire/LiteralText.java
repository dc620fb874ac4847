package dev.durascope.runtime.wire;

import dev.durascope.runtime.wire.WireValue.Buffer;
import dev.durascope.runtime.wire.WireValue.HostError;
import dev.durascope.runtime.wire.WireValue.Text;
import dev.durascope.runtime.wire.WireValue.View;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The parts of a {@link WireLiteral} that hold no other value. */
final class LiteralText {
  /** Up to so many bytes are written one by one; more of them as base64. */
  private static final int MAX_LISTED_BYTES = 64;

  private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  /** Error classes that every engine has and that take a message first. */
  private static final Set<String> PLAIN_ERRORS =
      Set.of(
          "Error",
          "EvalError",
          "RangeError",
          "ReferenceError",
          "SyntaxError",
          "TypeError",
          "URIError");

  private LiteralText() {}

  /**
   * An error: {@code Object.assign(new TypeError("m", {cause: 1}), {stack: "…"})}.
   *
   * @param assigned names with values
   */
  static String error(
      String className, @Nullable String message, @Nullable String cause, List<String> assigned) {
    var made =
        "new "
            + className
            + "("
            + (message != null ? message : cause != null ? "undefined" : "")
            + (cause == null ? "" : ", {cause: " + cause + "}")
            + ")";
    return assigned.isEmpty()
        ? made
        : "Object.assign(" + made + ", {" + String.join(", ", assigned) + "})";
  }

  static String hostErrorClass(HostError error) {
    var name = error.kind().className();
    return PLAIN_ERRORS.contains(name) ? name : "Error";
  }

  static String date(double epochMillis) {
    var text = JsText.date(epochMillis);
    return text.equals("invalid") ? "new Date(NaN)" : "new Date(\"" + text + "\")";
  }

  static String regExp(String source, RegExpFlags flags) {
    var written = !source.isEmpty() && source.indexOf('\n') < 0 && source.indexOf('\r') < 0;
    return written
        ? "/" + source + "/" + flags.letters()
        : "new RegExp(" + quoted(source) + ", \"" + flags.letters() + "\")";
  }

  /** A name in an object literal; {@code __proto__} there would be the prototype. */
  static String propertyName(WireValue name, Function<WireValue, String> item) {
    if (name instanceof Text(var text)) {
      if (text.equals("__proto__")) {
        return "[\"__proto__\"]";
      }
      return IDENTIFIER.matcher(text).matches() ? text : quoted(text);
    }
    return item.apply(name);
  }

  static String quoted(String text) {
    var out = new StringBuilder(text.length() + 2).append('"');
    for (var i = 0; i < text.length(); i++) {
      var unit = text.charAt(i);
      switch (unit) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (Character.isISOControl(unit) || unit == '\u2028' || unit == '\u2029') {
            out.append("\\u%04x".formatted((int) unit));
          } else if (Character.isSurrogate(unit)) {
            var pair =
                Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
              out.append(unit).append(text.charAt(++i));
            } else {
              out.append("\\u%04x".formatted((int) unit));
            }
          } else {
            out.append(unit);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  static String buffer(Buffer buffer) {
    var content = buffer.content();
    if (buffer.maxLength().isEmpty()) {
      return content.length == 0 ? "new ArrayBuffer(0)" : bytes(content) + ".buffer";
    }
    var made =
        "new ArrayBuffer("
            + content.length
            + ", {maxByteLength: "
            + buffer.maxLength().getAsInt()
            + "})";
    return isZero(content)
        ? made
        : "((b) => (new Uint8Array(b).set(" + bytes(content) + "), b))(" + made + ")";
  }

  private static boolean isZero(byte[] content) {
    for (var each : content) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private static String bytes(byte[] content) {
    if (content.length > MAX_LISTED_BYTES) {
      return "Uint8Array.fromBase64(\"" + Base64.getEncoder().encodeToString(content) + "\")";
    }
    return IntStream.range(0, content.length)
        .mapToObj(i -> Integer.toString(content[i] & 0xFF))
        .collect(Collectors.joining(", ", "new Uint8Array([", "])"));
  }

  /** A view of the whole of a buffer that nothing else sees, or null. */
  static @Nullable String wholeView(View view, Buffer buffer) {
    var length = buffer.content().length;
    var whole =
        view.offset() == 0
            && view.length() == length
            && buffer.maxLength().isEmpty()
            && view.flags().equals(ViewFlags.FIXED);
    if (!whole || view.kind() == ViewKind.DATA_VIEW) {
      return null;
    }
    var bytes = buffer.content();
    if (view.kind() == ViewKind.UINT8) {
      return length == 0 ? "new Uint8Array(0)" : bytes(bytes);
    }
    if (length > MAX_LISTED_BYTES) {
      return null;
    }
    var elements = elements(view.kind(), ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    return elements == null ? null : "new " + view.kind().className() + "([" + elements + "])";
  }

  /** The elements as numbers; null where a number would not say all, as of a NaN. */
  private static @Nullable String elements(ViewKind kind, ByteBuffer bytes) {
    var out = new StringBuilder();
    while (bytes.remaining() >= kind.elementBytes()) {
      out.append(out.isEmpty() ? "" : ", ");
      switch (kind) {
        case INT8 -> out.append(bytes.get());
        case UINT8, UINT8_CLAMPED -> out.append(bytes.get() & 0xFF);
        case INT16 -> out.append(bytes.getShort());
        case UINT16 -> out.append(bytes.getShort() & 0xFFFF);
        case INT32 -> out.append(bytes.getInt());
        case UINT32 -> out.append(Integer.toUnsignedString(bytes.getInt()));
        case BIG_INT64 -> out.append(bytes.getLong()).append('n');
        case BIG_UINT64 -> out.append(Long.toUnsignedString(bytes.getLong())).append('n');
        case FLOAT32 -> {
          var number = bytes.getFloat();
          if (Float.isNaN(number)) {
            return null;
          }
          out.append(JsText.number(number));
        }
        case FLOAT64 -> {
          var number = bytes.getDouble();
          if (Double.isNaN(number)) {
            return null;
          }
          out.append(JsText.number(number));
        }
        case FLOAT16, DATA_VIEW -> {
          return null;
        }
      }
    }
    return out.toString();
  }
}
