package dev.durascope.model.compatibility;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A compatibility date: a day, as text, since all that is asked of it is what comes first.
 *
 * <p>As workerd reads it, a day need not exist: the 30th of February is one.
 *
 * @param iso {@code YYYY-MM-DD}
 */
public record CompatibilityDate(String iso) implements Comparable<CompatibilityDate> {
  private static final Pattern FORM =
      Pattern.compile("2\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");

  /** What a Worker without a date gets in development: the newest behaviour that is known. */
  public static final CompatibilityDate NEWEST_KNOWN = new CompatibilityDate("2026-11-17");

  public CompatibilityDate {
    if (!FORM.matcher(iso).matches()) {
      throw new IllegalArgumentException("Invalid compatibility date: " + iso);
    }
  }

  /** The date that a text says, if it is one. */
  public static Optional<CompatibilityDate> parse(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new CompatibilityDate(text))
        : Optional.empty();
  }

  /** Whether the day is this one or an earlier one. */
  public boolean reaches(CompatibilityDate day) {
    return compareTo(day) >= 0;
  }

  @Override
  public int compareTo(CompatibilityDate other) {
    return iso.compareTo(other.iso);
  }

  @Override
  public String toString() {
    return iso;
  }
}
