package dev.durascope.languageserver.analysis.rules;

import dev.durascope.languageserver.analysis.Subject;
import dev.durascope.model.config.MigrationStep.Move;
import dev.durascope.model.tree.Node;
import java.util.List;

/** Whether a rename or a transfer is written as wrangler wants it. */
final class MoveShape {

  private MoveShape() {}

  /** True if a field is surely missing or no string: not in a text that does not parse yet. */
  static boolean isBroken(Subject subject, Move move, List<String> fields) {
    if (!subject.isComplete()) {
      return false;
    }
    return !(move.node() instanceof Node.Table table)
        || fields.stream().anyMatch(field -> table.string(field).isEmpty());
  }
}
