package dev.durascope.model.text;

/**
 * A half-open stretch {@code [start, end)} of a text, in UTF-16 units.
 *
 * <p>This is the only way in which a place is stored. Java strings, LSP and JavaScript all count in
 * UTF-16 units, so an offset needs no conversion until somebody asks for a line, and then {@link
 * LineIndex} is the one that answers. An empty span is a caret between two characters.
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "span [" + start + ", " + end + ") is not a stretch of text");
    }
  }

  /** The caret at {@code offset}. */
  public static Span at(int offset) {
    return new Span(offset, offset);
  }

  /** What lies behind this span and before {@code later}, which must not overlap. */
  public Span gapTo(Span later) {
    int from = end;
    int to = later.start;
    return new Span(from, to);
  }

  public int length() {
    return end - start;
  }

  /** Whether {@code offset} lies in this span, the position right behind it included. */
  public boolean touches(int offset) {
    return start <= offset && offset <= end;
  }

  public boolean encloses(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return start <= other.end && other.start <= end;
  }

  public String of(String text) {
    return text.substring(start, end);
  }

  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(end, other.end);
  }
}
