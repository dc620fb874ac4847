package dev.durascope.model.text;

import java.util.Arrays;

/**
 * Where the lines of one text begin; converts offsets to positions and back.
 *
 * <p>A line ends at {@code \n}, {@code \r\n} or a lone {@code \r}, as in the Language Server
 * Protocol. Both directions clamp instead of failing: a client may be one edit ahead of the text,
 * and a place a little off is better than no answer.
 *
 * <p>Columns count UTF-16 units, unless {@link #counting} says otherwise: for a client of a
 * protocol that counts in another unit.
 */
public final class LineIndex {

  private final int[] starts;
  private final String text;
  private final ColumnUnit unit;

  private LineIndex(String text, int[] starts, ColumnUnit unit) {
    this.text = text;
    this.starts = starts;
    this.unit = unit;
  }

  public static LineIndex of(String text) {
    var starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean loneReturn = c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
      if (c == '\n' || loneReturn) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return new LineIndex(text, Arrays.copyOf(starts, count), ColumnUnit.UTF_16);
  }

  /** The same lines, with columns in {@code other}. */
  public LineIndex counting(ColumnUnit other) {
    return new LineIndex(text, starts, other);
  }

  public int lineCount() {
    return starts.length;
  }

  public Position position(int offset) {
    int clamped = Math.clamp(offset, 0, text.length());
    int found = Arrays.binarySearch(starts, clamped);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line, unit.columns(text, starts[line], clamped));
  }

  public int offset(Position position) {
    if (position.line() >= starts.length) {
      return text.length();
    }
    var line = line(position.line());
    return unit.advance(text, line.start(), line.end(), position.column());
  }

  /** The line {@code number} (from zero) without its line break. */
  public Span line(int number) {
    int start = starts[number];
    int end = number + 1 < starts.length ? starts[number + 1] : text.length();
    while (end > start && isLineBreak(text.charAt(end - 1))) {
      end--;
    }
    return new Span(start, end);
  }

  private static boolean isLineBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
