package dev.durascope.runtime.storage.history;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The state of a database after one of its commits, in production's form: {@code
 * 00000000-00000000-00000000-00000000000000000000000000000000}. Of two bookmarks of an object the
 * earlier one is the smaller text.
 *
 * <pre>
 *   number of the commit (16 digits in two groups) - 0 - 0
 *   number of the last commit when it was asked for - 1 - stamp of the request:
 *     the state just before a restoration, which is known only when that has been done
 * </pre>
 *
 * <p>A commit's number is at least its time in milliseconds times {@link #PER_MILLI}, so that a
 * history that begins anew goes on behind the former one.
 *
 * @param number the number of the commit
 * @param stamp of the request, or 0
 */
record Bookmark(long number, long stamp) {
  static final long PER_MILLI = 4096;

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{8})-([0-9a-f]{8})-0000000([01])-0{16}([0-9a-f]{16})");

  static Optional<Bookmark> read(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? Optional.of(
            new Bookmark(
                HexFormat.fromHexDigitsToLong(match.group(1) + match.group(2)),
                HexFormat.fromHexDigitsToLong(match.group(4))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    var digits = HexFormat.of().toHexDigits(number);
    return "%s-%s-%08x-%032x"
        .formatted(digits.substring(0, 8), digits.substring(8), stamp == 0 ? 0 : 1, stamp);
  }
}
