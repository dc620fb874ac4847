package dev.durascope.model.tree;

import dev.durascope.model.text.LineIndex;
import dev.durascope.model.text.Problem;
import java.util.List;

/**
 * A text that was read: its tree, which is always there, and what was wrong with it.
 *
 * <p>While {@code problems} is not empty a key may be absent only because the text around it is
 * broken, so nothing should be concluded from what is not in the tree.
 */
public record Document(String text, LineIndex lines, Node.Table root, List<Problem> problems) {

  public Document {
    problems = List.copyOf(problems);
  }
}
