package dev.durascope.model.text;

/**
 * A line and a column, both counted from zero, the column in the unit of the {@link LineIndex} that
 * made it: UTF-16 units, unless a protocol's client wants another.
 *
 * <p>Positions exist at the rims only (a protocol, a message for people); inside, a place is a
 * {@link Span}.
 */
public record Position(int line, int column) {

  public Position {
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("position " + line + ":" + column + " is before the text");
    }
  }
}
