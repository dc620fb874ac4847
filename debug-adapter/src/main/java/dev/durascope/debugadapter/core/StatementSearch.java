package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.nodes.function.JSFunctionExpressionNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The search for the statement at a place in one function, which may have others in it, with nodes
 * of their own: the place may be theirs.
 */
final class StatementSearch {

  private final int line;
  private final int column;
  private @Nullable SourceSection exact;
  private @Nullable SourceSection next;
  private boolean within;
  private boolean ofOther;

  private StatementSearch(int line, int column) {
    this.line = line;
    this.column = column;
  }

  /**
   * The statement of a function that begins at a place, or if none does and the place is this
   * function's nevertheless, the next one after it; empty if the place is elsewhere.
   */
  static Optional<SourceSection> of(RootNode function, SourceMapping.Generated place) {
    var all = function.getSourceSection();
    if (all == null || !all.isAvailable()) {
      return Optional.empty();
    }
    int column = place.column() + blanksAt(all.getSource(), place);
    var search = new StatementSearch(place.line(), column);
    if (!search.isAround(all)) {
      return Optional.empty();
    }
    function.accept(search::look);
    boolean its =
        !search.ofOther && (search.within || !Activation.isModuleName(function.getName()));
    return Optional.ofNullable(search.exact == null && its ? search.next : search.exact);
  }

  /** A mapped piece may begin with the blanks before what it means. */
  private static int blanksAt(Source source, SourceMapping.Generated place) {
    var rest = source.getCharacters(place.line()).toString().substring(place.column() - 1);
    return rest.length() - rest.stripLeading().length();
  }

  private boolean look(Node node) {
    if (Statements.isStatement(node)) {
      statement(node.getSourceSection());
    } else if (node instanceof JSFunctionExpressionNode) {
      ofOther |= isAround(node.getSourceSection());
    }
    return true;
  }

  /**
   * Functions that are declared at the top level of a module are none of its nodes. But a place of
   * theirs is in none of its statements either.
   */
  private void statement(SourceSection section) {
    if (!isAtOrBefore(section.getStartLine(), section.getStartColumn())) {
      next = next == null || section.getCharIndex() < next.getCharIndex() ? section : next;
    } else if (section.getStartLine() == line && section.getStartColumn() == column) {
      // Of those that begin here the outermost counts.
      exact = exact == null || section.getCharLength() > exact.getCharLength() ? section : exact;
    } else {
      within |= isAround(section);
    }
  }

  private boolean isAround(@Nullable SourceSection section) {
    return section != null
        && section.isAvailable()
        && isAtOrBefore(section.getStartLine(), section.getStartColumn())
        && (section.getEndLine() > line
            || (section.getEndLine() == line && section.getEndColumn() >= column));
  }

  private boolean isAtOrBefore(int otherLine, int otherColumn) {
    return otherLine < line || (otherLine == line && otherColumn <= column);
  }
}
