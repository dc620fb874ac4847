package dev.durascope.debugadapter.core;

import java.util.Optional;

/**
 * A piece of text for the user's console.
 *
 * @param category where it belongs
 * @param text the text, with its line break
 * @param group what it does to the groups of lines
 * @param place the statement that printed it
 * @param reference the number under which what was printed can be asked for, as a single named
 *     part; 0 if it was text alone
 */
public record Output(
    Category category, String text, Group group, Optional<FilePosition> place, int reference) {

  /** Output that no statement of the program has caused. */
  public static Output of(Category category, String text) {
    return new Output(category, text, Group.NONE, Optional.empty(), 0);
  }

  /** The same from a statement. */
  Output at(Optional<FilePosition> statement) {
    return new Output(category, text, group, statement, reference);
  }

  /** Where a piece of text belongs. */
  public enum Category {
    /** What the program logs: {@code console.log}, {@code info}, {@code debug}. */
    LOG,
    /** What the program warns of or reports as an error. */
    ERROR,
    /** What the runtime itself says about the run. */
    RUNTIME
  }

  /** What a piece of text does to the groups of lines. */
  public enum Group {
    /** Nothing. */
    NONE,
    /** It opens one. */
    START,
    /** It opens one that is not shown until the user asks. */
    START_COLLAPSED,
    /** It closes the innermost one. */
    END
  }
}
