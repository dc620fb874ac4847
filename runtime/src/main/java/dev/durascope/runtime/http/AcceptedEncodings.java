package dev.durascope.runtime.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Locale;

/**
 * The encodings that a client takes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.accept-encoding">RFC 9110, 12.5.3</a>
 */
final class AcceptedEncodings {
  private final String header;

  private AcceptedEncodings(String header) {
    this.header = header;
  }

  static AcceptedEncodings of(HttpRequest request) {
    return new AcceptedEncodings(
        String.join(",", request.headers().getAll(HttpHeaderNames.ACCEPT_ENCODING)));
  }

  /** Whether {@code coding} is taken, as all are by a client that says nothing. */
  boolean accept(String coding) {
    if (header.isBlank()) {
      return true;
    }
    boolean any = false;
    for (var element : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      var parts = element.split(";", -1);
      var name = parts[0].strip();
      boolean taken = parts.length < 2 || !isZero(parts[1].strip());
      if (name.equals(coding)) {
        return taken;
      }
      any |= name.equals("*") && taken;
    }
    return any;
  }

  private static boolean isZero(String weight) {
    return weight.matches("q\\s*=\\s*0(\\.0*)?");
  }
}
