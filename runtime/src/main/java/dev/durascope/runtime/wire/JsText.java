package dev.durascope.runtime.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;

/** Numbers and dates in the words of JavaScript. */
final class JsText {

  private static final long MAX_DATE = 8_640_000_000_000_000L;
  private static final double MAX_PLAIN_INTEGER = 1e21;

  private JsText() {}

  static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Infinity" : "-Infinity";
    }
    if (value == Math.rint(value) && Math.abs(value) < MAX_PLAIN_INTEGER) {
      // JavaScript prints -0 as 0; here the difference matters.
      boolean negativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
      return negativeZero ? "-0" : new java.math.BigDecimal(value).toPlainString();
    }
    return Double.toString(value).replace("E-", "e-").replace("E", "e+").replace(".0e", "e");
  }

  static String date(double epochMillis) {
    if (Double.isNaN(epochMillis) || Math.abs(epochMillis) > MAX_DATE) {
      return "invalid";
    }
    ZonedDateTime time = Instant.ofEpochMilli((long) epochMillis).atZone(ZoneOffset.UTC);
    int year = time.getYear();
    String years =
        year >= 0 && year <= 9999
            ? "%04d".formatted(year)
            : String.format(Locale.ROOT, "%+07d", year);
    return String.format(
        Locale.ROOT,
        "%s-%02d-%02dT%02d:%02d:%02d.%03dZ",
        years,
        time.getMonthValue(),
        time.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        time.getNano() / 1_000_000);
  }
}
