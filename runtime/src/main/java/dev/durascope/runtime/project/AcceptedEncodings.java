package dev.durascope.runtime.project;

import java.util.Locale;

/**
 * The encodings that a client takes.
 *
 * @param header its {@code Accept-Encoding}, empty without
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#field.accept-encoding">RFC 9110, 12.5.3</a>
 */
record AcceptedEncodings(String header) {

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
