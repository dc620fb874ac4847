package dev.durascope.model.modules;

import dev.durascope.model.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.treesitter.TSNode;
import org.treesitter.TSTreeCursor;

/**
 * Comes to the nodes that stand at places of a text, one after another, and knows what is around
 * the last one. tree-sitter's nodes do not: each question for a parent is answered from the root
 * on, among thousands of children where a text is long and broken, so that a thousand questions
 * take seconds. Here the tree is gone through once, and only where there are places.
 */
final class Descent implements AutoCloseable {

  private final SyntaxTree tree;
  private final TSTreeCursor cursor;

  /** From the root to where the cursor is. */
  private final List<TSNode> path = new ArrayList<>();

  /** How many of them are around the node that was found last, itself included. */
  private int found;

  Descent(SyntaxTree tree) {
    this.tree = tree;
    this.cursor = new TSTreeCursor(tree.root());
    path.add(cursor.currentNode());
  }

  /**
   * The smallest node that covers exactly {@code place}.
   *
   * @param place does not stand before the one that was asked for last
   */
  Optional<TSNode> exactly(Span place) {
    found = around(place);
    return found > 0 && span(found - 1).equals(place)
        ? Optional.of(path.get(found - 1))
        : Optional.empty();
  }

  /** How much of the path is around {@code place}, down to the smallest node. */
  private int around(Span place) {
    while (true) {
      var here = span(path.size() - 1);
      if (here.encloses(place)) {
        if (cursor.gotoFirstChildForByte(tree.bytes(place.start())) < 0) {
          return path.size();
        }
        path.add(cursor.currentNode());
      } else if (here.end() > place.start()) {
        return path.size() - 1;
      } else if (cursor.gotoNextSibling()) {
        path.set(path.size() - 1, cursor.currentNode());
      } else if (cursor.gotoParent()) {
        path.removeLast();
      } else {
        return 0;
      }
    }
  }

  private Span span(int depth) {
    return tree.span(path.get(depth));
  }

  /** What is around a node that is around the one found last, or is it. */
  TSNode parent(TSNode node) {
    for (int i = found - 1; i > 0; i--) {
      if (path.get(i).equals(node)) {
        return path.get(i - 1);
      }
    }
    return node.isNull() ? node : node.getParent();
  }

  @Override
  public void close() {
    cursor.close();
  }
}
