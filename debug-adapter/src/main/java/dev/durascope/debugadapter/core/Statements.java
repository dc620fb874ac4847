package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.instrumentation.StandardTags.StatementTag;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.source.SourceSection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the statements around a place. When the engine resumes a call, it enters them again, from
 * the outermost inwards, until it comes to the await that the call has waited at.
 */
final class Statements {

  private static final Pattern FOR_AWAIT = Pattern.compile("\\bfor\\s+await\\b");

  private Statements() {}

  /** The statements around the place of a suspension, the innermost first; never empty. */
  static List<SourceSection> around(SuspendedEvent event) {
    var node = Activation.node(Standstill.topFrame(event));
    var statements = node == null ? List.<SourceSection>of() : around(node);
    return statements.isEmpty() ? List.of(event.getSourceSection()) : statements;
  }

  /**
   * Whether a call can wait where no statement is around it: the step of a {@code for await} is the
   * one await that belongs to none.
   */
  static boolean canWaitOutside(Activation call) {
    var text = call.root().getEncapsulatingSourceSection();
    return text != null && FOR_AWAIT.matcher(text.getCharacters()).find();
  }

  /** All statements of the function of a call. */
  static List<SourceSection> of(Activation call) {
    var all = new LinkedHashSet<SourceSection>();
    call.root()
        .accept(
            node -> {
              if (isStatement(node)) {
                all.add(node.getSourceSection());
              }
              return true;
            });
    return List.copyOf(all);
  }

  /** The statements around a node, the innermost first. */
  static List<SourceSection> around(Node inner) {
    var statements = new ArrayList<SourceSection>();
    for (Node node = inner; node != null; node = node.getParent()) {
      if (isStatement(node) && !statements.contains(node.getSourceSection())) {
        statements.add(node.getSourceSection());
      }
    }
    return statements;
  }

  static boolean isStatement(Node node) {
    return node instanceof InstrumentableNode candidate
        && candidate.isInstrumentable()
        && candidate.hasTag(StatementTag.class)
        && node.getSourceSection() != null;
  }
}
