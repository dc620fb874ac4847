package dev.durascope.runtime.html;

import java.util.List;

/** A selector: a list of alternatives, each a path of steps from an ancestor to the element. */
public record Selector(List<List<Step>> alternatives) {
  /**
   * One element on the path.
   *
   * @param isChild whether it is a child of the step before, and not any descendant
   */
  record Step(List<Condition> conditions, boolean isChild) {
    boolean holds(StartTag tag, Condition.Position position) {
      for (var condition : conditions) {
        if (!condition.holds(tag, position)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Parses a selector.
   *
   * @throws HtmlException if it is none, or uses what a stream cannot answer
   */
  public static Selector parse(String text) {
    return new SelectorParser(text).parse();
  }
}
