package dev.durascope.cli.state;

import dev.durascope.runtime.wire.WireLiteral;
import dev.durascope.runtime.wire.WireValue;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Rows of text, printed in columns. */
final class Lines {
  private static final String GAP = "  ";
  private static final int UNIT = 1024;

  private final List<List<String>> rows = new ArrayList<>();

  Lines(String... head) {
    rows.add(List.of(head));
  }

  void add(String... cells) {
    rows.add(List.of(cells));
  }

  void print(PrintStream out) {
    var widths = new int[rows.getFirst().size()];
    for (var row : rows) {
      for (var i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (var row : rows) {
      var line = new StringBuilder();
      for (var i = 0; i < widths.length; i++) {
        line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length())).append(GAP);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  static String time(OptionalLong epochMillis) {
    return epochMillis.isEmpty() ? "" : Instant.ofEpochMilli(epochMillis.getAsLong()).toString();
  }

  static String size(long bytes) {
    if (bytes < UNIT) {
      return bytes + " B";
    }
    var units = List.of("KiB", "MiB", "GiB");
    var amount = (double) bytes;
    var unit = -1;
    while (amount >= UNIT && unit < units.size() - 1) {
      amount /= UNIT;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", amount, units.get(unit));
  }

  /** A name or key as it is, or as a string of JavaScript if a line would not show it. */
  static String plain(String text) {
    var shown =
        !text.isEmpty()
            && text.equals(text.strip())
            && text.chars()
                .noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    return shown ? text : quoted(text);
  }

  /** A text as a string of JavaScript. */
  static String quoted(String text) {
    return WireLiteral.of(new WireValue.Text(text));
  }

  /** {@code 1 object}, {@code 2 objects}. */
  static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
