package dev.durascope.runtime.bundle.sourcemap;

import java.util.Arrays;

/**
 * The segments of a map as parallel arrays, in the order of the generated text. All numbers from 0,
 * as in the format.
 *
 * <p>A segment says that the generated text from its column on, up to the next segment or the
 * line's end, stems from a place in a source; one with source −1 says that it stems from nowhere.
 */
final class Segments {
  private static final int INITIAL_CAPACITY = 256;

  /**
   * The index of the first segment of each generated line, and one more that ends the last line.
   */
  int[] lineStarts = new int[INITIAL_CAPACITY];

  int[] generatedColumns = new int[INITIAL_CAPACITY];
  int[] sources = new int[INITIAL_CAPACITY];
  int[] originalLines = new int[INITIAL_CAPACITY];
  int[] originalColumns = new int[INITIAL_CAPACITY];
  int[] names = new int[INITIAL_CAPACITY];
  int size;
  int lines;

  private Segments() {}

  static Segments decode(String mappings, int sourceCount, int nameCount) {
    var segments = new Segments();
    var in = new Vlq(mappings);
    var source = 0;
    var originalLine = 0;
    var originalColumn = 0;
    var name = 0;
    segments.startLine();
    var column = 0;
    while (in.hasMore()) {
      switch (in.peek()) {
        case ';' -> {
          in.skip();
          segments.startLine();
          column = 0;
        }
        case ',' -> in.skip();
        default -> {
          column += in.number();
          if (!in.atNumber()) {
            segments.add(column, -1, 0, 0, -1);
            continue;
          }
          source += in.number();
          originalLine += in.number();
          originalColumn += in.number();
          var hasName = in.atNumber();
          if (hasName) {
            name += in.number();
          }
          check("source", source, sourceCount);
          check("original line", originalLine, Integer.MAX_VALUE);
          check("original column", originalColumn, Integer.MAX_VALUE);
          if (hasName) {
            check("name", name, nameCount);
          }
          segments.add(column, source, originalLine, originalColumn, hasName ? name : -1);
        }
      }
    }
    segments.end();
    return segments;
  }

  /**
   * Goes on with those of a map whose text begins at a place of the generated text.
   *
   * @param sourceNumbers which sources here those of the map are
   */
  void append(Segments section, int line, int column, int[] sourceNumbers, int firstName) {
    for (var i = 0; i < section.lines; i++) {
      while (lines <= line + i) {
        startLine();
      }
      if (lines != line + i + 1) {
        throw new SourceMapException("the sections are not in the order of their offsets");
      }
      for (var at = section.lineStarts[i]; at < section.lineStarts[i + 1]; at++) {
        var source = section.sources[at];
        var name = section.names[at];
        add(
            section.generatedColumns[at] + (i == 0 ? column : 0),
            source < 0 ? source : sourceNumbers[source],
            section.originalLines[at],
            section.originalColumns[at],
            name < 0 ? name : name + firstName);
      }
    }
    end();
  }

  /** None at all. */
  static Segments none() {
    return new Segments();
  }

  /** The last segment of the line that starts at or before the column, −1 if there is none. */
  int find(int line, int column) {
    if (line < 0 || line >= lines) {
      return -1;
    }
    var low = lineStarts[line];
    var high = lineStarts[line + 1] - 1;
    var found = -1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      if (generatedColumns[middle] <= column) {
        found = middle;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return found;
  }

  /** The generated line that holds the segment. */
  int lineOf(int segment) {
    var low = 0;
    var high = lines - 1;
    while (low < high) {
      var middle = (low + high + 1) >>> 1;
      if (lineStarts[middle] <= segment) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private void startLine() {
    if (lines + 1 >= lineStarts.length) {
      lineStarts = Arrays.copyOf(lineStarts, lineStarts.length * 2);
    }
    lineStarts[lines++] = size;
  }

  private void add(
      int generatedColumn, int source, int originalLine, int originalColumn, int name) {
    check("generated column", generatedColumn, Integer.MAX_VALUE);
    if (size > lineStarts[lines - 1] && generatedColumns[size - 1] > generatedColumn) {
      throw new SourceMapException(
          "the segments of generated line " + lines + " are not in the order of their columns");
    }
    if (size == generatedColumns.length) {
      var capacity = size * 2;
      generatedColumns = Arrays.copyOf(generatedColumns, capacity);
      sources = Arrays.copyOf(sources, capacity);
      originalLines = Arrays.copyOf(originalLines, capacity);
      originalColumns = Arrays.copyOf(originalColumns, capacity);
      names = Arrays.copyOf(names, capacity);
    }
    generatedColumns[size] = generatedColumn;
    sources[size] = source;
    originalLines[size] = originalLine;
    originalColumns[size] = originalColumn;
    names[size] = name;
    size++;
  }

  /** May be said again, after more lines. */
  private void end() {
    lineStarts[lines] = size;
  }

  private static void check(String what, int value, int limit) {
    if (value < 0 || value >= limit) {
      throw new SourceMapException(
          "the mappings name %s %d, which does not exist".formatted(what, value));
    }
  }
}
