package dev.durascope.runtime.bundle.sourcemap;

/** A position in the generated text, line and column from 1, the column in UTF-16 units. */
public record GeneratedPosition(int line, int column) implements Comparable<GeneratedPosition> {
  @Override
  public int compareTo(GeneratedPosition other) {
    return line != other.line
        ? Integer.compare(line, other.line)
        : Integer.compare(column, other.column);
  }
}
