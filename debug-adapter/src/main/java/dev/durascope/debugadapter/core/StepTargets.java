package dev.durascope.debugadapter.core;

import com.oracle.truffle.api.debug.SuspendAnchor;
import com.oracle.truffle.api.debug.SuspendedEvent;
import com.oracle.truffle.api.instrumentation.InstrumentableNode;
import com.oracle.truffle.api.instrumentation.StandardTags.StatementTag;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.NodeVisitor;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.nodes.instrumentation.JSTags.FunctionCallTag;
import com.oracle.truffle.js.nodes.instrumentation.JSTags.ObjectAllocationTag;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The calls of the statement at which a thread is paused, in the order of the text. Those in
 * statements within it, such as the body of a loop, are not among them.
 */
final class StepTargets {

  /** Longer ones are cut at their beginning. */
  private static final int MAX_LABEL = 60;

  private StepTargets() {}

  /** The call expressions; none where the statement has run, nor those that lead nowhere. */
  static List<SourceSection> of(SuspendedEvent event, Scripts scripts, BuiltInCalls builtIn) {
    var node = Activation.node(Standstill.topFrame(event));
    if (node == null || event.getSuspendAnchor() == SuspendAnchor.AFTER) {
      return List.of();
    }
    var statement = statement(node);
    var calls = new LinkedHashSet<SourceSection>();
    collect(statement, calls);
    var ordered = new ArrayList<>(calls);
    ordered.removeIf(call -> scripts.original(call).isEmpty() || builtIn.contains(call));
    ordered.sort((a, b) -> Integer.compare(a.getCharIndex(), b.getCharIndex()));
    return ordered;
  }

  private static Node statement(Node inner) {
    for (Node node = inner; node != null; node = node.getParent()) {
      if (isStatement(node)) {
        return node;
      }
    }
    return inner;
  }

  private static boolean isStatement(Node node) {
    return node instanceof InstrumentableNode candidate
        && candidate.isInstrumentable()
        && candidate.hasTag(StatementTag.class);
  }

  private static void collect(Node statement, Set<SourceSection> calls) {
    NodeVisitor visitor =
        node -> {
          if (isStatement(node) && !isSameSection(node, statement)) {
            return false;
          }
          if (node instanceof InstrumentableNode candidate
              && candidate.isInstrumentable()
              && (candidate.hasTag(FunctionCallTag.class)
                  || candidate.hasTag(ObjectAllocationTag.class))) {
            var section = node.getSourceSection();
            if (section != null && section.isAvailable() && isCall(section)) {
              calls.add(section);
            }
          }
          return true;
        };
    // As NodeUtil.forEachChild, but it must not enter the statements within.
    visit(statement, visitor);
  }

  private static void visit(Node node, NodeVisitor visitor) {
    if (visitor.visit(node)) {
      node.getChildren().forEach(child -> visit(child, visitor));
    }
  }

  private static boolean isSameSection(Node node, Node statement) {
    return node.getSourceSection() != null
        && node.getSourceSection().equals(statement.getSourceSection());
  }

  /** An object literal is an allocation, too. */
  private static boolean isCall(SourceSection section) {
    var text = section.getCharacters();
    int last = text.length() - 1;
    return last > 0
        && (text.charAt(last) == ')' || text.charAt(last) == '`' || startsWithNew(text));
  }

  private static boolean startsWithNew(CharSequence text) {
    return text.toString().startsWith("new ");
  }

  /** The call without its arguments: {@code room.fetch(…)}. */
  static String label(SourceSection call) {
    var callee = callee(call.getCharacters().toString()).replaceAll("\\s+", " ").strip();
    var shown =
        callee.length() > MAX_LABEL ? "…" + callee.substring(callee.length() - MAX_LABEL) : callee;
    return shown + "(…)";
  }

  /** What stands before the arguments of a call. */
  static String callee(String call) {
    int depth = 0;
    for (int i = call.length() - 1; i >= 0 && call.endsWith(")"); i--) {
      if (call.charAt(i) == ')') {
        depth++;
      } else if (call.charAt(i) == '(' && --depth == 0) {
        return call.substring(0, i);
      }
    }
    return call;
  }
}
