package dev.durascope.debugadapter.core;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The way between a script and the files that it was made from. Safe for use by many threads.
 *
 * <p>Lines and columns count from 1, columns in UTF-16 units, on both sides.
 */
public interface SourceMapping {

  /** The original of a position of the script; empty for code that no file of the user holds. */
  Optional<Original> original(int line, int column);

  /**
   * The places of the script that come from a line of a file, in the script's order, each at the
   * start of a mapped piece. A line with no code gives those of the next line that has some.
   */
  List<Generated> generated(Path file, int line);

  /** The files that the script was made from, as absolute paths. */
  List<Path> files();

  /** The text of a file as it was when the script was made. */
  Optional<String> content(Path file);

  /** Where the first statements of the functions of a name are in the files. */
  default List<Original> functions(String name) {
    return List.of();
  }

  /**
   * Whether a part of a statement begins at a place of the script, rather than a statement: what
   * stops there has to mean the part.
   */
  default boolean isInner(Generated place) {
    return false;
  }

  /** Whether a statement surely begins at a place of the script; if not, it may still be one. */
  default boolean isStatement(Generated place) {
    return false;
  }

  /**
   * Those of some places in a file where a user may want to stop, rather than somewhere in the
   * middle of an expression.
   */
  default List<Original> breakable(Path file, List<Original> places) {
    return places;
  }

  /** A position in a file. */
  record Original(Path file, int line, int column) {}

  /**
   * A position in the script.
   *
   * @param line in the script
   * @param column in the script
   * @param original what it comes from
   */
  record Generated(int line, int column, Original original) {}
}
