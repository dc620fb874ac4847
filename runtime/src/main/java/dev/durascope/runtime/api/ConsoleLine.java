package dev.durascope.runtime.api;

import java.util.List;
import org.graalvm.polyglot.Value;

/**
 * What one call of the console says.
 *
 * @param level {@code log}, {@code info}, {@code warn}, {@code error} or {@code debug}
 * @param text the arguments as one text, which may have several lines, not indented; empty where a
 *     call only opens or closes a group
 * @param depth in how many groups it is, those that it opens not counted
 * @param group what it does to the groups
 * @param values the arguments themselves, for who can expand them; good until the call returns
 */
public record ConsoleLine(String level, String text, int depth, Group group, List<Value> values) {
  private static final String INDENTATION = "  ";

  /** What a call does to the groups of lines. */
  public enum Group {
    /** Nothing. */
    NONE,
    /** The lines that follow belong to this one. */
    START,
    /** The same, and they are not shown until somebody asks. */
    START_COLLAPSED,
    /** The innermost group is over. */
    END
  }

  /** A line that no call of the program has caused. */
  public static ConsoleLine of(String level, String text) {
    return new ConsoleLine(level, text, 0, Group.NONE, List.of());
  }

  /** The same with another text. */
  public ConsoleLine withText(String changed) {
    return new ConsoleLine(level, changed, depth, group, values);
  }

  /** The text as it stands below the head of its group. */
  public String indented() {
    return depth == 0 ? text : text.indent(INDENTATION.length() * depth).stripTrailing();
  }

  /** Whether there is something to be read: a group may begin without a word, and ends so. */
  public boolean isVisible() {
    return !text.isEmpty() || group == Group.NONE;
  }
}
